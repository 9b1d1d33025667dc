"""Settings: defaults that work at once, and plain words when one cannot."""

from datetime import timedelta
from pathlib import Path

import pytest

import settings
from services.roles import Role
from settings import SettingsError

SIGN_IN = {
    "WEEGSCHAAL_OIDC_URL": "https://aanmelden.gemeente.nl/.well-known/openid-configuration",
    "WEEGSCHAAL_OIDC_CLIENT_ID": "weegschaal",
    "WEEGSCHAAL_OIDC_CLIENT_SECRET": "geheim-van-de-app",
    "WEEGSCHAAL_OIDC_COOKIE_SECRET": "geheim-van-de-koekjes-0123456789abcdef",
    "WEEGSCHAAL_URL": "https://weegschaal.gemeente.nl/",
    "WEEGSCHAAL_ROLES": "inkoop=bim; CN=ethiek,OU=groepen=network ;inkoop=reader",
}


def test_without_an_environment_everything_has_a_default():
    found = settings.load({})

    assert found.database_url == f"sqlite:///{settings.ROOT / 'var' / 'weegschaal.db'}"
    assert found.municipality == "Gemeente"
    assert found.frameworks == settings.ROOT / "data" / "framework"


def test_empty_setting_is_an_absent_setting():
    empty = dict.fromkeys(
        ["DATABASE_URL", "WEEGSCHAAL_VAR", "WEEGSCHAAL_MUNICIPALITY", "WEEGSCHAAL_FRAMEWORKS"], " "
    )

    assert settings.load(empty) == settings.load({})


def test_database_lies_in_the_folder_for_what_the_app_writes(tmp_path):
    found = settings.load({"WEEGSCHAAL_VAR": str(tmp_path)})

    assert (found.var, found.database_url) == (tmp_path, f"sqlite:///{tmp_path / 'weegschaal.db'}")


@pytest.mark.parametrize(
    "url", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg://h/d", "sqlite:///a.db"]
)
def test_address_of_either_database_is_taken(url):
    assert settings.load({"DATABASE_URL": url}).database_url == url


def test_name_of_the_municipality_is_taken():
    assert settings.load({"WEEGSCHAAL_MUNICIPALITY": " Enschede "}).municipality == "Enschede"


def test_folder_of_frameworks_is_taken(tmp_path):
    assert settings.load({"WEEGSCHAAL_FRAMEWORKS": str(tmp_path)}).frameworks == tmp_path


@pytest.mark.parametrize(
    "name,value,words",
    [
        ("DATABASE_URL", "mysql://u:geheim@h/d", "DATABASE_URL begint met 'mysql'"),
        ("WEEGSCHAAL_VAR", __file__, "geen map"),
        ("WEEGSCHAAL_FRAMEWORKS", "/bestaat/niet", "die map is er niet"),
        ("WEEGSCHAAL_HOSTS", "goed.nl,https://fout.nl", "bevat 'https://fout.nl'"),
        ("WEEGSCHAAL_HOSTS", "fout.nl:8501", "bevat 'fout.nl:8501'"),
    ],
)
def test_setting_that_cannot_work_is_named_with_what_to_do(name, value, words):
    with pytest.raises(SettingsError, match=words) as refusal:
        settings.load({name: value})

    assert name in str(refusal.value)
    assert "geheim" not in str(refusal.value)


def test_names_of_the_server_are_taken():
    found = settings.load({"WEEGSCHAAL_HOSTS": " weegschaal.gemeente.nl, *.intern , ::1,"})

    assert found.hosts == ("weegschaal.gemeente.nl", "*.intern", "::1")
    assert settings.load({}).hosts == ()


def test_paths_are_whole_paths():
    assert Path(settings.load({"WEEGSCHAAL_VAR": "ergens"}).var).is_absolute()


def test_without_settings_for_it_nobody_signs_in():
    assert settings.sign_in({}) is None
    assert settings.sign_in(dict.fromkeys(settings.SIGN_IN, " ")) is None


