"""File types that are safe to keep, recognised by what a file holds. Its name proves nothing."""

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass

CONTENT_TYPES = "[Content_Types].xml"
DECLARED = 1_000_000


@dataclass(frozen=True)
class FileType:
    """A type of file, with the extensions it goes by (the first one is given to a file without)."""

    media_type: str
    extensions: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

PDF = FileType("application/pdf", ("pdf",))
PNG = FileType("image/png", ("png",))
JPEG = FileType("image/jpeg", ("jpg", "jpeg"))
WEBP = FileType("image/webp", ("webp",))
DOCX = FileType(f"{_OFFICE}wordprocessingml.document", ("docx",))
XLSX = FileType(f"{_OFFICE}spreadsheetml.sheet", ("xlsx",))
ODT = FileType(f"{_OPEN_DOCUMENT}text", ("odt",))
ODS = FileType(f"{_OPEN_DOCUMENT}spreadsheet", ("ods",))
TEXT = FileType("text/plain", ("txt",))
CSV = FileType("text/csv", ("csv",))

_STARTS = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
_MAIN_PART = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
# What the module raises for archives that are broken, locked with a password or oddly packed.
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
)
# The last one is a letter written as a number, which no program that makes such files does.
_DECLARED_MACROS = (b"vbaproject", b"macroenabled", b"&#")
# Scripts inside a document run on the computer of whoever opens it.
_MACROS = ("vbaproject.bin", "basic/", "scripts/", "macrosheets/")


def recognise(name: str, data: bytes) -> FileType | None:
    """Tell the type of a file by its content; None when it is not one we keep.

    Only text and comma-separated text are told apart by name, for both are nothing but characters.
    """
    for start, found in _STARTS.items():
        if data.startswith(start):
            return found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    extension = name.rpartition(".")[2].lower()
    return next((kind for kind in (TEXT, CSV) if extension in kind.extensions and _is_text(data)), None)


def _zipped(data: bytes) -> FileType | None:
    """Tell office documents from other archives by what is inside; of one member a part is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(macro in name.lower() for name in names for macro in _MACROS):
                return None
            if "mimetype" in names:
                return _open_document(archive)
            if CONTENT_TYPES in names and not _declares_macros(archive):
                return next((kind for part, kind in _MAIN_PART.items() if part in names), None)
    except _BROKEN:
        return None
    return None


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    """Tell whether a part is declared to hold macros: it may have any name."""
    with archive.open(CONTENT_TYPES) as member:
        declared = member.read(DECLARED + 1)
    # In UTF-16 there is a zero byte beside each letter.
    words = declared.replace(b"\0", b"").lower()
    return len(declared) > DECLARED or any(macro in words for macro in _DECLARED_MACROS)


def _open_document(archive: zipfile.ZipFile) -> FileType | None:
    with archive.open("mimetype") as member:
        # A bounded read: a small archive can unpack to more than the memory holds.
        media_type = member.read(100).decode("ascii", "replace").strip()
    return next((kind for kind in (ODT, ODS) if kind.media_type == media_type), None)


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(character < " " and character not in "\t\n\r\f" for character in text)
