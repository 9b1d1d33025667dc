"""Ballots: open ones under marks that hide names, closed ones without any order, and who took part."""

import hmac
import secrets
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from assessment.review.ballots import Ballot
from storage.review_tables import BallotRow, OpenBallotRow, RoundKeyRow, TookPartRow

KEY_BYTES = 32


class BallotTable:
    """The answers of all rounds. Nothing here gives a result of a round that is open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, round_id: UUID) -> None:
        """Make the secret of a new round."""
        key = {"round_id": round_id, "secret": secrets.token_bytes(KEY_BYTES)}
        self._session.execute(insert(RoundKeyRow), [key])

    def put(self, round_id: UUID, user: str, ballot: Ballot) -> None:
        """Keep the answer of one user to one item, in the place of the one before."""
        # No moment, no number and no name: the row must not tell whose it is, or when it came.
        what = {"choice": ballot.choice, "argument": ballot.argument, "signed_by": ballot.signed_by}
        key = {"round_id": round_id, "mark": _mark(self._secret(round_id), user, ballot.item)}
        dialect = sqlite if self._session.get_bind().dialect.name == "sqlite" else postgresql
        statement = dialect.insert(OpenBallotRow).values(**key, item=ballot.item, **what)
        self._session.execute(statement.on_conflict_do_update(index_elements=list(key), set_=what))

    def own(self, round_id: UUID, user: str, items: Iterable[int]) -> dict[int, Ballot]:
        """Give what one user answered in an open round, per item."""
        secret = self._secret(round_id)
        marks = [_mark(secret, user, item) for item in items]
        rows = self._session.execute(
            _answers(OpenBallotRow).where(OpenBallotRow.round_id == round_id, OpenBallotRow.mark.in_(marks))
        )
        return {item: Ballot(item, *rest) for item, *rest in rows}

    def progress(self, round_id: UUID, users: Sequence[str], items: Sequence[int]) -> dict[str, int]:
        """Count per user how many items they answered in an open round; what they answered is not read."""
        secret = self._secret(round_id)
        found = set(
            self._session.scalars(select(OpenBallotRow.mark).where(OpenBallotRow.round_id == round_id))
        )
        return {user: sum(_mark(secret, user, item) in found for item in items) for user in users}

    def close(self, round_id: UUID, users: Sequence[str], items: Sequence[int], *, named: bool) -> int:
        """Make of the open answers closed ones, and give how many; what could tie them to names is gone.

        `named` writes who gave them. The round itself still has to be closed.
        """
        secret = self._secret(round_id)
        owner = {_mark(secret, user, item): user for user in users for item in items}
        open_rows = select(OpenBallotRow).where(OpenBallotRow.round_id == round_id)
        rows = list(self._session.scalars(open_rows))
        closed = [_closed(round_id, row, owner[row.mark] if named else None) for row in rows]
        # The order of the rows in a file could give away who answered first.
        secrets.SystemRandom().shuffle(closed)
        if closed:
            self._session.execute(insert(BallotRow), closed)
            names = sorted({owner[row.mark] for row in rows})
            self._session.execute(
                insert(TookPartRow), [{"round_id": round_id, "user_name": name} for name in names]
            )
        return len(closed)

    def forget(self, round_id: UUID) -> None:
        """Throw away the secret of a round that was closed, and the open answers it was for."""
        for table in (OpenBallotRow, RoundKeyRow):
            self._session.execute(delete(table).where(table.round_id == round_id))

    def of(self, round_id: UUID) -> list[Ballot]:
        """List the answers of a closed round, in an order that only what they say decides."""
        by_content = (BallotRow.item, BallotRow.choice, BallotRow.argument, BallotRow.id)
        rows = self._session.execute(
            _answers(BallotRow, BallotRow.author).where(BallotRow.round_id == round_id).order_by(*by_content)
        )
        return [Ballot(*row) for row in rows]

    def took_part(self, round_id: UUID) -> list[str]:
        """List the account names of who answered in a closed round, by name."""
        found = select(TookPartRow.user_name).where(TookPartRow.round_id == round_id)
        return list(self._session.scalars(found.order_by(TookPartRow.user_name)))

    def _secret(self, round_id: UUID) -> bytes:
        return self._session.scalars(select(RoundKeyRow.secret).where(RoundKeyRow.round_id == round_id)).one()


def _mark(secret: bytes, user: str, item: int) -> str:
    """Hide a name. Another mark per item, so that the answers of one person do not stand together."""
    return hmac.new(secret, f"{item}\0{user}".encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def _answers(table: type[OpenBallotRow] | type[BallotRow], *more: Any) -> Select[Any]:
    return select(table.item, table.choice, table.argument, table.signed_by, *more)


def _closed(round_id: UUID, row: OpenBallotRow, author: str | None) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "round_id": round_id,
        "item": row.item,
        "choice": row.choice,
        "argument": row.argument,
        "signed_by": row.signed_by,
        "author": author,
    }
