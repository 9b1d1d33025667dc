"""Citations: "AVG art. 35; UAVG art. 40" are two places in two known sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.fault_words import subject
from assessment.faults import Fault, did_you_mean
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.parts import Source
from texts import _


@dataclass(frozen=True)
class Citation:
    """A place in a source, as text: "AVG art. 35"."""

    source: Source
    text: str


def citations(framework: Framework, text: str) -> tuple[Citation, ...]:
    """Read a text as places in known sources; what starts with no known source is left out."""
    found = ((_source(framework, part), part.strip()) for part in text.split(";"))
    return tuple(Citation(source, part) for source, part in found if source)


def _source(framework: Framework, citation: str) -> Source | None:
    # The longest abbreviation first: "AVG" must not swallow a longer name that starts like it.
    by_length = sorted(framework.sources.values(), key=lambda source: -len(source.abbreviation))
    return next((source for source in by_length if citation.strip().startswith(source.abbreviation)), None)


def check_citations(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield a fault for every citation that starts with no known source."""
    known = [source.abbreviation for source in framework.sources.values()]
    for section, name, path, text in _citing(framework):
        for citation in (part.strip() for part in text.split(";")):
            if _source(framework, citation) is None:
                message = _("{part} noemt '{citation}', en dat begint niet met een bekende bron.")
                text = message.format(part=subject(section, name), citation=citation)
                yield origins.fault(
                    section, name, text, did_you_mean(citation.split(" art.")[0], known), path
                )


def _citing(framework: Framework) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for section, parts in (
        ("questions", framework.questions.values()),
        ("rules", framework.rules),
        ("instruments", framework.instruments.values()),
        ("stop_signals", framework.stop_signals),
        ("dates", framework.dates.values()),
        ("cost_parameters", framework.cost_parameters.values()),
        ("public_values", framework.public_values.values()),
        ("reweigh_terms", framework.reweigh_terms.values()),
        ("norms", framework.norms),
        ("building_blocks", framework.building_blocks),
        ("maturity_dimensions", framework.maturity_dimensions),
    ):
        yield from ((section, part.id, ("source",), part.source) for part in parts)
    for instrument in framework.instruments.values():
        for index, rule in enumerate(instrument.rules):
            yield "instruments", instrument.id, ("rules", index, "source"), rule.source
    yield from _citing_success(framework)


def _citing_success(framework: Framework) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for help_ in framework.success_helps.values():
        yield "success_helps", help_.id, ("source",), help_.source
    for factor in framework.success_factors.values():
        yield "success_factors", factor.id, ("source",), factor.source
        yield "success_factors", factor.id, ("guide_source",), factor.guide_source
        for index, emphasis in enumerate(factor.emphasis):
            yield "success_factors", factor.id, ("emphasis", index, "source"), emphasis.source
