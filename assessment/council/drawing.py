"""Draw the overview for the council from the portfolio: this is the one place that says what is public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from assessment.council.overview import HIGH, NO_TIER, Overview, PublicAlgorithm, Ruling
from assessment.council.redaction import Redactor
from assessment.evaluation import evaluate
from assessment.portfolio.algorithm import Algorithm
from assessment.portfolio.lines import AssessmentLine
from assessment.portfolio.portfolio import Portfolio
from assessment.register.fields import register_fields
from assessment.review.advice import AdviceKind
from assessment.road import State
from texts import _

PARTIAL = "deels_mogelijk"
# What the register does not hold is public only when somebody decided on it, or it runs.
_TOLD = frozenset({State.DECIDED, State.ON_WATCH, State.IN_USE, State.REWEIGH, State.ENDED})


@dataclass(frozen=True)
class Draft:
    """An overview that was not recorded yet, and what was left out of the texts, by name of the algorithm."""

    overview: Overview
    left_out: Mapping[str, tuple[str, ...]]


def draw(
    portfolio: Portfolio, municipality: str, redactor: Redactor, advice: Mapping[UUID, AdviceKind]
) -> Draft:
    """Draw the overview of the day of `portfolio`; `advice` is by assessment, on the answers decided on."""
    left_out: dict[str, tuple[str, ...]] = {}

    def public(found: Iterable[Algorithm]) -> tuple[PublicAlgorithm, ...]:
        algorithms = []
        for each in found:
            told, hidden = _redacted(_told(each, advice), redactor, _owner(each))
            algorithms.append(told)
            if hidden:
                left_out[told.name] = hidden
        return tuple(sorted(algorithms, key=lambda each: (each.name.casefold(), each.key)))

    counted = public(filter(_is_told, portfolio.algorithms))
    set_aside = public(filter(_is_set_aside, portfolio.left_out))
    return Draft(Overview(municipality, portfolio.on, counted, set_aside), left_out)


def _is_told(algorithm: Algorithm) -> bool:
    return algorithm.entry is not None or any(line.state in _TOLD for line in algorithm.assessments)


def _is_set_aside(algorithm: Algorithm) -> bool:
    """Tell whether whoever filled in an assessment took an entry out of the overview, and nobody else."""
    line = algorithm.assessment
    return algorithm.entry is not None and line is not None and line.state not in _TOLD


def _told(algorithm: Algorithm, advice: Mapping[UUID, AdviceKind]) -> PublicAlgorithm:
    entry, line = algorithm.entry, algorithm.assessment
    value = entry.value if entry else (lambda _name: "")
    tier = _tier(line) if line else ""
    return PublicAlgorithm(
        key=str(entry.id if entry else algorithm.assessments[0].id),
        name=algorithm.name,
        domain=register_fields()["domein"].said(algorithm.domain),
        purpose=value("doel"),
        status=algorithm.status,
        working=algorithm.working,
        own_rating=algorithm.own_rating,
        signal=entry.look_signal if entry else "",
        tier=tier,
        may_be=line.at_most if line and tier and line.by_hand is None else "",
        reasons=_reasons(line, tier) if line else (),
        ruling=_ruling(line, advice) if line else None,
        short=value("publiek_kort") or value("description_short"),
        long=value("publiek_lang"),
        partial=line is not None and line.levels.get("publicatie") == PARTIAL,
    )


def _tier(line: AssessmentLine) -> str:
    """Give the tier that an assessment found; "" when it found none.

    What nobody answered makes the portfolio count with the most severe that is possible. The council is not
    told that something is forbidden because a question is open: it reads that it may be, see `may_be`.
    """
    found = line.by_hand or line.counted
    return found if line.tier is not None and found != NO_TIER else ""


def _reasons(line: AssessmentLine, level: str) -> tuple[str, ...]:
    """Give the sentences of the rules that carry a high tier; for the others the tier says enough."""
    if level not in HIGH or line.framework is None:
        return ()
    tier = evaluate(line.framework, line.answers, line.on).tier
    by_hand = (_("Een mens heeft dit risico gezet, anders dan berekend."),) if line.by_hand else ()
    return by_hand + tuple(found.rule.because for found in tier.reasons(level))


def _ruling(line: AssessmentLine, advice: Mapping[UUID, AdviceKind]) -> Ruling | None:
    decision = line.decision
    if decision is None:
        return None
    return Ruling(
        decision.verdict,
        decision.on,
        decision.body,
        decision.number,
        line.decision_why,
        tuple(condition.text for condition in decision.conditions),
        advice.get(line.id),
        decision.dissent,
    )


def _owner(algorithm: Algorithm) -> str:
    return algorithm.entry.value("proceseigenaar") if algorithm.entry else ""


def _redacted(
    told: PublicAlgorithm, redactor: Redactor, owner: str
) -> tuple[PublicAlgorithm, tuple[str, ...]]:
    """Leave out of every text that people typed what is not public."""
    hidden: list[str] = []

    def clean(text: str) -> str:
        found = redactor.redact(text, owner)
        hidden.extend(found.left_out)
        return found.text

    ruling = told.ruling and replace(
        told.ruling,
        number=clean(told.ruling.number),
        why=clean(told.ruling.why),
        dissent=clean(told.ruling.dissent),
        conditions=tuple(clean(text) for text in told.ruling.conditions),
    )
    public = replace(
        told,
        name=clean(told.name),
        domain=clean(told.domain),
        purpose=clean(told.purpose),
        short=clean(told.short),
        long=clean(told.long),
        ruling=ruling,
    )
    return public, tuple(hidden)
