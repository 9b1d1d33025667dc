"""Does every name in a framework mean something? All faults at once, each with its place."""

from collections.abc import Callable, Iterable, Iterator

from assessment.conditions import Amount, Before, Chosen, Condition, FactNamed, Leaf, Node, Reached, Unknown
from assessment.cycles import find_cycles
from assessment.faults import Fault, did_you_mean
from assessment.framework import Framework, Instrument, Question, Rule
from assessment.origin import Origins

Report = Callable[..., Fault]
NUMBERS = ("number", "money", "scale")


def check_references(framework: Framework, origins: Origins) -> list[Fault]:
    """Give every fault in how the parts of `framework` name each other."""
    faults = [
        *_check_questions(framework, origins),
        *_check_rules(framework, origins),
        *_check_instruments(framework, origins),
        *_check_safeguards(framework, origins),
        *_check_conditions(framework, origins),
        *_check_sources(framework, origins),
    ]
    # Following references that lead nowhere would only add noise.
    return faults or [*find_cycles(framework, origins), *_check_levels(framework, origins)]


def conditions(framework: Framework) -> Iterator[tuple[str, str, tuple[str | int, ...], Condition]]:
    """Yield every condition with its section, the id of its part, and the path to it."""
    yield "head", "nothing_to_weigh_if", (), framework.nothing_to_weigh_if
    for fact in framework.facts.values():
        yield "facts", fact.id, ("when",), fact.when
    for question in framework.questions.values():
        if question.show_if:
            yield "questions", question.id, ("show_if",), question.show_if
    for rule in framework.rules:
        yield "rules", rule.id, ("when",), rule.when
    for instrument in framework.instruments.values():
        for index, rule in enumerate(instrument.rules):
            yield "instruments", instrument.id, ("rules", index, "when"), rule.when
    for signal in framework.stop_signals:
        yield "stop_signals", signal.id, ("when",), signal.when
    for moment in framework.dates.values():
        if moment.later:
            yield "dates", moment.id, ("later", "when"), moment.later.when


def _unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    return f"names the {kind} '{name}', which does not exist.", did_you_mean(name, known)


def _check_questions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    steps = [step.id for step in framework.steps]
    for question in framework.questions.values():
        where = ("questions", question.id)
        subject = f"question '{question.id}'"
        if question.step not in steps:
            message, hint = _unknown("step", question.step, steps)
            yield origins.fault(*where, f"{subject} {message}", hint, ("step",))
        if question.owner not in framework.roles:
            message, hint = _unknown("role", question.owner, framework.roles)
            yield origins.fault(*where, f"{subject} {message}", hint, ("owner",))
        yield from (
            origins.fault(*where, f"{subject} {fault}", path=("options",))
            for fault in _option_faults(question)
        )


def _option_faults(question: Question) -> Iterator[str]:
    is_choice = question.kind in ("single", "multi")
    names = [option.id for option in question.options]
    if is_choice and "weet_niet" not in names:
        yield "has no option 'weet_niet': somebody must be able to say that they don't know."
    if not is_choice and names:
        yield f"has options, and is of the kind '{question.kind}'."
    yield from (
        f"has the option '{name}' twice." for name in sorted({n for n in names if names.count(n) > 1})
    )


