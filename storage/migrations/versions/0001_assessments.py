"""Assessments, answers, evidence, snapshots and places.

Revision ID: 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, serial, text, whole

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


def _given() -> tuple[sa.Column[Any], ...]:
    value, known_by = text("value", nullable=True), text("known_by", nullable=True)
    return value, text("note"), known_by, text("author"), moment("at")


def _assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        text("title"),
        text("framework_version"),
        text("framework_hash"),
        moment("created_at"),
        text("created_by"),
        moment("updated_at"),
        whole("round"),
        moment("finished_at", nullable=True),
    )
    op.create_index("assessment_by_change", "assessment", ["created_by", "updated_at", "id"])
    op.create_table(
        "place", belongs_to("assessment", primary_key=True), text("user_name", primary_key=True), text("step")
    )


def _answers() -> None:
    op.create_table(
        "revision",
        belongs_to("assessment", primary_key=True),
        text("question", primary_key=True),
        whole("number", primary_key=True),
        *_given(),
        sa.CheckConstraint("number >= 1", name="revision_number_starts_at_one"),
    )
    op.create_table(
        "set_aside",
        serial(),
        belongs_to("assessment"),
        text("question"),
        whole("number"),
        *_given(),
    )
    op.create_index("set_aside_by_question", "set_aside", ["assessment_id", "question"])


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Uuid(), primary_key=True),
        belongs_to("assessment"),
        text("question"),
        text("name"),
        text("url", nullable=True),
        text("media_type", nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        text("sha256", nullable=True),
        text("author"),
        moment("at"),
        moment("removed_at", nullable=True),
        text("removed_by", nullable=True),
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
        belongs_to("assessment", primary_key=True),
        whole("round", primary_key=True),
        text("framework_version"),
        text("framework_hash"),
        text("answers_hash"),
        sa.Column("reference_date", sa.Date(), nullable=False),
        text("content"),
        text("sha256"),
        sa.Column("revisions", sa.JSON(), nullable=False),
        text("author"),
        moment("at"),
    )
