"""One part of a framework in words: label → text."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from assessment.catalogue.labels import labels
from assessment.catalogue.values import said_fields, value_text
from assessment.conditions import Condition
from assessment.findings import Node
from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from assessment.parts import (
    Dimension,
    Fact,
    Instrument,
    Level,
    Moment,
    Option,
    Part,
    Question,
    Rule,
    Safeguard,
    Source,
    Step,
    StopSignal,
)
from assessment.phrasing import phrase
from texts import _

Words = Mapping[str, str]


def condition_text(framework: Framework, condition: Node) -> str:
    """Give a condition as the lines of a nested list, with ids of questions and facts in back quotes."""
    return "\n".join(phrase(framework, condition))


def head_words(framework: Framework) -> Words:
    """Give what belongs to the framework as a whole."""
    return {
        _("Titel"): framework.title,
        _("Vastgesteld op"): date_text(framework.adopted),
        _("Niets te wegen als"): condition_text(framework, framework.nothing_to_weigh_if),
    }


def step_words(framework: Framework, step: Step) -> Words:
    """Describe a page of questions."""
    return _with_rest(framework, step, {_("Titel"): step.title, _("Inleiding"): step.intro}, "title", "intro")


def question_words(framework: Framework, question: Question) -> Words:
    """Describe a question: what it asks, what one can answer, and when it comes up."""
    words = {
        _("Vraag"): question.text,
        _("Uitleg"): question.help,
        _("Stap"): next((step.title for step in framework.steps if step.id == question.step), question.step),
        _("Soort antwoord"): _kind(question),
        **{_("Antwoord `{id}`").format(id=option.id): _option(option) for option in question.options},
        _("Alleen gevraagd als"): _maybe(framework, question.show_if),
        _("Wie zoekt het uit"): _role(framework, question.owner),
        _("Bron"): question.source,
    }
    return _with_rest(
        framework, question, words, "text", "help", "step", "kind", "options", "show_if", "owner", "source"
    )


def fact_words(framework: Framework, fact: Fact) -> Words:
    """Describe a named condition."""
    words = {_("Feit"): fact.sentence, _("Klopt als"): condition_text(framework, fact.when)}
    return _with_rest(framework, fact, words, "sentence", "when")


def dimension_words(framework: Framework, dimension: Dimension) -> Words:
    """Describe an outcome and its levels."""
    return {_("Uitkomst"): dimension.title, **level_words(dimension.levels)}


def level_words(levels: Iterable[Level]) -> Words:
    """Describe levels, from low to high."""
    return {
        _("Niveau {number}: `{id}`").format(number=number, id=level.id): " ".join(
            filter(None, (f"{level.label}.", level.meaning))
        )
        for number, level in enumerate(levels, 1)
    }


def rule_words(framework: Framework, rule: Rule, scale: Dimension) -> Words:
    """Describe a rule: to what it leads, when, why and from which day."""
    words = {
        _("Leidt tot"): f"{scale.title}: {_label(scale, rule.level)}"
        if scale.title
        else _label(scale, rule.level),
        _("Als"): condition_text(framework, rule.when),
        _("Omdat"): rule.because,
        _("Voorwaarde"): rule.only_if or "",
        _("Geldt vanaf"): _start(framework, rule.starts),
        _("Laat dit nagaan"): rule.verify or "",
        _("Bron"): rule.source,
    }
    return _with_rest(
        framework,
        rule,
        words,
        "dimension",
        "level",
        "when",
        "because",
        "only_if",
        "starts",
        "verify",
        "source",
    )


def instrument_words(framework: Framework, instrument: Instrument) -> Words:
    """Describe an instrument, without its rules."""
    moment = framework.moments.get(instrument.moment)
    words = {
        _("Naam"): instrument.name,
        _("Wat het is"): instrument.what,
        _("Wie"): _role(framework, instrument.role),
        _("Wanneer"): moment.name if moment else instrument.moment,
        _("Werk (schatting)"): _days(instrument.days),
        _("Niet nodig als"): instrument.not_needed,
        _("Laat dit nagaan"): instrument.verify or "",
        _("Bron"): instrument.source,
    }
    fields = ("name", "what", "role", "moment", "days", "not_needed", "verify", "source", "rules")
    return _with_rest(framework, instrument, words, *fields)


def signal_words(framework: Framework, signal: StopSignal) -> Words:
    """Describe a message that stands above everything."""
    words = {
        _("Stopsignaal"): signal.text,
        _("Als"): condition_text(framework, signal.when),
        _("Bron"): signal.source,
    }
    return _with_rest(framework, signal, words, "text", "when", "source")


def safeguard_words(framework: Framework, safeguard: Safeguard) -> Words:
    """Describe what has to be in order, and from which tier."""
    tier, question = framework.dimensions["trede"], framework.questions[safeguard.question]
    enough = (question.option(option).text for option in safeguard.sufficient)
    words = {
        _("Waarborg"): safeguard.todo,
        _("Vraag"): f"`{safeguard.question}`",
        _("Genoeg is"): " / ".join(enough),
        _("Vanaf trede"): _label(tier, safeguard.from_tier),
        _("Tot en met trede"): _label(tier, safeguard.until_tier) if safeguard.until_tier else "",
        _("Instrument"): framework.instruments[safeguard.instrument].name,
    }
    fields = ("question", "sufficient", "from_tier", "until_tier", "instrument", "todo")
    return _with_rest(framework, safeguard, words, *fields)


def moment_words(framework: Framework, moment: Moment) -> Words:
    """Describe a day on which a duty starts."""
    later = moment.later
    words = {
        _("Wat dan begint"): moment.what,
        _("Vanaf"): date_text(moment.from_),
        _("Later"): f"{date_text(later.from_)}. {later.because}" if later else "",
        _("Later als bewezen is"): condition_text(framework, later.when) if later else "",
        _("Bron"): moment.source,
    }
    return _with_rest(framework, moment, words, "from_", "what", "source", "later")


def source_words(framework: Framework, source: Source) -> Words:
    """Describe a law, report or guideline."""
    words = {
        _("Afkorting"): source.abbreviation,
        _("Naam"): source.name,
        _("Adres"): source.url or "",
    }
    return _with_rest(framework, source, words, "abbreviation", "name", "url")


def other_words(framework: Framework, part: Part) -> Words:
    """Describe any other part, field by field."""
    return _with_rest(framework, part, {})


def _with_rest(framework: Framework, part: Part, words: Words, *told: str) -> Words:
    """Add the fields that have no words of their own and say something."""
    found, named = dict(words), labels()
    for name in said_fields(part, *told):
        label = named.get(name, f"`{name}`")
        # Two fields under one name would hide one of them.
        found[f"{label} (`{name}`)" if label in found else label] = value_text(
            framework, name, getattr(part, name)
        )
    return {label: text for label, text in found.items() if text}


def _kind(question: Question) -> str:
    return {
        "single": _("Eén antwoord uit een lijst"),
        "multi": _("Een of meer antwoorden uit een lijst"),
        "text": _("Tekst"),
        "month": _("Een maand"),
        "number": _("Een getal"),
        "money": _("Een bedrag"),
        "scale": _("Een cijfer van 1 tot en met 5"),
        "line": _("Een eigen regel met kosten"),
    }[question.kind]


def _option(option: Option) -> str:
    words = [option.text]
    if option.article:
        words.append(f"({option.article})")
    if option.applies_from:
        words.append(_("(vanaf {date})").format(date=date_text(option.applies_from)))
    if not option.by_choice:
        words.append(_("(geen keuze van de gemeente)"))
    return " ".join(words)


def _maybe(framework: Framework, condition: Condition | None) -> str:
    return condition_text(framework, condition) if condition else ""


def _role(framework: Framework, role: str) -> str:
    return framework.roles[role].name if role in framework.roles else role


def _label(scale: Dimension, level: str) -> str:
    return scale.level(level).label


def _start(framework: Framework, starts: str | None) -> str:
    if starts is None:
        return ""
    return f"{date_text(framework.dates[starts].from_)} (`{starts}`)"


def _days(days: tuple[Decimal, Decimal]) -> str:
    low, high = (number_text(number) for number in days)
    return _("{low} tot {high} dagen").format(low=low, high=high)
