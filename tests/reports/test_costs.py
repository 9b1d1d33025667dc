"""What the summary says of the costs, and that it stays readable at the edges."""

import json
import re
from typing import Any

import pytest

from assessment.costs.export import costs_json
from assessment.costs.pictures import years_alt
from assessment.costs.result import Comparison
from assessment.costs.wording import sentence
from assessment.dossier import Dossier
from assessment.months import date_text
from reports.content import college_report
from reports.cost_chart import chart
from reports.costs import costs
from reports.document import Block, Table
from reports.figures import AXIS, Lines
from reports.pdf import payload, render
from reports.rendering import Workers
from tests.reports.as_text import as_text
from tests.reports.cost_cases import EVEN, FREE, HUGE, INCOMPLETE, OWN, own_lines
from tests.reports.dossiers import dossier, dossier_of
from tests.reports.nasty import NASTY
from tests.reports.reading import Read

EDGES = {"huge": HUGE, "even": EVEN, "free": FREE, "own": OWN, "incomplete": INCOMPLETE}


def compared(made: Dossier) -> Comparison:
    """Give the comparison of a dossier that has every amount."""
    assert isinstance(made.costs, Comparison)
    return made.costs


def part(made: Dossier, start: str) -> str:
    """Write one section of the report as text."""
    text = as_text(college_report(made))
    return text[text.index(f"# {start}") :].split("\n# ")[0]


def table(made: Dossier, first_column: str) -> Table:
    """Find the table of the appendix that starts with this column."""
    tables = (block for block in costs(made).blocks if isinstance(block, Table))
    return next(block for block in tables if block.columns[0].title == first_column)


def figures(blocks: tuple[Block, ...]) -> list[Lines]:
    """Find the pictures of the costs."""
    return [block for block in blocks if isinstance(block, Lines)]


@pytest.mark.parametrize("case", ["c01", "c03"])
def test_summary_and_appendix_start_with_the_same_sentence(case: str) -> None:
    made = dossier(case)
    said = sentence(compared(made))

    assert f"Kosten: {said} Dit is een schatting: zie bijlage E." in part(made, "Samenvatting")
    assert part(made, "Bijlage E").split("\n")[2] == said


def test_every_line_stands_in_the_table_with_both_columns_and_adds_up() -> None:
    made = dossier()
    lines = table(made, "Regel")

    assert [row[0] for row in lines.rows[: -lines.totals]] == [row.name for row in compared(made).rows]
    assert lines.rows[0][1:] == ("€ 40.000 (€ 25.000 – € 70.000)", "€ 0", "€ 42.500", "€ 0")
    assert {row[0]: row[3:] for row in lines.rows[-lines.totals :]} == {
        "Samen, verwacht": ("€ 1.088.783", "€ 1.511.463"),
        "Samen, meest waarschijnlijk": ("€ 1.018.075", "€ 1.431.912"),
        "Samen, laagste": ("€ 509.137", "€ 652.784"),
        "Samen, hoogste": ("€ 2.533.851", "€ 3.492.041"),
    }
    for column in (3, 4):
        euros = [int(row[column].removeprefix("€ ").replace(".", "")) for row in lines.rows]
        assert abs(sum(euros[: -lines.totals]) - euros[-lines.totals]) <= len(euros)


def test_a_single_number_nobody_is_sure_of_is_flagged_where_it_stands_and_in_a_warning() -> None:
    made = dossier(k_eenmalig=40000)
    first = table(made, "Regel").rows[0]

    assert first[1] == "€ 40.000 (€ 28.000 – € 60.000)\nmet onze eigen marge"
    assert "! Let hierop: Bij ‘Wat kost het om met het algoritme te beginnen?’" in part(made, "Bijlage E")
    assert "eigen marge" not in part(dossier(), "Bijlage E")


def test_ones_own_lines_stand_in_the_table_with_how_often_they_come_back() -> None:
    made = dossier(**own_lines("Huur", "Bericht", "Sloop", "Bouw"))
    rows = {row[0]: row[1] for row in table(made, "Regel").rows}

    assert rows["Huur"] == "€ 2.000 (€ 1.000 – € 5.000) per jaar"
    assert rows["Bericht"] == "€ 2.000 (€ 1.000 – € 5.000) per zaak"


