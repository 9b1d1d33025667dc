"""A report as PDF: accessible (PDF/UA-1), archivable (PDF/A-3a), with the data it rests on attached."""

import json
import logging
from dataclasses import fields, is_dataclass
from typing import Any

from reports import rendering
from reports.clean import REPLACEMENT, clean
from reports.document import Paragraph, Report, Section
from texts import _, ngettext

HEADER_LENGTH = 90
# Not printed: the attachment stays as it is to the byte, the moment is passed as a number.
APART = {"attachment", "moment"}

log = logging.getLogger(__name__)


def render(report: Report, workers: rendering.Workers | None = None) -> bytes:
    """Return `report` as PDF; the same report gives the same bytes.

    Should the renderer refuse a text in spite of all cleaning, it is tried once more with everything outside
    Latin replaced. Raises rendering.RenderingFailed.
    """
    workers = workers or rendering.shared()
    try:
        return workers.render(payload(report))
    except rendering.RenderingFailed as failure:
        log.warning("rendering again in Latin only, because: %s", failure)
        return workers.render(payload(report, latin_only=True))


def payload(report: Report, *, latin_only: bool = False) -> bytes:
    """Return the data for the template, as ASCII JSON with every text cleaned."""
    plain = _Plain(latin_only)
    data: dict[str, Any] = plain.of(report)
    if plain.changed:
        data["sections"].append(plain.of(_replacement_notice(plain.changed)))
    data["moment"] = int(report.moment.timestamp())
    data["header"] = _shortened(" ".join(data["title"].split()))
    data["page_of"] = [_("Pagina"), _("van")]
    data["attachment"] = None
    if report.attachment:
        data["attachment"] = {
            field.name: getattr(report.attachment, field.name) for field in fields(report.attachment)
        }
    return json.dumps(data, separators=(",", ":")).encode("ascii")


class _Plain:
    """Turns a report into plain JSON values, cleans every text on the way, and counts what that changed."""

    def __init__(self, latin_only: bool) -> None:
        self.latin_only = latin_only
        self.changed = 0

    def of(self, part: Any) -> Any:
        if isinstance(part, str):
            return self._cleaned(part)
        if isinstance(part, tuple):
            return [self.of(each) for each in part]
        if is_dataclass(part):
            named = {
                field.name: getattr(part, field.name) for field in fields(part) if field.name not in APART
            }
            return {"kind": type(part).__name__} | {name: self.of(value) for name, value in named.items()}
        if part is None or isinstance(part, int):
            return part
        raise TypeError(f"a report cannot hold {type(part).__name__}")

    def _cleaned(self, text: str) -> str:
        cleaned = clean(text, latin_only=self.latin_only)
        self.changed += cleaned.changed
        # A title of nothing but control characters would become empty, which the standards forbid.
        return cleaned.text if cleaned.text.strip() or not text.strip() else REPLACEMENT


def _shortened(title: str) -> str:
    # The header only repeats the title, which stands in full on the first page.
    return title if len(title) <= HEADER_LENGTH else title[: HEADER_LENGTH - 1].rstrip() + "…"


def _replacement_notice(count: int) -> Section:
    text = ngettext(
        "In dit document kon {count} teken niet worden afgedrukt. "
        "Het is vervangen door {sign} of weggelaten.",
        "In dit document konden {count} tekens niet worden afgedrukt. "
        "Ze zijn vervangen door {sign} of weggelaten.",
        count,
    )
    stored = _("De tekst in Weegschaal, en in het bestand dat aan deze PDF hangt, is niet veranderd.")
    paragraph = Paragraph(text.format(count=count, sign=REPLACEMENT) + " " + stored)
    return Section(_("Vervangen tekens"), (paragraph,), starts_page=False)
