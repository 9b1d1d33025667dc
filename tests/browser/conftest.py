"""Fixtures: a server for all tests that leave it alone, one of its own for who kills it, and tabs on them."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Playwright, Request, expect, sync_playwright

from tests.browser import chromium
from tests.browser.nursery import Nursery
from tests.browser.screen import Screen
from tests.browser.server import Server

OpenTab = Callable[..., Screen]
# What fades and slides costs a computer without a graphics card a tenth of its time.
STILL = "--force-prefers-reduced-motion"
SCREENS = pytest.StashKey[list[Screen]]()
# How long a page may take says something of the machine; what is slow is found by a benchmark.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A real Chromium."""
    path = chromium.executable()
    assert path, chromium.ADVICE
    started = playwright.chromium.launch(executable_path=path, args=[*chromium.arguments(), STILL])
    yield started
    started.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that lives as long as the tests; each test makes its own assessments."""
    with Server(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where servers come from that do not live long."""
    made = Nursery()
    yield made
    made.close()


@pytest.fixture
def own_server(tmp_path: Path, nursery: Nursery) -> Iterator[Server]:
    """A server that a test may kill, with an empty database."""
    with Server(tmp_path, nursery.launch) as started:
        yield started


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell with a failure what was on the screens, and what their servers said last."""
    report = yield
    if call.when == "call" and report.failed:
        report.sections += [("screen", _told(screen)) for screen in item.stash.get(SCREENS, [])]
    return report


@pytest.fixture
def new_tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenTab]:
    """Open tabs, each in a browser of its own. None may ask another host for anything or break the policy."""
    contexts: list[BrowserContext] = []
    screens = request.node.stash[SCREENS] = []
    faults: list[str] = []

    def opened(on: Server, **settings: object) -> Screen:
        context = browser.new_context(
            **{"locale": "nl-NL", "viewport": {"width": 1280, "height": 900}, **settings}
        )
        contexts.append(context)
        context.on("request", lambda request: _note_foreign(request, on, faults))
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        screens.append(Screen(page, on))
        return screens[-1]

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def screen(server: Server, new_tab: OpenTab) -> Screen:
    """A tab on the shared server."""
    return new_tab(server)


def _told(screen: Screen) -> str:
    try:
        words = screen.page.locator("body").inner_text(timeout=1000)
    except Error as error:
        words = str(error)
    return f"{screen.page.url}\n{words[:3000]}\n-- server --\n{screen.server.log.read_text()[-1000:]}"


def _note_foreign(request: Request, server: Server, faults: list[str]) -> None:
    own = (server.url, f"ws://localhost:{server.port}/", "data:", "blob:", *server.friends)
    if not request.url.startswith(own):
        faults.append(f"request to another host: {request.url}")
