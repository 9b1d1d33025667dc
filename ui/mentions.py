"""Comments that wait for whoever is at the screen, on the start page."""

from html import escape

import streamlit as st

from services import comments, frameworks, people
from services.comments import Mention
from services.errors import UnknownFramework
from texts import _
from ui import context, links, page
from ui.here import today
from ui.times import moment_text

PREVIEW = 200
SHOWN = 20


def draw() -> None:
    """List the open comments that mention this user, with the way to each; nothing when there are none."""
    found = comments.mentions(context.store(), context.user())
    if not found:
        return
    page.heading(
        _("Opmerkingen voor jou"),
        about=_("Een opmerking blijft hier staan tot iemand het gesprek sluit."),
        anchor="voor-jou",
    )
    names = people.names(context.store(), {mention.comment.author for mention in found})
    shown = "".join(f"<li>{_entry(mention, names[mention.comment.author])}</li>" for mention in found[:SHOWN])
    st.html(f'<ul class="ws-entries">{shown}</ul>')
    if len(found) > SHOWN:
        page.paragraph(_("Dit zijn de nieuwste {shown} van {count}.").format(shown=SHOWN, count=len(found)))


def _entry(mention: Mention, author: str) -> str:
    comment = mention.comment
    text = comment.text if len(comment.text) <= PREVIEW else f"{comment.text[:PREVIEW].rstrip()}…"
    about = _("{who} bij {title}, {when}").format(
        who=author, title=mention.assessment.title, when=moment_text(comment.at, today())
    )
    return (
        f"<h3>{_way(mention)}</h3>"
        f'<p class="ws-about">{escape(about)}</p><p class="ws-said">{escape(text)}</p>'
    )


def _way(mention: Mention) -> str:
    """Return a link to the question, or its name when this version of the framework is not here."""
    name = mention.comment.question
    try:
        question = frameworks.get(mention.assessment.framework_version).questions[name]
    except (UnknownFramework, KeyError):
        return escape(name)
    return links.step(mention.assessment.id, question.step, question.text, question=name)
