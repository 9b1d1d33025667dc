"""What would lower this: the smallest changes that bring an outcome down.

Only answers a municipality can change by working differently are tried (`changeable` in the framework), one
other answer per question, at most three questions. The search is exact within that: a rule that still raises
too high must lose one of the answers it rests on, so only those are tried, and every smallest set is found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from assessment.amounts import Estimate
from assessment.answers import NONE_OF_THESE, UNKNOWN, Answers, Value
from assessment.comparisons import Amount, Chosen
from assessment.condition_checks import conditions
from assessment.conditions import AllOf, AnyOf, AtLeastOf, Not
from assessment.findings import Finding, Leaf
from assessment.framework import Framework
from assessment.parts import Level, Question, Rule
from assessment.truth import POSSIBLE
from assessment.weighing import Weighing
from assessment.wording import answer_text

MOST_CHANGES = 3


@dataclass(frozen=True)
class Change:
    """One question with another answer, both in words."""

    question: Question
    from_text: str
    to_text: str


@dataclass(frozen=True)
class Way:
    """Changes that together bring the outcome down to `result`; `effort` adds up their weights."""

    changes: tuple[Change, ...]
    effort: int
    result: Level


def tier_ways_down(framework: Framework, answers: Answers) -> tuple[Way, ...]:
    """Give the ways to bring the tier at least one level down, the least effort first."""
    dimension = framework.dimensions["trede"]
    rules = framework.rules_of["trede"]
    now = _height(Weighing(framework, answers), rules, dimension.rank)
    return _Search(framework, answers, rules, dimension.rank, dimension.levels).below(now)


def instrument_ways_off(framework: Framework, answers: Answers, instrument: str) -> tuple[Way, ...]:
    """Give the ways to make an instrument not needed at all, the least effort first."""
    scale = framework.instrument_scale
    rules = framework.instruments[instrument].rules
    return _Search(framework, answers, rules, scale.rank, scale.levels).below(1)


def _height(weighing: Weighing, rules: tuple[Rule, ...], rank: Mapping[str, int]) -> int:
    possible = (rank[rule.level] for rule in rules if weighing.judge_rule(rule).worlds & POSSIBLE)
    return max(possible, default=0)


class _Search:
    """The search for one outcome: no rule that raises it to `goal` or higher may still hold."""

    def __init__(
        self,
        framework: Framework,
        answers: Answers,
        rules: tuple[Rule, ...],
        rank: Mapping[str, int],
        levels: tuple[Level, ...],
    ) -> None:
        self._framework, self._answers = framework, answers
        self._rules, self._rank, self._levels = rules, rank, levels
        self._alternatives: dict[str, tuple[Value, ...]] = {}
        self._tried: set[frozenset[tuple[str, Value]]] = set()
        self._found: dict[frozenset[tuple[str, Value]], int] = {}

    def below(self, goal: int) -> tuple[Way, ...]:
        """Give the ways to get below the level of height `goal`."""
        if goal > 0:
            self._try({}, goal)
        self._found.pop(frozenset(), None)  # nothing has to change
        ways = [self._way(changes, self._found[changes]) for changes in self._smallest()]
        return tuple(sorted(ways, key=lambda way: (way.effort, len(way.changes), _names(way))))

    def _smallest(self) -> list[frozenset[tuple[str, Value]]]:
        return [changes for changes in self._found if not any(other < changes for other in self._found)]

    def _try(self, changes: dict[str, Value], goal: int) -> None:
        key = frozenset(changes.items())
        if key in self._tried:
            return
        self._tried.add(key)
        weighing = Weighing(self._framework, {**self._answers, **changes})
        too_high = [
            finding
            for rule in self._rules
            if self._rank[rule.level] >= goal and (finding := weighing.judge_rule(rule)).worlds & POSSIBLE
        ]
        if not too_high:
            self._found[key] = _height(weighing, self._rules, self._rank)
        elif len(changes) < MOST_CHANGES:
            for question, value in self._next(weighing, too_high, changes):
                self._try({**changes, question: value}, goal)

    def _next(
        self, weighing: Weighing, too_high: list[Finding], changes: dict[str, Value]
    ) -> list[tuple[str, Value]]:
        """Give the changes that can take the rule away that leaves the least choice."""
        choices = (
            [
                (question, value)
                for question in dict.fromkeys(_resting_on(finding, weighing))
                if question not in changes
                for value in self._others(question)
            ]
            for finding in too_high
        )
        return min(choices, key=len)

    def _others(self, question: str) -> tuple[Value, ...]:
        if question not in self._alternatives:
            asked = self._framework.questions[question]
            value = self._answers.get(question)
            usable = asked.changeable and value is not None
            self._alternatives[question] = (
                tuple(_alternatives(self._framework, asked, value)) if usable else ()
            )
        return self._alternatives[question]

    def _way(self, changes: frozenset[tuple[str, Value]], height: int) -> Way:
        order = list(self._framework.questions)
        sorted_changes = sorted(changes, key=lambda change: order.index(change[0]))
        questions = [self._framework.questions[name] for name, _value in sorted_changes]
        return Way(
            changes=tuple(
                Change(q, answer_text(q, self._answers[q.id]), answer_text(q, value))
                for q, (_name, value) in zip(questions, sorted_changes, strict=True)
            ),
            effort=sum(question.effort for question in questions),
            result=self._levels[height],
        )


def _names(way: Way) -> tuple[str, ...]:
    return tuple(change.question.id for change in way.changes)


def _resting_on(finding: Finding, weighing: Weighing, *, holds: bool = True) -> Iterator[str]:
    """Yield the questions of which at least one must change before this finding can turn."""
    condition = finding.condition
    if isinstance(condition, Leaf):
        yield condition.question
        yield from _coming_up(condition.question, weighing)
        return
    flipped = isinstance(condition, Not)
    every = isinstance(condition, AllOf) if holds else isinstance(condition, AnyOf | AtLeastOf)
    for part in finding.parts:
        if every or flipped or len(finding.parts) == 1 or bool(part.worlds & POSSIBLE) == holds:
            yield from _resting_on(part, weighing, holds=holds != flipped)


def _coming_up(question: str, weighing: Weighing) -> Iterator[str]:
    show_if = weighing.framework.questions[question].show_if
    if show_if is not None:
        yield from _resting_on(show_if.judge(weighing), weighing, holds=weighing.is_shown(question))


def _alternatives(framework: Framework, question: Question, value: Value | None) -> Iterator[Value]:
    """Yield the other answers that any condition can tell apart, the nearest to today's first."""
    if question.kind == "single":
        yield from _other_options(framework, question, value)
    elif question.kind == "multi" and isinstance(value, tuple):
        yield from _fewer_options(framework, question, value)
    elif question.kind in ("number", "scale"):
        yield from _other_numbers(framework, question, value)


