"""The second look beside the register: taken anew with every change, there to filter and sort on."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from services import (
    council,
    finishing,
    frameworks,
    looks,
    portfolio,
    register,
    register_import,
    register_start,
    register_together,
    second_look,
)
from services.errors import NotAllowed
from services.register import Wanted
from services.roles import Role
from services.users import User
from storage.register_records import LOOK

ON = date(2026, 11, 23)
NOBODY = User("niemand", "Niemand", frozenset())


@pytest.fixture
def enschede(sqlite_store, user):
    """A store with the 70 algorithms of the report."""
    register_import.load_example(sqlite_store, user)
    return sqlite_store


def first(store, user, signal="", count=70):
    wanted = Wanted(sort=LOOK, filters={LOOK: (signal,)} if signal else {})
    return [entry.number for entry in register.page(store, user, wanted, limit=count)]


def test_import_is_looked_at_and_listed_with_those_rated_too_low_first(enschede, user):
    assert second_look.shares(enschede, user) == {
        "waarschijnlijk_hoger": 9,
        "nader_onderzoek": 18,
        "geen": 43,
    }
    assert sorted(first(enschede, user, count=9), key=int) == sorted(
        first(enschede, user, "waarschijnlijk_hoger"), key=int
    )
    assert first(enschede, user, count=3) == ["38", "55", "67"]


def test_change_of_an_entry_is_looked_at_in_the_same_go(store, user):
    made = register.add(store, user, {"naam": "Zaakmodule", "eigen_risico": "laag", "domein": "fysiek"})
    assert first(store, user, "geen") == [made.number]

    social = register.change(store, user, made.id, {"domein": "sociaal"}, seen=1)
    found = second_look.found(store, user, [made.id])[made.id]

    assert (found.signal, found.at_least, found.counted) == ("nader_onderzoek", "laag", "beperkt")
    register_together.change_all(store, user, [made.id], {"eigen_risico": "hoog"})
    assert second_look.found(store, user, [made.id])[made.id].signal == "geen"
    assert social.revision == 2


def test_entries_nobody_looked_at_are_found_apart_until_the_list_is_opened(store, user):
    made = register.add(store, user, {"naam": "Zaakmodule"})
    with store.transaction() as tx:
        tx.register.add(replace(made, id=type(made.id)(int=7), number="9", values={"naam": "Oud"}))

    with store.reading() as tx:
        assert tx.looks.shares() == {"nader_onderzoek": 1, "": 1}
        assert [
            entry.number for entry in tx.register.page(Wanted(filters={LOOK: ("",)}), limit=9, offset=0)
        ] == ["9"]
    assert second_look.shares(store, user) == {"nader_onderzoek": 2}


STRICTER = """
rules:
  - id: N1
    raise: trede
    to: hoog
    when: {question: qs_algoritme, is: [ja]}
    because: Elk algoritme weegt zwaar.
    source: Rekenkamer 3.3
"""


def adopt_stricter(folder, framework, monkeypatch):
    """Adopt a second version of the framework, in which every algorithm is high."""
    for version in (framework.version, "2026.2"):
        shutil.copytree(frameworks.folder(framework.version), folder / version)
    (folder / "2026.2" / "rules" / "99-strenger.yaml").write_text(STRICTER, "utf-8")
    monkeypatch.setattr(frameworks, "_folder", lambda: folder)


def test_looks_follow_a_new_framework_by_themselves(enschede, user, framework, monkeypatch, tmp_path):
    adopt_stricter(tmp_path, framework, monkeypatch)

    assert looks.follow(enschede) == 70
    assert looks.follow(enschede) == 0
    # The two that the municipality itself rates as high.
    assert second_look.shares(enschede, user)["geen"] == 2


@pytest.mark.parametrize(
    "opened",
    [
        second_look.shares,
        lambda store, user: portfolio.facts(store, user, ON),
        lambda store, user: council.today(store, user, ON, "Gemeente"),
        lambda store, user: council.record(store, user, "Najaar", ON, "Gemeente"),
    ],
    ids=["list", "portfolio", "council", "record"],
)
def test_whoever_opens_what_shows_looks_sees_those_of_the_framework_that_holds(
    enschede, user, monkeypatch, opened
):
    monkeypatch.setattr(looks, "content_hash", lambda: "other facts")

    opened(enschede, user)

    assert looks.follow(enschede) == 0


def test_look_at_one_entry_gives_reason_bounds_and_question(enschede, user):
    (entry,) = register.page(enschede, user, Wanted(search="OVSH"))

    (seen,) = second_look.seen([entry])

    assert seen.entry == entry
    assert seen.look.judgement.tier.at_least == "beperkt"
    assert seen.question.id == "d_functie"


def test_list_says_where_an_assessment_is_finished_already(enschede, user):
    (entry,) = register.page(enschede, user, Wanted(search="OVSH"))
    made = register_start.start(enschede, user, entry.id)

    def weighed():
        found = second_look.page(enschede, user, ("waarschijnlijk_hoger",), limit=9)
        return [seen.entry.name for seen in found if seen.weighed]

    assert weighed() == []
    finishing.finish(enschede, user, made.id, date(2026, 11, 23))
    assert weighed() == ["OVSH"]


def test_stored_look_is_what_a_look_now_says(enschede, user):
    entries = register.every(enschede, user)
    stored = second_look.found(enschede, user, [entry.id for entry in entries])

    assert len(stored) == len(entries) == 70
    for seen in second_look.seen(entries):
        kept = stored[seen.entry.id]
        assert kept.signal == seen.look.signal.value
        assert (kept.rank, kept.at_most) == (seen.look.judgement.rank, seen.look.judgement.tier.at_most)


def test_only_who_may_see_the_register_sees_the_look(enschede):
    reader = User("lezer", "Lezer", frozenset({Role.READER}))

    assert second_look.shares(enschede, reader)["geen"] == 43
    for ask in (second_look.shares, lambda store, user: second_look.found(store, user, [])):
        with pytest.raises(NotAllowed):
            ask(enschede, NOBODY)
