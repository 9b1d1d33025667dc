"""The widgets of answers to type: a text, a number, a month, an estimate."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import streamlit as st

from assessment import answers
from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import UNKNOWN, Value
from assessment.numbers import number_text
from assessment.parts import Question
from texts import _
from ui.choices import Key

UNKNOWN_PART, LOW, HIGH = "weet-niet", "laag", "hoog"
LONG_TEXT = 100


class Typed:
    """Something to type: a text, a number or a month, with a box for "weet ik niet"."""

    def __init__(self, show: Callable[[Any], str]) -> None:
        self.show = show

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw the field and the box."""
        unknown = is_unknown(key, value)
        shown = "" if value in (None, UNKNOWN) else self.show(value)
        if question.kind == "text" and (question.max_length or answers.MAX_TEXT) > LONG_TEXT:
            st.text_area(
                question.text,
                value=shown,
                key=key(""),
                disabled=unknown,
                label_visibility="collapsed",
                height=120,
            )
        else:
            st.text_input(
                question.text, value=shown, key=key(""), disabled=unknown, label_visibility="collapsed"
            )
        draw_unknown(question, key, value)

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return what was typed, unless nobody knows."""
        if st.session_state.get(key(UNKNOWN_PART)):
            return UNKNOWN
        typed = st.session_state.get(key("")) or ""
        return answers.parse(question, typed) if typed.strip() else None

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Fill in `value`."""
        st.session_state[key(UNKNOWN_PART)] = value == UNKNOWN
        if value != UNKNOWN:
            st.session_state[key("")] = "" if value is None else self.show(value)


class Estimated(Typed):
    """A number one is not sure of: the likely one, and if one wants the lowest and the highest."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw three fields and the box."""
        parts = self._parts(value)
        unknown = is_unknown(key, value)
        labels = {LOW: _("Laagst"), "": _("Meest waarschijnlijk"), HIGH: _("Hoogst")}
        with st.container(key=key("velden"), horizontal=True):
            for part, label in labels.items():
                st.text_input(label, value=parts[part], key=key(part), disabled=unknown, width=180)
        draw_unknown(question, key, value)

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return one number, or three. Raises InvalidAnswer when one of the three is missing."""
        if st.session_state.get(key(UNKNOWN_PART)):
            return UNKNOWN
        low, likely, high = (str(st.session_state.get(key(part)) or "").strip() for part in (LOW, "", HIGH))
        if not low and not high:
            return answers.parse(question, likely)
        if not (low and likely and high):
            raise InvalidAnswer(
                question.id, _("Vul alle drie de getallen in. Of vul alleen het meest waarschijnlijke in.")
            )
        return answers.parse(question, [low, likely, high])

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Fill in one number or three."""
        st.session_state[key(UNKNOWN_PART)] = value == UNKNOWN
        if value != UNKNOWN:
            for part, text in self._parts(value).items():
                st.session_state[key(part)] = text

    def _parts(self, value: Value | None) -> dict[str, str]:
        if isinstance(value, Estimate):
            low, likely, high = (number_text(part) for part in value)
            return {LOW: low, "": likely, HIGH: high}
        return {LOW: "", "": number_text(value) if isinstance(value, Decimal) else "", HIGH: ""}


def is_unknown(key: Key, value: Value | None) -> bool:
    """Tell whether the box "weet ik niet" is ticked, also before it is drawn."""
    return bool(st.session_state.get(key(UNKNOWN_PART), value == UNKNOWN))


def draw_unknown(question: Question, key: Key, value: Value | None) -> None:
    """Draw the box "weet ik niet"."""
    st.checkbox(_("Weet ik niet"), value=value == UNKNOWN, key=key(UNKNOWN_PART))
