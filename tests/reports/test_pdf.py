"""The PDF of the worked cases, read back."""

import dataclasses
from datetime import timedelta

import pytest

from reports.content import college_report
from reports.pdf import render
from reports.rendering import Workers
from tests.assessment.real import CASES
from tests.reports.dossiers import dossier
from tests.reports.reading import Read


@pytest.fixture(scope="module")
def c01(workers: Workers) -> Read:
    """The summary of the first example."""
    return Read(render(college_report(dossier()), workers))


def test_language_and_title_are_set_and_the_title_is_shown(c01: Read) -> None:
    root = c01.file.Root

    assert str(root.Lang) == "nl"
    assert str(c01.file.docinfo["/Title"]) == CASES["c01"].name
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert bool(root.MarkInfo.Marked)


def test_file_says_that_it_is_accessible_and_archivable(c01: Read) -> None:
    with c01.file.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("3", "A")
        assert about["dc:language"] == {"nl"} or list(about["dc:language"]) == ["nl"]


def test_headings_are_bookmarks_in_levels(c01: Read) -> None:
    titles = [title for level, title, _page in c01.bookmarks if level == 0]

    assert titles[0] == "Samenvatting voor het college"
    assert [title.split(".")[0] for title in titles[1:]] == [f"Bijlage {letter}" for letter in "ABCDEFGH"]
    assert (1, "Gevraagd besluit", 0) in c01.bookmarks
    assert len(c01.elements("/H1", "/H2", "/H3")) == len(c01.bookmarks)


def test_every_table_has_column_headers_and_nothing_else_as_header(c01: Read) -> None:
    tables = c01.elements("/Table")

    assert len(tables) > 20
    assert len(c01.elements("/THead")) == len(tables)
    for header in c01.elements("/TH"):
        assert any(str(attribute.get("/Scope", "")) == "/Column" for attribute in header.A)


def test_every_figure_has_an_alternative_text(c01: Read) -> None:
    figures = c01.elements("/Figure")

    assert len(figures) == 3
    assert "Dit algoritme: hoog." in str(figures[0].Alt)
    assert "DPIA (verplicht, 5–15 dagen)" in str(figures[1].Alt)
    assert "Zonder algoritme: van € 0" in str(figures[2].Alt)


def test_lists_are_lists(c01: Read) -> None:
    assert len(c01.elements("/L")) >= 4
    assert len(c01.elements("/LI")) == len(c01.elements("/LBody"))


def test_pages_are_numbered_in_words(c01: Read) -> None:
    for number, page in enumerate(c01.pages, start=1):
        assert f"Pagina {number} van {len(c01.pages)}" in " ".join(page.split())


def test_later_pages_name_municipality_and_title(c01: Read) -> None:
    for page in c01.pages[1:]:
        assert page.startswith("Gemeente Voorbeeld")
        assert CASES["c01"].name in page


def test_attached_file_equals_its_input_to_the_byte(c01: Read) -> None:
    attachment = college_report(dossier()).attachment
    assert attachment is not None

    assert c01.attachments() == {"weging.json": attachment.content.encode()}
    assert str(c01.file.Root.AF[0].AFRelationship) == "/Source"
    assert str(c01.file.Root.AF[0].EF.F.Subtype) == "/application/json"


def test_all_that_is_said_stands_on_the_pages(c01: Read) -> None:
    made = dossier()
    for question in made.asked:
        assert question.text in c01.text.replace("- ", "-") or question.text in c01.text
    assert "Besluit van het college" in c01.text
    assert "Handtekening" in c01.text


def test_only_bundled_fonts_are_used_and_all_are_embedded(c01: Read) -> None:
    names = set()
    for number in range(len(c01.file.pages)):
        for font in c01.file.pages[number].Resources.Font.values():
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor or "/FontFile3" in descendant.FontDescriptor
            names.add(str(descendant.BaseFont).split("+")[1])

    assert names <= {"SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Regular-Identity-H"}


def test_same_input_gives_the_same_bytes_in_every_process() -> None:
    first, second = Workers(at_once=1), Workers(at_once=1)
    try:
        report = college_report(dossier("c02"))
        once = render(report, first)
        render(college_report(dossier("c03")), first)

        assert render(report, first) == once
        assert render(college_report(dossier("c02")), second) == once
    finally:
        first.close()
        second.close()


def test_dates_in_the_file_come_from_the_data(workers: Workers) -> None:
    report = college_report(dossier())
    later = dataclasses.replace(report, moment=report.moment + timedelta(days=40))

    for day, printed in (("20261122", report), ("20270101", later)):
        read = Read(render(printed, workers))
        assert day in str(read.file.docinfo["/CreationDate"])


@pytest.mark.parametrize("case", ["c01", "c02", "c02b", "c03", "c04", "c10", "c33"])
def test_summary_takes_two_pages_also_with_long_texts(workers: Workers, case: str) -> None:
    words = "Dit is een zin met gewone woorden over een probleem in de stad. " * 30
    full = {"d_probleem": words, "m_beleidsdoel": words, "m_wie": words, "i_omschrijving": words[:349]}
    read = Read(render(college_report(dossier(case, title="Een lange naam " * 30, **full)), workers))
    (appendix,) = (page for _level, title, page in read.bookmarks if title.startswith("Bijlage A"))

    assert appendix <= 2
    assert "(volledige tekst: bijlage A)" in read.text
