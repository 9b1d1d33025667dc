"""Moments as people in the Netherlands read them."""

from datetime import date, datetime

from assessment.clock import CLOCK
from assessment.months import date_text
from texts import _


def clock_text(moment: datetime) -> str:
    """Write the time of day: 14:32."""
    return moment.astimezone(CLOCK).strftime("%H:%M")


def moment_text(moment: datetime, today: date) -> str:
    """Write a moment: "vandaag om 14:32" or "2 december 2027 om 14:32"."""
    local = moment.astimezone(CLOCK)
    day = _("vandaag") if local.date() == today else date_text(local.date())
    return _("{day} om {time}").format(day=day, time=clock_text(moment))