def _check_rules(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for rule in framework.rules:
        dimension = framework.dimensions.get(rule.dimension)
        if dimension is None:
            message, hint = _unknown("dimension", rule.dimension, framework.dimensions)
            yield origins.fault("rules", rule.id, f"rule '{rule.id}' {message}", hint, ("raise",))
        else:
            levels = [level.id for level in dimension.levels]
            yield from _rule_faults(
                framework,
                rule,
                levels,
                lambda message, hint="", path=(), rule=rule: origins.fault(
                    "rules", rule.id, message, hint, path
                ),
            )


def _rule_faults(framework: Framework, rule: Rule, levels: list[str], report: Report) -> Iterator[Fault]:
    subject = f"rule '{rule.id}'"
    if rule.level not in levels:
        message, hint = _unknown("level", rule.level, levels)
        yield report(f"{subject} {message}", hint, ("to",))
    elif rule.level == levels[0]:
        yield report(f"{subject} raises to '{rule.level}', where everything starts.", "", ("to",))
    if rule.starts is not None and rule.starts not in framework.dates:
        message, hint = _unknown("date", rule.starts, framework.dates)
        yield report(f"{subject} {message}", hint, ("from",))


def _check_instruments(framework: Framework, origins: Origins) -> Iterator[Fault]:
    levels = [level.id for level in framework.instrument_levels]
    seen: dict[str, str] = {rule.id: "rules" for rule in framework.rules}
    for instrument in framework.instruments.values():

        def report(
            message: str, hint: str = "", path: tuple[str | int, ...] = (), name: str = instrument.id
        ) -> Fault:
            return origins.fault("instruments", name, message, hint, path)

        yield from _instrument_faults(framework, instrument, report)
        for index, rule in enumerate(instrument.rules):
            at: Report = lambda message, hint="", path=(), index=index, report=report: report(
                message, hint, ("rules", index, *path)
            )
            yield from _rule_faults(framework, rule, levels, at)
            if rule.id in seen:
                yield at(f"rule '{rule.id}' exists twice.", f"The other stands under '{seen[rule.id]}'.")
            seen[rule.id] = instrument.id


def _instrument_faults(framework: Framework, instrument: Instrument, report: Report) -> Iterator[Fault]:
    subject = f"instrument '{instrument.id}'"
    if instrument.role not in framework.roles:
        message, hint = _unknown("role", instrument.role, framework.roles)
        yield report(f"{subject} {message}", hint, ("role",))
    if instrument.moment not in framework.moments:
        message, hint = _unknown("moment", instrument.moment, framework.moments)
        yield report(f"{subject} {message}", hint, ("moment",))
    if not 0 <= instrument.days[0] <= instrument.days[1]:
        yield report(f"{subject} has days that are not 'low, high'.", "", ("days",))


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
                    message, hint = _unknown(kind, name, known)
                    yield origins.fault(
                        "safeguards", safeguard.id, f"safeguard '{safeguard.id}' {message}", hint, (key,)
                    )


def _check_conditions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for section, name, path, condition in conditions(framework):
        subject = "the framework" if section == "head" else f"{section[:-1].replace('_', ' ')} '{name}'"
        for node in condition.walk():
            for message, hint in _node_faults(framework, node):
                yield origins.fault(section, name, f"{subject} {message}", hint, path)


def _node_faults(framework: Framework, node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, FactNamed) and node.fact not in framework.facts:
        yield _unknown("fact", node.fact, framework.facts)
    if isinstance(node, Reached):
        dimension = framework.dimensions.get(node.reached)
        if dimension is None:
            yield _unknown("dimension", node.reached, framework.dimensions)
        elif node.level not in dimension.rank:
            yield _unknown("level", node.level, dimension.rank)
        elif dimension.rank[node.level] == 0:
            yield f"asks whether '{node.reached}' reached '{node.level}', where everything starts.", ""
    if isinstance(node, Leaf):
        question = framework.questions.get(node.question)
        if question is None:
            yield (
                f"asks for question '{node.question}', which does not exist.",
                did_you_mean(node.question, framework.questions),
            )
        else:
            yield from _leaf_faults(node, question)


def _leaf_faults(node: Leaf, question: Question) -> Iterator[tuple[str, str]]:
    if isinstance(node, Chosen):
        yield from _chosen_faults(node, question)
    elif isinstance(node, Amount) and question.kind not in NUMBERS:
        yield f"compares '{question.id}' with a number, but its kind is '{question.kind}'.", ""
    elif isinstance(node, Before) and question.kind != "month":
        yield f"compares '{question.id}' with a date, but its kind is '{question.kind}'.", ""
    elif isinstance(node, Unknown) and question.kind in ("text", "month"):
        yield f"asks whether '{question.id}' is unknown, but its kind is '{question.kind}'.", ""


def _chosen_faults(node: Chosen, question: Question) -> Iterator[tuple[str, str]]:
    right = {"single": "is", "multi": "includes"}.get(question.kind)
    used = "is" if node.is_ is not None else "includes"
    if right is None:
        yield f"asks for an option of '{question.id}', but its kind is '{question.kind}'.", ""
        return
    if used != right:
        yield f"asks '{used}' of '{question.id}', whose kind is '{question.kind}'.", f"Write '{right}'."
    for option in node.options:
        if option == "weet_niet":
            yield (
                f"lists 'weet_niet' of '{question.id}'.",
                "A don't-know is open by itself; use 'unknown' to ask for it.",
            )
        elif option not in question.by_option:
            yield (
                f"asks for option '{option}' of '{question.id}', which does not exist.",
                did_you_mean(option, question.by_option),
            )


def _check_sources(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for section, name, path, text in _citing(framework):
        for citation in text.split(";"):
            if citation_source(framework, citation) is None:
                known = [source.abbreviation for source in framework.sources.values()]
                word = citation.strip().split(" art.")[0]
                yield origins.fault(
                    section,
                    name,
                    f"{section[:-1].replace('_', ' ')} '{name}' cites '{citation.strip()}', which starts with no known source.",
                    did_you_mean(word, known),
                    path,
                )


def citation_source(framework: Framework, citation: str) -> str | None:
    """Give the id of the source a citation starts with, the longest abbreviation first."""
    by_length = sorted(framework.sources.values(), key=lambda source: -len(source.abbreviation))
    return next((s.id for s in by_length if citation.strip().startswith(s.abbreviation)), None)


def _citing(framework: Framework) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for question in framework.questions.values():
        yield "questions", question.id, ("source",), question.source
    for rule in framework.rules:
        yield "rules", rule.id, ("source",), rule.source
    for instrument in framework.instruments.values():
        yield "instruments", instrument.id, ("source",), instrument.source
        for index, rule in enumerate(instrument.rules):
            yield "instruments", instrument.id, ("rules", index, "source"), rule.source
    for signal in framework.stop_signals:
        yield "stop_signals", signal.id, ("source",), signal.source
    for moment in framework.dates.values():
        yield "dates", moment.id, ("source",), moment.source


def _check_levels(framework: Framework, origins: Origins) -> Iterator[Fault]:
    for dimension in framework.dimensions.values():
        raised = {rule.level for rule in framework.rules_of[dimension.id]}
        for index, level in enumerate(dimension.levels[1:], start=1):
            if level.id not in raised:
                yield origins.fault(
                    "dimensions",
                    dimension.id,
                    f"dimension '{dimension.id}' has a level '{level.id}' that no rule raises it to.",
                    "Remove the level, or add the rule.",
                    ("levels", index),
                )
