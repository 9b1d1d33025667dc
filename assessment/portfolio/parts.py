"""The norms, the building blocks and the maturity model as they stand in a framework."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assessment.parts import Identified, Part


class Measure(Part):
    """What the data can say: of which algorithms (`among`, of which `tiers`), and what has to hold of them.

    `counts` ends the sentence "Bij 5 van de 8 algoritmes ...". What has to hold, by `by`: "fields" - all of
    these register `fields` are known; "weighed" - an assessment gives the tier; "rating" - the tier is not
    below what the second look finds at least; "answer" - the `question` has one of the `sufficient` answers;
    "instruments" - every one of these `instruments` (none named: all) that is owed was done; "in_time" - it
    does not have to be weighed again now.
    """

    by: Literal["fields", "weighed", "rating", "answer", "instruments", "in_time"]
    counts: str
    among: Literal["all", "running", "weighed"] = "all"
    tiers: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    question: str | None = None
    sufficient: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()


class Norm(Identified):
    """What good order asks for. A norm has a `measure`, or says in `unmeasurable` why no data can answer it.

    It is in order from `good` percent of the algorithms that count, and partly in order from `fair` percent.
    """

    name: str
    text: str
    source: str
    verify: str
    measure: Measure | None = None
    unmeasurable: str = ""
    good: int = Field(default=100, ge=1, le=100)
    fair: int = Field(default=50, ge=0, le=100)


class BuildingBlock(Identified):
    """Something an organisation needs to be in order; `measures` show what the data says of it."""

    name: str
    meaning: str
    source: str
    measures: tuple[Measure, ...] = Field(min_length=1)
    levels: Mapping[str, str]


class MaturityDimension(Identified):
    """One side of how far an organisation is; `levels`: what holds at each level of maturity."""

    name: str
    meaning: str
    source: str
    verify: str
    levels: Mapping[str, str]
