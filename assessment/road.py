"""The road to a decision: where an assessment can stand, and the one table of the moves between those places.

The words for people stand in `road_words`; which right a move takes stands with the services.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from assessment.decisions import Decision, Verdict
from assessment.review.advice import AdviceKind


class State(StrEnum):
    """Where an assessment stands. Answers change in `CONCEPT` only, as long as its round is open."""

    CONCEPT = auto()
    IN_REVIEW = auto()  # offered to the ethics network
    ADVISED = auto()
    DECIDED = auto()  # the last decision says what: go, go on conditions, stop, back
    ON_WATCH = auto()  # in use, on the watch list
    IN_USE = auto()
    REWEIGH = auto()  # has to be weighed again; meanwhile the algorithm may be in use
    ENDED = auto()


class Need(StrEnum):
    """What must be present for a move; first what was there before, then what its author gives along."""

    FINISHED = auto()  # a finished round
    ADVICE = auto()  # an advice on this round
    REASON = auto()
    WITHOUT_ADVICE = auto()  # the reason why there is no advice
    DECISION = auto()
    START = auto()  # the day on which use began
    MET = auto()  # every condition of the decision was met
    TRIGGER = auto()  # what makes it necessary to weigh again


@dataclass(frozen=True)
class Move:
    """One step on the road. `after`: the decisions after which it can be made, where one was taken."""

    from_: State
    to: State
    needs: tuple[Need, ...] = ()
    after: frozenset[Verdict] = frozenset(Verdict)


@dataclass(frozen=True)
class Standing:
    """Where an assessment stands, with what its next moves depend on.

    `advice`: on this round, since it was last offered. `decision`: the last one. `called_from`: where it
    stood when somebody called for weighing again. None: there is none.
    """

    state: State = State.CONCEPT
    finished: bool = False
    advice: AdviceKind | None = None
    decision: Decision | None = None
    called_from: State | None = None


_GOES = frozenset({Verdict.GO, Verdict.GO_IF})
MOVES: tuple[Move, ...] = (
    Move(State.CONCEPT, State.CONCEPT, (Need.FINISHED,)),
    Move(State.CONCEPT, State.IN_REVIEW, (Need.FINISHED,)),
    Move(State.IN_REVIEW, State.CONCEPT, (Need.REASON,)),
    Move(State.IN_REVIEW, State.ADVISED, (Need.ADVICE,)),
    Move(State.IN_REVIEW, State.DECIDED, (Need.FINISHED, Need.WITHOUT_ADVICE, Need.DECISION)),
    Move(State.ADVISED, State.CONCEPT, (Need.REASON,)),
    Move(State.ADVISED, State.IN_REVIEW, (Need.REASON,)),
    Move(State.ADVISED, State.DECIDED, (Need.FINISHED, Need.ADVICE, Need.DECISION)),
    Move(State.DECIDED, State.CONCEPT, (), frozenset({Verdict.BACK})),
    Move(State.DECIDED, State.ON_WATCH, (Need.START,), _GOES),
    Move(State.DECIDED, State.REWEIGH, (Need.TRIGGER, Need.REASON), frozenset(Verdict) - {Verdict.BACK}),
    Move(State.DECIDED, State.ENDED, (Need.REASON,)),
    Move(State.ON_WATCH, State.IN_USE, (Need.MET, Need.REASON)),
    Move(State.ON_WATCH, State.REWEIGH, (Need.TRIGGER, Need.REASON)),
    Move(State.ON_WATCH, State.ENDED, (Need.REASON,)),
    Move(State.IN_USE, State.REWEIGH, (Need.TRIGGER, Need.REASON)),
    Move(State.IN_USE, State.ENDED, (Need.REASON,)),
    Move(State.REWEIGH, State.CONCEPT),
    Move(State.REWEIGH, State.ENDED, (Need.REASON,)),
    # A call that was a mistake is withdrawn: to where it stood.
    Move(State.REWEIGH, State.DECIDED, (Need.REASON,)),
    Move(State.REWEIGH, State.ON_WATCH, (Need.REASON,)),
    Move(State.REWEIGH, State.IN_USE, (Need.REASON,)),
)
_CALLED_FROM = frozenset({State.DECIDED, State.ON_WATCH, State.IN_USE})


def moves(standing: Standing) -> tuple[Move, ...]:
    """Give the moves that the table allows from here, whoever asks and whatever is still missing."""
    return tuple(
        move
        for move in MOVES
        if move.from_ is standing.state
        and (standing.state is not State.DECIDED or _verdict(standing) in move.after)
        and (not withdraws(move) or move.to is standing.called_from)
    )


def withdraws(move: Move) -> bool:
    """Tell whether a move withdraws a call for weighing again; what held where it stood holds again."""
    return move.from_ is State.REWEIGH and move.to in _CALLED_FROM


def move_to(standing: Standing, to: State) -> Move | None:
    """Give the move from here to `to`; None when the table has none."""
    return next((move for move in moves(standing) if move.to is to), None)


def lacking(move: Move, standing: Standing) -> tuple[Need, ...]:
    """Give what must be there before anybody can make this move, and is not."""
    present = {Need.FINISHED: standing.finished, Need.ADVICE: standing.advice is not None}
    return tuple(need for need in move.needs if not present.get(need, True))


def _verdict(standing: Standing) -> Verdict | None:
    return standing.decision.verdict if standing.decision else None
