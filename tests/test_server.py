"""The start of the server, without starting it."""

import gc

import pytest
from streamlit import config
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

import server
import settings
from services import looks, register
from services.users import local_user
from storage.store import Store
from tests.aside import run_aside
from tests.test_settings import SIGN_IN
from ui.server import document, static, ticket, words


@pytest.fixture
def option(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Streamlit's options, as a test sets them."""
    chosen: dict[str, object] = {}
    ask = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: chosen[name] if name in chosen else ask(name))
    return chosen


def test_server_does_not_start_when_streamlit_collects_garbage_after_each_run(
    option: dict[str, object],
) -> None:
    """That costs more than all the rest of an answer, and nobody would notice where the time goes."""
    option["runner.postScriptGC"] = True
    with pytest.raises(RuntimeError, match="postScriptGC"):
        server.require_no_collection_after_runs()

    option["runner.postScriptGC"] = False
    server.require_no_collection_after_runs()


def test_configuration_switches_the_collection_off() -> None:
    assert config.get_option("runner.postScriptGC") is False


def test_what_is_loaded_at_the_start_stays_out_of_later_collections(
    option: dict[str, object], monkeypatch: pytest.MonkeyPatch, sqlite_store: Store
) -> None:
    option["runner.postScriptGC"] = False
    monkeypatch.setattr(server.context, "store", lambda: sqlite_store)

    async def start() -> int:
        async with server.lifespan(None):  # type: ignore[arg-type]
            return gc.get_freeze_count()

    try:
        assert run_aside(start()) > 100_000
    finally:
        gc.unfreeze()


def test_looks_of_an_earlier_framework_are_taken_anew_at_the_start(
    monkeypatch: pytest.MonkeyPatch, sqlite_store: Store
) -> None:
    monkeypatch.setattr(server.context, "store", lambda: sqlite_store)
    register.add(sqlite_store, local_user(), {"naam": "Zaakmodule"})
    monkeypatch.setattr(looks, "content_hash", lambda: "other facts")

    server.load()

    assert looks.follow(sqlite_store) == 0


def test_document_says_when_streamlit_changed_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "index.html").write_text("<html lang='en'></html>", "utf-8")
    monkeypatch.setattr(document.file_util, "get_static_dir", lambda: str(tmp_path))
    document.page.cache_clear()
    try:
        with pytest.raises(RuntimeError, match=r"adapt document\.py"):
            document.page()
    finally:
        document.page.cache_clear()


def test_document_has_no_inline_script_and_points_nowhere_else() -> None:
    page = document.page().decode()

    assert '<html lang="nl">' in page
    assert "service-desc" not in page
    assert "<script>" not in page
    assert 'href="http' not in page
    assert 'src="http' not in page


def test_every_word_of_streamlit_that_we_replace_still_exists() -> None:
    """A newer Streamlit may say it differently; then ours would silently stay English."""
    folder = document.Path(document.file_util.get_static_dir()) / "static" / "js"
    scripts = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    # These are put together while Streamlit runs.
    composed = {
        "Press Ctrl+Enter to apply",
        "Press ⌘+Enter to apply",
        "Press Enter to apply",
        "group mark container",
    }

    missing = [word for word in words.dictionary()["exact"] if word not in scripts and word not in composed]
    assert missing == []


def test_scripts_that_a_step_needs_are_fetched_with_the_first_ones() -> None:
    """Streamlit asks for them one by one, when the first element of a kind arrives."""
    page = document.page().decode()

    for start in static.SOON:
        assert f'rel="modulepreload" crossorigin href="./static/js/{start}.' in page, start


def test_our_files_have_another_address_when_they_change(monkeypatch: pytest.MonkeyPatch) -> None:
    before = static.address(static.SCRIPTS)
    monkeypatch.setattr(static, "load", lambda _name: static.File(b"changed", None, b"text/javascript"))

    assert static.address(static.SCRIPTS) != before


@pytest.mark.parametrize(
    "path", ["/static/../../config.py", "/static/js/../../index.html", "/assets/none.js"]
)
def test_nothing_outside_the_catalogue_is_served_from_memory(path: str) -> None:
    assert static._name({"type": "http", "method": "GET", "path": path}) is None


@pytest.mark.parametrize(
    "environment,arguments,words",
    [
        ({}, ["--address", "0.0.0.0"], "Aanmelden is niet ingesteld"),
        ({"WEEGSCHAAL_HOSTS": "weegschaal.gemeente.nl"}, [], "niet op weegschaal.gemeente.nl"),
        ({"WEEGSCHAAL_ROLES": "inkoop=bim"}, [], "maar half ingesteld"),
    ],
)
def test_server_that_would_let_everybody_in_says_so_and_does_not_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], environment, arguments, words
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(server.sys, "argv", ["server.py", *arguments])
    monkeypatch.setattr(server, "create", lambda *_: pytest.fail("it starts"))

    with pytest.raises(SystemExit) as exit_:
        server.main()

    assert exit_.value.code == 2
    assert words in capsys.readouterr().err


def test_streamlit_hears_of_the_sign_in_from_memory() -> None:
    how = settings.sign_in(SIGN_IN)

    assert server.secrets(None) == {}
    assert server.secrets(how)["auth"]["redirect_uri"] == "https://weegschaal.gemeente.nl/oauth2callback"
    assert server.allowed_hosts("10.0.0.5", how)[-1] == "weegschaal.gemeente.nl"


def test_cookie_that_we_did_not_sign_says_nothing() -> None:
    signed = create_signed_value(get_cookie_secret(), USER_COOKIE_NAME, '{"sub": "bea"}').decode()

    assert ticket.claims({USER_COOKIE_NAME: signed}) == {"sub": "bea"}
    assert ticket.claims({USER_COOKIE_NAME: signed[:-2] + "xx"}) == {}
    assert ticket.claims({USER_COOKIE_NAME: '{"sub": "bea"}'}) == {}
    assert ticket.claims({"anders": signed}) == {}
    assert ticket.claims({}) == {}
