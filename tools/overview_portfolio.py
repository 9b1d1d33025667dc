"""The norms, the building blocks and the maturity model in the document for a lawyer."""

from collections.abc import Iterator, Mapping

from assessment.framework import Framework
from assessment.portfolio.parts import Measure, Norm
from texts import _


def portfolio(framework: Framework) -> Iterator[str]:
    """Yield what the portfolio is held against as lines of Markdown."""
    if framework.norms:
        yield from (f"## {_('Normen')}", "")
    for norm in framework.norms:
        yield from _norm(norm)
    if framework.building_blocks:
        yield from (f"## {_('Bouwstenen')}", "")
    for block in framework.building_blocks:
        yield from (f"### {block.name} (`{block.id}`)", "", block.meaning, "")
        yield from (_measure(measure) for measure in block.measures)
        yield from (f"- {_('Bron')}: {block.source}", *_levels(framework, block.levels), "")
    if framework.maturity_dimensions:
        yield from (f"## {_('Zelfscan')}", "")
    for dimension in framework.maturity_dimensions:
        yield from (f"### {dimension.name} (`{dimension.id}`)", "", dimension.meaning, "")
        yield from (f"- {_('Bron')}: {dimension.source}", _to_verify(dimension.verify))
        yield from (*_levels(framework, dimension.levels), "")


def _norm(norm: Norm) -> Iterator[str]:
    yield from (f"### {norm.name} (`{norm.id}`)", "", norm.text, "")
    if norm.measure:
        yield _measure(norm.measure)
        limits = _("Op orde vanaf {good}%, deels vanaf {fair}%.")
        yield f"- {limits.format(good=norm.good, fair=norm.fair)}"
    else:
        yield f"- {_('Niet te meten')}: {norm.unmeasurable}"
    yield from (f"- {_('Bron')}: {norm.source}", _to_verify(norm.verify), "")


def _measure(measure: Measure) -> str:
    what = _("bij hoeveel algoritmes {counts}").format(counts=measure.counts)
    return f"- {_('Meting')} (`{measure.by}`): {what}"


def _to_verify(what: str) -> str:
    return f"- {_('Laat dit nagaan: {what}').format(what=what)}"


def _levels(framework: Framework, levels: Mapping[str, str]) -> Iterator[str]:
    for number, level in enumerate(framework.maturity_levels, start=1):
        yield f"  {number}. **{level.label}.** {levels[level.id]}"
