"""Frameworks: the versions that are installed. A version never changes, so each is read once."""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

import settings
from assessment import loader
from assessment.framework import Framework
from assessment.translation import translated
from services.errors import UnknownFramework
from storage.records import Assessment
from texts import SOURCE_LANGUAGE, _, catalogue, language


def versions() -> tuple[str, ...]:
    """List the installed versions, oldest first."""
    names = (folder.name for folder in _folder().iterdir() if folder.is_dir())
    return tuple(sorted((name for name in names if re.fullmatch(r"\d+(\.\d+)*", name)), key=_order))


def get(version: str) -> Framework:
    """Give one version, in the language of the reader. Raises UnknownFramework."""
    if version not in versions():
        raise UnknownFramework(
            _(
                "Versie {version} van het afwegingskader staat niet op deze server. "
                "Vraag de beheerder om die versie terug te zetten."
            ).format(version=version)
        )
    found, wanted = _load(folder(version)), language()
    return found if wanted == SOURCE_LANGUAGE else _translated(folder(version), wanted)


def said(version: str, text: str) -> str:
    """Give a text that goes with a version, such as the name of an example, in the language of the reader."""
    if language() == SOURCE_LANGUAGE:
        return text
    return catalogue(folder(version) / f"{language()}.po").gettext(text)


def folder(version: str) -> Path:
    """Give the folder of one version."""
    return _folder() / version


def current(on: date | None = None) -> Framework:
    """Give the version a new assessment starts in: the newest that is adopted. Raises UnknownFramework."""
    today = on or datetime.now().astimezone().date()
    for version in reversed(versions()):
        framework = get(version)
        if framework.adopted <= today:
            return framework
    raise UnknownFramework(
        _(
            "Er is nog geen vastgesteld afwegingskader in {folder}. Vraag de beheerder om er een te plaatsen."
        ).format(folder=_folder())
    )


@cache
def _load(folder: Path) -> Framework:
    return loader.load(folder)


@cache
def _translated(folder: Path, wanted: str) -> Framework:
    return translated(_load(folder), catalogue(folder / f"{wanted}.po").gettext)


@cache
def _folder() -> Path:
    return settings.load().frameworks


def changed(assessment: Assessment) -> bool:
    """Tell whether somebody edited its framework after this assessment began, instead of adding a version.

    Work goes on, because a corrected typing error must not lock everybody out. The screen can warn, and a
    snapshot names the hash it was really made with.
    """
    return get(assessment.framework_version).hash != assessment.framework_hash


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
