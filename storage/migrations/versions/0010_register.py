"""The register of algorithms.

Revision ID: 0010
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, serial, text, whole

revision = "0010"
down_revision = "0009"

INDEXES = {"name": "name_key", "change": "changed_at"}
UNIQUE = {"number": "number_key", "identity": "identity"}


def upgrade() -> None:
    """Make the tables; what was done to an entry stays on record."""
    _entries()
    op.create_table(
        "register_change",
        serial(),
        _of_entry(),
        whole("revision"),
        text("kind"),
        text("detail"),
        text("author"),
        moment("at"),
    )
    op.create_index("register_change_by_entry", "register_change", ["entry_id", "id"])
    protection.forbid_changes("register_change")
    op.create_table(
        "register_link", belongs_to("assessment", primary_key=True), _of_entry(), text("author"), moment("at")
    )
    op.create_index("register_link_by_entry", "register_link", ["entry_id", "assessment_id"])


def _entries() -> None:
    op.create_table(
        "register_entry",
        sa.Column("id", sa.Uuid(), primary_key=True),
        text("number"),
        whole("revision"),
        moment("changed_at"),
        text("changed_by"),
        *(_ordered(name) for name in ("number_key", "name_key", "domain")),
        *(text(name) for name in ("status", "working", "own_rating", "duty")),
        sa.Column("due", sa.Date()),
        text("identity", nullable=True),
        text("search"),
        text("content"),
    )
    for name, column in UNIQUE.items():
        op.create_index(f"register_entry_by_{name}", "register_entry", [column], unique=True)
    for name, column in INDEXES.items():
        op.create_index(f"register_entry_by_{name}", "register_entry", [column, "id"])


def _of_entry() -> sa.Column[Any]:
    return sa.Column("entry_id", sa.Uuid(), sa.ForeignKey("register_entry.id"), nullable=False)


def _ordered(name: str) -> sa.Column[str]:
    # Both databases sort alike: by character, whatever the language of the server.
    kind = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)
