"""The road of an assessment: its moves, append-only. Where it stands is where the last one went."""

import json
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, func, insert, select
from sqlalchemy.orm import Session

from assessment.road import State
from storage.records import Transition
from storage.road_tables import TransitionRow


class RoadTable:
    """The moves of all assessments; one without moves is a concept."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, assessment: UUID) -> list[Transition]:
        """List the moves of one assessment, oldest first."""
        rows = self._session.scalars(
            select(TransitionRow)
            .where(TransitionRow.assessment_id == assessment)
            .order_by(TransitionRow.number)
        )
        return [_record(row) for row in rows]

    def latest(self, assessment: UUID, to: State | None = None) -> Transition | None:
        """Give the last move, or the last one to a place; None when there is none."""
        moves = select(TransitionRow).where(TransitionRow.assessment_id == assessment)
        if to is not None:
            moves = moves.where(TransitionRow.to_state == to.value)
        row = self._session.scalars(moves.order_by(TransitionRow.number.desc()).limit(1)).one_or_none()
        return None if row is None else _record(row)

    def standing_at(self, states: Collection[State]) -> list[UUID]:
        """List the assessments that stand at one of these places."""
        last = (
            select(TransitionRow.assessment_id, func.max(TransitionRow.number).label("number"))
            .group_by(TransitionRow.assessment_id)
            .subquery()
        )
        is_last = and_(
            TransitionRow.assessment_id == last.c.assessment_id, TransitionRow.number == last.c.number
        )
        moves = select(TransitionRow.assessment_id).join(last, is_last)
        return list(self._session.scalars(moves.where(TransitionRow.to_state.in_(states))))

    def add(self, transition: Transition) -> None:
        """Keep a move. Raises IntegrityError when its number is taken."""
        self._session.execute(
            insert(TransitionRow).values(
                assessment_id=transition.assessment,
                number=transition.number,
                round=transition.round,
                from_state=transition.from_.value,
                to_state=transition.to.value,
                why=transition.why,
                # Without escapes every letter stays itself, legible to whoever opens the database.
                detail=json.dumps(dict(transition.detail), ensure_ascii=False, sort_keys=True),
                author=transition.author,
                at=transition.at,
            )
        )


def _record(row: TransitionRow) -> Transition:
    return Transition(
        row.assessment_id,
        row.number,
        row.round,
        State(row.from_state),
        State(row.to_state),
        row.why,
        json.loads(row.detail),
        row.author,
        row.at,
    )
