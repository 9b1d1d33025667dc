"""The order of the tests: none is lost, and those that wait are shared by all processes but one."""

import pytest

from tests.order import ordered


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("waiting, busy", [(184, 6000), (5, 20), (100, 40), (7, 0), (0, 7)])
def test_every_test_runs_once(waiting: int, busy: int, count: int) -> None:
    found = ordered([f"w{n}" for n in range(waiting)], [f"b{n}" for n in range(busy)], count)

    assert sorted(found) == sorted([f"w{n}" for n in range(waiting)] + [f"b{n}" for n in range(busy)])


def test_all_processes_but_one_begin_with_what_waits() -> None:
    assert "".join(ordered("wwwwww", "bbbbbbbbbbbb", 3)) == "wwwbbb" + "wwwbbb" + "bbbbbb"
