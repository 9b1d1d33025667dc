"""Members: who was invited to an assessment, as what; and the people whose names are known."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from storage.records import Member, Person
from storage.tables import MemberRow, PersonRow


class MemberTable:
    """Who takes part in an assessment; who was removed stays in the table, with when and by whom."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, assessment: UUID) -> list[Member]:
        """List the present members, in the order in which they came."""
        rows = self._session.scalars(
            select(MemberRow)
            .where(MemberRow.assessment_id == assessment, MemberRow.removed_at.is_(None))
            .order_by(MemberRow.id)
        )
        return [Member(row.assessment_id, row.user_name, row.role, row.author, row.at) for row in rows]

    def roles_of(self, assessment: UUID, user: str) -> frozenset[str]:
        """Give the roles of one user in an assessment."""
        found = self._session.scalars(
            select(MemberRow.role).where(
                MemberRow.assessment_id == assessment,
                MemberRow.user_name == user,
                MemberRow.removed_at.is_(None),
            )
        )
        return frozenset(found)

    def add(self, member: Member) -> None:
        """Add a member."""
        self._session.execute(
            insert(MemberRow).values(
                assessment_id=member.assessment,
                user_name=member.user,
                role=member.role,
                author=member.author,
                at=member.at,
            )
        )

    def remove(self, assessment: UUID, user: str, role: str, by: str, now: datetime) -> None:
        """Note that somebody is no member any more."""
        self._session.execute(
            update(MemberRow)
            .where(
                MemberRow.assessment_id == assessment,
                MemberRow.user_name == user,
                MemberRow.role == role,
                MemberRow.removed_at.is_(None),
            )
            .values(removed_at=now, removed_by=by)
        )


class PersonTable:
    """Everybody who ever signed in, so that a name on the screen is a name and not an account."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, name: str) -> Person | None:
        """Give one person, None when they never signed in."""
        row = self._session.get(PersonRow, name)
        return None if row is None else _person(row)

    def among(self, names: Iterable[str]) -> list[Person]:
        """Give those of these accounts who ever signed in."""
        return [
            _person(row) for row in self._session.scalars(select(PersonRow).where(PersonRow.name.in_(names)))
        ]

    def all(self) -> list[Person]:
        """List everybody, by what people read."""
        return [_person(row) for row in self._session.scalars(select(PersonRow).order_by(PersonRow.display))]

    def put(self, person: Person) -> None:
        """Remember how somebody is called and what their sign-in says they are."""
        row = self._session.get(PersonRow, person.name) or PersonRow(name=person.name)
        row.display, row.roles, row.seen_at = person.display, " ".join(sorted(person.roles)), person.seen_at
        self._session.add(row)
        self._session.flush()


def _person(row: PersonRow) -> Person:
    return Person(row.name, row.display, frozenset(row.roles.split()), row.seen_at)
