"""The agenda: days to weigh again and days of conditions, as an .ics file (RFC 5545) for any calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Alarm, Calendar, Event

from assessment.decisions import Condition
from texts import _

REMIND = timedelta(days=30)


@dataclass(frozen=True)
class Appointment:
    """A day on which something has to be done; who takes the file in again finds it under the same `id`."""

    id: str
    day: date
    summary: str
    description: str = ""


def to_weigh_again(assessment: UUID, title: str, day: date) -> Appointment:
    """Give the day on which an algorithm is weighed again."""
    return Appointment(
        f"herweging-{assessment}",
        day,
        _("Opnieuw wegen: {name}").format(name=title),
        _("De termijn voor dit algoritme is om. Begin in Weegschaal een nieuwe ronde."),
    )


def of_conditions(assessment: UUID, title: str, conditions: Iterable[Condition]) -> list[Appointment]:
    """Give the day of each condition of a decision."""
    return [
        Appointment(
            f"voorwaarde-{assessment}-{number}-{condition.due.isoformat()}",
            condition.due,
            _("Voorwaarde bij {name}: {owner}").format(name=title, owner=condition.owner),
            condition.text,
        )
        for number, condition in enumerate(conditions, start=1)
    ]


def calendar_file(appointments: Iterable[Appointment], now: datetime) -> bytes:
    """Write appointments of a whole day, with a reminder a month before; `now` is the (UTC) moment."""
    calendar = Calendar()
    calendar.add("prodid", "-//Weegschaal//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment, now))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{appointment.id}@weegschaal")
    event.add("dtstamp", now)
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", _printable(appointment.summary))
    event.add("description", _printable(appointment.description))
    # Nobody is busy the whole day.
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(appointment))
    return event


def _reminder(appointment: Appointment) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _printable(appointment.summary))
    alarm.add("trigger", -REMIND)
    return alarm


def _printable(text: str) -> str:
    """Leave out control characters: no calendar takes them, and a line end could begin a line of its own."""
    return "".join(character for character in text if character >= " " or character == "\n")
