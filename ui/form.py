"""The widgets of a step as one form (`ui.desk.Form`): answers, notes, and how one knows."""

from uuid import UUID

import streamlit as st

from assessment.answers import Reply
from assessment.framework import Framework
from ui import inputs, saving
from ui.saving import NOTHING

NOTE, KNOWN_BY = "notitie", "herkomst"


class StepForm:
    """Reads and writes the widgets of questions through the session state.

    The note has no widget while its part is closed; what the question was last seeded with stands in for it.
    """

    def __init__(self, framework: Framework, assessment: UUID) -> None:
        self.framework = framework
        self.assessment = assessment
        self.seeds: dict[str, Reply] = st.session_state.setdefault(f"ws-seeds-{assessment.hex}", {})

    def key(self, question: str, part: str = "") -> str:
        """Return the key of the widget for a part of a reply."""
        return saving.key(self.assessment, question, part)

    def drawn(self, question: str) -> bool:
        """Tell whether the session state holds this question's widgets."""
        return self.key(question) in st.session_state

    def read(self, question: str) -> Reply:
        """Return what the widgets say. Raises InvalidAnswer."""
        asked = self.framework.questions[question]
        seed = self.seeds.get(question, NOTHING)
        value = inputs.of(asked).read(asked, lambda part: self.key(question, part), seed.value)
        note = st.session_state.get(self.key(question, NOTE), seed.note)
        known_by = st.session_state.get(self.key(question, KNOWN_BY), seed.known_by)
        return Reply(value, note or "", known_by)

    def write(self, question: str, reply: Reply) -> None:
        """Make the widgets say `reply`."""
        asked = self.framework.questions[question]
        inputs.of(asked).write(asked, lambda part: self.key(question, part), reply.value)
        self.seeds[question] = reply
        for part, content in ((NOTE, reply.note), (KNOWN_BY, reply.known_by)):
            if self.key(question, part) in st.session_state:
                st.session_state[self.key(question, part)] = content
