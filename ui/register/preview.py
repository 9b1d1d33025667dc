"""What bringing in a file would do, row by row, before anything is done; and afterwards what was done."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from assessment.register.planning import Plan, PlannedRow, RowKind
from services import register_import
from services.errors import CannotSave, Refused
from texts import _, ngettext
from ui import context, links, page, sheets, table
from ui.paging import paged
from ui.register import uploading, words
from ui.register.uploading import Source
from ui.sheets import Cell, Sheet

ON_A_PAGE = 50
PLANNED, DONE, FAULT, WITHOUT = "ws-import-plan", "ws-import-klaar", "ws-import-fout", "ws-import-zonder"
KIND = "ws-import-soort"


@dataclass(frozen=True)
class Planned:
    """A plan, and what it was made of."""

    source: Source
    plan: Plan


def draw(source: Source) -> None:
    """Offer to look what would happen; then show it, and offer to do it."""
    page.heading(_("3. Bekijk wat er gaat gebeuren"))
    st.button(_("Bekijk wat er gaat gebeuren"), on_click=_plan, args=(source,), key="ws-import-bekijk")
    if fault := st.session_state.get(FAULT):
        st.error(page.plain(fault))
    held: Planned | None = st.session_state.get(PLANNED)
    if held is None or held.source != source:
        return
    page.remark(counts(held.plan))
    _warn(held.plan)
    _rows(held.plan)
    _refused(held.plan)
    page.heading(_("4. Zet het in het register"))
    _carry_out(held)


def done() -> bool:
    """Draw what was done with a file, when that is what just happened."""
    plan: Plan | None = st.session_state.get(DONE)
    if plan is None:
        return False
    page.heading(_("Het bestand staat in het register"))
    page.remark(counts(plan, is_done=True))
    st.html(f"<p>{links.place(links.REGISTER, _('Bekijk het register'))}</p>")
    _refused(plan)
    st.button(_("Importeer nog een bestand"), on_click=_again, key="ws-import-nog-een")
    return True


def counts(plan: Plan, *, is_done: bool = False) -> str:
    """Say how many rows go which way."""
    numbers = {kind.value: plan.count(kind) for kind in RowKind}
    if is_done:
        text = _("Nieuw: {new}. Veranderd: {changed}. Al gelijk: {unchanged}. Weggelaten: {refused}.")
    else:
        text = _(
            "Nieuw: {new}. Verandert: {changed}. Blijft gelijk: {unchanged}. Kan niet: {refused}. "
            "Er is nog niets veranderd."
        )
    return text.format(**numbers)


def _plan(source: Source) -> None:
    st.session_state.pop(FAULT, None)
    st.session_state.pop(WITHOUT, None)
    try:
        found = register_import.plan(context.store(), context.user(), source.sheet, source.layout)
    except Refused as refused:
        st.session_state[FAULT] = str(refused)
        st.session_state.pop(PLANNED, None)
        return
    st.session_state[PLANNED] = Planned(source, found)
    kinds = [kind for kind in _kinds() if found.count(kind)]
    st.session_state[KIND] = kinds[0] if kinds else None


def _kinds() -> dict[RowKind, str]:
    """Return the ways a row can go, in the order in which they need a look."""
    return {
        RowKind.REFUSED: _("Kan niet"),
        RowKind.CHANGED: _("Verandert"),
        RowKind.NEW: _("Nieuw"),
        RowKind.UNCHANGED: _("Blijft gelijk"),
    }


def _warn(plan: Plan) -> None:
    if plan.renamed:
        text = ngettext(
            "Let op: {count} algoritme krijgt een andere naam. Klopt dat? Misschien telt de kolom met het "
            "nummer iets anders.",
            "Let op: {count} algoritmes krijgen een andere naam. Klopt dat? Misschien telt de kolom met het "
            "nummer iets anders.",
            len(plan.renamed),
        )
        page.remark(text.format(count=len(plan.renamed)))


def _rows(plan: Plan) -> None:
    names = {kind: name for kind, name in _kinds().items() if plan.count(kind)}
    if not names:
        page.paragraph(_("Onder de namen van de kolommen staat geen enkele rij."))
        return
    kind = st.radio(
        _("Welke rijen wil je zien?"),
        list(names),
        format_func=lambda each: _("{kind} ({count})").format(kind=names[each], count=plan.count(each)),
        key=KIND,
        horizontal=True,
    )
    rows = plan.of_kind(kind or next(iter(names)))
    heads = (_("Rij"), _("Algoritme"), _("Waarom") if kind is RowKind.REFUSED else _("Wat er verandert"))
    with paged(f"ws-import-bladzijde-{kind}", len(rows), ON_A_PAGE) as part:
        shown = table.html(_("Rijen van het bestand"), heads, [_row(row) for row in rows[part]])
        st.html(f'<div class="ws-plan">{shown}</div>')
    sheets.offer(_("Rijen van het bestand"), lambda: plan_sheet(plan))


def plan_sheet(plan: Plan) -> Sheet:
    """Return every row of the file with what will happen to it, the ones that need a look first."""
    heads = (_("Rij in het bestand"), _("Algoritme"), _("Wat gaat er gebeuren?"), _("Waarom of wat"))
    rows = [
        (row.number, row.name, name, "\n".join(_said(row)))
        for kind, name in _kinds().items()
        for row in plan.of_kind(kind)
    ]
    return Sheet(_("Rijen van het bestand"), heads, rows)


def _said(row: PlannedRow) -> list[str]:
    return [row.reason] if row.kind is RowKind.REFUSED else words.changes(row.differences)


def _row(row: PlannedRow) -> tuple[str, ...]:
    said = _said(row)
    name = words.short(row.name) or _("zonder naam")
    number = _("Rij {number}").format(number=row.number)
    return escape(number), escape(name), "<br>".join(map(escape, said)) or "–"


def _refused(plan: Plan) -> None:
    if not plan.count(RowKind.REFUSED):
        return

    def make() -> Sheet:
        return refused_sheet(plan)

    sheets.offer(_("Rijen die niet kunnen"), make)


def refused_sheet(plan: Plan) -> Sheet:
    """Return the refused rows as they stood in the file, with why; mended they can be brought in."""
    header = plan.sheet.rows[plan.layout.header - 1]
    width = max((len(row) for row in plan.sheet.rows), default=0)
    heads = (_("Rij in het bestand"), _("Waarom niet"), *_wide(header, width))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (row.number, row.reason, *_wide(plan.sheet.rows[row.number - 1], width))
        for row in plan.of_kind(RowKind.REFUSED)
    )
    return Sheet(_("Rijen die niet kunnen"), heads, rows)


def _wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _carry_out(held: Planned) -> None:
    refused = held.plan.count(RowKind.REFUSED)
    wanted = held.plan.count(RowKind.NEW) + held.plan.count(RowKind.CHANGED)
    if not wanted:
        page.paragraph(_("Dit bestand verandert niets in het register."))
        return
    page.paragraph(_("Alles gaat in één keer. Lukt er iets niet, dan verandert er niets."))
    agreed = True
    if refused:
        text = ngettext(
            "Laat de {count} rij die niet kan weg", "Laat de {count} rijen die niet kunnen weg", refused
        )
        agreed = st.checkbox(text.format(count=refused), key=WITHOUT)
    label = ngettext(
        "Zet {count} algoritme in het register", "Zet {count} algoritmes in het register", wanted
    )
    st.button(
        label.format(count=wanted),
        key="ws-import-doen",
        on_click=_do,
        args=(held,),
        type="primary",
        disabled=not agreed,
    )


def _do(held: Planned) -> None:
    st.session_state.pop(FAULT, None)
    try:
        done = register_import.carry_out(
            context.store(), context.user(), held.plan, leave_out_refused=bool(st.session_state.get(WITHOUT))
        )
    except (Refused, CannotSave) as refused:
        # The register may be another one by now, so what was shown no longer holds.
        st.session_state[FAULT] = str(refused)
        st.session_state.pop(PLANNED, None)
        return
    st.session_state.pop(PLANNED, None)
    st.session_state[DONE] = done
    uploading.again()


def _again() -> None:
    st.session_state.pop(DONE, None)
