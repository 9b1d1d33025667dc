"""Do the norms, the building blocks and the maturity model of a framework hang together?"""

from collections.abc import Iterable, Iterator, Mapping

from assessment.fault_words import subject, unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins, Path
from assessment.portfolio.parts import Measure, Norm
from texts import _

Found = tuple[str, str, str]  # the key that is wrong, what is wrong, and a hint


def check_portfolio(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in what a portfolio is held against."""
    yield from _check_norms(framework, origins)
    yield from _check_blocks(framework, origins)
    yield from _check_levels(framework, origins)


def _check_norms(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for norm in framework.norms:
        about = subject("norms", norm.id)
        for key, message, hint in _norm_faults(norm):
            yield origins.fault("norms", norm.id, f"{about} {message}", hint, (key,))
        for key, message, hint in _measure_faults(framework, norm.measure) if norm.measure else ():
            yield origins.fault("norms", norm.id, f"{about} {message}", hint, ("measure", key))


def _norm_faults(norm: Norm) -> Iterator[Found]:
    if (norm.measure is None) == (not norm.unmeasurable):
        yield (
            "id",
            _("heeft een meting én een reden waarom die er niet is, of geen van beide."),
            _("Geef 'measure', of zeg in 'unmeasurable' waarom geen gegeven hier antwoord op geeft."),
        )
    if norm.fair > norm.good:
        message = _("is deels op orde vanaf {fair}, en op orde vanaf {good}.")
        yield "fair", message.format(fair=norm.fair, good=norm.good), _("Draai die om.")


def _check_blocks(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for block in framework.building_blocks:
        for index, measure in enumerate(block.measures):
            for key, message, hint in _measure_faults(framework, measure):
                path: Path = ("measures", index, key)
                text = f"{subject('building_blocks', block.id)} {message}"
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
            message = _("meet met '{by}' en heeft geen '{key}'.").format(by=measure.by, key=key)
            yield "by", message, _("Voeg '{key}' toe.").format(key=key)


def _check_levels(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Each dimension and building block has one sentence for each level, and no other."""
    known = [level.id for level in framework.maturity_levels]
    for section, parts in (
        ("building_blocks", framework.building_blocks),
        ("maturity_dimensions", framework.maturity_dimensions),
    ):
        for part in parts:
            about = subject(section, part.id)
            for name in part.levels.keys() - set(known):
                message, hint = unknown("level", name, known)
                yield origins.fault(section, part.id, f"{about} {message}", hint, ("levels",))
            for name in known:
                if name not in part.levels:
                    text = _("zegt niet wat er geldt op niveau '{level}'.").format(level=name)
                    hint = _("Voeg een zin toe.")
                    yield origins.fault(section, part.id, f"{about} {text}", hint, ("levels",))
