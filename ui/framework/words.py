"""What a part of the framework says, as HTML."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from assessment.catalogue.items import Sort
from texts import _

_CODE = re.compile(r"`([^`]+)`")


def html(text: str) -> str:
    """Return a text as HTML: lines that begin with dashes as a nested list, ids in back quotes as code."""
    lines = text.split("\n")
    if not all(line.lstrip().startswith("- ") for line in lines):
        return "<br>".join(code(line) for line in lines)
    return "".join(_nested([(_depth(line), code(line.strip()[2:])) for line in lines]))


def code(text: str) -> str:
    """Return one line as HTML."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def listed(words: Mapping[str, str]) -> str:
    """Return labels and texts as a description list."""
    rows = (f"<dt>{code(label)}</dt><dd>{html(text)}</dd>" for label, text in words.items())
    return f'<dl class="ws-words">{"".join(rows)}</dl>'


def sort_name(sort: Sort) -> str:
    """Return what people call one part of this sort."""
    return _names()[sort][0]


def sort_names(sort: Sort) -> str:
    """Return what people call several parts of this sort."""
    return _names()[sort][1]


def _names() -> dict[Sort, tuple[str, str]]:
    return {
        Sort.HEAD: (_("Het kader zelf"), _("Het kader zelf")),
        Sort.STEP: (_("Stap"), _("Stappen")),
        Sort.QUESTION: (_("Vraag"), _("Vragen")),
        Sort.FACT: (_("Feit"), _("Feiten")),
        Sort.DIMENSION: (_("Uitkomst"), _("Uitkomsten en niveaus")),
        Sort.RULE: (_("Regel"), _("Regels")),
        Sort.INSTRUMENT: (_("Instrument"), _("Instrumenten")),
        Sort.DUTY: (_("Regel van een instrument"), _("Regels van instrumenten")),
        Sort.SIGNAL: (_("Stopsignaal"), _("Stopsignalen")),
        Sort.SAFEGUARD: (_("Waarborg"), _("Waarborgen")),
        Sort.DATE: (_("Datum"), _("Datums")),
        Sort.SOURCE: (_("Bron"), _("Bronnen")),
        Sort.ROLE: (_("Rol"), _("Rollen")),
        Sort.MOMENT: (_("Moment"), _("Momenten")),
        Sort.COST: (_("Deel van de kosten"), _("Kosten")),
        Sort.SUCCESS: (_("Deel van de kans van slagen"), _("Kans van slagen")),
        Sort.REVIEW: (_("Deel van de sessie"), _("Sessie van het ethisch netwerk")),
        Sort.TERM: (_("Termijn om opnieuw te wegen"), _("Termijnen om opnieuw te wegen")),
        Sort.NORM: (_("Norm of bouwsteen"), _("Normen en bouwstenen")),
        Sort.MATURITY: (_("Deel van de zelfscan"), _("Zelfscan")),
        Sort.OTHER: (_("Ander onderdeel"), _("Andere onderdelen")),
    }


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip())) // 2


def _nested(lines: list[tuple[int, str]]) -> Iterator[str]:
    depth = -1
    for level, text in lines:
        if level > depth:
            yield "<ul><li>" * (level - depth)
        else:
            yield "</li></ul>" * (depth - level) + "</li><li>"
        yield text
        depth = level
    yield "</li></ul>" * (depth + 1)
