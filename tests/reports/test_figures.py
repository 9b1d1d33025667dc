"""A figure without alternative text, or with something outside its frame, cannot be made."""

import dataclasses

import pytest

from reports.figures import AXIS, Leaning, Leanings, Line, Lines, Reach, Tick
from reports.required import EmptyText

REACH = Reach(0, 10, 20, 30, 40)
LINE = Line("Met algoritme", "€ 20", "solid", (REACH, REACH), 20)
LINES = Lines((LINE,), ("Start", "Jaar 1"), (Tick(0, "€ 0"),), "In euro’s", ("a", "b", "c"), "Een lijn.")


def test_a_figure_needs_an_alternative_text() -> None:
    with pytest.raises(EmptyText):
        dataclasses.replace(LINES, alt="  ")


@pytest.mark.parametrize(
    "heights", [(-1, 0, 0, 0, 0), (0, 0, 0, 0, AXIS + 1), (0, 5, 4, 3, 9), (3, 3, 2, 3, 4)]
)
def test_a_band_lies_in_order_within_the_axis(heights: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="no band within the axis"):
        Reach(*heights)


def test_the_expected_may_lie_outside_eight_of_ten_draws() -> None:
    assert Reach(0, 10, 35, 30, 40).line == 35


def test_every_line_has_a_height_for_every_step() -> None:
    with pytest.raises(ValueError, match="2 steps"):
        dataclasses.replace(LINES, lines=(dataclasses.replace(LINE, reaches=(REACH,)),))


def test_a_line_needs_two_steps() -> None:
    with pytest.raises(ValueError, match="1 steps"):
        Lines((), ("Start",), (), "In euro’s", ("a", "b", "c"), "Een lijn.")


def test_a_tick_stands_on_its_axis() -> None:
    with pytest.raises(ValueError, match="tick"):
        dataclasses.replace(LINES, up=(Tick(AXIS + 1, "€ 2"),))


LEANING = Leaning("Ronde 1", (2, 1, 3, 0, 4))


def test_a_bar_leans_as_far_as_people_stand_with_half_of_the_middle_on_either_side() -> None:
    assert LEANING.sides == (9, 11)


def test_bars_stay_within_their_figure_and_have_a_middle() -> None:
    ends = ("Oneens", "Eens")
    assert Leanings((LEANING,), 11, ends, "Een balk.").reach == 11
    with pytest.raises(ValueError, match="outside the figure"):
        Leanings((LEANING,), 10, ends, "Een balk.")
    with pytest.raises(ValueError, match="without a middle"):
        Leanings((Leaning("Ronde 1", (1, 2)),), 11, ends, "Een balk.")
    with pytest.raises(EmptyText):
        Leanings((LEANING,), 11, ends, "")
