"""Comments on answers, outside a session.

Revision ID: 0007
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; what people said to each other stays as they said it."""
    op.create_table(
        "comment",
        belongs_to("assessment", primary_key=True),
        whole("number", primary_key=True),
        text("question"),
        whole("thread"),
        text("kind"),
        text("text"),
        text("author"),
        moment("at"),
    )
    op.create_index("comment_by_question", "comment", ["assessment_id", "question"])
    op.create_table(
        "mention",
        sa.Column("assessment_id", sa.Uuid(), primary_key=True),
        whole("number", primary_key=True),
        text("user_name", primary_key=True),
        sa.ForeignKeyConstraint(["assessment_id", "number"], ["comment.assessment_id", "comment.number"]),
    )
    op.create_index("mention_by_user", "mention", ["user_name", "assessment_id"])
    for table in ("comment", "mention"):
        protection.forbid_changes(table)
