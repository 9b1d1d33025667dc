"""The table of the road: the moves of each role, from each place, written out once more."""

import pytest

from assessment.road import State
from services import road
from services.access import MAY
from services.errors import NotAllowed, NotFinished, Refused, StepImpossible, StepIncomplete
from services.roles import Role
from storage.migrate import migrate
from storage.store import Store
from tests.conftest import Clock
from tests.services import roads
from tests.services.roads import DECISION, MAKER, OWNER, WHY, person

# The moves of each role, by where they lead from each place: the tables of `road` and `access` once more.
MAKES = {
    "concept": {},
    "finished": {Role.AUTHOR: "concept in_review", Role.PROCESS_OWNER: "in_review"},
    "offered": {
        Role.AUTHOR: "concept",
        Role.PROCESS_OWNER: "concept",
        Role.COLLEGE_SECRETARY: "decided",
    },
    "advised": {
        Role.AUTHOR: "concept in_review",
        Role.PROCESS_OWNER: "concept in_review",
        Role.COLLEGE_SECRETARY: "decided",
    },
    "go": {Role.PROCESS_OWNER: "on_watch reweigh ended", "watchers": "reweigh"},
    "stop": {Role.PROCESS_OWNER: "reweigh ended", "watchers": "reweigh"},
    "back": {Role.AUTHOR: "concept", Role.PROCESS_OWNER: "ended"},
    "on_watch": {Role.PROCESS_OWNER: "in_use reweigh ended", "watchers": "reweigh"},
    "in_use": {Role.PROCESS_OWNER: "reweigh ended", "watchers": "reweigh"},
    "to_reweigh": {Role.AUTHOR: "concept", Role.PROCESS_OWNER: "in_use ended", "watchers": "in_use"},
    "ended": {},
}
STANDS = {
    **{place: State(place) for place in ("concept", "advised", "on_watch", "in_use", "ended")},
    **dict.fromkeys(("go", "stop", "back"), State.DECIDED),
    "finished": State.CONCEPT,
    "offered": State.IN_REVIEW,
    "to_reweigh": State.REWEIGH,
}
# A step that the table has, and for which something is missing.
UNREADY = {("concept", State.IN_REVIEW), ("offered", State.ADVISED)}
WATCHERS = {Role.SECRETARY, Role.FG, Role.CISO, Role.CIO_OFFICE}
DETAIL = {
    State.DECIDED: DECISION,
    State.ON_WATCH: {"on": "2026-11-22"},
    State.REWEIGH: {"trigger": "incident"},
}


def makes(place, role):
    row = MAKES[place]
    own = row.get(role, "").split() + (row.get("watchers", "").split() if role in WATCHERS else [])
    # One user on their own machine: everything, except deciding on what they filled in (they did not here).
    return {to for who in row for to in row[who].split()} if role is Role.LOCAL else set(own)


def why_not(place, role, to):
    """Give the reason of a refusal: who may not hears nothing of what is missing."""
    at = STANDS[place]
    if role is Role.BIM or road.right(at, to) not in MAY[role]:
        return NotAllowed
    if (place, to) == ("concept", State.CONCEPT):
        return NotFinished
    return StepIncomplete if (place, to) in UNREADY else StepImpossible


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """A store with an assessment at every place, which the tests leave as it is."""
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('road') / 'weegschaal.db'}", Clock())
    migrate(store)
    places = {
        "concept": roads.new(store),
        "finished": roads.finished(store),
        "offered": roads.offered(store),
        "advised": roads.advised(store),
        "go": roads.decided(store),
        "stop": roads.decided(store, "stop"),
        "back": roads.decided(store, "back"),
        "on_watch": roads.on_watch(store),
        "in_use": roads.in_use(store),
        "to_reweigh": roads.to_reweigh(store),
        "ended": roads.ended(store),
    }
    yield store, places
    store.close()


@pytest.mark.parametrize("to", list(State))
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", MAKES)
def test_each_role_makes_the_moves_of_the_table_and_no_other(country, place, role, to):
    store, places = country
    user = person(role)

    def go():
        with store.transaction() as tx:
            made = road.step(tx, user, places[place], to, why=WHY, detail=DETAIL.get(to, {}))
            tx.undo()
            return made

    if to in makes(place, role):
        assert (go().to, go().author) == (to, user.name)
    else:
        with pytest.raises(Refused) as refusal:
            go()
        assert type(refusal.value) is why_not(place, role, to)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", MAKES)
def test_page_offers_each_role_the_moves_it_can_make(country, place, role):
    store, places = country
    if role is Role.BIM:
        with pytest.raises(NotAllowed):
            road.choices(store, person(role), places[place])
        return

    offered = road.choices(store, person(role), places[place])

    assert {choice.move.to for choice in offered if choice.is_open} == makes(place, role)


def test_what_is_missing_first_is_told_with_the_choice(country):
    store, places = country
    reopen, offer = road.choices(store, MAKER, places["concept"])

    assert (reopen.move.to, offer.move.to) == (State.CONCEPT, State.IN_REVIEW)
    assert [need.value for need in offer.lacks] == ["finished"]
    with pytest.raises(StepIncomplete, match="Rond eerst de afweging af"):
        road.move(store, MAKER, places["concept"], State.IN_REVIEW)


def test_forbidden_move_says_where_the_assessment_stands(country):
    store, places = country

    with pytest.raises(StepImpossible, match="De afweging staat op: Gestopt"):
        road.move(store, OWNER, places["ended"], State.IN_REVIEW)
