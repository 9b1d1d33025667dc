"""An uploaded framework: checked like any other, and nothing in a zip file leads anywhere else."""

import io
import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import texts
from services import framework_zip, frameworks, uploads
from services.framework_zip import UploadRefused

SMALL = [
    (f"k/{path.name}", path.read_bytes())
    for path in sorted((Path(__file__).resolve().parents[1] / "framework_faults" / "sound").glob("*.yaml"))
]
SOUND = "title: Kader\nadopted: 2026-11-22\n"


def packed(files, **how):
    """Make a zip file of names and contents."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, **how) as file:
        for name, content in files:
            file.writestr(name, content)
    return written.getvalue()


def refused(content, folder):
    """Unpack what must be refused; nothing may be written then."""
    with pytest.raises(UploadRefused) as caught:
        framework_zip.unpack(content, folder)
    assert list(folder.rglob("*")) == []
    return str(caught.value)


def check(store, user, files):
    """Check an upload of these files."""
    return uploads.check(store, user, packed(files))


def faulty(store, user, text):
    """Give the faults of a framework with one extra file."""
    folder = frameworks.folder(frameworks.versions()[0])
    files = [
        (f"2027.1/{p.relative_to(folder).as_posix()}", p.read_text()) for p in sorted(folder.rglob("*.yaml"))
    ]
    checked = check(store, user, [*files, ("2027.1/zz.yaml", text)])
    return [str(fault) for fault in checked.faults]


@pytest.mark.usefixtures("in_english")
def test_a_sound_version_is_found_sound(sqlite_store, user, second_zip, second):
    checked = uploads.check(sqlite_store, user, second_zip)

    assert checked.framework.version == "2027.1"
    assert checked.framework.hash == second.hash
    assert checked.is_named
    assert not checked.is_taken
    # Its worked cases still expect the old outcomes: that is a fault, and keeps nobody from trying.
    assert checked.faults
    assert all("case" in fault.message for fault in checked.faults)


@pytest.mark.usefixtures("in_english")
def test_every_fault_is_told_with_the_file_as_it_is_named_in_the_zip(sqlite_store, user):
    text = "facts:\n  - {id: x, sentence: X., when: {question: qs_algoritm, is: [ja]}}\n"
    (fault, *_others) = faulty(sqlite_store, user, text)

    assert fault.startswith("zz.yaml:2: fact 'x' asks for question 'qs_algoritm'")
    assert "Did you mean 'qs_algoritme'?" in fault


def test_a_version_that_is_installed_with_other_content_is_told(sqlite_store, user, second_zip):
    with ZipFile(io.BytesIO(second_zip)) as file:
        files = [(e.filename.replace("2027.1/", "2026.1/"), file.read(e)) for e in file.infolist()]

    assert check(sqlite_store, user, files).is_taken


def test_a_folder_without_the_name_of_a_version_can_be_tried():
    for above in ("", "nieuw/", "werk/map/nieuw/"):
        checked = uploads.checked(packed([(name.replace("k/", above), text) for name, text in SMALL]))
        assert checked.framework is not None
        assert not checked.is_named


@pytest.mark.parametrize(
    "name",
    [
        "../erbuiten.yaml",
        "kader/../../erbuiten.yaml",
        "/etc/erbuiten.yaml",
        "C:/erbuiten.yaml",
        "kader\\..\\erbuiten.yaml",
        "kader//x.yaml",
        "./x.yaml",
        "kader/\u202elmay.yaml",
        "x" * 300 + ".yaml",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name, tmp_path):
    assert "naam die niet mag" in refused(packed([(name, SOUND)]), tmp_path)


def test_a_link_is_refused(tmp_path):
    entry = ZipInfo("kader/x.yaml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "naam die niet mag" in refused(packed([(entry, "/etc/passwd")]), tmp_path)


def test_a_bomb_is_refused_while_it_unpacks(tmp_path):
    bomb = packed([("kader/x.yaml", "#" * (framework_zip.LARGEST + 1))])

    assert len(bomb) < 10_000
    assert "te groot" in refused(bomb, tmp_path)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    content = packed([("kader/x.yaml", "#" * (framework_zip.LARGEST + 1))])
    size = (framework_zip.LARGEST + 1).to_bytes(4, "little")

    refused(content.replace(size, (10).to_bytes(4, "little")), tmp_path)


def test_too_many_files_and_names_that_differ_in_capitals_only_are_refused(tmp_path):
    many = packed([(f"kader/{number}.yaml", "") for number in range(framework_zip.MOST_FILES + 1)])

    assert "501 bestanden" in refused(many, tmp_path)
    assert "twee keer" in refused(packed([("kader/x.yaml", ""), ("kader/X.yaml", "")]), tmp_path)


@pytest.mark.parametrize("names", [("k/x.yaml", "k/x.yaml/y.yaml"), ("k/x.yaml/y.yaml", "k/X.yaml")])
def test_a_file_that_is_a_folder_too_is_refused(tmp_path, names):
    assert "twee keer" in refused(packed([(name, "") for name in names]), tmp_path)


def test_a_name_that_is_too_long_in_bytes_is_refused(tmp_path):
    assert "naam die niet mag" in refused(packed([(f"k/{'é' * 150}.yaml", "")]), tmp_path)


@pytest.mark.parametrize("content", [b"", b"geen zip", packed([]), packed([("leesmij.txt", "Hoi")])])
def test_what_is_no_zip_with_yaml_is_refused(content, tmp_path):
    assert "zip-bestand" in refused(content, tmp_path)


def test_an_encrypted_or_broken_zip_is_refused(tmp_path):
    content = bytearray(packed([("kader/x.yaml", SOUND * 50)]))
    broken = bytes(content[:60]) + b"\x00\xff\x00" + bytes(content[63:])
    locked = bytearray(content)
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        flags = locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        locked[flags] |= 1

    assert "geen zip-bestand" in refused(broken, tmp_path)
    assert "geen zip-bestand" in refused(bytes(locked), tmp_path)


def test_only_yaml_files_are_written(tmp_path):
    files = [
        ("kader/x.yaml", SOUND),
        ("kader/doe.sh", "rm"),
        ("__MACOSX/._x.yaml", "?"),
        ("kader/.DS_Store", ""),
    ]
    folder, faults = framework_zip.unpack(packed(files), tmp_path)

    assert faults == []
    assert [path.relative_to(folder).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [
        "x.yaml"
    ]


def test_yaml_with_references_too_deep_or_in_another_encoding_is_a_fault(tmp_path):
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    files = [
        ("k/a.yaml", bomb),
        ("k/b.yaml", "x: " + "[" * 60 + "]" * 60),
        ("k/c.yaml", "title: één".encode("latin-1")),
        ("k/d.yaml", "\ufefftitle: Met een merkteken\n".encode()),
    ]
    _folder, faults = framework_zip.unpack(packed(files), tmp_path)

    assert [(fault.file, fault.line) for fault in faults] == [("a.yaml", 2), ("b.yaml", 1), ("c.yaml", 1)]


@pytest.mark.parametrize(
    "language, told",
    [
        ("nl", "regel 'R2' verwijst naar niveau 'hog', en die naam bestaat niet. Bedoel je 'hoog'?"),
        ("en", "rule 'R2' names the level 'hog', which does not exist. Did you mean 'hoog'?"),
    ],
)
def test_faults_are_told_in_the_language_of_who_uploads(sqlite_store, user, language, told):
    piece = (Path(__file__).resolve().parents[1] / "framework_faults" / "unknown_level.yaml").read_bytes()
    with texts.speaking(language):
        (fault,) = check(sqlite_store, user, [*SMALL, ("k/zz.yaml", piece)]).faults

    assert f"{fault.message} {fault.hint}" == told


def test_what_is_wrong_with_worked_cases_is_told_in_dutch():
    cases = b"""cases:
  - {id: een, name: Een, because: Zo., answers: {is_er_een: jaa}, expect: {levels: {trede: hoog}}}
  - {id: twee, name: Twee, because: Zo., like: een, expect: {levels: {trede: hoog, hoogte: laag}}}
