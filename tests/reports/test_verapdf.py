"""An independent judge, veraPDF: the files are accessible (PDF/UA-1) and archivable (PDF/A-3a).

Controls that must fail prove that the judge looks.
"""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reports.content import college_report
from reports.council import council_report
from reports.pdf import render
from reports.rendering import Workers
from tests.reports.cost_cases import HUGE, INCOMPLETE, OWN
from tests.reports.dossiers import dossier, dossier_of, small_report
from tests.reports.nasty import NASTY
from tests.reports.reading import Read
from tests.reports.test_council import LABELS, MOMENT, NOW
from tests.reports.test_review import ADVISED
from tests.verapdf import fetch

PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}
Verdicts = dict[tuple[str, str], tuple[str, str]]

REPORTS = {
    "c01": lambda: college_report(dossier("c01", finished=True)),
    "empty": lambda: college_report(dossier_of({})),
    "costs_incomplete": lambda: college_report(dossier(**INCOMPLETE)),
    "costs_huge": lambda: college_report(dossier(**HUGE)),
    "costs_own": lambda: college_report(dossier(**OWN)),
    "advised": lambda: college_report(replace(dossier(), review=ADVISED)),
    "council": lambda: council_report(NOW, NOW, LABELS, MOMENT),
    "nasty": lambda: small_report(*(text[:500] for text in NASTY.values()), title=NASTY["emoji"]),
    "long": lambda: college_report(dossier("c30", title="a" * 5000, i_omschrijving="woord " * 50)),
}


def _without_alternative_text(file: pikepdf.Pdf) -> None:
    read = Read.__new__(Read)
    read.file = file
    del read.elements("/Figure")[0]["/Alt"]


def _without_language(file: pikepdf.Pdf) -> None:
    del file.Root["/Lang"]


def _without_shown_title(file: pikepdf.Pdf) -> None:
    del file.Root["/ViewerPreferences"]


def _without_tags(file: pikepdf.Pdf) -> None:
    del file.Root["/StructTreeRoot"]


def _without_relation_of_attachment(file: pikepdf.Pdf) -> None:
    del file.Root.AF[0]["/AFRelationship"]


def _without_metadata(file: pikepdf.Pdf) -> None:
    del file.Root["/Metadata"]


# What is taken away, and the profiles that must notice.
CONTROLS: dict[str, tuple[Callable[[pikepdf.Pdf], None], tuple[str, ...]]] = {
    "no_alt": (_without_alternative_text, ("ua1",)),
    "no_language": (_without_language, ("ua1",)),
    "no_shown_title": (_without_shown_title, ("ua1",)),
    "no_tags": (_without_tags, ("ua1", "3a")),
    "no_relation": (_without_relation_of_attachment, ("3a",)),
    "no_metadata": (_without_metadata, ("ua1", "3a")),
}


# What runs for seconds is not worth a compiler and a collector that use all processors.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Verdicts:
    """Judge all files at once, because starting Java takes seconds."""
    fetch.main()
    folder = tmp_path_factory.mktemp("verapdf")
    for name, make in REPORTS.items():
        (folder / f"{name}.pdf").write_bytes(render(make(), workers))
    for name, (spoil, _profiles) in CONTROLS.items():
        with pikepdf.open(folder / "empty.pdf") as file:
            spoil(file)
            file.save(folder / f"{name}.pdf")
    # Saving again by itself must break nothing, or the controls would prove nothing.
    with pikepdf.open(folder / "empty.pdf") as file:
        file.save(folder / "saved_again.pdf")
    return {
        (name, profile): judged for profile in PROFILES for name, judged in _judge(folder, profile).items()
    }


def _judge(folder: Path, profile: str) -> dict[str, tuple[str, str]]:
    spoiled = [name for name, (_spoil, profiles) in CONTROLS.items() if profile in profiles]
    files = [str(folder / f"{name}.pdf") for name in (*REPORTS, "saved_again", *spoiled)]
    command = ["java", *QUICK, "-Xmx1g", "-cp", fetch.class_path(), "Validate", profile, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    lines = (line.split("\t") for line in done.stdout.splitlines())
    return {Path(path).stem: (verdict, broken) for path, _profile, verdict, broken in lines}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", [*REPORTS, "saved_again"])
def test_file_is_valid(verdicts: Verdicts, name: str, profile: str) -> None:
    assert verdicts[name, profile] == ("pass", ""), f"{name} is no valid {PROFILES[profile]}"


@pytest.mark.parametrize("name", CONTROLS)
def test_spoiled_file_is_not_valid(verdicts: Verdicts, name: str) -> None:
    for profile in CONTROLS[name][1]:
        assert verdicts[name, profile][0] == "fail", f"{PROFILES[profile]} does not notice {name}"
        assert verdicts[name, profile][1]
