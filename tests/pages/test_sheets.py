"""Tables offered as files speak the language of their page, whoever makes the file."""

import threading

import texts
from reports.sheets import Sheet
from texts import _
from ui import page, sheets


def test_file_is_in_the_language_of_the_page_though_another_thread_makes_it(monkeypatch):
    made = []
    monkeypatch.setattr(page, "download", lambda _label, make, *_rest, **_more: made.append(make))
    with texts.speaking("en"):
        sheets.offer("Tabel", lambda: Sheet("Tabel", [_("Naam")], []))

    told = []
    thread = threading.Thread(target=lambda: told.append(made[0]().decode("utf-8-sig")))
    thread.start()
    thread.join()

    assert told == ["Name\r\n"]
