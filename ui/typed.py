"""The widgets of answers to type: a text, a number, a month, an estimate."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import streamlit as st

from assessment import answers
from assessment.amounts import Estimate, InvalidAnswer, parse_amount
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
        draw_three(key, value, about=question.text, disabled=is_unknown(key, value))
        draw_unknown(question, key, value)

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return one number, or three. Raises InvalidAnswer when one of the three is missing."""
        return UNKNOWN if st.session_state.get(key(UNKNOWN_PART)) else read_three(question, key)

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Fill in one number or three."""
        st.session_state[key(UNKNOWN_PART)] = value == UNKNOWN
        if value != UNKNOWN:
            write_three(key, value)


def draw_three(key: Key, value: Value | None, *, about: str, disabled: bool = False) -> None:
    """Draw a field for the lowest, the most likely and the highest number; a screen reader adds `about`."""
    labels = {LOW: _("Laagst"), "": _("Waarschijnlijk"), HIGH: _("Hoogst")}
    texts = _three(value)
    with st.container(key=key("velden")):
        for part, label in labels.items():
            st.text_input(spoken(label, about), value=texts[part], key=key(part), disabled=disabled)


def read_three(question: Question, key: Key) -> Decimal | Estimate | None:
    """Return one number, three or none. Raises InvalidAnswer when one of three is missing."""
    low, likely, high = (str(st.session_state.get(key(part)) or "").strip() for part in (LOW, "", HIGH))
    if not low and not high:
        return parse_amount(question, likely) if likely else None
    if not (low and likely and high):
        raise InvalidAnswer(
            question.id, _("Vul alle drie de getallen in. Of vul alleen het meest waarschijnlijke in.")
        )
    return parse_amount(question, [low, likely, high])


def write_three(key: Key, value: Value | None) -> None:
    """Fill in one number, three or none."""
    for part, text in _three(value).items():
        st.session_state[key(part)] = text


def _three(value: Value | None) -> dict[str, str]:
    if isinstance(value, Estimate):
        low, likely, high = (number_text(part) for part in value)
        return {LOW: low, "": likely, HIGH: high}
    return {LOW: "", "": number_text(value) if isinstance(value, Decimal) else "", HIGH: ""}


def spoken(label: str, about: str) -> str:
    """Make a label of two paragraphs; the second, what the field is about, is for screen readers only.

    They read the label as it is written, so it can hold no markup; our style sheet hides the paragraph.
    """
    return f"{label}\n\n{about}"


def is_unknown(key: Key, value: Value | None) -> bool:
    """Tell whether the box "weet ik niet" is ticked, also before it is drawn."""
    return bool(st.session_state.get(key(UNKNOWN_PART), value == UNKNOWN))


def draw_unknown(question: Question, key: Key, value: Value | None) -> None:
    """Draw the box "weet ik niet"."""
    st.checkbox(spoken(_("Weet ik niet"), question.text), value=value == UNKNOWN, key=key(UNKNOWN_PART))
