"""What the national register gets: valid there, from what is known here, with everything to do named."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

from assessment.faults import FrameworkFaults
from assessment.portfolio.done import Done
from assessment.publication import fillings
from assessment.publication.prefilled import Known, prefilled
from assessment.publication.publication import Kind, Origin, Publication, is_personal, merged
from assessment.register.fields import register_fields
from reports.publication import publication_data, publication_json, publication_sheet
from reports.sheets import csv_bytes
from tests.assessment.real import CASES, FRAMEWORK
from tests.reports.dossiers import dossier

SCHEMA = json.loads((Path(fillings.FILE).parent / "algoritmeregister.schema.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
CONTACT = {"contact_email": "algoritmes@gemeente.example"}
DONE = {
    "dpia": Done(
        "dpia", date(2026, 10, 1), "https://example.org/dpia", "anna", datetime(2026, 10, 1, tzinfo=UTC)
    )
}


def publication(case="c01", *, register=None, own=None, left_out=(), names=(), done=None, **changes):
    """Make the publication of a worked case."""
    outcome = dossier(case, **changes).outcome
    answers = prefilled(Known(outcome, "Gemeente Voorbeeld", done or {}))
    values, origins = merged(register=register or {}, own=CONTACT | (own or {}), answers=answers)
    may = outcome.dimensions["publicatie"].counted == "deels_mogelijk"
    settled = outcome.dimensions["register"].settled
    return Publication(values, origins, "12", settled, may, frozenset(left_out), frozenset(names))


def kinds(found, field):
    """Give what is to do about one field."""
    return [todo.kind for todo in found.to_do if todo.field.id == field]


@pytest.mark.parametrize("case", sorted(CASES))
def test_every_worked_case_is_valid_there_or_says_what_blocks_it(case):
    found = publication(case)
    faults = list(VALID.iter_errors(publication_data(found)))

    assert bool(found.blocking) == bool(faults)


def test_category_follows_from_the_outcome():
    told = {case: publication_data(publication(case)).get("publication_category") for case in CASES}

    assert {"Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"} <= set(told.values())
    for case, category in told.items():
        level = dossier(case).outcome.dimensions["register"].counted
        assert {"A": "Hoog", "B": "Impa", "C": "Over", "nvt": None}[level] == (category and category[:4])


def test_register_goes_first_then_what_was_written_then_the_answers():
    found = publication(register={"naam": "Uit het register"}, own={"naam": "Zelf", "goal": "Zelf doel"})

    assert (found.value("naam"), found.origins["naam"]) == ("Uit het register", Origin.REGISTER)
    assert (found.value("goal"), found.origins["goal"]) == ("Zelf doel", Origin.OWN)
    assert found.origins["risks"] is Origin.ANSWERS
    assert found.origins["tags"] is Origin.NOWHERE


def test_trial_that_people_notice_is_in_use():
    assert publication_data(publication(d_status="pilot", qs_invloed="direct"))["status"] == "In gebruik"
    assert publication_data(publication(d_status="pilot", qs_invloed="geen"))["status"] == "In ontwikkeling"


def test_assessment_that_was_done_is_named_with_its_address():
    tests = publication_data(publication(done=DONE))["impacttoetsen_grouping"]

    assert tests == [
        {"title": "Data Protection Impact Assessment (DPIA)", "link": "https://example.org/dpia"}
    ]


@pytest.mark.parametrize(
    "length,kind",
    [(349, []), (350, [Kind.LONG]), (400, [Kind.LONG]), (401, [Kind.TOO_LONG])],
)
def test_length_of_the_short_description_is_watched_at_350_and_400(length, kind):
    found = publication(own={"description_short": "a" * length}, i_omschrijving=None)

    assert kinds(found, "description_short") == kind
    assert VALID.is_valid(publication_data(found)) == (length <= 400)


def test_every_limit_here_is_the_one_there():
    for field in register_fields().values():
        there = SCHEMA["properties"].get(field.national)
        if field.kind in ("text", "long", "url", "contact") and there:
            assert field.longest == there["maxLength"], field.id
        if field.national:
            assert field.required_there == (field.national in SCHEMA["required"]), field.id
    made = {"lang", "standard_version", "source_id", "lars", "publication_dt"}
    assert {field.national for field in register_fields().values()} - {None} | made == set(
        SCHEMA["properties"]
    )


def test_missing_and_required_blocks_and_says_what_to_do():
    found = publication(own={"contact_email": ""}, i_contact=None)
    (todo,) = [todo for todo in found.to_do if todo.field.id == "contact_email"]

    assert todo.kind is Kind.MISSING
    assert "mailadres" in todo.text
    assert found.blocking


@pytest.mark.parametrize(
    "address,personal",
    [
        ("jan.jansen@gemeente.nl", True),
        ("j.jansen@gemeente.nl", True),
        ("algoritmes@gemeente.nl", False),
        ("info@gemeente.nl", False),
        ("team.data@gemeente.nl", False),
        ("klant-contact@gemeente.nl", False),
    ],
)
def test_address_of_a_person_is_warned_about(address, personal):
    found = publication(own={"contact_email": address})

    assert is_personal(address) == personal
    assert kinds(found, "contact_email") == ([Kind.PERSONAL] if personal else [])
    assert not found.blocking


def test_name_or_address_of_a_colleague_in_a_text_is_warned_about():
    found = publication(
        own={"goal": "Vraag Anna de Vries (anna@gemeente.nl)"}, names=["Anna de Vries", "Jan"]
    )

    assert kinds(found, "goal") == [Kind.PERSONAL, Kind.PERSONAL]


def test_criteria_may_stay_out_with_the_ground_in_the_law():
    found = publication(left_out=["methods_and_models"])

    assert "artikel 5.1" in publication_data(found)["methods_and_models"]
    assert "Rekenregels" not in publication_json(found).decode()


def test_link_without_an_address_and_end_before_begin_block():
    own = {"lawful_basis_grouping": "Gemeentewet", "begin_date": "2024-05", "end_date": "2024-04"}
    found = publication(own=own, i_eerste_gebruik=None)

    assert kinds(found, "lawful_basis_grouping") == [Kind.WRONG]
    assert kinds(found, "end_date") == [Kind.WRONG]


def test_sheet_has_every_field_of_the_standard_and_what_to_do():
    found = publication(own={"category": "werk;verkeer"})
    sheet = publication_sheet(found)

    assert [row[0] for row in sheet.rows] == [field.text for field in found.fields]
    assert "Werk; Verkeer" in csv_bytes(sheet).decode("utf-8-sig")
    assert not found.blocking


def test_everything_in_the_file_exists_in_the_framework():
    assert len(fillings.load(fillings.FILE, FRAMEWORK).fields) == 26


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    "change,said",
    [
        (("text: [i_naam]", "text: [i_nam]"), "names the question 'i_nam', which does not exist."),
        (("field: naam", "field: nam"), "field 'nam' does not exist in the standard."),
        (("d_status: idee", "d_status: ide"), "names the option 'ide', which does not exist."),
        (("levels: {A: a", "levels: {X: a"), "names the level 'X', which does not exist."),
        (("A: a, B", "A: x, B"), "names the value 'x', which does not exist."),
        (("outcome: register", "outcome: regster"), "names the dimension 'regster', which does not exist."),
        (("not_needed: [dpia", "not_needed: [dpai"), "names the instrument 'dpai', which does not exist."),
        (("field: tags", "field: url"), "field 'url' stands here a second time."),
        (("setting: municipality", "setting: province"), "setting"),
    ],
    ids=lambda change: change[1].strip() if isinstance(change, tuple) else "",
)
def test_fault_in_the_file_is_told_with_its_line(tmp_path, change, said):
    spoilt = tmp_path / "algoritmeregister.yaml"
    text = fillings.FILE.read_text("utf-8")
    assert change[0] in text
    spoilt.write_text(text.replace(*change, 1), "utf-8")

    with pytest.raises(FrameworkFaults) as caught:
        fillings.load(spoilt, FRAMEWORK)

    assert said in str(caught.value)
    assert "algoritmeregister.yaml:" in str(caught.value)
