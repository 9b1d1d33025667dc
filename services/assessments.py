"""Assessments: new, mine, opened, renamed, and where I was."""

from uuid import UUID, uuid4

from assessment.framework import Framework
from services import access
from services.access import Action
from services.errors import InvalidTitle, NotFound
from services.users import User
from storage.audit import OVER_ALL
from storage.records import Assessment, Summary
from storage.store import Store, Transaction
from texts import _

__all__ = ["Assessment", "NotFound", "Summary"]

MAX_TITLE = 200
PAGE = 50


def create(store: Store, user: User, *, title: str, framework: Framework) -> Assessment:
    """Begin an assessment in this framework version, which stays its version. Raises InvalidTitle."""
    with store.transaction() as tx:
        return begin(tx, user, title, framework)


def begin(tx: Transaction, user: User, title: str, framework: Framework) -> Assessment:
    """Do what `create` does, as part of something larger."""
    access.require(tx, user, Action.CREATE)
    made = Assessment(
        id=uuid4(),
        title=_title(title),
        framework_version=framework.version,
        framework_hash=framework.hash,
        created_at=tx.now,
        created_by=user.name,
        updated_at=tx.now,
    )
    tx.assessments.add(made)
    tx.audit.note(made.id, "created", user.name, detail=tx.audit.claim("assessment", made.id))
    tx.audit.note(OVER_ALL, "created", user.name, str(made.id))
    return made


def mine(store: Store, user: User, *, limit: int = PAGE, offset: int = 0) -> list[Summary]:
    """List one page of the assessments this user made or takes part in, last changed first."""
    with store.reading() as tx:
        access.require(tx, user, Action.LIST)
        return tx.assessments.page_of(user.name, limit=limit, offset=offset)


def count_mine(store: Store, user: User) -> int:
    """Count the assessments this user made or takes part in, for the page numbers under the list."""
    with store.reading() as tx:
        access.require(tx, user, Action.LIST)
        return tx.assessments.count_of(user.name)


def read_id(text: str) -> UUID:
    """Read an id from a link. Raises NotFound, because what is no id names nothing."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def opened(store: Store, user: User, assessment: UUID) -> Assessment:
    """Look up one assessment. Raises NotFound, NotAllowed."""
    with store.reading() as tx:
        return access.read(tx, user, assessment)


def rename(store: Store, user: User, assessment: UUID, title: str) -> Assessment:
    """Give another title. Raises InvalidTitle, NotFound, NotAllowed, AssessmentFinished."""
    with store.transaction() as tx:
        access.change(tx, user, assessment, Action.RENAME)
        renamed = tx.assessments.change(assessment, tx.now, title=_title(title))
        assert renamed is not None  # noqa: S101 - held since the line above
        tx.audit.note(assessment, "renamed", user.name, detail=tx.audit.claim("assessment", assessment))
        return renamed


def place(store: Store, user: User, assessment: UUID) -> str | None:
    """Tell the step where this user was; None when they open it for the first time."""
    with store.reading() as tx:
        access.read(tx, user, assessment)
        return tx.places.of(assessment, user.name)


def remember_place(store: Store, user: User, assessment: UUID, step: str) -> None:
    """Remember the step where this user is; the same step costs no write. Raises NotFound, NotAllowed."""
    if place(store, user, assessment) == step:
        return
    with store.transaction() as tx:
        access.read(tx, user, assessment)
        tx.places.put(assessment, user.name, step)


def _title(given: str) -> str:
    title = " ".join(given.split())
    if not title:
        raise InvalidTitle(_("Geef de afweging een naam, bijvoorbeeld de naam van het algoritme."))
    if len(title) > MAX_TITLE:
        raise InvalidTitle(
            _("Deze naam heeft {length} tekens. Er passen er {limit}. Kies een kortere naam.").format(
                length=len(title), limit=MAX_TITLE
            )
        )
    return title
