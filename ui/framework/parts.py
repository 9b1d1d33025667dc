"""The parts of one version: found by sort and words, each with its source and what it touches."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from assessment.catalogue.items import Item, Sort
from assessment.numbers import number_text
from services import framework_view
from services.framework_view import Touched
from texts import _, ngettext
from ui import context, page, sheets
from ui.framework import words
from ui.here import today
from ui.paging import paged
from ui.sheets import Sheet
from ui.times import clock_text

ON_A_PAGE = 20
LONGEST = 100
SEARCH, SORT, PAGE = "ws-kader-zoek", "ws-kader-soort", "ws-kader-bladzijde"
# What people look for first.
ORDER = (Sort.QUESTION, Sort.RULE, Sort.INSTRUMENT, Sort.DUTY)


def draw(version: str) -> None:
    """Draw what finds parts, how many were found, and one page of them."""
    store, user = context.store(), context.user()
    touched = framework_view.touched(store, user, version, today())
    items = framework_view.items(store, user, version)
    search, sort = _finder(items)
    found = [item for item in items if sort in ("", item.sort) and item.holds(search)]
    st.html(f'<p class="ws-found" data-ws-say>{escape(_found(len(found)))}</p>')
    if touched:
        page.paragraph(_counted(touched), style="ws-source")
    else:
        _wait(version)
    if not found:
        return
    with paged(f"{PAGE}-{sort}-{search}", len(found), ON_A_PAGE) as part:
        st.html("".join(_card(item, touched) for item in found[part]))
    sheets.offer(_("Onderdelen van het kader"), lambda: _sheet(found, touched), about=version)


@st.fragment(run_every=2.0)
def _wait(version: str) -> None:
    """Draw the counts as soon as they are there."""
    if framework_view.touched(context.store(), context.user(), version, today()):
        st.rerun()
    page.paragraph(_("We tellen nog in hoeveel afwegingen elk onderdeel meedoet."), style="ws-source")


def _finder(items: Sequence[Item]) -> tuple[str, str]:
    used = {item.sort for item in items}
    sorts = ["", *ORDER, *(sort for sort in Sort if sort in used and sort not in ORDER)]
    if SEARCH not in st.session_state:
        st.session_state[SEARCH] = st.query_params.get("zoek", "")[:LONGEST]
    search = st.text_input(_("Zoek een woord, een artikel of een code"), key=SEARCH, max_chars=LONGEST)
    with st.container(key="ws-kader-soorten"):
        sort = st.selectbox(_("Wat wil je zien?"), sorts, format_func=_sort_text, key=SORT)
    return search.strip(), sort


def _sort_text(sort: str) -> str:
    return words.sort_names(Sort(sort)) if sort else _("Alles")


def _found(count: int) -> str:
    if not count:
        return _("Niets gevonden. Zoek op een ander woord, of kies ‘Alles’.")
    return ngettext("{count} onderdeel gevonden.", "{count} onderdelen gevonden.", count).format(
        count=number_text(count)
    )


def _counted(touched: Touched) -> str:
    text = ngettext(
        "Geteld om {time} in {count} afweging met deze versie.",
        "Geteld om {time} in {count} afwegingen met deze versie.",
        touched.total,
    )
    return text.format(time=clock_text(touched.at), count=number_text(touched.total))


def touches(item: Item, touched: Touched | None) -> int | None:
    """Return in how many assessments a part plays a role; None for a sort that is not counted, or not yet."""
    if touched is None:
        return None
    counts: Mapping[Sort, Mapping[str, int]] = {
        Sort.QUESTION: touched.questions,
        Sort.RULE: touched.rules,
        Sort.DUTY: touched.rules,
        Sort.INSTRUMENT: touched.instruments,
    }
    return counts[item.sort].get(item.id, 0) if item.sort in counts else None


def _touches_text(item: Item, touched: Touched | None) -> str:
    count = touches(item, touched)
    if count is None:
        return ""
    if item.sort is Sort.QUESTION:
        text = ngettext("Beantwoord in {count} afweging.", "Beantwoord in {count} afwegingen.", count)
    elif item.sort is Sort.INSTRUMENT:
        text = ngettext(
            "Nodig of aanbevolen in {count} afweging.", "Nodig of aanbevolen in {count} afwegingen.", count
        )
    else:
        text = ngettext("Telt mee in {count} afweging.", "Telt mee in {count} afwegingen.", count)
    return text.format(count=number_text(count))


def _card(item: Item, touched: Touched | None) -> str:
    said = escape(_touches_text(item, touched))
    head = f"{escape(words.sort_name(item.sort))} <code>{escape(item.id)}</code>"
    counted = f'<p class="ws-touched">{said}</p>' if said else ""
    return (
        f'<article class="ws-part"><p class="ws-kicker">{head}</p><h2>{escape(item.name)}</h2>'
        f"{counted}{words.listed(item.words)}</article>"
    )


def _sheet(items: Sequence[Item], touched: Touched | None) -> Sheet:
    heads = (_("Soort"), _("Code"), _("Naam"), _("Bron"), _("Afwegingen"), _("Inhoud"))
    rows = [
        (
            words.sort_name(item.sort),
            item.id,
            item.name,
            item.source,
            touches(item, touched),
            "\n".join(f"{label}: {text}" for label, text in item.words.items()),
        )
        for item in items
    ]
    return Sheet(_("Onderdelen van het kader"), heads, rows)
