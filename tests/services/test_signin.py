"""Sign-in: what the provider says gives a user, for as long as it counts."""

from datetime import UTC, datetime, timedelta

import pytest

import settings
from services import people, signin
from services.roles import Role
from services.signin import GRACE, NotSignedIn, SignInExpired
from services.users import User

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOW = settings.sign_in(
    {
        **dict.fromkeys(settings.REQUIRED, "https://provider.example/0123456789abcdef"),
        "WEEGSCHAAL_ROLES": "inkoop=bim;ethiek=network;ethiek=reader",
    }
)


def claims(**said):
    """Give what a provider says of somebody who signed in at NOW."""
    return {"is_logged_in": True, "sub": "b1", "iat": NOW.timestamp(), "groups": ["inkoop"], **said}


def test_claims_give_a_user_with_the_roles_of_the_settings():
    found = signin.identity(claims(name=" Bea  de Vries", groups=["inkoop", "ethiek", "anders"]), HOW)

    assert found.user == User("b1", "Bea de Vries", frozenset({Role.BIM, Role.NETWORK, Role.READER}))
    assert (found.since, found.until) == (NOW, NOW + timedelta(hours=8))


@pytest.mark.parametrize(
    "told,roles",
    [
        ("inkoop", {Role.BIM}),
        ([], set()),
        (None, set()),
        (["INKOOP", "inkoop "], set()),
        ([["inkoop"], {"inkoop": 1}, 3], set()),
        ({"inkoop": True}, set()),
        (["bim", "local", "author"], set()),
    ],
)
def test_only_values_of_the_settings_give_a_role(told, roles):
    assert signin.identity(claims(groups=told), HOW).user.roles == roles


@pytest.mark.parametrize(
    "said",
    [
        {"is_logged_in": False},
        {"is_logged_in": "true"},
        {"sub": ""},
        {"sub": None},
        {"sub": 7},
        {"iat": None},
        {"iat": "1795385113"},
        {"iat": True},
    ],
)
def test_who_the_provider_did_not_name_is_nobody(said):
    with pytest.raises(NotSignedIn):
        signin.identity(claims(**said), HOW)


def test_no_claims_are_nobody():
    with pytest.raises(NotSignedIn):
        signin.identity({}, HOW)


@pytest.mark.parametrize(
    "told,display",
    [
        ({"name": "Bea", "email": "bea@example.org"}, "Bea"),
        ({"name": " ", "preferred_username": "bea"}, "bea"),
        ({"name": ["Bea"], "email": "bea@example.org"}, "bea@example.org"),
        ({}, "b1"),
    ],
)
def test_name_on_the_screen_is_the_best_that_the_provider_tells(told, display):
    assert signin.identity(claims(**told), HOW).user.display == display


@pytest.mark.parametrize("after", [timedelta(minutes=-4), timedelta(0), timedelta(hours=7, minutes=59)])
def test_sign_in_counts_as_long_as_the_settings_say(after):
    signin.identity(claims(), HOW).require(NOW + after)


@pytest.mark.parametrize("after", [timedelta(minutes=-6), timedelta(hours=8), timedelta(days=29)])
def test_older_sign_in_does_not_count_nor_one_of_the_future(after):
    with pytest.raises(SignInExpired, match="verlopen"):
        signin.identity(claims(), HOW).require(NOW + after)


def test_open_page_goes_on_for_a_quarter_and_no_longer():
    found = signin.identity(claims(), HOW)

    found.require(found.until + GRACE - timedelta(seconds=1), grace=GRACE)
    with pytest.raises(SignInExpired):
        found.require(found.until + GRACE, grace=GRACE)


def test_ended_sign_in_does_not_come_back_and_a_new_one_counts():
    later = NOW + timedelta(minutes=1)
    signin.end(signin.identity(claims(sub="ended"), HOW))

    with pytest.raises(NotSignedIn):
        signin.identity(claims(sub="ended"), HOW).require(later, grace=GRACE)
    signin.identity(claims(sub="ended", iat=later.timestamp()), HOW).require(later)


@pytest.mark.parametrize(
    "said,now,valid",
    [
        ({}, NOW, True),
        ({}, NOW + timedelta(hours=9), False),
        ({"groups": []}, NOW, False),
        ({"is_logged_in": False}, NOW, False),
    ],
)
def test_files_are_for_who_is_signed_in_and_has_a_role(said, now, valid):
    assert signin.is_valid(claims(**said), HOW, now) is valid


def test_person_is_remembered_once_per_sign_in_with_the_newest_name(store):
    def seen():
        with store.reading() as tx:
            found = tx.people.find("b1")
            return found.display, found.roles, found.seen_at

    people.remember(store, User("b1", "Bea", frozenset({Role.BIM})), NOW)
    people.remember(store, User("b1", "Anders", frozenset()), NOW)
    assert seen() == ("Bea", {"bim"}, NOW)

    later = NOW + timedelta(hours=1)
    people.remember(store, User("b1", "Bea de Vries", frozenset({Role.READER})), later)
    assert seen() == ("Bea de Vries", {"reader"}, later)
