"""Two versions of the framework side by side, in words."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.catalogue.differences import Detail, Difference, Kind
from assessment.numbers import number_text
from texts import _, ngettext
from ui import page, sheets
from ui.framework import words
from ui.paging import paged
from ui.sheets import Sheet

ON_A_PAGE = 20
KIND, PAGE = "ws-verschil-soort", "ws-verschil-bladzijde"


def draw(found: Sequence[Difference], *, old: str, new: str) -> None:
    """Draw what differs between the version `old` and the version `new`."""
    page.paragraph(_told(found, old, new))
    if not found:
        return
    kinds = ["", *(kind.value for kind in Kind)]
    kind = st.selectbox(_("Welke verschillen?"), kinds, format_func=_kind_text, key=f"{KIND}-{old}-{new}")
    shown = [each for each in found if kind in ("", each.kind.value)]
    with paged(f"{PAGE}-{old}-{new}-{kind}", len(shown), ON_A_PAGE) as part:
        st.html("".join(map(_card, shown[part])) or f"<p>{escape(_('Niets.'))}</p>")
    sheets.offer(_("Verschillen"), lambda: _sheet(found), about=f"{old} {new}")


def _told(found: Sequence[Difference], old: str, new: str) -> str:
    if not found:
        return _("Versie {old} en versie {new} zeggen precies hetzelfde.").format(old=old, new=new)
    count = Counter(each.kind for each in found)
    text = ngettext(
        "Van versie {old} naar versie {new} is er {count} verschil: {added} erbij, {removed} weg en "
        "{changed} anders.",
        "Van versie {old} naar versie {new} zijn er {count} verschillen: {added} erbij, {removed} weg en "
        "{changed} anders.",
        len(found),
    )
    return text.format(
        old=old,
        new=new,
        count=number_text(len(found)),
        added=count[Kind.ADDED],
        removed=count[Kind.REMOVED],
        changed=count[Kind.CHANGED],
    )


def _kind_text(kind: str) -> str:
    return {
        "": _("Alles"),
        Kind.ADDED.value: _("Wat erbij komt"),
        Kind.REMOVED.value: _("Wat weggaat"),
        Kind.CHANGED.value: _("Wat verandert"),
    }[kind]


def _happened(found: Difference) -> str:
    return {Kind.ADDED: _("erbij"), Kind.REMOVED: _("weg"), Kind.CHANGED: _("anders")}[found.kind]


def _card(found: Difference) -> str:
    item = found.item
    head = f"{escape(words.sort_name(item.sort))} <code>{escape(item.id)}</code>"
    details = "".join(_detail(found, each) for each in found.details)
    happened = f"<strong>{escape(_happened(found))}</strong>"
    return (
        f'<article class="ws-part"><p class="ws-kicker">{head}: {happened}</p>'
        f'<h2>{escape(item.name)}</h2><dl class="ws-words">{details}</dl></article>'
    )


def _detail(found: Difference, detail: Detail) -> str:
    label = f"<dt>{words.code(detail.label)}</dt>"
    if found.kind is not Kind.CHANGED:
        return f"{label}<dd>{words.html(detail.new or detail.old)}</dd>"
    was, now = (words.html(text) if text else escape(_("niets")) for text in (detail.old, detail.new))
    return (
        f'{label}<dd class="ws-was"><span class="ws-tag">{escape(_("Was"))}</span> <div>{was}</div></dd>'
        f'<dd class="ws-now"><span class="ws-tag">{escape(_("Wordt"))}</span> <div>{now}</div></dd>'
    )


def _sheet(found: Sequence[Difference]) -> Sheet:
    heads = (_("Wat"), _("Soort"), _("Code"), _("Naam"), _("Onderdeel"), _("Was"), _("Wordt"))
    rows = [
        (
            _happened(each),
            words.sort_name(each.sort),
            each.item.id,
            each.item.name,
            detail.label,
            detail.old,
            detail.new,
        )
        for each in found
        for detail in each.details
    ]
    return Sheet(_("Verschillen"), heads, rows)
