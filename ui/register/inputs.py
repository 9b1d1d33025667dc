"""The widget of each field of the register.

What a widget says is text as somebody would write it: a day in words, the key of an option.
"""

import streamlit as st

from assessment.register.parts import BETWEEN, Field
from texts import _
from ui.register import values
from ui.typed import spoken


def of_stored(field: Field, value: str) -> str:
    """Return what the widget says when it shows what the register keeps."""
    return values.plain(field, value) if value and field.kind in ("date", "month") else value


def draw(field: Field, key: str, said: str) -> None:
    """Draw the widget, seeded with `said`.

    Seeded by default arguments: what a browser brings back after a restart of the server wins from those.
    """
    name = _("{field} (verplicht)").format(field=field.text) if field.required else field.text
    label = spoken(name, field.help)
    if field.kind == "choice":
        _choice(field, label, key, said)
    elif field.kind == "multi":
        _several(field, label, key, said)
    elif field.kind in ("long", "links"):
        st.text_area(label, value=said, key=key, height=120)
    else:
        st.text_input(label, value=said, key=key)


def read(field: Field, key: str) -> str:
    """Return what the widget says, which nobody has judged yet."""
    said = st.session_state.get(key)
    return BETWEEN.join(said or []) if field.kind == "multi" else str(said or "")


def show(field: Field, key: str, value: str) -> None:
    """Make the widget show what the register keeps; only before it is drawn."""
    said = of_stored(field, value)
    st.session_state[key] = _chosen(field, said) if field.kind == "multi" else said


def _choice(field: Field, label: str, key: str, said: str) -> None:
    options = ["", *field.by_option]
    if said not in options:
        options.append(said)
    st.selectbox(
        label,
        options,
        index=options.index(said),
        format_func=lambda option: values.plain(field, option),
        key=key,
        accept_new_options=field.open,
    )


def _several(field: Field, label: str, key: str, said: str) -> None:
    st.multiselect(
        label,
        list(field.by_option),
        default=_chosen(field, said),
        format_func=lambda option: values.plain(field, option),
        key=key,
        placeholder=_("Niet ingevuld"),
        select_all=False,
    )


def _chosen(field: Field, said: str) -> list[str]:
    return [option for option in field.chosen(said) if option in field.by_option]
