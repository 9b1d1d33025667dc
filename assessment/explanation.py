"""Why: from the tree of findings to sentences with the answers they rest on.

Everything here reads what the evaluation found; nothing is judged a second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assessment.answers import is_unknown
from assessment.citations import Citation, citations
from assessment.conditions import AllOf, AnyOf, AtLeastOf, FactNamed, Not, Reached
from assessment.findings import Finding, Leaf
from assessment.framework import Framework
from assessment.outcome import DimensionOutcome, Outcome, RuleFinding
from assessment.parts import Level, Named, Question, Rule
from assessment.truth import COUNTED
from assessment.wording import answer_text
from texts import _


@dataclass(frozen=True)
class UsedAnswer:
    """An answer that something rests on; `known` is false for "weet ik niet" and for no answer."""

    question: Question
    answer: str
    known: bool


@dataclass(frozen=True)
class Reason:
    """One rule that counts: its sentence, and what that rests on.

    `certain` is false when it counts by precaution, because of a don't-know. `starts` is the day from which
    the duty holds, `only_if` a limit that no question asks about, `verify` what a lawyer has yet to confirm.
    """

    rule: Rule
    level: Level
    sentence: str
    facts: tuple[str, ...]
    answers: tuple[UsedAnswer, ...]
    sources: tuple[Citation, ...]
    certain: bool
    starts: date | None
    only_if: str | None
    verify: str | None


@dataclass(frozen=True)
class Blocked:
    """A rule that would raise higher and does not hold, with the answers that speak against it."""

    rule: Rule
    level: Level
    sentence: str
    because: tuple[UsedAnswer, ...]


@dataclass(frozen=True)
class OpenPoint:
    """An open question that still matters: who finds out, and the highest level it can raise to."""

    question: Question
    owner: Named
    highest: Level


def reasons(outcome: Outcome, dimension: DimensionOutcome) -> tuple[Reason, ...]:
    """Give every rule that counts, the most severe first."""
    return tuple(_reason(outcome, dimension, found) for found in dimension.reasons())


def why_not_higher(outcome: Outcome, dimension: DimensionOutcome) -> tuple[Blocked, ...]:
    """Give the rules that certainly do not hold and would have raised higher, the nearest miss first."""
    rank = dimension.dimension.rank
    blocked = [
        Blocked(
            rule=found.rule,
            level=dimension.dimension.level(found.rule.level),
            sentence=found.rule.because,
            because=_used(outcome, _questions(outcome.framework, found.finding, holds=False)),
        )
        for found in dimension.findings
        if not found.is_possible and rank[found.rule.level] > rank[dimension.counted]
    ]
    return tuple(sorted(blocked, key=lambda rule: (rank[rule.level.id], len(rule.because))))


def still_open(outcome: Outcome, dimension: DimensionOutcome) -> tuple[OpenPoint, ...]:
    """Give the open questions that can still raise this outcome, the weightiest first."""
    framework = outcome.framework
    highest = dimension.dimension.level(dimension.at_most)
    questions = (framework.questions[name] for name in dimension.open_questions)
    return tuple(OpenPoint(question, framework.roles[question.owner], highest) for question in questions)


def bounds_text(dimension: DimensionOutcome) -> str:
    """Say where an outcome stands: one level, the two bounds, or that nothing is known yet."""
    low, high = dimension.dimension.level(dimension.at_least), dimension.dimension.level(dimension.at_most)
    if dimension.settled:
        return low.label
    if low == dimension.dimension.levels[0] and high == dimension.dimension.levels[-1]:
        return _("Nog niet te bepalen")
    return _("Minstens {low}, mogelijk {high}").format(low=_inside(low.label), high=_inside(high.label))


def _inside(label: str) -> str:
    """Fit a label into a sentence: "Hoog" becomes "hoog"; "DPIA" and "A: hoog-risico AI" stay."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def _reason(outcome: Outcome, dimension: DimensionOutcome, found: RuleFinding) -> Reason:
    rule = found.rule
    return Reason(
        rule=rule,
        level=dimension.dimension.level(rule.level),
        sentence=rule.because,
        facts=tuple(dict.fromkeys(_facts(outcome.framework, found.finding))),
        answers=_used(outcome, _questions(outcome.framework, found.finding, holds=True)),
        sources=citations(outcome.framework, rule.source),
        certain=found.is_certain,
        starts=found.starts,
        only_if=rule.only_if,
        verify=rule.verify,
    )


