"""The table of what a second look at the register found."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class LookRow(Table):
    """The signal of one entry and the bounds of its tier: derived from the entry, so that lists can use it.

    A higher `rank` comes first in a list. `basis` names what the look was made with.
    """

    __tablename__ = "register_look"
    __table_args__ = (
        Index("register_look_by_signal", "signal", "entry_id"),
        Index("register_look_by_basis", "basis"),
    )

    entry_id: Mapped[UUID] = mapped_column(ForeignKey("register_entry.id"), primary_key=True)
    signal: Mapped[str]
    rank: Mapped[int]
    at_least: Mapped[str]
    counted: Mapped[str]
    at_most: Mapped[str]
    basis: Mapped[str]
