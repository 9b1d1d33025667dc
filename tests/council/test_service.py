"""Drawing and recording the overview: what is public reaches the council, and nothing else does."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from assessment.answers import Reply
from assessment.council.changes import Changes
from assessment.council.overview import as_data
from assessment.council.words import in_short, risk_text
from assessment.review.advice import AdviceKind
from assessment.road import State
from services import answers, council, finishing, register, register_start, road
from services.errors import NotAllowed
from services.roles import Role
from services.users import User
from storage.records import Person
from storage.store import Store
from tests.services import roads

ON = date(2026, 11, 23)
KEEPER = User("bureau", "CIO-office", frozenset({Role.CIO_OFFICE}))
READER = roads.person(Role.READER)
COLLEAGUE = "Voornaam Achternaam"


def entered(store: Store, **values: str) -> UUID:
    """Put an algorithm in the register."""
    return register.add(store, KEEPER, {"naam": "Signalen", "domein": "sociaal", **values}).id


def told(store: Store) -> str:
    """Give everything that the overview of today holds, as text."""
    return str(as_data(council.today(store, READER, ON, "Gemeente").overview))


def test_every_algorithm_in_the_register_is_told_to_the_council(store: Store) -> None:
    entered(store, doel="Meldingen verdelen", status="in_gebruik", werking="beslissend")

    (found,) = council.today(store, READER, ON, "Gemeente").overview.algorithms

    assert (found.name, found.purpose, found.domain) == ("Signalen", "Meldingen verdelen", "Sociaal")
    assert found.decides
    assert not found.is_weighed


def test_who_owns_and_supplies_it_and_what_was_noted_stays_in_the_town_hall(store: Store) -> None:
    entered(store, proceseigenaar="Hoofd Werk", leverancier="Leverbaar", kenmerken="Wachtwoord op papier")

    text = told(store)

    assert not [word for word in ("Hoofd Werk", "Leverbaar", "Wachtwoord") if word in text]


def test_name_of_an_owner_who_never_signed_in_is_left_out(store: Store) -> None:
    entered(store, proceseigenaar=COLLEAGUE, doel=f"Vraag het {COLLEAGUE}", publiek_lang=f"Door {COLLEAGUE}.")

    assert COLLEAGUE not in told(store)


def test_names_of_colleagues_are_left_out_and_the_keeper_is_told(store: Store) -> None:
    with store.transaction() as tx:
        tx.people.put(Person("a1", COLLEAGUE, frozenset(), datetime(2026, 11, 1, tzinfo=UTC)))
    entered(store, doel=f"Vraag het {COLLEAGUE} of mail info@gemeente.nl")

    assert COLLEAGUE not in told(store)
    assert council.today(store, READER, ON, "Gemeente").left_out == {
        "Signalen": ("info@gemeente.nl", COLLEAGUE)
    }


def test_decision_and_advice_on_a_linked_assessment_are_told_with_the_reason(store: Store) -> None:
    entry = entered(store)
    made = roads.advised(store, AdviceKind.POSITIVE)
    road.move(store, roads.CLERK, made, State.DECIDED, why=roads.WHY, detail=roads.DECISION)
    register.link(store, KEEPER, entry, made)

    (found,) = council.today(store, READER, ON, "Gemeente").overview.algorithms

    assert found.tier == "hoog"
    assert found.reasons
    assert found.ruling is not None
    assert found.ruling.number == roads.DECISION["number"]
    assert (found.ruling.advice, found.ruling.why) == (AdviceKind.POSITIVE, roads.WHY)


def test_what_an_assessment_alone_finds_to_be_no_algorithm_is_named_until_that_is_decided(
    store: Store,
) -> None:
    entry = entered(store, doel=f"Volgt {COLLEAGUE}")
    council.record(store, KEEPER, "Voorjaar", ON, "Gemeente")
    with store.transaction() as tx:
        tx.people.put(Person("a1", COLLEAGUE, frozenset(), datetime(2026, 11, 1, tzinfo=UTC)))
    made = roads.new(store)
    register.link(store, KEEPER, entry, made)
    said = answers.current(store, roads.MAKER, made)["qs_algoritme"]
    answers.save(store, roads.MAKER, made, "qs_algoritme", Reply("nee"), seen=said.number)
    finishing.finish(store, roads.MAKER, made, ON)

    waiting = council.today(store, READER, ON, "Gemeente").overview
    council.record(store, KEEPER, "Zomer", ON, "Gemeente")
    road.move(store, roads.MAKER, made, State.IN_REVIEW)
    roads.advise(store, made, AdviceKind.POSITIVE)
    road.move(store, roads.CLERK, made, State.DECIDED, why=roads.WHY, detail=roads.DECISION)
    decided = council.today(store, READER, ON, "Gemeente")

    assert waiting.algorithms == ()
    assert [each.name for each in waiting.set_aside] == ["Signalen"]
    assert COLLEAGUE not in str(as_data(waiting))
    assert council.opened(store, READER, 2).overview == waiting
    assert decided.overview.is_empty
    assert [each.name for each in Changes(waiting, decided.overview).settled] == ["Signalen"]


def test_what_is_open_never_makes_the_council_read_that_something_is_forbidden(store: Store) -> None:
    entry = entered(store, domein="dienstverlening", eigen_risico="laag", status="in_gebruik")
    made = register_start.start(store, roads.MAKER, entry)
    finishing.finish(store, roads.MAKER, made.id, ON)

    overview = council.today(store, READER, ON, "Gemeente").overview

    (found,) = overview.algorithms
    assert (found.tier, found.may_be) == ("laag", "verboden")
    assert risk_text(found, council.labels()) == "Laag, misschien verboden"
    assert (overview.risky, overview.unsure) == ((), (found,))
    assert "Bij 1 algoritme kan het risico nog hoog blijken" in " ".join(in_short(overview))


def test_an_idea_that_nobody_decided_on_is_not_told(store: Store) -> None:
    roads.finished(store)

    assert council.today(store, READER, ON, "Gemeente").overview.algorithms == ()


def test_an_algorithm_that_was_decided_on_is_told_also_when_the_register_does_not_know_it(
    store: Store,
) -> None:
    roads.decided(store)

    assert len(council.today(store, READER, ON, "Gemeente").overview.algorithms) == 1


def test_recorded_overview_stays_as_it_was_and_the_next_tells_what_changed(store: Store) -> None:
    entry = entered(store, status="in_ontwikkeling")
    made = council.record(store, KEEPER, " Voorjaar  2026 ", ON, "Gemeente")
    before = council.opened(store, READER, made.number).overview
    register.change(store, KEEPER, entry, {"status": "in_gebruik"}, seen=1)

    now = council.today(store, READER, ON, "Gemeente")

    assert made.title == "Voorjaar 2026"
    assert council.opened(store, READER, 1).overview == before == now.earlier
    assert [each.fields for each in Changes(before, now.overview).changed] == [("status",)]
    assert council.record(store, KEEPER, "Najaar", ON, "Gemeente").number == 2
    assert council.opened(store, READER, 2).earlier == before


@pytest.mark.parametrize("title", ["", "   ", "x" * 101])
def test_overview_without_a_usable_name_is_not_recorded(store: Store, title: str) -> None:
    entered(store)

    with pytest.raises(council.OverviewRefused, match="naam"):
        council.record(store, KEEPER, title, ON, "Gemeente")
    assert council.recorded(store, KEEPER) == []


def test_nothing_is_not_recorded(store: Store) -> None:
    with pytest.raises(council.OverviewRefused, match="register"):
        council.record(store, KEEPER, "Najaar", ON, "Gemeente")


def test_overview_that_does_not_exist_is_refused_in_words(store: Store) -> None:
    with pytest.raises(council.OverviewRefused, match="bestaat niet"):
        council.opened(store, READER, 7)


def test_reader_reads_and_does_not_record(store: Store) -> None:
    entered(store)

    with pytest.raises(NotAllowed):
        council.record(store, READER, "Najaar", ON, "Gemeente")
