"""What was done: the day on which an instrument was, and where it can be found."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Done:
    """Somebody recorded that an instrument was done on a day; without a day they took that back.

    `where` tells where it can be found, such as the number of a case or the address of a document.
    """

    instrument: str
    on: date | None
    where: str
    author: str
    at: datetime