def test_picture_shows_every_year_and_ends_at_the_expected_costs() -> None:
    made = dossier()
    (picture,) = figures(costs(made).blocks)
    with_, without = picture.lines

    assert picture.across == ("Start", "Jaar 1", "Jaar 2", "Jaar 3", "Jaar 4", "Jaar 5")
    assert [line.look for line in picture.lines] == ["solid", "dashed"]
    assert (with_.value, without.value) == ("€ 1.089.000", "€ 1.511.000")
    # The axis ends at 4 million.
    assert with_.reaches[-1].line == round(1_088_782.89 / 4_000_000 * AXIS)
    assert without.reaches[-1].highest == round(3_492_041 / 4_000_000 * AXIS)
    assert without.reaches[0].highest == 0


def test_picture_has_the_words_of_the_screen_and_the_bands_as_alternative_text() -> None:
    found = compared(dossier())
    alt = chart(found).alt

    assert alt.startswith(years_alt(found))
    assert "in 8 van de 10 gevallen tussen € 888.000 en € 1.305.000 met algoritme" in alt


def test_assumptions_name_source_day_and_what_somebody_has_to_confirm() -> None:
    made = dossier(k_tarief=101)
    text = part(made, "Bijlage E")

    parameters = [
        each for name, each in made.outcome.framework.cost_parameters.items() if name != "alternative"
    ]
    for parameter in parameters:
        assert f"| {parameter.source}" in text
        assert (parameter.verify or "") in text
        assert parameter.since is None or f"Sinds {date_text(parameter.since)}" in text
    assert "| 2,25 procent per jaar / Niet ingevuld: dit is onze standaard. |" in text
    assert "| 101 euro per uur |" in text


def test_what_counts_by_default_is_named_by_its_number_in_the_appendix_of_answers() -> None:
    made = dossier()
    told = [made.numbers[question.id] for question in compared(made).assumed]

    assert told
    for number in told:
        line = next(row for row in part(made, "Bijlage A").split("\n") if row.startswith(f"{number} | "))
        assert "Niet ingevuld, dus gerekend met" in line
    assert "Niet ingevuld, dus gerekend met de standaard van het kader: vragen" in part(made, "Bijlage E")


def test_what_was_counted_for_the_assessments_is_told_and_what_was_not_and_why() -> None:
    made = dossier()
    text = part(made, "Bijlage E")

    assert "DPIA | 5–15 dagen" in text
    assert "Samen | 17,9–62 dagen" in text
    assert "Niet meegeteld (aanbevolen, niet verplicht): IAMA;" in text
    for each in compared(made).instruments:
        assert each.instrument.name.split(" (")[0] in text.split("## Wat is meegeteld")[1]


def test_hours_of_residents_stand_apart_and_only_when_they_are_known() -> None:
    known, unknown = part(dossier(), "Bijlage E"), part(dossier(k_fout_uren=None), "Bijlage E")

    assert "Uren die inwoners eraan kwijt zijn | 1.300 | 1.800" in known
    assert "Fouten | 190 | 260" in known
    assert isinstance(dossier(k_fout_uren=None).costs, Comparison)
    assert "Uren die inwoners" not in unknown


def test_what_is_no_money_stands_on_the_same_scale_for_both() -> None:
    text = part(dossier(a_werkdruk=None), "Bijlage E")

    assert "Doorlooptijd | 4 van 5 | 2 van 5" in text
    assert "Werkdruk | Niet ingevuld | 2 van 5" in text


def test_the_sources_of_the_sum_are_in_the_list_of_sources() -> None:
    assert "Werkgroep discontovoet" in as_text(college_report(dossier())).split("Bronnen")[1]
    assert "Werkgroep discontovoet" not in as_text(college_report(dossier_of({})))


