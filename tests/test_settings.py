"""Settings: defaults that work at once, and plain words when one cannot."""

from pathlib import Path

import pytest

import settings
from settings import SettingsError


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
