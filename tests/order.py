"""The order of the tests when several processes share them, so that no processor waits.

`--dist worksteal` gives each process an equal part of the list; who is done takes from the end of another's.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest

Item = TypeVar("Item")
BROWSER = Path(__file__).resolve().parent / "browser"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let all processes but one begin with the tests in a browser: those often wait, the others do not."""
    count: int = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    if count > 1:
        waiting = [item for item in items if BROWSER in item.path.parents]
        busy = [item for item in items if BROWSER not in item.path.parents]
        items[:] = ordered(waiting, busy, count)


def ordered(waiting: Sequence[Item], busy: Sequence[Item], count: int) -> list[Item]:
    """Return both lists as one, of which each of `count` equal parts but the last begins with `waiting`."""
    found: list[Item] = []
    for left in range(count, 0, -1):
        size = (len(waiting) + len(busy)) // left
        first = min(size, -(-len(waiting) // max(1, left - 1)))
        found += [*waiting[:first], *busy[: size - first]]
        waiting, busy = waiting[first:], busy[size - first :]
    return found
