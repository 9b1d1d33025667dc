"""Access: every service asks, and what is not allowed changes nothing.

Long because it is two tables: a use of every service per action, and what every role may do.
"""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from assessment.answers import Reply
from assessment.evaluation import evaluate
from assessment.register.planning import plan as planned
from assessment.review.advice import AdviceKind
from assessment.road import State
from services import (
    access,
    advising,
    agendas,
    answers,
    assessments,
    audit,
    ballots,
    bringing_in,
    comments,
    council,
    doing,
    dossiers,
    evidence,
    examples,
    finishing,
    framework_view,
    handover,
    listing,
    members,
    overrides,
    people,
    portfolio,
    publishing,
    pulse,
    register,
    register_import,
    register_start,
    register_together,
    rejudging,
    reviews,
    reweighing,
    road,
    self_scan,
    uploads,
    voters,
    withdrawing,
)
from services.access import MAY, Action
from services.errors import NotAllowed, NotFound
from services.roles import OF_ASSESSMENT, Role
from services.users import User
from storage.records import Member

ON = date(2026, 11, 22)


def of_colleague(store):
    """Give a new assessment of somebody else, of a high tier."""
    return examples.copy_example(store, User("collega", "Collega", frozenset({Role.LOCAL})), "c01").id


USES = {
    Action.CREATE: [
        lambda s, u, f, _: assessments.create(s, u, title="Naam", framework=f),
        lambda s, u, _f, _: examples.copy_example(s, u, "c01"),
        lambda s, u, _f, _: bringing_in.bring_in(s, u, b"{}"),
    ],
    Action.BRING_WHOLE: [],  # a finer right within CREATE; see test_bringing_concepts
    Action.LIST: [
        lambda s, u, _f, _: assessments.mine(s, u),
        lambda s, u, _f, _: assessments.count_mine(s, u),
        lambda s, u, _f, _: reweighing.agenda(s, u),
        lambda s, u, _f, _: comments.mentions(s, u),
    ],
    Action.LIST_ALL: [
        lambda s, u, _f, _: listing.everybodys(s, u),
        lambda s, u, _f, _: listing.count_everybodys(s, u),
    ],
    Action.INVITE: [
        lambda s, u, _, i: members.candidates(s, u, i),
        lambda s, u, _, i: members.invite(s, u, i, "iemand", Role.AUTHOR),
        lambda s, u, _, i: members.remove(s, u, i, "iemand", Role.AUTHOR),
    ],
    Action.READ: [
        lambda s, u, _, i: members.listed(s, u, i),
        lambda s, u, _, i: people.enter(s, u, i, datetime(2026, 11, 22, tzinfo=UTC)),
        lambda s, u, _, i: assessments.opened(s, u, i),
        lambda s, u, _, i: assessments.place(s, u, i),
        lambda s, u, _, i: assessments.remember_place(s, u, i, "risico"),
        lambda s, u, _, i: answers.current(s, u, i),
        lambda s, u, _, i: answers.history(s, u, i, "qs_algoritme"),
        lambda s, u, _, i: evidence.of_assessment(s, u, i),
        lambda s, u, _, i: evidence.for_question(s, u, i, "qs_algoritme"),
        lambda s, u, _, i: finishing.latest_snapshot(s, u, i),
        lambda s, u, _, i: finishing.snapshots(s, u, i),
        lambda s, u, _, i: finishing.changes_since(s, u, i, ON),
        lambda s, u, _, i: road.where(s, u, i),
        lambda s, u, _, i: road.history(s, u, i),
        lambda s, u, _, i: road.choices(s, u, i),
        lambda s, u, _, i: reweighing.of(s, u, i),
        lambda s, u, _, i: overrides.of(s, u, i),
        lambda s, u, f, i: overrides.standing(s, u, i, evaluate(f, {}, ON)),
        lambda s, u, _, i: overrides.rights(s, u, i),
        lambda s, u, _, i: doing.of(s, u, i),
        lambda s, u, f, i: overrides.settled(s, u, i, evaluate(f, {}, ON)),
        lambda s, u, _, i: reviews.current(s, u, i),
        lambda s, u, _, i: ballots.closed_results(s, u, i),
        lambda s, u, _, i: advising.on_round(s, u, i),
        lambda s, u, _, i: agendas.of(s, u, i),
        lambda s, u, _, i: pulse.beat(s, u, i),
        lambda s, u, _, i: comments.counts(s, u, i),
        lambda s, u, _, i: comments.of_question(s, u, i, "qs_algoritme"),
        lambda s, u, _, i: dossiers.export(s, u, i, ON, municipality="Gemeente"),
        lambda s, u, _, i: handover.export(s, u, i),
        lambda s, u, _, i: bringing_in.origin(s, u, i),
        lambda s, u, _, i: publishing.prepare(s, u, i, ON, municipality="Gemeente"),
        lambda s, u, _, i: publishing.export(s, u, i, ON, municipality="Gemeente"),
        lambda s, u, _, i: publishing.may_write(s, u, i),
    ],
    Action.COMMENT: [
        lambda s, u, _, i: comments.colleagues(s, u, i),
        lambda s, u, _, i: comments.write(s, u, i, "qs_algoritme", "Hoezo?"),
        lambda s, u, _, i: comments.close(s, u, i, "qs_algoritme", 1),
        lambda s, u, _, i: comments.reopen(s, u, i, "qs_algoritme", 1),
    ],
    Action.AUDIT: [
        lambda s, u, _, i: audit.page(s, u, i),
        lambda s, u, _, i: audit.count(s, u, i),
        lambda s, u, _, i: audit.export(s, u, i),
    ],
    Action.ANSWER: [
        lambda s, u, _, i: answers.save(s, u, i, "qs_algoritme", Reply("ja"), seen=0),
        lambda s, u, _, i: publishing.write(s, u, i, {"goal": "Doel"}),
    ],
    Action.RENAME: [lambda s, u, _, i: assessments.rename(s, u, i, "Nieuw")],
    Action.ATTACH: [
        lambda s, u, _, i: evidence.add_link(s, u, i, "qs_algoritme", "https://example.org"),
        lambda s, u, _, i: evidence.add_file(s, u, i, "qs_algoritme", "a.txt", b"a"),
    ],
    Action.FINISH: [lambda s, u, _, i: finishing.finish(s, u, i, ON)],
    Action.REOPEN: [
        lambda s, u, _, i: finishing.reopen(s, u, i),
        lambda s, u, _, i: road.move(s, u, i, State.CONCEPT),
    ],
    Action.OFFER: [lambda s, u, _, i: road.move(s, u, i, State.IN_REVIEW)],
    Action.REVIEW: [
        lambda s, u, _, i: reviews.open_review(s, u, i, anonymous=True, names=[]),
        lambda s, u, _, i: reviews.suggestions(s, u, i),
        lambda s, u, _, i: voters.candidates(s, u, i),
        lambda s, u, _, i: reviews.change_statements(s, u, i, []),
        lambda s, u, _, i: reviews.invite(s, u, i, ["iemand"]),
        lambda s, u, _, i: withdrawing.withdraw(s, u, i, "iemand"),
        lambda s, u, _, i: agendas.change(s, u, i, [10, 15, 30, 10, 15]),
        lambda s, u, _, i: reviews.open_round(s, u, i),
        lambda s, u, _, i: reviews.close_round(s, u, i),
        lambda s, u, _, i: reviews.progress(s, u, i),
    ],
    Action.VOTE: [
        lambda s, u, _, i: ballots.answer(s, u, i, uuid4(), 1, "1"),
        lambda s, u, _, i: ballots.own(s, u, i),
    ],
    Action.ADVISE: [
        lambda s, u, _, i: road.move(s, u, i, State.ADVISED),
        lambda s, u, _, i: advising.draft(s, u, i),
        lambda s, u, _, i: advising.give(s, u, i, AdviceKind.POSITIVE, "Ja"),
    ],
    Action.DECIDE: [lambda s, u, _, i: road.move(s, u, i, State.DECIDED)],
    Action.USE: [
        lambda s, u, _, i: road.move(s, u, i, State.ON_WATCH),
        lambda s, u, _, i: road.move(s, u, i, State.IN_USE),
        lambda s, u, _, i: road.move(s, u, i, State.ENDED),
    ],
    Action.REWEIGH: [lambda s, u, _, i: road.move(s, u, i, State.REWEIGH)],
    Action.SEE_REGISTER: [
        lambda s, u, _f, _: publishing.of_entry(s, u, uuid4(), municipality="Gemeente"),
        lambda s, u, _f, _: register.page(s, u),
        lambda s, u, _f, _: register.count(s, u),
        lambda s, u, _f, _: register.every(s, u),
        lambda s, u, _f, _: register.chosen(s, u, []),
        lambda s, u, _f, _: register.shares(s, u),
        lambda s, u, _f, _: register.opened(s, u, uuid4()),
        lambda s, u, _f, _: register.history(s, u, uuid4()),
        lambda s, u, _f, _: register.count_history(s, u, uuid4()),
        lambda s, u, _f, _: register.assessments_of(s, u, uuid4()),
        lambda s, u, _, i: register.entry_of(s, u, i),
        lambda s, u, _f, _: register_start.start(s, u, uuid4()),
    ],
    Action.KEEP_REGISTER: [
        lambda s, u, _f, _: register.add(s, u, {"naam": "Parkeren"}),
        lambda s, u, _f, _: register.change(s, u, uuid4(), {"naam": "Parkeren"}, seen=1),
        lambda s, u, _, i: register.link(s, u, uuid4(), i),
        lambda s, u, _, i: register.unlink(s, u, uuid4(), i),
        lambda s, u, _f, _: register_together.change_all(s, u, [uuid4()], {"status": "in_gebruik"}),
        lambda s, u, _f, _: register_import.plan(s, u, *register_import.example()),
        lambda s, u, _f, _: register_import.carry_out(s, u, planned(*register_import.example(), ())),
        lambda s, u, _f, _: register_import.load_example(s, u),
    ],
    Action.DO: [
        lambda s, u, _, i: doing.record(s, u, i, "dpia", on="22-11-2026", where="Zaak 1"),
        lambda s, u, _, i: doing.take_back(s, u, i, "dpia"),
    ],
    Action.SEE_FRAMEWORK: [
        lambda s, u, f, _: framework_view.opened(s, u, f.version),
        lambda s, u, f, _: framework_view.items(s, u, f.version),
        lambda s, u, f, _: framework_view.compare(s, u, f.version, f.version),
        lambda s, u, f, _: framework_view.touched(s, u, f.version, ON),
    ],
    Action.KEEP_FRAMEWORK: [
        lambda s, u, _f, _: uploads.check(s, u, b""),
        lambda s, u, f, _: rejudging.start(s, u, f, ON),
        lambda s, u, _f, _: rejudging.standing(s, u),
        lambda s, u, _f, _: rejudging.stop(s, u),
        lambda s, u, _f, _: rejudging.named(s, u, []),
    ],
    Action.SEE_PORTFOLIO: [
        lambda s, u, _f, _: portfolio.facts(s, u, ON),
        lambda s, u, _f, _: self_scan.history(s, u),
        lambda s, u, _f, _: council.today(s, u, ON, "Gemeente"),
        lambda s, u, _f, _: council.recorded(s, u),
        lambda s, u, _f, _: council.opened(s, u, 1),
    ],
    Action.PUBLISH: [lambda s, u, _f, _: council.record(s, u, "Najaar", ON, "Gemeente")],
    Action.SCAN: [lambda s, u, _f, _: self_scan.fill(s, u, 2026, {"dimensie:beleid": "los"})],
    Action.RAISE: [lambda s, u, _, i: overrides.set_level(s, u, i, "trede", "hoog", on=ON)],
    Action.LOWER: [
        lambda s, u, _f, _: overrides.set_level(s, u, of_colleague(s), "trede", "laag", why="Zo", on=ON)
    ],
}


