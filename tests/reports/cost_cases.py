"""Answers on costs at the edges: what is missing, equal, astronomically large, or named by a joker."""

from typing import Any

from assessment.own_lines import BASES, NAME_LENGTH
from tests.reports.nasty import NASTY

INCOMPLETE: dict[str, Any] = {"k_zaken": None, "k_jaarlijks": None, "k_alternatief": None}
HUGE: dict[str, Any] = {
    "k_horizon": 10,
    "k_zaken": [1_000_000, 10_000_000, 100_000_000],
    "k_eenmalig": 1_000_000_000,
    "k_jaarlijks": [999_999_998, 999_999_999, 1_000_000_000],
    "k_zonder_jaarlijks": 1_000_000_000,
    "k_min_met": [1, 50_000, 100_000],
    "k_min_zonder": [1, 60_000, 100_000],
    "k_fout_met": [0, 50, 100],
    "k_fout_zonder": [0, 60, 100],
    "k_fout_kosten": 1_000_000_000,
    "k_fout_uren": 100_000,
    "k_tarief": 1000,
}
# The one-off cost without the algorithm is exactly what the assessments of c01 are expected to cost.
EVEN: dict[str, Any] = {
    "k_eenmalig": 0,
    "k_zonder_eenmalig": [28764, 28764, 28764],
    "k_jaarlijks": 0,
    "k_min_met": [10, 15, 25],
    "k_min_zonder": [10, 15, 25],
    "k_fout_met": [1, 3, 6],
    "k_fout_zonder": [1, 3, 6],
    "k_exit": 0,
}
FREE: dict[str, Any] = {
    "k_horizon": 1,
    "k_eenmalig": 0,
    "k_jaarlijks": 0,
    "k_min_met": 0,
    "k_min_zonder": 0,
    "k_fout_met": 0,
    "k_fout_zonder": 0,
    "k_exit": 0,
}


def own_lines(*names: str) -> dict[str, Any]:
    """Fill in a line of one's own for each name, of every basis in turn; the second amount is a guess."""
    printable = [" ".join(name.encode("utf-8", "replace").decode().split())[:NAME_LENGTH] for name in names]
    return {
        f"k_eigen_{number}": {
            "name": name.strip() or "?",
            "basis": BASES[number % len(BASES)],
            "with": [1000, 2000, 5000],
            "without": 12.5,
        }
        for number, name in enumerate(printable, start=1)
    }


OWN = own_lines(*(NASTY[name] for name in ("markup", "emoji", "arabic", "mixed")))