"""
    told = " ".join(f"{fault.message} {fault.hint}" for fault in small(("k/cases.yaml", cases)).faults)

    assert "voorbeeld 'een' kan zo niet antwoorden op 'is_er_een': Optie 'jaa' bestaat niet" in told
    assert "in geen enkel voorbeeld geldt regel 'R1'. Voeg er een toe." in told
    assert "case" not in told


def small(*more):
    """Check the smallest framework with more files."""
    return uploads.checked(packed([*SMALL, *more]))


def test_every_fault_of_the_museum_is_found_in_an_upload_too():
    museum = sorted((Path(__file__).resolve().parents[1] / "framework_faults").glob("*.yaml"))
    unseen = [piece.name for piece in museum if not small(("k/zz.yaml", piece.read_bytes())).faults]

    assert museum
    assert unseen == []


@pytest.mark.usefixtures("in_english")
def test_facts_in_an_endless_row_are_a_fault():
    facts = [f"  - {{id: f{n}, sentence: X., when: {{fact: f{n + 1}}}}}" for n in range(1500)]
    last = "  - {id: f1500, sentence: X., when: {fact: rood}}"
    checked = small(("k/zz.yaml", "\n".join(["facts:", *facts, last]).encode()))

    assert checked.framework is None
    assert "too long a row" in checked.faults[0].message


PIECES = st.sampled_from(
    [
        "questions:",
        "- id: x",
        "  when: {all: []}",
        "{[a]: b}",
        "? [a]",
        "2026-99-99",
        "adopted: 2026-13-45",
        "1:",
        "~:",
        "!!python/x y",
        "- &a",
        "&b [",
        "]",
        "\t",
        ": :",
        "title: 1e999",
        "rules: {a: 1}",
        "'",
        "é",
    ]
)


@settings(max_examples=20)
@given(
    st.sampled_from(["k/zz.yaml", "k/cases.yaml"]), st.lists(PIECES, max_size=6).map("\n".join) | st.text()
)
def test_no_text_whatever_breaks_the_checker(name, text):
    checked = uploads.checked(packed([*SMALL, (name, text.encode("utf-8", "replace"))]))

    assert checked.framework or checked.faults
