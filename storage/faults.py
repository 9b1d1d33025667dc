"""A database that fails: a sentence for who uses it, and a number that leads to the cause in the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import exc

from storage.errors import DatabaseMoved, Unavailable

log = logging.getLogger("weegschaal")

# These tell of what we asked, not of the state of the database: they are for who asked.
_ASKED_WRONG = (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError)


@contextmanager
def told_as(kind: type[Unavailable]) -> Iterator[None]:
    """Raise `kind` when the database fails: full, locked, read-only, damaged, replaced or gone."""
    try:
        yield
    except _ASKED_WRONG:
        raise
    except (exc.DBAPIError, exc.TimeoutError, DatabaseMoved) as error:
        number = uuid4().hex[:8]
        log.error("failure %s", number, exc_info=error)  # noqa: TRY400 - the caller gets the exception too
        raise kind(number) from error
