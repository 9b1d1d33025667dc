"""The process that counts: reads a request from standard input and writes what it counted, both pickled."""

import os
import pickle
import sys
from contextlib import suppress

from services.counting import Request, count
from storage.store import Store

NICE = 10  # whoever answers a question goes first


def main() -> None:
    """Do one request."""
    with suppress(OSError):
        os.nice(NICE)
    request: Request = pickle.load(sys.stdin.buffer)  # noqa: S301 - the app wrote it
    store = Store(request.url)
    with store.reading() as tx:
        found = count(tx, request.framework, request.on)
    store.close()
    pickle.dump(found, sys.stdout.buffer)


if __name__ == "__main__":
    main()
