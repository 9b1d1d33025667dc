"""The framework as one document for a lawyer to read: every question, rule, instrument and source."""

from collections.abc import Iterator

from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from assessment.parts import Dimension, Instrument, Question, Rule
from assessment.phrasing import phrase
from assessment.success.parts import Factor
from texts import _
from tools.overview_costs import costs
from tools.overview_portfolio import portfolio
from tools.overview_review import review
from tools.overview_reweigh import reweighing


def overview(framework: Framework) -> str:
    """Give the whole framework as Markdown."""
    lines = [
        f"# {framework.title}, {framework.version}",
        "",
        _(
            "Vastgesteld op {date}. Dit document komt uit de bestanden van het kader. Pas die aan, niet dit."
        ).format(date=date_text(framework.adopted)),
        "",
        *_questions(framework),
        *_dimensions(framework),
        *_instruments(framework),
        *_signals(framework),
        *_safeguards(framework),
        *costs(framework),
        *_success(framework),
        *review(framework),
        *reweighing(framework),
        *portfolio(framework),
        *_facts(framework),
        *_dates(framework),
        *_sources(framework),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _questions(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Vragen')}", "")
    for step in framework.steps:
        yield from (f"### {step.title}", "", step.intro, "")
        for question in framework.questions_of(step.id):
            yield from _question(framework, question)


def _question(framework: Framework, question: Question) -> Iterator[str]:
    yield from (f"**`{question.id}`** {question.text}", "")
    if question.help:
        yield from (question.help, "")
    yield f"- {_('Bron')}: {question.source}"
    yield f"- {_('Wie zoekt het uit')}: {framework.roles[question.owner].name}"
    if question.options:
        yield f"- {_('Antwoorden')}:"
        for option in question.options:
            yield f"  - {option.text}" + (f" ({option.article})" if option.article else "")
    if question.show_if:
        yield f"- {_('Alleen gevraagd als')}:"
        yield from phrase(framework, question.show_if, 1)
    yield ""


def _dimensions(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Uitkomsten en regels')}", "")
    for dimension in framework.dimensions.values():
        yield from (f"### {dimension.title}", "")
        yield from (
            f"{number}. **{level.label}.** {level.meaning}"
            for number, level in enumerate(dimension.levels, 1)
        )
        yield ""
        for rule in framework.rules_of[dimension.id]:
            yield from _rule(framework, rule, dimension)


def _rule(framework: Framework, rule: Rule, dimension: Dimension) -> Iterator[str]:
    yield f"#### {rule.id}: {dimension.level(rule.level).label}"
    yield from ("", rule.because, "")
    if rule.only_if:
        yield f"- {_('Voorwaarde')}: {rule.only_if}"
    if rule.starts:
        yield f"- {_('Geldt vanaf')}: {date_text(framework.dates[rule.starts].from_)} (`{rule.starts}`)"
    yield f"- {_('Bron')}: {rule.source}"
    if rule.verify:
        yield f"- {_('Laat dit nagaan')}: {rule.verify}"
    yield f"- {_('Als')}:"
    yield from phrase(framework, rule.when, 1)
    yield ""


def _instruments(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Instrumenten')}", "")
    for instrument in framework.instruments.values():
        yield from _instrument(framework, instrument)


def _instrument(framework: Framework, instrument: Instrument) -> Iterator[str]:
    low, high = (number_text(days) for days in instrument.days)
    yield from (f"### {instrument.name} (`{instrument.id}`)", "", instrument.what, "")
    yield f"- {_('Wie')}: {framework.roles[instrument.role].name}"
    yield f"- {_('Wanneer')}: {framework.moments[instrument.moment].name}"
    yield f"- {_('Werk (schatting)')}: " + _("{low} tot {high} dagen").format(low=low, high=high)
    yield f"- {_('Bron')}: {instrument.source}"
    yield f"- {_('Niet nodig als')}: {instrument.not_needed}"
    if instrument.verify:
        yield f"- {_('Laat dit nagaan')}: {instrument.verify}"
    yield ""
    for rule in instrument.rules:
        yield from _rule(framework, rule, framework.instrument_scale)


def _signals(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Stopsignalen')}", "")
    for signal in framework.stop_signals:
        yield from (
            f"### {signal.id}",
            "",
            signal.text,
            "",
            f"- {_('Bron')}: {signal.source}",
            f"- {_('Als')}:",
        )
        yield from phrase(framework, signal.when, 1)
        yield ""


def _safeguards(framework: Framework) -> Iterator[str]:
    tier = framework.dimensions["trede"]
    yield from (f"## {_('Waarborgen')}", "")
    for guard in framework.safeguards:
        question = framework.questions[guard.question]
        enough = " / ".join(question.option(option).text for option in guard.sufficient)
        yield f"- **{guard.id}** {guard.todo} " + _(
            "Vanaf trede {tier}; genoeg is bij `{question}`: {enough}."
        ).format(tier=tier.level(guard.from_tier).label.lower(), question=guard.question, enough=enough)
    yield ""


def _success(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Kans van slagen')}", "", _("Deze factoren veranderen de risicotrede nooit."), "")
    for theme in framework.success_themes.values():
        yield from (f"### {theme.name}", "", theme.meaning, "")
        for factor in framework.success_factors.values():
            if factor.theme == theme.id:
                yield from _factor(framework, factor)
    yield from (f"### {_('Wat helpt')}", "")
    for help_ in framework.success_helps.values():
        check = f" {_('Laat dit nagaan')}: {help_.verify}" if help_.verify else ""
        yield f"- **{help_.name}** (`{help_.id}`): {help_.what} ({help_.source}){check}"
    yield ""


def _factor(framework: Framework, factor: Factor) -> Iterator[str]:
    yield from (f"#### {factor.name} (`{factor.id}`)", "", factor.meaning, "")
    yield f"- {_('Vraag')}: `{factor.question}`"
    if factor.scores:
        options = framework.questions[factor.question].by_option
        told = (f"{options[option].text} = {score}" for option, score in factor.scores.items())
        yield f"- {_('Score')}: {'; '.join(told)}"
    if factor.fixed:
        yield f"- {_('Score {score} als').format(score=factor.fixed.score)}:"
        yield from phrase(framework, factor.fixed.when, 1)
    yield f"- {_('Bron')}: {factor.source}"
    yield f"- {_('Waar let je op')} ({factor.guide_source}):"
    yield from (f"  - {indicator}" for indicator in factor.indicators)
    for emphasis in factor.emphasis:
        domain = framework.success_domains[emphasis.domain].name
        more = f" ({_('weegt hier zwaarder')})" if emphasis.weighs_more else ""
        yield f"- {domain}{more}: {emphasis.text} ({emphasis.source})"
    for dependency in factor.depends_on:
        other = framework.success_factors[dependency.factor].name
        yield f"- {_('Kan niet zonder: {factor}.').format(factor=other)} {dependency.because}"
    yield f"- {_('Begin zo')}: {factor.first}"
    helps = ", ".join(framework.success_helps[name].name for name in factor.helps)
    yield from (f"- {_('Wat helpt')}: {helps}", "")


def _facts(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Feiten')}", "", _("Een feit is een voorwaarde met een naam."), "")
    for fact in framework.facts.values():
        yield from (f"### `{fact.id}`", "", fact.sentence, "", *phrase(framework, fact.when), "")


def _dates(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Datums')}", "")
    for moment in framework.dates.values():
        yield f"- **{date_text(moment.from_)}** (`{moment.id}`): {moment.what} ({moment.source})"
        if moment.later:
            yield f"  - {_('Later')}: {date_text(moment.later.from_)}. {moment.later.because}"
    yield ""


def _sources(framework: Framework) -> Iterator[str]:
    yield from (f"## {_('Bronnen')}", "")
    for source in framework.sources.values():
        yield f"- **{source.abbreviation}**: {source.name}" + (f" <{source.url}>" if source.url else "")
