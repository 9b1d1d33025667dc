"""What happens when a page fails: the log gets everything, the screen a number and a way out."""

import logging
from collections.abc import Callable
from uuid import uuid4

import streamlit as st

from services.errors import Refused, Unavailable
from texts import _

log = logging.getLogger("weegschaal")


def report(error: Exception) -> bool:
    """Show what `error` means for the user, and return True: Streamlit shows nothing itself.

    What a service refused says itself what to do. Everything else is our fault: logged under a new number.
    """
    if isinstance(error, Refused):
        st.warning(str(error))
        return True
    st.error(
        _(
            "Er ging iets mis, en dat ligt niet aan jou. Alles waarbij “Opgeslagen” stond, is bewaard.\n\n"
            "Laad de pagina opnieuw. Gaat het dan weer mis? Geef dan dit nummer door aan je beheerder: "
            "**{number}**."
        ).format(number=_number(error))
    )
    return True


def _number(error: Exception) -> str:
    """Return the number under which the log has `error`; it is there already when the database failed."""
    if isinstance(error, Unavailable):
        return error.number
    number = uuid4().hex[:8]
    log.error("failure %s", number, exc_info=error)
    return number


def logged(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return `make`, with its failures in the log under a number: nothing else sees them in a download."""

    def attempt() -> bytes:
        try:
            return make()
        except Exception:
            log.exception("failure %s in a download", uuid4().hex[:8])
            raise

    return attempt


def log_once() -> None:
    """Keep Streamlit from logging the same stack trace a second time, without the number."""
    logging.getLogger("streamlit.error_util").addFilter(
        lambda record: not record.getMessage().startswith("Uncaught app execution")
    )
