"""Does every name in a condition mean something, and does the comparison fit its question?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assessment.comparisons import Amount, Before, Chosen, Unknown
from assessment.conditions import Condition, FactNamed, Reached
from assessment.faults import Fault, did_you_mean
from assessment.findings import Leaf, Node
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.parts import Question

NUMBERS = ("number", "money", "scale")


class Place(NamedTuple):
    """A condition, the section and id of the part it belongs to, and the path to it in there."""

    section: str
    id: str
    path: tuple[str | int, ...]
    condition: Condition


def conditions(framework: Framework) -> Iterator[Place]:
    """Yield every condition of the framework with its place."""
    yield Place("head", "nothing_to_weigh_if", (), framework.nothing_to_weigh_if)
    for section, parts in (
        ("facts", framework.facts.values()),
        ("rules", framework.rules),
        ("stop_signals", framework.stop_signals),
    ):
        yield from (Place(section, part.id, ("when",), part.when) for part in parts)
    yield from (
        Place("questions", question.id, ("show_if",), question.show_if)
        for question in framework.questions.values()
        if question.show_if
    )
    for instrument in framework.instruments.values():
        for index, rule in enumerate(instrument.rules):
            yield Place("instruments", instrument.id, ("rules", index, "when"), rule.when)
    for moment in framework.dates.values():
        if moment.later:
            yield Place("dates", moment.id, ("later", "when"), moment.later.when)
    yield from (
        Place("success_factors", factor.id, ("fixed", "when"), factor.fixed.when)
        for factor in framework.success_factors.values()
        if factor.fixed
    )
    for value in framework.public_values.values():
        for index, tension in enumerate(value.tensions):
            yield Place("public_values", value.id, ("tensions", index, "when"), tension.when)


def unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Say that a name means nothing, and which one may have been meant."""
    return f"names the {kind} '{name}', which does not exist.", did_you_mean(name, known)


def check_conditions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the conditions of the framework."""
    for section, name, path, condition in conditions(framework):
        subject = "the framework" if section == "head" else f"{section[:-1].replace('_', ' ')} '{name}'"
        for node in condition.walk():
            for message, hint in _node_faults(framework, node):
                yield origins.fault(section, name, f"{subject} {message}", hint, path)


def _node_faults(framework: Framework, node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, FactNamed) and node.fact not in framework.facts:
        yield unknown("fact", node.fact, framework.facts)
    if isinstance(node, Reached):
        dimension = framework.dimensions.get(node.reached)
        if dimension is None:
            yield unknown("dimension", node.reached, framework.dimensions)
        elif node.level not in dimension.rank:
            yield unknown("level", node.level, dimension.rank)
        elif dimension.rank[node.level] == 0:
            yield f"asks whether '{node.reached}' reached '{node.level}', where everything starts.", ""
    if isinstance(node, Leaf):
        question = framework.questions.get(node.question)
        if question is None:
            yield (
                f"asks for question '{node.question}', which does not exist.",
                did_you_mean(node.question, framework.questions),
            )
        else:
            yield from _leaf_faults(node, question)


def _leaf_faults(node: Leaf, question: Question) -> Iterator[tuple[str, str]]:
    if isinstance(node, Chosen):
        yield from _chosen_faults(node, question)
    elif isinstance(node, Amount) and question.kind not in NUMBERS:
        yield f"compares '{question.id}' with a number, but its kind is '{question.kind}'.", ""
    elif isinstance(node, Before) and question.kind != "month":
        yield f"compares '{question.id}' with a date, but its kind is '{question.kind}'.", ""
    elif isinstance(node, Unknown) and question.kind in ("text", "month"):
        yield f"asks whether '{question.id}' is unknown, but its kind is '{question.kind}'.", ""


def _chosen_faults(node: Chosen, question: Question) -> Iterator[tuple[str, str]]:
    right = {"single": "is", "multi": "includes"}.get(question.kind)
    used = "is" if node.is_ is not None else "includes"
    if right is None:
        yield f"asks for an option of '{question.id}', but its kind is '{question.kind}'.", ""
        return
    if used != right:
        yield f"asks '{used}' of '{question.id}', whose kind is '{question.kind}'.", f"Write '{right}'."
    for option in node.options:
        if option == "weet_niet":
            yield (
                f"lists 'weet_niet' of '{question.id}'.",
                "A don't-know is open by itself; use 'unknown' to ask for it.",
            )
        elif option not in question.by_option:
            yield (
                f"asks for option '{option}' of '{question.id}', which does not exist.",
                did_you_mean(option, question.by_option),
            )
