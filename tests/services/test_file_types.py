"""File types: recognised by content, whatever the name says."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.file_names import MAX_NAME, clean_name
from services.file_types import CSV, DOCX, JPEG, ODS, ODT, PDF, PNG, TEXT, WEBP, XLSX, recognise


def zipped(**members):
    """Make an archive with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            # The hour of writing would make other bytes, and another name of the test, on each core.
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
HIDDEN_MACRO = '<Override PartName="/word/plaatje.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
MACRO_BOOK = '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
EXCEL = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
OPEN_TEXT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
OPEN_SHEET = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}

GOOD = {
    "pdf": (b"%PDF-1.7\n...", PDF),
    "png": (b"\x89PNG\r\n\x1a\n....", PNG),
    "jpg": (b"\xff\xd8\xff\xe0....", JPEG),
    "webp": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", WEBP),
    "docx": (zipped(**WORD), DOCX),
    "xlsx": (zipped(**EXCEL), XLSX),
    "odt": (zipped(**OPEN_TEXT), ODT),
    "ods": (zipped(**OPEN_SHEET), ODS),
    "txt": ("Een zin met é en 👍.\r\n".encode(), TEXT),
    "csv": (b"\xef\xbb\xbfnaam;aantal\nA;1\n", CSV),
}


@pytest.mark.parametrize("extension", GOOD)
def test_every_type_that_is_offered_is_recognised(extension):
    data, kind = GOOD[extension]

    assert recognise(f"bestand.{extension}", data) == kind


@pytest.mark.parametrize("extension", [name for name in GOOD if name not in ("txt", "csv")])
def test_type_is_read_from_the_content_and_not_from_the_name(extension):
    data, kind = GOOD[extension]

    assert recognise("zonder naam", data) == recognise("programma.exe", data) == kind


@pytest.mark.parametrize(
    "name,data",
    [
        ("programma.pdf", b"MZ\x90\x00"),
        ("script.sh", b"#!/bin/sh\nrm -rf ~\n"),
        ("pagina.html", b"<html><script>alert(1)</script>"),
        ("plaatje.svg", b"<svg onload='alert(1)'/>"),
        ("tekst.txt", b"\xff\xfeT\x00"),
        ("tekst.txt", b"a\x00b"),
        ("tekst.txt", b"\x1b[31mrood"),
        ("archief.zip", zipped(**{"a.txt": "a"})),
        ("brief.docx", zipped(**{"a.txt": "a"})),
        ("brief.docx", zipped(**{"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"})),
        ("brief.docm", zipped(**WORD, **{"word/vbaProject.bin": "macro"})),
        ("brief.docx", zipped(**{**WORD, "[Content_Types].xml": HIDDEN_MACRO, "word/plaatje.bin": "macro"})),
        ("brief.docx", zipped(**{**WORD, "[Content_Types].xml": HIDDEN_MACRO.upper().encode("utf-16")})),
        ("brief.docx", zipped(**{**WORD, "[Content_Types].xml": HIDDEN_MACRO.replace("P", "&#80;")})),
        ("brief.docx", zipped(**{**WORD, "[Content_Types].xml": " " * 2_000_000 + HIDDEN_MACRO})),
        ("blad.xlsx", zipped(**{**EXCEL, "[Content_Types].xml": MACRO_BOOK})),
        ("blad.xlsx", zipped(**EXCEL, **{"xl/macrosheets/sheet1.xml": "macro"})),
        ("brief.odt", zipped(**OPEN_TEXT, **{"Basic/Standard/Module1.xml": "macro"})),
        ("tekening.odg", zipped(mimetype="application/vnd.oasis.opendocument.graphics")),
        ("kapot.docx", zipped(**WORD)[:60]),
        ("geluid.webp", b"RIFF\x10\x00\x00\x00WAVEfmt "),
        ("leeg.docx", b"PK\x03\x04"),
    ],
)
def test_everything_else_is_refused(name, data):
    assert recognise(name, data) is None


def test_archive_that_unpacks_to_gigabytes_is_not_unpacked():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"a" * 50_000_000)

    assert recognise("bom.odt", buffer.getvalue()) is None


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_whose_members_cannot_be_unpacked_is_refused(method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in WORD.items():
            archive.writestr(name, content * 500)
    data = bytearray(buffer.getvalue())
    begin = 30 + len("[Content_Types].xml")
    data[begin : begin + 12] = b"\xff" * 12

    assert recognise("kapot.docx", bytes(data)) is None


@given(st.binary(max_size=300), st.text(max_size=10))
def test_recognising_never_fails_on_any_bytes(data, name):
    for start in (b"", b"PK\x03\x04", b"RIFF"):
        recognise(name, start + data)


@given(st.text(max_size=300))
def test_cleaned_name_is_safe_on_any_system(given_name):
    name = clean_name(given_name, PDF)

    assert name.isprintable()
    assert not set('/\\<>:"|?*') & set(name)
    assert name.endswith(".pdf")
    assert len(name) <= MAX_NAME + 1
    assert name == name.strip(" ")
    assert not name.startswith(".")


@pytest.mark.parametrize(
    "given_name,kind,cleaned",
    [
        ("Rapport 2026.pdf", PDF, "Rapport 2026.pdf"),
        ("FOTO.JPEG", JPEG, "FOTO.JPEG"),
        ("../../etc/passwd.txt", TEXT, "passwd.txt"),
        ("C:\\mappen\\plan.docx", DOCX, "plan.docx"),
        ("programma.exe", PDF, "programma.exe.pdf"),
        ("rapport\u202efdp.exe", PDF, "rapportfdp.exe.pdf"),
        ("regel\neinde\x00.pdf", PDF, "regeleinde.pdf"),
        ("wat? <echt>: ja.pdf", PDF, "wat_ _echt__ ja.pdf"),
        ("", PDF, "bestand.pdf"),
        (".pdf", PDF, "bestand.pdf"),
        ("con.txt", TEXT, "_con.txt"),
        ("geschiedenis مرحبا ⚖.odt", ODT, "geschiedenis مرحبا ⚖.odt"),
        ("e\u0301e\u0301n.csv", CSV, "één.csv"),
        ("a" * 300 + ".pdf", PDF, "a" * (MAX_NAME - 4) + ".pdf"),
    ],
)
def test_file_name_is_cleaned(given_name, kind, cleaned):
    assert clean_name(given_name, kind) == cleaned
