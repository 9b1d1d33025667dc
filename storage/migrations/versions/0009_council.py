"""Overviews for the council.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import moment, text, whole

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table; what the council once read stays as it was."""
    op.create_table(
        "council_overview",
        whole("number", primary_key=True),
        text("title"),
        sa.Column("reference_date", sa.Date(), nullable=False),
        text("content"),
        text("sha256"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="council_overview_number_starts_at_one"),
    )
    protection.forbid_changes("council_overview")
