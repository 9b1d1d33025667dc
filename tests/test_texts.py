"""Texts: Dutch as written, another language where there is one."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import texts
from texts import _, ngettext


@pytest.fixture
def english(tmp_path, monkeypatch):
    """A small English translation, chosen by the reader."""
    catalogue = Catalog(locale="en")
    catalogue.add("Vraag", "Question")
    catalogue.add(("{n} vraag", "{n} vragen"), ("{n} question", "{n} questions"))
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "weegschaal.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    texts._catalogue.cache_clear()
    token = texts.language.set("en")
    yield
    texts.language.reset(token)
    texts._catalogue.cache_clear()


def test_dutch_is_what_stands_in_the_code():
    assert _("Vraag") == "Vraag"
    assert [ngettext("{n} vraag", "{n} vragen", n) for n in (0, 1, 2)] == [
        "{n} vragen",
        "{n} vraag",
        "{n} vragen",
    ]


def test_other_language_is_given_where_it_exists(english):
    assert _("Vraag") == "Question"
    assert ngettext("{n} vraag", "{n} vragen", 2) == "{n} questions"


def test_sentence_without_a_translation_stays_dutch(english):
    assert _("Onvertaald") == "Onvertaald"


def test_empty_text_stays_empty(english):
    assert _("") == ""
