"""Two people at the same moment: real threads with connections of their own, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from assessment.answers import Reply
from services import answers
from services.answers import AnswerChanged
from storage.store import Store


@pytest.fixture
def at_once(store):
    """Call functions at the same moment, each with a store of its own as another process would have."""

    def calling(*actions):
        gate = threading.Barrier(len(actions))

        def call(action):
            own = Store(store.engine.url.render_as_string(hide_password=False))
            try:
                with own.reading() as tx:  # connect before the gate opens
                    tx.assessments.count_of("")
                gate.wait()
                return action(own)
            except AnswerChanged as changed:
                return changed
            finally:
                own.close()

        with ThreadPoolExecutor(len(actions)) as threads:
            return list(threads.map(call, actions))

    return calling


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_saves_at_once_one_counts_and_the_other_is_kept(
    store, user, colleague, weighing, at_once, attempt
):
    seen = (
        0
        if attempt % 2
        else answers.save(store, user, weighing, "d_probleem", Reply("Het begin"), seen=0).number
    )

    def save_as(who, text):
        return lambda own: answers.save(own, who, weighing, "d_probleem", Reply(text), seen=seen)

    results = at_once(save_as(user, "Van mij"), save_as(colleague, "Van hen"))

    (winner,) = [result for result in results if not isinstance(result, AnswerChanged)]
    (loser,) = [result for result in results if isinstance(result, AnswerChanged)]
    assert loser.theirs.reply == winner.reply
    assert {winner.reply.value, loser.mine.value} == {"Van mij", "Van hen"}
    kept = answers.history(store, user, weighing, "d_probleem")[-2:]
    assert [(r.reply, r.number, r.set_aside) for r in kept] == [
        (winner.reply, seen + 1, False),
        (loser.mine, seen + 1, True),
    ]


def test_many_people_on_different_questions_never_get_in_each_others_way(
    store, user, weighing, framework, at_once
):
    texts = [question.id for question in framework.questions.values() if question.kind == "text"][:6]

    results = at_once(
        *(
            lambda own, name=name: answers.save(own, user, weighing, name, Reply(f"Bij {name}"), seen=0)
            for name in texts
        )
    )

    assert len(texts) == 6
    assert [result.number for result in results] == [1] * 6
    found = answers.values(answers.current(store, user, weighing))
    assert found == {name: f"Bij {name}" for name in texts}


def test_threads_of_one_process_queue_and_lose_nothing(store, user, weighing):
    def save(number):
        try:
            return answers.save(store, user, weighing, "d_probleem", Reply(f"Tekst {number}"), seen=0)
        except AnswerChanged as changed:
            return changed

    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(save, range(24)))

    kept = answers.history(store, user, weighing, "d_probleem")
    assert sum(not isinstance(result, AnswerChanged) for result in results) == 1
    assert {revision.reply.value for revision in kept} == {f"Tekst {number}" for number in range(24)}
