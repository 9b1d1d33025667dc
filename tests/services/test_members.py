"""Members: invited by whoever may, with what that gives, and out again."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from assessment.answers import Reply
from services import answers, assessments, listing, members, people, permissions
from services.access import MAY, Action
from services.errors import NotAllowed, NotFound
from services.members import AdviserFillsIn, InvitesThemselves, NoRoleToGive, Participant, UnknownPerson
from services.roles import Role
from services.users import User

MAKER = User("maker", "Bea de Vries", frozenset({Role.BIM}))
CORA = User("cora", "Cora Jansen", frozenset({Role.BIM}))
READER = User("leo", "Leo Smit", frozenset({Role.READER}))
LEFT = User("nico", "Nico Mulder")
SEEN = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.fixture
def weighing(store, framework):
    """An assessment, and everybody who ever signed in."""
    for person in (MAKER, CORA, READER, LEFT):
        people.remember(store, person, SEEN)
    return assessments.create(store, MAKER, title="Schuldhulp", framework=framework)


def test_invited_colleague_fills_in_and_finds_it_in_the_own_list(store, weighing):
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)

    answers.save(store, CORA, weighing.id, "qs_algoritme", Reply("ja"), seen=0)
    assert [found.title for found in assessments.mine(store, CORA)] == ["Schuldhulp"]
    assert assessments.count_mine(store, CORA) == 1


def test_process_owner_reads_and_invites_but_does_not_answer(store, weighing):
    members.invite(store, MAKER, weighing.id, "cora", Role.PROCESS_OWNER)

    members.invite(store, CORA, weighing.id, "leo", Role.AUTHOR)
    with pytest.raises(NotAllowed):
        answers.save(store, CORA, weighing.id, "qs_algoritme", Reply("ja"), seen=0)


def test_list_shows_the_maker_first_and_everybody_by_name(store, weighing):
    members.invite(store, MAKER, weighing.id, "leo", Role.PROCESS_OWNER)
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)

    assert members.listed(store, CORA, weighing.id) == [
        Participant("maker", "Bea de Vries", Role.AUTHOR, is_maker=True),
        Participant("leo", "Leo Smit", Role.PROCESS_OWNER),
        Participant("cora", "Cora Jansen", Role.AUTHOR),
    ]


def test_who_is_invited_twice_is_one_member(store, weighing):
    for _turn in range(2):
        members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    members.invite(store, MAKER, weighing.id, "maker", Role.AUTHOR)

    assert len(members.listed(store, MAKER, weighing.id)) == 2


@pytest.mark.parametrize("user", [MAKER, CORA])
@pytest.mark.parametrize("role", [Role.PROCESS_OWNER, Role.AUTHOR])
def test_nobody_makes_themselves_anything(store, weighing, user, role):
    if user is CORA:
        other = Role.AUTHOR if role is Role.PROCESS_OWNER else Role.PROCESS_OWNER
        members.invite(store, MAKER, weighing.id, "cora", other)
    elif role is Role.AUTHOR:
        return  # the maker is that already
    before = members.listed(store, MAKER, weighing.id)

    with pytest.raises(InvitesThemselves, match="Vraag een collega"):
        members.invite(store, user, weighing.id, user.name, role)
    assert members.listed(store, MAKER, weighing.id) == before


@pytest.mark.parametrize("role", [Role.FG, Role.CISO])
def test_adviser_by_law_is_not_made_to_fill_in_and_so_put_out_of_the_advice(store, weighing, role):
    people.remember(store, User("femke", "Femke Dekker", frozenset({role, Role.BIM})), SEEN)

    with pytest.raises(AdviserFillsIn, match="geven advies en vullen daarom niets in"):
        members.invite(store, MAKER, weighing.id, "femke", Role.AUTHOR)
    members.invite(store, MAKER, weighing.id, "femke", Role.PROCESS_OWNER)


def test_removed_member_is_out_at_once_and_can_come_back(store, weighing):
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    members.remove(store, MAKER, weighing.id, "cora", Role.AUTHOR)

    with pytest.raises(NotAllowed):
        assessments.opened(store, CORA, weighing.id)
    assert assessments.mine(store, CORA) == []
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    assert assessments.opened(store, CORA, weighing.id).title == "Schuldhulp"


def test_removing_one_role_leaves_the_other(store, weighing):
    for role in (Role.AUTHOR, Role.PROCESS_OWNER):
        members.invite(store, MAKER, weighing.id, "cora", role)
    members.remove(store, MAKER, weighing.id, "cora", Role.AUTHOR)

    assert Action.INVITE in permissions.of(store, CORA, weighing.id)
    assert Action.ANSWER not in permissions.of(store, CORA, weighing.id)


def test_maker_stays_whoever_removes_them(store, weighing):
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    members.remove(store, CORA, weighing.id, "maker", Role.AUTHOR)

    assert Action.ANSWER in permissions.of(store, MAKER, weighing.id)


@pytest.mark.parametrize("name", ["nobody", "nico", ""])
def test_who_has_no_role_or_never_signed_in_is_not_invited(store, weighing, name):
    with pytest.raises(UnknownPerson, match="aan te melden"):
        members.invite(store, MAKER, weighing.id, name, Role.AUTHOR)

    assert name not in {person.name for person in members.candidates(store, MAKER, weighing.id)}


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.AUTHOR, Role.PROCESS_OWNER}])
def test_invitation_gives_no_role_of_a_sign_in(store, weighing, role):
    with pytest.raises(NoRoleToGive):
        members.invite(store, MAKER, weighing.id, "cora", role)
    with pytest.raises(NoRoleToGive):
        members.remove(store, MAKER, weighing.id, "cora", role)


def test_reader_invites_nobody_not_even_themselves(store, weighing):
    with pytest.raises(NotAllowed):
        members.invite(store, READER, weighing.id, "leo", Role.AUTHOR)

    assert [one.name for one in members.listed(store, READER, weighing.id)] == ["maker"]


def test_audit_trail_tells_who_was_invited_and_removed_and_by_whom(store, weighing):
    members.invite(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    members.remove(store, MAKER, weighing.id, "cora", Role.AUTHOR)
    members.remove(store, MAKER, weighing.id, "cora", Role.AUTHOR)

    with store.reading() as tx:
        told = [entry for entry in tx.audit.of(weighing.id) if entry.event == members.EVENT]
    said = [(entry.who, entry.about, json.loads(entry.detail)["action"]) for entry in told]
    assert said == [("maker", "cora", "added"), ("maker", "cora", "removed")]


def test_list_of_everybody_is_for_who_may_see_them_all(store, weighing):
    assert [found.title for found in listing.everybodys(store, READER)] == ["Schuldhulp"]
    assert assessments.mine(store, READER) == []
    with pytest.raises(NotAllowed):
        listing.everybodys(store, CORA)


@pytest.mark.parametrize(
    "search,found",
    [
        ("SCHULD", 1),
        ("hulp", 1),
        (" schuldhulp ", 1),
        ("parkeren", 2),
        ("%", 1),
        ("_", 0),
        ("' or 1=1", 0),
        ("", 4),
    ],
)
def test_title_is_searched_for_what_was_typed(store, weighing, framework, search, found):
    for title in ("Parkeren", "Parkeren 2", "100% controle"):
        assessments.create(store, MAKER, title=title, framework=framework)

    assert len(listing.everybodys(store, READER, search=search)) == found
    assert listing.count_everybodys(store, READER, search=search) == found


def test_long_list_comes_page_by_page_last_changed_first(store, weighing, framework):
    for number in range(3):
        assessments.create(store, CORA, title=f"Proef {number}", framework=framework)

    pages = [listing.everybodys(store, READER, limit=2, offset=offset) for offset in (0, 2)]
    assert [found.title for page in pages for found in page] == [
        "Proef 2",
        "Proef 1",
        "Proef 0",
        "Schuldhulp",
    ]


def test_screen_hears_what_one_may_do_and_nothing_of_what_one_may_not_read(store, weighing):
    assert permissions.of(store, MAKER) == MAY[Role.BIM]
    assert Action.ANSWER in permissions.of(store, MAKER, weighing.id)
    assert Action.READ in permissions.of(store, READER, weighing.id)
    assert Action.ANSWER not in permissions.of(store, READER, weighing.id)
    with pytest.raises(NotAllowed):
        permissions.of(store, CORA, weighing.id)
    with pytest.raises(NotFound):
        permissions.of(store, MAKER, uuid4())


def test_names_are_those_of_sign_in_or_else_the_account(store, weighing):
    assert people.names(store, ["maker", "nobody"]) == {"maker": "Bea de Vries", "nobody": "nobody"}
