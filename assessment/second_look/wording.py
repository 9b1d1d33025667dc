"""Why an entry has its signal, in words, and what that rests on."""

from assessment.answers import UNKNOWN
from assessment.explanation import reasons
from assessment.framework import Framework
from assessment.outcome import RuleFinding
from assessment.second_look.look import Judgement, Look, Signal
from assessment.second_look.parts import Statement
from assessment.wording import answer_text
from texts import _, of_data


def signal_text(signal: str) -> str:
    """Name a signal."""
    return {
        Signal.NONE: _("Geen"),
        Signal.CHECK: _("Nader onderzoek"),
        Signal.HIGHER: _("Waarschijnlijk hoger"),
    }[Signal(signal)]


def signal_meaning(signal: str) -> str:
    """Say what a signal means."""
    return {
        Signal.NONE: _("Wat het register zegt, wijst niet op een hogere trede dan de gemeente zelf opgaf."),
        Signal.CHECK: _("Misschien is de trede hoger dan de gemeente zelf opgaf. Zoek het uit."),
        Signal.HIGHER: _("Wat het register zegt, geeft al een hogere trede dan de gemeente zelf opgaf."),
    }[Signal(signal)]


def reason(look: Look) -> str:
    """Say why this entry has its signal."""
    judgement = look.judgement
    least = _level(judgement, judgement.tier.at_least)
    if judgement.own is None:
        none_given = _("De gemeente heeft zelf geen risico ingevuld.")
        return f"{none_given} {_('Volgens het register is de trede minstens {level}.').format(level=least)}"
    own = _("De gemeente schat het risico zelf in op {level}.").format(level=_level(judgement, judgement.own))
    if look.signal is Signal.NONE:
        fits = _("Wat het register zegt, wijst niet op een hogere trede.")
        return f"{own} {fits}"
    return " ".join([own, *_above(look)])


def grounds(look: Look) -> tuple[Statement, ...]:
    """Give what the register says that the signal rests on; all that is known when there is no such rule."""
    rules = {found.rule.id for found in look.judgement.deciding}
    outcome = look.judgement.outcome
    used = {
        answer.question.id
        for found in reasons(outcome, outcome.tier)
        if found.rule.id in rules
        for answer in found.answers
    }
    return tuple(each for each in look.known if each.question in used or not rules)


def statement_text(statement: Statement) -> str:
    """Say what the register says about a question, word for word where there are words."""
    said = _("In het register staat: ‘{quote}’.").format(quote=statement.quote) if statement.quote else ""
    return " ".join(filter(None, [said, of_data(statement.note)]))


def _above(look: Look) -> list[str]:
    judgement = look.judgement
    certain = _first(judgement, [found for found in judgement.deciding if found.is_certain])
    doubtful = _first(judgement, [found for found in judgement.deciding if not found.is_certain])
    said = []
    if certain and look.signal is Signal.HIGHER:
        text = _("Volgens het register is de trede minstens {level}. {because}")
        said.append(_say(judgement, text, certain))
    elif certain:
        text = _("Uit voorzorg is de trede minstens {level}. {because}")
        said.append(_say(judgement, text, certain))
    if doubtful:
        text = _("De trede kan {level} zijn, als dit klopt: ‘{because}’ Dat is nog niet zeker.")
        said.append(_say(judgement, text, doubtful))
    return said


def _first(judgement: Judgement, found: list[RuleFinding]) -> RuleFinding | None:
    rank = judgement.tier.dimension.rank
    return max(found, key=lambda each: rank[each.rule.level], default=None)


def _say(judgement: Judgement, text: str, found: RuleFinding) -> str:
    return text.format(level=_level(judgement, found.rule.level), because=found.rule.because)


def _level(judgement: Judgement, level: str) -> str:
    label = judgement.tier.dimension.level(level).label
    return label[0].lower() + label[1:]


def answered(framework: Framework, statement: Statement) -> str:
    """Say which answer follows from it."""
    question = framework.questions[statement.question]
    if not statement.doubt:
        return answer_text(question, statement.value)
    said = statement.value if isinstance(statement.value, tuple) else ()
    known = tuple(str(option) for option in said if option != UNKNOWN)
    if not known:
        return _("Nog niet duidelijk")
    return _("{answer}; de rest is nog niet duidelijk").format(answer=answer_text(question, known))
