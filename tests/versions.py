"""A second version of the framework for tests: a copy of the first in which a few things changed."""

import shutil
from pathlib import Path

from services import frameworks

ADDED = """
questions:
  - id: n_drukte
    step: risico
    kind: single
    text: Moet er haast bij zijn?
    source: Rekenkamer 3.3
    options:
      - {id: ja, text: 'Ja'}
      - {id: nee, text: 'Nee'}
      - {id: weet_niet, text: 'Weet ik niet'}
rules:
  - id: N1
    raise: trede
    to: beperkt
    when: {question: n_drukte, is: [ja]}
    because: Haast maakt fouten.
    source: Rekenkamer 3.3
"""
# File, what stands there, and what stands there now: a lower threshold, and an earlier day.
EDITS = (
    ("framework.yaml", "adopted: 2026-", "adopted: 2036-"),
    ("facts.yaml", "{question: g_aantal, from: 10000}", "{question: g_aantal, from: 1000}"),
    ("dates.yaml", "from: 2027-12-02", "from: 2025-12-02"),
)


def second_version(folder: Path, name: str = "2027.1") -> Path:
    """Write the second version into `folder`, and give where it stands."""
    made = folder / name
    shutil.copytree(frameworks.folder(frameworks.versions()[0]), made)
    for file, old, new in EDITS:
        text = (made / file).read_text("utf-8")
        assert old in text, f"{file} has no '{old}'"
        (made / file).write_text(text.replace(old, new), "utf-8")
    (made / "questions" / "99-nieuw.yaml").write_text(ADDED, "utf-8")
    return made
