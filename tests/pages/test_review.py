"""The page of a session: for who leads it, who answers, and who only reads."""

from datetime import date
from itertools import pairwise

import pytest

from assessment.review.advice import AdviceKind, Proviso
from assessment.review.ballots import GO_AHEAD, Choice
from assessment.road import State
from services import advising, agendas, ballots, dossiers, finishing, reviews, road
from services.roles import Role
from services.users import User
from tests.pages.conftest import CASES, App, Screen
from ui import here, links

MEMBERS = [User(name, name.title(), frozenset({Role.NETWORK})) for name in ("anna", "bram", "cees", "dora")]


@pytest.fixture
def offered(app: App):
    """An assessment in review."""
    assessment = app.case(CASES["c01"])
    finishing.finish(app.store, app.user, assessment, here.today())
    road.move(app.store, app.user, assessment, State.IN_REVIEW)
    return assessment


def session(app: App, offered, *, anonymous: bool = False) -> None:
    """Open a session of everybody."""
    names = [app.user.name, *(member.name for member in MEMBERS)]
    reviews.open_review(app.store, app.user, offered, anonymous=anonymous, names=names)


def answer(app: App, offered, stances: str = "1155", choice: Choice = Choice.AGREE) -> None:
    """Let members answer the first statement and the last question."""
    opened = reviews.current(app.store, app.user, offered).open_round
    for member, stance in zip(MEMBERS, stances, strict=False):
        for item, said in ((1, stance), (GO_AHEAD, choice)):
            ballots.answer(app.store, member, offered, opened.id, item, said, f"Reden van {member.name}")


def a_round(app: App, offered, stances: str = "1155", choice: Choice = Choice.AGREE) -> None:
    """Let a round pass."""
    reviews.open_round(app.store, app.user, offered)
    answer(app, offered, stances, choice)
    reviews.close_round(app.store, app.user, offered)


def page(app: App, offered) -> Screen:
    """Open the page of the session."""
    return app.whole(offered, links.REVIEW)


def test_secretary_opens_a_session_and_a_round_from_the_page(app: App, offered) -> None:
    screen = page(app, offered)
    screen.test.multiselect[0].set_value([app.user.name])
    screen.press("Open de sessie")
    found = reviews.current(app.store, app.user, offered)
    assert (found.review.anonymous, found.invitees) == (True, (app.user.name,))
    assert "niemand ziet wie wat antwoordt" in screen.words

    screen.press("Open ronde 1")
    assert "Ronde 1 is open" in screen.words
    assert "Jouw antwoorden" in [text for _level, text in screen.headings]


def test_what_was_not_offered_cannot_be_reviewed_and_the_page_says_so(app: App) -> None:
    screen = page(app, app.case(CASES["c01"]))

    assert "Dat kan als de afweging in beoordeling is." in screen.words
    assert "Besluit en vervolg" in screen.words
    assert "Open de sessie" not in screen.buttons


def test_statements_are_edited_and_left_out_before_round_one(app: App, offered) -> None:
    session(app, offered)
    screen = page(app, offered)
    first, *others = reviews.current(app.store, app.user, offered).statements
    areas = {area.key: area for area in screen.test.text_area}
    areas[f"ws-stelling-{first.value}"].set_value("Dit is van ons.")
    areas[f"ws-stelling-{others[0].value}"].set_value("")
    screen.press("Bewaar de stellingen")

    asked = reviews.current(app.store, app.user, offered).statements
    assert asked[0].text == "Dit is van ons."
    assert others[0].value not in {statement.value for statement in asked}


def test_answer_is_saved_at_once_and_is_there_after_a_dropped_connection(app: App, offered) -> None:
    session(app, offered)
    reviews.open_round(app.store, app.user, offered)
    screen = page(app, offered)
    screen.test.radio[0].set_value("2")
    screen.run()
    waarom = next(area for area in screen.test.text_area if area.label == "Waarom?")
    waarom.set_value("Het mag minder.")
    screen.run()

    own = ballots.own(app.store, app.user, offered)
    assert (own[1].choice, own[1].argument) == ("2", "Het mag minder.")
    again = page(app, offered)
    assert again.test.radio[0].value == "2"
    assert "Het mag minder." in [area.value for area in again.test.text_area]


