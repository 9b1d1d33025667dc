"""What cannot be read as the value of a field."""


class Unreadable(ValueError):
    """A text that cannot be kept in a field; it says in Dutch what to do."""
