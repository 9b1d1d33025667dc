"""The advice of the ethics network in the summary: whole, word for word, and only when there is one."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.review.advice import AdviceKind, Advised, Dissent, Proviso
from assessment.review.ballots import GO_AHEAD, NOT_MINE, STANCES
from assessment.review.results import Compared, Result
from reports.content import college_report
from reports.pdf import render
from reports.review import review, review_json
from tests.reports.as_text import as_text
from tests.reports.dossiers import dossier
from tests.reports.reading import Read

ADVISED = Advised(
    kind=AdviceKind.ON_CONDITIONS,
    proposed=AdviceKind.DIVIDED,
    text="Het kan, als eerst de DPIA klaar is.",
    conditions=(Proviso("Doe de DPIA", "Proceseigenaar", date(2027, 2, 1)),),
    arguments_for=("Inwoners krijgen eerder hulp.",),
    arguments_against=("Niemand kan weigeren.",),
    dissents=(Dissent("Wie schulden heeft, kan dit niet weigeren."), Dissent("Ik sta hierachter.", "Els")),
    took_part=("Anna", "Bram", "Els"),
    on=date(2026, 11, 22),
)


def result(item, counts):
    return Result(item, dict(zip((*STANCES, NOT_MINE), counts, strict=True)))


COMPARED = (
    Compared(GO_AHEAD, "Kan dit door?", ((1, None), (2, Result(GO_AHEAD, {"agree": 4, "object": 1})))),
    Compared(
        2,
        "De privacy is beschermd.",
        ((1, result(2, (3, 0, 0, 0, 2, 0))), (2, result(2, (0, 1, 0, 3, 1, 0)))),
    ),
    Compared(1, "Iedereen wordt gelijk behandeld.", ((1, result(1, (0, 0, 0, 5, 0, 0))), (2, None))),
)


@pytest.fixture
def advised():
    return replace(dossier(), review=ADVISED)


def test_without_an_advice_the_summary_says_nothing_of_one():
    assert list(review(dossier())) == []
    assert review_json(dossier()) == {}


def test_appendix_says_all_of_the_advice(advised):
    text = as_text(college_report(advised)).partition("# Bijlage J. Advies van het ethisch netwerk")[2]

    assert text.strip().splitlines() == [
        "Positief, op voorwaarden. Het kan, als eerst de DPIA klaar is.",
        "Gegeven op 22 november 2026.",
        "De antwoorden van de leden wezen op: verdeeld.",
        "",
        "## Voorwaarden",
        "Voorwaarde | Wie | Voor",
        "Doe de DPIA | Proceseigenaar | 1 februari 2027",
        "",
        "## Argumenten voor",
        "- Inwoners krijgen eerder hulp.",
        "",
        "## Argumenten tegen",
        "- Niemand kan weigeren.",
        "",
        "## Bezwaren, woord voor woord",
        "- zonder naam: Wie schulden heeft, kan dit niet weigeren.",
        "- Els: Ik sta hierachter.",
        "",
        "## Wie deed mee",
        "3 deelnemers: Anna, Bram, Els.",
    ]


def test_where_advice_and_answers_point_the_same_way_it_is_said_once(advised):
    same = replace(advised, review=replace(ADVISED, proposed=AdviceKind.ON_CONDITIONS))

    assert "wezen op" not in as_text(college_report(same))


def test_objections_stand_in_the_pdf_and_in_its_attachment(advised):
    pdf = render(college_report(advised))
    told = Read(pdf).text

    for dissent in ADVISED.dissents:
        assert dissent.text in told
    assert review_json(advised)["review"]["dissents"][1] == {"text": "Ik sta hierachter.", "name": "Els"}
    assert review_json(advised)["review"]["conditions"][0]["due"] == "2027-02-01"


def test_answers_of_both_rounds_stand_in_pictures_with_the_same_in_words_and_in_a_table(advised):
    told = as_text(college_report(replace(advised, review=replace(ADVISED, compared=COMPARED))))
    told = told.partition("## Wat de leden antwoordden\n")[2]
    hidden = "Minder dan 5 antwoorden. Daarom laten we dit niet zien: anders weet je wie wat zei."
    seen = "Ronde 1: Helemaal oneens: 3, Helemaal eens: 2. Ronde 2: Oneens: 1, Eens: 3, Helemaal eens: 1."
    moved = "Het midden ging 3 punten omhoog, naar eens. De leden kwamen dichter bij elkaar."

    assert list(filter(None, told.splitlines())) == [
        f"Kan dit door? Ronde 1: {hidden}",
        "Kan dit door? Ronde 2: Ja: 4, Nee, ik heb bezwaar: 1",
        "### De privacy is beschermd.",
        f"(beeld: De privacy is beschermd. {seen})",
        f"De leden verschillen: gemiddeld 1,2 punt uit elkaar. {moved}",
        "### Iedereen wordt gelijk behandeld.",
        "(beeld: Iedereen wordt gelijk behandeld. Ronde 1: Eens: 5.)",
        hidden,
        "Stelling | Ronde | Helemaal oneens | Oneens | Ertussenin | Eens | Helemaal eens | Niet mijn vak",
        "De privacy is beschermd. | 1 | 3 | 0 | 0 | 0 | 2 | 0",
        "De privacy is beschermd. | 2 | 0 | 1 | 0 | 3 | 1 | 0",
        "Iedereen wordt gelijk behandeld. | 1 | 0 | 0 | 0 | 5 | 0 | 0",
        "Iedereen wordt gelijk behandeld. | 2 | – | – | – | – | – | –",
    ]


def test_pictures_of_the_answers_are_drawn_and_have_their_words_in_the_pdf(advised):
    pdf = render(college_report(replace(advised, review=replace(ADVISED, compared=COMPARED))))

    assert "Helemaal eens" in Read(pdf).text
    assert review_json(replace(advised, review=replace(ADVISED, compared=COMPARED)))["review"]["compared"]
