"""The second look at an entry: its signal, what it rests on, and the question to begin with."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assessment.register.entry import Entry
from assessment.second_look.parts import Statement
from assessment.second_look.wording import (
    answered,
    grounds,
    reason,
    signal_meaning,
    signal_text,
    statement_text,
)
from services import frameworks, second_look
from services.second_look import Looked, Seen
from texts import _
from ui import page, sheets, table, terms
from ui.sheets import Sheet

ANCHOR = "tweede-blik"


def cell(found: Looked | None) -> str:
    """Return what a list shows of a second look, as HTML."""
    if found is None:
        return "–"
    tier = frameworks.current().dimensions["trede"]
    least = _("minstens {level}").format(level=terms.inside(tier.level(found.at_least).label))
    return f"{signal(found.signal)}<small>{escape(least)}</small>"


def signal(name: str) -> str:
    """Return a signal in words, marked as strongly as it is meant, as HTML."""
    return f'<span class="ws-signal ws-signal-{name}">{escape(signal_text(name))}</span>'


def bounds(seen: Seen) -> str:
    """Say which tier is certain by what the register says, and which one counts with its doubts."""
    tier = seen.look.judgement.tier
    level = tier.dimension.level
    least = terms.inside(level(tier.at_least).label)
    if tier.counted == tier.at_least:
        return _("Minstens {level}").format(level=least)
    counted = terms.inside(level(tier.counted).label)
    return _("Minstens {level}, misschien {counted}").format(level=least, counted=counted)


def draw(entry: Entry) -> None:
    """Draw the second look at one entry."""
    (seen,) = second_look.seen([entry])
    page.heading(
        _("Tweede blik"),
        about=_("Wat het register zegt, gewogen in het afwegingskader. Dit is nog geen afweging."),
        anchor=ANCHOR,
    )
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in _facts(seen))
    st.html(f'<dl class="ws-facts ws-look">{rows}</dl>')
    resting = grounds(seen.look)
    if resting:
        with st.expander(_("Wat het register hierover zegt"), key="ws-tweede-blik-gronden"):
            _statements(seen, resting, entry.name)


def question(seen: Seen) -> str:
    """Return the question to begin with and who finds out, as HTML; a dash when there is none."""
    if seen.question is None:
        return "–"
    owner = _("Dit zoekt uit: {owner}.").format(owner=seen.framework.roles[seen.question.owner].name)
    return f"{escape(seen.question.text)} <small>{escape(owner)}</small>"


def _facts(seen: Seen) -> list[tuple[str, str]]:
    judgement = seen.look.judgement
    level = judgement.tier.dimension.level
    own = level(judgement.own).label if judgement.own else _("Niet ingevuld")
    highest = level(judgement.tier.at_most).label
    most = _("{level}. Het register zegt te weinig om dat uit te sluiten.").format(level=highest)
    meaning = escape(signal_meaning(seen.look.signal))
    return [
        (_("Signaal"), f"{signal(seen.look.signal)} {meaning}"),
        (_("Waarom"), escape(reason(seen.look))),
        (_("Begin met deze vraag"), question(seen)),
        (_("Eigen inschatting"), escape(own)),
        (_("Trede volgens het register"), escape(bounds(seen))),
        (_("Hoogste trede die nog kan"), escape(highest if judgement.tier.settled else most)),
    ]


def _statements(seen: Seen, found: Sequence[Statement], about: str) -> None:
    heads = (_("Vraag"), _("Antwoord"), _("Wat het register zegt"), _("Bron"))
    cells = [
        (
            seen.framework.questions[each.question].text,
            answered(seen.framework, each),
            statement_text(each),
            each.source,
        )
        for each in found
    ]
    rows = [[escape(cell) for cell in row] for row in cells]
    st.html(table.html(_("Wat het register zegt over de vragen waar het signaal op rust"), heads, rows))
    # A button with a longer name does not fit in the fold on a small phone.
    title = _("Tweede blik")
    sheets.offer(title, lambda: Sheet(title, heads, cells), about=about)
