"""The tables of the register."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table

# Both databases sort alike: by character, whatever the language of the server.
ORDERED = Text().with_variant(Text(collation="C"), "postgresql")


class EntryRow(Table):
    """One algorithm: its values as JSON in `content`, and apart from them what lists filter and sort on.

    `search` is what people search in, `identity` what no two entries share. `content` comes last, so that a
    list that only filters never reads it.
    """

    __tablename__ = "register_entry"
    __table_args__ = (
        Index("register_entry_by_number", "number_key", unique=True),
        Index("register_entry_by_identity", "identity", unique=True),
        # A list reads one of these from its beginning and stops after one page.
        Index("register_entry_by_name", "name_key", "id"),
        Index("register_entry_by_change", "changed_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    revision: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    number_key: Mapped[str] = mapped_column(ORDERED)
    name_key: Mapped[str] = mapped_column(ORDERED)
    domain: Mapped[str] = mapped_column(ORDERED)
    status: Mapped[str]
    working: Mapped[str]
    own_rating: Mapped[str]
    duty: Mapped[str]
    due: Mapped[date | None]
    # Empty for a moment, while names trade places in one change.
    identity: Mapped[str | None]
    search: Mapped[str]
    content: Mapped[str]


class EntryChangeRow(Table):
    """What somebody did to an entry, as JSON: from what to what. Append-only."""

    __tablename__ = "register_change"
    __table_args__ = (Index("register_change_by_entry", "entry_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("register_entry.id"))
    revision: Mapped[int]
    kind: Mapped[str]
    detail: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]


class EntryLinkRow(Table):
    """An assessment of an algorithm in the register; each belongs to one entry at most."""

    __tablename__ = "register_link"
    __table_args__ = (Index("register_link_by_entry", "entry_id", "assessment_id"),)

    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("register_entry.id"))
    author: Mapped[str]
    at: Mapped[datetime]
