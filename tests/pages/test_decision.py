"""The page of the road to a decision: what is offered to whom, and that nothing typed is lost."""

from datetime import date
from itertools import pairwise

import pytest

from assessment.decisions import Body, Verdict
from assessment.review.advice import AdviceKind, Proviso
from services import finishing, overrides, road
from services.roles import Role
from services.users import User
from tests.pages.conftest import CASES
from tests.services import roads
from tests.services.roads import MAKER, ON, OWNER, person
from ui import context, links


@pytest.fixture
def seen_by(app, monkeypatch):
    """Open the page as somebody."""

    def opening(user, assessment, page=links.DECISION):
        monkeypatch.setattr(context, "user", lambda: user)
        return app.whole(assessment, page)

    return opening


def field(screen, label):
    kinds = (screen.test.text_input, screen.test.text_area, screen.test.radio, screen.test.selectbox)
    return next(widget for kind in kinds for widget in kind if widget.label == label)


def test_concept_waits_for_its_round_to_be_finished(app, seen_by):
    screen = seen_by(MAKER, roads.new(app.store))

    assert "Stand: Concept" in screen.words
    assert "Bied aan voor beoordeling . Rond eerst de afweging af" in screen.words
    assert "Bied aan voor beoordeling" not in screen.buttons


def test_author_offers_a_finished_round(app, seen_by):
    made = roads.finished(app.store)
    screen = seen_by(MAKER, made).press("Bied aan voor beoordeling")

    assert "De afweging staat nu op: In beoordeling." in screen.words
    assert road.where(app.store, MAKER, made).state is road.State.IN_REVIEW


def test_faults_stand_at_their_fields_and_what_was_typed_stays(app, seen_by):
    made = roads.offered(app.store)
    screen = seen_by(roads.CLERK, made)
    field(screen, "Nummer van het besluit").input("2026/77")
    field(screen, "Voorwaarde 1").input("Doe een DPIA")
    field(screen, "Datum van het besluit, bijvoorbeeld 22-11-2026").input("morgen")

    screen = screen.press("Leg het besluit vast")

    assert "Vul een datum in, zoals 22-11-2026." in screen.words
    assert "Kijk bij de velden wat er mist." in screen.words
    assert field(screen, "Nummer van het besluit").value == "2026/77"
    assert field(screen, "Voorwaarde 1").value == "Doe een DPIA"
    assert road.where(app.store, MAKER, made).state is road.State.IN_REVIEW


def test_decision_with_a_condition_is_recorded_and_shown(app, seen_by):
    made = roads.offered(app.store)
    screen = seen_by(roads.CLERK, made).press("Nog een voorwaarde")
    field(screen, "Wat is het besluit?").set_value(Verdict.GO_IF)
    field(screen, "Datum van het besluit, bijvoorbeeld 22-11-2026").input("20-11-2026")
    field(screen, "Wie besloot?").set_value(Body.COLLEGE)
    field(screen, "Nummer van het besluit").input("2026/77")
    field(screen, "Voorwaarde 2").input("Meet elk kwartaal <b>")
    field(screen, "Wie doet voorwaarde 2?").input("Proceseigenaar")
    field(screen, "Voorwaarde 2 is klaar op").input("1-2-2027")
    field(screen, "Waarom wacht het besluit niet op een advies?").input("Spoed")

    screen = screen.press("Leg het besluit vast")

    assert "Stand: Besluit genomen: doorgaan onder voorwaarden" in screen.words
    for words in ("20 november 2026", "2026/77", "Meet elk kwartaal", "1 februari 2027", "Spoed"):
        assert words in screen.words
    assert "Jij kunt nu geen stap zetten" in screen.words


def test_concept_says_what_is_missing_and_offers_nothing_to_open_again(app):
    screen = app.whole(app.case(CASES["c01"]), links.DECISION)

    assert "Je kunt nog geen stap zetten. Hieronder staat wat er mist." in screen.words
    assert "Bied aan voor beoordeling" in screen.words
    assert "Heropen" not in screen.words


def test_conditions_of_the_advice_stand_ready_and_can_be_changed(app, seen_by):
    conditions = [Proviso("Doe een DPIA", "PO", date(2027, 2, 1)), Proviso("Meet", "PE", date(2027, 3, 1))]
    screen = seen_by(roads.CLERK, roads.advised(app.store, AdviceKind.ON_CONDITIONS, *conditions))

    assert field(screen, "Voorwaarde 2").value == "Meet"
    assert field(screen, "Voorwaarde 1 is klaar op").value == "01-02-2027"
    field(screen, "Voorwaarde 2").input("Meet elk kwartaal")
    assert field(screen.run(), "Voorwaarde 2").value == "Meet elk kwartaal"


