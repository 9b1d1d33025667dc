"""All parts of a framework as items with words, in the order of the framework."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from assessment.catalogue import words
from assessment.catalogue.words import Words
from assessment.framework import Framework
from assessment.loader import SECTIONS
from assessment.parts import Identified
from texts import _


class Sort(StrEnum):
    """What sort of part this is."""

    HEAD = "kader"
    STEP = "stap"
    QUESTION = "vraag"
    FACT = "feit"
    DIMENSION = "uitkomst"
    RULE = "regel"
    INSTRUMENT = "instrument"
    DUTY = "instrumentregel"
    SIGNAL = "stopsignaal"
    SAFEGUARD = "waarborg"
    DATE = "datum"
    SOURCE = "bron"
    ROLE = "rol"
    MOMENT = "moment"
    COST = "kosten"
    SUCCESS = "slagen"
    REVIEW = "sessie"
    TERM = "termijn"
    NORM = "norm"
    MATURITY = "zelfscan"
    OTHER = "overig"


@dataclass(frozen=True)
class Item:
    """One part: what it is called, what it says, and the `part` itself (None for the framework's head).

    `of`: the dimension or instrument that a rule raises.
    """

    sort: Sort
    id: str
    name: str
    words: Words
    part: object = None
    of: str = ""

    @property
    def source(self) -> str:
        """Where it comes from; nothing when it names no source of its own."""
        return str(getattr(self.part, "source", ""))

    def holds(self, search: str) -> bool:
        """Tell whether every word of `search` stands somewhere in it, as part of a word or not."""
        text = " ".join((self.id, self.name, *chain.from_iterable(self.words.items()))).casefold()
        return all(word in text for word in search.casefold().split())


def catalogue(framework: Framework) -> tuple[Item, ...]:
    """Give every part of a framework."""
    return tuple(chain(_asked(framework), _judged(framework), _needed(framework), _rest(framework)))


def _asked(framework: Framework) -> Iterator[Item]:
    yield Item(Sort.HEAD, "kader", framework.title, words.head_words(framework))
    for step in framework.steps:
        yield Item(Sort.STEP, step.id, step.title, words.step_words(framework, step), step)
    for question in framework.questions.values():
        yield Item(
            Sort.QUESTION, question.id, question.text, words.question_words(framework, question), question
        )
    for fact in framework.facts.values():
        yield Item(Sort.FACT, fact.id, fact.sentence, words.fact_words(framework, fact), fact)


def _judged(framework: Framework) -> Iterator[Item]:
    for dimension in framework.dimensions.values():
        told = words.dimension_words(framework, dimension)
        yield Item(Sort.DIMENSION, dimension.id, dimension.title, told, dimension)
    for rule in framework.rules:
        told = words.rule_words(framework, rule, framework.dimensions[rule.dimension])
        yield Item(Sort.RULE, rule.id, rule.because, told, rule, rule.dimension)


def _needed(framework: Framework) -> Iterator[Item]:
    scale = framework.instrument_scale
    told = words.level_words(scale.levels)
    yield Item(Sort.DIMENSION, "instrument", _("Hoe nodig een instrument is"), told, scale)
    for instrument in framework.instruments.values():
        told = words.instrument_words(framework, instrument)
        yield Item(Sort.INSTRUMENT, instrument.id, instrument.name, told, instrument)
    for instrument in framework.instruments.values():
        for rule in instrument.rules:
            told = words.rule_words(framework, rule, scale)
            yield Item(Sort.DUTY, rule.id, rule.because, told, rule, instrument.id)
    for signal in framework.stop_signals:
        yield Item(Sort.SIGNAL, signal.id, signal.text, words.signal_words(framework, signal), signal)
    for safeguard in framework.safeguards:
        told = words.safeguard_words(framework, safeguard)
        yield Item(Sort.SAFEGUARD, safeguard.id, safeguard.todo, told, safeguard)


def _rest(framework: Framework) -> Iterator[Item]:
    for moment in framework.dates.values():
        yield Item(Sort.DATE, moment.id, moment.what, words.moment_words(framework, moment), moment)
    for source in framework.sources.values():
        yield Item(Sort.SOURCE, source.id, source.name, words.source_words(framework, source), source)
    for section in SECTIONS:
        if section not in _TOLD:
            for part in _parts(getattr(framework, section)):
                yield _other(framework, section, part)


def _other(framework: Framework, section: str, part: Identified) -> Item:
    name = next((str(getattr(part, key)) for key in ("name", "title", "text") if hasattr(part, key)), part.id)
    return Item(
        _SORTS.get(section, Sort.OTHER),
        f"{section}.{part.id}",
        name,
        words.other_words(framework, part),
        part,
    )


def _parts(section: Mapping[str, Identified] | Iterable[Identified]) -> Iterable[Identified]:
    return section.values() if isinstance(section, Mapping) else section


_SORTS = {
    "roles": Sort.ROLE,
    "moments": Sort.MOMENT,
    "cost_lines": Sort.COST,
    "cost_parameters": Sort.COST,
    "aspects": Sort.COST,
    "success_themes": Sort.SUCCESS,
    "success_domains": Sort.SUCCESS,
    "success_factors": Sort.SUCCESS,
    "success_helps": Sort.SUCCESS,
    "public_values": Sort.REVIEW,
    "go_ahead_questions": Sort.REVIEW,
    "reweigh_terms": Sort.TERM,
    "norms": Sort.NORM,
    "building_blocks": Sort.NORM,
    "maturity_levels": Sort.MATURITY,
    "maturity_dimensions": Sort.MATURITY,
}
_TOLD = {
    "steps",
    "questions",
    "facts",
    "dimensions",
    "rules",
    "instruments",
    "instrument_levels",
    "stop_signals",
    "safeguards",
    "dates",
    "sources",
}
