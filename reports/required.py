"""Words that must be there, because without them who cannot see finds nothing."""


class EmptyText(ValueError):
    """A heading, title or alternative text without words."""


def require(text: str, what: str) -> None:
    """Raise EmptyText when there are no words in `text`."""
    if not text.strip():
        raise EmptyText(f"{what} is empty")
