"""Sessions: invitations that are withdrawn, and an agenda of one's own.

Revision ID: 0008
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables; who was away when stays as it was written."""
    op.create_table(
        "review_absence",
        belongs_to("review", primary_key=True),
        whole("number", primary_key=True),
        text("user_name"),
        sa.Column("away", sa.Boolean(), nullable=False),
        text("author"),
        moment("at"),
    )
    protection.forbid_changes("review_absence")
    op.create_table("review_agenda", belongs_to("review", primary_key=True), text("minutes"))
