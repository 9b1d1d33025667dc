"""The widgets of one answer, per kind of question: draw them, read them, make them say something.

Widgets are seeded through default arguments (see ui/saving.py) and read from the session state.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Protocol

import streamlit as st

from assessment import answers
from assessment.answers import NONE_OF_THESE, UNKNOWN, Estimate, InvalidAnswer, Value
from assessment.numbers import number_text
from assessment.parts import Question
from assessment.wording import month_text
from texts import _
from ui.numbers import read_month, read_number

# Gives the key of a widget for a part of the answer; "" is the answer itself.
Key = Callable[[str], str]

UNKNOWN_PART, LOW, HIGH = "weet-niet", "laag", "hoog"
LONG_TEXT = 100


class Input(Protocol):
    """The widgets of one kind of question."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw the widgets, seeded with `value`."""

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return what the widgets say; `before` is the last answer. Raises InvalidAnswer."""

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Make the widgets say `value`; only before they are drawn."""


def of(question: Question) -> Input:
    """Return the widgets for this question."""
    return _ESTIMATE if question.estimate else _BY_KIND[question.kind]


class Choice:
    """One option out of a few: radio buttons."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw radio buttons, one below the other."""
        options = [option.id for option in question.options]
        st.radio(
            question.text,
            options,
            index=options.index(str(value)) if value in options else None,
            format_func=lambda option: question.option(option).text,
            key=key(""),
            label_visibility="collapsed",
            width="stretch",
        )

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return the chosen option."""
        return answers.parse(question, st.session_state.get(key("")))

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Choose `value`."""
        st.session_state[key("")] = value


class Choices:
    """Several options: a list of toggles, one widget however long it is."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw the list; a choice that cannot stand beside "none of these" is settled first."""
        seed = list(value) if isinstance(value, tuple) else []
        if clashes(st.session_state.get(key(""))):
            st.session_state[key("")] = [str(option) for option in seed]
            warn(_("‘Geen van deze’ past niet bij een andere keuze. Je laatste keuze telt."))
        st.pills(
            question.text,
            [option.id for option in question.options],
            selection_mode="multi",
            default=seed,
            format_func=lambda option: question.option(option).text,
            key=key(""),
            label_visibility="collapsed",
            width="stretch",
            wrap=True,
        )

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return the chosen options; of two that exclude each other the one that was not there before."""
        chosen = st.session_state.get(key("")) or []
        if clashes(chosen):
            was_none = isinstance(before, tuple) and NONE_OF_THESE in before
            chosen = [option for option in chosen if (option == NONE_OF_THESE) != was_none]
        return answers.parse(question, chosen)

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Choose the options in `value`."""
        st.session_state[key("")] = list(value) if isinstance(value, tuple) else []


class Scale:
    """A mark from the question's minimum to its maximum."""

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw radio buttons, with words at both ends."""
        marks = self._marks(question)
        said = str(answers.dump(value))
        st.radio(
            question.text,
            marks,
            index=marks.index(said) if said in marks else None,
            format_func=lambda mark: self._label(mark, marks),
            key=key(""),
            label_visibility="collapsed",
            width="stretch",
            horizontal=True,
        )

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return the chosen mark."""
        return answers.parse(question, st.session_state.get(key("")))

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Choose the mark `value`."""
        st.session_state[key("")] = None if value is None else str(answers.dump(value))

    def _marks(self, question: Question) -> list[str]:
        low, high = int(question.minimum or 1), int(question.maximum or 5)
        return [*(str(mark) for mark in range(low, high + 1)), UNKNOWN]

    def _label(self, mark: str, marks: list[str]) -> str:
        if mark == UNKNOWN:
            return _("Weet ik niet")
        ends = {marks[0]: _("{mark} (laagst)"), marks[-2]: _("{mark} (hoogst)")}
        return ends.get(mark, "{mark}").format(mark=mark)


class Typed:
    """Something to type: a text, a number or a month, with a box for "weet ik niet"."""

    def __init__(
        self, show: Callable[[Any], str], understand: Callable[[str, str], str], hint: str = ""
    ) -> None:
        self.show = show
        self.understand = understand
        self.hint = hint

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
        return self._parsed(question, st.session_state.get(key("")) or "")

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Fill in `value`."""
        st.session_state[key(UNKNOWN_PART)] = value == UNKNOWN
        if value != UNKNOWN:
            st.session_state[key("")] = "" if value is None else self.show(value)

    def _parsed(self, question: Question, typed: str) -> Value | None:
        return answers.parse(question, self.understand(question.id, typed)) if typed.strip() else None


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
        typed = [st.session_state.get(key(part)) or "" for part in (LOW, "", HIGH)]
        low, likely, high = (read_number(question.id, text) for text in typed)
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


def clashes(chosen: object) -> bool:
    """Tell whether "none of these" stands beside another choice."""
    return isinstance(chosen, list) and NONE_OF_THESE in chosen and len(chosen) > 1


def warn(text: str) -> None:
    """Say something about a question, between it and its widget."""
    st.html(f'<p class="ws-remark" data-ws-say>{text}</p>')


_ESTIMATE = Estimated(number_text, read_number)
_NUMBER = Typed(number_text, read_number)
_BY_KIND: dict[str, Input] = {
    "single": Choice(),
    "multi": Choices(),
    "scale": Scale(),
    "number": _NUMBER,
    "money": _NUMBER,
    "month": Typed(month_text, read_month),
    "text": Typed(str, lambda _question, typed: typed),
}
