"""The self-scan on screen: the latest year with what changed, the form, and all years."""

from html import escape

import streamlit as st

from assessment.framework import Framework
from assessment.portfolio.scan import BLOCK, DIMENSION, History, Scan, Step, steps, subjects
from services import people, self_scan
from services.access import Action
from services.errors import CannotSave, StepIncomplete
from texts import _, ngettext
from ui import context, page, sheets
from ui.here import today
from ui.portfolio import picture, tables
from ui.portfolio.picture import Bar
from ui.portfolio.tables import Table
from ui.times import moment_text

OPEN = ""
SAID = "ws-zelfscan-gezegd"


def draw(framework: Framework, history: History) -> None:
    """Draw the newest scan, and how it was before."""
    if history.latest is None:
        page.paragraph(_("Er is nog geen zelfscan ingevuld."))
        return
    _latest(framework, history, history.latest)
    _years(framework, history)


def form(framework: Framework, history: History) -> None:
    """Draw the form, for whoever may fill it in."""
    if not context.may(Action.SCAN):
        page.paragraph(_("Het CIO-office vult de zelfscan in. Je kunt hem hier lezen."))
        return
    page.once(said=SAID)
    page.heading(
        _("Vul de zelfscan in"),
        about=_("Kies per onderdeel de zin die nu klopt. Weet je het niet? Laat het dan open."),
        anchor="invullen",
    )
    year = st.number_input(
        _("Jaar"), self_scan.FIRST_YEAR, today().year, value=today().year, step=1, key="ws-zelfscan-jaar"
    )
    before = history.by_year.get(int(year)) or history.before(int(year))
    with st.form("ws-zelfscan"):
        levels, notes = _fields(framework, before, int(year))
        if st.form_submit_button(_("Bewaar de zelfscan"), type="primary"):
            _save(int(year), levels, notes)


def _fields(framework: Framework, before: Scan | None, year: int) -> tuple[dict[str, str], dict[str, str]]:
    """Draw a choice and a note per subject, filled in as it was the last time."""
    levels: dict[str, str] = {}
    notes: dict[str, str] = {}
    for key, subject in subjects(framework).items():
        label = f"{subject.name}. {subject.meaning}"
        options = {OPEN: _("Nog open")} | {
            level.id: page.plain(f"{level.label}: {subject.levels[level.id]}")
            for level in framework.maturity_levels
        }
        then = before.levels.get(key, OPEN) if before else OPEN
        with st.container(key=f"ws-scan-{key.replace(':', '-')}"):
            chosen = st.radio(
                label,
                list(options),
                index=list(options).index(then) if then in options else 0,
                format_func=options.__getitem__,
                key=f"ws-scan-niveau-{key}-{year}",
            )
            levels[key] = chosen or OPEN
            notes[key] = st.text_area(
                _("{name}: waaruit blijkt dat?").format(name=subject.name),
                value=before.notes.get(key, "") if before else "",
                max_chars=self_scan.MAX_NOTE,
                height=80,
                key=f"ws-scan-notitie-{key}-{year}",
            )
    return levels, notes


def _save(year: int, levels: dict[str, str], notes: dict[str, str]) -> None:
    try:
        self_scan.fill(context.store(), context.user(), year, levels, notes=notes)
    except StepIncomplete as refused:
        for fault in refused.faults.values():
            st.error(page.plain(fault))
        return
    except CannotSave as refused:
        st.error(page.plain(str(refused)))
        return
    st.session_state[SAID] = _("De zelfscan is bewaard.")
    st.rerun()


def _latest(framework: Framework, history: History, scan: Scan) -> None:
    found = steps(framework, scan, history.before(scan.year))
    page.heading(
        _("De zelfscan van {year}").format(year=scan.year),
        about=_("Ingevuld door {who}, {moment}.").format(
            who=_name(scan), moment=moment_text(scan.at, today())
        ),
        anchor="laatste",
    )
    for sort, title in ((DIMENSION, _("Volwassenheid")), (BLOCK, _("Bouwstenen"))):
        part = [step for step in found if step.key.startswith(sort)]
        _picture(framework, title, part, sort)
        tables.draw(table_of(title, part))


def _picture(framework: Framework, title: str, part: list[Step], key: str) -> None:
    bars = [Bar(step.subject.name, step.height or 0, _standing(step)) for step in part]
    told = "; ".join(f"{bar.name}: {bar.text}" for bar in bars)
    page.heading(title, level=3)
    text = _("Balken van 0 tot {most}: {bars}.").format(most=len(framework.maturity_levels), bars=told)
    picture.bars(bars, text, f"zelfscan-{key}", whole=len(framework.maturity_levels))


def table_of(title: str, part: list[Step]) -> Table:
    """Return where each subject stands, what changed, and what the next level asks."""
    heads = (
        _("Onderdeel"),
        _("Niveau"),
        _("Verschil met de vorige keer"),
        _("Waaruit blijkt dat"),
        _("Wat het volgende niveau vraagt"),
    )
    rows = [
        [step.subject.name, _standing(step), _change(step), step.note or "–", step.asks or "–"]
        for step in part
    ]
    return Table(title, heads, rows)


def _standing(step: Step) -> str:
    return f"{step.height}, {step.label}" if step.height else _("open")


def _change(step: Step) -> str:
    if step.change is None:
        return _("Niets om mee te vergelijken")
    if not step.change:
        return _("Gelijk gebleven")
    template = (
        ngettext("{count} niveau hoger", "{count} niveaus hoger", step.change)
        if step.change > 0
        else ngettext("{count} niveau lager", "{count} niveaus lager", -step.change)
    )
    return template.format(count=abs(step.change))


def _years(framework: Framework, history: History) -> None:
    page.heading(
        _("Alle jaren"),
        about=_("Per jaar telt wat het laatst is ingevuld. Eerdere versies blijven bewaard."),
        anchor="jaren",
    )
    shown = years_table(framework, history)
    tables.draw(shown)
    sheets.offer(_("De zelfscan per jaar"), lambda: tables.sheet(shown))
    items = "".join(f"<li>{escape(_filled(scan))}</li>" for scan in reversed(history.scans))
    st.html(f'<ul class="ws-used">{items}</ul>')


def years_table(framework: Framework, history: History) -> Table:
    """Return the level of each subject in each year, the newest year first."""
    by_year = {year: steps(framework, scan, None) for year, scan in history.by_year.items()}
    rows = [
        [subject.name, *(_standing(found[place]) for found in by_year.values())]
        for place, subject in enumerate(subjects(framework).values())
    ]
    return Table(_("De zelfscan per jaar"), (_("Onderdeel"), *map(str, by_year)), rows)


def _name(scan: Scan) -> str:
    return people.names(context.store(), [scan.author])[scan.author]


def _filled(scan: Scan) -> str:
    return _("{year}: ingevuld door {who}, {moment}").format(
        year=scan.year, who=_name(scan), moment=moment_text(scan.at, today())
    )
