"""One set of answers laid against one framework: each fact, question and rule judged once, on demand."""

from functools import cache

from assessment.answers import UNKNOWN, Answers, Value
from assessment.conditions import FactNamed, Reached
from assessment.findings import Finding, Leaf
from assessment.framework import Framework
from assessment.parts import Rule
from assessment.truth import CERTAIN, COUNTED, DONT_KNOW, NEGATED, NO, PROVEN, UNANSWERED, YES


class Weighing:
    """Judge conditions for one set of answers; every judgement is made once and kept."""

    def __init__(self, framework: Framework, answers: Answers) -> None:
        self.framework = framework
        self._answers = answers
        self._facts: dict[str, Finding] = {}
        self._rules: dict[str, Finding] = {}
        self._reached: dict[tuple[str, str], Finding] = {}
        self._asked: dict[str, int] = {}
        self._shown: dict[str, bool] = {}
        self._asked_because: dict[str, tuple[Finding, ...]] = {}
        self._as_if_asked: dict[int, tuple[Finding, int]] = {}
        self._nothing_to_weigh: Finding | None = None

    def judge_fact(self, name: str) -> Finding:
        """Judge a named fact."""
        finding = self._facts.get(name)
        if finding is None:
            fact = self.framework.facts[name]
            part = fact.when.judge(self)
            finding = self._facts[name] = Finding(_named(fact.id), part.worlds, (part,))
        return finding

    def judge_rule(self, rule: Rule) -> Finding:
        """Judge the condition of one rule."""
        finding = self._rules.get(rule.id)
        if finding is None:
            finding = self._rules[rule.id] = rule.when.judge(self)
        return finding

    def judge_reached(self, dimension: str, level: str) -> Finding:
        """Judge whether `dimension` has reached `level`: whether any rule raised it that high."""
        key = (dimension, level)
        finding = self._reached.get(key)
        if finding is None:
            finding = self._reached[key] = self._judge_reached(dimension, level)
        return finding

    def _judge_reached(self, dimension: str, level: str) -> Finding:
        rank = self.framework.dimensions[dimension].rank
        worlds, parts = NO if rank[level] else YES, []
        for rule in self.framework.rules_of[dimension]:
            if rank[rule.level] >= rank[level]:
                part = self.judge_rule(rule)
                worlds |= part.worlds
                parts.append(part)
        return Finding(_reaching(dimension, level), worlds, tuple(parts))

    def judge_answer(self, leaf: Leaf, *, proven: bool = False) -> Finding:
        """Judge a comparison, as far as its question is asked: an answer nobody asks for never counts."""
        asked = self.asked(leaf.question)
        matched = match(leaf, self.answer(leaf.question))
        worlds = asked & (PROVEN[matched] if proven else matched)
        # Only while it is open whether the question comes up at all does the reason for that matter.
        parts = () if asked in (YES, NO) else self._asked_because[leaf.question]
        return Finding(leaf, worlds, parts)

    def negate(self, finding: Finding) -> int:
        """Give the worlds in which `finding` does not hold.

        Doubt whether a question comes up at all must not turn into doubt about its answer: an exception
        that is proven stays proven while it is unknown whether one needs it.
        """
        worlds = finding.worlds
        return NEGATED[worlds if worlds in (YES, NO) else self._when_asked(finding)]

    def _when_asked(self, finding: Finding) -> int:
        """Judge again as if every question on the screen certainly comes up."""
        known = self._as_if_asked.get(id(finding))
        if known is not None:
            return known[1]
        condition = finding.condition
        if isinstance(condition, Leaf):
            shown = self.is_shown(condition.question)
            worlds = match(condition, self._answers.get(condition.question)) if shown else finding.worlds
        else:
            worlds = condition.combine([self._when_asked(part) for part in finding.parts])
        # The finding is kept with its judgement, so that its id cannot come to mean another one.
        self._as_if_asked[id(finding)] = (finding, worlds)
        return worlds

    def asked(self, question: str) -> int:
        """Give the worlds in which this question is asked."""
        worlds = self._asked.get(question)
        if worlds is None:
            worlds, because = self._judge_asked(question)
            self._asked[question] = worlds
            self._asked_because[question] = because
        return worlds

    def _judge_asked(self, question: str) -> tuple[int, tuple[Finding, ...]]:
        if question in self.framework.always_asked:
            return YES, ()
        nothing = self.nothing_to_weigh
        show_if = self.framework.questions[question].show_if
        if show_if is None:
            return NEGATED[nothing.worlds], (nothing,)
        shown = show_if.judge(self)
        return NEGATED[nothing.worlds] & shown.worlds, (nothing, shown)

    @property
    def nothing_to_weigh(self) -> Finding:
        """Whether there is an algorithm to weigh at all."""
        if self._nothing_to_weigh is None:
            self._nothing_to_weigh = self.framework.nothing_to_weigh_if.judge(self)
        return self._nothing_to_weigh

    def is_shown(self, question: str) -> bool:
        """Tell whether the screen asks this question now.

        A question comes up when what was said so far calls for it (a don't-know calls as loudly as a yes),
        and goes only when there is certainly nothing to weigh.
        """
        shown = self._shown.get(question)
        if shown is None:
            shown = self._shown[question] = self._judge_shown(question)
        return shown

    def _judge_shown(self, question: str) -> bool:
        if self.asked(question) == YES:
            return True
        nothing, *show_if = self._asked_because[question]
        return not nothing.worlds & CERTAIN and all(part.worlds & COUNTED for part in show_if)

    def answer(self, question: str) -> Value | None:
        """Give the answer that counts: only one that is asked for."""
        return self._answers.get(question) if self.is_shown(question) else None


def match(leaf: Leaf, value: Value | None) -> int:
    """Compare an answer, or its absence, in the four worlds; whether the question is asked stands apart."""
    if value is None:
        return UNANSWERED
    return DONT_KNOW if value == UNKNOWN else leaf.match(value)


@cache
def _named(fact: str) -> FactNamed:
    return FactNamed(fact=fact)


@cache
def _reaching(dimension: str, level: str) -> Reached:
    return Reached(reached=dimension, level=level)
