"""Members: who takes part in an assessment, invited by whoever may, and out again."""

from dataclasses import dataclass
from uuid import UUID

from services import access
from services.access import Action
from services.errors import Refused
from services.roles import OF_ASSESSMENT, Role
from services.users import User
from storage.records import Assessment, Member, Person
from storage.store import Store, Transaction
from texts import _

EVENT = "member"
ADVISERS = frozenset({Role.FG, Role.CISO})


class UnknownPerson(Refused):
    """Nobody with a role ever signed in under this name."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Deze collega kent Weegschaal nog niet. Vraag je collega om zich een keer aan te melden. "
                "Nodig daarna opnieuw uit."
            )
        )


class NoRoleToGive(Refused):
    """An invitation makes somebody an author or the process owner, nothing else."""

    def __init__(self) -> None:
        super().__init__(_("Deze rol kun je niet geven. Kies uit de lijst."))


class InvitesThemselves(Refused):
    """Nobody makes themselves anything: a second pair of eyes is no second pair when it is one's own."""

    def __init__(self) -> None:
        super().__init__(
            _("Je kunt jezelf niet uitnodigen. Vraag een collega die meedoet om dit voor je te doen.")
        )


class AdviserFillsIn(Refused):
    """Whoever advises by law does not fill in: then they could not advise any more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "De FG en de CISO geven advies en vullen daarom niets in. Kies iemand anders, "
                "of vraag het advies bij een opmerking."
            )
        )


@dataclass(frozen=True)
class Participant:
    """Somebody who takes part; `is_maker` began the assessment and stays."""

    name: str
    display: str
    role: Role
    is_maker: bool = False


def listed(store: Store, user: User, assessment: UUID) -> list[Participant]:
    """List who takes part, the maker first. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        maker = Participant(held.created_by, _display(tx, held.created_by), Role.AUTHOR, is_maker=True)
        members = tx.members.of(assessment)
        return [maker, *(Participant(one.user, _display(tx, one.user), Role(one.role)) for one in members)]


def candidates(store: Store, user: User, assessment: UUID) -> list[Person]:
    """List everybody who could be invited, by name. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        access.require(tx, user, Action.INVITE, held)
        # Without a role from sign-in an invitation gives nothing.
        return [person for person in tx.people.all() if person.roles]


def invite(store: Store, user: User, assessment: UUID, name: str, role: Role) -> None:
    """Make somebody author or process owner; who is that already stays it.

    Raises UnknownPerson, NoRoleToGive, InvitesThemselves, AdviserFillsIn, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        # Held, or two people who invite somebody at once would do it twice.
        held = access.hold(tx, user, assessment, Action.INVITE)
        _check(role)
        person = tx.people.find(name)
        if person is None or not person.roles:
            raise UnknownPerson
        if role in _roles(tx, held, name):
            tx.undo()
            return
        if name == user.name:
            raise InvitesThemselves
        if role is Role.AUTHOR and ADVISERS & person.roles:
            raise AdviserFillsIn
        member = Member(assessment, name, role, user.name, tx.now)
        tx.members.add(member)
        _note(tx, user, member, "added")


def remove(store: Store, user: User, assessment: UUID, name: str, role: Role) -> None:
    """Take an invitation back; the maker of an assessment stays.

    Raises NoRoleToGive, NotFound, NotAllowed.
    """
    with store.transaction() as tx:
        access.hold(tx, user, assessment, Action.INVITE)
        _check(role)
        members = (one for one in tx.members.of(assessment) if (one.user, one.role) == (name, role))
        member = next(members, None)
        if member is None:
            tx.undo()
            return
        tx.members.remove(assessment, name, role, user.name, tx.now)
        _note(tx, user, member, "removed")


def _check(role: Role) -> None:
    if role not in OF_ASSESSMENT:
        raise NoRoleToGive


def _roles(tx: Transaction, held: Assessment, name: str) -> frozenset[str]:
    made = {Role.AUTHOR} if held.created_by == name else set()
    return tx.members.roles_of(held.id, name) | made


def _display(tx: Transaction, name: str) -> str:
    person = tx.people.find(name)
    return person.display if person else name


def _note(tx: Transaction, user: User, member: Member, action: str) -> None:
    row = tx.audit.claim("member", member.assessment, member.user, member.role, member.at)
    detail = {"action": action, "role": member.role, **row}
    tx.audit.note(member.assessment, EVENT, user.name, member.user, detail)
