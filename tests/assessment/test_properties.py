"""What holds for every set of answers to the real framework."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import UNKNOWN, dump, parse
from assessment.evaluation import evaluate
from assessment.snapshot import freeze, outcome_json
from assessment.weighing import Weighing
from tests.assessment.real import FRAMEWORK, TODAY, weigh
from tests.assessment.strategies import WEIGHED, complete, partial, value_of

# Questions whose options run from the least to the most risk (facts of the field, section G7).
RISK_ORDER = {
    "qs_invloed": ["geen", "indirect", "direct"],
    "qs_persoonsgegevens": ["nee", "ja"],
    "qs_nieuw": ["nee", "ja"],
    "d_functie": ["informerend", "adviserend", "beslissend"],
    "m_gevoelig": ["nee", "ja"],
    "t_profilering": ["nee", "ja"],
    "t_invloed": ["geen", "klein", "groot", "volledig"],
    "t_uitleg": ["volledig", "deels", "nee"],
    "g_koppelen": ["nee", "ja"],
    "g_proxy": ["nee", "ja"],
    "g_aantal": [Decimal(5), Decimal(20000)],
    "r_rechtsgevolg": ["nee", "ja"],
    "r_indeling": ["nee", "ja"],
    "r_ernst": ["gering", "merkbaar", "ernstig"],
    "r_herstel": ["makkelijk", "moeilijk", "nee"],
    "r_ongelijk": ["nee", "mogelijk", "ja"],
    "r_lus": ["nee", "ja"],
    "r_veiligheid": ["nee", "ja"],
    "r_uitsluiting": ["nee", "ja"],
}
RISKS = ("qs_kwetsbaar", "qs_gebied", "qs_verboden", "t_gebruik", "t_interactie", "g_soort", "g_ap_lijst")
NEVER_MILDER = ("quickscan", "trede", "dpia")


def heights(outcome, bound):
    """Give how high every outcome stands, instruments too."""
    return {
        name: dimension.dimension.rank[getattr(dimension, bound)]
        for name, dimension in {**outcome.dimensions, **outcome.instruments}.items()
    }


@given(partial())
def test_an_answer_that_is_not_asked_for_changes_nothing(answers):
    outcome = weigh(answers)

    assert outcome_json(weigh(outcome.answers)) == outcome_json(outcome)


@given(partial(), st.data())
def test_changing_an_answer_that_is_not_asked_for_changes_nothing(answers, data):
    outcome = weigh(answers)
    hidden = [question for question in WEIGHED if question.id not in outcome.shown]
    if hidden:
        question = data.draw(st.sampled_from(hidden))
        changed = {**answers, question.id: data.draw(value_of(question))}

        assert outcome_json(weigh(changed)) == outcome_json(outcome)


@given(partial(), st.data())
def test_answering_more_never_contradicts_what_was_certain(answers, data):
    open_questions = [question for question in WEIGHED if question.id not in answers]
    if open_questions:
        question = data.draw(st.sampled_from(open_questions))
        before, after = weigh(answers), weigh({**answers, question.id: data.draw(value_of(question))})

        for bound, agrees in (("at_least", int.__le__), ("at_most", int.__ge__)):
            was, now = heights(before, bound), heights(after, bound)
            assert [name for name in was if not agrees(was[name], now[name])] == []


@given(partial())
def test_what_counts_lies_between_the_bounds(answers):
    outcome = weigh(answers)
    low, counted, high = (heights(outcome, bound) for bound in ("at_least", "counted", "at_most"))

    assert all(low[name] <= counted[name] <= high[name] for name in low)


@given(partial())
def test_an_outcome_is_open_exactly_while_some_question_can_still_raise_it(answers):
    for dimension in (*weigh(answers).dimensions.values(), *weigh(answers).instruments.values()):
        assert bool(dimension.open_questions) == (not dimension.settled)


@given(complete(known=True), st.sampled_from(sorted(RISK_ORDER)))
def test_a_step_up_in_risk_never_makes_the_outcome_milder(answers, question):
    order = RISK_ORDER[question]
    outcomes = [weigh({**answers, question: level}) for level in order]

    for name in NEVER_MILDER:
        ranks = [
            outcome.dimensions[name].dimension.rank[outcome.dimensions[name].at_most] for outcome in outcomes
        ]
        assert ranks == sorted(ranks)


@given(complete(known=True), st.sampled_from(RISKS), st.data())
def test_one_more_risk_never_makes_the_outcome_milder(answers, question, data):
    options = [o.id for o in FRAMEWORK.questions[question].options if o.id not in ("geen", UNKNOWN)]
    here = tuple(name for name in answers[question] if name != "geen")
    risk = data.draw(st.sampled_from(options))
    more = tuple(name for name in options if name in (*here, risk))
    before, after = weigh(answers), weigh({**answers, question: more})

    for name in NEVER_MILDER:
        rank = before.dimensions[name].dimension.rank
        assert rank[before.dimensions[name].at_most] <= rank[after.dimensions[name].at_most]


@given(complete(known=True), st.sampled_from(sorted(RISK_ORDER)))
def test_not_knowing_is_never_milder_than_the_best_answer(answers, question):
    best = weigh({**answers, question: RISK_ORDER[question][0]})
    unknown = weigh({**answers, question: UNKNOWN})

    for name in NEVER_MILDER:
        rank = best.dimensions[name].dimension.rank
        assert rank[best.dimensions[name].at_most] <= rank[unknown.dimensions[name].at_most]


@given(complete(), st.data())
def test_safeguards_and_chance_of_success_never_change_the_risk(answers, data):
    others = [q for q in WEIGHED if q.id.startswith(("w_", "o_", "s_"))]
    question = data.draw(st.sampled_from(others))
    before, after = weigh(answers), weigh({**answers, question.id: data.draw(value_of(question))})

    for name in ("quickscan", "ai_klasse", "trede", "register", "publicatie", "dpia", "rol"):
        assert (before.dimensions[name].at_least, before.dimensions[name].at_most) == (
            after.dimensions[name].at_least,
            after.dimensions[name].at_most,
        )


@given(partial(), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_the_rules_is_irrelevant(answers, random):
    rules = list(FRAMEWORK.rules)
    random.shuffle(rules)
    shuffled = FRAMEWORK.model_copy(update={"rules": tuple(rules)})
    shuffled.__dict__.pop("rules_of", None)  # a copy shares what was computed before
    left, right = weigh(answers), evaluate(shuffled, answers, TODAY)

    for bound in ("at_least", "counted", "at_most"):
        assert heights(left, bound) == heights(right, bound)


@given(partial())
def test_a_snapshot_recomputes_to_itself_from_what_was_stored(answers):
    stored = {name: dump(value) for name, value in answers.items()}
    read = {name: parse(FRAMEWORK.questions[name], raw) for name, raw in stored.items()}

    assert freeze(weigh(read)) == freeze(weigh(answers))


@pytest.mark.parametrize("question", [q.id for q in WEIGHED])
def test_every_question_can_say_dont_know(question):
    asked = FRAMEWORK.questions[question]
    if asked.kind != "month":
        assert UNKNOWN in (parse(asked, UNKNOWN) or ())


@given(partial())
def test_questions_that_come_up_together_are_shown_as_each_asks_for_itself(answers):
    weighing = Weighing(FRAMEWORK, answers)

    assert weigh(answers).shown == {name for name in FRAMEWORK.questions if weighing.is_shown(name)}
