"""Interface texts: Dutch is written in the code, other languages come from catalogues beside it.

A catalogue is a .po file, as translators know it. It is read when somebody first asks for that language, so
there is nothing to build. `python -m tools texts` says what a catalogue misses.
"""

import gettext
import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE_LANGUAGE = "nl"
# What the checks on the command line speak: who runs them reads code, and its documents are English.
TOOLS_LANGUAGE = "en"
# Every language one can choose, as its readers call it.
LANGUAGES = {SOURCE_LANGUAGE: "Nederlands", "en": "English"}
FOLDER = Path(__file__).resolve().parent / "data" / "locale"

_LOG = logging.getLogger(__name__)
# Empty: what the reader chose. A context variable, because each browser session runs in a thread of its own.
_spoken: ContextVar[str] = ContextVar("spoken", default="")
_ask_reader: list[Callable[[], str]] = []


def _(text: str) -> str:
    """Give `text` in the language of the reader; without a translation it stays Dutch."""
    return of_data(text)


def ngettext(one: str, more: str, count: int) -> str:
    """Give the form that fits `count`, in the language of the reader."""
    return _interface(FOLDER, language()).ngettext(one, more, count)


def of_data(text: str) -> str:
    """Do what `_` does, for a text that stands in a data file instead of in the code."""
    # gettext answers the empty text with the header of its file.
    return _interface(FOLDER, language()).gettext(text) if text else text


def language() -> str:
    """Give the language of now: that of the work that is done, else that of the reader, else Dutch."""
    return _spoken.get() or (_ask_reader[0]() if _ask_reader else SOURCE_LANGUAGE)


def ask_reader(asked: Callable[[], str]) -> None:
    """Let `asked` tell which language the reader chose; it is called for every text, so it must be quick."""
    _ask_reader[:] = [asked]


@contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Use a language whatever the reader chose: Dutch for what is stored, or goes to others."""
    token = _spoken.set(wanted)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def catalogue(path: Path) -> gettext.NullTranslations:
    """Read a catalogue; one that does not exist, or cannot be read, translates nothing."""
    if not path.exists():
        return gettext.NullTranslations()
    # Babel is of no use to who reads Dutch, and takes a moment to load.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file))
    except (ValueError, LookupError):  # such as a wrong encoding; Dutch is better than no page at all
        _LOG.exception("%s cannot be read as a catalogue", path)
        return gettext.NullTranslations()
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _interface(folder: Path, wanted: str) -> gettext.NullTranslations:
    # A page asks this thousands of times, and putting a path together is slow.
    return catalogue(folder / wanted / "LC_MESSAGES" / "weegschaal.po")
