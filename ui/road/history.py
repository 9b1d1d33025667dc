"""The steps so far: who made them, when, why, and what was decided."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from assessment.decisions import Decision, read_decision
from assessment.entries import Reader
from assessment.months import date_text
from assessment.reweighing import Trigger
from assessment.road import State
from assessment.road_words import body_name, state_name, trigger_name, verdict_name
from services import people, road
from services.road import Transition
from texts import _
from ui import context, page, sheets, table
from ui.here import Here, today
from ui.sharing import bring
from ui.sheets import Sheet
from ui.times import moment_text


def decision(found: Decision | None) -> None:
    """Draw the last decision with its conditions."""
    if found is None:
        return
    page.heading(_("Het besluit"), anchor="besluit")
    facts = [
        _("Besluit: {verdict}.").format(verdict=verdict_name(found.verdict)),
        _("Genomen op {day} door: {body}.").format(day=date_text(found.on), body=body_name(found.body)),
        _("Nummer: {number}.").format(number=found.number),
    ]
    if found.dissent:
        facts.append(_("Waarom dit afwijkt van het advies: {why}").format(why=found.dissent))
    st.html("".join(f"<p>{escape(fact)}</p>" for fact in facts))
    if found.conditions:
        rows = [(escape(one.text), escape(one.owner), escape(date_text(one.due))) for one in found.conditions]
        heads = (_("Voorwaarde"), _("Wie"), _("Klaar op"))
        st.html(table.html(_("Voorwaarden van het besluit"), heads, rows))
        name, cells = _("Voorwaarden"), [(one.text, one.owner, one.due) for one in found.conditions]
        sheets.offer(name, lambda: Sheet(name, heads, cells))


def draw(here: Here) -> None:
    """Draw every step, the newest first."""
    steps = road.history(context.store(), context.user(), here.id)
    page.heading(_("Wat is er gebeurd?"), anchor="gebeurd")
    bring.origin(here)
    if not steps:
        page.paragraph(_("Er is nog geen stap gezet. De afweging is een concept."))
        return
    names = people.names(context.store(), (step.author for step in steps))
    rows = [_row(step, names[step.author]) for step in reversed(steps)]
    heads = (_("Wanneer"), _("Van en naar"), _("Door"), _("Waarom"))
    st.html(table.html(_("Stappen tot nu toe"), heads, rows))
    name = _("Stappen")
    sheets.offer(name, lambda: _sheet(name, steps, names), about=here.assessment.title)


def _sheet(name: str, steps: Sequence[Transition], names: Mapping[str, str]) -> Sheet:
    columns = (_("Nummer"), _("Moment (UTC)"), _("Van"), _("Naar"), _("Ronde"), _("Door"), _("Waarom"))
    rows = [
        (
            step.number,
            step.at,
            state_name(step.from_),
            state_name(step.to),
            step.round,
            names[step.author],
            " ".join(filter(None, (_detail(step), step.why))),
        )
        for step in steps
    ]
    return Sheet(name, columns, rows)


def _row(step: Transition, name: str) -> tuple[str, ...]:
    way = _("{from_} → {to}").format(from_=state_name(step.from_), to=state_name(step.to))
    return (
        escape(moment_text(step.at, today())),
        escape(_("{way}, ronde {round}").format(way=way, round=step.round)),
        escape(name),
        escape(" ".join(filter(None, (_detail(step), step.why)))) or "–",
    )


def _detail(step: Transition) -> str:
    if step.to is State.REWEIGH:
        return _("{trigger}.").format(trigger=trigger_name(Trigger(step.detail["trigger"])))
    if step.to is State.ON_WATCH:
        return _("In gebruik sinds {day}.").format(day=date_text(Reader().day("on", step.detail) or today()))
    decided = read_decision(step.detail, Reader()) if step.to is State.DECIDED else None
    return _("Besluit: {verdict}.").format(verdict=verdict_name(decided.verdict)) if decided else ""
