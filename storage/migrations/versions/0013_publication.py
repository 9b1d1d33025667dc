"""Texts for the national register of algorithms.

Revision ID: 0013
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the table; nothing in it ever changes."""
    op.create_table(
        "publication_text",
        belongs_to("assessment", primary_key=True),
        whole("number", primary_key=True),
        text("field"),
        text("value"),
        text("author"),
        moment("at"),
        sa.CheckConstraint("number >= 1", name="publication_text_number_starts_at_one"),
    )
    protection.forbid_changes("publication_text")
