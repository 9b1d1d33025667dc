"""What belongs to an answer: a note, how one knows it, links, files, talk. Drawn when somebody opens it."""

from collections.abc import Callable
from html import escape
from uuid import UUID

import streamlit as st

from assessment.answers import KNOWN_BY, Reply
from assessment.parts import Question
from assessment.wording import known_by_text
from services import evidence
from services.errors import CannotSave, Refused
from services.evidence import EXTENSIONS, Evidence
from texts import _
from ui import context, page, talk
from ui.form import KNOWN_BY as KNOWN_BY_PART
from ui.form import NOTE, StepForm
from ui.saving import Sheet
from ui.server import failures

OPEN, LINK, FILE, REFUSED = "bij-antwoord", "link", "bestand", "geweigerd"


def draw(sheet: Sheet, form: StepForm, question: Question, seed: Reply, attached: list[Evidence]) -> None:
    """Draw the part that opens; closed, it costs one element."""
    label, key = _("Notitie en bewijs, opmerkingen"), form.key(question.id, OPEN)
    part = st.expander(label, key=key, on_change="rerun", type="compact")
    if part.open:
        with part:
            _note(form, question, seed)
            _attached(attached)
            _add(form, question)
            talk.draw(talk.Place(form.assessment, question.id))
            _clear(sheet, question, seed)
    else:
        talk.keep(talk.Place(form.assessment, question.id))


def _note(form: StepForm, question: Question, seed: Reply) -> None:
    st.text_area(_("Notitie bij dit antwoord"), value=seed.note, key=form.key(question.id, NOTE), height=100)
    st.pills(
        _("Hoe weet je dit?"),
        KNOWN_BY,
        default=seed.known_by,
        format_func=known_by_text,
        key=form.key(question.id, KNOWN_BY_PART),
    )


def _attached(attached: list[Evidence]) -> None:
    page.heading(_("Bewijs"), level=3)
    if not attached:
        page.paragraph(_("Er is nog geen bewijs toegevoegd."), style="ws-about")
    for item in attached:
        with st.container(horizontal=True, vertical_alignment="center", key=f"ws-bewijs-{item.id.hex}"):
            _open(item)
            st.button(
                _("Verwijder {name}").format(name=page.plain(item.name)),
                key=f"weg-{item.id.hex}",
                on_click=_remove,
                args=(item.id,),
                type="tertiary",
            )


def _open(item: Evidence) -> None:
    if item.url:
        address = f'href="{escape(item.url)}" target="_blank" rel="noreferrer"'
        st.html(f"<p><a {address}>{escape(item.name)}</a></p>")
        return
    # Read here: the file is made in a thread that knows no session.
    store, user = context.store(), context.user()
    st.download_button(
        _("Download {name}").format(name=page.plain(item.name)),
        data=failures.logged(context.while_signed_in(lambda: evidence.content(store, user, item.id))),
        file_name=item.name,
        mime=item.media_type,
        key=f"haal-{item.id.hex}",
        on_click="ignore",
        type="tertiary",
    )


def _add(form: StepForm, question: Question) -> None:
    turn = st.session_state.get(_turn(form, question), 0)
    link, file = form.key(question.id, f"{LINK}-{turn}"), form.key(question.id, f"{FILE}-{turn}")
    st.text_input(_("Link naar bewijs"), key=link)
    st.button(_("Voeg link toe"), key=f"{link}-knop", on_click=_add_link, args=(form, question, link))
    st.file_uploader(
        _("Bestand, hooguit 10 MB"),
        type=list(EXTENSIONS),
        key=file,
        on_change=_add_file,
        args=(form, question, file),
    )
    page.once(fault=form.key(question.id, REFUSED))


def _turn(form: StepForm, question: Question) -> str:
    """Fields get a new key once their content was added, so that they are empty again."""
    return form.key(question.id, "beurt")


def _add_link(form: StepForm, question: Question, key: str) -> None:
    url = st.session_state.get(key) or ""
    _try_to_add(
        form,
        question,
        lambda: evidence.add_link(context.store(), context.user(), form.assessment, question.id, url),
    )


def _add_file(form: StepForm, question: Question, key: str) -> None:
    file = st.session_state.get(key)
    if file is not None:
        _try_to_add(
            form,
            question,
            lambda: evidence.add_file(
                context.store(), context.user(), form.assessment, question.id, file.name, file.getvalue()
            ),
        )


def _try_to_add(form: StepForm, question: Question, add: Callable[[], Evidence]) -> None:
    try:
        add()
    except Refused as refused:
        st.session_state[form.key(question.id, REFUSED)] = str(refused)
    except CannotSave as fault:
        text = _(
            "Toevoegen lukt nu niet. Probeer het zo opnieuw. "
            "Blijft dit zo? Vertel de beheerder nummer {number}."
        )
        st.session_state[form.key(question.id, REFUSED)] = text.format(number=fault.number)
    else:
        st.session_state[_turn(form, question)] = st.session_state.get(_turn(form, question), 0) + 1


def _remove(item: UUID) -> None:
    evidence.remove(context.store(), context.user(), item)


def _clear(sheet: Sheet, question: Question, seed: Reply) -> None:
    if seed.value is not None:
        empty = Reply(None, seed.note, seed.known_by)
        st.button(
            _("Wis het antwoord"),
            key=f"wis-{question.id}",
            on_click=sheet.choose,
            args=(question.id, empty),
            type="tertiary",
        )
