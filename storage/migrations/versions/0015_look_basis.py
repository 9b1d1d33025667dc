"""What a second look rests on, so that those of an earlier framework are found and made anew.

Revision ID: 0015
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import text, whole

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make the table anew, empty: looks follow from the entries, and the app takes those that are missing."""
    op.drop_index("register_look_by_signal", "register_look")
    op.drop_table("register_look")
    op.create_table(
        "register_look",
        sa.Column("entry_id", sa.Uuid(), sa.ForeignKey("register_entry.id"), primary_key=True),
        text("signal"),
        whole("rank"),
        text("at_least"),
        text("counted"),
        text("at_most"),
        text("basis"),
    )
    op.create_index("register_look_by_signal", "register_look", ["signal", "entry_id"])
    op.create_index("register_look_by_basis", "register_look", ["basis"])
