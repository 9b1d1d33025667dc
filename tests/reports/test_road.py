"""The decision and what was set by hand, in the summary: both values, everywhere, also in the data."""

import dataclasses
import json
from datetime import UTC, date, datetime

import pytest

from assessment.decisions import Body, Condition, Decision, Verdict
from assessment.override import Override
from assessment.road import Standing, State
from reports.content import college_report
from reports.pdf import payload
from reports.rendering import Workers
from tests.reports.as_text import as_text
from tests.reports.dossiers import dossier
from tests.reports.nasty import NASTY
from tests.reports.reading import Read

DECISION = Decision(
    Verdict.GO_IF,
    date(2026, 11, 20),
    Body.COLLEGE,
    "2026/1234",
    (Condition("Doe eerst een DPIA", "Privacy officer", date(2027, 2, 1)),),
    "De raad wil niet wachten",
)
AT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)


def with_road(state=State.ON_WATCH, decision=DECISION, level=None, why="Nieuw inzicht", computed="hoog"):
    overrides = {"trede": Override("trede", computed, level, why, "fg-1", AT)} if level else {}
    return dataclasses.replace(
        dossier("c01", finished=True),
        standing=Standing(state, True, None, decision),
        overrides=overrides,
        names={"fg-1": "Functionaris"},
    )


def data_of(made):
    return json.loads(college_report(made).attachment.content)


def test_decision_stands_in_full_in_its_appendix():
    text = as_text(college_report(with_road()))

    for words in (
        "Bijlage I. Besluit en vervolg",
        "Stand: In gebruik, op de volglijst.",
        "doorgaan onder voorwaarden",
        "20 november 2026",
        "2026/1234",
        "De raad wil niet wachten",
        "Doe eerst een DPIA",
        "Privacy officer",
        "1 februari 2027",
    ):
        assert words in text


def test_level_set_by_hand_stands_on_page_one_and_in_full_in_the_appendix():
    made = with_road(State.CONCEPT, None, "beperkt")
    text = as_text(college_report(made))

    assert "Risicotrede: berekend Hoog, met de hand gezet op Beperkt. Zie bijlage I." in text
    # Half past eleven in UTC is the next day here.
    assert (
        "Risicotrede: berekend Hoog, gezet op Beperkt door Functionaris op 22 november 2026. "
        "Reden: Nieuw inzicht" in text
    )
    assert made.frozen == dossier("c01", finished=True).frozen


def test_level_that_lapsed_is_told_and_is_no_warning():
    made = with_road(State.CONCEPT, None, "laag", computed="beperkt")
    text = as_text(college_report(made))

    assert "Het stond op Laag door Functionaris op 22 november 2026. Dat is vervallen." in text
    assert "met de hand gezet op" not in text


def test_attachment_holds_both_values_and_the_decision():
    data = data_of(with_road(level="beperkt"))

    assert data["state"] == "on_watch"
    assert data["decision"]["conditions"][0]["due"] == "2027-02-01"
    (override,) = data["overrides"]
    assert (override["computed"], override["set"], override["counts"]) == ("hoog", "beperkt", True)
    assert data["snapshot"]["outcome"]["dimensions"]["trede"]["at_most"] == "hoog"


@pytest.mark.parametrize("state", [State.CONCEPT, State.IN_REVIEW, State.ADVISED])
def test_decision_on_an_earlier_round_is_not_told_as_if_it_were_on_this_one(state):
    made = with_road(state)

    assert "2026/1234" not in as_text(college_report(made))
    assert data_of(made)["decision"] is None


def test_assessment_that_never_left_its_concept_has_no_such_appendix():
    assert "Bijlage I" not in as_text(college_report(dossier("c01")))


@pytest.mark.parametrize("name", ["markup", "emoji", "override"])
def test_whatever_people_wrote_makes_a_pdf(workers: Workers, name):
    text = NASTY[name][:3000]
    condition = Condition(text, text[:200], date(2027, 1, 1))
    decision = dataclasses.replace(
        DECISION, number=text[:200] or "1", dissent=text, conditions=(condition,) * 5
    )

    made = with_road(decision=decision, level="beperkt", why=text)

    assert workers.render(payload(college_report(made))).startswith(b"%PDF")


def test_summary_stays_on_two_pages_with_a_level_set_by_hand(workers: Workers):
    read = Read(workers.render(payload(college_report(with_road(State.CONCEPT, None, "verboden")))))

    assert "Bijlage A" in read.pages[2]
    assert "met de hand gezet op Verboden" in " ".join(read.pages[0].split())
