"""Which tests, documents and duties are needed: four groups, none of them hidden."""

from html import escape

import streamlit as st

from assessment.explanation import reasons
from assessment.framework import Framework
from assessment.outcome import InstrumentOutcome, Outcome
from texts import _
from ui import page, table, terms


def groups(outcome: Outcome) -> dict[str, list[InstrumentOutcome]]:
    """Return the instruments per level, the most severe level first, each in the order of the life cycle."""
    moments = list(outcome.framework.moments)
    found: dict[str, list[InstrumentOutcome]] = {
        level.id: [] for level in reversed(outcome.framework.instrument_levels)
    }
    for instrument in sorted(outcome.instruments.values(), key=lambda i: moments.index(i.instrument.moment)):
        found[instrument.counted].append(instrument)
    return found


def draw(outcome: Outcome) -> None:
    """Draw every instrument, in a table per level."""
    page.heading(
        _("Wat moet er gebeuren?"),
        about=_("Deze toetsen, documenten en plichten horen bij dit algoritme."),
        anchor="instrumenten",
    )
    scale = outcome.framework.instrument_scale
    for name, members in groups(outcome).items():
        level = scale.level(name)
        is_lowest = level == scale.levels[0]
        title = f"{level.label} ({len(members)})"
        if is_lowest:
            with st.expander(page.plain(title), key="ws-niet-nodig"):
                st.html(_not_needed(members))
        elif members:
            page.heading(title, level=3, about=level.meaning)
            st.html(_table(outcome, level.label, members))


def _table(outcome: Outcome, caption: str, members: list[InstrumentOutcome]) -> str:
    heads = (_("Wat"), _("Waarom"), _("Wie"), _("Inspanning (schatting)"), _("Wanneer"), _("Bron"))
    return table.html(caption, heads, [_row(outcome, member) for member in members])


def _row(outcome: Outcome, member: InstrumentOutcome) -> tuple[str, ...]:
    instrument, framework = member.instrument, outcome.framework
    return (
        f'{escape(instrument.name)}<span class="ws-what">{escape(instrument.what)}</span>',
        _why(outcome, member),
        escape(framework.roles[instrument.role].name),
        escape(terms.effort(instrument)),
        _when(framework, member),
        escape(instrument.source),
    )


def _why(outcome: Outcome, member: InstrumentOutcome) -> str:
    highest = [reason for reason in reasons(outcome, member) if reason.level.id == member.counted] or reasons(
        outcome, member
    )
    parts = []
    for reason in highest:
        limits = " ".join(terms.reservations(reason))
        small = f'<span class="ws-what">{escape(limits)}</span>' if limits else ""
        parts.append(f"<p>{escape(reason.sentence)}{small}</p>")
    remarks = [_higher(member)]
    if member.instrument.verify:
        remarks.append(_("Laat dit nagaan: {what}").format(what=member.instrument.verify))
    return "".join([*parts, *(f'<p class="ws-limit">{escape(remark)}</p>' for remark in remarks if remark)])


def _higher(member: InstrumentOutcome) -> str:
    """Say what open questions can still make of this; nothing when they cannot."""
    if member.at_most == member.counted:
        return ""
    level = member.dimension.level(member.at_most)
    return _("Kan nog worden: {level}.").format(level=terms.inside(level.label))


def _when(framework: Framework, member: InstrumentOutcome) -> str:
    moment = escape(framework.moments[member.instrument.moment].name)
    coming = terms.starts(member)
    return moment + (f'<span class="ws-what">{escape(coming)}</span>' if coming else "")


def _not_needed(members: list[InstrumentOutcome]) -> str:
    items = []
    for member in members:
        because = " ".join(filter(None, (member.instrument.not_needed, _higher(member))))
        items.append(f"<li><strong>{escape(member.instrument.name)}</strong>: {escape(because)}</li>")
    return f'<ul class="ws-used">{"".join(items)}</ul>'
