"""Does the cost model of a framework name real questions, of the right kind, and leave none out?"""

from collections.abc import Iterator

from assessment.costs.parts import CostLine, CostParameter
from assessment.costs.reading import ALTERNATIVE, ASSESSMENTS, HORIZON, NUMBERS
from assessment.fault_words import subject, unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.parts import Question
from texts import _

LINES, PARAMETERS, ASPECTS = "cost_lines", "cost_parameters", "aspects"
AMOUNT_KINDS = ("number", "money")
# The numbers of which the sum takes one value, so that no three can be given.
SINGLE = ("horizon", "discount", "hourly_rate")


def check_costs(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the cost model."""
    for line in framework.cost_lines:
        yield from _line_faults(framework, origins, line)
    yield from _double_faults(framework, origins)
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
            yield origins.fault(LINES, line.id, f"{subject(LINES, line.id)} {message}", hint, ("seldom",))
    message = _shape_fault(line)
    if message:
        yield origins.fault(LINES, line.id, f"{subject(LINES, line.id)} {message}", "", ("basis",))


def _shape_fault(line: CostLine) -> str:
    """Say what does not fit the basis of a line; nothing when all does."""
    wrong = {
        _("gaat over toetsen en stelt vragen, maar die dagen volgen uit de uitkomst."): (
            line.basis == ASSESSMENTS and bool(line.questions)
        ),
        _("heeft geen 'with' en geen 'without'."): (
            line.basis != ASSESSMENTS and not line.with_ and not line.without
        ),
        _("gaat over fouten en heeft geen 'price'."): line.basis == "errors" and not line.price,
        _("heeft een 'price' of 'hours', en die horen alleen bij fouten."): (
            line.basis not in ("errors", ASSESSMENTS) and bool(line.price or line.hours)
        ),
    }
    return next((message for message, is_wrong in wrong.items() if is_wrong), "")


def _double_faults(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield what would be counted twice."""
    seen: dict[str, str] = {}
    for line in framework.cost_lines:
        own = (ASSESSMENTS,) if line.basis == ASSESSMENTS else (line.with_, line.without)
        for name in filter(None, own):
            if name in seen:
                text = _("{part} telt '{name}' nog een keer mee.").format(
                    part=subject(LINES, line.id), name=name
                )
                hint = _("De eerste is '{name}'.").format(name=seen[name])
                yield origins.fault(LINES, line.id, text, hint)
            seen[name] = line.id


def _parameter_faults(framework: Framework, origins: Origins) -> Iterator[Fault]:
    needed = (*NUMBERS, ALTERNATIVE)
    for name, parameter in framework.cost_parameters.items():
        where = (PARAMETERS, name, "question")
        kinds = ("single",) if name == ALTERNATIVE else AMOUNT_KINDS
        yield from _question_faults(framework, origins, where, parameter.question, kinds)
        if name not in needed:
            message, hint = unknown("cost parameter", name, needed)
            yield origins.fault(PARAMETERS, name, f"{subject(PARAMETERS, name)} {message}", hint)
        asked = framework.questions.get(parameter.question)
        for message, hint, key in _number_faults(parameter, asked):
            yield origins.fault(PARAMETERS, name, f"{subject(PARAMETERS, name)} {message}", hint, (key,))
    if framework.cost_lines:
        first = framework.cost_lines[0].id
        for name in needed:
            if name not in framework.cost_parameters:
                message = _("het kostenmodel heeft geen getal '{name}'.").format(name=name)
                yield origins.fault(LINES, first, message)


def _number_faults(parameter: CostParameter, asked: Question | None) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the number of a parameter: message, hint, key."""
    low, high = parameter.low, parameter.high
    if (low is None) != (high is None) or (low is not None and high is not None and low > high):
        message = _("heeft 'low' en 'high' nodig in die volgorde, of geen van beide.")
        yield message, "", "low" if low is not None else "high"
    if asked is None:
        return
    if parameter.id == HORIZON and not (asked.whole and asked.minimum and asked.minimum >= 1):
        hint = _("Voeg 'whole: true' en 'minimum: 1' toe.")
        yield _("heeft hele jaren nodig, minstens 1."), hint, "question"
    if parameter.id in SINGLE and asked.estimate:
        message = _("is één getal, en vraag '{question}' neemt een schatting aan.").format(question=asked.id)
        yield message, _("Haal 'estimate' weg bij de vraag."), "question"


def _question_faults(
    framework: Framework, origins: Origins, where: tuple[str, str, str], name: str, kinds: tuple[str, ...]
) -> Iterator[Fault]:
    section, part, key = where
    about = subject(section, part)
    asked = framework.questions.get(name)
    if asked is None:
        message, hint = unknown("question", name, framework.questions)
        yield origins.fault(section, part, f"{about} {message}", hint, (key,))
    elif asked.kind not in kinds:
        text = _("{part} gebruikt vraag '{question}' van de soort '{kind}', en alleen deze mogen: {kinds}.")
        filled = text.format(part=about, question=name, kind=asked.kind, kinds=", ".join(kinds))
        yield origins.fault(section, part, filled, "", (key,))


def _left_out(framework: Framework, origins: Origins) -> Iterator[Fault]:
    named = {question for line in framework.cost_lines for question in line.questions}
    named |= {parameter.question for parameter in framework.cost_parameters.values()}
    named |= {name for aspect in framework.aspects for name in (aspect.with_, aspect.without)}
    for question in framework.questions.values():
        if question.used_by == "costs" and question.kind != "line" and question.id not in named:
            text = _("vraag '{question}' hoort bij de kosten, en geen kostenregel noemt die.").format(
                question=question.id
            )
            hint = _("Zet de vraag bij een kostenregel.")
            yield origins.fault("questions", question.id, text, hint, ("used_by",))
