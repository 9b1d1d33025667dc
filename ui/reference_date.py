"""The reference date: the day on which duties are judged."""

from datetime import date

import streamlit as st

from assessment.framework import Framework
from assessment.months import date_text
from texts import _

KEY = "peildatum"


def choose(framework: Framework, today: date) -> date:
    """Let the user choose today or a day on which the law changes."""
    future = {moment.from_: moment.what for moment in framework.dates.values() if moment.from_ > today}
    for moment in framework.dates.values():
        if moment.later and moment.later.from_ > today:
            future.setdefault(moment.later.from_, moment.later.because)
    days = {today.isoformat(): _("Vandaag, {day}").format(day=date_text(today))}
    days |= {day.isoformat(): f"{date_text(day)}: {future[day]}" for day in sorted(future)}
    chosen = st.selectbox(
        _("Peildatum: op welke dag kijk je naar de regels?"),
        list(days),
        format_func=lambda day: days[day],
        key=KEY,
    )
    return date.fromisoformat(chosen)
