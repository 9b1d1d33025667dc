"""Interface texts: Dutch is written in the code, other languages come from data/locale through gettext."""

import gettext
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE_LANGUAGE = "nl"
FOLDER = Path(__file__).resolve().parent / "data" / "locale"

# A context variable, because each browser session runs in a thread of its own and may read another language.
language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def _(text: str) -> str:
    """Give `text` in the language of the reader; without a translation it stays Dutch."""
    # gettext answers the empty text with the header of its file.
    return _catalogue(language.get()).gettext(text) if text else text


def ngettext(one: str, more: str, count: int) -> str:
    """Give the form that fits `count`, in the language of the reader."""
    return _catalogue(language.get()).ngettext(one, more, count)


@cache
def _catalogue(wanted: str) -> gettext.NullTranslations:
    return gettext.translation("weegschaal", FOLDER, [wanted], fallback=True)
