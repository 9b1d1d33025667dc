"""Measure: `python -m benchmarks [engine pdf ...]`, all parts when left out. Writes build/bench.json.

Meant for a machine that does nothing else; the figures of a busy one say nothing.
"""

import json
import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    costs,
    engine,
    load,
    meanwhile,
    pdf,
    portfolio,
    precedents,
    register,
    rejudge,
    review,
    screen,
)
from benchmarks.measure import Figure, table

OUT = Path(__file__).resolve().parent.parent / "build" / "bench.json"
PARTS: dict[str, Callable[[], list[Figure]]] = {
    "engine": engine.figures,
    "costs": costs.figures,
    "pdf": pdf.figures,
    "screen": screen.figures,
    "load": load.figures,
    "review": review.figures,
    "register": register.figures,
    "rejudge": rejudge.figures,
    "meanwhile": meanwhile.figures,
    "portfolio": portfolio.figures,
    "precedents": precedents.figures,
}


def main(chosen: list[str]) -> None:
    """Measure the chosen parts, or all."""
    found: list[Figure] = []
    for name in chosen or PARTS:
        print(f"measuring: {name}", flush=True)
        found += PARTS[name]()
    print()
    print(table(found))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(_record(found), indent=2) + "\n", "utf-8")


def _record(found: list[Figure]) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        # How busy the machine was: at 0 the figures are worth most.
        "load": os.getloadavg()[0],
        "figures": [figure.as_json() for figure in found],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
