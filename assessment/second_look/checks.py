"""Does what follows from the register mean something? All faults at once, each with its line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from assessment.amounts import InvalidAnswer
from assessment.answers import parse
from assessment.fault_words import unknown
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.framework import Framework
from assessment.register.fields import register_fields
from assessment.second_look.parts import Always, Described, Rules, Says
from assessment.second_look.reading import FACTS, FOLDER, RULES, described, load
from assessment.strict_yaml import read
from texts import _

Found = tuple[tuple[str | int, ...], str, str]


def check(framework: Framework, folder: Path = FOLDER) -> list[Fault]:
    """Give every fault in the folder, also where it names what this framework or the register lacks."""
    try:
        guide = load(folder)
    except FrameworkFaults as error:
        return list(error.faults)
    document, _faults = read(folder / RULES, shown_path(folder / RULES, Path.cwd()))
    faults = [
        Fault(document.file, document.line(path), message, hint)
        for path, message, hint in _rule_faults(framework, guide.rules)
    ]
    return [*faults, *_fact_faults(framework, folder)]


def _rule_faults(framework: Framework, rules: Rules) -> Iterator[Found]:
    for index, always in enumerate(rules.always):
        yield from _within(("always", index), _answer_faults(framework, always))
    for index, says in enumerate(rules.says):
        yield from _within(("says", index), [*_answer_faults(framework, says), *_field_faults(says)])
    fields = register_fields()
    for index, taken in enumerate(rules.intake):
        yield from _strangers(("intake", index), "question", [taken.question], framework.questions)
        yield from _strangers(("intake", index), "field", taken.fields, fields)
    ratings, tiers = fields["eigen_risico"].by_option, framework.dimensions["trede"].rank
    for option, level in rules.own_ratings.items():
        yield from _strangers(("own_ratings", option), "option", [option], ratings)
        yield from _strangers(("own_ratings", option), "tier", [level], tiers)
    raising = [rule.id for rule in framework.rules_of["trede"]]
    yield from _strangers(("precaution",), "rule", rules.precaution, raising)
    yield from _strangers(("not_first",), "question", rules.not_first, framework.questions)


def _within(path: tuple[str | int, ...], found: Iterable[Found]) -> Iterator[Found]:
    for rest, message, hint in found:
        yield (*path, *rest), message, hint


def _strangers(
    path: tuple[str | int, ...], kind: str, names: Iterable[str], known: Iterable[str]
) -> Iterator[Found]:
    there = list(known)
    for name in names:
        if name not in there:
            yield path, *unknown(kind, name, there)


def _field_faults(says: Says) -> Iterator[Found]:
    yield from _strangers(("field",), "field", [says.field], register_fields())
    field = register_fields().get(says.field)
    if field:
        yield from _strangers(("options",), "option", says.options, field.by_option)


def _answer_faults(framework: Framework, part: Always | Described) -> Iterator[Found]:
    question = framework.questions.get(part.question)
    if question is None:
        yield ("question",), *unknown("question", part.question, framework.questions)
        return
    if question.kind != "multi" and len(part.answer) != 1:
        message = _("geeft {count} antwoorden op '{question}', en er past er één.")
        yield ("answer",), message.format(count=len(part.answer), question=question.id), ""
        return
    try:
        parse(question, part.answer if question.kind == "multi" else part.answer[0])
    except InvalidAnswer:
        hint = did_you_mean(part.answer[0], question.by_option)
        message = _("beantwoordt '{question}' met '{answer}', en dat past daar niet.")
        yield ("answer",), message.format(question=question.id, answer=" ".join(part.answer)), hint


def _fact_faults(framework: Framework, folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.glob(FACTS)):
        for part in described(path)[0]:
            for _path, message, hint in _answer_faults(framework, part):
                yield Fault(shown_path(path, Path.cwd()), part.line, message, hint)
