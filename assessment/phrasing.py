"""Conditions as Dutch text, for people who read the framework and not its files."""

from assessment.comparisons import Amount, Before, Chosen
from assessment.conditions import AllOf, AnyOf, AtLeastOf, FactNamed, Proven, Reached
from assessment.findings import Leaf, Node
from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from texts import _


def phrase(framework: Framework, condition: Node, depth: int = 0) -> list[str]:
    """Give a condition as the lines of a nested list, two spaces per level."""
    indent = "  " * depth
    if isinstance(condition, Leaf):
        return [f"{indent}- {_comparison(framework, condition)}"]
    if isinstance(condition, FactNamed):
        sentence = framework.facts[condition.fact].sentence.rstrip(".")
        return [f"{indent}- {sentence} (`{condition.fact}`)"]
    if isinstance(condition, Reached):
        dimension = framework.dimensions[condition.reached]
        text = _("{dimension} is minstens: {level}").format(
            dimension=dimension.title, level=dimension.level(condition.level).label
        )
        return [f"{indent}- {text}"]
    lines = [f"{indent}- {_heading(condition)}"]
    for part in condition.children():
        lines += phrase(framework, part, depth + 1)
    return lines


def _heading(condition: Node) -> str:
    if isinstance(condition, AllOf):
        return _("dit klopt allemaal:")
    if isinstance(condition, AnyOf):
        return _("minstens één hiervan klopt:")
    if isinstance(condition, AtLeastOf):
        return _("minstens {count} hiervan kloppen:").format(count=condition.at_least.count)
    if isinstance(condition, Proven):
        return _("dit is bewezen (‘weet ik niet’ is geen bewijs):")
    return _("dit klopt niet:")


def _comparison(framework: Framework, leaf: Leaf) -> str:
    question = framework.questions[leaf.question]
    name = f"`{question.id}`"
    if isinstance(leaf, Chosen):
        options = " / ".join(question.option(option).text for option in leaf.options)
        return _("{question} is: {options}").format(question=name, options=options)
    if isinstance(leaf, Amount) and leaf.from_ is not None:
        return _("{question} is {number} of meer").format(question=name, number=number_text(leaf.from_))
    if isinstance(leaf, Amount) and leaf.up_to is not None:
        return _("{question} is {number} of minder").format(question=name, number=number_text(leaf.up_to))
    if isinstance(leaf, Before):
        return _("{question} ligt voor {date}").format(question=name, date=date_text(leaf.before))
    return _("{question} is ‘weet ik niet’").format(question=name)
