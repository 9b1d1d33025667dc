"""Text of users may hold anything: nothing breaks, nothing is interpreted, nothing is cut off silently."""

import dataclasses
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers import Answers, Reply
from assessment.dossier import Dossier
from reports import fonts
from reports.clean import BREAK, clean
from reports.content import college_report
from reports.document import Column, Paragraph, Section, Table, Together
from reports.pdf import payload, render
from reports.rendering import Workers
from tests.assessment.strategies import partial
from tests.reports.dossiers import dossier, dossier_of, small_report
from tests.reports.nasty import NASTY
from tests.reports.reading import Glyph, Read, glyphs, runs

# Characters that stand for trouble, more often than chance would bring them.
TROUBLE = st.sampled_from(
    "#*_$<>@`\\/[]{}=-+~\"'\u200d\u200c\ufe0f\u200b\u00ad\u202e\u2066\u0301\u20e3\n\r\t\x00\ue000\U000f0000"
)
COVERED = st.sampled_from([character for found in fonts.coverages() for character in list(found)[::7]])
ANYTHING = st.text(st.one_of(st.characters(), TROUBLE, COVERED), min_size=1, max_size=150)


def dossier_with(text: str) -> Dossier:
    """Make a dossier with this text wherever a user can write."""
    # Half of a pair never gets into an answer: the database would not hold it.
    whole = text.encode("utf-8", "replace").decode()
    made = dossier(title=text, i_naam=whole[:99], i_omschrijving=whole[:349], d_probleem=whole, m_wie=whole)
    replies = {name: Reply(reply.value, text, "document") for name, reply in made.replies.items()}
    return Dossier(made.title, made.municipality, made.outcome, replies, made.moment)


@pytest.mark.parametrize("name", NASTY)
def test_nasty_text_everywhere_makes_a_pdf_in_the_first_attempt(workers: Workers, name: str) -> None:
    """Without the safety net: the cleaning alone must do."""
    text = NASTY[name][:3000]

    assert workers.render(payload(college_report(dossier_with(text)))).startswith(b"%PDF")


@pytest.mark.parametrize("name", NASTY)
def test_nasty_text_is_printed_in_full_as_it_is(workers: Workers, name: str) -> None:
    """What stands on the page is the cleaned text; only the order of right-to-left text may differ."""
    read = Read(render(small_report(NASTY[name]), workers))
    printed = clean(NASTY[name]).text

    wanted, found = _letters(printed), _letters(read.text)
    assert all(found.count(letter) >= min(wanted.count(letter), 3) for letter in set(wanted))


def _letters(text: str) -> str:
    # Pdfium gives back marks, joined letters and emoji in its own way: compare plain letters and signs.
    return re.sub(r"[^!-~\u00a1-\u017e]", "", text.replace(BREAK, ""))


@pytest.mark.parametrize("name", ["markup", "html", "braces", "path"])
def test_markup_stays_text(workers: Workers, name: str) -> None:
    read = Read(render(small_report(NASTY[name]), workers))

    assert NASTY[name] in read.text


# Runs without a space that hyphenation leaves as they are.
RUNS = {
    "letters": "x" * 80,
    "wide": "W" * 80,
    "letters_and_digits": "a1" * 40,
    "signs": "@" * 80,
    "digits": "8" * 80,
    "joined": "x_y" * 26,
    "dotted": "b.c" * 13,
    "cyrillic": "щ" * 80,
    "arabic_run": "ب" * 80,
    "hebrew_run": "ש" * 80,
    "unprintable": "中" * 80,
}


@pytest.mark.parametrize("name", [*NASTY, *RUNS])
def test_text_stays_within_a_narrow_column(workers: Workers, name: str) -> None:
    """Otherwise it would be printed over the column beside it."""
    columns = (Column("Smal", 1, "strong"), Column("Breed", 4))
    table = Table(columns, (((NASTY | RUNS)[name][:80], ""),))
    report = dataclasses.replace(small_report(), sections=(Section("Inhoud", (table,)),))
    data = json.loads(payload(report))
    # What tells of replaced characters stands below, in the full width.
    data["sections"] = data["sections"][:1]
    pdf = workers.render(json.dumps(data).encode())
    places = glyphs(pdf)
    (header,) = (number for number in range(len(places)) if spelled(places, number, "Breed"))
    _letter, edge, _right, top = places[header]
    printed = [right for right, height in runs(pdf) if 60 < height < top - 5]

    assert max(printed) <= edge


def spelled(places: list[Glyph], start: int, word: str) -> bool:
    """Tell whether a word begins at this glyph."""
    return "".join(glyph[0] for glyph in places[start : start + len(word)]) == word


def test_replaced_characters_are_reported_in_the_document(workers: Workers) -> None:
    read = Read(render(small_report("中"), workers))

    # Once in a paragraph, and three times in a point of a list.
    assert "konden 4 tekens niet worden afgedrukt" in read.text
    assert (0, "Vervangen tekens", 0) in read.bookmarks


def test_a_document_without_replacements_does_not_speak_of_them(workers: Workers) -> None:
    assert "Vervangen tekens" not in Read(render(small_report("né 😀"), workers)).text


def test_fifty_thousand_characters_are_all_there(workers: Workers) -> None:
    words = [f"woord{number}" for number in range(6000)]
    read = Read(render(college_report(dossier(d_probleem=" ".join(words)[:50_000])), workers))
    found = set(read.text.split())

    # The last one was cut by the length of the answer, not by the report.
    assert [word for word in " ".join(words)[:50_000].split()[:-1] if word not in found] == []


def test_what_is_kept_together_is_not_cut_off_when_it_is_more_than_a_page(workers: Workers) -> None:
    blocks = tuple(Paragraph(f"Alinea nummer {number}.") for number in range(120))
    report = dataclasses.replace(small_report(), sections=(Section("Inhoud", (Together(blocks),)),))
    read = Read(render(report, workers))

    assert len(read.pages) > 1
    assert all(block.text in read.text for block in blocks)


def test_attachment_keeps_what_the_page_cannot_show(workers: Workers) -> None:
    report = college_report(dossier_with(NASTY["cjk"] + NASTY["private"]))
    assert report.attachment is not None

    assert Read(render(report, workers)).attachments()["weging.json"] == report.attachment.content.encode()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANYTHING, min_size=1, max_size=6), ANYTHING.filter(str.strip))
def test_any_text_makes_a_pdf_in_the_first_attempt(workers: Workers, texts: list[str], title: str) -> None:
    assert workers.render(payload(small_report(*texts, title=title))).startswith(b"%PDF")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(partial())
def test_any_answers_make_a_pdf_with_a_summary_of_two_pages(workers: Workers, answers: Answers) -> None:
    read = Read(render(college_report(dossier_of(answers)), workers))
    (appendix,) = (page for _level, title, page in read.bookmarks if title.startswith("Bijlage A"))

    assert appendix <= 2