def test_objection_without_a_reason_is_not_saved_and_the_page_asks_for_it(app: App, offered) -> None:
    session(app, offered)
    reviews.open_round(app.store, app.user, offered)
    screen = page(app, offered)
    screen.test.radio[-1].set_value(Choice.OBJECT)
    screen.run()

    assert "Zeg erbij waarom" in screen.words
    assert ballots.own(app.store, app.user, offered) == {}


def test_open_round_shows_who_answered_and_nothing_of_what(app: App, offered) -> None:
    session(app, offered)
    reviews.open_round(app.store, app.user, offered)
    answer(app, offered)
    screen = page(app, offered)

    assert "anna" in screen.words
    assert f"2 van {len(reviews.current(app.store, app.user, offered).items)}" in screen.words
    assert "Reden van" not in screen.words
    assert "Wat de leden antwoordden" not in screen.words


def test_closed_rounds_show_pictures_in_words_shift_and_arguments(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered, "1155")
    a_round(app, offered, "4455")
    screen = page(app, offered)
    told = [chart.proto.alt for chart in screen.test.get("vega_lite_chart")]

    assert len(told) == 1
    assert "Ronde 1: Helemaal oneens: 2, Helemaal eens: 2." in told[0]
    assert "Ronde 2: Eens: 2, Helemaal eens: 2." in told[0]
    assert "Het midden ging 1,5 punten omhoog" in screen.words
    assert "dichter bij elkaar" in screen.words
    assert "Reden van anna" in screen.words


def test_anonymous_session_of_four_shows_no_result(app: App, offered) -> None:
    session(app, offered, anonymous=True)
    a_round(app, offered)
    screen = page(app, offered)

    assert "Minder dan 5 antwoorden" in screen.words
    assert "Reden van" not in screen.words
    assert screen.test.get("vega_lite_chart") == []


def test_secretary_writes_the_advice_and_it_stands_on_the_page_with_the_objections(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered, choice=Choice.OBJECT)
    screen = page(app, offered)
    assert "wijzen op: negatief" in screen.words
    areas = {area.key: area for area in screen.test.text_area}
    areas["ws-advies-tekst"].set_value("Niet doen.")
    areas["ws-advies-ronde"].set_value("Het is duidelijk.")
    screen.test.text_input(key="ws-voorwaarde-1-wat").set_value("Eerst een DPIA")
    screen.test.text_input(key="ws-voorwaarde-1-wie").set_value("Proceseigenaar")
    screen.press("Geef het advies")
    assert "Vul een datum in, zoals 22-11-2026." in screen.words
    screen.test.text_input(key="ws-voorwaarde-1-dag").set_value("1-2-2027")
    screen.press("Geef het advies")

    advice = advising.on_round(app.store, app.user, offered)
    assert (advice.kind, advice.text) == (AdviceKind.NEGATIVE, "Niet doen.")
    assert advice.conditions == (Proviso("Eerst een DPIA", "Proceseigenaar", date(2027, 2, 1)),)
    assert "Reden van dora" in screen.words
    assert "Eerst een DPIA" in screen.words
    assert "Geef het advies" not in screen.buttons


def test_advice_without_words_is_refused_and_nothing_that_was_typed_is_lost(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered)
    screen = page(app, offered)
    areas = {area.key: area for area in screen.test.text_area}
    areas["ws-advies-voor"].set_value("Sneller")
    screen.press("Geef het advies")

    assert "Schrijf op wat het netwerk adviseert" in screen.words
    assert advising.on_round(app.store, app.user, offered) is None
    assert "Sneller" in [area.value for area in screen.test.text_area]


def test_reader_sees_the_state_and_leads_nothing(app: App, offered, monkeypatch) -> None:
    session(app, offered)
    reviews.open_round(app.store, app.user, offered)
    reader = User("lezer", "Lezer", frozenset({Role.READER}))
    monkeypatch.setattr("ui.context.user", lambda: reader)
    screen = page(app, offered)

    assert "Ronde 1 is open" in screen.words
    assert screen.buttons == []
    assert list(screen.test.radio) == []


