"""The overview for the council in words: plain language for who knows nothing of algorithms."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.council.changes import Changed, Changes
from assessment.council.overview import NO_TIER, NOT_KNOWN, Overview, PublicAlgorithm, Ruling
from assessment.months import date_text
from assessment.review.wording import kind_text
from assessment.road_words import body_name, verdict_name
from texts import _, ngettext, of_data


@dataclass(frozen=True)
class Labels:
    """How levels and options are called, by their keys: of the tier, and of fields of the register."""

    tier: Mapping[str, str]
    status: Mapping[str, str]
    working: Mapping[str, str]
    rating: Mapping[str, str]


def in_short(overview: Overview) -> tuple[str, ...]:
    """Say in a few sentences what the council must know first."""
    total = len(overview.algorithms)
    aside = [set_aside_text(overview)] if overview.set_aside else []
    if not total:
        return tuple(aside) or (_("Er staan nog geen algoritmes in het register."),)
    return (
        ngettext(
            "De gemeente heeft {count} algoritme in beeld. In gebruik: {in_use}.",
            "De gemeente heeft {count} algoritmes in beeld. In gebruik: {in_use}.",
            total,
        ).format(count=total, in_use=len(overview.in_use)),
        _deciding(len(overview.deciding)),
        _risky(len(overview.risky)),
        _weighed(len(overview.weighed), total),
        *([_unsure(len(overview.unsure))] if overview.unsure else []),
        *([_doubted(len(overview.doubted))] if overview.doubted else []),
        _decided(len(overview.decided)),
        *aside,
    )


def set_aside_text(overview: Overview) -> str:
    """Say how many in the register count nowhere, and that nobody decided so."""
    count = len(overview.set_aside)
    return ngettext(
        "In het register staat {count} toepassing die hier niet meetelt. Volgens een afweging is het geen "
        "algoritme. Daarover is nog geen besluit genomen.",
        "In het register staan {count} toepassingen die hier niet meetellen. Volgens een afweging zijn het "
        "geen algoritmes. Daarover is nog geen besluit genomen.",
        count,
    ).format(count=count)


def _deciding(count: int) -> str:
    if not count:
        return _("Geen enkel algoritme neemt zelf een beslissing, voor zover we weten.")
    return ngettext(
        "{count} algoritme neemt zelf een beslissing. Daar kijkt niet altijd eerst een mens naar.",
        "{count} algoritmes nemen zelf een beslissing. Daar kijkt niet altijd eerst een mens naar.",
        count,
    ).format(count=count)


def _risky(count: int) -> str:
    if not count:
        return _("Van geen enkel algoritme weten we dat het risico hoog is.")
    return ngettext(
        "Bij {count} algoritme is het risico voor mensen hoog.",
        "Bij {count} algoritmes is het risico voor mensen hoog.",
        count,
    ).format(count=count)


def _weighed(count: int, total: int) -> str:
    return _("Gewogen met het afwegingskader: {count} van de {total}.").format(count=count, total=total)


def _unsure(count: int) -> str:
    return ngettext(
        "Bij {count} algoritme kan het risico nog hoog blijken, want niet elke vraag is beantwoord.",
        "Bij {count} algoritmes kan het risico nog hoog blijken, want niet elke vraag is beantwoord.",
        count,
    ).format(count=count)


def _doubted(count: int) -> str:
    return ngettext(
        "Bij {count} algoritme is het risico waarschijnlijk hoger dan de gemeente eerder schatte.",
        "Bij {count} algoritmes is het risico waarschijnlijk hoger dan de gemeente eerder schatte.",
        count,
    ).format(count=count)


def _decided(count: int) -> str:
    if not count:
        return _("Er is nog over geen enkel algoritme een besluit genomen met dit kader.")
    return ngettext(
        "Er is over {count} algoritme een besluit genomen.",
        "Er is over {count} algoritmes een besluit genomen.",
        count,
    ).format(count=count)


def risk_text(algorithm: PublicAlgorithm, labels: Labels) -> str:
    """Say how high the risk is, and who says so."""
    if algorithm.is_weighed:
        tier = labels.tier.get(algorithm.tier, algorithm.tier)
        if algorithm.may_be in ("", algorithm.tier):
            return tier
        return _("{tier}, misschien {highest}").format(
            tier=tier, highest=labels.tier.get(algorithm.may_be, algorithm.may_be).lower()
        )
    if algorithm.own_rating in ("", "onbekend"):
        return _("Nog niet gewogen")
    rating = labels.rating.get(algorithm.own_rating, algorithm.own_rating)
    return _("Nog niet gewogen. Eigen schatting: {rating}").format(rating=rating.lower())


def domain_name(domain: str) -> str:
    """Name a domain, also when nobody filled it in; an overview holds the Dutch name."""
    return of_data(domain) or _("Domein niet ingevuld")


def levels(labels: Labels) -> dict[str, str]:
    """Name the levels of risk in a picture, from low to high, by their keys."""
    told = {level: label for level, label in labels.tier.items() if level != NO_TIER}
    return told | {NOT_KNOWN: _("Nog niet bekend")}


def domains_alternative(overview: Overview, labels: Labels) -> str:
    """Describe the picture of the domains to who cannot see it."""
    names = levels(labels)
    parts = []
    for domain, found in overview.by_domain.items():
        counted = Counter(each.level for each in found)
        told = ", ".join(f"{names[level].lower()} {counted[level]}" for level in names if counted[level])
        parts.append(_("{domain}: {counts}").format(domain=domain_name(domain), counts=told))
    return _("Staven met het aantal algoritmes per domein en risico. {parts}.").format(parts="; ".join(parts))


def hidden_text() -> str:
    """Say that a part is not public, and on which ground."""
    return _("Een deel is niet openbaar. Anders kunnen mensen de controle ontwijken (Woo artikel 5.1).")


def ruling_text(ruling: Ruling) -> str:
    """Say what was decided, when and by whom."""
    text = _("{verdict}. Besluit van {day}, {body}.").format(
        verdict=verdict_name(ruling.verdict).capitalize(),
        day=date_text(ruling.on),
        body=body_name(ruling.body),
    )
    return text if not ruling.number else text + " " + _("Nummer {number}.").format(number=ruling.number)


def grounds_texts(ruling: Ruling) -> tuple[str, ...]:
    """Say why it was decided so, and under which conditions."""
    conditions = "; ".join(text.strip().rstrip(".") for text in ruling.conditions)
    found = (
        ruling.advice
        and _("Advies van het ethisch netwerk: {advice}.").format(advice=kind_text(ruling.advice).lower()),
        ruling.why and _("Reden: {text}").format(text=ruling.why),
        ruling.dissent and _("Waarom anders dan het advies: {text}").format(text=ruling.dissent),
        conditions and _("Voorwaarden: {text}.").format(text=conditions),
    )
    return tuple(text for text in found if text)


def gone_text(changes: Changes, algorithm: PublicAlgorithm) -> str:
    """Say why an algorithm is not in the overview any more, where that is because nobody decided yet."""
    if algorithm.key in {each.key for each in changes.now.set_aside}:
        return _("Volgens een afweging is het geen algoritme. Daarover is nog geen besluit genomen.")
    return ""


def settled_text() -> str:
    """Say that it was decided that something is no algorithm."""
    return _("Besloten is dat het geen algoritme is.")


def change_texts(changed: Changed, labels: Labels) -> tuple[str, ...]:
    """Say what changed of one algorithm, weightiest first."""
    return tuple(_CHANGES[name](changed.before, changed.now, labels) for name in changed.fields)


def changes_in_short(changes: Changes) -> str:
    """Say in one sentence how much changed since the earlier overview."""
    if changes.is_empty:
        return _("Er veranderde niets sinds {day}.").format(day=date_text(changes.before.on))
    return _("Sinds {day}: {new} nieuw, {gone} weg, {changed} veranderd.").format(
        day=date_text(changes.before.on),
        new=len(changes.new),
        gone=len(changes.gone),
        changed=len(changes.changed),
    )


def _name(old: PublicAlgorithm, _new: PublicAlgorithm, _labels: Labels) -> str:
    return _("Heette eerst: {name}").format(name=old.name)


def _domain(old: PublicAlgorithm, new: PublicAlgorithm, _labels: Labels) -> str:
    return _("Domein: van {old} naar {new}").format(old=domain_name(old.domain), new=domain_name(new.domain))


def _status(old: PublicAlgorithm, new: PublicAlgorithm, labels: Labels) -> str:
    return _("Status: van {old} naar {new}").format(**_both(old.status, new.status, labels.status))


def _working(old: PublicAlgorithm, new: PublicAlgorithm, labels: Labels) -> str:
    return _("Werking: van {old} naar {new}").format(**_both(old.working, new.working, labels.working))


def _rating(old: PublicAlgorithm, new: PublicAlgorithm, labels: Labels) -> str:
    both = _both(old.own_rating, new.own_rating, labels.rating)
    return _("Eigen schatting van het risico: van {old} naar {new}").format(**both)


def _tier(old: PublicAlgorithm, new: PublicAlgorithm, labels: Labels) -> str:
    return _("Risico: van {old} naar {new}").format(**_both(old.tier, new.tier, labels.tier))


def _ruling(_old: PublicAlgorithm, new: PublicAlgorithm, _labels: Labels) -> str:
    return ruling_text(new.ruling) if new.ruling else _("Het besluit geldt niet meer.")


def _both(old: str, new: str, labels: Mapping[str, str]) -> dict[str, str]:
    unknown = _("onbekend")
    return {"old": labels.get(old, unknown).lower(), "new": labels.get(new, unknown).lower()}


_CHANGES = {
    "ruling": _ruling,
    "tier": _tier,
    "status": _status,
    "working": _working,
    "own_rating": _rating,
    "domain": _domain,
    "name": _name,
}
