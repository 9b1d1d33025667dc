"""Every text has a translation: of the code, of each framework and of the other data."""

from tools import texts as catalogues
from tools.__main__ import main


def test_every_text_has_a_translation_with_the_same_placeholders():
    """Otherwise: `python -m tools texts update`, and fill in what is empty."""
    found = [fault for path, wanted in catalogues.catalogues() for fault in catalogues.faults(path, wanted)]

    assert found == []


def test_texts_inside_another_text_are_found_too(tmp_path):
    source = tmp_path / "page.py"
    source.write_text("""f'<p>{_("Hallo")}</p>' + ngettext("{n} dag", "{n} dagen", n)""", "utf-8")

    assert set(catalogues.said(source)) == {"Hallo", ("{n} dag", "{n} dagen")}


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Vraag {n}"
msgstr "Question {number}"

msgid "Stap"
msgstr ""

msgid "Verdwenen"
msgstr "Gone"

msgid "{n} dag"
msgid_plural "{n} dagen"
msgstr[0] "{n} day"
msgstr[1] ""
"""


def test_check_finds_what_is_missing_different_or_gone(tmp_path):
    path = tmp_path / "en.po"
    path.write_text(PO, "utf-8")
    said = ["Vraag {n}", "Stap", "Nieuw", ("{n} dag", "{n} dagen")]
    wanted = catalogues.empty("en", [(text, "page.py") for text in said])

    assert [fault.partition(": ")[2] for fault in catalogues.faults(path, wanted)] == [
        "other placeholders in the translation of 'Vraag {n}'",
        "no translation of 'Stap', from page.py",
        "no translation of 'Nieuw', from page.py",
        "no translation of ('{n} dag', '{n} dagen'), from page.py",
        "nothing says 'Verdwenen' any more",
    ]


def test_command_tells_what_is_wrong_and_fails(monkeypatch, tmp_path, capsys):
    path = tmp_path / "en.po"
    monkeypatch.setattr(
        catalogues, "catalogues", lambda: [(path, catalogues.empty("en", [("Stap", "page.py")]))]
    )

    assert main(["texts", "check"]) == 1
    assert "no translation of 'Stap', from page.py" in capsys.readouterr().err
    path.write_text('msgid "Stap"\nmsgstr "Step"\n', "utf-8")
    assert main(["texts", "check"]) == 0
    assert "1 texts, each with its translation" in capsys.readouterr().out


def test_update_keeps_translations_and_drops_what_is_gone(monkeypatch, tmp_path):
    path = tmp_path / "locale" / "en.po"
    path.parent.mkdir()
    path.write_text(PO, "utf-8")
    wanted = [("Vraag {n}", "page.py"), ("Nieuw", "page.py")]
    monkeypatch.setattr(catalogues, "catalogues", lambda: [(path, catalogues.empty("en", wanted))])

    assert main(["texts", "update"]) == 0
    text = path.read_text("utf-8")
    assert 'msgstr "Question {number}"' in text
    assert 'msgid "Nieuw"\nmsgstr ""' in text
    assert "Verdwenen" not in text