# What every role may do, written out once more: whoever changes the table says so here too.
MAY_DO = {
    Role.BIM: "CREATE LIST SEE_REGISTER SEE_FRAMEWORK",
    Role.NETWORK: "LIST LIST_ALL READ VOTE RAISE COMMENT SEE_REGISTER SEE_FRAMEWORK SEE_PORTFOLIO",
    Role.SECRETARY: (
        "LIST LIST_ALL READ REVIEW ADVISE REWEIGH RAISE COMMENT AUDIT SEE_REGISTER SEE_FRAMEWORK "
        "SEE_PORTFOLIO"
    ),
    Role.FG: (
        "LIST LIST_ALL READ VOTE REWEIGH RAISE LOWER COMMENT AUDIT SEE_REGISTER SEE_FRAMEWORK SEE_PORTFOLIO"
    ),
    Role.CISO: "LIST LIST_ALL READ VOTE REWEIGH RAISE COMMENT AUDIT SEE_REGISTER SEE_FRAMEWORK SEE_PORTFOLIO",
    Role.CIO_OFFICE: (
        "LIST LIST_ALL READ REWEIGH RAISE LOWER COMMENT AUDIT SEE_REGISTER SEE_FRAMEWORK "
        "SEE_PORTFOLIO KEEP_REGISTER DO SCAN KEEP_FRAMEWORK PUBLISH"
    ),
    Role.COLLEGE_SECRETARY: "LIST LIST_ALL READ DECIDE SEE_REGISTER SEE_FRAMEWORK SEE_PORTFOLIO PUBLISH",
    Role.READER: "LIST LIST_ALL READ SEE_REGISTER SEE_FRAMEWORK SEE_PORTFOLIO",
    Role.AUTHOR: "READ ANSWER RENAME ATTACH DO FINISH REOPEN INVITE OFFER RAISE COMMENT AUDIT",
    Role.PROCESS_OWNER: "READ INVITE OFFER USE DO REWEIGH RAISE COMMENT AUDIT",
    Role.LOCAL: " ".join(action.name for action in Action),
}


