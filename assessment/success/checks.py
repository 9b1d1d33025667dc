"""Does what a framework says about the chance of success mean something?"""

from collections.abc import Iterable, Iterator

from assessment.answers import UNKNOWN
from assessment.fault_words import subject, unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins, Path
from assessment.parts import Question
from assessment.success.parts import HIGHEST, LOWEST, Domain, Factor
from texts import _

Found = tuple[str, str, Path]


def check_success(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in how factors, domains and questions name each other."""
    for factor in framework.success_factors.values():
        found = [*_name_faults(framework, factor), *_question_faults(framework, factor)]
        for message, hint, path in found:
            text = f"{subject('success_factors', factor.id)} {message}"
            yield origins.fault("success_factors", factor.id, text, hint, path)
    for domain in framework.success_domains.values():
        for message, hint, path in _domain_faults(framework, domain):
            text = f"{subject('success_domains', domain.id)} {message}"
            yield origins.fault("success_domains", domain.id, text, hint, path)
    yield from _lost_questions(framework, origins)


def find_dependency_cycles(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield a fault for every factor that needs itself, by whatever detour."""
    for name in framework.success_factors:
        road = _road(framework, name, name, ())
        if road and name == min(road):
            told = " → ".join(f"'{step}'" for step in (*road, name))
            message = _("{part} hangt af van zichzelf: {road}.").format(
                part=subject("success_factors", name), road=told
            )
            yield origins.fault("success_factors", name, message, _("Doorbreek de cirkel."), ("depends_on",))


def unused_parts(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield a message and a way out for every theme without factors and every help that helps none."""
    factors = framework.success_factors.values()
    themes = {factor.theme for factor in factors}
    helps = {name for factor in factors for name in factor.helps}
    for theme in framework.success_themes.keys() - themes:
        message = _("{part} heeft geen factoren.").format(part=subject("success_themes", theme))
        yield message, _("Haal dit weg, of voeg er een toe.")
    for name in framework.success_helps.keys() - helps:
        message = _("{part} helpt geen enkele factor.").format(part=subject("success_helps", name))
        yield message, _("Haal dit weg, of noem het bij een factor.")


def _road(framework: Framework, start: str, goal: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the way from `start` back to `goal` along dependencies; nothing when there is none."""
    for dependency in framework.success_factors[start].depends_on:
        if dependency.factor == goal:
            return (*before, start)
        if dependency.factor not in (*before, start):
            found = _road(framework, dependency.factor, goal, (*before, start))
            if found:
                return found
    return ()


def _name_faults(framework: Framework, factor: Factor) -> Iterator[Found]:
    domains = [emphasis.domain for emphasis in factor.emphasis]
    named: list[tuple[str, Path, Iterable[str], Iterable[str]]] = [
        ("theme", ("theme",), (factor.theme,), framework.success_themes),
        ("help", ("helps",), factor.helps, framework.success_helps),
        ("domain", ("emphasis",), domains, framework.success_domains),
        (
            "factor",
            ("depends_on",),
            [dependency.factor for dependency in factor.depends_on],
            framework.success_factors,
        ),
    ]
    for kind, path, names, known in named:
        for name in names:
            if name not in known:
                yield (*unknown(kind, name, known), path)


def _question_faults(framework: Framework, factor: Factor) -> Iterator[Found]:
    question = framework.questions.get(factor.question)
    if question is None:
        yield (*unknown("question", factor.question, framework.questions), ("question",))
        return
    if question.success_factor != factor.id:
        message = _("leest vraag '{question}', maar die is er niet mee gemerkt.").format(question=question.id)
        hint = _("Schrijf bij de vraag 'success_factor: {factor}'.").format(factor=factor.id)
        yield message, hint, ("question",)
    if question.kind == "single":
        yield from _score_faults(factor, question)
    elif question.kind != "scale":
        message = _("leest vraag '{question}', en die is van de soort '{kind}'.")
        yield message.format(question=question.id, kind=question.kind), "", ("question",)
    elif question.minimum != LOWEST or question.maximum != HIGHEST:
        message = _("leest vraag '{question}', en die loopt niet van 1 tot 5.")
        yield message.format(question=question.id), "", ("question",)
    elif factor.scores:
        message = _("geeft scores aan vraag '{question}', en die is al een schaal.")
        yield message.format(question=question.id), "", ("scores",)


def _score_faults(factor: Factor, question: Question) -> Iterator[Found]:
    options = [option.id for option in question.options if option.id != UNKNOWN]
    for option in factor.scores:
        if option == UNKNOWN:
            hint = _("Een 'weet niet' is open, niet laag en niet hoog.")
            yield _("geeft een score aan '{option}'.").format(option=option), hint, ("scores",)
        elif option not in options:
            yield (*unknown("option", option, options), ("scores", option))
    for option in options:
        if option not in factor.scores:
            message = _("heeft geen score voor keuze '{option}' van '{question}'.")
            yield message.format(option=option, question=question.id), "", ("scores",)
    for option, score in factor.scores.items():
        if not LOWEST <= score <= HIGHEST:
            message = _("geeft '{option}' de score {score}.").format(option=option, score=score)
            yield message, _("Een score loopt van 1 tot 5."), ("scores", option)


def _domain_faults(framework: Framework, domain: Domain) -> Iterator[Found]:
    question = framework.questions.get(domain.question)
    if question is None:
        yield (*unknown("question", domain.question, framework.questions), ("question",))
        return
    for option in domain.options:
        if option not in question.by_option:
            yield (*unknown("option", option, question.by_option), ("options",))


def _lost_questions(framework: Framework, origins: Origins) -> Iterator[Fault]:
    used = {factor.id: factor.question for factor in framework.success_factors.values()}
    for question in framework.questions.values():
        name = question.success_factor
        if name is None or used.get(name) == question.id:
            continue
        about = subject("questions", question.id)
        if name in used:
            text = _("is gemerkt met factor '{factor}', maar die leest '{question}'.")
            message, hint = text.format(factor=name, question=used[name]), ""
        else:
            message, hint = unknown("factor", name, used)
        yield origins.fault("questions", question.id, f"{about} {message}", hint, ("success_factor",))
