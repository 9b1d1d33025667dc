"""What a version of the framework touches: counted at once for a few assessments, elsewhere for many."""

import threading
from datetime import date

from assessment.evaluation import evaluate
from services import answers, examples, framework_view

ON = date(2026, 11, 22)


def joined():
    """Wait until the counting is over."""
    for thread in threading.enumerate():
        if thread.name == "counting":
            thread.join(timeout=120)


def test_counts_are_those_of_each_assessment_by_itself(sqlite_store, user, framework):
    made = [examples.copy_example(sqlite_store, user, case).id for case in ("c01", "c02")]
    outcomes = [
        evaluate(framework, answers.values(answers.current(sqlite_store, user, each)), ON) for each in made
    ]
    touched = framework_view.touched(sqlite_store, user, framework.version, ON)

    assert touched.total == 2
    for name in framework.questions:
        assert touched.questions.get(name, 0) == sum(name in outcome.answers for outcome in outcomes)
    for rule in framework.rules:
        counted = [rule.id in outcome.dimensions[rule.dimension].raised_by for outcome in outcomes]
        assert touched.rules[rule.id] == sum(counted)
    for name in framework.instruments:
        needed = [outcome.instruments[name].counted != "niet" for outcome in outcomes]
        assert touched.instruments[name] == sum(needed)


def test_many_assessments_are_counted_in_another_process(sqlite_store, user, framework, monkeypatch):
    examples.copy_example(sqlite_store, user, "c01")
    here = framework_view.touched(sqlite_store, user, framework.version, ON)
    monkeypatch.setattr(framework_view, "DIRECT", 0)
    monkeypatch.setattr(framework_view, "_KEPT", {})

    assert framework_view.touched(sqlite_store, user, framework.version, ON) is None
    joined()
    (there,) = framework_view._KEPT.values()
    assert (there.total, there.questions, there.rules, there.instruments) == (
        here.total,
        here.questions,
        here.rules,
        here.instruments,
    )


def test_a_count_that_fails_leaves_the_page_as_it_was(sqlite_store, user, framework, monkeypatch, caplog):
    def fail(_request):
        raise OSError("no process")

    monkeypatch.setattr(framework_view, "DIRECT", -1)
    monkeypatch.setattr(framework_view, "_KEPT", {})
    monkeypatch.setattr(framework_view, "count_elsewhere", fail)

    assert framework_view.touched(sqlite_store, user, framework.version, ON) is None
    joined()
    assert "counting what the framework touches failed" in caplog.text
    assert not framework_view._BUSY
