"""What a second look at the register found.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import text, whole

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table; `python -m tools register look` fills it for entries that are there already."""
    op.create_table(
        "register_look",
        sa.Column("entry_id", sa.Uuid(), sa.ForeignKey("register_entry.id"), primary_key=True),
        text("signal"),
        whole("rank"),
        text("at_least"),
        text("counted"),
        text("at_most"),
    )
    op.create_index("register_look_by_signal", "register_look", ["signal", "entry_id"])
