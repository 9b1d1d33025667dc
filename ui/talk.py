"""Conversations about an answer: to read, and for whoever may, to take part in."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from uuid import UUID

import streamlit as st

from services import comments, people
from services.access import Action
from services.comments import Comment, Count, Kind, Thread
from services.errors import CannotSave, Refused
from texts import _, ngettext
from ui import context, page, saving
from ui.here import today
from ui.times import moment_text

Names = Mapping[str, str]
OPEN, SAID, FAULT, FIELDS = "gesprek", "gesprek-gezegd", "gesprek-fout", "gesprek-velden"


@dataclass(frozen=True)
class Place:
    """An answer that one can talk about."""

    assessment: UUID
    question: str

    def key(self, part: str) -> str:
        """Return the key of a widget, or of something to remember, here."""
        return saving.key(self.assessment, self.question, part)


def part(place: Place, count: Count | None, *, side: str = "") -> None:
    """Draw the conversations about an answer that one cannot change; closed, they cost one element."""
    if count is None and not context.may(Action.COMMENT, place.assessment):
        return
    # Always the same words: with another name it would be another part, and that one is closed.
    label = _("Opmerkingen bij: {side}").format(side=side) if side else _("Opmerkingen")
    opened = st.expander(label, key=place.key(OPEN), on_change="rerun", type="compact")
    if opened.open:
        with opened:
            draw(place)
    else:
        keep(place)


def keep(place: Place) -> None:
    """Keep what was typed and not placed yet while its part is closed: a field that is gone forgets it."""
    for key in st.session_state.get(place.key(FIELDS), ()):
        if key in st.session_state:
            st.session_state[_kept(key)] = st.session_state[key]


def _kept(key: str) -> str:
    return f"{key}-bewaard"


def count_text(count: Count) -> str:
    """Say how much was said."""
    text = ngettext("{count} opmerking", "{count} opmerkingen", count.comments).format(count=count.comments)
    if not count.open:
        return _("{comments}, afgehandeld").format(comments=text)
    return text


def draw(place: Place) -> None:
    """Draw all conversations about an answer."""
    found = comments.of_question(context.store(), context.user(), place.assessment, place.question)
    said = {step.author for thread in found for step in thread.steps}
    said |= {name for thread in found for step in thread.steps for name in step.mentions}
    names = people.names(context.store(), said)
    colleagues = _colleagues(place)
    page.heading(_("Opmerkingen"), level=3)
    page.once(said=place.key(SAID), fault=place.key(FAULT))
    st.session_state[place.key(FIELDS)] = []
    for number, thread in enumerate(found, 1):
        st.html(_thread(thread, number, names))
        if colleagues is not None:
            _go_on(place, thread, number, colleagues)
    if colleagues is not None:
        _compose(place, None, _("Nieuwe opmerking"), _("Plaats de opmerking"), colleagues)
    elif not found:
        page.paragraph(_("Er zijn nog geen opmerkingen."), style="ws-about")


def _colleagues(place: Place) -> Names | None:
    """Return whom one may name; None for who may only read."""
    if not context.may(Action.COMMENT, place.assessment):
        return None
    listed = comments.colleagues(context.store(), context.user(), place.assessment)
    count = Counter(person.display for person in listed)
    return {
        person.name: person.display if count[person.display] == 1 else f"{person.display} ({person.name})"
        for person in listed
    }


def _thread(thread: Thread, number: int, names: Names) -> str:
    label = _("Gesprek {number}") if thread.is_open else _("Gesprek {number}, gesloten")
    steps = "".join(f"<li>{_step(step, names)}</li>" for step in thread.steps)
    return f'<ol class="ws-talk" role="list" aria-label="{escape(label.format(number=number))}">{steps}</ol>'


def _step(step: Comment, names: Names) -> str:
    when, who = moment_text(step.at, today()), names[step.author]
    if step.kind is not Kind.WRITTEN:
        closed, opened = _("{who} sloot dit gesprek, {when}."), _("{who} opende dit gesprek weer, {when}.")
        text = (closed if step.kind is Kind.RESOLVED else opened).format(who=who, when=when)
        return f'<p class="ws-about">{escape(text)}</p>'
    about = _("{when}, voor {names}") if step.mentions else "{when}"
    told = about.format(when=when, names=", ".join(names[name] for name in step.mentions))
    return (
        f'<p class="ws-about"><strong>{escape(who)}</strong> {escape(told)}</p>'
        f'<p class="ws-said">{escape(step.text)}</p>'
    )


def _go_on(place: Place, thread: Thread, number: int, colleagues: Names) -> None:
    if thread.is_open:
        label = _("Antwoord in gesprek {number}").format(number=number)
        _compose(place, thread, label, _("Plaats in gesprek {number}").format(number=number), colleagues)
        label, act = _("Sluit gesprek {number}"), comments.close
    else:
        label, act = _("Open gesprek {number} weer"), comments.reopen
    st.button(
        label.format(number=number),
        key=place.key(f"{OPEN}-{thread.number}-{act.__name__}"),
        on_click=_turn_over,
        args=(place, thread, act),
        type="tertiary",
    )


def _compose(place: Place, thread: Thread | None, label: str, button: str, colleagues: Names) -> None:
    # Fields get a new key once their words were placed, so that they are empty again.
    fields = f"{OPEN}-{thread.number if thread else 'nieuw'}"
    key = place.key(f"{fields}-{st.session_state.get(place.key(fields), 0)}")
    _seed(place, key, f"{key}-wie")
    st.text_area(label, key=key, height=100)
    if colleagues:
        st.multiselect(
            _("Voor wie? (mag leeg blijven)"),
            list(colleagues),
            format_func=lambda name: page.plain(colleagues[name]),
            key=f"{key}-wie",
            placeholder=_("Kies collega’s"),
        )
    st.button(button, key=f"{key}-knop", on_click=_write, args=(place, thread, fields, key))


def _seed(place: Place, *keys: str) -> None:
    """Bring back what was typed before the part was closed, once."""
    st.session_state[place.key(FIELDS)] = [*st.session_state.get(place.key(FIELDS), ()), *keys]
    for key in keys:
        kept = st.session_state.pop(_kept(key), None)
        if kept is not None and key not in st.session_state:
            st.session_state[key] = kept


def _write(place: Place, thread: Thread | None, fields: str, key: str) -> None:
    text, mention = st.session_state.get(key) or "", _chosen(f"{key}-wie")

    def write() -> object:
        return comments.write(
            context.store(),
            context.user(),
            place.assessment,
            place.question,
            text,
            thread=thread.number if thread else None,
            mention=mention,
        )

    if _try(place, write, _("Je opmerking is geplaatst.")):
        st.session_state[place.key(fields)] = st.session_state.get(place.key(fields), 0) + 1


def _chosen(key: str) -> Sequence[str]:
    found: Sequence[str] = st.session_state.get(key) or ()
    return found


def _turn_over(place: Place, thread: Thread, act: Callable[..., None]) -> None:
    said = _("Het gesprek is gesloten.") if act is comments.close else _("Het gesprek is weer open.")

    def turn() -> None:
        act(context.store(), context.user(), place.assessment, place.question, thread.number)

    _try(place, turn, said)


def _try(place: Place, act: Callable[[], object], said: str) -> bool:
    try:
        act()
    except (Refused, CannotSave) as fault:
        st.session_state[place.key(FAULT)] = str(fault)
        return False
    st.session_state[place.key(SAID)] = said
    return True
