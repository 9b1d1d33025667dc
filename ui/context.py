"""Who works here, with which database. The only place of the interface that knows storage and settings."""

import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from uuid import UUID

import streamlit as st
from streamlit import config

import settings
from assessment.answers import Reply
from services import answers, people, permissions, precedents, signin, users
from services.access import Action
from services.answers import Revision
from services.errors import Unavailable
from services.signin import Identity
from services.users import User
from settings import SignIn
from storage.migrate import migrate
from storage.store import Store
from ui.recall import last_known

FRESH = 1.0  # seconds


def store() -> Store:
    """Return the database of this process; brings it up to date when it is opened for the first time."""
    # The settings look at the disk; doing that only when they may differ saves a few waits per answer.
    return _opened(os.environ.get("DATABASE_URL"), os.environ.get("WEEGSCHAAL_VAR"))


def user() -> User:
    """Return whoever is at the screen. Raises NotSignedIn, SignInExpired: on an open page somewhat later."""
    found = identity()
    if found is None:
        return users.local_user()
    found.require(datetime.now(UTC), grace=signin.GRACE)
    return found.user


def identity() -> Identity | None:
    """Return who signed in, though it may be too long ago; None where nobody does. Raises NotSignedIn."""
    how = _sign_in(*(os.environ.get(name) for name in settings.SIGN_IN))
    if how is None:
        # Also when somebody starts the app without server.py, which asks the same.
        settings.require_local(str(config.get_option("server.address") or ""))
        return None
    return signin.identity(st.user.to_dict(), how)


def enter(assessment: UUID) -> None:
    """Let the audit trail know that whoever signed in opened this assessment; once per sign-in and tab."""
    found = identity()
    key = f"ws-kwam-{assessment.hex}"
    if found is None or st.session_state.get(key) == found.since:
        return
    with suppress(Unavailable):
        people.enter(store(), user(), assessment, found.since)
        st.session_state[key] = found.since


def may(action: Action, assessment: UUID | None = None) -> bool:
    """Tell whether whoever is at the screen may do this, so that nothing else is offered.

    Raises NotFound, NotAllowed for an assessment that they may not read.
    """
    who = user()
    name = f"may-{assessment.hex if assessment else 'app'}-{who.name}"
    asked, allowed = st.session_state.get(name, (-math.inf, frozenset()))
    # One page asks this many times. What changes meanwhile, a service refuses.
    if time.monotonic() - asked >= FRESH:
        allowed = last_known(name, lambda: permissions.of(store(), who, assessment))
        st.session_state[name] = time.monotonic(), allowed
    return action in allowed


def while_signed_in(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return `make`, which then refuses when the sign-in of this page is over; it may run much later."""
    found = identity()

    def attempt() -> bytes:
        if found is not None:
            found.require(datetime.now(UTC), grace=signin.GRACE)
        return make()

    return attempt


def municipality() -> str:
    """Return the name of the municipality that uses this app."""
    return settings.load().municipality


def desk(assessment: UUID) -> "BoundDesk":
    """Return the services of answers for one assessment, as `ui.saving` wants them."""
    return BoundDesk(store(), user(), assessment)


@dataclass(frozen=True)
class BoundDesk:
    """The services of answers, bound to a store, a user and an assessment (`ui.desk.Desk`)."""

    store: Store
    user: User
    assessment: UUID

    def current(self) -> Mapping[str, Revision]:
        """Return the newest revision of each question that has one."""
        return answers.current(self.store, self.user, self.assessment)

    def save(self, question: str, reply: Reply, *, seen: int) -> Revision:
        """Record `reply`; raises AnswerChanged when a newer revision than `seen` exists."""
        return answers.save(self.store, self.user, self.assessment, question, reply, seen=seen)

    def history(self, question: str) -> Sequence[Revision]:
        """Return all revisions of one question, oldest first, with those set aside."""
        return answers.history(self.store, self.user, self.assessment, question)


@cache
def _sign_in(*_given: str | None) -> SignIn | None:
    return settings.sign_in()


@cache
def _opened(_database: str | None, _folder: str | None) -> Store:
    # Not st.cache_resource: the server opens the database before the first session begins.
    opened = Store(settings.load().database_url)
    migrate(opened)
    precedents.fill(opened)
    return opened
