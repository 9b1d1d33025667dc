"""axe-core on a page: which success criteria of WCAG 2.2, level A and AA, it breaks."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# What depends on colours; everything else is the same in the light and in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]

# Defects of Streamlit's own DOM, as docs/accessibility.md lists them: rule -> part of the element's HTML.
STREAMLIT: dict[str, str] = {}

RUN = """async ([rules]) => {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => ({ rule: rule.id, html: node.html, why: node.failureSummary })));
}"""

# Two frames after the window changed, nothing moves any more.
STILL = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  done(document.getAnimations().every((each) => each.playState !== "running")))))"""


@cache
def _source() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page, rules: Sequence[str] = LEVELS) -> list[str]:
    """Return what breaks `rules` as "rule: element, reason", without the known defects of Streamlit.

    The window is made as high as the page: axe does not judge the contrast of what has to be scrolled to.
    """
    size = page.viewport_size
    assert size
    height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    # What is still fading in has a contrast that nobody gets to see.
    page.wait_for_function(STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found: list[dict[str, Any]] = page.evaluate(RUN, [rules])
    return [f"{one['rule']}: {one['html'][:300]}, {one['why']}" for one in found if not _is_known(one)]


def _is_known(one: dict[str, Any]) -> bool:
    part = STREAMLIT.get(one["rule"])
    return part is not None and part in one["html"]
