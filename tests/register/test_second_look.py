"""The second look: what the register says, against how the municipality rates the risk itself."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.evaluation import evaluate
from assessment.register.fields import register_fields
from assessment.second_look import checks, reading
from assessment.second_look.known import statements
from assessment.second_look.look import Looker, Signal
from assessment.second_look.settling import settling_question
from assessment.second_look.wording import answered, grounds, reason, signal_meaning, statement_text
from services import frameworks
from tests.register.enschede import ENSCHEDE

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAY = date(2026, 11, 23)
# Where the framework says something else than was expected; docs/decisions/0015-second-look.md says why.
DIFFERENT = {"9": "nader_onderzoek", "33": "waarschijnlijk_hoger", "59": "waarschijnlijk_hoger"}
DIFFERENT_UNLISTED = {"27": "waarschijnlijk_hoger"}


@pytest.fixture(scope="module")
def looker(framework):
    return Looker(framework, reading.shipped(), DAY)


def expected():
    with (HERE / "second_look_expected.csv").open(encoding="utf-8") as file:
        return {row["number"]: row["signal"] for row in csv.DictReader(file)}


def test_signals_are_those_expected_but_for_the_differences_that_are_explained(looker):
    wanted = dict.fromkeys(ENSCHEDE, "geen") | expected() | DIFFERENT | DIFFERENT_UNLISTED

    assert {n: looker.look(values).signal.value for n, values in ENSCHEDE.items()} == wanted


def test_every_difference_is_explained_in_the_decision_record():
    record = (ROOT / "docs" / "decisions" / "0015-second-look.md").read_text(encoding="utf-8")

    for number in (*DIFFERENT, *DIFFERENT_UNLISTED):
        assert re.search(rf"^- \*\*{number} ", record, re.MULTILINE), number


def test_every_fact_stands_word_for_word_in_the_register():
    described = reading.shipped().described
    assert described
    for fact in described:
        values = ENSCHEDE[fact.number]
        assert fact.name == values["naam"]
        assert fact.quote in values["kenmerken"] or fact.quote in values["doel"], (fact.number, fact.quote)


def test_shipped_files_have_no_faults(framework):
    assert checks.check(framework) == []


def test_fact_lapses_when_the_description_no_longer_says_so(looker):
    values = ENSCHEDE["43"]

    other = {**values, "kenmerken": "Nieuwe telefooncentrale zonder spraakherkenning."}

    assert looker.look(values).signal is Signal.HIGHER
    assert looker.look(other).signal is Signal.NONE


def test_algorithm_without_an_own_rating_is_looked_into(looker):
    found = looker.look({"naam": "X", "eigen_risico": "onbekend"})

    assert found.signal is Signal.CHECK
    assert reason(found).startswith("De gemeente heeft zelf geen risico ingevuld.")


def test_precaution_alone_asks_for_a_closer_look(looker):
    found = looker.look(ENSCHEDE["58"])

    assert found.judgement.tier.at_least == "beperkt"
    assert found.signal is Signal.CHECK
    assert "Uit voorzorg is de trede minstens beperkt." in reason(found)


def test_doubt_that_the_register_raises_counts_until_somebody_finds_out(looker):
    doubtful = ENSCHEDE["65"]

    found = looker.look(doubtful)

    assert (found.judgement.tier.at_least, found.judgement.tier.counted) == ("laag", "hoog")
    assert settling_question(looker.guide, found).id == "r_rechtsgevolg"


def test_what_the_register_says_goes_before_a_doubt_and_a_description_before_a_field(framework):
    guide = reading.shipped()
    filled = {**ENSCHEDE["47"], "werking": "informerend"}

    by_question = {s.question: s.value for s in statements(guide, framework, filled)}
    approving = {s.question: s.value for s in statements(guide, framework, ENSCHEDE["38"])}

    assert by_question["d_functie"] == "informerend"
    assert ENSCHEDE["38"]["werking"] == "adviserend"
    assert approving["d_functie"] == "beslissend"


def test_reason_names_rating_tier_rule_and_the_words_it_rests_on(looker):
    found = looker.look(ENSCHEDE["43"])

    assert reason(found) == (
        "De gemeente schat het risico zelf in op laag. Volgens het register is de trede minstens beperkt. "
        "Het werkt zelfstandig en mensen merken dat direct."
    )
    said = [statement_text(each) for each in grounds(found)]
    assert (
        "In het register staat: ‘kiest zonder medewerker de afdeling’. De beller komt bij die afdeling uit."
        in said
    )
    assert "Volgens het register beslist het." in said


@pytest.mark.parametrize(
    "number, question",
    [("43", "d_functie"), ("38", "d_functie"), ("59", "g_soort"), ("5", "qs_gebied"), ("54", "t_invloed")],
)
def test_question_to_begin_with_is_the_one_that_settles_most(looker, number, question):
    assert settling_question(looker.guide, looker.look(ENSCHEDE[number])).id == question


def test_answer_to_the_question_of_a_rating_too_low_can_take_the_signal_away(looker, framework):
    found = looker.look(ENSCHEDE["43"])
    answers = {each.question: each.value for each in found.known}

    lower = evaluate(framework, {**answers, "d_functie": "informerend"}, DAY)

    assert lower.tier.counted == "laag"


def test_highest_tier_leaves_no_question_but_that_of_a_ban(looker):
    assert settling_question(looker.guide, looker.look(ENSCHEDE["10"])) is None


def test_most_severe_signals_come_first(looker):
    ranks = {number: looker.look(values).judgement.rank for number, values in ENSCHEDE.items()}
    signals = [looker.look(ENSCHEDE[n]).signal for n in sorted(ranks, key=lambda n: -ranks[n])]

    assert signals == sorted(signals, key=list(Signal).index, reverse=True)


def test_partial_answer_says_what_is_known_and_that_more_may_be(looker, framework):
    found = {each.question: each for each in looker.look(ENSCHEDE["31"]).known}

    assert answered(framework, found["g_soort"]) == (
        "Inhoud van berichten of gesprekken; de rest is nog niet duidelijk"
    )
    assert answered(framework, found["g_ap_lijst"]) == "Nog niet duidelijk"


def test_unknown_version_of_the_framework_passes_over_what_it_does_not_ask(framework):
    smaller = framework.model_copy(
        update={"questions": {k: q for k, q in framework.questions.items() if k != "qs_gebied"}}
    )

    assert "qs_gebied" not in {s.question for s in statements(reading.shipped(), smaller, ENSCHEDE["33"])}


def test_every_signal_has_a_meaning():
    assert len({signal_meaning(signal) for signal in Signal}) == len(Signal)


CHOICES = {
    name: list(register_fields()[name].by_option)
    for name in ("werking", "status", "domein", "category", "publication_category")
}


@settings(max_examples=40)
@given(
    number=st.sampled_from(sorted(ENSCHEDE, key=int)),
    field=st.sampled_from(sorted(CHOICES)),
    data=st.data(),
)
def test_what_the_register_says_more_never_takes_certainty_away(number, field, data):
    framework = frameworks.current()
    before = {name: value for name, value in ENSCHEDE[number].items() if name != field}
    after = {**before, field: data.draw(st.sampled_from(CHOICES[field]))}
    rank = framework.dimensions["trede"].rank

    looker = Looker(framework, reading.shipped(), DAY)
    less, more = looker.look(before).judgement.tier, looker.look(after).judgement.tier

    assert rank[more.at_least] >= rank[less.at_least]
    assert rank[more.at_most] <= rank[less.at_most]


def faults_of(framework, tmp_path, *, rules=None, facts=None):
    for name in ("second_look.yaml", "enschede_facts.csv"):
        text = (reading.FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, change in (("second_look.yaml", rules), ("enschede_facts.csv", facts)):
        if change:
            text = (tmp_path / name).read_text(encoding="utf-8")
            assert change[0] in text
            (tmp_path / name).write_text(text.replace(*change, 1), encoding="utf-8")
    return [str(fault) for fault in checks.check(framework, tmp_path)]


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "rules, message",
    [
        (("question: qs_algoritme", "question: qs_algoritmes"), "Did you mean 'qs_algoritme'?"),
        (("answer: [ja]", "answer: [jaa]"), "answers 'qs_algoritme' with 'jaa'"),
        (("answer: [ja]", "answer: [ja, nee]"), "gives 2 answers"),
        (("field: werking", "field: werkin"), "names the field 'werkin'"),
        (("options: [informerend]", "options: [informeren]"), "names the option 'informeren'"),
        (("precaution: [TB3", "precaution: [TB33"), "names the rule 'TB33'"),
        (("not_first: [qs_verboden]", "not_first: [qs_verbod]"), "names the question 'qs_verbod'"),
        (("laag: laag", "laag: lager"), "names the tier 'lager'"),
        (("hoog: hoog", "hoogst: hoog"), "names the option 'hoogst'"),
        (("fields: [naam]", "fields: [name]"), "names the field 'name'"),
        (("question: i_naam", "question: i_name"), "names the question 'i_name'"),
        (("precaution:", "caution:"), "has a key 'caution' that does not exist."),
        (("because: Het staat in het register van algoritmes.", "reason: x"), "has no 'because'."),
        (("precaution: [TB3, TB5]", "precaution: 3"), "has a wrong 'precaution'"),
    ],
)
def test_fault_in_the_rules_is_told_with_its_line(framework, tmp_path, rules, message):
    faults = faults_of(framework, tmp_path, rules=rules)

    assert any(message in fault and re.search(r"second_look\.yaml:\d+: ", fault) for fault in faults)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "facts, message",
    [
        (
            (",vaste_regels,", ",vaste_regel,"),
            "enschede_facts.csv:2: answers 'qs_techniek' with 'vaste_regel'",
        ),
        ((",qs_techniek,", ",qs_technieken,"), "enschede_facts.csv:2: names the question 'qs_technieken'"),
        ((",regelgebaseerd,", ",,"), "enschede_facts.csv:2: the column 'quote' is empty."),
        (("number,name", "nummer,name"), "enschede_facts.csv:1: the columns are not number, name"),
    ],
)
def test_fault_in_the_facts_is_told_with_its_line(framework, tmp_path, facts, message):
    assert any(message in fault for fault in faults_of(framework, tmp_path, facts=facts))