def test_an_incomplete_comparison_names_every_question_that_is_missing_and_draws_nothing() -> None:
    made = dossier(**INCOMPLETE)
    text = part(made, "Bijlage E")

    assert f"- Vraag {made.numbers['k_zaken']}: Hoeveel zaken zijn er per jaar?" in text.replace("  ", " ")
    assert f"Vraag {made.numbers['k_jaarlijks']}: Wat kost het algoritme elk jaar?" in text
    assert "Doorlooptijd | 4 van 5 | 2 van 5" in text
    assert figures(costs(made).blocks) == []
    assert "Kosten: De kosten met en zonder algoritme zijn nog niet te vergelijken" in part(
        made, "Samenvatting"
    )


def test_costs_that_are_not_asked_get_one_line_and_none_in_the_summary() -> None:
    made = dossier("c30")

    assert "Ze zijn hier niet gesteld." in part(made, "Bijlage E")
    assert len(costs(made).blocks) == 1
    assert "Kosten:" not in part(made, "Samenvatting")


def test_what_is_not_done_needs_no_costs_in_the_summary() -> None:
    assert "Kosten:" not in part(dossier("c19"), "Samenvatting")


def test_equal_costs_are_called_equal() -> None:
    made = dossier(**EVEN)
    (picture,) = figures(costs(made).blocks)

    assert compared(made).saving == 0
    assert "gemiddeld even duur" in part(made, "Samenvatting")
    assert picture.lines[0].reaches[-1].line == picture.lines[1].reaches[-1].line
    assert picture.lines[0].label_at != picture.lines[1].label_at


@pytest.mark.parametrize("edge", EDGES)
def test_no_number_is_ever_anything_but_a_number(edge: str) -> None:
    report = college_report(dossier(**EDGES[edge]))
    assert report.attachment is not None

    assert not re.search(
        r"\b(nan|inf|infinity|\d+e\+?\d+)\b", part(dossier(**EDGES[edge]), "Bijlage E").lower()
    )
    json.loads(report.attachment.content, parse_constant=pytest.fail)


def test_amounts_of_astronomic_size_fit_their_column() -> None:
    cells = [cell for row in table(dossier(**HUGE), "Regel").rows for cell in row[3:]]

    assert any("biljoen" in cell for cell in cells)
    assert max(len(cell) for cell in cells) <= len("€ 888.888,88 biljoen")


def test_attachment_holds_the_comparison_and_nothing_when_there_is_none() -> None:
    for made, wanted in ((dossier(), costs_json(compared(dossier()))), (dossier(**INCOMPLETE), None)):
        attachment = college_report(made).attachment
        assert attachment is not None
        assert json.loads(attachment.content)["costs"] == wanted


@pytest.mark.parametrize("edge", EDGES)
def test_summary_stays_two_pages_at_the_edges(workers: Workers, edge: str) -> None:
    words = "Dit is een zin met gewone woorden over een probleem in de stad. " * 30
    full: dict[str, Any] = {"d_probleem": words, "m_beleidsdoel": words, "m_wie": words}
    made = dossier(title="Een lange naam " * 30, **(EDGES[edge] | full))
    read = Read(render(college_report(made), workers))
    (appendix,) = (page for _level, title, page in read.bookmarks if title.startswith("Bijlage A"))

    assert appendix <= 2


def test_picture_is_drawn_in_lines_and_no_page_holds_an_image(workers: Workers) -> None:
    read = Read(render(college_report(dossier()), workers))
    (page,) = (page for _level, title, page in read.bookmarks if title.startswith("Bijlage E"))

    assert "Zonder algoritme" in read.pages[page]
    assert "€ 4 miljoen" in " ".join(read.pages[page].split())
    assert not any(number.get_images() for number in read.file.pages)


@pytest.mark.parametrize("name", ["markup", "html", "braces"])
def test_a_name_of_ones_own_line_stays_text(workers: Workers, name: str) -> None:
    lines = own_lines(NASTY[name])
    read = Read(render(college_report(dossier(**lines)), workers))

    assert lines["k_eigen_1"]["name"] in read.text


@pytest.mark.parametrize("start", range(0, len(NASTY), 4))
def test_nasty_names_of_ones_own_lines_make_a_pdf_in_the_first_attempt(workers: Workers, start: int) -> None:
    names = list(NASTY.values())[start : start + 4]

    assert workers.render(payload(college_report(dossier(**own_lines(*names))))).startswith(b"%PDF")
