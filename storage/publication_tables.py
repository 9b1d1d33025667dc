"""The table of texts for the national register that somebody wrote for one assessment."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class PublicationTextRow(Table):
    """The value of one field; the newest per field counts, an empty one takes back. Append-only."""

    __tablename__ = "publication_text"
    __table_args__ = (CheckConstraint("number >= 1", name="publication_text_number_starts_at_one"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    field: Mapped[str]
    value: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
