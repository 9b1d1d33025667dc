"""Texts: Dutch as written, another language where there is one."""

import pytest

import texts
from texts import _, ngettext

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Vraag"
msgstr "Question"

msgid "{n} vraag"
msgid_plural "{n} vragen"
msgstr[0] "{n} question"
msgstr[1] "{n} questions"
"""


@pytest.fixture
def english(tmp_path, monkeypatch):
    """A small English translation, chosen by the reader."""
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "weegschaal.po").write_text(PO, "utf-8")
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    monkeypatch.setattr(texts, "_ask_reader", [lambda: "en"])


def test_dutch_is_what_stands_in_the_code():
    assert _("Vraag") == "Vraag"
    assert [ngettext("{n} vraag", "{n} vragen", n) for n in (0, 1, 2)] == [
        "{n} vragen",
        "{n} vraag",
        "{n} vragen",
    ]


def test_other_language_is_given_where_it_exists(english):
    assert _("Vraag") == "Question"
    assert ngettext("{n} vraag", "{n} vragen", 1) == "{n} question"
    assert ngettext("{n} vraag", "{n} vragen", 2) == "{n} questions"


def test_work_for_others_is_in_dutch_whatever_its_reader_chose(english):
    with texts.speaking(texts.SOURCE_LANGUAGE):
        assert _("Vraag") == "Vraag"
    assert _("Vraag") == "Question"


def test_sentence_without_a_translation_stays_dutch(english):
    assert _("Onvertaald") == "Onvertaald"


def test_empty_text_stays_empty(english):
    assert _("") == ""


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b'msgid ""\nmsgstr "Content-Type: text/plain; charset=none\\n"\n']
)
def test_catalogue_that_cannot_be_read_leaves_it_dutch(tmp_path, content):
    path = tmp_path / "en.po"
    path.write_bytes(content)

    assert texts.catalogue(path).gettext("Vraag") == "Vraag"
