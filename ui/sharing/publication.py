"""What the national register would say of an algorithm: what is still to do, and the texts, to change."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.publication.fillings import fillings
from assessment.publication.publication import Kind, Origin, Publication, ToDo
from assessment.publication.words import kind_text, origin_text
from assessment.register.parts import Field
from services import publishing
from services.errors import Refused
from services.register_errors import EntryFaults
from texts import _, ngettext
from ui import context, page, table
from ui.here import Here
from ui.register import inputs

SAID = "ws-publicatie-gezegd"


def left_out(here: Here, found: Publication) -> frozenset[str]:
    """Draw which criteria stay out, when the law allows it; return the fields they are of."""
    if not found.may_leave_out:
        return frozenset()
    page.paragraph(
        _(
            "Dit algoritme kiest wie wordt gecontroleerd. Dan mag je criteria weglaten als de controle "
            "anders niet meer werkt (artikel 5.1 van de Woo). Laat de jurist dit nagaan."
        )
    )
    able = [field for field in found.fields if fillings()[field.id].may_leave_out]
    label = _("Laat weg bij ‘{field}’")
    return frozenset(
        field.id
        for field in able
        if st.checkbox(
            label.format(field=page.plain(field.text)), key=f"ws-weglaten-{here.id.hex}-{field.id}"
        )
    )


def draw(here: Here, found: Publication) -> None:
    """Draw what is to do, field by field, and the texts, to change."""
    overview(found)
    if publishing.may_write(context.store(), context.user(), here.id):
        _change(here, found)


def overview(found: Publication) -> None:
    """Draw what is to do, field by field, and the texts."""
    todo = [each for each in found.to_do if each.kind is not Kind.EMPTY]
    blocking = len(found.blocking)
    if blocking:
        text = ngettext(
            "Er is nog {count} ding te doen voordat je dit kunt indienen.",
            "Er zijn nog {count} dingen te doen voordat je dit kunt indienen.",
            blocking,
        )
        page.paragraph(text.format(count=blocking))
    else:
        page.paragraph(_("Alles wat verplicht is, is ingevuld. Lees de teksten na voordat je ze indient."))
    if todo:
        heads = (_("Veld"), _("Wat is er?"), _("Wat doe je?"))
        st.html(table.html(_("Nog te doen voor het Algoritmeregister"), heads, [_row(each) for each in todo]))
    _empty([each for each in found.to_do if each.kind is Kind.EMPTY])
    _texts(found)


def _row(todo: ToDo) -> tuple[str, str, str]:
    return escape(todo.field.text), escape(kind_text(todo.kind)), escape(todo.text)


def _empty(todo: Sequence[ToDo]) -> None:
    if todo:
        with st.expander(_("Leeg, en dat mag ({count})").format(count=len(todo)), key="ws-publicatie-leeg"):
            items = (f"<li><strong>{escape(e.field.text)}</strong>: {escape(e.text)}</li>" for e in todo)
            st.html(f'<ul class="ws-used">{"".join(items)}</ul>')


def _texts(found: Publication) -> None:
    filled = [field for field in found.fields if found.value(field.id)]
    with st.expander(_("De teksten ({count})").format(count=len(filled)), key="ws-publicatie-teksten"):
        heads = (_("Veld"), _("Tekst"), _("Tekens"), _("Komt uit"))
        rows = [_text(found, field) for field in filled]
        st.html(table.html(_("Teksten voor het Algoritmeregister"), heads, rows))


def _text(found: Publication, field: Field) -> tuple[str, str, str, str]:
    value = found.value(field.id)
    said = escape(field.said(value)).replace("\n", "<br>")
    counted = "" if field.kind in ("choice", "multi", "links") else f"{len(value)} / {field.longest}"
    return escape(field.text), said, counted, escape(origin_text(found.origins[field.id]))


def _change(here: Here, found: Publication) -> None:
    page.heading(_("Verander een tekst"), level=3, about=_("Een leeg veld haalt weg wat hier is ingevuld."))
    page.once(said=SAID)
    names = [field.id for field in found.fields]
    field = found.fields[
        names.index(
            st.selectbox(
                _("Welk veld?"),
                names,
                index=_first(found, names),
                format_func=lambda name: next(one.text for one in found.fields if one.id == name),
                key=f"ws-publicatie-veld-{here.id.hex}",
            )
        )
    ]
    key = f"ws-publicatie-{here.id.hex}-{field.id}"
    inputs.draw(field, key, inputs.of_stored(field, found.values.get(field.id, "")))
    if st.button(_("Bewaar deze tekst"), key="ws-publicatie-bewaar"):
        _keep(here, field, inputs.read(field, key), key)


def _first(found: Publication, names: Sequence[str]) -> int:
    """Begin with what stands in the way."""
    return next((names.index(todo.field.id) for todo in found.blocking), 0)


def _keep(here: Here, field: Field, text: str, key: str) -> None:
    try:
        publishing.write(context.store(), context.user(), here.id, {field.id: text})
    except EntryFaults as refused:
        st.error(page.plain(" ".join(refused.faults.values())))
        return
    except Refused as refused:
        st.error(page.plain(str(refused)))
        return
    del st.session_state[key]
    st.session_state[SAID] = _("‘{field}’ is bewaard.").format(field=field.text)
    st.rerun()


def origin(found: Publication) -> str:
    """Say where texts are kept."""
    if Origin.REGISTER in found.origins.values():
        return _(
            "Dit algoritme staat in het register van de gemeente. Wat je hier bewaart, komt daar te staan."
        )
    return _("De teksten komen uit de antwoorden en de uitkomst. Wat je hier bewaart, gaat voor.")


def of_entry() -> str:
    """Say what is known without an assessment."""
    return _(
        "Dit is wat het register zelf weet. Is er een afweging? Dan vult die meer velden in: kijk daar bij "
        "‘Delen en exporteren’."
    )


def forms() -> str:
    """Say what the forms are, and what one should know about the tool they are for."""
    return _(
        "Open dit bestand in het formulier van de Rijksoverheid. Wat Weegschaal niet zeker weet, blijft "
        "daar leeg. Let op: dat formulier telt kwetsbare groepen en basisregistraties niet mee in zijn "
        "score. Kijk daarom ook naar de uitkomst hier."
    )


def whole() -> str:
    """Say what the file with everything holds."""
    return _(
        "Alle antwoorden, bewijs, besluiten en het logboek. Je kunt dit bestand in een andere Weegschaal "
        "inlezen. Wie zich daar aanmeldt, krijgt alleen de antwoorden. "
        "Wat je hier niet mag zien, staat er niet in."
    )
