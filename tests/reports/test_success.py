"""What the summary says about the chance of success: short, and never a guess."""

from reports.content import college_report
from reports.document import Bullets, Table
from reports.success import success
from tests.assessment.real import FRAMEWORK
from tests.reports.as_text import as_text
from tests.reports.dossiers import dossier

TITLE = "# Bijlage F. Kans van slagen"


def appendix(case: str = "c01", **changes: object) -> str:
    """Write the appendix of a worked case as text."""
    text = as_text(college_report(dossier(case, **changes)))
    return text[text.index(TITLE) :].split("\n# ")[0]


def test_every_theme_stands_with_its_weakest_link_and_every_factor_with_its_answer() -> None:
    text = appendix(g_kwaliteit=2)

    for theme in FRAMEWORK.success_themes.values():
        assert f"### {theme.name}\n" in text
    assert "Zwakste schakel: ‘Goede gegevens’ (2 van 5, zwak)." in text
    for factor in FRAMEWORK.success_factors.values():
        assert f"\n{factor.name} | " in text


def test_what_is_not_known_is_printed_as_open() -> None:
    text = appendix(o_bestuur="weet_niet", s_ict=None)

    assert "Besluit van het bestuur | Open: weet ik niet" in text
    assert "Passende ICT | Open: nog niet ingevuld" in text
    assert "2 factoren zijn nog open." in text


def test_what_is_less_than_good_comes_weakest_first_with_what_to_do() -> None:
    blocks = success(dossier(s_capaciteit=1)).blocks
    (items,) = (block.items for block in blocks if isinstance(block, Bullets) and block.numbered)

    assert items[0].lead == "Genoeg mensen, kennis en geld (1 van 5, heel zwak)."
    assert items[0].text.startswith("Doe dit eerst: maak met de proceseigenaar een plan")
    assert [item.lead.split("(")[1][0] for item in items] == ["1", "3", "3", "3"]


def test_only_what_helps_here_is_printed_each_with_its_source() -> None:
    good = {"g_kwaliteit": 4, "s_capaciteit": 4, "s_vertrouwen": 4, "o_ethiek": 4}

    assert helping(**good) == []
    assert [(row[0], row[3]) for row in helping(**{**good, "s_ict": 2})] == [
        ("Leveranciersmanagement", "Rekenkamer 4.2.2 (leveranciersmanagement)"),
        ("Eerst het datalandschap in beeld", "Weegschaal (eigen uitwerking)"),
    ]


def test_sources_of_what_helps_stand_among_the_sources() -> None:
    made = dossier(o_ethiek=2)
    text = as_text(college_report(made))

    assert {row[3] for row in helping(o_ethiek=2)} >= {"Scriptie aanbeveling 3"}
    assert "Scriptie | Masterscriptie" in text[text.index("# Bijlage G. Bronnen") :]


def helping(**changes: object) -> list[tuple[str, ...]]:
    """Give the rows of the table of what helps."""
    tables = [block for block in success(dossier(**changes)).blocks if isinstance(block, Table)]
    return [row for table in tables if len(table.columns) == 4 for row in table.rows]


def test_light_path_says_why_there_is_no_profile() -> None:
    text = appendix("c14")

    assert "Ze zijn hier niet gesteld." in text
    assert "van 5" not in text
