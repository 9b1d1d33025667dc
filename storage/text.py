"""Text that every database can hold."""

import re

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """Replace what PostgreSQL refuses, NUL and lone surrogates, by U+FFFD; all else stays as it is.

    The same happens on SQLite, so that a text reads back equal wherever it is kept.
    """
    if not _UNSTORABLE.search(text):
        return text
    # Through UTF-16, because two surrogates that belong together are one character and must survive.
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.replace("\x00", "\ufffd")
