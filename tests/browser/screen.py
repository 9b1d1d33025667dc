"""A browser tab on the app, in the words of somebody who uses it."""

import re
from collections.abc import Mapping
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from assessment.answers import Reply, Value
from assessment.framework import Framework
from services import assessments, frameworks
from services.users import local_user
from storage.records import Revision
from tests.browser.server import Server

NONE: Mapping[str, Value] = {}
APP = '[data-testid="stApp"]'
# A page does not show that it asked its server something before the server begins to answer. On a busy
# computer that takes long enough to take the page before for the page that was asked.
ASKING = """
window.askedAt = window.answeredAt = 0;
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (message) {
  if (!this.overheard) {
    this.overheard = true;
    this.addEventListener("message", () => (window.answeredAt = performance.now()));
  }
  window.askedAt = performance.now();
  return send.call(this, message);
};
"""
# Nothing is asked that has no answer yet, the connection is there, the page has run, and for a moment
# nothing has changed: Streamlit says that a run is over before all of it is drawn, and a run may follow upon
# a run, or upon a connection that came back.
SETTLED = """([app, quiet]) => {
  const time = performance.now();
  if (!window.stillSince) {
    window.stillSince = time;
    new MutationObserver(() => (window.stillSince = performance.now()))
      .observe(document, { subtree: true, childList: true, characterData: true });
  }
  const now = document.querySelector(app)?.dataset;
  const ready = now?.testConnectionState === "CONNECTED" && now?.testScriptState === "notRunning"
    && document.querySelector('[data-testid="stMain"] h1') !== null && window.answeredAt >= window.askedAt;
  window.readySince = ready ? window.readySince ?? time : null;
  return ready && Math.min(time - window.readySince, time - window.stillSince) > quiet;
}"""
QUIET = 250
# From the hidden input with which the browser tells what it saw: the last of those that are hidden.
SEEN = """[...document.querySelectorAll('[class*="st-key-ws-seen-"] input')].at(-1)?.value"""
SESSION = f"""({SEEN}?.match(/"session":"([0-9a-f]+)"/)?.[1] ?? "")"""
SAVES = "document.querySelector('[data-ws-saved]')?.dataset.wsSaved ?? null"


