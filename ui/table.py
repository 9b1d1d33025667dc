"""Tables that stay readable on a phone: there each row becomes a block, and each cell says what it is."""

from collections.abc import Sequence
from html import escape


def html(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table; the first cell of each row is its heading. Cells are HTML, the rest is text."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    body = "".join(_row(heads, row) for row in rows)
    # A row drawn as a block would be no table to a screen reader any more; the roles keep it one.
    return (
        f'<div class="ws-table"><table role="table"><caption class="ws-hidden">{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    first, *others = row
    cells = "".join(
        f'<td role="cell" data-label="{escape(head)}">{cell}</td>'
        for head, cell in zip(heads[1:], others, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>'
