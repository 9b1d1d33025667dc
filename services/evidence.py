"""Evidence: links and files that support an answer."""

import hashlib
import math
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from babel.numbers import format_decimal

from services import access, frameworks
from services.access import Action
from services.errors import EvidenceRefused, NotFound, UnknownQuestion
from services.file_names import clean_name
from services.file_types import recognise
from services.users import User
from storage.records import Assessment, Evidence
from storage.store import Store, Transaction
from texts import _, language

__all__ = ["Evidence", "EvidenceRefused"]

MEGABYTE = 1024 * 1024
MAX_FILE = 10 * MEGABYTE
MAX_URL = 2000
MAX_LABEL = 200
EXTENSIONS = ("pdf", "png", "jpg", "jpeg", "webp", "txt", "csv", "docx", "xlsx", "odt", "ods")


def add_link(
    store: Store, user: User, assessment: UUID, question: str, url: str, *, label: str = ""
) -> Evidence:
    """Keep a link under an answer; without a label its address is shown.

    Raises EvidenceRefused, UnknownQuestion, NotFound, NotAllowed, AssessmentFinished.
    """
    address = _address(url)
    name = _label(label) or address
    with store.transaction() as tx:
        held = _attach(tx, user, assessment, question)
        link = Evidence(uuid4(), held.id, question, name, author=user.name, at=tx.now, url=address)
        tx.evidence.add(link)
        _enter(tx, user, link, "added")
        return link


def add_file(store: Store, user: User, assessment: UUID, question: str, name: str, data: bytes) -> Evidence:
    """Keep a file under an answer, under a cleaned name.

    Raises EvidenceRefused, UnknownQuestion, NotFound, NotAllowed, AssessmentFinished.
    """
    kind = recognise(name, data) if _size_fits(name, data) else None
    if kind is None:
        raise EvidenceRefused(
            _(
                "Dit soort bestand kun je niet toevoegen: {name}. Wel: {kinds}, zonder macro's. "
                "Sla het op als een van deze soorten en probeer het opnieuw."
            ).format(name=_short(name), kinds=", ".join(EXTENSIONS))
        )
    with store.transaction() as tx:
        held = _attach(tx, user, assessment, question)
        file = Evidence(
            uuid4(),
            held.id,
            question,
            clean_name(name, kind),
            author=user.name,
            at=tx.now,
            media_type=kind.media_type,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )
        tx.evidence.add(file, data)
        _enter(tx, user, file, "added")
        return file


def of_assessment(store: Store, user: User, assessment: UUID) -> dict[str, list[Evidence]]:
    """Give all evidence per question id, in one query; the oldest first. Raises NotFound, NotAllowed."""
    found: dict[str, list[Evidence]] = {}
    with store.reading() as tx:
        access.read(tx, user, assessment)
        for evidence in tx.evidence.of(assessment):
            found.setdefault(evidence.question, []).append(evidence)
    return found


def for_question(store: Store, user: User, assessment: UUID, question: str) -> list[Evidence]:
    """List the evidence of one question, the oldest first. Raises NotFound, NotAllowed."""
    return of_assessment(store, user, assessment).get(question, [])


def content(store: Store, user: User, evidence: UUID) -> bytes:
    """Give the bytes of a file. Raises NotFound (also for a link), NotAllowed."""
    with store.reading() as tx:
        found = _found(tx, evidence)
        access.read(tx, user, found.assessment)
        data = tx.evidence.content(evidence)
    if data is None:
        raise _gone()
    return data


def remove(store: Store, user: User, evidence: UUID) -> None:
    """Hide evidence; the row and who did it stay. Raises NotFound, NotAllowed, AssessmentFinished."""
    with store.transaction() as tx:
        found = _found(tx, evidence)
        access.change(tx, user, found.assessment, Action.ATTACH)
        tx.evidence.remove(evidence, user=user.name, now=tx.now)
        _enter(tx, user, found, "removed")


def _enter(tx: Transaction, user: User, evidence: Evidence, action: str) -> None:
    said = {"action": action, **tx.audit.claim("evidence", evidence.id)}
    tx.audit.note(evidence.assessment, "evidence", user.name, evidence.question, said)


def _attach(tx: Transaction, user: User, assessment: UUID, question: str) -> Assessment:
    held = access.change(tx, user, assessment, Action.ATTACH)
    if question not in frameworks.get(held.framework_version).questions:
        raise UnknownQuestion(question)
    return held


def _found(tx: Transaction, evidence: UUID) -> Evidence:
    found = tx.evidence.find(evidence)
    if found is None:
        raise _gone()
    return found


def _gone() -> NotFound:
    return NotFound(
        _("Dit bewijsstuk is er niet meer. Misschien heeft iemand het weggehaald. Ververs de pagina.")
    )


def _address(given: str) -> str:
    """Check a link: it will be clickable for everybody who reads the assessment."""
    url = given.strip()
    if len(url) > MAX_URL:
        raise EvidenceRefused(
            _("Deze link heeft {length} tekens. Er passen er {limit}. Zoek een kortere link.").format(
                length=len(url), limit=MAX_URL
            )
        )
    if not _is_web_address(url):
        raise EvidenceRefused(
            _(
                "Dit is geen link naar een webpagina. Een link begint met https:// of http://. "
                "Kopieer de hele link."
            )
        )
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _port = parts.port  # reading it checks it
    except ValueError:
        return False
    # A name before @ makes a link look as if it went to another site.
    fits = parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc
    return fits and url.isprintable() and not any(character in ' <>"\\^`{|}' for character in url)


def _label(given: str) -> str:
    label = " ".join(given.split())
    if len(label) > MAX_LABEL:
        raise EvidenceRefused(
            _("Deze naam heeft {length} tekens. Er passen er {limit}. Kies een kortere naam.").format(
                length=len(label), limit=MAX_LABEL
            )
        )
    return label


def _size_fits(name: str, data: bytes) -> bool:
    if not data:
        raise EvidenceRefused(
            _("Het bestand {name} is leeg. Kies een ander bestand.").format(name=_short(name))
        )
    if len(data) > MAX_FILE:
        raise EvidenceRefused(
            _(
                "Het bestand {name} is {size} MB. Er past hooguit 10 MB. Maak het kleiner, of zet het in je "
                "zaaksysteem en voeg een link toe."
            ).format(name=_short(name), size=_megabytes(len(data)))
        )
    return True


def _megabytes(size: int) -> str:
    # Rounded up, or a file that is just too large would read as one that fits.
    return str(format_decimal(math.ceil(size / MEGABYTE * 10) / 10, "0.0", locale=language()))


def _short(name: str) -> str:
    return name if len(name) <= MAX_LABEL else name[: MAX_LABEL - 1] + "…"
