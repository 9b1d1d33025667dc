"""The tables of the audit trail. An entry names its assessment without a foreign key: it outlives it."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Table


class AuditRow(Table):
    """One entry of a chain, as text: what is hashed is exactly what stands here."""

    __tablename__ = "audit"

    assessment_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    who: Mapped[str]
    event: Mapped[str]
    about: Mapped[str]
    detail: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class AuditHeadRow(Table):
    """The end of each chain; its row is also what makes two who write at once wait for each other."""

    __tablename__ = "audit_head"

    assessment_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str]
