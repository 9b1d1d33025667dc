"""Does every name in a condition mean something, and does the comparison fit its question?"""

from collections.abc import Iterator
from typing import NamedTuple

from assessment.comparisons import Amount, Before, Chosen, Unknown
from assessment.conditions import Condition, FactNamed, Reached
from assessment.fault_words import missing, subject, unknown
from assessment.faults import Fault, did_you_mean
from assessment.findings import Leaf, Node
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.parts import Question
from texts import _

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


def check_conditions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the conditions of the framework."""
    for section, name, path, condition in conditions(framework):
        about = _("het kader") if section == "head" else subject(section, name)
        for node in condition.walk():
            for message, hint in _node_faults(framework, node):
                yield origins.fault(section, name, f"{about} {message}", hint, path)


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
            text = _("vraagt of '{dimension}' op '{level}' staat, en daar begint alles.")
            yield text.format(dimension=node.reached, level=node.level), ""
    if isinstance(node, Leaf):
        question = framework.questions.get(node.question)
        if question is None:
            yield (
                _("vraagt naar vraag {name}.").format(name=missing(node.question)),
                did_you_mean(node.question, framework.questions),
            )
        else:
            yield from _leaf_faults(node, question)


def _leaf_faults(node: Leaf, question: Question) -> Iterator[tuple[str, str]]:
    if isinstance(node, Chosen):
        yield from _chosen_faults(node, question)
        return
    message = ""
    if isinstance(node, Amount) and question.kind not in NUMBERS:
        message = _("vergelijkt '{question}' met een getal, maar die vraag is van de soort '{kind}'.")
    elif isinstance(node, Before) and question.kind != "month":
        message = _("vergelijkt '{question}' met een dag, maar die vraag is van de soort '{kind}'.")
    elif isinstance(node, Unknown) and question.kind in ("text", "month"):
        message = _("vraagt of '{question}' onbekend is, maar die vraag is van de soort '{kind}'.")
    if message:
        yield message.format(question=question.id, kind=question.kind), ""


def _chosen_faults(node: Chosen, question: Question) -> Iterator[tuple[str, str]]:
    right = {"single": "is", "multi": "includes"}.get(question.kind)
    used = "is" if node.is_ is not None else "includes"
    if right is None:
        text = _("vraagt naar een keuze bij '{question}', maar die vraag is van de soort '{kind}'.")
        yield text.format(question=question.id, kind=question.kind), ""
        return
    if used != right:
        text = _("gebruikt '{used}' bij '{question}', en die vraag is van de soort '{kind}'.")
        hint = _("Schrijf '{right}'.").format(right=right)
        yield text.format(used=used, question=question.id, kind=question.kind), hint
    for option in node.options:
        if option == "weet_niet":
            yield (
                _("noemt 'weet_niet' bij '{question}'.").format(question=question.id),
                _("Een 'weet niet' is vanzelf open. Gebruik 'unknown' om ernaar te vragen."),
            )
        elif option not in question.by_option:
            text = _("vraagt bij '{question}' naar keuze '{option}', en die bestaat niet.")
            hint = did_you_mean(option, question.by_option)
            yield text.format(question=question.id, option=option), hint