def test_who_filled_in_sees_why_they_do_not_decide(app, seen_by):
    both = User(MAKER.name, "Maker", frozenset({Role.BIM, Role.COLLEGE_SECRETARY}))
    screen = seen_by(both, roads.offered(app.store))

    assert "Wie invult, legt het besluit niet vast" in screen.words
    assert "Leg het besluit vast" not in screen.buttons


@pytest.mark.parametrize(
    "place",
    [roads.new, roads.advised, roads.decided, roads.on_watch, roads.in_use, roads.to_reweigh, roads.ended],
)
@pytest.mark.parametrize("user", [MAKER, OWNER, roads.CLERK, person(Role.READER)])
def test_page_opens_everywhere_for_everybody(app, seen_by, place, user):
    screen = seen_by(user, place(app.store))

    assert screen.headings[0] == (1, "Besluit en vervolg")
    levels = [level for level, _text in screen.headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "hier staat de afweging" in screen.words


def test_owner_takes_it_in_use_and_sees_when_it_is_weighed_again(app, seen_by):
    made = roads.decided(app.store)
    screen = seen_by(OWNER, made)
    field(screen, "Vanaf welke dag is het in gebruik? Bijvoorbeeld 22-11-2026").input("1-10-2026")

    screen = screen.press("Neem in gebruik")

    assert "In gebruik sinds 1 oktober 2026. Weeg het opnieuw op 1 oktober 2027." in screen.words
    assert [download.label for download in screen.test.get("download_button")] == [
        "Zet in je agenda (.ics)",
        "Stappen als CSV",
        "Stappen als Excel",
    ]


def test_level_set_by_hand_stands_beside_the_computed_one_on_both_pages(app, seen_by):
    made = roads.new(app.store)
    screen = seen_by(MAKER, made)
    field(screen, "Wat moet het zijn?").set_value("verboden")
    screen = screen.press("Zet dit niveau")

    told = "Risicotrede: berekend Hoog, gezet op Verboden"
    assert told in screen.words
    outcome = seen_by(MAKER, made, links.OUTCOME).words
    assert told in outcome
    assert "Berekend: Hoog. Met de hand gezet op: Verboden." in outcome
    assert "Dit advies gaat uit van de berekende trede." in outcome


def test_instruments_that_follow_from_a_tier_set_by_hand_stand_in_their_group_with_what_is_computed(
    app, seen_by
):
    made = app.case(CASES["k00"])
    overrides.set_level(app.store, app.user, made, "trede", "hoog", on=ON)
    words = seen_by(app.user, made, links.OUTCOME).words

    assert "Door die trede tellen 12 instrumenten zwaarder." in words
    assert "Berekend: Niet nodig. Door de risicotrede die met de hand is gezet: Aanbevolen." in words
    assert "met de hand gezet op: Hoog" in app.start().words
    step = app.step(made, "doel").words
    assert "Berekend: Laag. Met de hand gezet op: Hoog." in step


def test_lower_without_the_right_is_refused_at_its_field(app, seen_by):
    made = roads.new(app.store)
    screen = seen_by(MAKER, made)
    field(screen, "Wat moet het zijn?").set_value("laag")
    field(screen, "Reden (verplicht als het lager wordt)").input("Valt mee")

    screen = screen.press("Zet dit niveau")

    assert "CIO-office of de FG" in screen.words
    assert field(screen, "Reden (verplicht als het lager wordt)").value == "Valt mee"
    assert overrides.of(app.store, MAKER, made) == []


def test_outcome_says_where_it_stands_and_offers_reopening_only_as_a_concept(app, seen_by):
    made = roads.finished(app.store)
    screen = seen_by(MAKER, made, links.OUTCOME)
    assert "Stand: Concept, de ronde is afgerond." in screen.words
    assert "Heropen de afweging" in screen.buttons

    road.move(app.store, MAKER, made, road.State.IN_REVIEW)

    screen = seen_by(MAKER, made, links.OUTCOME)
    assert "Stand: In beoordeling." in screen.words
    assert "Heropen de afweging" not in screen.buttons


def test_overdue_algorithm_stands_on_the_start_page(app, monkeypatch):
    made = roads.decided(app.store)
    road.move(app.store, OWNER, made, road.State.ON_WATCH, detail={"on": "2020-01-01"})
    roads.on_watch(app.store)
    monkeypatch.setattr(context, "user", lambda: OWNER)

    words = app.start().words

    assert "Dit had opnieuw gewogen moeten zijn op 1 januari 2021." in words
    assert words.count("opnieuw gewogen moeten zijn") == 1


def test_start_page_of_who_has_nothing_in_use_says_nothing_of_weighing_again(app):
    finishing.finish(app.store, app.user, roads.examples.copy_example(app.store, app.user, "c01").id, ON)

    assert "Opnieuw wegen" not in app.start().words
