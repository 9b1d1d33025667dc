"""Does every name in a framework mean something? All faults at once, each with its place."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from assessment.citations import check_citations
from assessment.condition_checks import check_conditions
from assessment.costs.checks import check_costs
from assessment.cycles import find_cycles
from assessment.fault_words import subject, twice, unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins, Path
from assessment.parts import Instrument, Question, Rule
from assessment.portfolio.checks import check_portfolio
from assessment.review.checks import check_review
from assessment.reweigh_checks import check_terms
from assessment.success.checks import check_success, find_dependency_cycles
from texts import _


class Report(Protocol):
    """Makes a fault of the part at hand, at `path` in it."""

    def __call__(self, message: str, hint: str = "", path: Path = ()) -> Fault: ...


def check_references(framework: Framework, origins: Origins) -> list[Fault]:
    """Give every fault in how the parts of `framework` name each other."""
    faults = [
        *_check_questions(framework, origins),
        *_check_rules(framework, origins),
        *_check_instruments(framework, origins),
        *_check_safeguards(framework, origins),
        *check_conditions(framework, origins),
        *check_citations(framework, origins),
        *check_success(framework, origins),
        *check_costs(framework, origins),
        *check_review(framework, origins),
        *check_terms(framework, origins),
        *check_portfolio(framework, origins),
    ]
    # Following references that lead nowhere would only add noise.
    return faults or [
        *find_cycles(framework, origins),
        *find_dependency_cycles(framework, origins),
        *_check_levels(framework, origins),
    ]


def _check_questions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    steps = [step.id for step in framework.steps]
    for question in framework.questions.values():
        where = ("questions", question.id)
        about = subject(*where)
        if question.step not in steps:
            message, hint = unknown("step", question.step, steps)
            yield origins.fault(*where, f"{about} {message}", hint, ("step",))
        if question.owner not in framework.roles:
            message, hint = unknown("role", question.owner, framework.roles)
            yield origins.fault(*where, f"{about} {message}", hint, ("owner",))
        yield from (
            origins.fault(*where, f"{about} {fault}", path=("options",)) for fault in _option_faults(question)
        )


def _option_faults(question: Question) -> Iterator[str]:
    is_choice = question.kind in ("single", "multi")
    names = [option.id for option in question.options]
    if is_choice and "weet_niet" not in names:
        yield _("heeft geen keuze 'weet_niet': iemand moet kunnen zeggen dat hij het niet weet.")
    if not is_choice and names:
        yield _("heeft keuzes, en is van de soort '{kind}'.").format(kind=question.kind)
    yield from (
        _("heeft de keuze '{name}' twee keer.").format(name=name)
        for name in sorted({n for n in names if names.count(n) > 1})
    )


def _check_rules(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for rule in framework.rules:
        report = partial(origins.fault, "rules", rule.id)
        dimension = framework.dimensions.get(rule.dimension)
        if dimension is None:
            message, hint = unknown("dimension", rule.dimension, framework.dimensions)
            yield report(f"{subject('rules', rule.id)} {message}", hint, ("raise",))
        else:
            yield from _rule_faults(framework, rule, [level.id for level in dimension.levels], report)


def _rule_faults(framework: Framework, rule: Rule, levels: list[str], report: Report) -> Iterator[Fault]:
    about = subject("rules", rule.id)
    if rule.level not in levels:
        message, hint = unknown("level", rule.level, levels)
        yield report(f"{about} {message}", hint, ("to",))
    elif rule.level == levels[0]:
        message = _("verhoogt naar '{level}', en daar begint alles al.").format(level=rule.level)
        yield report(f"{about} {message}", "", ("to",))
    if rule.starts is not None and rule.starts not in framework.dates:
        message, hint = unknown("date", rule.starts, framework.dates)
        yield report(f"{about} {message}", hint, ("from",))


def _check_instruments(framework: Framework, origins: Origins) -> Iterator[Fault]:
    levels = [level.id for level in framework.instrument_levels]
    seen: dict[str, str] = {rule.id: "rules" for rule in framework.rules}
    for instrument in framework.instruments.values():
        yield from _instrument_faults(
            framework, instrument, partial(origins.fault, "instruments", instrument.id)
        )
        for index, rule in enumerate(instrument.rules):
            report = partial(origins.fault_in, ("rules", index), "instruments", instrument.id)
            yield from _rule_faults(framework, rule, levels, report)
            if rule.id in seen:
                hint = _("De andere staat onder '{place}'.").format(place=seen[rule.id])
                yield report(twice("rules", rule.id), hint)
            seen[rule.id] = instrument.id


def _instrument_faults(framework: Framework, instrument: Instrument, report: Report) -> Iterator[Fault]:
    about = subject("instruments", instrument.id)
    if instrument.role not in framework.roles:
        message, hint = unknown("role", instrument.role, framework.roles)
        yield report(f"{about} {message}", hint, ("role",))
    if instrument.moment not in framework.moments:
        message, hint = unknown("moment", instrument.moment, framework.moments)
        yield report(f"{about} {message}", hint, ("moment",))
    if not 0 <= instrument.days[0] <= instrument.days[1]:
        message = _("heeft dagen die niet 'laag, hoog' zijn.")
        yield report(f"{about} {message}", "", ("days",))


def _check_safeguards(framework: Framework, origins: Origins) -> Iterator[Fault]:
    tiers = (
        [level.id for level in framework.dimensions["trede"].levels]
        if "trede" in framework.dimensions
        else []
    )
    for safeguard in framework.safeguards:
        question = framework.questions.get(safeguard.question)
        options = [option.id for option in question.options] if question else list(safeguard.sufficient)
        checks = [
            ("question", "question", (safeguard.question,), framework.questions),
            ("instrument", "instrument", (safeguard.instrument,), framework.instruments),
            ("level", "from_tier", (safeguard.from_tier,), tiers),
            ("level", "until_tier", (safeguard.until_tier,) if safeguard.until_tier else (), tiers),
            ("option", "sufficient", safeguard.sufficient, options),
        ]
        for kind, key, names, known in checks:
            for name in names:
                if name not in known:
                    message, hint = unknown(kind, name, known)
                    text = f"{subject('safeguards', safeguard.id)} {message}"
                    yield origins.fault("safeguards", safeguard.id, text, hint, (key,))


def _check_levels(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for dimension in framework.dimensions.values():
        raised = {rule.level for rule in framework.rules_of[dimension.id]}
        for index, level in enumerate(dimension.levels[1:], start=1):
            if level.id not in raised:
                message = _("heeft een niveau '{level}' waar geen regel naar verhoogt.")
                yield origins.fault(
                    "dimensions",
                    dimension.id,
                    f"{subject('dimensions', dimension.id)} {message.format(level=level.id)}",
                    _("Haal het niveau weg, of maak de regel."),
                    ("levels", index),
                )
