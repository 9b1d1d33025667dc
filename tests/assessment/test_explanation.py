"""Explanations as text: a changed sentence is reviewed as text, in tests/assessment/golden."""

from pathlib import Path

import pytest

from assessment.explanation import bounds_text, reasons, still_open, why_not_higher
from tests.assessment.real import answers_of, weigh

GOLDEN = Path(__file__).with_name("golden")


def told(outcome):
    """Write an outcome out as a person would read it."""
    lines = []
    for dimension in outcome.dimensions.values():
        lines += [f"{dimension.dimension.title}: {bounds_text(dimension)}", ""]
        for reason in reasons(outcome, dimension):
            sure = "" if reason.certain else " (voorzorg)"
            places = "; ".join(citation.text for citation in reason.sources)
            lines.append(f"  {reason.level.label}{sure}: {reason.sentence} [{places}]")
            lines += [f"    - {used.question.text} → {used.answer}" for used in reason.answers]
        for blocked in why_not_higher(outcome, dimension):
            lines.append(f"  niet {blocked.level.label}: {blocked.sentence}")
            lines += [f"    - {used.question.text} → {used.answer}" for used in blocked.because]
        for point in still_open(outcome, dimension):
            lines.append(f"  nog open: {point.question.text} ({point.owner.name}, tot {point.highest.label})")
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize("case", ["c01", "c02", "c03", "c04", "c09", "c10", "c30"])
def test_explanation_reads_as_it_was_agreed(case):
    assert told(weigh(answers_of(case))) == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", ["c01", "c04", "c09", "c24"])
def test_every_reason_rests_on_answers_and_on_a_source(case):
    outcome = weigh(answers_of(case))
    for dimension in (*outcome.dimensions.values(), *outcome.instruments.values()):
        for reason in reasons(outcome, dimension):
            assert reason.answers, reason.rule.id
            assert reason.sources, reason.rule.id


def test_a_reason_by_precaution_is_told_apart_from_a_certain_one():
    outcome = weigh(answers_of("c02b"))
    certain = {reason.rule.id: reason.certain for reason in reasons(outcome, outcome.tier)}

    assert certain["TH4"]
    assert not certain["TH3"]


def test_why_not_higher_names_the_answers_that_speak_against_it():
    outcome = weigh(answers_of("c01"))
    (blocked,) = why_not_higher(outcome, outcome.tier)

    assert blocked.level.id == "verboden"
    assert {used.question.id for used in blocked.because} == {"qs_techniek", "qs_verboden"}
