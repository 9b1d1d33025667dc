"""The gate: who is at the screen, what each role is offered, and nothing for who did not sign in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from services import answers, members, people
from services.errors import NotAllowed
from services.roles import Role
from services.signin import NotSignedIn, SignInExpired
from services.users import User
from settings import SettingsError
from tests.pages.conftest import CASES, App
from tests.test_settings import SIGN_IN
from ui import context, links
from ui.server.target import FAILED

SignIn = Callable[..., User]
GROUPS = "maker=bim;cora=bim;leo=reader;nel=network"
PAGES = ("", "stap-doel", *links._wholes())


@pytest.fixture
def sign_in(app: App, monkeypatch: pytest.MonkeyPatch) -> SignIn:
    """Be somebody: what Streamlit passes on of the provider, in an app where people sign in."""
    for name, value in {**SIGN_IN, "WEEGSCHAAL_ROLES": GROUPS}.items():
        monkeypatch.setenv(name, value)

    def be(sub: str, *, ago: timedelta = timedelta(0), **said: object) -> User:
        issued = (datetime.now(UTC) - ago).timestamp()
        claims = {"is_logged_in": True, "sub": sub, "name": sub.title(), "groups": [sub], "iat": issued}
        monkeypatch.setattr(st, "user", SimpleNamespace(to_dict=lambda: {**claims, **said}))
        role = {"leo": Role.READER, "nel": Role.NETWORK}.get(sub, Role.BIM)
        app.user = User(sub, sub.title(), frozenset({role}))
        return app.user

    return be


@pytest.fixture
def makers(app: App, sign_in: SignIn) -> UUID:
    """A finished case that somebody made."""
    sign_in("maker")
    return app.case(CASES["c01"])


@pytest.mark.parametrize("path", PAGES)
def test_local_mode_says_so_on_every_page(app: App, path: str) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.whole(assessment, path) if path else app.start()

    assert "Lokale modus: geen aanmelding" in screen.words
    assert "Afmelden" not in screen.buttons


def test_local_mode_is_for_this_computer_also_without_our_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context.config, "get_option", lambda _name: None)

    with pytest.raises(SettingsError, match="alleen te gebruiken op deze computer"):
        context.user()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "said,title",
    [
        ({"is_logged_in": False}, "Aanmelden"),
        ({"ago": timedelta(hours=8)}, "Meld je opnieuw aan"),
        ({"groups": ["anders"]}, "Je hebt nog geen rol"),
    ],
)
def test_who_may_not_come_in_sees_one_page_and_no_word_of_any_other(
    app: App, sign_in: SignIn, makers: UUID, path: str, said: dict, title: str
) -> None:
    sign_in("maker", **said)
    screen = app.whole(makers, path) if path else app.start()

    assert screen.headings == [(1, title)]
    assert CASES["c01"].name not in screen.words
    assert not screen.test.radio
    assert not screen.test.text_input


def test_who_has_no_role_reads_who_they_are_and_can_leave(app: App, sign_in: SignIn) -> None:
    sign_in("maker", groups=[])
    screen = app.start()

    assert "Noem daarbij je naam: Maker" in screen.words
    assert screen.buttons == ["Afmelden"]


def test_who_signed_in_is_named_on_the_page_and_known_from_then_on(app: App, sign_in: SignIn) -> None:
    sign_in("maker")
    screen = app.start()

    assert "Aangemeld als Maker" in screen.words
    assert "Lokale modus" not in screen.words
    assert people.names(app.store, ["maker"]) == {"maker": "Maker"}


def test_next_person_in_a_browser_gets_nothing_of_the_one_before(
    app: App, sign_in: SignIn, tmp_path: Path
) -> None:
    # The gate alone: at a second run AppTest goes straight to the page behind it.
    script = tmp_path / "alone.py"
    script.write_text("from ui import gate\ngate.is_open()\n", "utf-8")
    sign_in("maker")
    test = AppTest.from_file(script).run()
    test.session_state["ws-last-geheim"] = "van Maker"
    assert "ws-last-geheim" in test.run().session_state

    sign_in("cora")
    assert "ws-last-geheim" not in test.run().session_state
    assert people.names(app.store, ["cora"]) == {"cora": "Cora"}


def test_failed_attempt_to_sign_in_is_told(
    app: App, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in("maker", is_logged_in=False)
    assert "Aanmelden lukte niet" not in app.start().words

    monkeypatch.setattr(st, "context", SimpleNamespace(cookies={FAILED: "1"}))
    assert "Aanmelden lukte niet. Probeer het nog een keer." in app.start().words


def test_audit_trail_tells_who_opened_an_assessment_once_per_sign_in(
    app: App, sign_in: SignIn, makers: UUID
) -> None:
    reader = sign_in("leo")
    screen = app.step(makers, "doel")
    screen.run()

    with app.store.reading() as tx:
        came = [entry.who for entry in tx.audit.of(makers) if entry.event == "sign-in"]
    assert came == [reader.name]


def test_services_refuse_who_is_not_signed_in(sign_in: SignIn) -> None:
    sign_in("maker", is_logged_in=False)
    with pytest.raises(NotSignedIn):
        context.user()

    sign_in("maker", ago=timedelta(hours=8, minutes=10))
    assert context.user().name == "maker", "on a page that is open what is typed still gets saved"
    sign_in("maker", ago=timedelta(hours=8, minutes=16))
    with pytest.raises(SignInExpired):
        context.user()


def test_file_is_not_made_for_a_page_whose_sign_in_is_over(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in("maker", ago=timedelta(hours=8, minutes=14))
    make = context.while_signed_in(lambda: b"%PDF")
    assert make() == b"%PDF"

    late = datetime.now(UTC) + timedelta(minutes=2)
    monkeypatch.setattr(context, "datetime", SimpleNamespace(now=lambda _zone: late))
    with pytest.raises(SignInExpired):
        make()


@pytest.mark.parametrize("path", PAGES[1:])
def test_link_to_the_assessment_of_somebody_else_opens_nothing(
    app: App, sign_in: SignIn, makers: UUID, path: str
) -> None:
    sign_in("cora")
    screen = app.whole(makers, path)

    assert (1, "Deze afweging kun je niet openen") in screen.headings
    assert CASES["c01"].name not in screen.words


def test_business_manager_sees_the_own_list_only(app: App, sign_in: SignIn, makers: UUID) -> None:
    words = app.start().words
    assert CASES["c01"].name in words
    assert "Alle afwegingen" not in words

    sign_in("cora")
    words = app.start().words
    assert "Je hebt nog geen afwegingen" in words
    assert "gemaakt door" not in words


def test_network_finds_all_assessments_by_title_and_begins_none(
    app: App, sign_in: SignIn, makers: UUID
) -> None:
    app.new("Parkeren")
    app.start()
    sign_in("nel")
    screen = app.start()

    assert "Je doet nog niet mee aan een afweging" in screen.words
    assert [text for level, text in screen.headings if level == 3] == ["Parkeren", CASES["c01"].name]
    assert "gemaakt door Maker" in screen.words
    assert "Begin een nieuwe afweging" not in screen.words
    assert "Begin met de snelle check" not in screen.buttons

    screen.test.text_input(key="ws-zoek").set_value("parkeer")
    assert "Geen afweging heeft dit in de naam" in screen.run().words
    screen.test.text_input(key="ws-zoek").set_value("PARK")
    assert [text for level, text in screen.run().headings if level == 3] == ["Parkeren"]


def test_long_list_of_all_is_paged_and_searching_begins_at_the_first_page(
    app: App, sign_in: SignIn, makers: UUID
) -> None:
    for number in range(6):
        app.new(f"Proef {number}")
    sign_in("nel")

    def shown(screen) -> list[str]:
        return [text for level, text in screen.headings if level == 3]

    screen = app.start()
    assert shown(screen) == [f"Proef {number}" for number in (5, 4, 3, 2, 1)]
    screen.test.session_state["ws-alle-2-"] = 2
    assert shown(screen.run()) == ["Proef 0", CASES["c01"].name]
    screen.test.text_input(key="ws-zoek").set_value("proef")
    assert shown(screen.run()) == [f"Proef {number}" for number in (5, 4, 3, 2, 1)]


def test_reader_reads_a_step_and_is_offered_no_change(app: App, sign_in: SignIn, makers: UUID) -> None:
    sign_in("leo")
    step = app.step(makers, "doel")
    outcome = app.outcome(makers)

    assert "Je kunt deze afweging lezen, maar niet veranderen" in step.words
    assert not step.test.radio
    assert not step.test.text_area
    assert "Rond de afweging af" not in outcome.buttons
    assert "Lees de antwoorden bij" in app.start().words
    assert app.whole(makers, links.PEOPLE).buttons == ["Afmelden"]


def test_maker_invites_a_colleague_who_then_fills_in(app: App, sign_in: SignIn, makers: UUID) -> None:
    sign_in("cora")
    app.start()
    sign_in("maker")
    app.start()
    screen = app.whole(makers, links.PEOPLE)
    assert "Vult in, heeft deze afweging gemaakt" in screen.words

    screen.test.button(key="ws-nodig-uit").click()
    assert "Kies eerst een collega" in screen.run().words
    screen.test.selectbox(key="ws-collega").set_value("cora")
    screen.test.button(key="ws-nodig-uit").click()
    assert "Cora doet nu mee" in screen.run().words

    sign_in("cora")
    assert CASES["c01"].name in app.start().words
    assert app.step(makers, "doel").asked
    assert answers.current(app.store, app.user, makers)


def test_removed_colleague_is_out(app: App, sign_in: SignIn, makers: UUID) -> None:
    sign_in("cora")
    app.start()
    maker = sign_in("maker")
    members.invite(app.store, maker, makers, "cora", Role.PROCESS_OWNER)
    screen = app.whole(makers, links.PEOPLE)
    remove = next(button for button in screen.test.button if button.label.startswith("Verwijder"))
    assert remove.label == "Verwijder Cora als: proceseigenaar"
    remove.click()

    assert "Cora doet niet meer mee als: proceseigenaar" in screen.run().words
    cora = sign_in("cora")
    with pytest.raises(NotAllowed):
        members.listed(app.store, cora, makers)


def test_colleagues_with_the_same_name_are_told_apart(app: App, sign_in: SignIn, makers: UUID) -> None:
    for sub in ("cora", "maker"):
        sign_in(sub, name="Jan Jansen")
        app.start()
    screen = app.whole(makers, links.PEOPLE)

    offered = screen.test.selectbox(key="ws-collega").options
    assert sorted(offered) == ["Jan Jansen (cora)", "Jan Jansen (maker)"]


def test_alone_one_reads_how_a_colleague_becomes_known(app: App) -> None:
    screen = app.whole(app.new(), links.PEOPLE)

    assert "Er is nog geen andere collega bekend" in screen.words
    assert not screen.test.selectbox
