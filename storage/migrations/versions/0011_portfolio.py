"""What was done of what assessments ask for, and the self-scan of the organisation.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the tables; nothing in them ever changes."""
    op.create_table(
        "instrument_done",
        belongs_to("assessment", primary_key=True),
        whole("number", primary_key=True),
        text("instrument"),
        sa.Column("done_on", sa.Date(), nullable=True),
        text("found_at"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="instrument_done_number_starts_at_one"),
    )
    op.create_table(
        "self_scan",
        whole("number", primary_key=True),
        whole("year"),
        text("framework_version"),
        text("levels"),
        text("notes"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="self_scan_number_starts_at_one"),
    )
    for table in ("instrument_done", "self_scan"):
        protection.forbid_changes(table)
