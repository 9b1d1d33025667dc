"""Reading the answers of all assessments at once, in pieces."""

from decimal import Decimal

from assessment.amounts import Estimate
from assessment.answers import Reply
from assessment.own_lines import OwnLine
from services import answers, assessments
from storage.records import Revision

LONG = "Een lange toelichting. " * 20


def filled(store, user, framework, *rounds):
    """Make an assessment; each round answers anew."""
    made = assessments.create(store, user, title="Proef", framework=framework)
    with store.transaction() as tx:
        for number, given in enumerate(rounds, start=1):
            tx.answers.append(
                made.id,
                *(Revision(name, number, Reply(value), user.name, tx.now) for name, value in given.items()),
            )
    return made.id


def test_all_answers_are_those_of_each_assessment_by_itself(store, user, framework):
    line = OwnLine("Anders", "jaar", Decimal(5), None)
    values = {
        "qs_algoritme": "ja",
        "qs_kwetsbaar": ("beperking", "weet_niet"),
        "g_aantal": Decimal(6000),
        "k_bouw": Estimate(Decimal(1), Decimal(2), Decimal("3.5")),
        "d_doel": LONG,
        "eigen": line,
    }
    made = [
        filled(store, user, framework, values),
        filled(store, user, framework, values, {"qs_algoritme": "nee", "g_aantal": None}, {"d_doel": "Kort"}),
        filled(store, user, framework),
    ]
    with store.reading() as tx:
        ids = [each.id for each in tx.judging.after(None, 10)]
        found = tx.judging.replies(ids[0], ids[-1])

    assert set(ids) == set(made)
    for each in made:
        assert found.get(each, {}) == answers.values(answers.current(store, user, each))


def test_pieces_follow_each_other_without_a_gap(store, user, framework):
    made = {filled(store, user, framework, {"qs_algoritme": "ja"}) for _number in range(5)}
    seen, last = [], None
    with store.reading() as tx:
        while piece := tx.judging.after(last, 2):
            seen += [each.id for each in piece]
            last = piece[-1].id
            assert set(tx.judging.replies(piece[0].id, last)) == {each.id for each in piece}
        assert tx.judging.count() == 5

    assert len(seen) == 5
    assert set(seen) == made
