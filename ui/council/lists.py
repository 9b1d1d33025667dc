"""The parts of the overview that name algorithms: where they decide, where risks are, what was decided."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from assessment.council.changes import Changes
from assessment.council.overview import Overview, PublicAlgorithm, Ruling
from assessment.council.words import (
    Labels,
    change_texts,
    changes_in_short,
    gone_text,
    grounds_texts,
    hidden_text,
    risk_text,
    ruling_text,
    set_aside_text,
    settled_text,
)
from texts import _, of_data
from ui import page, sheets, table
from ui.paging import paged
from ui.sheets import Sheet

ON_A_PAGE = 50


def changed(overview: Overview, earlier: Overview | None, labels: Labels) -> None:
    """Draw what changed since the earlier overview."""
    page.heading(_("Wat er veranderde"), anchor="veranderd")
    if earlier is None:
        page.paragraph(_("Dit is het eerste overzicht. Het volgende zegt ook wat er veranderde."))
        return
    changes = Changes(earlier, overview)
    page.paragraph(changes_in_short(changes))
    items = (
        *(_item(each.name, (_("Nieuw"),)) for each in changes.new),
        *(_item(each.name, (_("Weg"), gone_text(changes, each))) for each in changes.gone),
        *(_item(each.name, (settled_text(),)) for each in changes.settled),
        *(_item(each.now.name, change_texts(each, labels)) for each in changes.changed),
    )
    _listed(items)


def deciding(overview: Overview, labels: Labels) -> None:
    """Draw the algorithms that decide by themselves."""
    page.heading(_("Waar een algoritme zelf beslist"), anchor="beslist")
    if not overview.deciding:
        page.paragraph(_("Geen enkel algoritme neemt zelf een beslissing, voor zover we weten."))
        return
    heads = (_("Algoritme"), _("Waarvoor"), _("Risico"))
    cells = [(each.name, each.purpose, risk_text(each, labels)) for each in overview.deciding]
    title = _("Algoritmes die zelf beslissen")
    st.html(table.html(title, heads, [[escape(cell) for cell in row] for row in cells]))
    sheets.offer(title, lambda: Sheet(title, heads, cells))


def risky(overview: Overview, labels: Labels) -> None:
    """Draw the algorithms with a high risk with the reasons, and those that are probably rated too low."""
    page.heading(_("Waar het risico hoog is"), anchor="risico")
    if overview.risky:
        _listed(
            _item(each.name, (risk_text(each, labels), each.purpose), each.reasons) for each in overview.risky
        )
    else:
        page.paragraph(_("Van geen enkel algoritme weten we dat het risico hoog is."))
    if overview.unsure:
        page.paragraph(_("Kan nog hoog blijken, want niet elke vraag is beantwoord:"))
        _listed(_item(each.name, (risk_text(each, labels),)) for each in overview.unsure)
    if overview.doubted:
        page.paragraph(_("Waarschijnlijk hoger dan de gemeente eerder schatte, en nog niet gewogen:"))
        _listed(_item(each.name, (risk_text(each, labels),)) for each in overview.doubted)


def decided(overview: Overview) -> None:
    """Draw what was decided, the newest first, with the grounds."""
    page.heading(_("Wat er besloten is, en waarom"), anchor="besloten")
    if not overview.decided:
        page.paragraph(_("Er is nog over geen enkel algoritme een besluit genomen met dit kader."))
        return
    rulings: Iterable[tuple[str, Ruling]] = (
        (each.name, each.ruling) for each in overview.decided if each.ruling
    )
    _listed(_item(name, (ruling_text(ruling),), grounds_texts(ruling)) for name, ruling in rulings)


def set_aside(overview: Overview) -> None:
    """Draw what counts nowhere because an assessment says that it is no algorithm, and nobody decided so."""
    if not overview.set_aside:
        return
    page.heading(_("Wat hier niet meetelt"), about=set_aside_text(overview), anchor="telt-niet-mee")
    _listed(_item(each.name, (each.purpose,)) for each in overview.set_aside)


def everything(overview: Overview, labels: Labels) -> None:
    """Draw every algorithm with its two texts, a page at a time."""
    page.heading(_("Alle algoritmes"), about=_("Open een algoritme om meer te lezen."), anchor="alle")
    search = st.text_input(_("Zoek op naam of doel"), key="ws-raad-zoek", max_chars=100).strip().casefold()
    found = [each for each in overview.algorithms if search in f"{each.name} {each.purpose}".casefold()]
    if not found:
        page.remark(_("Geen algoritme heeft dit in de naam of het doel. Zoek op een ander woord."))
        return
    with paged(f"ws-raad-bladzijde-{search}", len(found), ON_A_PAGE) as part:
        st.html("".join(_card(each, labels) for each in found[part]))


def sheet(overview: Overview, labels: Labels) -> Sheet:
    """Return all algorithms as a table to take along."""
    unknown = _("Onbekend")
    columns = (
        _("Algoritme"),
        _("Domein"),
        _("Waarvoor"),
        _("Status"),
        _("Werking"),
        _("Risico"),
        _("Kort"),
        _("Lang"),
    )
    rows = [
        (
            each.name,
            of_data(each.domain),
            each.purpose,
            labels.status.get(each.status, unknown),
            labels.working.get(each.working, unknown),
            risk_text(each, labels),
            each.short,
            each.long,
        )
        for each in overview.algorithms
    ]
    return Sheet(_("Alle algoritmes"), columns, rows)


def _card(algorithm: PublicAlgorithm, labels: Labels) -> str:
    short = algorithm.short or algorithm.purpose or _("Nog geen omschrijving")
    facts = {
        _("Status"): labels.status.get(algorithm.status, _("Onbekend")),
        _("Werking"): labels.working.get(algorithm.working, _("Onbekend")),
        _("Risico"): risk_text(algorithm, labels),
    }
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts.items())
    more = "".join(f"<p>{escape(line)}</p>" for line in algorithm.long.splitlines() if line.strip())
    hidden = f"<p>{escape(hidden_text())}</p>" if algorithm.partial else ""
    return (
        f'<details class="ws-algorithm"><summary><strong>{escape(algorithm.name)}</strong>: '
        f'<span>{escape(short)}</span></summary><dl class="ws-facts">{told}</dl>{more}{hidden}</details>'
    )


def _item(name: str, texts: Sequence[str], parts: Sequence[str] = ()) -> str:
    told = " ".join(escape(text if text.endswith(".") else f"{text}.") for text in texts if text)
    below = "".join(f"<li>{escape(part)}</li>" for part in parts)
    return f"<li><strong>{escape(name)}</strong>: {told}{f'<ul>{below}</ul>' if below else ''}</li>"


def _listed(items: Iterable[str]) -> None:
    told = "".join(items)
    if told:
        st.html(f"<ul>{told}</ul>")
