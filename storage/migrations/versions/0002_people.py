"""People who signed in, and who takes part in which assessment.

Revision ID: 0002
"""

from alembic import op

from storage.migrations import protection
from storage.migrations.columns import belongs_to, moment, serial, text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; who took part when stays on record."""
    op.create_table(
        "person", text("name", primary_key=True), text("display"), text("roles"), moment("seen_at")
    )
    op.create_table(
        "member",
        serial(),
        belongs_to("assessment"),
        text("user_name"),
        text("role"),
        text("author"),
        moment("at"),
        moment("removed_at", nullable=True),
        text("removed_by", nullable=True),
    )
    op.create_index("member_by_user", "member", ["user_name", "assessment_id"])
    protection.forbid_changes("member", ("id", "assessment_id", "user_name", "role", "author", "at"))
