"""A framework in another language: other words, and nothing else is different."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from assessment.answers import Answers
from assessment.cases import load_cases, read_answers
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.parts import Part, Source
from assessment.register.fields import field_file
from assessment.register.parts import FieldFile
from assessment.second_look.parts import Rules
from assessment.second_look.reading import shipped
from assessment.snapshot import freeze
from assessment.translation import WORDS, texts, translated
from services import frameworks

# Names of parts, options and files, references to sources, and what is recognised or written elsewhere.
NO_WORDS = {
    *(
        "id",
        "version",
        "hash",
        "step",
        "source",
        "guide_source",
        "owner",
        "article",
        "group",
        "field",
        "fields",
    ),
    *("question", "sufficient", "from_tier", "until_tier", "instrument", "instruments", "role", "moment"),
    *("starts", "dimension", "level", "with_", "without", "price", "hours", "seldom", "theme", "domain"),
    *("factor", "helps", "options", "register_field", "success_factor", "tiers", "national", "headers"),
    *("synonyms", "number_headers", "unknown_words", "sources", "answer", "own_ratings", "precaution"),
    *("not_first",),
}
CASES = {case.id: case for case in load_cases(frameworks.folder(frameworks.current().version))}


@pytest.fixture(scope="module")
def shouted() -> Framework:
    """The framework with every text in capitals, so that a text that was left behind stands out."""
    return translated(frameworks.current(), str.upper)


def parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and every part within it; conditions hold no words."""
    yield model
    for field in model.model_fields.values():
        for found in within(field.annotation):
            yield from parts(found)


def within(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the parts that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from within(argument)


def holds_text(annotation: Any) -> bool:
    """Tell whether a field of this annotation can hold a text; keys are ids."""
    inner = get_args(annotation)[1:] if get_origin(annotation) in (Mapping, dict) else get_args(annotation)
    return annotation is str or any(holds_text(argument) for argument in inner)


def wordless(value: Any, name: str = "") -> Any:
    """Give data without the words in it."""
    if isinstance(value, dict):
        return {key: wordless(each, key if name != "levels" else name) for key, each in value.items()}
    if isinstance(value, list):
        return [wordless(each, name) for each in value]
    return "" if isinstance(value, str) and name in WORDS else value


@pytest.mark.parametrize("whole", [Framework, FieldFile, Rules], ids=lambda whole: whole.__name__)
def test_it_is_known_of_every_field_whether_people_read_it(whole: type[BaseModel]) -> None:
    unknown = {
        f"{model.__name__}.{name}"
        for model in parts(whole)
        if not issubclass(model, Source)
        for name, field in model.model_fields.items()
        if holds_text(field.annotation) and name not in WORDS | NO_WORDS
    }

    assert unknown == set()


def test_only_words_change(framework: Framework, shouted: Framework) -> None:
    before, after = framework.model_dump(mode="json"), shouted.model_dump(mode="json")

    assert before != after
    assert wordless(before) == wordless(after)
    assert (framework.version, framework.hash) == (shouted.version, shouted.hash)


def test_conditions_are_the_very_same(framework: Framework, shouted: Framework) -> None:
    before = [rule.when for rule in framework.rules] + [fact.when for fact in framework.facts.values()]
    after = [rule.when for rule in shouted.rules] + [fact.when for fact in shouted.facts.values()]

    assert all(one is other for one, other in zip(before, after, strict=True))


def test_no_text_is_left_behind(shouted: Framework) -> None:
    assert [text for text in texts(shouted) if text != text.upper()] == []


def test_official_names_stay(framework: Framework, shouted: Framework) -> None:
    assert shouted.sources == framework.sources


def test_other_data_is_translated_in_the_same_way() -> None:
    for part in (field_file(), shipped().rules):
        assert list(texts(translated(part, str.upper))) == [text.upper() for text in texts(part)]


@pytest.mark.parametrize("case", ["c01", "c02", "c03"])
def test_outcome_and_its_hashes_are_equal_in_every_language(
    framework: Framework, shouted: Framework, case: str
) -> None:
    answers: Answers = read_answers(framework, CASES[case].answers)
    on = framework.adopted

    assert freeze(evaluate(shouted, answers, on)) == freeze(evaluate(framework, answers, on))
