"""The fields of the register: right as they are, and every fault in the file named with its line."""

from pathlib import Path

import pytest

from assessment.faults import FrameworkFaults
from assessment.register.choices import read_choice
from assessment.register.fields import field_file, load, register_fields

MUSEUM = Path(__file__).resolve().parent / "field_faults"
PIECES = sorted(MUSEUM.glob("*.yaml"))
# The national standard 1.0: its fields, with the most characters that each takes where it says so.
STANDARD = {
    "name": 100,
    "description_short": 400,
    "organization": 100,
    "category": None,
    "status": None,
    "begin_date": None,
    "end_date": None,
    "contact_email": 500,
    "website": 500,
    "publication_category": None,
    "url": 500,
    "goal": 2500,
    "proportionality": 2500,
    "human_intervention": 2500,
    "risks": 2500,
    "lawful_basis": 2500,
    "lawful_basis_grouping": None,
    "process_index_url": 500,
    "impacttoetsen_grouping": None,
    "impacttoetsen": 2500,
    "source_data": 2500,
    "source_data_grouping": None,
    "methods_and_models": 5000,
    "provider": 200,
    "publiccode": 500,
    "lang": None,
    "standard_version": None,
    "source_id": None,
    "tags": 2500,
    "lars": None,
    "publication_dt": None,
}
REQUIRED = {"name", "description_short", "organization", "status", "contact_email", "publication_category"}


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("piece", PIECES, ids=[piece.stem for piece in PIECES])
def test_fault_is_reported_with_its_place_and_a_way_out(piece):
    with pytest.raises(FrameworkFaults) as caught:
        load(piece)

    text = str(caught.value)
    words = piece.read_text("utf-8").splitlines()[0].removeprefix("# error: ").split(" / ")
    assert [word for word in words if word not in text] == []
    assert f"{piece.name}:" in text


def test_the_line_of_a_fault_is_the_line_of_the_wrong_key():
    with pytest.raises(FrameworkFaults) as caught:
        load(MUSEUM / "header_of_two_fields.yaml")

    assert [fault.line for fault in caught.value.faults] == [9]


def test_every_field_of_the_national_standard_has_its_place():
    asked = {field.national for field in register_fields().values() if field.national}
    made = {part.national for part in field_file().made}

    assert asked | made == set(STANDARD)
    assert not asked & made


def test_nothing_is_kept_that_the_national_standard_finds_too_long():
    longer = {
        field.id
        for field in register_fields().values()
        if (limit := STANDARD.get(field.national)) is not None and field.longest > limit
    }

    assert longer == set()


def test_what_the_national_standard_requires_is_known_to_be_required():
    known = {field.national for field in register_fields().values() if field.required_there}

    assert known == REQUIRED


@pytest.mark.parametrize("field", ["status", "category", "publication_category"])
def test_every_option_but_unknown_has_a_word_in_the_national_standard(field):
    silent = [option.id for option in register_fields()[field].options if option.national is None]

    assert silent in ([], ["onbekend"])


def test_words_that_say_unknown_are_read_as_unknown():
    status = register_fields()["status"]

    assert {read_choice(status, word) for word in field_file().unknown_words} == {"onbekend"}