@pytest.fixture
def somebodys(sqlite_store, framework):
    """An assessment that somebody else made."""
    maker = User("maker", "Maker", frozenset({Role.BIM}))
    return assessments.create(sqlite_store, maker, title="Schuldhulp", framework=framework)


def somebody(store, assessment, role):
    """Give a user with one role: by sign-in, or as a member of the assessment."""
    if role not in OF_ASSESSMENT:
        return User("iemand", "Iemand", frozenset({role}))
    with store.transaction() as tx:
        tx.members.add(Member(assessment.id, "iemand", role, "maker", tx.now))
    # A sign-in that gives nothing here, but counts as one.
    return User("iemand", "Iemand", frozenset({Role.BIM}))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_may_do_what_the_table_says_and_nothing_else(sqlite_store, somebodys, role):
    user = somebody(sqlite_store, somebodys, role)
    told = {*MAY_DO[role].split(), *(MAY_DO[Role.BIM].split() if role in OF_ASSESSMENT else ())}

    with sqlite_store.reading() as tx:
        allowed = {action.name for action in Action if access.allows(tx, user, action, somebodys)}
    assert allowed == told


@pytest.mark.parametrize("role", sorted(OF_ASSESSMENT))
def test_being_a_member_of_one_assessment_gives_nothing_in_another(sqlite_store, somebodys, framework, role):
    user = somebody(sqlite_store, somebodys, role)
    maker = User("maker", "Maker", frozenset({Role.BIM}))
    other = assessments.create(sqlite_store, maker, title="Parkeren", framework=framework)

    with pytest.raises(NotAllowed):
        assessments.opened(sqlite_store, user, other.id)


