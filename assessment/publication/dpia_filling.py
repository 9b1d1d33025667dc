"""The answers to the form tool for a DPIA, as far as they are known here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessment.answers import is_unknown
from assessment.outcome import Outcome
from assessment.publication.dpia_form import filling, tasks
from assessment.publication.dpia_parts import Answer, Cell, Form, Group
from assessment.truth import Truth
from assessment.weighing import Weighing
from assessment.wording import answer_text
from texts import _

Value = str | list[str]
Answers = dict[str, Value | list[dict[str, Value]]]


def answers(outcome: Outcome, form: Form, municipality: str) -> Answers:
    """Give answers by the number of their question; a list holds items of the same.

    A question that the tool would not show is left out, and so is what nobody knows.
    """
    filled, known = filling().forms[form], tasks().of(form).tasks
    weighing = Weighing(outcome.framework, outcome.answers)
    found: dict[str, Value] = {}
    for answer in filled.answers:
        value = _value(outcome, weighing, answer, municipality)
        shown = all(found.get(name) == needed for name, needed in known[answer.task].needs.items())
        if value and shown:
            found[answer.task] = value
    lists = {group.group: list(_items(outcome, group)) for group in filled.groups}
    return {**found, **{name: items for name, items in lists.items() if items}}


def _value(outcome: Outcome, weighing: Weighing, answer: Answer, municipality: str) -> Value:
    if answer.true_for:
        return _yes_or_no(outcome, answer)
    if answer.facts:
        return _holds(Truth.of(weighing.judge_fact(fact).worlds) for fact in answer.facts)
    if answer.picks:
        return _unique(_picked(outcome, answer.picks))
    if answer.by_fact:
        holding = (fact for fact in answer.by_fact if _is_yes(weighing, fact))
        return _unique(answer.by_fact[fact] for fact in holding)
    if answer.fixed or answer.setting:
        return answer.fixed or municipality
    parts = [*_typed(outcome, answer.text), *_told(outcome, answer.told)]
    if answer.to_do:
        parts += [_("Nog te regelen: {what}").format(what=each.todo) for each in outcome.open_safeguards]
    return "\n".join(parts)


def _is_yes(weighing: Weighing, fact: str) -> bool:
    return Truth.of(weighing.judge_fact(fact).worlds) is Truth.YES


def _holds(truths: Iterable[Truth]) -> str:
    found = set(truths)
    if Truth.YES in found:
        return "true"
    return "" if Truth.OPEN in found else "false"


def _yes_or_no(outcome: Outcome, answer: Answer) -> str:
    # Without personal data no kind of them is used, whoever it is about.
    if any(_includes(outcome, question, options) for question, options in answer.false_for.items()):
        return "false"
    if any(_includes(outcome, question, options) for question, options in answer.true_for.items()):
        return "true"
    given = [outcome.answers.get(question) for question in answer.true_for]
    is_known = all(value is not None and not is_unknown(value) for value in given)
    return "false" if is_known else ""


def _includes(outcome: Outcome, question: str, options: Sequence[str]) -> bool:
    return bool(set(_chosen(outcome, question)) & set(options))


def _chosen(outcome: Outcome, question: str) -> tuple[str, ...]:
    value = outcome.answers.get(question)
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _picked(outcome: Outcome, picks: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for question, choices in picks.items():
        yield from (choices[option] for option in _chosen(outcome, question) if option in choices)


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _typed(outcome: Outcome, questions: Sequence[str]) -> Iterator[str]:
    for name in questions:
        value = outcome.answers.get(name)
        if isinstance(value, str) and value.strip():
            yield value.strip()


def _told(outcome: Outcome, questions: Sequence[str]) -> Iterator[str]:
    for name in questions:
        question, value = outcome.framework.questions[name], outcome.answers.get(name)
        if value is not None and not is_unknown(value):
            asked, sign, _rest = question.text.partition("?")
            said = answer_text(question, value).rstrip(".")
            yield _("{question} {answer}.").format(question=asked + sign, answer=said)


def _items(outcome: Outcome, group: Group) -> Iterator[dict[str, Value]]:
    for option, reason in _sources(outcome, group):
        cells = {name: _cell(outcome, group, cell, option, reason) for name, cell in group.cells.items()}
        item = {name: value for name, value in cells.items() if value}
        if item:
            yield item


def _sources(outcome: Outcome, group: Group) -> Iterator[tuple[str, str]]:
    if group.each_of:
        known = {option.id for option in outcome.framework.questions[group.each_of].options}
        yield from (
            (option, "")
            for option in _chosen(outcome, group.each_of)
            if option in known and not is_unknown(option)
        )
    elif group.reasons_of:
        found = outcome.dimensions[group.reasons_of].reasons()
        # The lowest rung says only that there is something to weigh.
        yield from (
            ("", text)
            for text in _unique(one.rule.because for one in found if _is_risk(outcome, one.rule.level))
        )
    else:
        yield "", ""


def _is_risk(outcome: Outcome, level: str) -> bool:
    return outcome.tier.dimension.rank.get(level, 0) > outcome.tier.dimension.rank["laag"]


def _cell(outcome: Outcome, group: Group, cell: Cell, option: str, reason: str) -> Value:
    if cell.option:
        return _words(outcome, group.each_of or "", option)
    if cell.reason:
        return reason
    if cell.choices:
        return cell.choices.get(option, "")
    if cell.all_of:
        chosen = (one for one in _chosen(outcome, cell.all_of) if not is_unknown(one))
        return [_words(outcome, cell.all_of, one) for one in chosen]
    return "\n".join(_typed(outcome, cell.text))


def _words(outcome: Outcome, question: str, option: str) -> str:
    return outcome.framework.questions[question].option(option).text
