"""The outcome page: complete for every case, and never milder than what is known."""

from datetime import date
from itertools import pairwise

import pytest

from assessment.answers import Reply
from assessment.cases import FutureDuty
from assessment.months import date_text
from assessment.override import settle
from services import answers, finishing, frameworks
from tests.pages.conftest import CASES, App
from ui import here, instruments


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if not case.like])
def test_every_worked_case_shows_all_of_its_outcome(app: App, case: str) -> None:
    assessment = app.case(CASES[case])
    words = app.outcome(assessment).words
    given = {name: reply.value for name, reply in app.current(assessment).items()}
    outcome = here.evaluate(frameworks.current(), given, here.today())

    for instrument in outcome.instruments.values():
        assert instrument.instrument.name in words
    for signal in outcome.stop_signals:
        assert signal.text in words
    for safeguard in outcome.open_safeguards:
        assert safeguard.todo in words
    for action in outcome.actions:
        assert frameworks.current().questions[action.question].text in words
    for dimension in outcome.dimensions.values():
        if dimension.dimension.id != "quickscan":
            assert dimension.dimension.level(dimension.counted).label.lower() in words.lower()


def test_without_answers_nothing_is_green(app: App) -> None:
    screen = app.outcome(app.new())

    assert "Nog niet te bepalen" in screen.words
    assert "Geen enkele regel geldt op dit moment." in screen.words
    assert "Kan nog worden: verplicht." in screen.words


def test_what_nobody_said_is_not_told_as_a_fact(app: App) -> None:
    """The lowest level of a scale means "there is none"; of that nothing is known yet."""
    words = app.outcome(app.new()).words

    assert "Er is geen algoritme" not in words
    assert "Er zijn geen persoonsgegevens." not in words.split("Wat moet er gebeuren?")[0]
    assert "Het kan nog worden: DPIA verplicht." in words


def test_headings_are_in_order(app: App) -> None:
    for case in ("c01", "c03"):
        levels = [level for level, _text in app.outcome(app.case(CASES[case])).headings]
        main = levels[levels.index(1) :]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(main))


def test_reason_names_the_answers_it_rests_on_and_its_source(app: App) -> None:
    words = app.outcome(app.case(CASES["c01"])).words

    assert "Het stuurt in een gevoelig gebied wat er met mensen gebeurt." in words
    assert "Uitkering, schulden, zorg, jeugd, wonen of andere hulp van de gemeente" in words
    assert "Bron: Rekenkamer 2.6 en 6.1.2" in words


def test_duty_of_the_future_says_from_which_day(app: App) -> None:
    case, duty = next(
        (case, duty)
        for case in CASES.values()
        for duty in (case.expect.instruments or {}).values()
        if isinstance(duty, FutureDuty)
    )

    assert f"Verplicht vanaf {date_text(duty.from_)}" in app.outcome(app.case(case)).words


def test_another_reference_date_makes_a_coming_duty_a_duty(app: App) -> None:
    case = next(
        case
        for case in CASES.values()
        if any(not isinstance(duty, str) for duty in (case.expect.instruments or {}).values())
    )
    screen = app.outcome(app.case(case))
    before = _count(screen.words, "Verplicht")
    screen.test.selectbox(key="peildatum").set_value(date(2030, 8, 2))
    screen.run()

    assert _count(screen.words, "Verplicht") > before
    assert "Peildatum: 2 augustus 2030." in screen.words


def test_finishing_freezes_and_reopening_shows_what_changed(app: App) -> None:
    assessment = app.case(CASES["c03"])
    screen = app.outcome(assessment)
    screen.press("Rond de afweging af")
    assert "Deze afweging is afgerond en vastgelegd." in screen.words
    assert "Controlegetal van de uitkomst" in screen.words
    assert screen.test.selectbox(key="peildatum").options[0].startswith("Vastgelegd op")
    assert finishing.latest_snapshot(app.store, app.user, assessment)

    screen.press("Heropen de afweging")
    assert "Er is niets veranderd." in screen.words

    answers.save(app.store, app.user, assessment, "qs_invloed", Reply("direct"), seen=1)
    words = app.outcome(assessment).words
    assert "Merken inwoners, ondernemers of medewerkers iets van de uitkomst?" in words
    assert "Eerst: Indirect, bijvoorbeeld via beleid of planning. Nu: Ja, direct" in words


def test_long_texts_that_differ_only_at_the_end_are_told_apart(app: App) -> None:
    assessment = app.case(CASES["c03"])
    answers.save(app.store, app.user, assessment, "i_omschrijving", Reply("x" * 300), seen=1)
    finishing.finish(app.store, app.user, assessment, here.today())
    finishing.reopen(app.store, app.user, assessment)
    answers.save(app.store, app.user, assessment, "i_omschrijving", Reply("x" * 300 + "y"), seen=2)
    words = app.outcome(assessment).words

    assert "Eerst: " + "x" * 200 + "… (ingekort). Nu:" in words
    assert "De notitie is veranderd" not in words


def test_finishing_warns_of_what_is_open(app: App) -> None:
    assert "vragen zijn niet beantwoord" in app.outcome(app.new()).words


def test_somebody_who_finishes_twice_reads_what_happened(app: App) -> None:
    assessment = app.case(CASES["c03"])
    screen = app.outcome(assessment)
    finishing.finish(app.store, app.user, assessment, here.today())
    screen.press("Rond de afweging af")

    assert "Deze afweging is afgerond" in screen.words


def test_way_down_says_what_would_change(app: App) -> None:
    words = app.outcome(app.case(CASES["c01"])).words

    assert "Wat maakt de trede lager?" in words
    assert "Dan wordt de trede: beperkt" in words


def _count(words: str, group: str) -> int:
    found = next(line for line in words.splitlines() if line.strip().startswith(f"{group} ("))
    return int(found.split("(")[1].split(")")[0])


def test_an_instrument_that_may_still_be_needed_never_reads_as_not_needed() -> None:
    outcome = here.evaluate(frameworks.current(), {"qs_algoritme": "ja"}, here.today())
    found = instruments.groups(outcome, settle(outcome, {}))

    assert "dpia" in {member.instrument.id for member in found[instruments.OPEN]}
    assert all(member.at_most == "niet" for member in found["niet"])


def test_choosing_an_instrument_tells_what_would_make_it_unnecessary(app: App) -> None:
    screen = app.outcome(app.case(CASES["c01"]))
    screen.test.selectbox(key="ws-vervalt").select("dpia")

    assert "Dan wordt het: niet nodig" in screen.run().words
    screen.test.selectbox(key="ws-vervalt").select("bio_toets")
    assert "Geen drie veranderingen of minder" in screen.run().words
