"""The audit trail in words, and as a file that no spreadsheet runs anything from."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.audit import Entry, Head, Note, link, verify
from assessment.audit_words import sentence
from reports.audit import audit_sheet
from reports.sheets import csv_bytes

NAMES = {"anna": "Anna de Vries", "bo": "Bo"}
AT = "2026-11-22T12:00:00.000000+00:00"


def entry(event, about="", **detail):
    """Make one entry by anna."""
    return link(Head(), "c", AT, Note("anna", event, about, json.dumps(detail)))


@pytest.mark.parametrize(
    "made,said",
    [
        (entry("created"), "Anna de Vries begon deze afweging."),
        (entry("member", "bo", action="added"), "Anna de Vries liet Bo meedoen."),
        (entry("finished", "2"), "Anna de Vries rondde ronde 2 af."),
        (entry("export", "pdf"), "Anna de Vries haalde een bestand op: de samenvatting (PDF)."),
        (
            entry("transition", **{"from": "concept", "to": "in_review"}),
            "Anna de Vries zette de afweging van ‘Concept’ op ‘In beoordeling’.",
        ),
        (entry("override", "trede", level="hoog"), "Anna de Vries zette ‘Risicotrede’ met de hand op: Hoog."),
        (
            entry("override", "trede", level=None),
            "Anna de Vries zette ‘Risicotrede’ met de hand op: wat de antwoorden zeggen.",
        ),
        (entry("round", "x", action="closed", number=1), "Anna de Vries sloot ronde 1 van de sessie."),
        (
            entry("created", afterwards=1),
            "Anna de Vries begon deze afweging. Dit is later in het logboek gezet.",
        ),
        (entry("nieuws"), "Anna de Vries deed: nieuws."),
        (entry("transition", **{"from": "x", "to": "y"}), "Anna de Vries zette de afweging van ‘x’ op ‘y’."),
    ],
)
def test_each_event_is_a_sentence(framework, made, said):
    assert sentence(framework, made, NAMES) == said


def test_answer_is_told_by_its_question_and_number(framework):
    told = sentence(framework, entry("answer", "qs_algoritme", number=3), NAMES)

    assert framework.questions["qs_algoritme"].text in told
    assert told.endswith("Dit is antwoord 3.")


def test_braces_in_a_name_are_no_places_to_fill(framework):
    made = link(Head(), "c", AT, Note("{about}", "finished", "{who}", "{}"))

    assert sentence(framework, made, {}) == "{about} rondde ronde {who} af."


def rows(data):
    """Read a file as a Dutch spreadsheet does."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_file_has_all_that_the_chain_is_computed_from(framework):
    entries, head = [], Head()
    for note in (Note("anna", "created", "", "{}"), Note("bo", "answer", "qs_algoritme", '{"number":1}')):
        entries.append(link(head, "c", AT, note))
        head = entries[-1].head

    _heads, *lines = rows(csv_bytes(audit_sheet(framework, entries, NAMES)))
    again = [
        Entry(who, event, about, detail, "c", int(number), at, previous, hash_)
        for number, at, who, _said, event, about, detail, previous, hash_ in lines
    ]

    assert again == entries
    assert verify(again, head) == []


@given(st.text(max_size=20))
def test_no_cell_begins_with_what_runs_as_a_formula(framework, text):
    made = link(Head(), "c", AT, Note(text, "renamed", text, text))

    for row in rows(csv_bytes(audit_sheet(framework, [made], {}))):
        assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r"} for cell in row)
