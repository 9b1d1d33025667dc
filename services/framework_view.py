"""The framework in view: what it says, what it touches, and what differs between two versions."""

import logging
import subprocess
import threading
from datetime import date, timedelta
from functools import lru_cache

from assessment.catalogue.differences import Difference, differences
from assessment.catalogue.items import Item, catalogue
from assessment.framework import Framework
from services import access, frameworks
from services.access import Action
from services.counting import Request, Touched, count, count_elsewhere
from services.users import User
from storage.store import Store
from texts import language

__all__ = ["Touched", "compare", "items", "opened", "touched"]

# So many are counted while somebody waits; ten thousand take seconds, in which nobody else should wait.
DIRECT = 500
FRESH = timedelta(minutes=10)
_Key = tuple[str, str]  # a database, and the hash of a framework

log = logging.getLogger(__name__)


_KEPT: dict[_Key, Touched] = {}
_BUSY: set[_Key] = set()
_LOCK = threading.Lock()


def items(store: Store, user: User, version: str) -> tuple[Item, ...]:
    """Give every part of a version in words. Raises UnknownFramework, NotAllowed."""
    return _items(opened(store, user, version).version, language())


def opened(store: Store, user: User, version: str) -> Framework:
    """Give a version. Raises UnknownFramework, NotAllowed."""
    with store.reading() as tx:
        access.require(tx, user, Action.SEE_FRAMEWORK)
    return frameworks.get(version)


def compare(store: Store, user: User, old: str, new: str) -> list[Difference]:
    """Give what differs between two versions, in words. Raises UnknownFramework, NotAllowed."""
    return differences(opened(store, user, old), opened(store, user, new))


def touched(store: Store, user: User, version: str, on: date) -> Touched | None:
    """Count what a version touches; the counts may be ten minutes old. None: ask again, they are coming.

    Raises UnknownFramework, NotAllowed.
    """
    framework = opened(store, user, version)
    key = (str(store.engine.url), framework.hash)
    with store.reading() as tx:
        known = _KEPT.get(key)
        if known is None or not tx.now - FRESH <= known.at <= tx.now:
            if tx.judging.count() <= DIRECT:
                known = _KEPT[key] = count(tx, framework, on)
            else:
                url = store.engine.url.render_as_string(hide_password=False)
                _begin(key, Request(url, framework, on))
    return known


def _begin(key: _Key, request: Request) -> None:
    """Count in the background, once at a time; meanwhile the last counts stand."""
    with _LOCK:
        if key in _BUSY:
            return
        _BUSY.add(key)
    threading.Thread(target=_wait, args=(key, request), daemon=True, name="counting").start()


def _wait(key: _Key, request: Request) -> None:
    try:
        _KEPT[key] = count_elsewhere(request)
    except (OSError, subprocess.SubprocessError):
        log.exception("counting what the framework touches failed")
    finally:
        _BUSY.discard(key)


@lru_cache(maxsize=8)
def _items(version: str, _language: str) -> tuple[Item, ...]:
    return catalogue(frameworks.get(version))
