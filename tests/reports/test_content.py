"""What the college summary says, apart from how it looks."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import Answers, Reply, dump
from assessment.snapshot import canonical, sha256
from reports.content import college_report
from reports.document import Report, Table
from reports.figures import Timeline
from tests.assessment.real import CASES, FRAMEWORK
from tests.assessment.strategies import partial
from tests.reports.as_text import CASES as GOLDEN_CASES
from tests.reports.as_text import GOLDEN, as_text
from tests.reports.dossiers import dossier, dossier_of


def text_of(case: str = "c01", **changes: object) -> str:
    """Write the summary of a worked case as text."""
    return as_text(college_report(dossier(case, **changes)))


def section(report: Report, start: str) -> str:
    """Write one section as text."""
    text = as_text(report)
    return text[text.index(f"# {start}") :].split("\n# ")[0]


@pytest.mark.parametrize("case", GOLDEN_CASES)
def test_summary_reads_as_it_was_agreed(case: str) -> None:
    """Changed on purpose? `python -m tests.reports.as_text` writes the files anew."""
    assert text_of(case) == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_worked_case_makes_a_report(case: str) -> None:
    report = college_report(dossier(case))

    assert [each.title[:9] for each in report.sections[1:]] == [f"Bijlage {letter}" for letter in "ABCDEFGH"]


@settings(max_examples=25)
@given(partial())
def test_any_answers_make_a_report(answers: Answers) -> None:
    report = college_report(dossier_of(answers))

    assert report.title == "Een algoritme"


@settings(max_examples=25)
@given(partial())
def test_answers_nobody_asks_for_stay_out_of_the_report(answers: Answers) -> None:
    """Every question that is not shown gets a reply with a word that must not come up anywhere."""
    made = dossier_of(answers)
    hidden = {name: Reply(None, "GEHEIM") for name in FRAMEWORK.questions if name not in made.outcome.shown}
    report = college_report(
        type(made)(made.title, made.municipality, made.outcome, {**made.replies, **hidden}, made.moment)
    )

    assert report.attachment is not None
    assert "GEHEIM" not in as_text(report) + report.attachment.content
    for name in hidden:
        assert f'"{name}"' not in json.dumps(json.loads(report.attachment.content)["replies"])


def test_every_asked_question_stands_in_the_appendix_with_its_answer_note_and_source() -> None:
    made = dossier()
    replies = {**made.replies, "r_ernst": Reply("ernstig", "Zie het rapport van juni.", "document")}
    made = type(made)(made.title, made.municipality, made.outcome, replies, made.moment)
    answers = section(college_report(made), "Bijlage A")

    for question in made.asked:
        assert question.text in answers
    assert "Staat in een document. / Zie het rapport van juni." in answers


def test_every_instrument_stands_in_the_appendix_with_its_reason() -> None:
    made = dossier("c02")
    text = section(college_report(made), "Bijlage D")

    for outcome in made.outcome.instruments.values():
        assert outcome.instrument.name in text
        if outcome.at_most == "niet":
            assert f"{outcome.instrument.name} | {outcome.instrument.not_needed}" in text


def test_timeline_and_its_alternative_text_tell_the_same() -> None:
    for case in ("c01", "c02b"):
        (picture,) = (
            block
            for each in college_report(dossier(case)).sections
            for block in each.blocks
            if isinstance(block, Timeline)
        )
        told = picture.alt
        for bar in picture.bars:
            assert picture.phases[bar.phase] in told
            assert f"{bar.label} ({bar.word}, {bar.effort}" in told
            assert bar.note in told


def test_a_future_duty_says_from_which_day() -> None:
    assert "Verplicht vanaf 2 augustus 2030:" in text_of("c02b")


def test_attachment_is_the_assessment_and_its_hash_can_be_recomputed() -> None:
    made = dossier()
    attachment = college_report(made).attachment
    assert attachment is not None
    data = json.loads(attachment.content)

    assert data["sha256"] == sha256(canonical(data["snapshot"])) == made.frozen.hash
    assert data["snapshot"]["outcome"]["dimensions"]["trede"]["at_most"] == "hoog"
    assert data["replies"]["t_invloed"] == {"value": "groot", "note": "", "known_by": None}
    answers = {name: reply["value"] for name, reply in data["replies"].items()}
    assert answers == {name: dump(value) for name, value in made.outcome.answers.items()}


@pytest.mark.parametrize("length", [100, 5000])
def test_long_texts_are_shortened_in_the_summary_and_stand_in_full_in_the_appendix(length: int) -> None:
    words = "woord " * length
    made = dossier(title="Naam " * length, d_probleem=words)
    report = college_report(made)
    summary, appendix = section(report, "Samenvatting"), section(report, "Bijlage A")

    assert report.title.endswith("… (volledige tekst: bijlage A)")
    assert "… (volledige tekst: bijlage A)" in summary
    assert words.strip() not in summary
    assert words.strip() in appendix
    assert ("Naam " * length).strip() in appendix


def test_unknown_answers_are_actions_with_an_owner() -> None:
    text = section(college_report(dossier("c02b")), "Bijlage C")

    assert "| Weet ik niet | Jurist" in text


@given(st.text(max_size=60))
def test_a_title_of_anything_makes_a_report(title: str) -> None:
    assert college_report(dossier_of({}, title)).title.strip()


def test_no_table_is_wider_than_its_header() -> None:
    report = college_report(dossier())

    for each in report.sections:
        for block in each.blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)
