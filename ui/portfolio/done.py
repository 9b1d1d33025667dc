"""What an assessment asks for, and what of it is done: the list, and the form to record it."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from assessment.months import date_text
from assessment.outcome import Outcome
from assessment.override import TIER, Settled
from services import doing, overrides, people
from services.access import Action
from services.doing import INSTRUMENT, ON, WHERE, Done
from services.errors import CannotSave, Refused, StepIncomplete
from texts import _, ngettext
from ui import context, page, sheets, table
from ui.here import Here
from ui.sheets import Cell, Sheet

SAID, FAULTS = "ws-klaar-gezegd", "ws-klaar-fouten"
WANTED = ("verplicht", "beleid", "aanbevolen")


def draw(here: Here, outcome: Outcome) -> None:
    """Draw what is asked for with what was done, and the form for whoever may record it."""
    store, user = context.store(), context.user()
    settled = overrides.settled(store, user, here.id, outcome)
    done = doing.of(store, user, here.id)
    asked = _asked(settled, done)
    page.once(said=SAID)
    if not asked:
        page.paragraph(_("Deze afweging vraagt nu om geen enkele toets of plicht."))
        return
    page.paragraph(_standing(settled, done))
    names = people.names(store, {record.author for record in done.values()})
    heads = (_("Wat"), _("Hoe nodig"), _("Wie"), _("Klaar"), _("Waar te vinden"))
    framework = outcome.framework
    roles = {name: framework.roles[framework.instruments[name].role].name for name in asked}
    rows = [_row(roles[name], settled[name], done.get(name), names) for name in asked]
    st.html(table.html(_("Wat is klaar"), heads, rows))
    cells = [_cells(roles[name], settled[name], done.get(name)) for name in asked]
    sheets.offer(_("Wat is klaar"), lambda: _sheet(cells), about=here.assessment.title)
    if context.may(Action.DO, here.id):
        _form(here, settled, asked, done)
    else:
        page.paragraph(_("Alleen wie aan deze afweging werkt, legt vast wat klaar is."))


def _asked(settled: Mapping[str, Settled], done: Mapping[str, Done]) -> list[str]:
    """Return what is needed, the most needed first; also what was done without being needed."""
    names = [name for name in settled if name != TIER]
    wanted = [name for level in WANTED for name in names if settled[name].level == level]
    return wanted + [name for name, record in done.items() if record.on and name not in wanted]


def _standing(settled: Mapping[str, Settled], done: Mapping[str, Done]) -> str:
    owed = [name for name, each in settled.items() if name != TIER and each.level in WANTED[:2]]
    missing = [name for name in owed if not (name in done and done[name].on)]
    text = ngettext(
        "Van {owed} verplichte of afgesproken toets of plicht ontbreekt er {count}.",
        "Van {owed} verplichte of afgesproken toetsen en plichten ontbreken er {count}.",
        len(owed),
    )
    return text.format(owed=len(owed), count=len(missing))


def _row(role: str, each: Settled, record: Done | None, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        escape(each.title),
        escape(each.name(each.level)),
        escape(role),
        escape(_done(record, names)),
        escape(record.where if record and record.on else "–"),
    )


def _cells(role: str, each: Settled, record: Done | None) -> tuple[Cell, ...]:
    day, where = (record.on, record.where) if record and record.on else (None, "")
    return each.title, each.name(each.level), role, day, where


def _sheet(cells: Sequence[tuple[Cell, ...]]) -> Sheet:
    heads = (_("Wat"), _("Hoe nodig"), _("Wie"), _("Klaar op"), _("Waar te vinden"))
    return Sheet(_("Wat is klaar"), heads, cells)


def _done(record: Done | None, names: Mapping[str, str]) -> str:
    if record is None or record.on is None:
        return _("Nog niet")
    return _("Op {date}, vastgelegd door {who}").format(date=date_text(record.on), who=names[record.author])


def _form(here: Here, settled: Mapping[str, Settled], asked: list[str], done: Mapping[str, Done]) -> None:
    faults = st.session_state.pop(FAULTS, {})
    page.heading(
        _("Leg vast wat klaar is"),
        about=_("Zo weet iedereen wat er nog moet. Het staat daarna ook in het portfolio."),
        anchor="vastleggen",
    )
    _fault(faults, INSTRUMENT)
    chosen = st.selectbox(
        _("Wat is klaar?"),
        asked,
        format_func=lambda name: settled[name].title,
        key=_key(here, INSTRUMENT),
    )
    _fault(faults, ON)
    st.text_input(_("Op welke dag was het klaar? Bijvoorbeeld 22-11-2026"), key=_key(here, ON))
    _fault(faults, WHERE)
    st.text_input(_("Waar is het te vinden? Bijvoorbeeld een zaaknummer of een link"), key=_key(here, WHERE))
    st.button(_("Leg vast"), type="primary", key="ws-klaar-leg-vast", on_click=_record, args=(here, chosen))
    if chosen in done and done[chosen].on:
        st.button(_("Toch niet klaar"), key="ws-klaar-terug", on_click=_take_back, args=(here, chosen))


def _fault(faults: Mapping[str, str], field: str) -> None:
    if field in faults:
        page.remark(faults[field])


def _key(here: Here, field: str) -> str:
    return f"klaar-{here.id.hex}-{field}"


def _record(here: Here, instrument: str) -> None:
    on, where = (st.session_state.get(_key(here, field)) or "" for field in (ON, WHERE))
    try:
        doing.record(context.store(), context.user(), here.id, instrument, on=on, where=where)
    except StepIncomplete as incomplete:
        st.session_state[FAULTS] = incomplete.faults
    except (Refused, CannotSave) as refused:
        st.session_state[FAULTS] = {INSTRUMENT: str(refused)}
    else:
        for field in (ON, WHERE):
            del st.session_state[_key(here, field)]
        st.session_state[SAID] = _("Vastgelegd.")


def _take_back(here: Here, instrument: str) -> None:
    try:
        doing.take_back(context.store(), context.user(), here.id, instrument)
    except (Refused, CannotSave) as refused:
        st.session_state[FAULTS] = {INSTRUMENT: str(refused)}
    else:
        st.session_state[SAID] = _("Vastgelegd dat het toch niet klaar is.")
