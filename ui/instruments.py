"""Which tests, documents and duties are needed: a group per level and one for what is open, none hidden."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from assessment.explanation import Reason, reasons
from assessment.framework import Framework
from assessment.outcome import InstrumentOutcome, Outcome
from assessment.override import Settled
from assessment.override_words import level_text
from texts import _
from ui import instrument_sheets, page, sheets, table, terms

OPEN = "open"
ByHand = Mapping[str, Settled]  # what counts, by id


def groups(outcome: Outcome, settled: ByHand) -> dict[str, list[InstrumentOutcome]]:
    """Return the instruments per level, the most severe level first, each in the order of the life cycle.

    What counts as not needed now but may still be is `OPEN`: silence is no reason to leave a duty out.
    What a person set counts before what is computed.
    """
    moments = list(outcome.framework.moments)
    lowest, *higher = (level.id for level in outcome.framework.instrument_levels)
    found: dict[str, list[InstrumentOutcome]] = {name: [] for name in (*reversed(higher), OPEN, lowest)}
    for instrument in sorted(outcome.instruments.values(), key=lambda i: moments.index(i.instrument.moment)):
        counts = settled[instrument.instrument.id]
        is_open = counts.level == lowest != instrument.at_most and not counts.stands
        found[OPEN if is_open else counts.level].append(instrument)
    return found


def draw(outcome: Outcome, settled: ByHand) -> None:
    """Draw every instrument, in a table per level."""
    page.heading(
        _("Wat moet er gebeuren?"),
        about=_("Deze toetsen, documenten en plichten horen bij dit algoritme."),
        anchor="instrumenten",
    )
    found = groups(outcome, settled)
    for level in reversed(outcome.framework.instrument_levels[1:]):
        if found[level.id]:
            page.heading(f"{level.label} ({len(found[level.id])})", level=3, about=level.meaning)
            st.html(_table(outcome, settled, level.label, found[level.id]))
    _listed(_("Nog niet te bepalen"), found[OPEN], _may_become, "ws-nog-open")
    lowest = outcome.framework.instrument_levels[0]
    _listed(lowest.label, found[lowest.id], lambda member: _why_not(settled, member), "ws-niet-nodig")
    sheets.offer_all(lambda: instrument_sheets.instruments(outcome, settled))


def _why_not(settled: ByHand, member: InstrumentOutcome) -> str:
    return level_text(settled[member.instrument.id]) or member.instrument.not_needed


def _listed(
    label: str, members: list[InstrumentOutcome], because: Callable[[InstrumentOutcome], str], key: str
) -> None:
    if not members:
        return
    items = (f"<li><strong>{escape(m.instrument.name)}</strong>: {escape(because(m))}</li>" for m in members)
    with st.expander(page.plain(f"{label} ({len(members)})"), key=key):
        st.html(f'<ul class="ws-used">{"".join(items)}</ul>')


def _table(outcome: Outcome, settled: ByHand, caption: str, members: list[InstrumentOutcome]) -> str:
    heads = (_("Wat"), _("Waarom"), _("Wie"), _("Inspanning (schatting)"), _("Wanneer"), _("Bron"))
    return table.html(caption, heads, [_row(outcome, settled, member) for member in members])


def _row(outcome: Outcome, settled: ByHand, member: InstrumentOutcome) -> tuple[str, ...]:
    instrument, framework = member.instrument, outcome.framework
    return (
        f'{escape(instrument.name)}<span class="ws-what">{escape(instrument.what)}</span>',
        _why(outcome, settled, member),
        escape(framework.roles[instrument.role].name),
        escape(terms.effort(instrument)),
        _when(framework, member),
        escape(instrument.source),
    )


def _why(outcome: Outcome, settled: ByHand, member: InstrumentOutcome) -> str:
    counting = reasons(outcome, member)
    highest = [reason for reason in counting if reason.level.id == member.counted] or counting
    remarks = [level_text(settled[member.instrument.id]), _may_become(member)]
    if member.instrument.verify:
        remarks.append(_("Laat dit nagaan: {what}").format(what=member.instrument.verify))
    return "".join(
        [
            *(_reason(reason) for reason in highest),
            *(f'<p class="ws-limit">{escape(remark)}</p>' for remark in remarks if remark),
        ]
    )


def _reason(reason: Reason) -> str:
    limits = " ".join(terms.reservations(reason))
    small = f'<span class="ws-what">{escape(limits)}</span>' if limits else ""
    answers = (
        f'<details class="ws-rests-on"><summary>{escape(_("Op welke antwoorden rust dit?"))}</summary>'
        f"{terms.used(reason.answers)}</details>"
    )
    return f"<p>{escape(reason.sentence)}{small}</p>{answers if reason.answers else ''}"


def _may_become(member: InstrumentOutcome) -> str:
    """Say what open questions can still make of this; nothing when they cannot."""
    if member.at_most == member.counted:
        return ""
    level = member.dimension.level(member.at_most)
    return _("Kan nog worden: {level}.").format(level=terms.inside(level.label))


def _when(framework: Framework, member: InstrumentOutcome) -> str:
    moment = escape(framework.moments[member.instrument.moment].name)
    coming = terms.starts(member)
    return moment + (f'<span class="ws-what">{escape(coming)}</span>' if coming else "")
