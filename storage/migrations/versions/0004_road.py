"""The road to a decision.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of moves; nothing in it ever changes."""
    op.create_table(
        "transition",
        belongs_to("assessment", primary_key=True),
        whole("number", primary_key=True),
        whole("round"),
        text("from_state"),
        text("to_state"),
        text("why"),
        text("detail"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="transition_number_starts_at_one"),
    )
    protection.forbid_changes("transition")
