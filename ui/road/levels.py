"""Levels that a person set by hand: what is computed and what was set, both in view."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.clock import CLOCK
from assessment.outcome import Outcome
from assessment.override import TIER, Settled, settle
from assessment.override_words import carried_text, override_text
from services import overrides, people
from services.errors import CannotSave, Refused, StepIncomplete
from texts import _, ngettext
from ui import context, page
from ui.here import Here

SAID, FAULTS = "ws-hand-gezegd", "ws-hand-fouten"
ABOUT, LEVEL, WHY = "about", "level", "why"


def brief(here: Here, outcome: Outcome) -> None:
    """Draw what was set by hand, when there is anything."""
    found = overrides.standing(context.store(), context.user(), here.id, outcome)
    if not found:
        return
    names = people.names(context.store(), (each.override.author for each in found if each.override))
    items = "".join(f"<li>{escape(text)}</li>" for text in _texts(found, names))
    st.html(
        f'<div class="ws-by-hand"><p><strong>{escape(_("Met de hand gezet"))}</strong></p>'
        f'<ul class="ws-brief">{items}</ul></div>'
    )


def _texts(found: Sequence[Settled], names: dict[str, str]) -> list[str]:
    """Say each that somebody set; of what only follows from the tier, how many there are."""
    told = [_text(each, names) for each in found if each.stands or each.lapsed]
    count = sum(not (each.stands or each.lapsed) for each in found)
    if count:
        text = ngettext(
            "Door die trede telt {count} instrument zwaarder. Op de pagina Uitkomst staat welk.",
            "Door die trede tellen {count} instrumenten zwaarder. Op de pagina Uitkomst staat welke.",
            count,
        )
        told.append(text.format(count=count))
    return told


def draw(here: Here, outcome: Outcome) -> None:
    """Draw what was set by hand, and the form to set a level for whoever may."""
    page.heading(
        _("Met de hand zetten"),
        about=_(
            "Vind je dat iets zwaarder of lichter moet wegen? De berekende uitkomst blijft ernaast staan."
        ),
        anchor="hand",
    )
    page.once(said=SAID)
    brief(here, outcome)
    higher, lower = overrides.rights(context.store(), context.user(), here.id)
    if not higher:
        page.paragraph(_("Jij kunt hier niets zetten."))
        return
    if not lower:
        page.paragraph(_("Jij kunt iets hoger zetten. Lager doet het CIO-office of de FG, voor het besluit."))
    _form(here, outcome)


def _text(each: Settled, names: dict[str, str]) -> str:
    made = each.override
    if made is None:
        return carried_text(each)
    return override_text(each, names[made.author], made.at.astimezone(CLOCK).date())


def _form(here: Here, outcome: Outcome) -> None:
    settled = settle(
        outcome, {one.about: one for one in overrides.of(context.store(), context.user(), here.id)}
    )
    faults = st.session_state.pop(FAULTS, {})
    with st.expander(_("Zet een niveau met de hand"), expanded=bool(faults), key="ws-hand"):
        _fault(faults, ABOUT)
        about = st.selectbox(
            _("Wat wil je zetten?"),
            list(settled),
            format_func=lambda name: page.plain(settled[name].title),
            key=_key(here, ABOUT),
        )
        chosen = settled[about or TIER]
        page.paragraph(_("Nu telt: {level}.").format(level=chosen.name(chosen.level)))
        _fault(faults, LEVEL)
        st.radio(
            _("Wat moet het zijn?"),
            [level.id for level in chosen.found.dimension.levels],
            format_func=chosen.name,
            index=None,
            key=_key(here, f"{LEVEL}-{about}"),
        )
        _fault(faults, WHY)
        st.text_area(_("Reden (verplicht als het lager wordt)"), key=_key(here, WHY), height=90)
        st.button(_("Zet dit niveau"), key="ws-hand-doe", on_click=_set, args=(here, outcome, about))


def _fault(faults: dict[str, str], field: str) -> None:
    if field in faults:
        page.remark(faults[field])


def _key(here: Here, field: str) -> str:
    return f"hand-{here.id.hex}-{field}"


def _set(here: Here, outcome: Outcome, about: str) -> None:
    level, why = (st.session_state.get(_key(here, field)) for field in (f"{LEVEL}-{about}", WHY))
    try:
        overrides.set_level(
            context.store(), context.user(), here.id, about, level or "", why=why or "", on=outcome.on
        )
    except StepIncomplete as incomplete:
        st.session_state[FAULTS] = incomplete.faults
    except (Refused, CannotSave) as refused:
        st.session_state[FAULTS] = {LEVEL: str(refused)}
    else:
        for field in (f"{LEVEL}-{about}", WHY):
            del st.session_state[_key(here, field)]
        st.session_state[SAID] = _("Vastgelegd.")
