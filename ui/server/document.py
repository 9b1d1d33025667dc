"""The HTML document that carries the app, and our own assets.

Streamlit serves one fixed document. It says `lang="en"` (WCAG 3.1.1; axe does not notice), "Streamlit" and
"You need to enable JavaScript", and it points programs to an interface we do not offer. We serve it in the
language of the reader, with our icon, style and scripts.
"""

import json
import re
from functools import cache
from html import escape
from pathlib import Path

from streamlit import file_util

import texts
from texts import _
from ui.server import static, words

# A block of data, not a script, so the policy on scripts needs no exception for it.
WORDS = '<script type="application/json" id="ws-words">{words}</script>'

BODY = """
    <noscript><p>{without_script}</p></noscript>
    <div id="ws-live" role="status" aria-live="polite" class="ws-hidden"></div>
"""


@cache
def page(language: str = texts.SOURCE_LANGUAGE) -> bytes:
    """Return the document in one language, ready to send.

    Raises RuntimeError when Streamlit's own document lacks a part that we replace.
    """
    html = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    with texts.speaking(language):
        replacements = _replacements()
    for pattern, replacement in replacements.items():
        found = re.search(pattern, html, re.DOTALL)
        if not found:
            raise RuntimeError(f"Streamlit's document has no {pattern!r} any more; adapt document.py")
        html = html[: found.start()] + replacement + html[found.end() :]
    preloads = (f'<link rel="modulepreload" crossorigin href="./{name}">' for name in static.soon(html))
    html = html.replace("</head>", "\n    ".join([*preloads, "</head>"]))
    return html.strip().encode()


def _replacements() -> dict[str, str]:
    without_script = _(
        "Weegschaal werkt alleen met JavaScript. Zet JavaScript aan in je browser en laad de pagina opnieuw."
    )
    return {
        r'<html lang="en">': f'<html lang="{texts.language()}">',
        r"<title>.*?</title>": f"<title>{escape(_('Weegschaal'))}</title>",
        r'<link rel="shortcut icon"[^>]*/>': _head(),
        r'<link rel="service-desc"[^>]*/>': "",
        # The only inline script; without it the policy on scripts needs no exception.
        r"<script>\s*window\.prerenderReady = false\s*</script>": "",
        r"<noscript>.*?</noscript>": BODY.format(without_script=escape(without_script)),
    }


def _head() -> str:
    """Return our icon, style and scripts; these come first, so that they hear of events before Streamlit."""
    # "<" could end the block of data.
    dictionary = json.dumps(words.dictionary(), ensure_ascii=False).replace("<", "\\u003c")
    return "\n    ".join(
        [
            '<link rel="icon" href="./assets/icon.svg" type="image/svg+xml" />',
            f'<link rel="stylesheet" href="{static.address(static.STYLES)}" />',
            WORDS.format(words=dictionary),
            f'<script defer src="{static.address(static.SCRIPTS)}"></script>',
        ]
    )
