"""What a file may not hold is told in the language of the reader: form and values, not only names."""

import pytest

import texts
from assessment.conditions import FORMS
from assessment.faults import FrameworkFaults
from assessment.loader import load
from assessment.strict_yaml import read

BROKEN = {
    "a: b: c": ("een dubbele punt mag hier niet", "a colon is not allowed here"),
    "- a\nb": ("achter een sleutel hoort een dubbele punt", "a colon after a key"),
    "a: 1\n- b": ("of het inspringen klopt niet", "or the indentation is not right"),
    "a: [1, 2": ("in deze lijst ontbreekt een komma", "this list misses a comma"),
    "a: {b: 1": ("in deze groep ontbreekt een komma", "this group misses a comma"),
    "a: ]": ("of een haak is niet gesloten", "or a bracket is not closed"),
    "a: 'x": ("voor een aanhalingsteken is gesloten", "before a quote is closed"),
    "a: 1\n---\nb: 2": ("maar één document", "only one document"),
    "\ta: 1": ("zoals een tab", "such as a tab"),
    'a: "\\q"': ("achter \\ staat hier een teken", "the character after \\"),
    "a: \x01": ("een onzichtbaar teken", "an invisible character"),
    "a: *b": ("wordt verwezen naar iets wat er niet is", "refers to something that is not there"),
    "a: !b c": ("een label met ! mag hier niet", "a tag with ! is not allowed"),
    "? [a]": ("kan geen sleutel zijn", "cannot be a key"),
    "a: 2026-13-01": ("een maand loopt van 1 tot en met 12", "a month runs from 1 to 12"),
    "a: 2026-02-31": ("die dag bestaat niet", "that day does not exist"),
    "%a": ("de opmaak klopt hier niet", "the form is not right here"),
}
VALUES = {
    "help: 3": ("dit moet tekst zijn", "this should be text"),
    "options: 3": ("dit moet een lijst zijn", "this should be a list"),
    "options: [3]": ("dit moet een groep sleutels", "this should be a group of keys"),
    "minimum: veel": ("dit moet een getal zijn", "this should be a number"),
    "minimum: .nan": ("dit moet een getal zijn", "this should be a number"),
    "effort: 1.5": ("dit moet een heel getal zijn", "this should be a whole number"),
    "effort: 9": ("dit moet 3 of minder zijn", "less than or equal to 3"),
    "whole: soms": ("dit moet 'true' of 'false' zijn", "this should be 'true' or 'false'"),
    "used_by: niets": ("kies uit 'summary', 'costs'", "choose from 'summary', 'costs'"),
    "show_if: {question: q, is: []}": ("er minstens 1 staan, en het zijn er 0", "at least 1, and has 0"),
    "show_if: {question: q, before: gisteren}": ("dit moet een dag zijn", "this should be a day"),
    "show_if: 3": (f"een van: {', '.join(map(repr, FORMS))}.", "A condition is one of"),
}


@pytest.mark.parametrize("place, language", [(0, "nl"), (1, "en")])
@pytest.mark.parametrize("text", BROKEN)
def test_form_of_a_file_is_told_in_the_language_of_the_reader(tmp_path, text, place, language):
    (tmp_path / "x.yaml").write_text(text, "utf-8")
    with texts.speaking(language):
        _document, (fault,) = read(tmp_path / "x.yaml", "x.yaml")

    assert fault.message.startswith(("dit is geen YAML: ", "this is not YAML: ")[place])
    assert BROKEN[text][place] in fault.message


@pytest.mark.parametrize("place, language", [(0, "nl"), (1, "en")])
@pytest.mark.parametrize("value", VALUES)
def test_wrong_value_is_told_in_the_language_of_the_reader(tmp_path, value, place, language):
    question = f"{{id: q, step: s, kind: text, text: T?, source: S, {value}}}"
    (tmp_path / "x.yaml").write_text(f"questions:\n  - {question}\n", "utf-8")
    with texts.speaking(language), pytest.raises(FrameworkFaults) as caught:
        load(tmp_path)

    assert VALUES[value][place] in str(caught.value)
