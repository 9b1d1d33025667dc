"""Values as people and spreadsheets write them, read as the register keeps them."""

import pytest
from hypothesis import given, settings

from assessment.register.fields import register_fields
from assessment.register.links import Link, links
from assessment.register.plain import key, natural
from assessment.register.reading import read_number, read_value, read_values
from assessment.register.unreadable import Unreadable
from tests.register.sheets import values


def read(field, raw):
    return read_value(register_fields()[field], raw)


@pytest.mark.parametrize(
    "field,raw,kept",
    [
        ("eigen_risico", "Laag", "laag"),
        ("eigen_risico", "  HOOG risico ", "hoog"),
        ("status", "Niet meer in gebruik", "buiten_gebruik"),
        ("status", "Beeindigd", "buiten_gebruik"),
        ("status", "in_gebruik", "in_gebruik"),
        ("werking", "?", "onbekend"),
        ("keuze_of_plicht", "wettelijke verplichting", "plicht"),
        ("domein", "Sociaal domein", "sociaal"),
        ("domein", "  Publiek   Domein ", "Publiek Domein"),
        ("domein", "onbekend", ""),
        ("category", "Zorg en gezondheid, verkeer", "verkeer;zorg"),
        ("category", "Recht; Werk", "recht;werk"),
        ("publication_category", "Categorie B", "b"),
        ("contract_tot", "30-9-2026", "2026-09-30"),
        ("contract_tot", "1 dec. 2027", "2027-12-01"),
        ("contract_tot", "2027-12-01 00:00:00", "2027-12-01"),
        ("begin_date", "september 2026", "2026-09"),
        ("begin_date", "1-9-2026", "2026-09"),
        ("website", "www.example.org", "https://www.example.org"),
        ("documenten", "DPIA | https://example.org/d\n\n IAMA ", "DPIA | https://example.org/d\nIAMA"),
        ("documenten", "https://example.org/d", "https://example.org/d | https://example.org/d"),
        ("doel", "Eén regel.  \r\nNog een.", "Eén regel.\nNog een."),
        ("naam", "Naam\x00 met\x07 vreemde \ud800tekens", "Naam met vreemde tekens"),
        ("naam", " \t ", ""),
    ],
)
def test_value_is_kept_in_one_way_however_it_was_written(field, raw, kept):
    assert read(field, raw) == kept


@pytest.mark.parametrize(
    "field,raw,reason",
    [
        ("eigen_risico", "Middel", "staat niet in de lijst. Kies uit: Laag, Beperkt, Hoog"),
        ("category", "Zorg; Ruimtevaart", "'Ruimtevaart' staat niet in de lijst"),
        ("contract_tot", "31-2-2026", "is geen datum"),
        ("contract_tot", "eind 2026", "bijvoorbeeld 30-9-2026"),
        ("contract_tot", "1-2-26", "is geen datum"),
        ("begin_date", "voorjaar", "is geen maand"),
        ("website", "geen", "begint met https://"),
        ("website", "javascript:alert(1)", "geen webadres"),
        ("documenten", "DPIA | ergens", "geen webadres"),
        ("naam", "x" * 101, "heeft 101 tekens. Er passen er 100"),
        ("naam", "#REF!", "foutmelding #REF!"),
        ("status", "#N/B", "foutmelding #N/B"),
        ("lawful_basis_grouping", f"{'x' * 101} | https://example.org", "Er passen er 100"),
    ],
)
def test_value_that_cannot_be_kept_is_refused_with_a_way_out(field, raw, reason):
    with pytest.raises(Unreadable) as refusal:
        read(field, raw)

    assert reason in str(refusal.value)


@given(values())
@settings(max_examples=50)
def test_what_is_kept_reads_back_as_itself(kept):
    assert read_values(kept) == (kept, {})


@given(values())
@settings(max_examples=50)
def test_what_is_shown_reads_back_as_what_is_kept(kept):
    fields = register_fields()

    assert read_values({name: fields[name].said(value) for name, value in kept.items()}) == (kept, {})


def test_all_faults_are_told_at_once():
    _read, faults = read_values({"status": "raar", "naam": "Goed", "contract_tot": "ooit"})

    assert set(faults) == {"status", "contract_tot"}


@pytest.mark.parametrize("raw", ["#REF!", "x" * 31])
def test_number_that_can_be_none_is_refused(raw):
    with pytest.raises(Unreadable, match="kan geen nummer zijn"):
        read_number(raw)


def test_links_come_back_as_titles_and_addresses():
    assert links("DPIA | https://example.org\nIAMA") == (
        Link("DPIA", "https://example.org"),
        Link("IAMA", ""),
    )


def test_names_sort_without_accents_and_capitals_and_numbers_by_size():
    assert sorted(["Één 10", "een 9", "Eb"], key=natural) == ["Eb", "een 9", "Één 10"]
    assert natural("007") == natural("7")
    assert key("  Eén\u00a0Naam ") == "een naam"
