"""Frameworks: versions side by side, each read once."""

from dataclasses import replace
from datetime import date

import pytest

from services import assessments, frameworks
from services.errors import UnknownFramework


@pytest.fixture
def installed(tmp_path, framework, monkeypatch):
    """Pretend these versions are installed, each adopted on the day given."""

    def install(**days):
        for version in days:
            (tmp_path / version.strip("v").replace("_", ".")).mkdir()
        (tmp_path / "concept").mkdir()
        (tmp_path / "README.md").touch()
        adopted = {version.strip("v").replace("_", "."): day for version, day in days.items()}
        monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)
        monkeypatch.setattr(
            frameworks,
            "_load",
            lambda folder: framework.model_copy(
                update={"version": folder.name, "adopted": adopted[folder.name]}
            ),
        )

    return install


def test_framework_that_ships_is_the_current_one(framework):
    assert framework.version in frameworks.versions()
    assert frameworks.get(framework.version) is framework


def test_versions_are_in_the_order_of_their_numbers(installed):
    installed(v2026_10=date(2026, 1, 1), v2026_9=date(2026, 1, 1), v2025_1=date(2025, 1, 1))

    assert frameworks.versions() == ("2025.1", "2026.9", "2026.10")


def test_new_assessment_starts_in_the_newest_version_that_is_adopted(installed):
    installed(v2026_1=date(2026, 1, 1), v2027_1=date(2027, 1, 1))

    assert frameworks.current(date(2026, 12, 31)).version == "2026.1"
    assert frameworks.current(date(2027, 1, 1)).version == "2027.1"


def test_version_that_is_not_installed_is_named(installed):
    installed(v2026_1=date(2026, 1, 1))

    for version in ("2019.1", "../2026.1", "concept"):
        with pytest.raises(UnknownFramework, match=r"Versie .* staat niet op deze server"):
            frameworks.get(version)


def test_without_an_adopted_version_nothing_can_start(installed):
    installed(v2027_1=date(2027, 1, 1))

    with pytest.raises(UnknownFramework, match="geen vastgesteld afwegingskader"):
        frameworks.current(date(2026, 1, 1))


def test_edited_framework_is_noticed(sqlite_store, user, framework):
    made = assessments.create(sqlite_store, user, title="Schuldhulp", framework=framework)

    assert not frameworks.changed(made)
    assert frameworks.changed(replace(made, framework_hash="other"))
