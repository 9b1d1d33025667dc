"""The advice on the screen: as it was given, and the form in which the secretary writes it."""

from html import escape

import streamlit as st

from assessment.entries import Reader
from assessment.months import date_text
from assessment.review import wording
from assessment.review.advice import AdviceKind, Proviso
from services import advising, people
from services.advising import Advice, Draft
from services.errors import CannotSave, Refused, StepIncomplete
from texts import _
from ui import context, links, page, sheets, table
from ui.here import Here
from ui.sheets import Sheet

KIND, TEXT, FOR, AGAINST = "ws-advies-soort", "ws-advies-tekst", "ws-advies-voor", "ws-advies-tegen"
ONE_ROUND, COUNT, FAULT = "ws-advies-ronde", "ws-advies-aantal", "ws-advies-fout"


def show(advice: Advice) -> None:
    """Draw an advice with everything that stands in it."""
    page.heading(_("Advies van het ethisch netwerk"), anchor="advies")
    st.html(f"<p><strong>{escape(wording.kind_text(advice.kind))}.</strong> {escape(advice.text)}</p>")
    if advice.one_round:
        page.paragraph(wording.one_round_text(advice.one_round))
    if advice.conditions:
        rows = [[escape(p.text), escape(p.owner), escape(date_text(p.due))] for p in advice.conditions]
        title, heads = _("Voorwaarden van het advies"), [_("Wat"), _("Wie"), _("Voor")]
        page.heading(_("Voorwaarden"), level=3)
        st.html(table.html(title, heads, rows))
        sheets.offer(
            title, lambda: Sheet(title, heads, [(p.text, p.owner, p.due) for p in advice.conditions])
        )
    _list(_("Argumenten voor"), advice.arguments_for)
    _list(_("Argumenten tegen"), advice.arguments_against)
    _list(
        _("Bezwaren, woord voor woord"),
        [f"{dissent.text} ({wording.dissent_author(dissent)})" for dissent in advice.dissents],
    )
    names = people.names(context.store(), advice.took_part)
    page.heading(_("Wie deed mee"), level=3)
    page.paragraph(wording.took_part_text(names[name] for name in advice.took_part))


def in_short(opened: Here) -> None:
    """Draw the advice on the answers of this round on another page, with the way to the session."""
    found = advising.on_round(context.store(), context.user(), opened.id)
    if found is None:
        return
    show(found)
    st.html(f"<p>{links.whole(opened.id, links.REVIEW, _('Naar de sessie'))}</p>")


def write(opened: Here) -> None:
    """Draw the form; what the answers point at is filled in."""
    found = advising.draft(context.store(), context.user(), opened.id)
    page.heading(_("Schrijf het advies"), anchor="advies-schrijven")
    page.once(fault=FAULT)
    page.paragraph(_proposal(found))
    kinds = list(AdviceKind)
    st.radio(
        _("Het advies is"),
        kinds,
        index=kinds.index(found.proposed) if found.proposed else None,
        format_func=wording.kind_text,
        key=KIND,
    )
    st.text_area(_("Wat adviseert het netwerk?"), key=TEXT)
    if not found.enough_rounds:
        page.paragraph(_("Er was nog maar één ronde. Open ronde 2, of zeg hier waarom één ronde genoeg is."))
        st.text_area(_("Waarom is één ronde genoeg?"), key=ONE_ROUND)
    st.text_area(_("Argumenten voor, elk op een eigen regel"), key=FOR)
    st.text_area(_("Argumenten tegen, elk op een eigen regel"), key=AGAINST)
    for number in range(1, st.session_state.setdefault(COUNT, 1) + 1):
        _condition(number)
    st.button(_("Nog een voorwaarde"), on_click=_one_more)
    page.paragraph(_("Bezwaren uit de laatste ronde komen vanzelf in het advies, woord voor woord."))
    st.button(_("Geef het advies"), type="primary", on_click=_give, args=(opened,))


def _proposal(found: Draft) -> str:
    if found.proposed is None:
        return _("De antwoorden wijzen geen advies aan. Kies zelf, en leg uit waarom.")
    return _("De antwoorden wijzen op: {kind}. Je mag anders kiezen. Leg dan uit waarom.").format(
        kind=wording.kind_text(found.proposed).lower()
    )


def _condition(number: int) -> None:
    page.heading(_("Voorwaarde {number}").format(number=number), level=3)
    st.text_input(
        _("Wat moet er gebeuren bij voorwaarde {number}?").format(number=number), key=_key(number, "wat")
    )
    st.text_input(_("Wie zorgt voor voorwaarde {number}?").format(number=number), key=_key(number, "wie"))
    # A text: the parts of Streamlit's field for a date are too small for a finger (WCAG 2.5.8).
    st.text_input(
        _("Wanneer is voorwaarde {number} klaar? Bijvoorbeeld 22-11-2026").format(number=number),
        key=_key(number, "dag"),
    )


def _key(number: int, part: str) -> str:
    return f"ws-voorwaarde-{number}-{part}"


def _one_more() -> None:
    st.session_state[COUNT] += 1


def _give(opened: Here) -> None:
    state = st.session_state
    try:
        advising.give(
            context.store(),
            context.user(),
            opened.id,
            state[KIND],
            state[TEXT],
            conditions=_conditions(),
            arguments_for=state[FOR].splitlines(),
            arguments_against=state[AGAINST].splitlines(),
            one_round=state.get(ONE_ROUND, ""),
        )
    except (Refused, CannotSave) as refused:
        state[FAULT] = str(refused)


def _conditions() -> list[Proviso]:
    """Read the conditions that were filled in. Raises StepIncomplete when a day cannot be read."""
    state, reader, found = st.session_state, Reader(), []
    for number in range(1, state[COUNT] + 1):
        text, owner = state[_key(number, "wat")], state[_key(number, "wie")]
        if text.strip() or owner.strip():
            with reader.within(str(number)):
                due = reader.day("due", {"due": state[_key(number, "dag")]})
            if due:
                found.append(Proviso(text, owner, due))
    if reader.faults:
        raise StepIncomplete(reader.faults)
    return found


def _list(title: str, texts: tuple[str, ...] | list[str]) -> None:
    if not texts:
        return
    page.heading(title, level=3)
    items = "".join(f'<li><span class="ws-note">{escape(text)}</span></li>' for text in texts)
    st.html(f'<ul class="ws-reasons">{items}</ul>')
