"""Two answers to one question: show both, and let the user choose which one counts."""

from html import escape

import streamlit as st

from assessment.answers import Reply
from assessment.parts import Question
from assessment.wording import answer_text
from texts import _
from ui.memory import Clash
from ui.saving import Sheet
from ui.times import clock_text


def draw_clash(sheet: Sheet, question: Question, clash: Clash) -> None:
    """Draw both answers, each with a button; nothing is lost whatever the user chooses."""
    with st.container(border=True, key=f"ws-botsing-{question.id}"):
        lead = _("Deze vraag heeft twee antwoorden.")
        text = _("Iemand anders was net iets eerder. Beide zijn bewaard. Kies welk antwoord geldt.")
        st.html(f"<p data-ws-say><strong>{escape(lead)}</strong> {escape(text)}</p>")
        theirs, mine = st.columns(2)
        with theirs:
            when = _("Opgeslagen om {time}").format(time=clock_text(clash.theirs.at))
            _side(question, when, clash.theirs.reply)
            _choice(sheet, question, _("Houd dit antwoord"), "hun", clash.theirs.reply)
        with mine:
            _side(question, _("Jouw antwoord"), clash.mine)
            _choice(sheet, question, _("Neem mijn antwoord"), "mijn", clash.mine)


def _side(question: Question, lead: str, reply: Reply) -> None:
    note = f'<br><span class="ws-note">{escape(reply.note)}</span>' if reply.note else ""
    st.html(f"<p>{escape(lead)}:<br><strong>{escape(answer_text(question, reply.value))}</strong>{note}</p>")


def _choice(sheet: Sheet, question: Question, label: str, side: str, reply: Reply) -> None:
    st.button(label, key=f"kies-{side}-{question.id}", on_click=sheet.choose, args=(question.id, reply))