def test_who_was_removed_from_an_assessment_is_out(sqlite_store, somebodys):
    user = somebody(sqlite_store, somebodys, Role.AUTHOR)
    with sqlite_store.transaction() as tx:
        tx.members.remove(somebodys.id, user.name, Role.AUTHOR, "maker", tx.now)

    with pytest.raises(NotAllowed):
        assessments.opened(sqlite_store, user, somebodys.id)


def test_without_any_role_the_maker_of_an_assessment_may_nothing(sqlite_store, somebodys):
    left = User("maker", "Maker")

    with sqlite_store.reading() as tx:
        assert not any(access.allows(tx, left, action, somebodys) for action in Action)


def test_a_role_of_an_assessment_cannot_come_from_a_sign_in(sqlite_store, somebodys):
    pretender = User("iemand", "Iemand", frozenset({Role.AUTHOR, Role.PROCESS_OWNER}))

    with pytest.raises(NotAllowed):
        assessments.opened(sqlite_store, pretender, somebodys.id)


def test_every_role_has_a_row_in_the_table():
    assert set(MAY) == set(Role)


@pytest.mark.parametrize("action", list(Action))
def test_action_that_is_not_allowed_is_refused_by_every_service(
    sqlite_store, user, framework, monkeypatch, action
):
    weighing = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework)
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset(Action) - {action}})

    for use in USES[action]:
        with pytest.raises(NotAllowed, match="Je mag dit niet doen"):
            use(sqlite_store, user, framework, weighing.id)

    monkeypatch.undo()
    assert answers.current(sqlite_store, user, weighing.id) == {}
    assert assessments.mine(sqlite_store, user)[0].updated_at == weighing.updated_at


def test_evidence_of_an_assessment_one_may_not_read_stays_closed(sqlite_store, user, framework, monkeypatch):
    weighing = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework)
    file = evidence.add_file(sqlite_store, user, weighing.id, "qs_algoritme", "a.txt", b"a")
    monkeypatch.setattr(access, "MAY", {Role.LOCAL: frozenset()})

    with pytest.raises(NotAllowed):
        evidence.content(sqlite_store, user, file.id)
    with pytest.raises(NotAllowed):
        evidence.remove(sqlite_store, user, file.id)


def test_unknown_assessment_is_not_found_before_rights_are_asked(sqlite_store, user):
    with pytest.raises(NotFound, match="bestaat niet"):
        assessments.opened(sqlite_store, user, uuid4())
