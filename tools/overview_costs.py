"""The cost model in the document for a lawyer: lines, the numbers under them, and what is no money."""

from collections.abc import Iterator

from assessment.costs.parts import CostLine, CostParameter
from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from texts import _


def costs(framework: Framework) -> Iterator[str]:
    """Yield the cost model as lines of Markdown."""
    if not framework.cost_lines:
        return
    yield from (f"## {_('Kosten met en zonder algoritme')}", "")
    yield f"| {_('Regel')} | {_('Soort')} | {_('Met')} | {_('Zonder')} | {_('Ook')} |"
    yield "|---|---|---|---|---|"
    yield from (_line(line) for line in framework.cost_lines)
    yield from ("", f"### {_('Waar de som op rust')}", "")
    yield from (_parameter(framework, found) for found in framework.cost_parameters.values())
    yield from ("", f"### {_('Meer dan geld')}", "")
    for aspect in framework.aspects:
        yield f"- {aspect.text}: `{aspect.with_}`, `{aspect.without}`"
    yield ""


def _line(line: CostLine) -> str:
    also = [f"`{name}`" for name in (line.price, line.hours) if name]
    if line.seldom:
        also.append(_("niet mee bij een beperkte plicht: {names}").format(names=", ".join(line.seldom)))
    sides = (f"`{name}`" if name else "" for name in (line.with_, line.without))
    return f"| {' | '.join((line.text, _basis(line), *sides, ', '.join(also)))} |"


def _basis(line: CostLine) -> str:
    return {
        "once": _("euro, één keer aan het begin"),
        "assessments": _("dagen van wat de uitkomst vraagt"),
        "yearly": _("euro per jaar"),
        "minutes": _("minuten werk per zaak"),
        "per_case": _("euro per zaak"),
        "errors": _("fouten per honderd zaken"),
        "exit": _("euro, één keer aan het eind"),
    }[line.basis]


def _parameter(framework: Framework, found: CostParameter) -> str:
    default = framework.questions[found.question].default
    said = [f"`{found.question}`"]
    if default is not None:
        said.append(_("anders {number}").format(number=number_text(default)))
    if found.low is not None and found.high is not None:
        span = _("bekeken van {low} tot {high}")
        said.append(span.format(low=number_text(found.low), high=number_text(found.high)))
    if found.since:
        said.append(_("geldt sinds {date}").format(date=date_text(found.since)))
    check = f" {_('Laat dit nagaan')}: {found.verify}" if found.verify else ""
    return f"- **{found.text}** ({', '.join(said)}; {found.source}){check}"
