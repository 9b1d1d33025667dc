"""The agenda: a file that calendars take, whatever people wrote."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from assessment.decisions import Condition
from reports.agenda import Appointment, calendar_file, of_conditions, to_weigh_again

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ID = UUID(int=7)
CONDITION = Condition("Doe een DPIA, en toon die", "Privacy officer; P. de Vries", date(2027, 2, 1))


def events(*appointments):
    return Calendar.from_ical(calendar_file(appointments, NOW)).walk("VEVENT")


def test_day_to_weigh_again_is_a_whole_day_with_a_reminder():
    (event,) = events(to_weigh_again(ID, "Schuldhulp", date(2027, 11, 22)))

    assert event["summary"] == "Opnieuw wegen: Schuldhulp"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 11, 22), date(2027, 11, 23))
    assert event["uid"] == f"herweging-{ID}@weegschaal"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger").days == -30


def test_day_that_moves_keeps_its_place_in_the_calendar():
    before, after = (to_weigh_again(ID, "Schuldhulp", date(year, 1, 1)) for year in (2027, 2028))

    assert before.id == after.id


def test_each_condition_has_its_day_and_owner():
    (event,) = events(*of_conditions(ID, "Schuldhulp", [CONDITION]))

    assert event["summary"] == "Voorwaarde bij Schuldhulp: Privacy officer; P. de Vries"
    assert event["description"] == "Doe een DPIA, en toon die"
    assert event.decoded("dtstart") == date(2027, 2, 1)


def test_file_is_what_the_standard_asks():
    """RFC 5545: CRLF line ends, lines of at most 75 octets, version and maker."""
    title = "Een heel lange naam met é en 🦉 " * 10
    lines = calendar_file([to_weigh_again(ID, title, date(2027, 1, 1))], NOW).split(b"\r\n")

    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert {b"VERSION:2.0", b"PRODID:-//Weegschaal//NL", b"DTSTAMP:20261122T120000Z"} <= set(lines)


def test_without_appointments_there_is_still_a_calendar():
    assert events() == []


@given(st.text(), st.text())
def test_no_text_can_add_an_event_or_be_lost(title, text):
    (event,) = events(Appointment("x", date(2027, 1, 1), f"Naam {title}", f"Wat {text}"))

    assert event.decoded("dtstart") == date(2027, 1, 1)
    words = [word for word in title.split() if word.isalnum()]
    assert all(word in event["summary"] for word in words)


def test_line_end_in_a_name_begins_no_line_of_its_own():
    (event,) = events(Appointment("x", date(2027, 1, 1), "A\r\nEND:VEVENT\r\nBEGIN:VEVENT", "B\x00\r\nX:Y"))

    assert "END:VEVENT" in event["summary"]
    assert "X" not in event
