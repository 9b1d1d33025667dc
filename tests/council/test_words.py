"""What the council reads: plain sentences that say what is known, and what is not."""

from datetime import date

from assessment.council.changes import Changes
from assessment.council.overview import Overview, PublicAlgorithm, Ruling
from assessment.council.words import (
    Labels,
    change_texts,
    changes_in_short,
    grounds_texts,
    in_short,
    risk_text,
    ruling_text,
)
from assessment.decisions import Body, Verdict
from assessment.review.advice import AdviceKind

DAY = date(2026, 11, 23)
LABELS = Labels(
    tier={"laag": "Laag", "hoog": "Hoog", "verboden": "Verboden"},
    status={"in_ontwikkeling": "In ontwikkeling", "in_gebruik": "In gebruik"},
    working={"beslissend": "Beslissend"},
    rating={"laag": "Laag", "onbekend": "Onbekend"},
)
RULING = Ruling(Verdict.GO_IF, DAY, Body.COLLEGE, "26/112", "Het helpt snel.", ("Mens beslist.", "DPIA"))


def overview(*algorithms: PublicAlgorithm) -> Overview:
    """Give an overview of these."""
    return Overview("Gemeente", DAY, algorithms)


def test_an_empty_register_is_said_to_be_empty() -> None:
    assert in_short(overview()) == ("Er staan nog geen algoritmes in het register.",)


def test_nothing_known_is_never_told_as_nothing_there() -> None:
    words = " ".join(in_short(overview(PublicAlgorithm("1", "A"))))

    assert "voor zover we weten" in words
    assert "weten we dat het risico hoog is" in words
    assert "Gewogen met het afwegingskader: 0 van de 1." in words


def test_one_of_something_is_told_in_the_singular() -> None:
    found = overview(PublicAlgorithm("1", "A", status="in_gebruik", working="beslissend", tier="hoog"))

    assert in_short(found)[:3] == (
        "De gemeente heeft 1 algoritme in beeld. In gebruik: 1.",
        "1 algoritme neemt zelf een beslissing. Daar kijkt niet altijd eerst een mens naar.",
        "Bij 1 algoritme is het risico voor mensen hoog.",
    )


def test_the_own_rating_of_the_municipality_is_never_told_as_a_weighed_tier() -> None:
    assert risk_text(PublicAlgorithm("1", "A", own_rating="laag"), LABELS) == (
        "Nog niet gewogen. Eigen schatting: laag"
    )
    assert risk_text(PublicAlgorithm("1", "A", own_rating="onbekend"), LABELS) == "Nog niet gewogen"


def test_a_tier_that_may_still_rise_says_so() -> None:
    open_still = PublicAlgorithm("1", "A", tier="laag", may_be="hoog")

    assert risk_text(open_still, LABELS) == "Laag, misschien hoog"
    assert risk_text(PublicAlgorithm("1", "A", tier="hoog", may_be="hoog"), LABELS) == "Hoog"


def test_a_decision_names_who_took_it_when_and_why() -> None:
    assert ruling_text(RULING) == (
        "Doorgaan onder voorwaarden. Besluit van 23 november 2026, college van burgemeester en wethouders. "
        "Nummer 26/112."
    )
    assert grounds_texts(RULING) == (
        "Reden: Het helpt snel.",
        "Voorwaarden: Mens beslist; DPIA.",
    )


def test_a_decision_against_the_advice_says_why() -> None:
    against = Ruling(Verdict.GO, DAY, Body.COLLEGE, advice=AdviceKind.NEGATIVE, dissent="Het is nodig.")

    assert grounds_texts(against) == (
        "Advies van het ethisch netwerk: negatief.",
        "Waarom anders dan het advies: Het is nodig.",
    )


def test_a_change_names_what_it_was_and_what_it_is() -> None:
    old = PublicAlgorithm("1", "A", status="in_ontwikkeling")
    new = PublicAlgorithm("1", "A", status="in_gebruik", tier="hoog", ruling=RULING)
    changes = Changes(overview(old), overview(new))

    assert change_texts(changes.changed[0], LABELS) == (
        ruling_text(RULING),
        "Risico: van onbekend naar hoog",
        "Status: van in ontwikkeling naar in gebruik",
    )
    assert changes_in_short(changes) == "Sinds 23 november 2026: 0 nieuw, 0 weg, 1 veranderd."
    assert changes_in_short(Changes(overview(old), overview(old))) == (
        "Er veranderde niets sinds 23 november 2026."
    )
