"""Dutch for the words that Streamlit itself puts on the screen (streamlit/streamlit#1353).

The script assets/words.js replaces them as they appear; docs/accessibility.md lists what it cannot reach.
"""

from texts import _


def dictionary() -> dict[str, dict[str, str]]:
    """Return "exact" (English -> Dutch) and "patterns" (regular expression -> Dutch with $1, $2)."""
    return {"exact": _exact(), "patterns": _patterns()}


def _exact() -> dict[str, str]:
    return {
        "Skip to main content": _("Naar de inhoud"),
    }


def _patterns() -> dict[str, str]:
    return {}
