"""The chain of the audit trail: whatever somebody does to it afterwards shows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import texts
from assessment.audit import Fault, Head, Kind, Note, claims, compare, link, remembers, verify

WORDS = st.text(max_size=8)
NOTES = st.builds(Note, WORDS, WORDS, WORDS, WORDS)
FIELDS = ("chain", "number", "at", "who", "event", "about", "detail", "previous", "hash")


def chain(notes):
    """Link notes to a chain."""
    head, entries = Head(), []
    for number, note in enumerate(notes):
        entries.append(link(head, "c", f"2026-11-22T12:{number:02}:00+00:00", note))
        head = entries[-1].head
    return entries, head


def kinds(entries, head):
    """Give the kinds of fault, once each, in the order in which they were found."""
    return list(dict.fromkeys(fault.kind for fault in verify(entries, head)))


def of(count):
    """Link some plain notes."""
    return chain([Note("iemand", "answer", f"q{number}", "{}") for number in range(count)])


@given(st.lists(NOTES, max_size=8))
def test_chain_as_it_was_written_has_no_fault(notes):
    assert verify(*chain(notes)) == []


@given(st.lists(NOTES, min_size=1, max_size=8), st.data())
def test_changing_any_field_of_any_entry_shows(notes, data):
    entries, head = chain(notes)
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    before = getattr(entries[place], field)
    other = st.integers(-9, 99) if field == "number" else WORDS
    after = data.draw(other.filter(lambda value: value != before))
    entries[place] = replace(entries[place], **{field: after})

    assert verify(entries, head)


@given(st.lists(NOTES, min_size=1, max_size=8), st.data())
def test_removing_entries_shows_wherever_they_stood(notes, data):
    entries, head = chain(notes)
    gone = data.draw(st.sets(st.integers(0, len(entries) - 1), min_size=1))

    assert verify([entry for number, entry in enumerate(entries) if number not in gone], head)


@given(st.lists(NOTES, min_size=2, max_size=8), st.data())
def test_another_order_shows(notes, data):
    entries, head = chain(notes)
    other = data.draw(st.permutations(entries).filter(lambda order: order != entries))

    assert verify(other, head)


@given(st.lists(NOTES, max_size=8), st.data())
def test_entry_put_in_anywhere_shows_also_when_it_is_well_made(notes, data):
    entries, head = chain(notes)
    place = data.draw(st.integers(0, len(entries)))
    before = entries[place - 1].head if place else Head()
    entries.insert(place, link(before, "c", "2026-11-22T12:59:00+00:00", data.draw(NOTES)))

    assert verify(entries, head)


@pytest.mark.usefixtures("in_english")
def test_changed_entry_is_named():
    entries, head = of(3)
    entries[1] = replace(entries[1], who="een ander")

    assert [str(fault) for fault in verify(entries, head)] == ["entry 2: changed"]


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_has_words_in_both_languages(kind):
    told = set()
    for language in texts.LANGUAGES:
        with texts.speaking(language):
            told.add(str(Fault(kind, "hier")))

    assert len(told) == len(texts.LANGUAGES)


@pytest.mark.usefixtures("in_english")
def test_gap_is_named():
    entries, head = of(5)

    assert str(verify([entries[0], *entries[3:]], head)[0]) == "entries 2 to 3: missing"


@pytest.mark.usefixtures("in_english")
def test_cut_tail_is_named_by_the_head():
    entries, head = of(5)

    assert [str(fault) for fault in verify(entries[:3], head)] == ["entries 4 to 5: missing at the end"]


def test_entry_with_a_new_hash_of_its_own_breaks_the_chain_after_it():
    entries, head = of(3)
    entries[1] = link(entries[0].head, "c", entries[1].at, Note("een ander", "answer", "q1", "{}"))

    assert kinds(entries, head) == [Kind.BROKEN]


def test_last_entry_with_a_new_hash_is_not_the_one_of_the_head():
    entries, head = of(3)
    entries[2] = link(entries[1].head, "c", entries[2].at, Note("een ander", "answer", "q2", "{}"))

    assert kinds(entries, head) == [Kind.HEAD]


def test_entries_after_the_head_are_additions():
    entries, head = of(2)
    entries.append(link(head, "c", "2026-11-22T12:59:00+00:00", Note("een ander", "answer", "q9", "{}")))

    assert kinds(entries, head) == [Kind.ADDED]


def test_chain_that_somebody_forged_as_a_whole_shows_only_beside_a_head_noted_elsewhere():
    _, noted = of(3)
    forged, head = chain([Note("een ander", "answer", f"q{number}", "{}") for number in range(4)])

    assert verify(forged, head) == []
    assert [fault.kind for fault in remembers(forged, noted)] == [Kind.FORGOTTEN]


def test_chain_that_went_on_remembers_every_head_it_ever_had():
    entries, _ = of(5)

    assert [remembers(entries, entry.head) for entry in entries] == [[]] * 5
    assert remembers(entries, Head()) == []


def test_rows_are_compared_with_the_last_that_was_entered_about_them():
    entries, _ = chain(
        [
            Note("iemand", "created", "", '{"table":"assessment","row":"1","sha256":"old"}'),
            Note("iemand", "renamed", "", '{"table":"assessment","row":"1","sha256":"new"}'),
            Note("iemand", "export", "", "{}"),
        ]
    )

    assert compare(claims(entries), {("assessment", "1"): "new"}) == []
    assert [f.kind for f in compare(claims(entries), {("assessment", "1"): "old"})] == [Kind.ROW_CHANGED]
    assert [f.kind for f in compare(claims(entries), {})] == [Kind.ROW_REMOVED]
    assert [f.kind for f in compare({}, {("assessment", "1"): "new"})] == [Kind.ROW_ADDED]


def test_entry_with_a_spoilt_detail_can_still_be_shown():
    assert Note("iemand", "answer", "q", "{").details == {}
    assert Note("iemand", "answer", "q", "[]").details == {}
