"""Earlier assessments by what their tier rests on.

Revision ID: 0014
"""

from alembic import op

from storage.migrations.columns import belongs_to, moment, text, whole

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables; the app fills them from the snapshots when it starts."""
    op.create_table(
        "precedent",
        belongs_to("assessment", primary_key=True),
        whole("round"),
        text("tier"),
        moment("at"),
    )
    op.create_table(
        "precedent_key",
        belongs_to("assessment", primary_key=True),
        text("key", primary_key=True),
    )
    op.create_index("precedent_key_by_key", "precedent_key", ["key", "assessment_id"])