def _marks(framework: Framework, question: str) -> dict[str, frozenset[int]]:
    """Tell per option which conditions name it: options with the same marks do the same."""
    named = [set(leaf.options) for leaf in _leaves(framework, question) if isinstance(leaf, Chosen)]
    return {
        option.id: frozenset(number for number, options in enumerate(named) if option.id in options)
        for option in framework.questions[question].options
    }


def _leaves(framework: Framework, question: str) -> Iterator[Leaf]:
    for _section, _name, _path, condition in conditions(framework):
        for node in condition.walk():
            if isinstance(node, Leaf) and node.question == question:
                yield node


def _other_options(framework: Framework, question: Question, value: Value | None) -> Iterator[Value]:
    marks = _marks(framework, question.id)
    names = [option.id for option in question.options if option.by_choice and option.id != UNKNOWN]
    here = names.index(value) if isinstance(value, str) and value in names else 0
    seen = {marks[value]} if isinstance(value, str) and value != UNKNOWN else set()
    for name in sorted(names, key=lambda name: abs(names.index(name) - here)):
        if marks[name] not in seen:
            seen.add(marks[name])
            yield name


def _fewer_options(framework: Framework, question: Question, value: tuple[Value, ...]) -> Iterator[Value]:
    marks = _marks(framework, question.id)
    groups: dict[frozenset[int], list[str]] = {}
    for name in value:
        if isinstance(name, str) and marks[name] and name not in (UNKNOWN, NONE_OF_THESE):
            groups.setdefault(marks[name], []).append(name)
    for size in range(1, len(groups) + 1):
        for dropped in combinations(groups.values(), size):
            gone = {name for group in dropped for name in group}
            kept = tuple(str(name) for name in value if name not in gone)
            if kept:
                yield kept
            elif NONE_OF_THESE in question.by_option:
                yield (NONE_OF_THESE,)


def _other_numbers(framework: Framework, question: Question, value: Value | None) -> Iterator[Value]:
    for leaf in _leaves(framework, question.id):
        if isinstance(leaf, Amount) and not isinstance(value, Estimate | tuple):
            yield leaf.from_ - 1 if leaf.from_ is not None else (leaf.up_to or Decimal(0)) + 1
