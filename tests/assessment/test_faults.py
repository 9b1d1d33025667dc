"""A museum of broken frameworks: one fault per file, and the words its message must contain."""

import re
import shutil
from pathlib import Path

import pytest

import texts
from assessment.faults import FrameworkFaults
from assessment.loader import load

MUSEUM = Path(__file__).resolve().parents[1] / "framework_faults"
PIECES = sorted(MUSEUM.glob("*.yaml"))

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def sound(tmp_path):
    """A copy of the smallest framework that is right."""
    folder = tmp_path / "1.0"
    shutil.copytree(MUSEUM / "sound", folder)
    return folder


def test_the_smallest_framework_is_right(sound):
    assert load(sound).version == "1.0"


@pytest.mark.parametrize("piece", PIECES, ids=[piece.stem for piece in PIECES])
def test_fault_is_reported_with_its_place_and_a_way_out(piece, sound):
    shutil.copy(piece, sound / "zz-fault.yaml")
    with pytest.raises(FrameworkFaults) as caught:
        load(sound)

    text = str(caught.value)
    words = piece.read_text().splitlines()[0].removeprefix("# error: ").split(" / ")
    assert [word for word in words if word not in text] == []
    assert "zz-fault.yaml:" in text


# Words that no Dutch sentence has; what stands in quotes is a name in a file.
ENGLISH = re.compile(
    r"\b(the|has|have|which|does|not|no|and|names|this|should|must|it|you|an)\b", re.IGNORECASE
)
QUOTED = re.compile(r"'[^']*'")


@pytest.mark.parametrize("piece", PIECES, ids=[piece.stem for piece in PIECES])
def test_every_fault_of_the_museum_is_told_in_dutch_too(piece, sound):
    shutil.copy(piece, sound / "zz-fault.yaml")
    told = {}
    for language in texts.LANGUAGES:
        with texts.speaking(language), pytest.raises(FrameworkFaults) as caught:
            load(sound)
        told[language] = caught.value.faults

    english, dutch = (
        {text for fault in told[language] for text in (fault.message, fault.hint) if text}
        for language in ("en", "nl")
    )
    assert {fault.line for fault in told["nl"]} == {fault.line for fault in told["en"]}
    assert dutch & english == set()
    assert [text for text in dutch if ENGLISH.search(QUOTED.sub("", text))] == []


def test_all_faults_are_reported_at_once(sound):
    for piece in ("unknown_question", "unknown_option", "unknown_owner", "missing_key"):
        shutil.copy(MUSEUM / f"{piece}.yaml", sound / f"{piece}.yaml")
    with pytest.raises(FrameworkFaults) as caught:
        load(sound)

    assert {Path(fault.file).stem for fault in caught.value.faults} == {
        "unknown_question",
        "unknown_option",
        "unknown_owner",
        "missing_key",
    }


def test_the_line_of_a_fault_is_the_line_of_the_wrong_key(sound):
    shutil.copy(MUSEUM / "duplicate_key.yaml", sound / "zz.yaml")
    with pytest.raises(FrameworkFaults) as caught:
        load(sound)

    assert [fault.line for fault in caught.value.faults] == [6]


def test_a_framework_without_rules_is_no_framework(sound):
    file = sound / "framework.yaml"
    file.write_text(file.read_text().replace("rules:\n  - {id: R1", "facts:\n  - {id: R1", 1))
    with pytest.raises(FrameworkFaults, match="the framework has no 'rules'"):
        load(sound)


def test_the_hash_changes_with_the_content_and_not_with_line_endings(sound):
    before = load(sound).hash
    file = sound / "framework.yaml"
    text = file.read_bytes()
    file.write_bytes(text.replace(b"\n", b"\r\n"))
    assert load(sound).hash == before
    file.write_bytes(text.replace(b"Rood is gevaarlijk.", b"Rood is heel gevaarlijk."))
    assert load(sound).hash != before


def test_a_part_with_a_fault_is_not_also_reported_as_missing(sound):
    (sound / "zz.yaml").write_text(
        "facts:\n  - {id: groen, sentense: Groen., when: {question: kleuren, includes: [groen]}}\n"
        "stop_signals:\n  - {id: S2, when: {fact: groen}, text: Groen., source: Wet art. 1}\n"
    )
    with pytest.raises(FrameworkFaults) as caught:
        load(sound)

    assert {fault.line for fault in caught.value.faults} == {2}
