"""Precedents: earlier assessments with the same deciding answers, as far as the user may read them."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from services import answers, assessments, finishing, frameworks, overrides, precedents
from services.errors import NotFound
from services.roles import Role
from services.users import User, local_user
from storage.records import Revision, Snapshot

ON = date(2026, 11, 22)
LOCAL = local_user()


@pytest.fixture(scope="module")
def cases(framework):
    """The answers of the worked cases, by id."""
    folder = frameworks.folder(framework.version)
    return {case.id: read_answers(framework, case.answers) for case in load_cases(folder)}


@pytest.fixture
def weigh(store, framework):
    """A way to make an assessment with these answers, and to finish it."""

    def made(given, *, title="Eerder", author=LOCAL, finish=True):
        held = assessments.create(store, author, title=title, framework=framework).id
        with store.transaction() as tx:
            for name, value in given.items():
                tx.answers.append(held, Revision(name, 1, Reply(value), author.name, tx.now))
        if finish:
            finishing.finish(store, author, held, ON)
        return held

    return made


@pytest.fixture
def found(store, framework):
    """A way to find the precedents of an assessment."""

    def find(assessment, user=LOCAL):
        given = answers.values(answers.current(store, LOCAL, assessment))
        return precedents.of(store, user, assessment, evaluate(framework, given, ON))

    return find


def test_finished_assessment_with_the_same_deciding_answers_is_a_precedent(weigh, found, cases):
    first = weigh(cases["c01"], title="Schulden in beeld")
    weigh(cases["c22"], title="Spraakherkenning")
    # Another answer that decides nothing here makes no difference.
    now = weigh({**cases["c01"], "w_opleiding": "nee"}, title="Nu", finish=False)

    result = found(now)

    assert (result.count, result.tiers) == (1, {"hoog": 1})
    assert [each.assessment.id for each in result.shown] == [first]
    assert result.shown[0].differences == ()


def test_another_deciding_answer_makes_it_no_precedent(weigh, found, cases):
    weigh(cases["c01"])
    now = weigh({**cases["c01"], "t_invloed": "volledig"}, finish=False)

    assert found(now).count == 0


def test_precedent_with_another_tier_says_which_answers_made_it(weigh, found, cases):
    higher = weigh({**cases["c22"], "r_ernst": "ernstig", "r_indeling": "ja"}, title="Hoger")
    same = weigh(cases["c22"], title="Gelijk")
    now = weigh(cases["c22"], finish=False)

    result = found(now)

    assert result.tiers == {"beperkt": 1, "hoog": 1}
    assert [each.assessment.id for each in result.shown] == [same, higher]
    said = {each.question.id: (each.there, each.here) for each in result.shown[1].differences}
    assert said["r_indeling"] == ("Ja", "Nee")
    assert "qs_gebied" not in said


def test_low_tier_rests_on_the_quick_scan(weigh, found, cases):
    weigh(cases["c11"], title="Leges")
    weigh(cases["c14"], title="Verkeersmodel")
    now = weigh(cases["c14"], finish=False)

    assert [each.assessment.title for each in found(now).shown] == ["Verkeersmodel"]


def test_without_answers_nothing_is_a_precedent(weigh, found, cases):
    weigh(cases["c01"])

    assert found(weigh({}, finish=False)).count == 0
    assert found(weigh({"qs_algoritme": "nee"}, finish=False)).count == 0


def test_only_what_one_may_read_is_counted_or_named(weigh, found, cases):
    maker = User("maker", "Maker", frozenset({Role.BIM}))
    other = User("ander", "Ander", frozenset({Role.BIM}))
    reader = User("lezer", "Lezer", frozenset({Role.READER}))
    weigh(cases["c01"], title="Geheim", author=other)
    own = weigh(cases["c01"], title="Eigen", author=maker)
    now = weigh(cases["c01"], author=maker, finish=False)

    assert [each.assessment.id for each in found(now, maker).shown] == [own]
    assert found(now, maker).count == 1
    assert found(now, reader).count == 2


def test_assessment_that_is_not_there_has_no_precedents(store, framework):
    with pytest.raises(NotFound):
        precedents.of(store, LOCAL, UUID(int=1), evaluate(framework, {}, ON))


def test_tier_set_by_hand_is_told_beside_the_computed_one(store, weigh, found, cases):
    first = weigh(cases["c22"])
    overrides.set_level(store, LOCAL, first, "trede", "hoog", why="Uit voorzorg", on=ON)
    now = weigh(cases["c22"], finish=False)

    (shown,) = found(now).shown

    assert (shown.precedent.tier, shown.by_hand) == ("beperkt", "hoog")


def test_last_finished_round_is_the_one_that_counts(store, weigh, found, cases):
    first = weigh(cases["c01"])
    finishing.reopen(store, LOCAL, first, why="Nieuw inzicht")
    answers.save(store, LOCAL, first, "t_invloed", Reply("volledig"), seen=1)
    now = weigh(cases["c01"], finish=False)
    assert found(now).count == 1

    finishing.finish(store, LOCAL, first, ON)

    assert found(now).count == 0


def test_rounds_of_older_versions_are_filled_in_once(store, weigh, found, cases):
    weigh(cases["c01"])
    weigh(cases["c01"])
    now = weigh(cases["c01"], finish=False)
    with store.engine.begin() as connection:
        connection.execute(text("DELETE FROM precedent_key"))
        connection.execute(text("DELETE FROM precedent"))
    assert found(now).count == 0

    assert (precedents.fill(store), precedents.fill(store)) == (2, 0)
    assert found(now).count == 2


BROKEN = {
    "no JSON": ("2026.1", "geen json"),
    "no answers": ("2026.1", "{}"),
    "no such option": ("2026.1", '{"answers": {"qs_algoritme": "bestaat niet"}}'),
    "a list": ("2026.1", "[]"),
    "no such framework": ("1999.1", "{}"),
}


def test_round_that_cannot_be_weighed_again_is_left_out_and_stops_nothing(store, framework, weigh, found):
    now = weigh({"qs_algoritme": "ja"}, finish=False)
    for title, (version, content) in BROKEN.items():
        held = assessments.create(store, LOCAL, title=title, framework=framework).id
        with store.transaction() as tx:
            tx.snapshots.add(Snapshot(held, 1, version, "", "", ON, content, "", {}, LOCAL.name, tx.now))

    assert (precedents.fill(store), precedents.fill(store)) == (len(BROKEN), 0)
    assert found(now).count == 0
