"""The widgets of a cost line of one's own: a name, how often it comes back, and an amount per alternative."""

from decimal import Decimal

import streamlit as st

from assessment import answers
from assessment.amounts import Estimate, InvalidAnswer
from assessment.answers import Value
from assessment.own_lines import BASES, OwnLine, basis_text
from assessment.parts import Question
from texts import _
from ui.choices import Key
from ui.sides import SIDES, side_text
from ui.typed import draw_three, read_three, spoken, write_three

BASIS, ADD = "soort", "toevoegen"
YES = "ja"


class OwnLineFields:
    """Fields behind a button; as long as nobody needs them, they cost two elements.

    That somebody opened them is in a hidden text input, like what the carrier knows (ui/carrier.py): the
    browser brings it along, so that a half-filled line survives a restart of the server.
    """

    def draw(self, question: Question, key: Key, value: Value | None) -> None:
        """Draw the fields, or the button that opens them."""
        line = value if isinstance(value, OwnLine) else None
        opened = f"ws-seen-{key(ADD)}"
        said = st.text_input(_("Regel open"), value="", key=opened, label_visibility="collapsed")
        if line or said or key("") in st.session_state:
            self._fields(question, key, line)
        else:
            st.button(
                _("Regel toevoegen"), key=key(ADD), icon=":material/add:", on_click=_open, args=(opened,)
            )

    def read(self, question: Question, key: Key, before: Value | None) -> Value | None:
        """Return the line; None when the name and all amounts are empty. Raises InvalidAnswer."""
        name = str(st.session_state.get(key("")) or "").strip()
        amounts = {side: _amount(question, key, side) for side in SIDES}
        if not name and not any(amount is not None for amount in amounts.values()):
            return None
        return answers.parse(question, {"name": name, "basis": st.session_state.get(key(BASIS)), **amounts})

    def write(self, question: Question, key: Key, value: Value | None) -> None:
        """Fill in a line, or nothing."""
        line = value if isinstance(value, OwnLine) else None
        st.session_state[key("")] = line.name if line else ""
        st.session_state[key(BASIS)] = line.basis if line else None
        for side in SIDES:
            write_three(_part_of(key, side), _given(line, side))

    def _fields(self, question: Question, key: Key, line: OwnLine | None) -> None:
        st.text_input(
            spoken(_("Naam van deze kosten"), question.text), value=line.name if line else "", key=key("")
        )
        st.radio(
            spoken(_("Hoe vaak betaal je dit?"), question.text),
            BASES,
            index=BASES.index(line.basis) if line else None,
            format_func=basis_text,
            key=key(BASIS),
        )
        with st.container(key=f"ws-paar-{question.id}"):
            for side in SIDES:
                with st.container(key=f"ws-kant-{side}-{question.id}"):
                    st.html(f'<p class="ws-side-name">{side_text(side)}</p>')
                    about = _("{question}, {side}, in {unit}").format(
                        question=question.text, side=side_text(side), unit=question.unit
                    )
                    draw_three(_part_of(key, side), _given(line, side), about=about)


def _open(opened: str) -> None:
    st.session_state[opened] = YES


def _given(line: OwnLine | None, side: str) -> Value | None:
    if line is None:
        return None
    return line.with_ if side == SIDES[0] else line.without


def _amount(question: Question, key: Key, side: str) -> Decimal | Estimate | None:
    try:
        return read_three(question, _part_of(key, side))
    except InvalidAnswer as fault:
        text = _("{side}: {fault}").format(side=side_text(side), fault=fault)
        raise InvalidAnswer(question.id, text) from fault


def _part_of(key: Key, side: str) -> Key:
    return lambda part: key("-".join(filter(None, (side, part))))
