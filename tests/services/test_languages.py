"""Two readers, two languages: each reads their own, and what is stored does not depend on who stored it."""

from datetime import date

from assessment.answers import Reply
from assessment.council.overview import as_data
from assessment.road import State
from services import (
    answers,
    assessments,
    council,
    examples,
    finishing,
    frameworks,
    looks,
    portfolio,
    publishing,
    register,
    register_import,
    register_start,
    reviews,
    road,
)
from services.register import Wanted
from services.roles import Role
from services.users import User
from texts import SOURCE_LANGUAGE, speaking

ON = date(2026, 11, 22)
LANGUAGES = (SOURCE_LANGUAGE, "en")
TITLE = {SOURCE_LANGUAGE: "Afwegingskader algoritmes", "en": "Weighing framework for algorithms"}
READER = User("lezer", "Lezer", frozenset({Role.READER}))
SECRETARY = User("secretaris", "Sietse Secretaris", frozenset({Role.SECRETARY}))


def started(store, user, language):
    """Begin an assessment from the register as a reader of a language does; give its notes."""
    with speaking(language):
        (entry,) = register.page(store, user, Wanted(search="OVSH"))
        made = register_start.start(store, user, entry.id)
    return {name: revision.reply for name, revision in answers.current(store, user, made.id).items()}


def finished(store, user, language):
    """Fill in and finish an assessment as a reader of a language does; give its id and its snapshot."""
    with speaking(language):
        made = assessments.create(store, user, title="Schuldhulp", framework=frameworks.current())
        given = {"qs_algoritme": "ja", "qs_invloed": "direct", "qs_gebied": ("essentiele_dienst",)}
        for question, value in given.items():
            answers.save(store, user, made.id, question, Reply(value), seen=0)
        return made.id, finishing.finish(store, user, made.id, ON)


def test_each_reader_gets_the_framework_in_their_language_and_it_is_read_once():
    for language, title in TITLE.items():
        with speaking(language):
            assert frameworks.current().title == title
            assert frameworks.current() is frameworks.current()


def test_framework_without_a_catalogue_is_read_in_dutch(tmp_path, monkeypatch, framework):
    (tmp_path / "2030.1").mkdir()
    monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)
    monkeypatch.setattr(frameworks, "_load", lambda _folder: framework)

    with speaking("en"):
        assert frameworks.get("2030.1") == framework


def test_examples_are_told_in_english_and_keep_their_answers():
    dutch = examples.all_examples()
    with speaking("en"):
        english = examples.all_examples()

    assert [case.name for case in english] != [case.name for case in dutch]
    assert [(case.answers, case.notes) for case in english] == [(case.answers, case.notes) for case in dutch]


def test_what_is_remembered_for_one_reader_is_not_shown_to_the_other(sqlite_store):
    def told(language):
        with speaking(language):
            found = portfolio.facts(sqlite_store, READER, ON)
            return found.framework.title, looks.looker().framework.title

    assert [told(language) for language in (*LANGUAGES, *LANGUAGES)] == [
        (title, title) for title in (*TITLE.values(), *TITLE.values())
    ]


def test_notes_from_the_register_are_kept_in_dutch(sqlite_store, user):
    register_import.load_example(sqlite_store, user)

    english, dutch = started(sqlite_store, user, "en"), started(sqlite_store, user, SOURCE_LANGUAGE)

    assert english == dutch
    assert "Volgens het register beslist het." in english["d_functie"].note


def test_snapshot_is_equal_whoever_finished_it(sqlite_store, user):
    (_one, english), (_other, dutch) = (
        finished(sqlite_store, user, name) for name in ("en", SOURCE_LANGUAGE)
    )

    assert (english.content, english.sha256) == (dutch.content, dutch.sha256)


def test_overview_for_the_council_is_equal_whoever_draws_it(sqlite_store, user):
    register_import.load_example(sqlite_store, user)

    def drawn(language):
        with speaking(language):
            return as_data(council.today(sqlite_store, READER, ON, "Enschede").overview)

    assert drawn("en") == drawn(SOURCE_LANGUAGE)


def test_text_for_the_national_register_is_equal_whoever_exports_it(sqlite_store, user):
    made = examples.copy_example(sqlite_store, user, "c01").id

    def exported(language):
        with speaking(language):
            return publishing.export(sqlite_store, user, made, ON, municipality="Enschede").values

    assert exported("en") == exported(SOURCE_LANGUAGE)


def test_statements_of_a_session_are_in_dutch_for_everybody_who_is_invited(sqlite_store, user, framework):
    made, _snapshot = finished(sqlite_store, user, SOURCE_LANGUAGE)
    road.move(sqlite_store, user, made, State.IN_REVIEW)

    with speaking("en"):
        reviews.open_review(sqlite_store, SECRETARY, made, anonymous=True, names=["anna"])
        session = reviews.current(sqlite_store, SECRETARY, made)
        proposed = [each.value for each in reviews.suggestions(sqlite_store, SECRETARY, made)]

    known = {value.statement for value in framework.public_values.values()}
    assert {statement.text for statement in session.statements} <= known
    assert proposed == list(framework.public_values.values())