def _used(outcome: Outcome, questions: Iterator[str]) -> tuple[UsedAnswer, ...]:
    used = []
    for name in dict.fromkeys(questions):
        if name in outcome.shown:
            value = outcome.answers.get(name)
            question = outcome.framework.questions[name]
            known = value is not None and not is_unknown(value)
            used.append(UsedAnswer(question, answer_text(question, value), known))
    return tuple(used)


def deciding_leaves(
    framework: Framework, finding: Finding, *, holds: bool = True, into_levels: bool = True
) -> Iterator[tuple[Leaf, bool]]:
    """Yield the comparisons that make this finding hold (or fail), and whether each of them holds.

    Not `into_levels`: what raised another dimension to the level it asks for is left out.
    """
    if isinstance(finding.condition, Leaf):
        yield finding.condition, holds
    elif into_levels or not isinstance(finding.condition, Reached):
        for part, part_holds in _deciding(framework, finding, holds=holds):
            yield from deciding_leaves(framework, part, holds=part_holds, into_levels=into_levels)


def _questions(framework: Framework, finding: Finding, *, holds: bool) -> Iterator[str]:
    """Yield the questions that make this finding hold (or fail), following only what decides."""
    return (leaf.question for leaf, _holds in deciding_leaves(framework, finding, holds=holds))


def _deciding(framework: Framework, finding: Finding, *, holds: bool) -> Iterator[tuple[Finding, bool]]:
    condition = finding.condition
    if isinstance(condition, Not):
        # That a dimension stays below a level is said in words; its many answers would drown the reason.
        is_guard = isinstance(finding.parts[0].condition, Reached)
        yield from () if is_guard else ((part, not holds) for part in finding.parts)
        return
    if isinstance(condition, Reached) and holds:
        yield from ((part, True) for part in _severest(framework, condition, finding))
        return
    everything = (isinstance(condition, AllOf) and holds) or (
        isinstance(condition, AnyOf | AtLeastOf) and not holds
    )
    for part in finding.parts:
        if everything or bool(part.worlds & COUNTED) == holds or len(finding.parts) == 1:
            yield part, holds


def _severest(framework: Framework, reached: Reached, finding: Finding) -> list[Finding]:
    """Of the rules that raised a dimension this far, give those that raised it highest."""
    rank = framework.dimensions[reached.reached].rank
    rules = [rule for rule in framework.rules_of[reached.reached] if rank[rule.level] >= rank[reached.level]]
    counting = [
        (rank[rule.level], part)
        for rule, part in zip(rules, finding.parts, strict=True)
        if part.worlds & COUNTED
    ]
    highest = max((height for height, _part in counting), default=0)
    return [part for height, part in counting if height == highest]


def _facts(framework: Framework, finding: Finding) -> Iterator[str]:
    """Yield the sentences of the facts and levels that make this finding hold, the outermost only."""
    condition = finding.condition
    if isinstance(condition, FactNamed):
        yield framework.facts[condition.fact].sentence
    elif isinstance(condition, Reached):
        dimension = framework.dimensions[condition.reached]
        level = dimension.level(condition.level)
        is_top = level == dimension.levels[-1]
        text = _("{dimension}: {level}.") if is_top else _("{dimension}: {level} of hoger.")
        yield text.format(dimension=dimension.title, level=level.label)
    elif not isinstance(condition, Not | Leaf):
        for part, _holds in _deciding(framework, finding, holds=True):
            yield from _facts(framework, part)
