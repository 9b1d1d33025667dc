"""Does what a framework says about the chance of success mean something?"""

from collections.abc import Iterable, Iterator

from assessment.answers import UNKNOWN
from assessment.condition_checks import unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins, Path
from assessment.parts import Question
from assessment.success.parts import HIGHEST, LOWEST, Domain, Factor

Found = tuple[str, str, Path]


def check_success(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in how factors, domains and questions name each other."""
    for factor in framework.success_factors.values():
        found = [*_name_faults(framework, factor), *_question_faults(framework, factor)]
        for message, hint, path in found:
            yield origins.fault(
                "success_factors", factor.id, f"success factor '{factor.id}' {message}", hint, path
            )
    for domain in framework.success_domains.values():
        for message, hint, path in _domain_faults(framework, domain):
            yield origins.fault(
                "success_domains", domain.id, f"success domain '{domain.id}' {message}", hint, path
            )
    yield from _lost_questions(framework, origins)


def find_dependency_cycles(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield a fault for every factor that needs itself, by whatever detour."""
    for name in framework.success_factors:
        road = _road(framework, name, name, ())
        if road and name == min(road):
            told = " → ".join(f"'{step}'" for step in (*road, name))
            message = f"success factor '{name}' depends on itself: {told}."
            yield origins.fault("success_factors", name, message, "Break the circle.", ("depends_on",))


def unused_parts(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield a message and a way out for every theme without factors and every help that helps none."""
    factors = framework.success_factors.values()
    themes = {factor.theme for factor in factors}
    helps = {name for factor in factors for name in factor.helps}
    for theme in framework.success_themes.keys() - themes:
        yield f"success theme '{theme}' has no factors.", "Remove it, or add one."
    for name in framework.success_helps.keys() - helps:
        yield f"success help '{name}' helps no factor.", "Remove it, or name it at a factor."


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
        message = f"reads question '{question.id}', which is not marked with it."
        yield message, f"Write 'success_factor: {factor.id}' at the question.", ("question",)
    if question.kind == "single":
        yield from _score_faults(factor, question)
    elif question.kind != "scale":
        yield f"reads question '{question.id}', whose kind is '{question.kind}'.", "", ("question",)
    elif question.minimum != LOWEST or question.maximum != HIGHEST:
        yield f"reads question '{question.id}', which does not run from 1 to 5.", "", ("question",)
    elif factor.scores:
        yield f"gives scores to question '{question.id}', which is a scale.", "", ("scores",)


def _score_faults(factor: Factor, question: Question) -> Iterator[Found]:
    options = [option.id for option in question.options if option.id != UNKNOWN]
    for option in factor.scores:
        if option == UNKNOWN:
            yield f"gives a score to '{UNKNOWN}'.", "A don't-know is open, neither low nor high.", ("scores",)
        elif option not in options:
            yield (*unknown("option", option, options), ("scores", option))
    for option in options:
        if option not in factor.scores:
            yield f"has no score for option '{option}' of '{question.id}'.", "", ("scores",)
    for option, score in factor.scores.items():
        if not LOWEST <= score <= HIGHEST:
            yield f"gives '{option}' the score {score}.", "A score runs from 1 to 5.", ("scores", option)


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
        subject = f"question '{question.id}'"
        if name in used:
            message, hint = f"is marked with the factor '{name}', which reads '{used[name]}'.", ""
        else:
            message, hint = unknown("factor", name, used)
        yield origins.fault("questions", question.id, f"{subject} {message}", hint, ("success_factor",))
