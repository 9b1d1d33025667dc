"""From answers to an outcome: judge every rule, take per dimension the highest level one raises to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assessment.answers import Answers, Value, is_unknown
from assessment.framework import Framework
from assessment.outcome import Action, Coming, DimensionOutcome, InstrumentOutcome, Outcome, RuleFinding
from assessment.parts import Dimension, Instrument, Rule, Safeguard
from assessment.relevance import Relevance
from assessment.truth import CERTAIN, COUNTED, POSSIBLE
from assessment.weighing import Weighing


def evaluate(framework: Framework, answers: Answers, on: date) -> Outcome:
    """Weigh `answers` (question id → value, absent is not answered) in `framework`, as of the day `on`."""
    weighing = Weighing(framework, answers)
    relevance = Relevance(weighing)
    dimensions = {
        name: _dimension(weighing, relevance, dimension) for name, dimension in framework.dimensions.items()
    }
    instruments = instruments_of(weighing, on, relevance)
    shown = frozenset(
        question for group in framework.asked_alike if weighing.is_shown(group[0]) for question in group
    )
    counting = {
        question: answers[question]
        for question in framework.questions
        if question in answers and question in shown
    }
    return Outcome(
        framework=framework,
        on=on,
        answers=counting,
        shown=shown,
        dimensions=dimensions,
        instruments=instruments,
        stop_signals=tuple(s for s in framework.stop_signals if s.when.judge(weighing).worlds & COUNTED),
        open_safeguards=tuple(
            s for s in framework.safeguards if _is_missing(s, weighing, dimensions["trede"], shown)
        ),
        actions=_actions(framework, counting, (*dimensions.values(), *instruments.values())),
    )


def instruments_of(
    weighing: Weighing, on: date, relevance: Relevance | None = None
) -> dict[str, InstrumentOutcome]:
    """Judge every instrument, as of the day `on`."""
    known = relevance or Relevance(weighing)
    found = weighing.framework.instruments.items()
    return {name: _instrument(weighing, known, instrument, on) for name, instrument in found}


def _dimension(weighing: Weighing, relevance: Relevance, dimension: Dimension) -> DimensionOutcome:
    rules = weighing.framework.rules_of[dimension.id]
    findings = tuple([RuleFinding(rule, weighing.judge_rule(rule)) for rule in rules])
    rank = dimension.rank
    heights = [rank[rule.level] for rule in rules]
    certain, counted, possible = _heights(findings, heights)
    return DimensionOutcome(
        dimension=dimension,
        at_least=dimension.levels[certain].id,
        counted=dimension.levels[counted].id,
        at_most=dimension.levels[possible].id,
        findings=findings,
        open_questions=_still_matter(relevance, findings, heights, certain, possible),
    )


def _instrument(
    weighing: Weighing, relevance: Relevance, instrument: Instrument, on: date
) -> InstrumentOutcome:
    scale = weighing.framework.instrument_scale
    findings = tuple([RuleFinding(r, weighing.judge_rule(r), starts(weighing, r)) for r in instrument.rules])
    heights = [_height_now(scale, found, on) for found in findings]
    certain, counted, possible = _heights(findings, heights)
    return InstrumentOutcome(
        dimension=scale,
        at_least=scale.levels[certain].id,
        counted=scale.levels[counted].id,
        at_most=scale.levels[possible].id,
        findings=findings,
        open_questions=_still_matter(relevance, findings, heights, certain, possible),
        instrument=instrument,
        coming=_coming(scale, findings, possible, on),
    )


def starts(weighing: Weighing, rule: Rule) -> date | None:
    """Give the day from which the duty of `rule` holds; a postponement counts only when it is proven."""
    if rule.starts is None:
        return None
    moment = weighing.framework.dates[rule.starts]
    if moment.later and moment.later.when.judge(weighing).worlds & CERTAIN:
        return moment.later.from_
    return moment.from_


def _height_now(scale: Dimension, found: RuleFinding, on: date) -> int:
    full = scale.rank[found.rule.level]
    return min(full, 1) if found.starts and found.starts > on else full


def _heights(findings: Sequence[RuleFinding], heights: Sequence[int]) -> tuple[int, int, int]:
    """Give the highest level that is raised for certain, by what was said, and possibly."""
    certain = counted = possible = 0
    for found, height in zip(findings, heights, strict=True):
        worlds = found.finding.worlds
        if worlds & POSSIBLE and height > possible:
            possible = height
        if worlds & COUNTED and height > counted:
            counted = height
        if worlds & CERTAIN and height > certain:
            certain = height
    return certain, counted, possible


def _still_matter(
    relevance: Relevance, findings: Sequence[RuleFinding], heights: Sequence[int], certain: int, possible: int
) -> tuple[str, ...]:
    if certain == possible:
        return ()
    rules = ((found.finding, height) for found, height in zip(findings, heights, strict=True))
    return relevance.still_matter(rules, certain)


def _coming(scale: Dimension, findings: Iterable[RuleFinding], now: int, on: date) -> Coming | None:
    """Give the highest duty of the future that goes beyond what holds now; of those the earliest."""
    future = [
        (-scale.rank[found.rule.level], found.starts, found.rule.level)
        for found in findings
        if found.is_possible and found.starts and found.starts > on and scale.rank[found.rule.level] > now
    ]
    if not future:
        return None
    _height, first, level = min(future)
    return Coming(level, first)


def _is_missing(
    safeguard: Safeguard, weighing: Weighing, tier: DimensionOutcome, shown: frozenset[str]
) -> bool:
    """A safeguard is missing until its question has a sufficient answer: silence is not safe."""
    rank, now = tier.dimension.rank, tier.dimension.rank[tier.counted]
    too_low = now < rank[safeguard.from_tier]
    too_high = safeguard.until_tier is not None and now > rank[safeguard.until_tier]
    if too_low or too_high or safeguard.question not in shown:
        return False
    return weighing.answer(safeguard.question) not in safeguard.sufficient


def _actions(
    framework: Framework, answers: Mapping[str, Value], outcomes: Iterable[DimensionOutcome]
) -> tuple[Action, ...]:
    """Every don't-know, and every open question that can still move an outcome, is for its owner."""
    open_now = {question for question, value in answers.items() if is_unknown(value)}
    open_now.update(question for outcome in outcomes for question in outcome.open_questions)
    return tuple(Action(q.id, q.owner) for q in framework.questions.values() if q.id in open_now)
