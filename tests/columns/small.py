"""Random small frameworks: any condition over a few questions, with answers that fit and that do not."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from assessment.comparisons import Amount, Before, Chosen, Unknown
from assessment.conditions import AllOf, AnyOf, AtLeastOf, Count, FactNamed, Not, Proven, Reached
from assessment.findings import Node
from assessment.framework import Framework
from assessment.loader import load
from assessment.parts import Dimension, Fact, Later, Level, Moment, Question, Rule

SOUND = load(Path(__file__).resolve().parents[1] / "framework_faults" / "sound")
QUESTIONS = (
    SOUND.questions["is_er_een"],
    SOUND.questions["kleuren"],
    SOUND.questions["aantal"],
    Question(id="maand", step="begin", kind="month", text="Wanneer?", source="Wet art. 3"),
    SOUND.questions["kleuren"].model_copy(update={"id": "tinten"}),
)
LEVELS = (Level(id="laag", label="Laag"), Level(id="midden", label="Midden"), Level(id="hoog", label="Hoog"))

ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "is_er_een": st.sampled_from(["ja", "nee", "weet_niet"]),
        "kleuren": st.sampled_from(
            [("rood",), ("groen",), ("rood", "groen"), ("weet_niet",), ("rood", "weet_niet"), ("paars",)]
        ),
        "aantal": st.sampled_from([Decimal(1), Decimal(5), Decimal(9), "weet_niet"]),
        "maand": st.sampled_from(["2025-12", "2026-01", "2027-01", "weet_niet"]),
        "tinten": st.sampled_from([("rood",), ("groen", "weet_niet"), ("weet_niet",)]),
        "onbekend": st.just("ja"),
    },
)


def leaves(upto: int) -> st.SearchStrategy[Node]:
    """Any comparison of one of the first questions."""
    colours = [("rood",), ("groen",), ("rood", "groen")]
    found: list[st.SearchStrategy[Any]] = [
        st.sampled_from([("ja",), ("nee",)]).map(lambda names: Chosen(question="is_er_een", is_=names)),
        st.sampled_from(colours).map(lambda names: Chosen(question="kleuren", includes=names)),
        st.sampled_from([Amount(question="aantal", from_=5), Amount(question="aantal", up_to=5)]),
        st.just(Before(question="maand", before=date(2026, 1, 1))),
        st.sampled_from([Unknown(question="tinten"), Chosen(question="tinten", includes=("rood",))]),
    ]
    return st.one_of(found[:upto])


def trees(base: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Any condition made of these."""
    return st.recursive(base, _nested, max_leaves=6)


def _nested(part: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(part, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda parts: AllOf(all=parts)),
        several.map(lambda parts: AnyOf(any=parts)),
        st.builds(
            lambda parts, count: AtLeastOf(at_least=Count(count=count, of=parts)), several, st.integers(1, 3)
        ),
        part.map(lambda one: Not(not_=one)),
        part.map(lambda one: Proven(proven=one)),
    )


# Made once: making a strategy takes longer than drawing from it.
_FIRST = [trees(leaves(count)) for count in range(1, len(QUESTIONS) + 1)]
_ANYTHING = leaves(len(QUESTIONS))
_ONE = _ANYTHING | st.just(FactNamed(fact="een"))
_FACTS = _ONE | st.just(FactNamed(fact="twee"))
_LEVELS = _FACTS | st.sampled_from(["midden", "hoog"]).map(
    lambda level: Reached(reached="trede", level=level)
)
_WITH_ONE, _WITH_FACTS, _WITH_LEVELS = trees(_ONE), trees(_FACTS), trees(_LEVELS)


@st.composite
def frameworks(draw: Any) -> Framework:
    """Any framework of five questions, two facts, two dimensions and an instrument with a dated duty."""
    questions = [QUESTIONS[0]]
    for question, earlier in zip(QUESTIONS[1:], _FIRST, strict=False):
        show_if = draw(earlier) if draw(st.booleans()) else None
        questions.append(question.model_copy(update={"show_if": show_if}))
    facts = [Fact(id="een", sentence="Een.", when=draw(_FIRST[-1]))]
    facts.append(Fact(id="twee", sentence="Twee.", when=draw(_WITH_ONE)))
    rules = _rules(draw, _WITH_FACTS, "trede", 3) + _rules(draw, _WITH_LEVELS, "vervolg", 2)
    duties = _rules(draw, _WITH_LEVELS, "", 2, starts=("ooit", None))
    later = Later(when=draw(_WITH_LEVELS), from_=date(2029, 1, 1), because="Later.")
    return _built(questions, facts, rules, duties, later)


def _rules(
    draw: Any,
    known: st.SearchStrategy[Node],
    dimension: str,
    count: int,
    starts: tuple[str | None, ...] = (None,),
) -> list[Rule]:
    # Every level is reached by some rule: the loader refuses a framework in which one is not.
    return [
        Rule(
            id=f"{dimension}{number}",
            dimension=dimension,
            level="hoog" if number else "midden",
            when=draw(known),
            because="Daarom.",
            source="Wet art. 4",
            starts=draw(st.sampled_from(starts)),
        )
        for number in range(count)
    ]


def _built(
    questions: list[Question], facts: list[Fact], rules: list[Rule], duties: list[Rule], later: Later
) -> Framework:
    moment = Moment(id="ooit", from_=date(2027, 1, 1), what="Begin", source="Wet art. 8", later=later)
    instrument = SOUND.instruments["toets"].model_copy(update={"rules": tuple(duties)})
    fields = {name: getattr(SOUND, name) for name in Framework.model_fields}
    fields |= {
        "questions": {question.id: question for question in questions},
        "facts": {fact.id: fact for fact in facts},
        "dimensions": {name: Dimension(id=name, title=name, levels=LEVELS) for name in ("trede", "vervolg")},
        "instrument_levels": LEVELS,
        "rules": tuple(rules),
        "instruments": {instrument.id: instrument},
        "dates": {"ooit": moment},
    }
    return Framework(**fields)
