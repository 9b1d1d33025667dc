"""The instruments of an outcome, and what is still to find out, as sheets."""

from collections.abc import Mapping

from assessment.explanation import reasons
from assessment.outcome import Outcome
from assessment.override import Settled
from assessment.wording import answer_text
from texts import _
from ui.sheets import Cell, Sheet


def instruments(outcome: Outcome, settled: Mapping[str, Settled]) -> list[Sheet]:
    """Give every instrument with what it counts as, and what still has to be found out.

    `settled` is what counts by id, where a person set another level than is computed.
    """
    columns = (
        _("Instrument"),
        _("Telt nu als"),
        _("Berekend"),
        _("Kan nog worden"),
        _("Verplicht vanaf"),
        _("Waarom"),
        _("Wie"),
        _("Wanneer"),
        _("Dagen: laag"),
        _("Dagen: hoog"),
        _("Bron"),
    )
    rows = [_instrument(outcome, name, settled[name]) for name in outcome.instruments]
    return [Sheet(_("Instrumenten"), columns, tuple(rows)), _actions(outcome)]


def _instrument(outcome: Outcome, name: str, counts: Settled) -> tuple[Cell, ...]:
    found, framework = outcome.instruments[name], outcome.framework
    instrument, level = found.instrument, found.dimension.level
    low, high = instrument.days
    return (
        instrument.name,
        level(counts.level).label,
        level(found.counted).label,
        level(found.at_most).label if found.at_most != found.counted else "",
        found.coming.starts if found.coming else None,
        " ".join(dict.fromkeys(reason.sentence for reason in reasons(outcome, found))),
        framework.roles[instrument.role].name,
        framework.moments[instrument.moment].name,
        low,
        high,
        instrument.source,
    )


def _actions(outcome: Outcome) -> Sheet:
    framework = outcome.framework
    rows = [
        (
            framework.roles[action.owner].name,
            framework.questions[action.question].text,
            answer_text(framework.questions[action.question], outcome.answers.get(action.question)),
        )
        for action in outcome.actions
    ]
    return Sheet(_("Nog uitzoeken"), (_("Wie"), _("Vraag"), _("Antwoord nu")), tuple(rows))
