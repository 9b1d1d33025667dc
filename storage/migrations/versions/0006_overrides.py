"""Levels that people set by hand.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table of overrides; nothing in it ever changes."""
    op.create_table(
        "override",
        belongs_to("assessment", primary_key=True),
        whole("number", primary_key=True),
        text("about"),
        text("computed"),
        text("level", nullable=True),
        text("why"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="override_number_starts_at_one"),
    )
    protection.forbid_changes("override")
