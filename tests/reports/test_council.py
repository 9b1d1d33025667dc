"""The overview for the council as a PDF: everything it must know, readable by everybody."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from assessment.council.overview import Overview, PublicAlgorithm, Ruling, from_data
from assessment.council.words import Labels
from assessment.decisions import Body, Verdict
from assessment.review.advice import AdviceKind
from reports.council import council_pdf, council_report
from tests.reports.as_text import as_text
from tests.reports.reading import Read

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LABELS = Labels(
    tier={"laag": "Laag", "hoog": "Hoog"},
    status={"in_gebruik": "In gebruik", "in_ontwikkeling": "In ontwikkeling"},
    working={"beslissend": "Beslissend"},
    rating={"laag": "Laag"},
)
SIGNALS = PublicAlgorithm(
    "1",
    "Signalen",
    domain="Sociaal",
    purpose="Meldingen verdelen",
    status="in_gebruik",
    working="beslissend",
    tier="hoog",
    reasons=("Het bepaalt wie eerst hulp krijgt.",),
    ruling=Ruling(
        Verdict.GO_IF,
        date(2026, 10, 6),
        Body.COLLEGE,
        "26/112",
        "Mensen krijgen eerder hulp.",
        ("Een mens kijkt mee.",),
        AdviceKind.ON_CONDITIONS,
    ),
    long="Vaste regels, jaarlijks getoetst.",
    partial=True,
)
LEGES = PublicAlgorithm("2", "Leges", status="in_gebruik", own_rating="laag", signal="waarschijnlijk_hoger")
NOW = Overview("Gemeente", date(2026, 11, 23), (LEGES, SIGNALS))


def test_report_tells_for_what_where_it_decides_where_risks_are_and_what_was_decided():
    text = as_text(council_report(NOW, None, LABELS, MOMENT))

    for told in (
        "De gemeente heeft 2 algoritmes in beeld",
        "Meldingen verdelen",
        "Het bepaalt wie eerst hulp krijgt.",
        "Doorgaan onder voorwaarden. Besluit van 6 oktober 2026",
        "Advies van het ethisch netwerk: positief, op voorwaarden.",
        "Reden: Mensen krijgen eerder hulp.",
        "Voorwaarden: Een mens kijkt mee.",
        "Waarschijnlijk hoger dan de gemeente eerder schatte",
        "Woo artikel 5.1",
        "Dit is het eerste overzicht",
    ):
        assert told in text


def test_report_tells_what_changed_since_the_earlier_overview():
    earlier = Overview("Gemeente", date(2026, 5, 1), (replace(SIGNALS, tier="laag"),))

    text = as_text(council_report(NOW, earlier, LABELS, MOMENT))

    assert "Sinds 1 mei 2026: 1 nieuw, 0 weg, 1 veranderd." in text
    assert "Risico: van laag naar hoog." in text


def test_report_names_what_may_still_turn_out_to_be_high():
    unsure = replace(LEGES, tier="laag", may_be="hoog")

    text = as_text(council_report(replace(NOW, algorithms=(unsure,)), None, LABELS, MOMENT))

    assert "Kan nog hoog blijken, want niet elke vraag is beantwoord:" in text
    assert "Leges: Laag, misschien hoog" in text


def test_report_names_what_does_not_count_because_nobody_decided_that_it_is_no_algorithm():
    aside = Overview("Gemeente", NOW.on, (SIGNALS,), (LEGES,))

    text = as_text(council_report(aside, NOW, LABELS, MOMENT))
    alone = as_text(council_report(replace(aside, algorithms=()), None, LABELS, MOMENT))

    assert "De gemeente heeft 1 algoritme in beeld" in text
    assert "In het register staat 1 toepassing die hier niet meetelt." in text
    assert "Leges. Volgens een afweging is het geen algoritme. Daarover is nog geen besluit genomen." in text
    for told in (text, alone):
        assert "Wat hier niet meetelt" in told
        assert "Leges." in told


def test_report_tells_when_it_was_decided_that_something_is_no_algorithm():
    earlier = Overview("Gemeente", date(2026, 5, 1), (SIGNALS,), (LEGES,))

    text = as_text(council_report(replace(NOW, algorithms=(SIGNALS,)), earlier, LABELS, MOMENT))

    assert "Leges: Besloten is dat het geen algoritme is." in text
    assert "niet meetel" not in text


def test_an_empty_register_still_makes_a_report():
    text = as_text(council_report(replace(NOW, algorithms=()), NOW, LABELS, MOMENT))

    assert "Er staan nog geen algoritmes in het register." in text
    assert "0 nieuw, 2 weg" in text


def test_programs_read_back_from_the_pdf_what_people_read():
    read = Read(council_pdf(NOW, None, LABELS, MOMENT))

    assert "Een mens kijkt mee" in read.text
    assert next(title for _level, title, _page in read.bookmarks) == "In het kort"
    attached = next(iter(read.file.attachments.values())).get_file().read_bytes()
    assert from_data(json.loads(attached)) == NOW
