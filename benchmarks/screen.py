"""What somebody at a screen waits for, in a real Chromium: the page, and each answer."""

import re
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measure import Figure, p95
from tests.browser import chromium
from tests.browser.screen import Screen
from tests.browser.server import Server

ANSWERS, LOADS, STARTS, COSTS = 100, 7, 3, 5
QUESTIONS = ("qs_invloed", "qs_persoonsgegevens")

# From the click on an option until the sign "Opgeslagen" has changed and a frame is drawn with it.
ANSWER = """([selector, turn]) => new Promise((done) => {
  const sign = () => document.querySelector("[data-ws-saved]").dataset.wsSaved;
  const before = sign();
  const begun = performance.now();
  const look = new MutationObserver(() => {
    if (sign() === before) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun), 0));
  });
  look.observe(document.body, { subtree: true, childList: true, attributes: true });
  document.querySelectorAll(selector + " input[type=radio]")[turn].click();
})"""

# From the start of the navigation until the first question can be answered.
FIRST_QUESTION = """() => new Promise((done) => {
  const look = () => {
    const option = document.querySelector('[data-testid="stMain"] input[type="radio"]');
    option && !option.disabled ? done(performance.now()) : requestAnimationFrame(look);
  };
  look();
})"""


def figures() -> list[Figure]:
    """Measure with a server and a browser of our own."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.arguments())
        with Server(Path(folder)) as server:
            return [
                *_answers(browser, server),
                *_loads(browser, server),
                *_costs(browser, server),
                *_starts(browser, server),
            ]


def _answers(browser: Browser, server: Server) -> list[Figure]:
    screen = Screen(browser.new_page(), server)
    screen.begin()
    selectors = [f".st-key-{question}-{screen.assessment.hex}" for question in QUESTIONS]
    for selector in selectors:
        screen.page.locator(selector).get_by_role("radio").last.wait_for(state="attached")
    spent: list[float] = []
    for turn in range(ANSWERS + 10):
        # Every second time the same question, and then another option.
        chosen = [selectors[turn % 2], turn // 2 % 2]
        spent.append(screen.page.evaluate(ANSWER, chosen))
        screen.page.wait_for_timeout(50)
    screen.page.close()
    return [
        Figure("answer given, saved, shown, median", statistics.median(spent[10:]), "ms", 60),
        Figure("answer given, saved, shown, p95", p95(spent[10:]), "ms", 100),
    ]


def _loads(browser: Browser, server: Server) -> list[Figure]:
    first = Screen(browser.new_page(), server)
    first.begin()
    spent = []
    for _number in range(LOADS):
        # A context of its own has an empty cache.
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.url + first.path("quickscan"), wait_until="commit")
        spent.append(page.evaluate(FIRST_QUESTION) / 1000)
        context.close()
    return [
        Figure("page load to the first question, empty cache, median", statistics.median(spent), "s", 1.5)
    ]


def _costs(browser: Browser, server: Server) -> list[Figure]:
    """Open the comparison of costs from a link, until its sentence and its last picture are there."""
    screen = Screen(browser.new_page(), server)
    made = screen.open_example(re.compile("Vroegsignalering"))
    shown, drawn = [], []
    for _number in range(COSTS):
        begun = perf_counter()
        screen.page.goto(f"{server.url}/kosten-vergeleken?id={made}", wait_until="commit")
        screen.page.locator(".ws-answer-large").wait_for()
        shown.append(perf_counter() - begun)
        screen.page.locator('[class*="st-key"] canvas, [data-testid="stVegaLiteChart"] svg').last.wait_for()
        drawn.append(perf_counter() - begun)
    screen.page.close()
    return [
        Figure(
            "costs compared, from a link to the sentence, warm, median", statistics.median(shown), "s", 1.5
        ),
        Figure("costs compared, from a link to the pictures, warm, median", statistics.median(drawn), "s"),
    ]


def _starts(browser: Browser, server: Server) -> list[Figure]:
    healthy, shown = [], []
    for _number in range(STARTS):
        server.kill()
        begun = perf_counter()
        healthy.append(server.start())
        context = browser.new_context()
        Screen(context.new_page(), server).page.goto(server.url)
        context.pages[0].locator("h1").wait_for()
        shown.append(perf_counter() - begun)
        context.close()
    return [
        Figure("server start to healthy, median", statistics.median(healthy), "s"),
        Figure("server start to first page, median", statistics.median(shown), "s"),
    ]
