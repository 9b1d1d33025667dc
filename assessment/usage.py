"""Is everything in a framework used, and does some worked case show what it does?"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assessment.amounts import InvalidAnswer
from assessment.cases import Case, CaseBook, read_answers, read_cases, try_case
from assessment.comparisons import Chosen
from assessment.condition_checks import conditions
from assessment.conditions import FactNamed
from assessment.evaluation import evaluate
from assessment.fault_words import subject
from assessment.faults import Fault, shown_path
from assessment.findings import Leaf
from assessment.framework import Framework
from assessment.outcome import Outcome, RuleFinding
from assessment.parts import Question
from assessment.success.checks import unused_parts
from texts import _


def check_use(framework: Framework, folder: Path) -> list[Fault]:
    """Give what nothing uses, what no worked case shows, and every case that comes out otherwise."""
    book = read_cases(folder)
    if book.faults:
        return book.faults
    name = shown_path(folder, Path.cwd())
    return [
        *(Fault(name, 1, message, hint) for message, hint in _unused(framework)),
        *_failing(framework, book),
        *(Fault(name, 1, message, _("Voeg er een toe.")) for message in _without_case(framework, book.cases)),
    ]


def _unused(framework: Framework) -> Iterator[tuple[str, str]]:
    nodes = [node for _section, _id, _path, condition in conditions(framework) for node in condition.walk()]
    facts = {node.fact for node in nodes if isinstance(node, FactNamed)}
    questions = {node.question for node in nodes if isinstance(node, Leaf)}
    questions |= {safeguard.question for safeguard in framework.safeguards}
    questions |= {domain.question for domain in framework.success_domains.values()}
    for fact in framework.facts.keys() - facts:
        message = _("{part} wordt nergens gebruikt.").format(part=subject("facts", fact))
        yield message, _("Haal dit weg, of gebruik het.")
    yield from unused_parts(framework)
    for question in framework.questions.values():
        if question.id not in questions and not _is_shown_elsewhere(question):
            message = _("{part} wordt nergens gebruikt.").format(part=subject("questions", question.id))
            yield message, _("Zeg waar de vraag voor is, of haal haar weg.")


def _is_shown_elsewhere(question: Question) -> bool:
    return bool(question.register_field or question.success_factor or question.used_by)


def _failing(framework: Framework, book: CaseBook) -> Iterator[Fault]:
    for case in book.cases:
        for failure in try_case(framework, case):
            yield book.fault(case.id, str(failure), case.because)


def _without_case(framework: Framework, cases: Sequence[Case]) -> Iterator[str]:
    outcomes = list(_outcomes(framework, cases))
    chosen = {
        (q, option)
        for outcome in outcomes
        for q, value in outcome.answers.items()
        for option in _options(value)
    }
    for leaf in (n for _s, _i, _p, c in conditions(framework) for n in c.walk() if isinstance(n, Chosen)):
        for option in leaf.options:
            if (leaf.question, option) not in chosen:
                chosen.add((leaf.question, option))
                message = _("geen enkel voorbeeld kiest '{option}' bij '{question}'.")
                yield message.format(option=option, question=leaf.question)
    counting = {found.rule.id for outcome in outcomes for found in _findings(outcome) if found.counts}
    for rule in (*framework.rules, *(rule for i in framework.instruments.values() for rule in i.rules)):
        if rule.id not in counting:
            yield _("in geen enkel voorbeeld geldt regel '{rule}'.").format(rule=rule.id)


def _outcomes(framework: Framework, cases: Sequence[Case]) -> Iterator[Outcome]:
    for case in cases:
        try:
            yield evaluate(framework, read_answers(framework, case.answers), case.on or framework.adopted)
        except InvalidAnswer:
            continue  # reported with the case itself


def _options(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _findings(outcome: Outcome) -> Iterator[RuleFinding]:
    for dimension in (*outcome.dimensions.values(), *outcome.instruments.values()):
        yield from dimension.findings
