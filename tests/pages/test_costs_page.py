"""The page that compares costs, and what the outcome says of it."""

import json
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest

from assessment.answers import Reply, Value
from assessment.costs.comparison import compare
from assessment.costs.result import Bin, Comparison, Spread
from assessment.costs.wording import caution_text, sentence
from assessment.own_lines import OwnLine
from services import answers, finishing, frameworks
from tests.pages.conftest import CASES, App, Screen
from tests.pages.costs import NO_NUMBER, SERVER, answers_of
from ui import here, links

COMPARED = ("c01", "c03", "c22")


@pytest.mark.parametrize("case", COMPARED)
def test_page_says_what_comes_out_and_draws_all_of_it(app: App, case: str) -> None:
    assessment = app.case(CASES[case])
    screen = app.whole(assessment, links.COSTS)
    found = _compared(app, assessment)
    words = screen.words.replace("\xa0", " ")

    assert sentence(found) in words
    for caution in found.cautions:
        assert caution_text(caution, found) in words
    for row in found.rows:
        assert row.name in words
    for each in found.instruments:
        assert each.instrument.name.split(" (")[0] in words
        assert each.why in words
    for asked in found.assumed:
        assert f"vraag={asked.id}" in screen.html
    assert "Laat dit nagaan" in words
    assert ("Uren van inwoners per jaar" in words) == (found.errors.hours is not None)
    assert not NO_NUMBER.search(words)
    assert len(_charts(screen)) == 3
    assert len([each for each in screen.test.get("expander") if "als tabel" in each.proto.label]) == 3


def test_pictures_are_told_in_words_and_hold_no_hole(app: App) -> None:
    charts = _charts(app.whole(app.case(CASES["c01"]), links.COSTS))
    assert len(charts) == 3
    for chart in charts:
        assert len(chart.proto.alt) > 60
        assert not NO_NUMBER.search(chart.proto.alt)
        assert "NaN" not in chart.proto.spec
        assert "Infinity" not in chart.proto.spec
        for part in json.loads(chart.proto.spec)["layer"]:
            assert part.get("encoding")


def test_headings_of_the_page_are_in_order(app: App) -> None:
    levels = [level for level, _text in app.whole(app.case(CASES["c01"]), links.COSTS).headings]

    main = levels[levels.index(1) :]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(main))


def test_incomplete_page_links_to_each_missing_number_and_keeps_what_is_no_money(app: App) -> None:
    given = answers_of("c01")
    missing = ("k_zaken", "k_jaarlijks", "k_fout_kosten")
    for name in missing:
        given.pop(name)
    screen = app.whole(app.new(given=given), links.COSTS)

    assert "Er missen nog 3 getallen. Een leeg antwoord is geen nul" in screen.words
    assert [name for name in missing if f"vraag={name}" not in screen.html] == []
    assert "vraag=k_min_met" not in screen.html
    assert "Uitlegbaarheid" in screen.words
    assert not _charts(screen)
    offered = [button.proto.label for button in screen.test.get("download_button")]
    assert offered == ["Alle tabellen als Excel", "Meer dan geld als CSV"]


def test_dont_know_is_missing_too(app: App) -> None:
    screen = app.whole(app.new(given=answers_of("c01") | {"k_min_met": "weet_niet"}), links.COSTS)

    assert "Er mist nog 1 getal." in screen.words
    assert "vraag=k_min_met" in screen.html


def test_where_costs_are_not_asked_the_page_says_why(app: App) -> None:
    light = next(
        case for case in CASES.values() if case.expect.levels.get("quickscan") == "lichte_vastlegging"
    )
    screen = app.whole(app.case(light), links.COSTS)

    assert "Kosten worden bij deze weging niet gevraagd." in screen.words
    assert "De uitkomst van de snelle check is: korte vastlegging." in screen.words
    assert "Dit volgt na de snelle check." in app.whole(app.new(), links.COSTS).words


def test_finished_page_is_there_to_read(app: App) -> None:
    assessment = app.case(CASES["c01"])
    open_words = app.whole(assessment, links.COSTS).words
    finishing.finish(app.store, app.user, assessment, here.today())

    assert app.whole(assessment, links.COSTS).words == open_words


def test_line_of_ones_own_stands_in_the_table_and_in_the_sum(app: App) -> None:
    with_line = app.new(given=answers_of("c01") | {"k_eigen_1": SERVER})
    dearer = _compared(app, with_line).expected.with_

    assert "Huur van een server" in app.whole(with_line, links.COSTS).words
    assert dearer > _compared(app, app.new(given=answers_of("c01"))).expected.with_