def test_sign_in_is_read_with_its_defaults():
    found = settings.sign_in(SIGN_IN)

    assert found.url == "https://weegschaal.gemeente.nl"
    assert (found.claim, found.length) == ("groups", timedelta(hours=8))
    assert found.roles == {
        "inkoop": {Role.BIM, Role.READER},
        "CN=ethiek,OU=groepen": {Role.NETWORK},
    }


def test_secrets_are_not_shown_with_the_other_settings():
    assert "geheim" not in repr(settings.sign_in(SIGN_IN))


def test_claim_and_length_of_a_sign_in_can_be_chosen():
    found = settings.sign_in(
        {**SIGN_IN, "WEEGSCHAAL_ROLES_CLAIM": "roles", "WEEGSCHAAL_SESSION_HOURS": "0,5"}
    )

    assert (found.claim, found.length) == ("roles", timedelta(minutes=30))


@pytest.mark.parametrize("missing", settings.REQUIRED)
def test_half_a_sign_in_is_refused_and_says_what_is_missing(missing):
    with pytest.raises(SettingsError, match=f"ontbreekt: {missing}\\."):
        settings.sign_in({**SIGN_IN, missing: ""})


def test_one_setting_of_sign_in_alone_never_means_local_mode():
    with pytest.raises(SettingsError, match="half ingesteld"):
        settings.sign_in({"WEEGSCHAAL_SESSION_HOURS": "8"})


@pytest.mark.parametrize(
    "name,value,words",
    [
        ("WEEGSCHAAL_OIDC_URL", "http://aanmelden.gemeente.nl/", "begint"),
        ("WEEGSCHAAL_OIDC_URL", "aanmelden.gemeente.nl", "begint"),
        ("WEEGSCHAAL_URL", "https://[", "begint"),
        ("WEEGSCHAAL_OIDC_COOKIE_SECRET", "geheim", "te kort"),
        ("WEEGSCHAAL_ROLES", "inkoop", "bevat 'inkoop'"),
        ("WEEGSCHAAL_ROLES", "inkoop=baas", "De rollen zijn: bim, network, "),
        ("WEEGSCHAAL_ROLES", "=bim", "bevat '=bim'"),
        ("WEEGSCHAAL_ROLES", "iedereen=local", "bevat 'iedereen=local'"),
        ("WEEGSCHAAL_ROLES", "iedereen=author", "bevat 'iedereen=author'"),
        ("WEEGSCHAAL_SESSION_HOURS", "nan", "aantal uren"),
        ("WEEGSCHAAL_SESSION_HOURS", "0", "aantal uren"),
        ("WEEGSCHAAL_SESSION_HOURS", "169", "hooguit 168"),
        ("WEEGSCHAAL_SESSION_HOURS", "lang", "is 'lang'"),
    ],
)
def test_sign_in_that_cannot_work_is_named_with_what_to_do(name, value, words):
    with pytest.raises(SettingsError, match=words) as refusal:
        settings.sign_in({**SIGN_IN, name: value})

    assert name in str(refusal.value)
    assert "geheim" not in str(refusal.value)


def test_provider_on_this_computer_needs_no_encryption():
    address = "http://localhost:9000/.well-known/openid-configuration"

    assert settings.sign_in({**SIGN_IN, "WEEGSCHAAL_OIDC_URL": address}).metadata == address


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "::1"])
def test_local_mode_runs_on_this_computer(address):
    settings.require_local(address, {})


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "10.0.0.5", "weegschaal.gemeente.nl", "", "localhost.nl"]
)
def test_local_mode_runs_nowhere_else_unless_allowed(address):
    with pytest.raises(SettingsError, match=r"docs/signin\.md"):
        settings.require_local(address, {"WEEGSCHAAL_ALLOW_LOCAL_MODE": "0"})

    settings.require_local(address, {"WEEGSCHAAL_ALLOW_LOCAL_MODE": "1"})


def test_local_mode_does_not_hide_behind_a_proxy():
    """A proxy on the same computer passes on what comes from elsewhere."""
    with pytest.raises(SettingsError, match=r"niet op weegschaal\.gemeente\.nl"):
        settings.require_local("localhost", {"WEEGSCHAAL_HOSTS": "weegschaal.gemeente.nl"})
