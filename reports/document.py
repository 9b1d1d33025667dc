"""What a report says, apart from how it looks: headings, paragraphs, tables, figures, attachments.

Everything is frozen and holds plain text only. A renderer decides on fonts, colours and pages, and must never
read a text as markup.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reports.figures import Leanings, Lines, Scale, Timeline, Tone
from reports.required import require


@dataclass(frozen=True)
class Heading:
    """A heading within a section; level 2 or 3, because the section's own title is level 1."""

    text: str
    level: Literal[2, 3] = 2

    def __post_init__(self) -> None:
        require(self.text, "heading")


@dataclass(frozen=True)
class Paragraph:
    """Running text; a newline starts a new line. `lead` is an opening that stands out.

    An `intro` stays on the page of the block that follows.
    """

    text: str
    lead: str = ""
    style: Literal["body", "intro"] = "body"


@dataclass(frozen=True)
class Item:
    """One point of a list: an opening that stands out, the text, its source, and points below it."""

    text: str
    lead: str = ""
    source: str = ""
    parts: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list of points; numbered when the order or a reference to a number matters."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Column:
    """The header of a table column, and its share of the width relative to the others.

    `strong` makes the cells stand out, `short` only those of a few words, `headed` only their first line.
    `amount` puts numbers right under each other.
    """

    title: str
    share: int = 1
    style: Literal["plain", "strong", "short", "headed", "amount"] = "plain"

    def __post_init__(self) -> None:
        require(self.title, "column title")


@dataclass(frozen=True)
class Table:
    """A table with headers on the columns only, because row headers cannot be marked up in the PDF.

    The last `totals` rows add up those above.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: int = 0

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong or not self.rows:
            raise ValueError(
                f"a table of {len(self.columns)} columns has {len(self.rows)} rows, wrong: {wrong}"
            )


@dataclass(frozen=True)
class Fact:
    """A label with its value, and a remark in small print."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class KeyFacts:
    """A few facts side by side, to be seen at a glance."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Callout:
    """A message that must not be missed."""

    title: str
    text: str
    tone: Tone = "notice"


@dataclass(frozen=True)
class Badge:
    """The judgement in words, what it means, and the scale it stands on."""

    label: str
    value: str
    meaning: str
    tone: Tone
    scale: Scale | None = None

    def __post_init__(self) -> None:
        require(self.value, "badge")


@dataclass(frozen=True)
class Badges:
    """Judgements side by side."""

    badges: tuple[Badge, ...]


@dataclass(frozen=True)
class Decision:
    """Room to decide and sign: boxes to tick, and lines to fill in by hand."""

    choices: tuple[str, ...]
    remark: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page, as long as a page holds them."""

    blocks: tuple["Block", ...]


Figure = Timeline | Lines | Leanings
Block = Together | Heading | Paragraph | Bullets | Table | KeyFacts | Callout | Badges | Figure | Decision


@dataclass(frozen=True)
class Section:
    """A titled part of the report; the title is a bookmark. `starts_page` begins it on a new page."""

    title: str
    blocks: tuple[Block, ...]
    starts_page: bool = True

    def __post_init__(self) -> None:
        require(self.title, "section title")


@dataclass(frozen=True)
class Attachment:
    """A file inside the report, so that programs can read back what people read; kept to the byte."""

    name: str
    description: str
    content: str
    media_type: str = "application/json"

    def __post_init__(self) -> None:
        # Raises UnicodeEncodeError for a lone surrogate: JSON can and must hold that as an escape.
        self.content.encode("utf-8")


@dataclass(frozen=True)
class Report:
    """A whole report. `subject` is the kind of document, `moment` the (UTC) time its data is from."""

    title: str
    subject: str
    publisher: str
    language: str
    moment: datetime
    meta: tuple[Fact, ...]
    sections: tuple[Section, ...]
    footer: str = ""
    attachment: Attachment | None = None

    def __post_init__(self) -> None:
        require(self.title, "title")
        if self.moment.tzinfo is None:
            raise ValueError("the moment of a report needs a time zone")