def test_name_of_a_line_is_never_markup(app: App) -> None:
    nasty = OwnLine("<b>Huur</b> & *zo* {x}", "once", Decimal(5), None)
    screen = app.whole(app.new(given=answers_of("c01") | {"k_eigen_1": nasty}), links.COSTS)

    assert "<b>Huur" not in screen.html
    assert "&lt;b&gt;Huur&lt;/b&gt; &amp; *zo* {x}" in screen.html


EXTREMES = {
    "all zero": dict.fromkeys(
        ("k_eenmalig", "k_jaarlijks", "k_min_met", "k_min_zonder", "k_fout_met", "k_fout_zonder", "k_exit"),
        Decimal(0),
    ),
    "as large as can be": {
        "k_eenmalig": Decimal(10) ** 9,
        "k_zaken": Decimal(10) ** 8,
        "k_min_zonder": Decimal(10) ** 5,
        "k_fout_kosten": Decimal(10) ** 9,
        "k_fout_zonder": Decimal(100),
    },
    "one year, one case": {"k_horizon": Decimal(1), "k_zaken": Decimal(1)},
    "ten years": {"k_horizon": Decimal(10), "k_discontovoet": Decimal(0)},
    "both alike": {
        "k_eenmalig": Decimal(0),
        "k_jaarlijks": Decimal(0),
        "k_exit": Decimal(0),
        "k_min_met": Decimal(10),
        "k_min_zonder": Decimal(10),
        "k_fout_met": Decimal(2),
        "k_fout_zonder": Decimal(2),
    },
}


@pytest.mark.parametrize("given", EXTREMES.values(), ids=EXTREMES)
def test_page_stays_readable_at_the_edges(app: App, given: dict[str, Value]) -> None:
    screen = app.whole(app.new(given=answers_of("c01") | given), links.COSTS)

    assert "In het kort" in screen.words
    assert not NO_NUMBER.search(screen.words)
    charts = _charts(screen)
    assert charts
    for chart in charts:
        assert "NaN" not in chart.proto.spec
        assert "Infinity" not in chart.proto.spec


def test_numbers_that_are_sure_get_no_band_of_ours(app: App) -> None:
    sure = {name: getattr(value, "likely", value) for name, value in answers_of("c01").items()}
    assessment = app.new(given=sure)
    assert "met onze eigen marge" in app.whole(assessment, links.COSTS).words

    for name, revision in answers.current(app.store, app.user, assessment).items():
        if isinstance(revision.reply.value, Decimal) and name.startswith("k_"):
            reply = Reply(revision.reply.value, "", "document")
            answers.save(app.store, app.user, assessment, name, reply, seen=revision.number)
    assert "met onze eigen marge" not in app.whole(assessment, links.COSTS).words


def test_where_nothing_is_in_doubt_words_take_the_place_of_pictures(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment = app.case(CASES["c01"])
    certain = replace(
        _compared(app, assessment),
        histogram=(Bin(5.0, 5.0, 20_000),),
        difference=Spread(5.0, 5.0, 5.0),
        swings=(),
    )
    monkeypatch.setattr("ui.costs.found.compare", lambda *_given: certain)
    screen = app.whole(assessment, links.COSTS)

    assert "Alle bedragen staan vast, dus dit verschil ook." in screen.words
    assert "Alle bedragen staan vast, dus geen aanname verandert de uitkomst." in screen.words
    assert len(_charts(screen)) == 1


def test_outcome_has_the_costs_in_short_and_leads_to_the_page(app: App) -> None:
    assessment = app.case(CASES["c01"])
    screen = app.outcome(assessment)
    found = _compared(app, assessment)

    assert (2, "Kosten") in screen.headings
    assert sentence(found) in screen.words
    assert f"{links.COSTS}?id={assessment}" in screen.html
    assert any("Lijnen van de kosten" in chart.proto.alt for chart in _charts(screen))


def test_outcome_without_costs_says_nothing_of_them(app: App) -> None:
    given = answers_of("c01")
    given.pop("k_zaken")

    assert "Er mist nog 1 getal." in app.outcome(app.new(given=given)).words
    assert (2, "Kosten") not in app.outcome(app.new()).headings


def _compared(app: App, assessment: UUID) -> Comparison:
    replies = app.current(assessment)
    given = {name: reply.value for name, reply in replies.items() if reply.value is not None}
    found = compare(here.evaluate(frameworks.current(), given, here.today()), replies)
    assert isinstance(found, Comparison)
    return found


def _charts(screen: Screen) -> list:
    return list(screen.test.get("vega_lite_chart"))
