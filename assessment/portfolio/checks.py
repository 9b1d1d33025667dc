"""Do the norms, the building blocks and the maturity model of a framework hang together?"""

from collections.abc import Iterable, Iterator, Mapping

from assessment.condition_checks import unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins, Path
from assessment.portfolio.parts import Measure, Norm

Found = tuple[str, str, str]  # the key that is wrong, what is wrong, and a hint


def check_portfolio(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in what a portfolio is held against."""
    yield from _check_norms(framework, origins)
    yield from _check_blocks(framework, origins)
    yield from _check_levels(framework, origins)


def _check_norms(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for norm in framework.norms:
        subject = f"norm '{norm.id}'"
        for key, message, hint in _norm_faults(norm):
            yield origins.fault("norms", norm.id, f"{subject} {message}", hint, (key,))
        for key, message, hint in _measure_faults(framework, norm.measure) if norm.measure else ():
            yield origins.fault("norms", norm.id, f"{subject} {message}", hint, ("measure", key))


def _norm_faults(norm: Norm) -> Iterator[Found]:
    if (norm.measure is None) == (not norm.unmeasurable):
        yield (
            "id",
            "has both a measure and a reason why nothing measures it, or neither.",
            "Give 'measure', or say in 'unmeasurable' why no data can answer it.",
        )
    if norm.fair > norm.good:
        yield "fair", f"is partly in order from {norm.fair}, and in order from {norm.good}.", "Swap them."


def _check_blocks(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for block in framework.building_blocks:
        for index, measure in enumerate(block.measures):
            for key, message, hint in _measure_faults(framework, measure):
                path: Path = ("measures", index, key)
                text = f"building block '{block.id}' {message}"
                yield origins.fault("building_blocks", block.id, text, hint, path)


def _measure_faults(framework: Framework, measure: Measure) -> Iterator[Found]:
    yield from _needs(measure)
    tiers = framework.dimensions["trede"].rank if "trede" in framework.dimensions else {}
    question = framework.questions.get(measure.question or "")
    if measure.question and question is None:
        yield "question", *unknown("question", measure.question, framework.questions)
    named: tuple[tuple[str, str, Iterable[str], Iterable[str]], ...] = (
        ("tiers", "level", measure.tiers, tiers),
        ("instruments", "instrument", measure.instruments, framework.instruments),
        (
            "sufficient",
            "option",
            measure.sufficient if question else (),
            question.by_option if question else (),
        ),
    )
    for key, kind, names, known in named:
        for name in names:
            if name not in known:
                yield key, *unknown(kind, name, known)


def _needs(measure: Measure) -> Iterator[Found]:
    """Yield what a measure of this sort does not say."""
    needed: Mapping[str, tuple[str, ...]] = {"fields": ("fields",), "answer": ("question", "sufficient")}
    for key in needed.get(measure.by, ()):
        if not getattr(measure, key):
            yield "by", f"measures by '{measure.by}' and has no '{key}'.", f"Add '{key}'."


def _check_levels(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Each dimension and building block has one sentence for each level, and no other."""
    known = [level.id for level in framework.maturity_levels]
    for section, parts in (
        ("building_blocks", framework.building_blocks),
        ("maturity_dimensions", framework.maturity_dimensions),
    ):
        for part in parts:
            subject = f"{section[:-1].replace('_', ' ')} '{part.id}'"
            for name in part.levels.keys() - set(known):
                message, hint = unknown("level", name, known)
                yield origins.fault(section, part.id, f"{subject} {message}", hint, ("levels",))
            for name in known:
                if name not in part.levels:
                    message = f"{subject} does not say what holds at level '{name}'."
                    yield origins.fault(section, part.id, message, "Add a sentence.", ("levels",))
