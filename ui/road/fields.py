"""The fields that go with a step on the road; what is wrong stands at its field."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import streamlit as st

from assessment.decisions import Body, Verdict
from assessment.review.advice import Proviso
from assessment.reweighing import Trigger
from assessment.road import Move, Need, Standing
from assessment.road_words import body_name, trigger_name, verdict_name
from texts import _
from ui import page

Faults = Mapping[str, str]
MOST_CONDITIONS = 20


class Fields:
    """Draws the fields of one step under keys of their own, and reads them back."""

    def __init__(self, prefix: str, faults: Faults) -> None:
        self._prefix = prefix
        self._faults = faults

    def key(self, field: str) -> str:
        """Return the key of a field."""
        return f"{self._prefix}-{field}"

    def draw(self, move: Move, standing: Standing) -> None:
        """Draw what this step needs."""
        if Need.DECISION in move.needs:
            self._decision()
        if Need.START in move.needs:
            self._day("on", _("Vanaf welke dag is het in gebruik? Bijvoorbeeld 22-11-2026"))
        if Need.TRIGGER in move.needs:
            self._choice("trigger", _("Waarom moet het opnieuw?"), Trigger, trigger_name)
        if Need.MET in move.needs:
            self._met(standing)
        self._long("why", _why(move))

    def read(self) -> tuple[str, dict[str, Any]]:
        """Return the reason, and all other fields that were filled in."""
        state = st.session_state
        given = {
            str(key).removeprefix(f"{self._prefix}-"): value
            for key, value in state.items()
            if str(key).startswith(f"{self._prefix}-")
        }
        conditions = [
            {part: given.get(f"conditions.{index}.{part}") or "" for part in ("text", "owner", "due")}
            for index in range(self._count())
        ]
        met = [index for index in range(MOST_CONDITIONS) if given.get(f"met.{index}")]
        why = str(given.pop("why", None) or "")
        return why, {**given, "conditions": [one for one in conditions if any(one.values())], "met": met}

    def forget(self) -> None:
        """Empty every field."""
        for key in [key for key in st.session_state if str(key).startswith(f"{self._prefix}-")]:
            del st.session_state[key]

    def suggest(self, conditions: Sequence[Proviso]) -> None:
        """Fill in the conditions of an advice, once: what somebody changed or emptied stays so."""
        if not conditions or self.key("conditions.0.text") in st.session_state:
            return
        st.session_state[self.key("count")] = min(len(conditions), MOST_CONDITIONS)
        for index, one in enumerate(conditions[:MOST_CONDITIONS]):
            parts = {"text": one.text, "owner": one.owner, "due": f"{one.due:%d-%m-%Y}"}
            for part, text in parts.items():
                st.session_state[self.key(f"conditions.{index}.{part}")] = text

    def add_condition(self) -> None:
        """Make room for one more condition."""
        st.session_state[self.key("count")] = self._count() + 1

    def _count(self) -> int:
        return int(st.session_state.get(self.key("count"), 1))

    def _decision(self) -> None:
        self._choice("verdict", _("Wat is het besluit?"), Verdict, verdict_name)
        self._day("on", _("Datum van het besluit, bijvoorbeeld 22-11-2026"))
        self._choice("body", _("Wie besloot?"), Body, body_name)
        self._short("number", _("Nummer van het besluit"))
        self._conditions()
        self._long("dissent", _("Wijkt het besluit af van het advies? Schrijf op waarom"))

    def _conditions(self) -> None:
        page.heading(
            _("Voorwaarden"), level=3, about=_("Elke voorwaarde heeft iemand die het doet, en een dag.")
        )
        self._fault("conditions")
        for index in range(self._count()):
            number = index + 1
            with st.container(border=True, key=self.key(f"rij-{index}")):
                name = f"conditions.{index}"
                self._long(f"{name}.text", _("Voorwaarde {number}").format(number=number))
                self._short(f"{name}.owner", _("Wie doet voorwaarde {number}?").format(number=number))
                self._day(f"{name}.due", _("Voorwaarde {number} is klaar op").format(number=number))
        if self._count() < MOST_CONDITIONS:
            st.button(_("Nog een voorwaarde"), key=f"meer-{self._prefix}", on_click=self.add_condition)

    def _met(self, standing: Standing) -> None:
        self._fault("met")
        for index, condition in enumerate(standing.decision.conditions if standing.decision else ()):
            text = _("Voldaan: {condition}").format(condition=page.plain(condition.text))
            st.checkbox(text, key=self.key(f"met.{index}"))

    def _choice(self, field: str, label: str, choices: type[StrEnum], name: Callable[[Any], str]) -> None:
        self._fault(field)
        st.radio(label, [*choices], format_func=name, index=None, key=self.key(field))

    def _day(self, field: str, label: str) -> None:
        self._short(field, label)

    def _short(self, field: str, label: str) -> None:
        self._fault(field)
        st.text_input(label, key=self.key(field))

    def _long(self, field: str, label: str) -> None:
        self._fault(field)
        st.text_area(label, key=self.key(field), height=90)

    def _fault(self, field: str) -> None:
        if field in self._faults:
            page.remark(self._faults[field])


def _why(move: Move) -> str:
    if Need.WITHOUT_ADVICE in move.needs:
        return _("Waarom wacht het besluit niet op een advies?")
    return _("Waarom?") if Need.REASON in move.needs else _("Toelichting (mag leeg)")
