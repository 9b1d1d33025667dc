"""What the second look marks: those probably rated too low first, each with reason and question."""

from html import escape

import streamlit as st

from assessment.second_look.look import Signal
from assessment.second_look.wording import reason, signal_text
from services import second_look
from services.second_look import Seen
from texts import _, ngettext
from ui import context, links, page, sheets, table
from ui.paging import paged
from ui.register import look
from ui.sheets import Sheet

ON_A_PAGE = 25
SHOWN, PAGE = "ws-tweede-blik-toon", "ws-tweede-blik-bladzijde"
MARKED = (Signal.HIGHER, Signal.CHECK)


def draw() -> None:
    """Draw the choice of signals, the list, and the list as a file."""
    store, user = context.store(), context.user()
    shares = second_look.shares(store, user)
    page.paragraph(_counted(shares[Signal.HIGHER], shares[Signal.CHECK], shares.total()))
    signals = _chosen()
    count = second_look.count(store, user, signals)
    with paged(PAGE, count, ON_A_PAGE) as part:
        _listed(second_look.page(store, user, signals, limit=ON_A_PAGE, offset=part.start))
    if count:
        sheets.offer(_("Tweede blik"), lambda: _sheet(second_look.every(store, user, signals)))


def _counted(higher: int, check: int, every: int) -> str:
    first = ngettext(
        "Bij {count} algoritme is de eigen inschatting waarschijnlijk te laag.",
        "Bij {count} algoritmes is de eigen inschatting waarschijnlijk te laag.",
        higher,
    )
    second = ngettext(
        "Bij {count} algoritme is nader onderzoek nodig.",
        "Bij {count} algoritmes is nader onderzoek nodig.",
        check,
    )
    third = ngettext(
        "In het register staat {count} algoritme.", "In het register staan {count} algoritmes.", every
    )
    counted = ((first, higher), (second, check), (third, every))
    return " ".join(text.format(count=count) for text, count in counted)


def _chosen() -> tuple[str, ...]:
    words = {
        "gemarkeerd": _("Waarschijnlijk hoger of nader onderzoek"),
        **{str(signal): signal_text(signal) for signal in (*MARKED, Signal.NONE)},
        "alles": _("Alle algoritmes"),
    }
    chosen = st.selectbox(_("Toon"), list(words), format_func=words.__getitem__, key=SHOWN)
    return {"gemarkeerd": MARKED, "alles": ()}.get(chosen, (chosen,))


def _listed(found: list[Seen]) -> None:
    if not found:
        page.paragraph(_("Geen algoritmes met dit signaal."))
        return
    heads = (_("Algoritme"), _("Eigen inschatting"), _("Tweede blik"), _("Waarom"), _("Begin met deze vraag"))
    rows = [_row(seen) for seen in found]
    st.html(f'<div class="ws-register ws-marked">{table.html(_("Tweede blik"), heads, rows)}</div>')


def _row(seen: Seen) -> tuple[str, ...]:
    number = _("nummer {number}").format(number=seen.entry.number)
    if seen.weighed:
        number = _("nummer {number}, er is een afgeronde afweging").format(number=seen.entry.number)
    name = links.place(links.ENTRY, seen.entry.name, id=str(seen.entry.id))
    return (
        f"<span>{name}<small>{escape(number)}</small></span>",
        escape(_own(seen)),
        f"{look.signal(seen.look.signal)}<small>{escape(look.bounds(seen))}</small>",
        escape(reason(seen.look)),
        look.question(seen),
    )


def _own(seen: Seen) -> str:
    own = seen.look.judgement.own
    return seen.look.judgement.tier.dimension.level(own).label if own else _("Niet ingevuld")


def _sheet(found: list[Seen]) -> Sheet:
    columns = (
        _("Nummer"),
        _("Naam"),
        _("Eigen inschatting"),
        _("Signaal"),
        _("Trede volgens het register"),
        _("Waarom"),
        _("Begin met deze vraag"),
        _("Wie zoekt dit uit"),
        _("Afgeronde afweging"),
    )
    return Sheet(_("Tweede blik"), columns, [_cells(seen) for seen in found])


def _cells(seen: Seen) -> tuple[str, ...]:
    question = seen.question
    return (
        seen.entry.number,
        seen.entry.name,
        _own(seen),
        signal_text(seen.look.signal),
        look.bounds(seen),
        reason(seen.look),
        question.text if question else "",
        seen.framework.roles[question.owner].name if question else "",
        _("Ja") if seen.weighed else _("Nee"),
    )
