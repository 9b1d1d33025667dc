"""The process that re-judges: reads what to do from standard input, writes how far it is and what it found.

A process of its own, because judging thousands of assessments would make everybody else wait, and because
only a process can be stopped at any moment. What goes through the pipes is pickled: both ends are ours.
"""

import os
import pickle
import sys
from contextlib import suppress

from services.rejudge_work import Found, Progress, Rejudging, Request
from storage.store import Store

NICE = 10  # whoever answers a question goes first


def main() -> None:
    """Do one request; stops by itself when nobody listens any more."""
    with suppress(OSError):
        os.nice(NICE)
    request: Request = pickle.load(sys.stdin.buffer)  # noqa: S301 - the app wrote it
    store = Store(request.url)
    work = Rejudging(store, request)
    with suppress(BrokenPipeError):
        for progress in work.progress():
            _send(progress)
        _send(work.found)
    store.close()


def _send(message: Progress | Found) -> None:
    pickle.dump(message, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
