"""Every table on the screen can be taken along as a file."""

from pathlib import Path

import pytest

from settings import ROOT

# Where a table is drawn in one place and offered in another, together with others.
OFFERED_BY = {
    "ui/costs/axes.py": "pages/costs.py",
    "ui/costs/grounds.py": "pages/costs.py",
    "ui/costs/tables.py": "pages/costs.py",
    "ui/framework/figures.py": "ui/framework/result.py",
    "ui/portfolio/tables.py": "pages/portfolio.py",
    "ui/register/listing.py": "ui/register/acting.py",
    "ui/sharing/publication.py": "pages/export.py",
    "ui/success/lists.py": "pages/success.py",
    "ui/timeline.py": "ui/instruments.py",
    "ui/trail.py": "pages/audit.py",
}
DRAWN = sorted(
    str(path.relative_to(ROOT))
    for folder in ("ui", "pages")
    for path in (ROOT / folder).rglob("*.py")
    if "table.html(" in path.read_text("utf-8")
)


@pytest.mark.parametrize("module", DRAWN)
def test_whoever_draws_a_table_offers_it_as_a_file(module: str) -> None:
    assert "sheets.offer" in (ROOT / Path(OFFERED_BY.get(module, module))).read_text("utf-8")


def test_no_place_is_named_that_draws_no_table() -> None:
    assert set(OFFERED_BY) <= set(DRAWN)
