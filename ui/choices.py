"""The widgets of answers to choose: one option, several, or a mark on a scale."""

from collections.abc import Callable

import streamlit as st

from assessment import answers
from assessment.answers import NONE_OF_THESE, UNKNOWN, Value
from assessment.parts import Question
from texts import _
from ui import page

# Gives the key of a widget for a part of the answer; "" is the answer itself.
Key = Callable[[str], str]


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
            page.remark(_("‘Geen van deze’ past niet bij een andere keuze. Je laatste keuze telt."))
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


def clashes(chosen: object) -> bool:
    """Tell whether "none of these" stands beside another choice."""
    return isinstance(chosen, list) and NONE_OF_THESE in chosen and len(chosen) > 1
