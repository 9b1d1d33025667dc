"""Fixtures: the pages, run without a browser, on a database of their own."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.util import calc_hash

from assessment.answers import Reply, Value
from assessment.cases import Case, load_cases, read_answers
from assessment.register.entry import Entry
from services import answers, assessments, frameworks, register, register_import
from services.users import User
from storage.records import Revision
from storage.store import Store
from tests.databases import Sqlite
from ui import context, links, saving

ROOT = Path(__file__).resolve().parent.parent.parent
# Each run of a page would read again what every installed package says of itself.
COMPONENTS = cache(manifest_scanner.scan_component_manifests)
CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}

FEW = {
    "Parkeren": {"domein": "fysiek", "status": "in_gebruik", "eigen_risico": "laag"},
    "Bijstand": {"domein": "sociaal", "status": "in_gebruik", "eigen_risico": "hoog"},
    "Vacatures": {"domein": "Griffie", "status": "in_ontwikkeling", "doel": "Brieven sorteren"},
    "Zwembad": {"domein": "fysiek", "eigen_risico": "beperkt", "volgende_datum": "2027-03-01"},
}


class OwnPages(PagesManager):
    """Only the pages of app.py, as server.py has it.

    Streamlit takes those of the folder "pages", too; one whose address is the name of its file, such as
    "register", would run without app.py around it.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        PagesManager.uses_pages_directory = False
        super().__init__(*given, **named)


class Screen:
    """One page of the app as a browser would show it, without the browser."""

    def __init__(self, test: AppTest, assessment: UUID | None) -> None:
        self.test = test
        self.assessment = assessment

    @property
    def html(self) -> str:
        """Everything that is drawn as HTML."""
        return "\n".join(element.proto.body for element in self.test.get("html"))

    @property
    def words(self) -> str:
        """Everything that can be read, without markup."""
        blocks = [self.html]
        blocks += [element.value for element in (*self.test.markdown, *self.test.error)]
        blocks += [element.proto.label for element in self.test.get("expander")]
        text = unescape(re.sub(r"<[^>]+>", " ", "\n".join(blocks))).replace("\\", "")
        return "\n".join(" ".join(line.split()) for line in text.splitlines())

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading."""
        found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", self.html, re.DOTALL)
        return [(int(level), unescape(re.sub(r"<[^>]+>", "", text))) for level, text in found]

    @property
    def asked(self) -> list[str]:
        """Ids of the questions on the page."""
        return re.findall(r'id="vraag-(\w+)"', self.html)

    @property
    def buttons(self) -> list[str]:
        """What the buttons say, without the signs that keep typed text from being markup."""
        return [button.label.replace("\\", "") for button in self.test.button]

    def widget(self, question: str, part: str = "") -> Any:
        """Return the widget of a question, or of a part of its reply."""
        assert self.assessment
        key = saving.key(self.assessment, question, part)
        kinds = (
            self.test.radio,
            self.test.button_group,
            self.test.text_input,
            self.test.text_area,
            self.test.checkbox,
        )
        found = [widget for kind in kinds for widget in kind if widget.key == key]
        assert found, f"no widget {key}"
        return found[0]

    def press(self, label: str) -> "Screen":
        """Press the button with this label and let the page run."""
        self.test.button[self.buttons.index(label)].click()
        return self.run()

    def run(self) -> "Screen":
        """Run the page again, with what was filled in."""
        self.test.run()
        assert not self.test.exception, self.test.exception
        return self


class App:
    """The app: its pages, and its services for who wants to look behind them."""

    def __init__(self, store: Store, user: User) -> None:
        self.store = store
        self.user = user

    def new(self, title: str = "Proef", given: Mapping[str, Value] | None = None) -> UUID:
        """Make an assessment with these answers."""
        framework = frameworks.current()
        made = assessments.create(self.store, self.user, title=title, framework=framework)
        now = datetime.now(UTC)
        revisions = [
            Revision(name, 1, Reply(value), self.user.name, now) for name, value in (given or {}).items()
        ]
        if revisions:
            with self.store.transaction() as tx:
                tx.answers.append(made.id, *revisions)
        return made.id

    def case(self, case: Case) -> UUID:
        """Make an assessment of a worked case."""
        return self.new(case.name, read_answers(frameworks.current(), case.answers))

    def current(self, assessment: UUID) -> dict[str, Reply]:
        """Return what the database holds."""
        found = answers.current(self.store, self.user, assessment)
        return {name: revision.reply for name, revision in found.items()}

    def start(self) -> Screen:
        """Open the start page."""
        return self._open("", None)

    def step(self, assessment: UUID, step: str) -> Screen:
        """Open a step."""
        return self._open(links.PREFIX + step, assessment)

    def outcome(self, assessment: UUID) -> Screen:
        """Open the outcome."""
        return self.whole(assessment, links.OUTCOME)

    def whole(self, assessment: UUID, name: str) -> Screen:
        """Open a page on the whole assessment."""
        return self._open(name, assessment)

    def address(self, path: str, query: str) -> Screen:
        """Open a page with any text as id."""
        return self._open(path, None, id=query)

    def place(self, path: str, **query: str) -> Screen:
        """Open a page that is about no single assessment, with this in the address."""
        return self._open(path, None, **query)

    def _open(self, path: str, assessment: UUID | None, **query: str) -> Screen:
        test = AppTest.from_file(ROOT / "app.py", default_timeout=30)
        if assessment:
            test.query_params["id"] = str(assessment)
        test.query_params.update(query)
        if path:
            # Several pages share a file, so AppTest.switch_page cannot tell them apart.
            test._page_hash = calc_hash(path)
        return Screen(test, assessment).run()


@pytest.fixture
def app(sqlite: Sqlite, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The app on an empty database."""
    monkeypatch.setenv("DATABASE_URL", sqlite.migrated())
    monkeypatch.setattr(app_test, "PagesManager", OwnPages)
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", COMPONENTS)
    store = context.store()
    yield App(store, context.user())
    store.close()


@pytest.fixture
def few(app: App) -> dict[str, Entry]:
    """A register of four algorithms, by name."""
    made = [register.add(app.store, app.user, {"naam": name, **values}) for name, values in FEW.items()]
    return {entry.name: entry for entry in made}


@pytest.fixture
def many(app: App) -> tuple[str, ...]:
    """Sixty algorithms: more than fit on a page."""
    names = tuple(f"Algoritme {number:02}" for number in range(60))
    rows = (("Naam",), *((name,) for name in names))
    plan = register_import.plan(
        app.store, app.user, register_import.Sheet("Lijst", rows), register_import.Layout(1, ("naam",))
    )
    register_import.carry_out(app.store, app.user, plan)
    return names
