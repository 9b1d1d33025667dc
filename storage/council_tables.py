"""The table of overviews that were made for the council."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class CouncilRow(Table):
    """One overview as the council got it; the content is JSON, with its SHA-256."""

    __tablename__ = "council_overview"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str]
    on: Mapped[date] = mapped_column("reference_date")
    content: Mapped[str]
    sha256: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
