"""The chance of success stands apart from the risk: no answer to it ever changes the risk tier."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.outcome import Outcome
from assessment.snapshot import outcome_json
from assessment.success.profile import profile
from tests.assessment.real import FRAMEWORK, weigh
from tests.assessment.strategies import complete, partial, value_of

# Asked for the chance of success only.
PURE = tuple(q.id for q in FRAMEWORK.questions.values() if q.step == "succes")
# The questions the factors read, some of which rules about instruments, advice and signals read too.
READ = tuple(factor.question for factor in FRAMEWORK.success_factors.values())


def without_actions(outcome: Outcome) -> dict[str, object]:
    """Give the outcome as JSON, without who finds out the answers at hand: that a don't-know adds."""
    told = outcome_json(outcome)
    told["actions"] = [action for action in told["actions"] if action["question"] not in PURE]
    return told


def test_the_questions_at_hand_are_those_of_the_chance_of_success() -> None:
    assert len(PURE) == 7
    assert set(READ) - set(PURE) == {"g_kwaliteit", "g_grondslag", "o_bestuur", "o_ethiek"}


@given(partial(), st.sampled_from(PURE), st.data())
def test_an_answer_about_success_alone_leaves_the_whole_outcome_as_it_is(answers, question, data):
    silent = {name: value for name, value in answers.items() if name != question}
    told = {**silent, question: data.draw(value_of(FRAMEWORK.questions[question]))}

    assert without_actions(weigh(told)) == without_actions(weigh(silent))


@given(partial(), st.sampled_from((*READ, *PURE)), st.data())
def test_no_answer_that_a_factor_reads_ever_changes_the_tier(answers, question, data):
    silent = {name: value for name, value in answers.items() if name != question}
    told = {**silent, question: data.draw(value_of(FRAMEWORK.questions[question]))}
    before, after = weigh(silent).tier, weigh(told).tier

    assert (before.at_least, before.counted, before.at_most) == (after.at_least, after.counted, after.at_most)
    assert before.raised_by == after.raised_by


@given(complete(), st.data())
def test_all_answers_about_success_together_never_change_the_tier(answers, data):
    changes = {name: data.draw(value_of(FRAMEWORK.questions[name])) for name in dict.fromkeys((*READ, *PURE))}
    before, after = weigh(answers).tier, weigh({**answers, **changes}).tier

    assert (before.at_least, before.counted, before.at_most) == (after.at_least, after.counted, after.at_most)


@given(partial())
def test_every_profile_holds_together(answers):
    found = profile(weigh(answers))
    readings = found.readings.values()

    assert [r for theme in found.themes for r in theme.readings] == list(readings)
    assert all((r.score is None) == (r.state != "scored") for r in readings)
    assert all(r.score is None or 1 <= r.score <= 5 for r in readings)
    assert not {r.factor.id for r in found.open} & {link.reading.factor.id for link in found.links}
    assert [link.reading.score for link in found.links] == sorted(link.reading.score for link in found.links)
    for theme in found.themes:
        lowest = min((r.score for r in theme.readings if r.score is not None), default=5)
        assert all(r.score == lowest for r in theme.weakest)
