"""Read a PDF back: its structure with pikepdf, its text and bookmarks with pdfium."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2

from reports.clean import BREAK


class Read:
    """A PDF, opened."""

    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(pdf))
        with pypdfium2.PdfDocument(pdf) as document:
            self.pages = [self._page(document, number) for number in range(len(document))]
            self.bookmarks = [
                (entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()
            ]

    @staticmethod
    def _page(document: pypdfium2.PdfDocument, number: int) -> str:
        page = document[number]
        text = page.get_textpage()
        try:
            return str(text.get_text_bounded())
        finally:
            text.close()
            page.close()

    @property
    def text(self) -> str:
        """All text on one line, without the invisible places where a line may break."""
        return " ".join(" ".join(self.pages).replace(BREAK, "").replace("\x02", "").split())

    def elements(self, *kinds: str) -> list[pikepdf.Dictionary]:
        """Give all elements of the structure tree of these kinds ("/Figure")."""
        return [element for element in _walk(self.file.Root.StructTreeRoot.K) if str(element.S) in kinds]

    def attachments(self) -> dict[str, bytes]:
        """Give the attached files."""
        return {name: spec.get_file().read_bytes() for name, spec in self.file.attachments.items()}


Glyph = tuple[str, float, float, float]
Run = tuple[float, float]


def glyphs(pdf: bytes) -> list[Glyph]:
    """Give every visible character of the first page: itself, its left and right side, its lower side."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        try:
            found = (
                (text.get_text_range(place, 1), *text.get_charbox(place))
                for place in range(text.count_chars())
            )
            return [
                (letter, left, right, bottom) for letter, left, bottom, right, _top in found if letter.strip()
            ]
        finally:
            text.close()
            page.close()


def runs(pdf: bytes) -> list[Run]:
    """Give the right and lower side of all text printed on the first page, also of what reads as nothing."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        try:
            found = [piece.get_bounds() for piece in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
            return [(right, bottom) for _left, bottom, right, _top in found]
        finally:
            page.close()


def _walk(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _walk(node.K)
