"""Does everything fit? WCAG 1.4.10 (320 px wide) and 1.4.4 (text at 200%)."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).with_suffix(".js")


def lost(page: Page) -> list[str]:
    """Return what does not fit in the window as it is now."""
    # Playwright wants a function; the comment above it would make it a script.
    source = SCRIPT.read_text("utf-8")
    return list(page.evaluate(source[source.index("() =>") :]))
