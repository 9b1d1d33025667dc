"""Precedents: what a tier rests on, as keys that are equal where the deciding answers are."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.answers import UNKNOWN, dump
from assessment.comparisons import Amount, Before, Chosen
from assessment.explanation import deciding_leaves, reasons
from assessment.findings import Leaf
from assessment.outcome import Outcome, RuleFinding
from assessment.parts import Question
from assessment.snapshot import canonical, sha256
from assessment.wording import answer_text

LENGTH = 32  # of a key, in hexadecimal


@dataclass(frozen=True)
class Basis:
    """What the tier of an outcome rests on.

    `keys`: one for every reason that counts, and one for the quick scan. `deciding`: those of the reasons
    that raised the tier to where it stands. Answers that make no difference to a reason are in no key.
    """

    tier: str
    keys: frozenset[str]
    deciding: frozenset[str]


@dataclass(frozen=True)
class Difference:
    """A question that was answered otherwise there than here, and decided there."""

    question: Question
    there: str
    here: str


def basis(outcome: Outcome) -> Basis:
    """Give what the tier rests on; nothing decides when there is no algorithm, or none that is known of."""
    tier = outcome.tier
    first = _quick_scan(outcome)
    found = {reason.rule.id: _key(outcome, reason) for reason in tier.reasons()}
    top = {found[reason.rule.id] for reason in tier.reasons(tier.counted)}
    keys = frozenset(filter(None, found.values())) | {first}
    if not top:
        return Basis(tier.counted, keys, frozenset())
    # That there is an algorithm decides nothing by itself: the quick scan that led to no more does.
    return Basis(tier.counted, keys, frozenset(key or first for key in top))


def differences(here: Outcome, there: Outcome) -> tuple[Difference, ...]:
    """Give the answers on which the tier rests there and that are other ones here."""
    found = []
    for reason in reasons(there, there.tier):
        for used in reason.answers if reason.level.id == there.tier.counted else ():
            value = here.answers.get(used.question.id)
            now = here.framework.questions.get(used.question.id, used.question)
            said = answer_text(now, value)
            if said != used.answer:
                found.append(Difference(used.question, used.answer, said))
    return tuple({each.question.id: each for each in found}.values())


def _key(outcome: Outcome, reason: RuleFinding) -> str:
    """Give the key of one reason; empty when it only says that there is something to weigh."""
    parts = set(_parts(outcome, reason))
    questions = {question for question, _said in parts}
    if questions <= outcome.framework.nothing_to_weigh_if.questions():
        return ""
    return _hash(sorted(parts))


def _parts(outcome: Outcome, reason: RuleFinding) -> Iterator[tuple[str, str]]:
    # That the quick scan asked for all questions is a gate, which many answers open: which did is no reason.
    framework, finding = outcome.framework, reason.finding
    own = list(deciding_leaves(framework, finding, into_levels=False))
    for leaf, holds in own or deciding_leaves(framework, finding):
        yield leaf.question, _said(outcome, leaf, holds=holds)


def _said(outcome: Outcome, leaf: Leaf, *, holds: bool) -> str:
    """Say what an answer is for one comparison: of several options, only those it asks for."""
    if isinstance(leaf, Chosen):
        value = outcome.answers.get(leaf.question)
        chosen = value if isinstance(value, tuple) else (value,)
        if not holds:
            return f"not {' '.join(sorted(leaf.options))}"
        return " ".join(sorted(set(leaf.options) & set(map(str, chosen)))) or UNKNOWN
    if isinstance(leaf, Amount):
        limit = f"from {leaf.from_}" if leaf.from_ is not None else f"up to {leaf.up_to}"
        return limit if holds else f"not {limit}"
    if isinstance(leaf, Before):
        return f"{'' if holds else 'not '}before {leaf.before}"
    return UNKNOWN if holds else f"not {UNKNOWN}"


def _quick_scan(outcome: Outcome) -> str:
    first = outcome.framework.steps[0].id
    answers = [
        (question.id, dump(outcome.answers[question.id]))
        for question in outcome.framework.questions_of(first)
        if question.id in outcome.answers
    ]
    return _hash(answers)


def _hash(parts: object) -> str:
    return sha256(canonical(parts))[:LENGTH]
