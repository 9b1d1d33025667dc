"""The clock on the wall of a Dutch town hall: moments are kept in UTC, and people read this one."""

from zoneinfo import ZoneInfo

CLOCK = ZoneInfo("Europe/Amsterdam")
