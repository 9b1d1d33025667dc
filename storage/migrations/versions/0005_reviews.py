"""Reviews of the ethics network: rounds, ballots that stay secret, and advice.

Revision ID: 0005
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0005"
down_revision = "0004"

CLOSED = "EXISTS (SELECT 1 FROM review_round r WHERE r.id = {row}.round_id AND r.closed_at IS NOT NULL)"
OPEN = "EXISTS (SELECT 1 FROM review_round r WHERE r.id = {row}.round_id AND r.closed_at IS NULL)"
HAS_ROUND = "EXISTS (SELECT 1 FROM review_round r WHERE r.review_id = {row}.review_id)"
ADVISED = "EXISTS (SELECT 1 FROM advice a WHERE a.review_id = {row}.review_id)"
ANONYMOUS = (
    "NEW.author IS NOT NULL AND EXISTS (SELECT 1 FROM review_round r JOIN review v ON v.id = r.review_id "
    "WHERE r.id = NEW.round_id AND v.anonymous)"
)


def upgrade() -> None:
    """Make the tables, and let the database itself guard the promises of a review."""
    _reviews()
    _rounds()
    _ballots()
    _advice()
    for table in ("review", "review_invitee", "ballot", "took_part", "advice"):
        protection.forbid_changes(table)
    _guard_statements()
    _guard_rounds()
    _guard_answers()


def _round_id(*, primary_key: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey("review_round.id")
    return sa.Column("round_id", sa.Uuid(), key, nullable=False, primary_key=primary_key)


def _reviews() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), primary_key=True),
        belongs_to("assessment"),
        whole("snapshot_round"),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        text("opened_by"),
        moment("opened_at"),
        sa.ForeignKeyConstraint(
            ("assessment_id", "snapshot_round"), ("snapshot.assessment_id", "snapshot.round")
        ),
    )
    op.create_index("review_by_assessment", "review", ["assessment_id", "opened_at"])
    op.create_table(
        "review_statement",
        belongs_to("review", primary_key=True),
        whole("number", primary_key=True),
        text("value"),
        text("text"),
        text("tension"),
    )
    op.create_table(
        "review_invitee",
        belongs_to("review", primary_key=True),
        text("user_name", primary_key=True),
        text("author"),
        moment("at"),
    )


def _rounds() -> None:
    op.create_table(
        "review_round",
        sa.Column("id", sa.Uuid(), primary_key=True),
        belongs_to("review"),
        whole("number"),
        text("opened_by"),
        moment("opened_at"),
        text("closed_by", nullable=True),
        moment("closed_at", nullable=True),
        sa.UniqueConstraint("review_id", "number", name="review_round_once"),
    )
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "review_round_open",
        "review_round",
        ["review_id"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
    op.create_table(
        "review_key", _round_id(primary_key=True), sa.Column("secret", sa.LargeBinary(), nullable=False)
    )


def _answer() -> tuple[sa.Column[Any], ...]:
    return whole("item"), text("choice"), text("argument"), text("signed_by", nullable=True)


def _ballots() -> None:
    op.create_table(
        "open_ballot",
        _round_id(primary_key=True),
        text("mark", primary_key=True),
        *_answer(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _round_id(),
        *_answer(),
        text("author", nullable=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ballot_by_round", "ballot", ["round_id"])
    op.create_table(
        "took_part", _round_id(primary_key=True), text("user_name", primary_key=True), sqlite_with_rowid=False
    )


def _advice() -> None:
    op.create_table(
        "advice",
        sa.Column("id", sa.Uuid(), primary_key=True),
        belongs_to("assessment"),
        belongs_to("review"),
        whole("round"),
        text("kind"),
        text("content"),
        text("author"),
        moment("at"),
        sa.UniqueConstraint("review_id", name="advice_once"),
    )
    op.create_index("advice_by_assessment", "advice", ["assessment_id", "at"])


def _guard_statements() -> None:
    protection.forbid_when("review_statement", "INSERT", HAS_ROUND.format(row="NEW"), "asked")
    for event in ("UPDATE", "DELETE"):
        protection.forbid_when("review_statement", event, HAS_ROUND.format(row="OLD"), "asked")
    protection.forbid_truncate("review_statement")


def _guard_rounds() -> None:
    protection.forbid_changes("review_round", ("id", "review_id", "number", "opened_by", "opened_at"))
    protection.forbid_when("review_round", "UPDATE", "OLD.closed_at IS NOT NULL", "closed")
    protection.forbid_when("review_round", "INSERT", ADVISED.format(row="NEW"), "advised")
    # A secret that comes back, or is not new, would tie answers to names.
    protection.forbid_when("review_key", "UPDATE", "TRUE", "ever")
    protection.forbid_when("review_key", "INSERT", CLOSED.format(row="NEW"), "closed")
    protection.forbid_when("review_key", "DELETE", OPEN.format(row="OLD"), "open")
    protection.forbid_truncate("review_key")


def _guard_answers() -> None:
    for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD")):
        why = f"closed_{row.lower()}"
        protection.forbid_when("open_ballot", event, CLOSED.format(row=row), why)
    protection.forbid_when("open_ballot", "DELETE", OPEN.format(row="OLD"), "open")
    protection.forbid_truncate("open_ballot")
    for table in ("ballot", "took_part"):
        protection.forbid_when(table, "INSERT", CLOSED.format(row="NEW"), "closed")
    protection.forbid_when("ballot", "INSERT", ANONYMOUS, "anonymous")
