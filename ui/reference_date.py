"""The reference date: the day on which duties are judged."""

from datetime import date

import streamlit as st

from assessment.framework import Framework
from assessment.months import date_text
from texts import _

KEY = "peildatum"


def choose(framework: Framework, today: date, finished_on: date | None) -> date:
    """Let the user choose the day of finishing, today or a day on which the law changes.

    The first is chosen at the start: `finished_on` for a finished assessment, today for an open one.
    """
    days = {finished_on: _("Vastgelegd op {day}").format(day=date_text(finished_on))} if finished_on else {}
    days.setdefault(today, _("Vandaag, {day}").format(day=date_text(today)))
    changes = _changes(framework)
    for day in sorted(changes.keys() - days.keys()):
        if day > today:
            days[day] = f"{date_text(day)}: {changes[day]}"
    return st.selectbox(
        _("Peildatum: op welke dag kijk je naar de regels?"),
        list(days),
        format_func=days.__getitem__,
        key=KEY,
    )


def _changes(framework: Framework) -> dict[date, str]:
    changes = {moment.from_: moment.what for moment in framework.dates.values()}
    for moment in framework.dates.values():
        if moment.later:
            changes.setdefault(moment.later.from_, moment.later.because)
    return changes
