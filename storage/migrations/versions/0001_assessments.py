"""Assessments, answers, evidence, snapshots and places.

Revision ID: 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables and protect what is append-only."""
    _assessments()
    _answers()
    _evidence()
    _snapshots()
    protection.prepare()
    for table in ("revision", "set_aside", "snapshot", "evidence_file"):
        protection.forbid_changes(table)
    protection.forbid_changes(
        "evidence",
        ("id", "assessment_id", "question", "name", "url", "media_type", "size", "sha256", "author", "at"),
    )


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary_key)


def _assessment(*, primary_key: bool = False) -> sa.Column[Any]:
    return sa.Column(
        "assessment_id", sa.Uuid(), sa.ForeignKey("assessment.id"), nullable=False, primary_key=primary_key
    )


def _whole(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, primary_key=primary_key, autoincrement=False)


def _given() -> tuple[sa.Column[Any], ...]:
    value, known_by = _text("value", nullable=True), _text("known_by", nullable=True)
    return value, _text("note"), known_by, _text("author"), _moment("at")


def _assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _text("title"),
        _text("framework_version"),
        _text("framework_hash"),
        _moment("created_at"),
        _text("created_by"),
        _moment("updated_at"),
        _whole("round"),
        _moment("finished_at", nullable=True),
    )
    op.create_index("assessment_by_change", "assessment", ["created_by", "updated_at", "id"])
    op.create_table(
        "place", _assessment(primary_key=True), _text("user_name", primary_key=True), _text("step")
    )


def _answers() -> None:
    op.create_table(
        "revision",
        _assessment(primary_key=True),
        _text("question", primary_key=True),
        _whole("number", primary_key=True),
        *_given(),
        sa.CheckConstraint("number >= 1", name="revision_number_starts_at_one"),
    )
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer(), primary_key=True),
        _assessment(),
        _text("question"),
        _whole("number"),
        *_given(),
    )
    op.create_index("set_aside_by_question", "set_aside", ["assessment_id", "question"])


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _assessment(),
        _text("question"),
        _text("name"),
        _text("url", nullable=True),
        _text("media_type", nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        _text("sha256", nullable=True),
        _text("author"),
        _moment("at"),
        _moment("removed_at", nullable=True),
        _text("removed_by", nullable=True),
    )
    op.create_index("evidence_by_question", "evidence", ["assessment_id", "question"])
    op.create_table(
        "evidence_file",
        sa.Column("evidence_id", sa.Uuid(), sa.ForeignKey("evidence.id"), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _snapshots() -> None:
    op.create_table(
        "snapshot",
        _assessment(primary_key=True),
        _whole("round", primary_key=True),
        _text("framework_version"),
        _text("framework_hash"),
        _text("answers_hash"),
        sa.Column("reference_date", sa.Date(), nullable=False),
        _text("content"),
        _text("sha256"),
        sa.Column("revisions", sa.JSON(), nullable=False),
        _text("author"),
        _moment("at"),
    )
