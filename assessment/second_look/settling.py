"""The question to begin with: whose answer says most about whether the own rating holds."""

from collections.abc import Iterator, Mapping

from assessment.answers import UNKNOWN, Value
from assessment.framework import Framework
from assessment.outcome import RuleFinding
from assessment.parts import Question
from assessment.relevance import Relevance
from assessment.second_look.look import Judgement, Look, Signal, signal_of
from assessment.second_look.parts import Guide
from assessment.second_look.wording import grounds
from assessment.truth import CERTAIN
from assessment.weighing import Weighing

MOST_TRIED = 12  # of the questions that matter, the weightiest; trying the answers of more takes long

Answers = Mapping[str, Value]
Score = tuple[bool, bool, int]


def settling_question(guide: Guide, look: Look) -> Question | None:
    """Give the question that would settle most; None when no answer can raise the tier any more.

    Every answer to it is tried out. Is the rating probably too low, then it is the answer on which that rests
    most: whether it is right. With a closer look to take, a question goes first that can both confirm the
    suspicion and take it away; otherwise the open one that can raise the tier highest.
    """
    if look.signal is Signal.HIGHER:
        candidates = _resting_on(look)
    else:
        candidates = _open(guide, look.judgement)[:MOST_TRIED]
    scores = {name: _score(guide, look, name) for name in candidates}
    best = max(candidates, key=lambda name: scores[name], default=None)  # the first of equals: the weightiest
    return look.judgement.outcome.framework.questions[best] if best else None


def _resting_on(look: Look) -> list[str]:
    """Give what the register says that the signal rests on; what is asked last is the most specific."""
    return [each.question for each in reversed(grounds(look))]


def _open(guide: Guide, judgement: Judgement) -> list[str]:
    """Give the questions that keep the suspicion open; without one, those that can still raise the tier."""
    weighing = Weighing(judgement.outcome.framework, judgement.outcome.answers)
    relevance = Relevance(weighing)
    doubtful = [found for found in judgement.deciding if not found.is_certain]
    rank = judgement.tier.dimension.rank
    level = rank[judgement.own or judgement.tier.at_least]
    for rules in (doubtful, judgement.tier.findings):
        heights = ((weighing.judge_rule(found.rule), rank[found.rule.level]) for found in rules)
        usable = [q for q in relevance.still_matter(heights, level) if q not in guide.rules.not_first]
        if usable:
            return usable
    return []


def _score(guide: Guide, look: Look, question: str) -> Score:
    judgement = look.judgement
    framework, tier = judgement.outcome.framework, judgement.tier.dimension
    signals, heights = [], []
    for value in _options(framework.questions[question]):
        found = _tier_rules(framework, {**judgement.outcome.answers, question: value})
        signals.append(signal_of(guide, tier, judgement.own, [f for f in found if f.counts])[0])
        heights.append(max((tier.rank[f.rule.level] for f in found if f.finding.worlds & CERTAIN), default=0))
    if look.signal is Signal.NONE or judgement.own is None:
        return False, False, max(heights, default=0)
    confirms, clears = Signal.HIGHER in signals, Signal.NONE in signals
    return confirms and clears, confirms, sum(signal is Signal.NONE for signal in signals)


def _tier_rules(framework: Framework, answers: Answers) -> list[RuleFinding]:
    weighing = Weighing(framework, answers)
    return [RuleFinding(rule, weighing.judge_rule(rule)) for rule in framework.rules_of["trede"]]


def _options(question: Question) -> Iterator[Value]:
    for option in question.options:
        if option.id != UNKNOWN:
            yield (option.id,) if question.kind == "multi" else option.id
