"""A report as plain text, so that what it says can be reviewed as text: `python -m tests.reports.as_text`.

That command writes the golden files anew; read the difference before you commit it.
"""

import re
from collections.abc import Iterator
from functools import singledispatch
from pathlib import Path

from reports.content import college_report
from reports.document import (
    Badges,
    Bullets,
    Callout,
    Decision,
    Heading,
    Item,
    KeyFacts,
    Paragraph,
    Report,
    Table,
    Together,
)
from reports.figures import Leanings, Lines, Timeline
from tests.reports.dossiers import dossier

GOLDEN = Path(__file__).with_name("golden")
CASES = ("c01", "c02", "c03")


def as_text(report: Report) -> str:
    """Write a report as lines of text; hashes are left out, because they change with every correction."""
    lines = [report.title, " · ".join(f"{fact.label}: {fact.value}" for fact in report.meta)]
    for section in report.sections:
        lines += ["", f"# {section.title}", ""]
        for block in section.blocks:
            lines += _block(block)
    return re.sub(r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}", "(controlegetal)", "\n".join(lines)) + "\n"


@singledispatch
def _block(block: object) -> Iterator[str]:
    raise TypeError(f"no text for {type(block).__name__}")


@_block.register
def _together(block: Together) -> Iterator[str]:
    for each in block.blocks:
        yield from _block(each)


@_block.register
def _heading(block: Heading) -> Iterator[str]:
    yield from ("", "#" * block.level + " " + block.text)


@_block.register
def _paragraph(block: Paragraph) -> Iterator[str]:
    yield f"{block.lead} {block.text}".strip()


@_block.register
def _bullets(block: Bullets) -> Iterator[str]:
    yield from _items(block.items, numbered=block.numbered)


@_block.register
def _table(block: Table) -> Iterator[str]:
    yield " | ".join(column.title for column in block.columns)
    yield from (" | ".join(cell.replace("\n", " / ") for cell in row) for row in block.rows)


@_block.register
def _key_facts(block: KeyFacts) -> Iterator[str]:
    yield from (f"{fact.label}: {fact.value}" for fact in block.facts)


@_block.register
def _badges(block: Badges) -> Iterator[str]:
    for badge in block.badges:
        yield f"[{badge.label}: {badge.value}] {badge.meaning}"
        if badge.scale:
            yield f"  (beeld: {badge.scale.alt})"


@_block.register
def _callout(block: Callout) -> Iterator[str]:
    yield f"! {block.title}: {block.text}"


@_block.register
def _timeline(block: Timeline) -> Iterator[str]:
    yield f"(beeld: {block.alt})"


@_block.register
def _leanings(block: Leanings) -> Iterator[str]:
    yield f"(beeld: {block.alt})"


@_block.register
def _lines(block: Lines) -> Iterator[str]:
    yield f"(beeld: {block.alt})"


@_block.register
def _decision(block: Decision) -> Iterator[str]:
    yield from (f"[ ] {choice}" for choice in block.choices)
    yield from (block.remark, " | ".join(block.lines))


def _items(items: tuple[Item, ...], *, numbered: bool = False, indent: str = "") -> Iterator[str]:
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if numbered else "-"
        source = f" ({item.source})" if item.source else ""
        yield f"{indent}{mark} {item.lead} {item.text}{source}".replace("  ", " ")
        yield from _items(item.parts, indent=indent + "   ")


if __name__ == "__main__":
    for case in CASES:
        (GOLDEN / f"{case}.txt").write_text(as_text(college_report(dossier(case))), encoding="utf-8")
