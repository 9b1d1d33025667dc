"""What stands above the bars of the portfolio fits on a small phone, whatever the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import frameworks
from ui.portfolio.picture import APART, LETTERS, folded

ENDS = st.from_regex(r"[0-9]{1,4}( tot [0-9]{1,4} dagen)?", fullmatch=True)
CURRENT = frameworks.current()


@given(st.text(max_size=200), ENDS)
def test_name_fits_on_its_lines_and_leaves_room_for_the_number(name: str, end: str) -> None:
    upper, lower = folded(name, end)

    assert len(upper) <= LETTERS
    assert not lower or len(lower) + APART + len(end) <= LETTERS


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1).map(" ".join), ENDS)
def test_name_is_whole_or_says_that_it_is_not(name: str, end: str) -> None:
    whole = " ".join(filter(None, folded(name, end)))

    assert whole == name or (whole.endswith("…") and name.startswith(whole[:-1].rstrip()))


@pytest.mark.parametrize("name", [one.name for one in CURRENT.instruments.values()])
def test_names_of_instruments_are_not_cut(name: str) -> None:
    told = " ".join(filter(None, folded(name, "1234")))

    assert told in (name, name.partition(" (")[0])


def test_names_that_differ_in_their_brackets_alone_stay_apart() -> None:
    names = [f"Ondersteuning van inwoners en gezinnen ({law})" for law in ("Jeugdwet", "Wmo 2015")]

    assert [" ".join(folded(name, "12")) for name in names] == names
