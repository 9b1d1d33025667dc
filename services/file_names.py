"""File names that are safe to show and to save under, on any system."""

import re
import unicodedata

from services.file_types import FileType

MAX_NAME = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(given: str, kind: FileType) -> str:
    """Give `given` without folders, invisible characters and forbidden signs, with a fitting extension.

    Invisible characters go because one of them shows "fdp.exe" as "exe.pdf".
    """
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    visible = "".join(character for character in name if unicodedata.category(character)[0] != "C")
    name = " ".join(_FORBIDDEN.sub("_", visible).split()).rstrip(". ")
    stem, dot, extension = name.rpartition(".")
    if not dot or extension.lower() not in kind.extensions:
        stem, extension = name, kind.extensions[0]
    stem = stem[: MAX_NAME - len(extension) - 1].strip(". ") or "bestand"
    return f"_{stem}.{extension}" if _RESERVED.match(stem) else f"{stem}.{extension}"
