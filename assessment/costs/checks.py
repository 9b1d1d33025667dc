"""Does the cost model of a framework name real questions, of the right kind, and leave none out?"""

from collections.abc import Iterator

from assessment.condition_checks import unknown
from assessment.costs.parts import CostLine
from assessment.costs.reading import ALTERNATIVE, ASSESSMENTS, NUMBERS
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins

LINES, PARAMETERS, ASPECTS = "cost_lines", "cost_parameters", "aspects"
AMOUNT_KINDS = ("number", "money")
# The numbers of which the sum takes one value, so that no three can be given.
SINGLE = ("horizon", "discount", "hourly_rate")


def check_costs(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the cost model."""
    for line in framework.cost_lines:
        yield from _line_faults(framework, origins, line)
    yield from _parameter_faults(framework, origins)
    for aspect in framework.aspects:
        for key, name in (("with", aspect.with_), ("without", aspect.without)):
            yield from _question_faults(framework, origins, (ASPECTS, aspect.id, key), name, ("scale",))
    yield from _left_out(framework, origins)


def _line_faults(framework: Framework, origins: Origins, line: CostLine) -> Iterator[Fault]:
    named = {"with": line.with_, "without": line.without, "price": line.price, "hours": line.hours}
    for key, name in named.items():
        if name:
            yield from _question_faults(framework, origins, (LINES, line.id, key), name, AMOUNT_KINDS)
    for name in line.seldom:
        if name not in framework.instruments:
            message, hint = unknown("instrument", name, framework.instruments)
            yield origins.fault(LINES, line.id, f"cost line '{line.id}' {message}", hint, ("seldom",))
    message = _shape_fault(line)
    if message:
        yield origins.fault(LINES, line.id, f"cost line '{line.id}' {message}", "", ("basis",))


def _shape_fault(line: CostLine) -> str:
    """Say what does not fit the basis of a line; nothing when all does."""
    wrong = {
        "is about assessments and asks questions: its days follow from the outcome.": (
            line.basis == ASSESSMENTS and bool(line.questions)
        ),
        "has neither 'with' nor 'without'.": (
            line.basis != ASSESSMENTS and not line.with_ and not line.without
        ),
        "is about errors and has no 'price'.": line.basis == "errors" and not line.price,
        "has a 'price' or 'hours', which only errors have.": (
            line.basis not in ("errors", ASSESSMENTS) and bool(line.price or line.hours)
        ),
    }
    return next((message for message, is_wrong in wrong.items() if is_wrong), "")


def _parameter_faults(framework: Framework, origins: Origins) -> Iterator[Fault]:
    needed = (*NUMBERS, ALTERNATIVE)
    for name, parameter in framework.cost_parameters.items():
        where = (PARAMETERS, name, "question")
        kinds = ("single",) if name == ALTERNATIVE else AMOUNT_KINDS
        yield from _question_faults(framework, origins, where, parameter.question, kinds)
        if name not in needed:
            message, hint = unknown("cost parameter", name, needed)
            yield origins.fault(PARAMETERS, name, f"cost parameter {message}", hint)
        asked = framework.questions.get(parameter.question)
        if name in SINGLE and asked and asked.estimate:
            text = f"cost parameter '{name}' takes one number, and '{asked.id}' takes an estimate."
            yield origins.fault(PARAMETERS, name, text, "Remove 'estimate' from the question.", ("question",))
    if framework.cost_lines:
        first = framework.cost_lines[0].id
        for name in needed:
            if name not in framework.cost_parameters:
                yield origins.fault(LINES, first, f"the cost model has no parameter '{name}'.")


def _question_faults(
    framework: Framework, origins: Origins, where: tuple[str, str, str], name: str, kinds: tuple[str, ...]
) -> Iterator[Fault]:
    section, part, key = where
    subject = f"{section[:-1].replace('_', ' ')} '{part}'"
    asked = framework.questions.get(name)
    if asked is None:
        message, hint = unknown("question", name, framework.questions)
        yield origins.fault(section, part, f"{subject} {message}", hint, (key,))
    elif asked.kind not in kinds:
        wanted = " or ".join(kinds)
        text = f"{subject} asks '{name}', whose kind is '{asked.kind}' and must be {wanted}."
        yield origins.fault(section, part, text, "", (key,))


def _left_out(framework: Framework, origins: Origins) -> Iterator[Fault]:
    named = {question for line in framework.cost_lines for question in line.questions}
    named |= {parameter.question for parameter in framework.cost_parameters.values()}
    named |= {name for aspect in framework.aspects for name in (aspect.with_, aspect.without)}
    for question in framework.questions.values():
        if question.used_by == "costs" and question.kind != "line" and question.id not in named:
            text = f"question '{question.id}' is used by the costs, and no cost line names it."
            yield origins.fault("questions", question.id, text, "Add it to a cost line.", ("used_by",))