class Screen:
    """One tab. `assessment` is the one it has open."""

    def __init__(self, page: Page, server: Server) -> None:
        page.add_init_script(ASKING)
        self.page = page
        self.server = server

    @property
    def framework(self) -> Framework:
        """The framework of the assessments that are made here."""
        return frameworks.current()

    @property
    def assessment(self) -> UUID:
        """The id in the address."""
        found = re.search(r"[?&]id=([0-9a-f-]{36})", self.page.url)
        assert found, f"no assessment in {self.page.url}"
        return UUID(found[1])

    def open(self, path: str = "/") -> None:
        """Go to an address of the app by typing it."""
        self.page.goto(self.server.url + path)
        self.settle()

    def settle(self, timeout: float = 30_000) -> None:
        """Wait until the page is complete and still."""
        self.page.wait_for_function(SETTLED, arg=[APP, QUIET], timeout=timeout, polling=20)

    def make(self, title: str = "Proef", answers: Mapping[str, Value] = NONE) -> UUID:
        """Make an assessment that has these answers, past the screen."""
        store = self.server.store()
        made = assessments.create(store, local_user(), title=title, framework=self.framework)
        if answers:
            with store.transaction() as tx:
                revisions = (Revision(q, 1, Reply(v), "Proef", tx.now) for q, v in answers.items())
                tx.answers.append(made.id, *revisions)
        store.close()
        return made.id

    def begin(self, title: str = "Proef") -> UUID:
        """Make an assessment past the screen, and open its first step."""
        made = self.make(title)
        self.open(f"/stap-{self.framework.steps[0].id}?id={made}")
        return made

    def begin_by_hand(self, title: str = "Proef") -> UUID:
        """Make an assessment as a user does; its first step is on the screen."""
        self.open("/")
        self.page.get_by_label("Naam van het algoritme").fill(title)
        self.page.get_by_role("button", name="Begin met de snelle check").click()
        self.page.wait_for_url("**/stap-*")
        self.settle()
        return self.assessment

    def open_example(self, button: re.Pattern[str]) -> UUID:
        """Make a copy of an example; its outcome is on the screen."""
        self.open("/")
        self.page.get_by_role("button", name=button).click()
        self.page.wait_for_url("**/uitkomst*")
        self.settle()
        return self.assessment

    def go_to(self, step: str) -> None:
        """Open a step by its address."""
        self.open(self.path(step))

    def go(self, step: str) -> None:
        """Open a step through the side bar."""
        self.page.get_by_test_id("stSidebar").locator(f'a[href*="stap-{step}?"]').click()
        self.page.wait_for_url(f"**/stap-{step}*")
        self.settle()

    def path(self, step: str) -> str:
        """Return the address of a step of the open assessment."""
        return f"/stap-{step}?id={self.assessment}"

    def part(self, question: str, part: str = "") -> Locator:
        """Return the widget of a question, or of a part of its reply."""
        name = "-".join(filter(None, (question, part, self.assessment.hex)))
        return self.page.locator(f".st-key-{name}")

    def choose(self, question: str, option: str) -> None:
        """Choose an option at a question with radio buttons, and don't wait."""
        text = self.framework.questions[question].option(option).text
        self.part(question).get_by_text(text, exact=True).click()

    def answer(self, question: str, option: str) -> None:
        """Choose an option and wait until the page says that it is saved."""
        before = self.saves()
        self.choose(question, option)
        self.wait_saved(before)

    def field(self, question: str, part: str = "") -> Locator:
        """Return the text field of a question."""
        return self.part(question, part).locator("textarea, input").first

    def chosen(self, question: str) -> str | None:
        """Return the option that the screen shows as chosen."""
        self.part(question).get_by_role("radio").first.wait_for(state="attached")
        for option in self.framework.questions[question].options:
            if self._radio(question, option.id).is_checked():
                return option.id
        return None

    def expect_chosen(self, question: str, option: str) -> None:
        """See this option as chosen; a field may be empty for a moment before it shows its answer."""
        expect(self._radio(question, option)).to_be_checked()

    def _radio(self, question: str, option: str) -> Locator:
        text = self.framework.questions[question].option(option).text
        return self.part(question).get_by_role("radio", name=text, exact=True)

    def session(self) -> str:
        """Return the session of the server that this tab is in; only pages with questions tell."""
        return str(self.page.evaluate(SESSION))

    def rejoin(self, left: str) -> None:
        """Wait until the tab, which nobody touches, is in another session than `left` and shows it."""
        self.page.wait_for_function(f"([left]) => ![left, ''].includes({SESSION})", arg=[left], polling=20)
        self.settle()

    def saves(self) -> int:
        """Return how many times this session said that it saved something."""
        return int(self.page.evaluate(SAVES) or 0)

    def wait_saved(self, before: int, timeout: float = 30_000) -> None:
        """Wait until the page says that it saved something after the moment of `before`."""
        self.page.wait_for_function(
            "([before]) => Number(document.querySelector('[data-ws-saved]')?.dataset.wsSaved ?? 0) > before",
            arg=[before],
            timeout=timeout,
            polling=20,
        )

    def expect_sign(self) -> None:
        """See the sign "Opgeslagen" with a time."""
        expect(self.page.locator("[data-ws-saved]")).to_have_text(re.compile(r"^Opgeslagen \d\d:\d\d$"))

    def stored(self, question: str) -> Reply | None:
        """Return what the database holds, past the app."""
        revision = current(self.server, self.assessment).get(question)
        return revision.reply if revision else None

    def past(self, question: str) -> list[Revision]:
        """Return all revisions in the database, also those set aside."""
        store = self.server.store()
        with store.reading() as tx:
            past = tx.answers.history(self.assessment, question)
        store.close()
        return past


def current(server: Server, assessment: UUID) -> dict[str, Revision]:
    """Return the newest revisions in the server's database."""
    store = server.store()
    with store.reading() as tx:
        found = tx.answers.current(assessment)
    store.close()
    return found
