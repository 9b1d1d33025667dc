"""What can be done next, by whom is at the screen: a form per step, and what is still missing."""

from html import escape

import streamlit as st

from assessment.road import Move, Need, Standing
from assessment.road_words import explanation, label, lack_text, standing_text
from services import advising, road
from services.errors import CannotSave, Refused, StepIncomplete
from services.road import Choice
from texts import _
from ui import context, page
from ui.here import Here
from ui.road.fields import Fields

SAID, FAULT, FAULTS = "ws-weg-gezegd", "ws-weg-fout", "ws-weg-fouten"


def draw(here: Here, standing: Standing) -> None:
    """Draw a form for each step that can be made now, and say of the others what they wait for."""
    page.heading(_("Wat kun je nu doen?"), anchor="nu")
    page.once(said=SAID, fault=FAULT)
    choices = road.choices(context.store(), context.user(), here.id)
    # What was never closed cannot be opened again: nothing to wait for.
    waiting = [each for each in choices if not each.is_open and each.move.from_ is not each.move.to]
    if not any(choice.is_open for choice in choices):
        page.paragraph(
            _("Je kunt nog geen stap zetten. Hieronder staat wat er mist.")
            if waiting
            else _("Jij kunt nu geen stap zetten. Iemand met een andere rol is aan zet.")
        )
    for choice in choices:
        if choice.is_open:
            _form(here, choice.move, standing)
    if waiting:
        st.html(f'<ul class="ws-brief">{"".join(map(_waiting, waiting))}</ul>')


def _waiting(choice: Choice) -> str:
    reasons = [lack_text(need) for need in choice.lacks]
    if choice.own_work:
        reasons.append(str(road.OWN_WORK[choice.move.to]()))
    return f"<li><strong>{escape(label(choice.move))}</strong>. {escape(' '.join(reasons))}</li>"


def _form(here: Here, move: Move, standing: Standing) -> None:
    prefix = f"weg-{here.id.hex}-{move.from_}-{move.to}"
    faults = st.session_state.get(FAULTS, {}).get(prefix, {})
    fields = Fields(prefix, faults)
    if Need.DECISION in move.needs and Need.ADVICE in move.needs:
        advice = advising.on_round(context.store(), context.user(), here.id)
        fields.suggest(advice.conditions if advice else ())
    with st.expander(page.plain(label(move)), expanded=bool(faults), key=f"blok-{prefix}"):
        page.paragraph(explanation(move))
        fields.draw(move, standing)
        st.button(
            page.plain(label(move)),
            key=f"doe-{prefix}",
            type="primary",
            on_click=_go,
            args=(here, move, prefix),
        )


def _go(here: Here, move: Move, prefix: str) -> None:
    fields = Fields(prefix, {})
    why, given = fields.read()
    st.session_state[FAULTS] = {}
    try:
        road.move(context.store(), context.user(), here.id, move.to, why=why, detail=given)
    except StepIncomplete as incomplete:
        st.session_state[FAULTS] = {prefix: incomplete.faults}
        st.session_state[FAULT] = _("Dit is nog niet vastgelegd. Kijk bij de velden wat er mist.")
    except (Refused, CannotSave) as refused:
        st.session_state[FAULT] = str(refused)
    else:
        fields.forget()
        now = standing_text(road.where(context.store(), context.user(), here.id))
        st.session_state[SAID] = _("Vastgelegd. De afweging staat nu op: {standing}.").format(standing=now)
