"""Saving answers of one step, so that none is lost: not at a crash, a restart or a second tab.

The usual way, callbacks, loses answers in silence: after a restart of the server the browser
reconnects to a new session that knows no widgets, so no callback fires. Here nothing depends on an
event: what the widgets say is compared with what was stored, and what differs is saved. Use it like
this, in one fragment per step:

    @st.fragment
    def step(...):
        sheet = saving.Sheet(desk, assessment.id, step.id, form)
        sheet.begin(questions)        # saves what was just filled in; sheet.replies is now up to date
        for question in shown(questions, sheet.replies):
            sheet.seed(question)      # the Reply to seed the widgets with, as default arguments
            sheet.fault(question)     # a Dutch sentence when this cannot be saved, else None
            sheet.clash(question)     # Clash when somebody else was faster, else None; see choose()
        sheet.sign()                  # "Opgeslagen 14:32"
        sheet.finish()                # last, also on the screen: what this browser has now seen
        # Only now: buttons that call st.switch_page.

    saving.heartbeat()                # once on every page with a step, outside the fragment

Rules for the form (`ui.desk.Form`):
- each widget has `key=saving.key(assessment_id, question_id[, part])`: a key makes its identity
  independent of the default value, and no answer can end up in another assessment;
- widgets are seeded with default arguments only; the sheet calls `write` where that is not enough;
- options, max_chars and the like are the same at every run;
- a button inside the fragment that leaves the page comes after `finish`.

How a restart is survived: the browser sends its widgets' values again, and with them a hidden text
input, the carrier, that says which revision of each question this browser saw last. A question that
changed in the database since then, and that this browser did not touch, shows the database's value;
one that both changed is a clash.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from uuid import UUID

import streamlit as st

from assessment.amounts import InvalidAnswer
from assessment.answers import Reply
from assessment.clock import CLOCK
from services.answers import AnswerChanged, Revision
from services.errors import CannotSave, Refused
from texts import _
from ui.carrier import Carrier
from ui.desk import Desk, Form
from ui.memory import Clash, Fault, Held, Memory
from ui.recall import last_known

NOTHING = Reply(None)
OPEN = "ws-open-sheet"


def key(assessment: UUID, question: str, part: str = "") -> str:
    """Return the key of a widget: the answer itself, or the `part` of the reply that it is for."""
    return "-".join(filter(None, (question, part, assessment.hex)))


class Sheet:
    """The answers to one step as this session has seen and stored them."""

    def __init__(self, desk: Desk, assessment: UUID, step: str, form: Form) -> None:
        self.desk = desk
        self.form = form
        self.replies: dict[str, Reply] = {}
        self.numbers: dict[str, int] = {}
        self.name = assessment.hex
        self.away: CannotSave | None = None
        name = f"{step}-{assessment.hex}"
        self.memory: Memory = st.session_state.setdefault(f"ws-sheet-{name}", Memory())
        self.carrier = Carrier(name)

    def begin(self, questions: Sequence[str]) -> None:
        """Save what the user changed since the last run, before anything is drawn.

        `questions` are all of the step, also those not shown now. Afterwards `replies` holds the newest
        reply to every question of the assessment.
        """
        st.session_state[OPEN] = self
        revisions = last_known(f"answers-{self.name}", self.desk.current)
        for question in questions:
            if question in self.memory.held and self.form.drawn(question):
                self._overrule(question)
                self._keep(question)
                self._overrule(question)
            else:
                # Not on the screen, so nothing there can be stale.
                self._hold(question, revisions.get(question))
        held = {question: self.memory.held[question] for question in questions}
        self.replies = {question: revision.reply for question, revision in revisions.items()}
        self.replies |= {question: what.reply for question, what in held.items()}
        self.numbers = {question: what.number for question, what in held.items()}

    def seed(self, question: str) -> Reply:
        """Return what the widgets of `question` must be seeded with."""
        return self.memory.held[question].reply

    def fault(self, question: str) -> str | None:
        """Return why what is filled in at `question` cannot be saved, or None."""
        fault = self.memory.faults.get(question)
        return fault.text if fault else None

    def clash(self, question: str) -> Clash | None:
        """Return the two answers the user has to choose from, or None."""
        return self.memory.clashes.get(question)

    def choose(self, question: str, reply: Reply) -> None:
        """Settle a clash: `reply` (theirs, mine or a third) is the answer. For a button's `on_click`."""
        self.away = None
        clash = self.memory.clashes.pop(question, None)
        self._save(question, reply, seen=self.memory.held[question].number)
        if clash and question in self.memory.faults:
            self.memory.clashes.setdefault(question, clash)
        self.memory.overrule.add(question)

    def sign(self) -> None:
        """Show when the last answer was saved; a screen reader hears it when that changes."""
        at = self.memory.saved_at
        text = _("Opgeslagen {time}").format(time=at.astimezone(CLOCK).strftime("%H:%M")) if at else ""
        st.html(f'<p class="ws-saved" data-ws-saved="{self.memory.saves}">{escape(text)}</p>')

    def finish(self) -> None:
        """Save what the browser brought along from an earlier session; then run once more to show it.

        The carrier comes after all widgets: a browser that sends something halfway may show an answer that it
        does not say it saw, but must never say that it saw one while it still shows what was there before.
        """
        self.carrier.draw(self.numbers)
        if not self.carrier.is_old:
            return
        for question in self.memory.held:
            if self.form.drawn(question):
                self._take_over(question, self.carrier.seen.get(question))
        st.rerun()

    def catch_up(self) -> bool:
        """Save what could not be saved before; tell whether the page must run to save or show something.

        Without a run as long as that fails: the page might have no form any more, and drop what was typed.
        """
        self.away = None
        return any(self._is_behind(question) for question in self.memory.held if self.form.drawn(question))

    def _is_behind(self, question: str) -> bool:
        fault = self.memory.faults.get(question)
        if fault is None:
            return self._said(question) not in (self.memory.held[question].reply, None)
        if fault.passes:
            self._keep(question)
        return fault.passes and question not in self.memory.faults

    def _take_over(self, question: str, seen: int | None) -> None:
        held = self.memory.held[question]
        if seen is None or seen == held.number:
            self._keep(question)
        elif self._said(question) == self._reply_at(question, seen):
            # The browser shows what was true when it last saw the question; since then somebody changed it.
            self.memory.overrule.add(question)
            self.memory.unread[question] = seen
        else:
            self._keep(question, seen)

    def _reply_at(self, question: str, number: int) -> Reply:
        past = (revision for revision in self.desk.history(question) if not revision.set_aside)
        return next((revision.reply for revision in past if revision.number == number), NOTHING)

    def _keep(self, question: str, seen: int | None = None) -> None:
        """Save what the widgets say, unless it is what they already agreed with."""
        held = self.memory.held[question]
        if question not in self.memory.clashes:
            self.memory.faults.pop(question, None)
        reply = self._said(question)
        if reply is not None and reply != held.reply and not self._is_repeated(question, reply):
            self._save(question, reply, seen=self._read_by(question) if seen is None else seen)

    def _is_repeated(self, question: str, reply: Reply) -> bool:
        """Tell whether a browser that did not get somebody else's answer yet sends what it showed before."""
        before = self.memory.unread.get(question)
        if before is None or self.carrier.sent_by.get(question) != before:
            return False
        if reply != self._reply_at(question, before):
            return False
        self.memory.overrule.add(question)
        return True

    def _read_by(self, question: str) -> int:
        """Return the revision that whoever filled this in can have read.

        What was half typed before a restart comes in when this session already shows what somebody else said,
        and the browser does not yet.
        """
        before = self.memory.unread.pop(question, None)
        if before is not None and self.carrier.sent_by.get(question) == before:
            return before
        return self.memory.held[question].number

    def _said(self, question: str) -> Reply | None:
        """Return what the widgets say, or None with a fault when nobody can make an answer of it."""
        try:
            return self.form.read(question)
        except InvalidAnswer as fault:
            self.memory.faults[question] = Fault(str(fault))
            return None

    def _save(self, question: str, reply: Reply, *, seen: int) -> None:
        self.memory.faults.pop(question, None)
        try:
            if self.away:
                # A locked database lets each attempt wait, so one a run is enough.
                raise self.away
            revision = self.desk.save(question, reply, seen=seen)
        except AnswerChanged as changed:
            self.memory.clashes[question] = Clash(changed.theirs, changed.mine)
            self._hold(question, changed.theirs)
            self.memory.overrule.add(question)
        except (InvalidAnswer, Refused, CannotSave) as fault:
            self.away = fault if isinstance(fault, CannotSave) else self.away
            self.memory.faults[question] = Fault(str(fault), passes=not isinstance(fault, InvalidAnswer))
            # What comes next must not overwrite what somebody saved since `seen`.
            self.memory.held[question] = replace(self.memory.held[question], number=seen)
        else:
            # What the widgets say, not what the service made of it: the two are compared at every run.
            self.memory.held[question] = Held(revision.number, reply)
            self.memory.saved_at = revision.at
            self.memory.saves += 1

    def _hold(self, question: str, revision: Revision | None) -> None:
        self.memory.held[question] = Held(revision.number, revision.reply) if revision else Held(0, NOTHING)

    def _overrule(self, question: str) -> None:
        if question in self.memory.overrule:
            self.memory.overrule.discard(question)
            self.form.write(question, self.memory.held[question].reply)


@st.fragment(run_every=10)
def heartbeat() -> None:
    """Look every ten seconds whether the page has something that was not saved, and save it.

    Also, a browser that reconnects only runs its page again when something is due. What it sends before
    that run began is thrown away, because the new session knows no fragments yet; but it goes along with
    every later message.
    """
    sheet = st.session_state.get(OPEN)
    if sheet is not None and sheet.catch_up():
        st.rerun()
