"""A framework in words, and two versions of it side by side."""

import pytest
from hypothesis import given, settings

from assessment.catalogue.differences import Detail, Kind, differences
from assessment.catalogue.items import Sort, catalogue
from assessment.comparisons import Chosen
from assessment.framework import Framework
from assessment.loader import SECTIONS, load
from assessment.parts import Fact
from tests.assessment.real import FRAMEWORK
from tests.columns.small import frameworks
from tests.versions import second_version

# What a part says in running text, and may be rewritten without breaking a reference.
TEXTS = ("text", "name", "title", "because", "sentence", "todo", "what", "meaning", "label")


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The second version of the framework."""
    return load(second_version(tmp_path_factory.mktemp("versions")))


def told(found):
    """Give differences as plain data, in any order."""
    return sorted((d.sort, d.item.id, d.kind.value, tuple(sorted(d.details))) for d in found)


def mirrored(found):
    """Give the same differences, seen from the other side."""
    other = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}
    return sorted(
        (
            d.sort,
            d.item.id,
            other[d.kind].value,
            tuple(sorted(Detail(detail.label, detail.new, detail.old) for detail in d.details)),
        )
        for d in found
    )


def replaced(**sections):
    """Give the real framework with other sections."""
    fields = {name: getattr(FRAMEWORK, name) for name in Framework.model_fields}
    return Framework(**{**fields, **sections})


def test_a_version_does_not_differ_from_itself():
    assert differences(FRAMEWORK, replaced()) == []


def test_the_other_way_around_differences_mirror(second):
    assert told(differences(second, FRAMEWORK)) == mirrored(differences(FRAMEWORK, second))


@settings(max_examples=12)
@given(frameworks(), frameworks())
def test_differences_of_any_two_frameworks_mirror(one, other):
    assert differences(one, one) == []
    assert told(differences(other, one)) == mirrored(differences(one, other))


def test_a_lower_threshold_a_new_question_and_another_day_are_told_in_words(second):
    found = {(d.sort, d.item.id): d for d in differences(FRAMEWORK, second)}

    (threshold,) = found[Sort.FACT, "grootschalig"].details
    assert threshold == Detail("Klopt als", "- `g_aantal` is 10.000 of meer", "- `g_aantal` is 1.000 of meer")
    assert found[Sort.QUESTION, "n_drukte"].kind is Kind.ADDED
    assert found[Sort.RULE, "N1"].kind is Kind.ADDED
    (day,) = found[Sort.DATE, "hoog_iii"].details
    assert (day.old, day.new) == ("2 december 2027", "2 december 2025")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_changed_text_in_any_section_is_a_difference(section):
    parts = getattr(FRAMEWORK, section)
    first, *others = parts.values() if hasattr(parts, "values") else parts
    (field, *_more) = [name for name in TEXTS if getattr(first, name, None)] or [None]
    # Without any running text the part as a whole goes.
    rewritten = [first.model_copy(update={field: "Nieuwe tekst."})] if field else []
    changed = [*rewritten, *others]
    sections = {section: {p.id: p for p in changed} if hasattr(parts, "values") else tuple(changed)}

    assert differences(FRAMEWORK, replaced(**sections)) != []


def test_every_part_says_what_sort_it_is_and_nothing_as_in_its_file():
    """Lists, conditions and numbers of any part are words too: no brackets and quotes of a file format."""
    items = catalogue(FRAMEWORK)
    odd = [
        (item.id, label, text)
        for item in items
        for label, text in item.words.items()
        if text.lstrip("- ").startswith(("[", "{")) or '": ' in text or "=(" in text
    ]

    assert odd == []
    assert [item.id for item in items if item.sort is Sort.OTHER] == []


def test_a_list_of_any_part_is_told_item_by_item_with_the_names_of_what_it_refers_to():
    (line,) = (each for each in FRAMEWORK.cost_lines if each.id == "toetsen")
    (value,) = (each for each in FRAMEWORK.public_values.values() if each.id == "privacy")
    fewer = line.model_copy(update={"seldom": ("dtia",), "basis": "yearly"})
    one = value.model_copy(update={"tensions": value.tensions[:1]})
    other = replaced(
        cost_lines=tuple(fewer if each.id == line.id else each for each in FRAMEWORK.cost_lines),
        public_values={**FRAMEWORK.public_values, "privacy": one},
    )
    costs, review = differences(FRAMEWORK, other)

    assert (costs.sort, review.sort) == (Sort.COST, Sort.REVIEW)
    told = {detail.label: detail for detail in costs.details}
    assert told["Zelden nodig"].new == "- Toets doorgifte buiten Europa (DTIA) (`dtia`)"
    assert told["Grondslag"].new == "euro’s per jaar"
    assert review.details[0].new.splitlines() == [
        "- Er zijn bijzondere of strafrechtelijke gegevens.",
        "  - Als:",
        "    - Er zijn bijzondere of strafrechtelijke gegevens (`bijzonder`)",
    ]


def test_a_condition_that_reads_the_same_and_is_not_is_still_a_difference():
    question = FRAMEWORK.questions["qs_invloed"]
    same = [option.model_copy(update={"text": "Gelijk"}) for option in question.options]
    questions = {
        **FRAMEWORK.questions,
        "qs_invloed": question.model_copy(update={"options": tuple(same)}),
    }
    one, other = (
        replaced(
            questions=questions,
            facts={
                **FRAMEWORK.facts,
                "x": Fact(id="x", sentence="X.", when=Chosen(question="qs_invloed", is_=(option,))),
            },
        )
        for option in ("direct", "indirect")
    )

    (found,) = differences(one, other)
    assert (found.sort, found.item.id) == (Sort.FACT, "x")


def test_every_question_rule_and_instrument_is_an_item_with_its_source():
    items = catalogue(FRAMEWORK)
    for sort, count in (
        (Sort.QUESTION, len(FRAMEWORK.questions)),
        (Sort.RULE, len(FRAMEWORK.rules)),
        (Sort.INSTRUMENT, len(FRAMEWORK.instruments)),
        (Sort.DUTY, sum(len(instrument.rules) for instrument in FRAMEWORK.instruments.values())),
    ):
        found = [item for item in items if item.sort is sort]
        assert len(found) == count
        assert all(item.source for item in found)


def test_searching_finds_words_anywhere_in_an_item():
    items = catalogue(FRAMEWORK)
    found = {item.id for item in items if item.holds("g_aantal 10.000")}

    assert "grootschalig" in found
    assert not any(item.holds("grootschalig zonderling") for item in items)
