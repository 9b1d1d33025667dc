"""What a review came to is vouched for: whatever somebody changes in it afterwards shows."""

import pytest

from assessment.review.advice import AdviceKind
from assessment.review.ballots import GO_AHEAD, Choice
from services import advising, ballots, reviews
from storage import verification
from tests.tampering import tamper


@pytest.fixture
def advised(store, offered, secretary, members):
    """A review with one closed round and an advice."""
    reviews.open_review(store, secretary, offered, anonymous=True, names=[one.name for one in members[:4]])
    opened = reviews.open_round(store, secretary, offered)
    reviews.invite(store, secretary, offered, [members[4].name])
    for member in members[:5]:
        ballots.answer(store, member, offered, opened.id, GO_AHEAD, Choice.AGREE, "")
    reviews.close_round(store, secretary, offered)
    advising.give(store, secretary, offered, AdviceKind.POSITIVE, "Dit kan door.", one_round="Spoed")
    return offered


def test_review_as_it_went_has_no_fault(store, advised):
    assert verification.faults(store) == []


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "statement,found",
    [
        ("UPDATE ballot SET choice = 'object'", "of review_round: says something else"),
        ("DELETE FROM ballot", "of review_round: says something else"),
        ("DELETE FROM took_part WHERE user_name = 'anna'", "of review_round: says something else"),
        ("UPDATE review_round SET closed_by = 'ander'", "of review_round: says something else"),
        ("UPDATE review_statement SET text = 'Anders' WHERE number = 1", "of review: says something else"),
        ("DELETE FROM review_invitee WHERE user_name = 'bram'", "of review: says something else"),
        ("UPDATE advice SET kind = 'negative'", "of advice: says something else"),
        ("DELETE FROM advice", "of advice: is gone"),
        ("UPDATE transition SET why = 'anders' WHERE number = 1", "of transition: says something else"),
    ],
)
def test_what_was_changed_in_a_review_is_found(store, advised, statement, found):
    tamper(store, statement)

    assert any(found in str(fault) for _chain, fault in verification.faults(store))


def test_trail_tells_that_a_round_was_held_and_not_who_answered(store, advised, members):
    with store.reading() as tx:
        entries = tx.audit.of(advised)

    told = [(entry.event, entry.details.get("action")) for entry in entries]
    assert [one for one in told if one[0] in ("review", "round", "advice")] == [
        ("review", "opened"),
        ("round", "opened"),
        ("review", "invited"),
        ("round", "closed"),
        ("advice", None),
    ]
    assert not {entry.who for entry in entries} & {member.name for member in members}
