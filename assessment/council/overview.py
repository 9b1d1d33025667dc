"""An overview for the council: the public facts about every algorithm on one day.

Only what stands in these classes reaches the council: no account, no note, no answer, no document. What
people typed themselves passes `redaction` first.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from assessment.decisions import Body, Verdict
from assessment.review.advice import AdviceKind

FORMAT = 1
# Levels and options by their keys in the framework and the register.
NO_TIER, NOT_KNOWN = "nvt", "onbekend"
HIGH = ("hoog", "verboden")
IN_USE, OUT_OF_USE = "in_gebruik", "buiten_gebruik"
DECIDES, PROBABLY_HIGHER = "beslissend", "waarschijnlijk_hoger"


class NoOverview(ValueError):
    """Data that is no overview, or one that a newer version made."""


@dataclass(frozen=True)
class Ruling:
    """What was decided about an algorithm, and why; texts without what is not public."""

    verdict: Verdict
    on: date
    body: Body
    number: str = ""
    why: str = ""
    conditions: tuple[str, ...] = ()
    advice: AdviceKind | None = None
    dissent: str = ""


@dataclass(frozen=True)
class PublicAlgorithm:
    """What residents may know about one algorithm.

    `key` stays the same from one overview to the next. `domain` is a name; `status`, `working` and
    `own_rating` are option keys of the register, `tier` is a level of the framework: "" when nobody weighed
    it. `may_be` is the highest tier that is still possible. `reasons` are sentences of the framework. `short`
    is for residents, `long` for experts; `partial`: criteria are left out to keep supervision possible.
    """

    key: str
    name: str
    domain: str = ""
    purpose: str = ""
    status: str = ""
    working: str = ""
    own_rating: str = ""
    signal: str = ""
    tier: str = ""
    may_be: str = ""
    reasons: tuple[str, ...] = ()
    ruling: Ruling | None = None
    short: str = ""
    long: str = ""
    partial: bool = False

    @property
    def is_weighed(self) -> bool:
        """Somebody weighed it in the framework."""
        return bool(self.tier)

    @property
    def level(self) -> str:
        """How high the risk is as far as anybody says: weighed, or else by the municipality's own rating."""
        return self.tier or (self.own_rating if self.own_rating != NOT_KNOWN else "") or NOT_KNOWN

    @property
    def runs(self) -> bool:
        """It is in use now."""
        return self.status == IN_USE

    @property
    def decides(self) -> bool:
        """It decides by itself, and is not out of use."""
        return self.working == DECIDES and self.status != OUT_OF_USE

    @property
    def is_risky(self) -> bool:
        """It was weighed as high, or else the municipality itself says so; and it is not out of use."""
        return self.level in HIGH and self.status != OUT_OF_USE

    @property
    def may_be_risky(self) -> bool:
        """It was weighed as lower, but a question that is open can still make it high."""
        return self.may_be in HIGH and not self.is_risky and self.status != OUT_OF_USE


@dataclass(frozen=True)
class Overview:
    """All algorithms on one day, in the order of their names.

    `set_aside` stand in the register too. An assessment found that they are no algorithm, and nobody decided
    so yet: they count nowhere, and the council can see which they are.
    """

    municipality: str
    on: date
    algorithms: tuple[PublicAlgorithm, ...]
    set_aside: tuple[PublicAlgorithm, ...] = ()

    @property
    def is_empty(self) -> bool:
        """There is nothing to tell."""
        return not (self.algorithms or self.set_aside)

    @cached_property
    def in_use(self) -> tuple[PublicAlgorithm, ...]:
        """Those in use now."""
        return tuple(each for each in self.algorithms if each.runs)

    @cached_property
    def deciding(self) -> tuple[PublicAlgorithm, ...]:
        """Those that decide by themselves."""
        return tuple(each for each in self.algorithms if each.decides)

    @cached_property
    def risky(self) -> tuple[PublicAlgorithm, ...]:
        """Those with a high risk: what is forbidden first, then what was weighed as high."""
        found = (each for each in self.algorithms if each.is_risky)
        return tuple(sorted(found, key=lambda each: (each.tier != HIGH[-1], each.tier != HIGH[0])))

    @cached_property
    def unsure(self) -> tuple[PublicAlgorithm, ...]:
        """Those that may still turn out to have a high risk."""
        return tuple(each for each in self.algorithms if each.may_be_risky)

    @cached_property
    def doubted(self) -> tuple[PublicAlgorithm, ...]:
        """Those that nobody weighed, and whose risk the municipality probably rates too low."""
        return tuple(
            each for each in self.algorithms if each.signal == PROBABLY_HIGHER and not each.is_weighed
        )

    @cached_property
    def decided(self) -> tuple[PublicAlgorithm, ...]:
        """Those about which was decided, the newest decision first."""
        found = ((each.ruling.on, each) for each in self.algorithms if each.ruling)
        return tuple(each for _on, each in sorted(found, key=lambda pair: pair[0], reverse=True))

    @cached_property
    def weighed(self) -> tuple[PublicAlgorithm, ...]:
        """Those that were weighed in the framework."""
        return tuple(each for each in self.algorithms if each.is_weighed)

    @cached_property
    def by_domain(self) -> Mapping[str, tuple[PublicAlgorithm, ...]]:
        """The algorithms in each domain, the largest domain first; "" for those without."""
        found: dict[str, list[PublicAlgorithm]] = {}
        for each in self.algorithms:
            found.setdefault(each.domain, []).append(each)
        order = sorted(found, key=lambda domain: (not domain, -len(found[domain]), domain))
        return {domain: tuple(found[domain]) for domain in order}


def as_data(overview: Overview) -> dict[str, Any]:
    """Give an overview as JSON-able data, the shape that `from_data` reads."""
    return {
        "format": FORMAT,
        "municipality": overview.municipality,
        "on": overview.on.isoformat(),
        "algorithms": [_algorithm_data(each) for each in overview.algorithms],
        "set_aside": [_algorithm_data(each) for each in overview.set_aside],
    }


def _algorithm_data(algorithm: PublicAlgorithm) -> dict[str, Any]:
    data = asdict(algorithm)
    if data["ruling"]:
        data["ruling"]["on"] = data["ruling"]["on"].isoformat()
    return data


def from_data(data: Mapping[str, Any]) -> Overview:
    """Read an overview. Raises NoOverview."""
    try:
        if data["format"] != FORMAT:
            raise NoOverview(f"an overview of format {data['format']}")
        algorithms = tuple(_algorithm(each) for each in data["algorithms"])
        # Overviews that were recorded earlier do not say which were set aside.
        set_aside = tuple(_algorithm(each) for each in data.get("set_aside", ()))
        return Overview(data["municipality"], date.fromisoformat(data["on"]), algorithms, set_aside)
    except (KeyError, TypeError, ValueError) as fault:
        raise NoOverview(str(fault)) from fault


def _algorithm(data: Mapping[str, Any]) -> PublicAlgorithm:
    ruling = data["ruling"] and _ruling(data["ruling"])
    return PublicAlgorithm(**{**data, "reasons": tuple(data["reasons"]), "ruling": ruling})


def _ruling(data: Mapping[str, Any]) -> Ruling:
    return Ruling(
        **{
            **data,
            "verdict": Verdict(data["verdict"]),
            "on": date.fromisoformat(data["on"]),
            "body": Body(data["body"]),
            "conditions": tuple(data["conditions"]),
            "advice": AdviceKind(data["advice"]) if data["advice"] else None,
        }
    )
