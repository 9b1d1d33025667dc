"""Dossiers: everything a report about one assessment is made from, read in one go."""

from datetime import date
from uuid import UUID

from assessment.dossier import Dossier
from assessment.evaluation import evaluate
from services import access, advising, answers, frameworks, people, road
from services.users import User
from storage.store import Store

SUMMARY = "pdf"  # what an export was of


def export(
    store: Store, user: User, assessment: UUID, on: date, *, municipality: str, what: str = SUMMARY
) -> Dossier:
    """Do what `prepare` does, for a file that leaves the app: that is entered in the audit trail.

    `what` names the file there.
    """
    with store.transaction() as tx:
        access.read(tx, user, assessment)
        tx.audit.note(assessment, "export", user.name, what)
    return prepare(store, user, assessment, on, municipality=municipality)


def prepare(store: Store, user: User, assessment: UUID, on: date, *, municipality: str) -> Dossier:
    """Give the dossier of one assessment, as of the day `on`.

    A finished assessment keeps the reference date and the moment it was finished on. Raises NotFound,
    NotAllowed.
    """
    with store.reading() as tx:
        held = access.read(tx, user, assessment)
        revisions = tx.answers.current(assessment)
        snapshot = tx.snapshots.latest(assessment) if held.finished else None
        standing, overrides = road.standing(tx, held), tx.overrides.current(assessment)
    names = people.names(store, (override.author for override in overrides.values()))
    framework = frameworks.get(held.framework_version)
    return Dossier(
        title=held.title,
        municipality=municipality,
        outcome=evaluate(framework, answers.values(revisions), snapshot.on if snapshot else on),
        replies={question: revision.reply for question, revision in revisions.items()},
        moment=held.finished_at or held.updated_at,
        finished=held.finished,
        standing=standing,
        overrides=overrides,
        names=names,
        review=advising.advised(store, held),
    )
