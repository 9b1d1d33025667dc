"""The bundled fonts: complete, licensed, and described by a coverage file that is current."""

import re

import typst

from reports import fonts
from tools import fonts as tool


def test_coverage_file_is_current() -> None:
    """A font was changed when this fails: run `python -m tools.fonts coverage`."""
    assert fonts.COVERAGE.read_text(encoding="ascii") == tool.coverage()


def test_typst_finds_exactly_the_bundled_families() -> None:
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])

    assert set(found.families()) == set(fonts.FILES)


def test_every_font_file_is_listed_and_has_a_licence() -> None:
    files = {path.name for path in fonts.FOLDER.glob("*.ttf")}
    listed = {file for several in fonts.FILES.values() for file in several}
    licences = [path.stem for path in (fonts.FOLDER / "licences").glob("*.txt")]

    assert files == listed
    for file in files:
        name = re.split(r"[-.]", file)[0]
        assert any(licence.split("-")[0] == name for licence in licences), f"no licence for {file}"


def test_characters_are_found_in_the_first_family_that_holds_them() -> None:
    assert fonts.family_of("a") == "Source Sans 3"
    assert fonts.family_of("\N{ARABIC LETTER ALEF}") == "Noto Sans Arabic"
    assert fonts.family_of("\N{HEBREW LETTER ALEF}") == "Noto Sans Hebrew"
    assert fonts.family_of("\N{GRINNING FACE}") == "Noto Emoji"
    assert fonts.family_of("\N{REPLACEMENT CHARACTER}") == "Noto Sans"
    assert fonts.family_of("\ue000") is None
