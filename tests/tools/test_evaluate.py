"""The command line: outcomes as JSON, faults as words, and exit codes a script can trust."""

import json
from pathlib import Path

import pytest

from assessment.cases import load_cases
from tests.assessment.real import CASES, FOLDER, FRAMEWORK
from tools.__main__ import main

TODAY = ["--on", "2026-11-22"]


@pytest.fixture
def run(tmp_path, capsys):
    """Weigh the text of a file; give the exit code, stdout and stderr."""

    def weigh(text, *options):
        file = tmp_path / "answers.yaml"
        file.write_text(text, encoding="utf-8")
        code = main(["evaluate", str(file), *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return weigh


def test_answers_give_one_outcome(run):
    code, out, _err = run("answers: {qs_algoritme: ja, qs_gebied: [werk], qs_invloed: direct}", *TODAY)
    outcome = json.loads(out)

    assert code == 0
    assert outcome["framework"] == "2026.1"
    assert outcome["on"] == "2026-11-22"
    assert outcome["dimensions"]["trede"]["at_least"] == "beperkt"
    assert outcome["dimensions"]["trede"]["at_most"] == "verboden"
    assert set(outcome["dimensions"]) == set(FRAMEWORK.dimensions)
    assert len(FRAMEWORK.dimensions) == 9
    assert set(outcome["dimensions"]["trede"]) == {"at_least", "at_most", "raised_by", "open_questions"}
    assert set(outcome["instruments"]["dpia"]) == {"at_least", "at_most", "coming", "raised_by"}


def test_cases_give_one_object_by_id_under_either_name(run):
    code, out, _err = run(
        "cases:\n"
        "  - {id: een, antwoorden: {qs_algoritme: nee}}\n"
        "  - {id: twee, eerste_gebruik: 2023-01-01, answers: {qs_algoritme: ja}}\n",
        *TODAY,
    )
    outcomes = json.loads(out)

    assert code == 0
    assert outcomes["een"]["dimensions"]["trede"]["at_most"] == "nvt"
    assert outcomes["twee"]["instruments"]["fria"]["coming"] == {"level": "verplicht", "from": "2030-08-02"}


def test_no_answers_at_all_is_open_from_bottom_to_top(run):
    code, out, _err = run("answers: {}", *TODAY)

    assert code == 0
    assert json.loads(out)["dimensions"]["trede"]["at_least"] == "nvt"
    assert json.loads(out)["dimensions"]["trede"]["at_most"] == "verboden"


def test_costs_are_compared_when_every_amount_is_there(run):
    c01 = dict(CASES["c01"].answers)
    _code, out, _err = run(json.dumps({"answers": c01}), *TODAY)
    _code, missing, _err = run(json.dumps({"answers": c01 | {"k_zaken": None}}), *TODAY)

    assert json.loads(out)["costs"]["expected"] == {"with": "1088782.89", "without": "1511463.17"}
    assert "costs" not in json.loads(missing)


def test_one_amount_is_sure_when_the_file_says_how_it_is_known(run):
    answers = dict(CASES["c01"].answers) | {"k_eenmalig": 40000}
    _code, guessed, _err = run(json.dumps({"answers": answers}), *TODAY)
    known = {"answers": answers, "known_by": {"k_eenmalig": "leverancier"}}
    _code, offered, _err = run(json.dumps(known), *TODAY)

    assert json.loads(guessed)["costs"]["own_bands"] == ["k_eenmalig"]
    assert json.loads(offered)["costs"]["own_bands"] == []


def test_the_reference_date_decides_which_duties_hold(run):
    answers = json.dumps({"answers": dict(CASES["c09"].answers)})
    _code, before, _err = run(answers, "--on", "2027-12-01")
    _code, after, _err = run(answers, "--on", "2027-12-02", "--framework", "2026.1")

    assert json.loads(before)["instruments"]["fria"]["at_most"] == "aanbevolen"
    assert json.loads(before)["instruments"]["fria"]["coming"] == {"level": "verplicht", "from": "2027-12-02"}
    assert json.loads(after)["instruments"]["fria"] == {
        "at_least": "verplicht",
        "at_most": "verplicht",
        "coming": None,
        "raised_by": ["fria.verplicht"],
    }


@pytest.mark.parametrize(
    "text, words",
    [
        ("answers: {qs_algoritm: ja}", "'qs_algoritm'"),
        ("answers: {qs_algoritme: jaa}", "'jaa' bestaat niet bij vraag 'qs_algoritme'"),
        ("answers: {qs_gebied: [werk, wrk]}", "'wrk'"),
        ("cases: [{id: een, answers: {qs_nieuw: soms}}]", "case 'een'"),
        ("cases: [{answers: {}}]", "no 'id'"),
        ("antwoord: {}", "no 'answers:'"),
        ("answers: [", "not YAML"),
        ("answers: {qs_nieuw: ja, qs_nieuw: nee}", "a second time"),
        ("- ja", "no 'answers:'"),
        ("cases: 3", "no list"),
        ("cases: [3]", "no 'id'"),
        ("{answers: {}, known_by: 3}", "'known_by:' has no question ids"),
        ("{answers: {}, known_by: {k_zaak_: getest}}", "'k_zaak_: getest'"),
        ("{answers: {}, known_by: {k_zaken: [gok]}}", "one of getest, document"),
    ],
)
def test_a_fault_is_named_on_stderr_with_code_2_and_nothing_on_stdout(run, text, words):
    code, out, err = run(text)

    assert (code, out) == (2, "")
    assert words in err


def test_a_file_or_a_framework_that_is_not_there_is_named(run, tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "weg.yaml")]) == 2
    assert "weg.yaml" in capsys.readouterr().err
    assert run("answers: {}", "--framework", "1999.1")[0] == 2


def test_the_framework_as_it_ships_has_no_faults(capsys):
    assert main(["framework", "check"]) == 0
    assert "no faults" in capsys.readouterr().out


def test_a_framework_with_faults_gives_code_1(capsys):
    sound = Path(__file__).resolve().parents[1] / "framework_faults" / "sound"

    assert main(["framework", "check", str(sound)]) == 1
    assert "there are no worked cases" in capsys.readouterr().err


def test_the_overview_for_lawyers_is_current(tmp_path):
    written = tmp_path / "framework.md"
    main(["framework", "overview", "--out", str(written)])

    assert written.read_text() == (FOLDER.parents[2] / "docs" / "framework.md").read_text(), (
        "run `python -m tools framework overview`"
    )


def test_a_case_that_is_like_another_starts_from_its_answers():
    cases = {case.id: case for case in load_cases(FOLDER)}

    assert cases["k_v_a"].answers["qs_algoritme"] == "ja"
    assert cases["k_v_a"].answers["qs_verboden"] == ["v_a"]
