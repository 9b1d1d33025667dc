"""What the form tool of the government gets: a form it can open, with choices that exist there."""

import json

import jsonschema
import pytest

from assessment.faults import FrameworkFaults
from assessment.publication import dpia_form
from assessment.publication.dpia_form import tasks
from reports.dpia_form import dpia_form_data, dpia_form_json
from tests.assessment.real import CASES, FRAMEWORK
from tests.reports.dossiers import MOMENT, dossier

VALID = jsonschema.Draft202012Validator(
    json.loads((dpia_form.FOLDER / "dpia_form.schema.json").read_text("utf-8"))
)
FORMS = ("prescan", "dpia")


def form(name, case="c01", **changes):
    """Fill in a form for a worked case."""
    return dpia_form_data(dossier(case, **changes).outcome, name, "Gemeente Voorbeeld", MOMENT)


def values(filled):
    """Give every answer as (number, value), those in lists too."""
    for name, told in filled["answers"].items():
        if isinstance(told, dict):
            yield name, told["value"]
        else:
            yield from (
                (cell, said["value"]) for item in told for cell, said in item.items() if cell != "_index"
            )


def said(filled):
    """Give the answers outside lists by number."""
    return {name: told["value"] for name, told in filled["answers"].items() if isinstance(told, dict)}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("case", sorted(CASES))
def test_every_worked_case_gives_a_form_with_questions_and_choices_that_exist(name, case):
    filled = form(name, case)
    known = tasks().of(name).tasks

    assert list(VALID.iter_errors(filled)) == []
    for number, value in values(filled):
        options = known[number].options
        assert isinstance(value, list) == (known[number].kind == "many")
        assert not options or set(value if isinstance(value, list) else [value]) <= set(options)
    for number in said(filled):
        needs = known[number].needs
        assert all(said(filled).get(other) == needed for other, needed in needs.items())


def test_form_names_itself_and_the_moment_of_the_answers():
    filled = json.loads(dpia_form_json(dossier().outcome, "dpia", "Gemeente Voorbeeld", MOMENT))

    assert filled["metadata"] == {"urn": "urn:nl:dpia:3.0", "createdAt": "2026-11-22T09:30:00.000Z"}
    assert form("prescan")["metadata"]["urn"] == "urn:nl:prescan:2.0"


def test_kinds_of_data_become_choices_there():
    told = said(form("prescan", g_soort=["bsn", "gezondheid"], qs_kwetsbaar=["geen"]))

    assert told["1.1.1"] == "false"
    assert "1.1.2" not in told
    assert told["1.2.2"] == ["Categorie bijzondere persoonsgegevens: Gegevens over gezondheid"]
    assert told["1.3.2"] == [
        "Categorie gevoelige persoonsgegevens: Nationale identificatienummers (bijv. BSN)"
    ]


def test_without_personal_data_no_kind_of_them_is_chosen():
    told = said(form("prescan", qs_persoonsgegevens="nee"))

    assert {told[number] for number in ("1.1.1", "1.2.1", "1.3.1", "2.1.1")} == {"false"}
    assert "1.3.2" not in told


def test_what_nobody_knows_stays_empty():
    told = said(
        form("prescan", g_soort="weet_niet", g_aantal=None, qs_kwetsbaar="weet_niet", g_doorgifte="weet_niet")
    )

    assert not {"1.1.1", "1.2.1", "1.5.1", "2.1.1"} & told.keys()


def test_lists_of_the_authority_and_of_europe_follow_the_outcome():
    told = said(form("prescan", g_ap_lijst=["ap10"], g_koppelen="ja"))

    assert told["3.1"] == ["Lijst AP: Flexibel cameratoezicht"]
    assert "Lijst EDPB: Koppelen van datasets" in told["4.1"]


def test_each_kind_of_data_is_an_item_with_its_type():
    items = form("dpia", g_soort=["bsn", "ras", "strafrecht"])["answers"]["2.1"]

    assert [item["_index"] for item in items] == [0, 1, 2]
    assert [item["2.1.4"]["value"] for item in items] == [
        "nationaal identificatienummer",
        "bijzonder",
        "strafrechtelijk",
    ]
    processing = form("dpia", g_soort=["bsn", "ras"])["answers"]["3.1"][0]["3.1.3"]["value"]
    assert processing == ["Burgerservicenummer (BSN)", "Afkomst of huidskleur"]


def test_reasons_of_the_tier_are_risks_and_open_safeguards_are_to_do():
    filled = form("dpia")

    reasons = {found.rule.because for found in dossier().outcome.tier.reasons()}
    assert {item["16.1.1"]["value"] for item in filled["answers"]["16.1"]} <= reasons
    assert "Nog te regelen:" in said(filled)["17.2"]


def test_what_fills_the_forms_exists_in_the_framework():
    assert set(dpia_form.load(dpia_form.FILLING, FRAMEWORK).forms) == set(FORMS)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "before,after,fault",
    [
        ('"0.3"', '"0.9"', "task '0.9' does not exist in the tool."),
        (
            "Lijst AP: Creditscores",
            "Lijst AP: Scores",
            "names the choice 'Lijst AP: Scores', which does not exist.",
        ),
        ("facts: [grootschalig]", "facts: [groot]", "names the fact 'groot', which does not exist."),
        ("ap17:", "ap18:", "names the option 'ap18', which does not exist."),
        ("each_of: g_soort", "each_of: g_sort", "names the question 'g_sort', which does not exist."),
        ('"2.1.4":', '"2.9.4":', "group '2.1' has no task '2.9.4'."),
        ("reasons_of: trede", "reasons_of: trap", "names the dimension 'trap', which does not exist."),
        ("source:", "sources:", "this key does not exist"),
    ],
)
def test_fault_in_the_file_is_told_with_its_line(tmp_path, before, after, fault):
    text = dpia_form.FILLING.read_text("utf-8")
    assert before in text
    (tmp_path / "dpia_form.yaml").write_text(text.replace(before, after, 1), "utf-8")

    with pytest.raises(FrameworkFaults) as caught:
        dpia_form.load(tmp_path / "dpia_form.yaml", FRAMEWORK)

    assert fault in str(caught.value)
    assert "dpia_form.yaml:" in str(caught.value)