def test_after_new_answers_were_offered_another_session_can_begin(app: App, offered) -> None:
    session(app, offered)
    road.move(app.store, app.user, offered, State.CONCEPT, why="Er klopt iets niet")
    finishing.finish(app.store, app.user, offered, here.today())
    road.move(app.store, app.user, offered, State.IN_REVIEW)
    screen = page(app, offered)
    assert "Open ronde 1" not in screen.buttons
    screen.test.multiselect[0].set_value([app.user.name])
    screen.press("Open de sessie")

    assert reviews.current(app.store, app.user, offered).review.snapshot_round == 2
    assert "Open ronde 1" in screen.buttons


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_headings_are_in_order_in_every_state(app: App, offered, rounds) -> None:
    session(app, offered)
    for _number in range(rounds):
        a_round(app, offered)
    levels = [level for level, _text in page(app, offered).headings]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_outcome_shows_the_advice_on_these_answers_and_leads_to_the_session(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered, choice=Choice.OBJECT)
    assert "Advies van het ethisch netwerk" not in app.outcome(offered).words
    advising.give(app.store, app.user, offered, AdviceKind.NEGATIVE, "Niet doen.", one_round="Spoed")
    screen = app.outcome(offered)
    html = screen.html

    assert "Negatief. Niet doen." in screen.words
    assert "Reden van dora (zonder naam)" in screen.words
    assert f"{links.REVIEW}?id={offered}" in html


def test_outcome_of_answers_that_were_opened_again_shows_no_old_advice(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered)
    advising.give(app.store, app.user, offered, AdviceKind.POSITIVE, "Doen.", one_round="Spoed")
    road.move(app.store, app.user, offered, State.CONCEPT, why="Er klopt iets niet")

    assert "Doen." not in app.outcome(offered).words


def test_secretary_changes_the_times_of_the_agenda_and_reads_what_is_wrong(app: App, offered) -> None:
    session(app, offered)
    screen = page(app, offered)
    talk = next(field for field in screen.test.text_input if field.label.endswith("verschillen"))
    talk.set_value("lang")
    screen.press("Bewaar de tijden")
    assert "Geef elk onderdeel een aantal minuten van 1 tot 240." in screen.words
    talk = next(field for field in screen.test.text_input if field.label.endswith("verschillen"))
    talk.set_value("45")
    screen.press("Bewaar de tijden")

    assert agendas.of(app.store, app.user, offered) == (10, 15, 45, 10, 15)
    again = page(app, offered)
    assert next(f for f in again.test.text_input if f.label.endswith("verschillen")).value == "45"


def test_secretary_takes_an_invitation_back(app: App, offered) -> None:
    session(app, offered)
    screen = page(app, offered)
    screen.test.selectbox(key="ws-sessie-weg").set_value("dora")
    screen.press("Trek de uitnodiging in")
    assert "4 leden zijn uitgenodigd." in screen.words

    reviews.open_round(app.store, app.user, offered)
    answer(app, offered, "11")
    screen = page(app, offered)
    screen.test.selectbox(key="ws-sessie-weg").set_value("anna")
    screen.press("Trek de uitnodiging in")
    assert "Dit lid antwoordde al in deze ronde." in screen.words
    assert "anna" in reviews.current(app.store, app.user, offered).invitees


def test_advice_that_was_asked_again_is_told_nowhere_as_the_advice_on_this_round(app: App, offered) -> None:
    session(app, offered)
    a_round(app, offered)
    advising.give(app.store, app.user, offered, AdviceKind.POSITIVE, "Doen.", one_round="Spoed")
    told = dossiers.prepare(app.store, app.user, offered, here.today(), municipality="Stad")
    assert (told.review.text, told.review.one_round) == ("Doen.", "Spoed")
    road.move(app.store, app.user, offered, State.IN_REVIEW, why="Er is meer bekend")

    assert advising.on_round(app.store, app.user, offered) is None
    assert "Doen." not in app.outcome(offered).words
    told = dossiers.prepare(app.store, app.user, offered, here.today(), municipality="Stad")
    assert told.review is None
