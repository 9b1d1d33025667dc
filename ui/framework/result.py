"""What another version would change: counted, and one by one with the rules that make the difference."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from assessment.columns.change_words import (
    change_text,
    effect_texts,
    level_name,
    made_texts,
    move_text,
    reasons,
)
from assessment.columns.changes import Move, Subject
from assessment.framework import Framework
from assessment.months import date_text
from assessment.numbers import number_text
from services import frameworks, rejudging
from services.rejudging import Look, Named, Row
from texts import _, ngettext
from ui import context, links, page, sheets
from ui.framework import figures
from ui.paging import paged
from ui.sheets import Sheet

ON_A_PAGE = 20
TIER = Subject("dimension", "trede")


def draw(look: Look) -> None:
    """Draw what was found: in short, in tables, and as a list."""
    page.heading(
        _("Wat versie {version} verandert").format(version=look.framework.version),
        about=_("Berekend met de antwoorden en regels zoals ze gelden op {day}.").format(
            day=date_text(look.on)
        ),
    )
    for text in _summary(look):
        page.paragraph(text)
    tables = figures.draw(look)
    _list(look)
    store, user = context.store(), context.user()
    every = rejudging.rows(look)
    sheets.offer_all(
        lambda: [*tables, _sheet(look, rejudging.named(store, user, every))], about=look.framework.version
    )


def _summary(look: Look) -> Iterable[str]:
    found = look.found
    tallies = found.assessments.values()
    seen, changed = (sum(getattr(tally, name) for tally in tallies) for name in ("seen", "changed"))
    yield _("Bij {changed} van de {seen} afwegingen verandert de trede of een instrument.").format(
        changed=number_text(changed), seen=number_text(seen)
    )
    if found.entries.seen:
        yield _(
            "Bij {changed} van de {seen} algoritmes zonder afweging ook. Daarvan weten we alleen wat in het "
            "register staat."
        ).format(changed=number_text(found.entries.changed), seen=number_text(found.entries.seen))
    if found.same:
        yield ngettext(
            "{count} afweging is al met deze versie gemaakt.",
            "{count} afwegingen zijn al met deze versie gemaakt.",
            found.same,
        ).format(count=number_text(found.same))
    for version, count in found.unreadable.items():
        yield _(
            "{count} met versie {version} konden we niet bekijken: die versie staat niet meer op deze server."
        ).format(count=number_text(count), version=version)
    yield from _by_hand(look)


def _by_hand(look: Look) -> Iterable[str]:
    every = [found for of_version in look.found.by_hand.values() for found in of_version.values()]
    if every:
        yield ngettext(
            "In {count} afweging zette iemand iets met de hand. Bij {changed} daarvan verandert ook wat "
            "geldt.",
            "In {count} afwegingen zette iemand iets met de hand. Bij {changed} daarvan verandert ook wat "
            "geldt.",
            len(every),
        ).format(
            count=number_text(len(every)), changed=number_text(sum(bool(each.effects) for each in every))
        )
        yield _(
            "De aantallen gaan over wat de regels zeggen. In de lijst staat ook wat met de hand is gezet."
        )


def _list(look: Look) -> None:
    page.heading(_("Welke afwegingen en algoritmes"))
    every = st.checkbox(
        _("Laat ook zien wat nog niet verandert, maar later wel kan veranderen"), key="ws-regels-alles"
    )
    rows = rejudging.rows(look, counting=not every)
    if not rows:
        page.paragraph(_("Er verandert niets."))
        return
    if any(tally.is_cut for tally in (*look.found.assessments.values(), look.found.entries)):
        page.paragraph(
            _("De lijst is te lang. Je ziet de eerste {count}.").format(count=number_text(len(rows)))
        )
    with paged(f"ws-regels-bladzijde-{every}", len(rows), ON_A_PAGE) as part:
        shown = rejudging.named(context.store(), context.user(), rows[part])
        st.html("".join(_card(look, row) for row in shown))


def _old(row: Row) -> Framework:
    return frameworks.get(row.old) if row.old else frameworks.current()


def _card(look: Look, row: Named) -> str:
    kind = _("Afweging") if row.old else _("Algoritme in het register")
    moves = "".join(_move(look, row, move) for move in row.change.moves)
    return (
        f'<article class="ws-part"><p class="ws-kicker">{escape(kind)}</p><h3>{_name(row)}</h3>'
        f"<ul>{moves}</ul>{_set(look, row)}</article>"
    )


def _set(look: Look, row: Row) -> str:
    """Return what a person set in this assessment, and what then applies."""
    if row.by_hand is None:
        return ""
    old, new = _old(row), rejudging.framework_of(look)
    texts = (*made_texts(old, new, row.by_hand), *effect_texts(old, new, row.by_hand))
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _name(row: Named) -> str:
    if row.name is None:
        return escape(_("Een afweging die je niet mag lezen"))
    if row.old:
        return links.outcome(row.id, row.name)
    return links.place(links.ENTRY, row.name, id=str(row.id))


def _move(look: Look, row: Row, move: Move) -> str:
    old, new = _old(row), rejudging.framework_of(look)
    why = [escape(reason) for reason in reasons(old, new, move)] if move.counts else []
    if not move.counts:
        why = [escape(_("Dit hangt af van vragen die nog open staan."))]
    because = "".join(f"<li>{reason}</li>" for reason in why)
    return f"<li><strong>{escape(move_text(old, new, move))}.</strong><ul>{because}</ul></li>"


def _sheet(look: Look, rows: Sequence[Named]) -> Sheet:
    heads = (
        _("Soort"),
        _("Naam"),
        _("Versie nu"),
        _("Trede nu"),
        _("Trede straks"),
        _("Wat en waarom"),
        _("Met de hand gezet"),
        _("Wat dan geldt"),
    )
    return Sheet(_("Wat verandert"), heads, [_cells(look, row) for row in rows])


def _cells(look: Look, row: Named) -> tuple[str, ...]:
    old, new, tier = _old(row), rejudging.framework_of(look), row.change.of(TIER)
    levels = (tier.old.counted, tier.new.counted) if tier else ("", "")
    before, after = (level_name(old, new, TIER, level) if level else "" for level in levels)
    kind = _("Afweging") if row.old else _("Algoritme in het register")
    what = change_text(old, new, row.change)
    made, effects = (
        "\n".join(say(old, new, row.by_hand)) if row.by_hand else "" for say in (made_texts, effect_texts)
    )
    return kind, row.name or "", old.version, before, after, what, made, effects
