"""English: every page is in it, from its heading to its last option; what people wrote stays as it is."""

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

import texts
from assessment.cases import read_answers
from services import frameworks, publishing, register_import
from tests.databases import Sqlite
from tests.pages.conftest import CASES, App, Screen
from tools.texts import catalogues
from ui import context, language, links

# So long a piece of Dutch is in no English sentence by chance.
LONG = 15
PAGES = [
    *links._places(),
    *links._within(),
    *(links.PREFIX + step.id for step in frameworks.current().steps),
    *links._wholes(),
]


@pytest.fixture(scope="module")
def dutch() -> tuple[set[str], list[str]]:
    """Short texts that are another text in English, and longer pieces of Dutch."""
    short: set[str] = set()
    pieces: list[str] = []
    english: set[str] = set()
    for path, wanted in catalogues():
        for message in filter(lambda message: message.id, wanted):
            for text, other in _pairs(path, message.id):
                english.add(other)
                if text != other:
                    short.add(text)
                    parts = (part.strip() for part in re.split(r"\{\w*\}|\n", text))
                    pieces += [part for part in parts if len(part) >= LONG and part not in other]
    return short - english, pieces


def _pairs(path, said):
    catalogue = texts.catalogue(path)
    if isinstance(said, str):
        return [(said, catalogue.gettext(said))]
    return [(said[0], catalogue.ngettext(*said, 1)), (said[1], catalogue.ngettext(*said, 2))]


@pytest.fixture(scope="module")
def app(sqlite: Sqlite) -> Iterator[App]:
    """The app in English: a register, and one assessment with everything filled in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", sqlite.migrated())
        patch.setattr(language, "_of_session", lambda _session: "en")
        app = App(context.store(), context.user())
        register_import.load_example(app.store, app.user)
        yield app
        app.store.close()


@pytest.fixture(scope="module")
def assessment(app: App) -> UUID:
    """The assessment."""
    return app.new("Title", read_answers(frameworks.current(), CASES["c01"].answers))


def read(screen: Screen) -> list[str]:
    """Everything that can be read on a page, line by line."""
    lines = screen.words.splitlines()
    for kind in ("radio", "selectbox", "multiselect", "button_group"):
        for widget in screen.test.get(kind):
            lines += [widget.label, *map(str, widget.options)]
    for kind in ("text_input", "text_area", "checkbox", "button", "download_button"):
        lines += [str(getattr(widget, "label", "") or widget.proto.label) for widget in screen.test.get(kind)]
    return [line.replace("\\", "") for line in lines]


def official(app: App, assessment: UUID) -> Iterator[str]:
    """Yield what is Dutch for every reader: sources, and what goes to the national register."""
    framework = frameworks.current()
    parts = (framework.questions, framework.instruments, framework.success_factors, framework.public_values)
    yield from (each.source for part in parts for each in part.values())
    yield from (rule.source for rule in framework.rules)
    told = publishing.prepare(app.store, app.user, assessment, date(2026, 11, 22), municipality="Gemeente")
    yield from (part for value in told.values.values() for part in re.split(r"(?<=[.?!]) |\n", value) if part)


@pytest.mark.parametrize("page", ["", *PAGES])
def test_no_page_says_in_dutch_what_has_a_translation(app, assessment, dutch, page):
    short, pieces = dutch
    lines = read(
        app.whole(assessment, page) if page not in links._places() | links._within() else app.place(page)
    )
    everything = "\n".join(lines)
    for text in sorted(official(app, assessment), key=len, reverse=True):
        everything = everything.replace(text, "")

    assert [line for line in lines if line in short] == []
    assert [piece for piece in pieces if piece in everything] == []
    assert len(lines) > 3
