"""The words that faults share: what a part is called, what does not exist, and what a value should be."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.faults import did_you_mean
from texts import _


def part_word(kind: str) -> str:
    """Give the word for a kind of part, such as "cost line"; what is no such kind stays as it is."""
    return (_parts() | _more_parts()).get(kind, kind)


def subject(section: str, name: object) -> str:
    """Name a part as a sentence about it begins, by its section or by its kind: "rule 'R2'"."""
    return f"{part_word(section.removesuffix('s').replace('_', ' '))} '{name}'"


def twice(section: str, name: str) -> str:
    """Say that there are two parts of this name."""
    return _("{part} bestaat twee keer.").format(part=subject(section, name))


def numbered(index: int) -> str:
    """Name a part that has no name of its own; `index` counts from 0."""
    return _("nummer {number}").format(number=index + 1)


def missing(name: str) -> str:
    """Say within a sentence that nothing has this name: who reads faults can tell them by it."""
    return _("'{name}', en die naam bestaat niet").format(name=name)


def unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    """Say that a name means nothing, and which one may have been meant."""
    message = _("verwijst naar {kind} {name}.").format(kind=part_word(kind), name=missing(name))
    return message, did_you_mean(name, known)


def has_no(key: str) -> str:
    """Say of a part that it lacks a key."""
    return _("heeft geen '{key}'.").format(key=key)


def no_such_key(key: str) -> str:
    """Say of a part that it has a key too many."""
    return _("heeft een sleutel '{key}' die niet bestaat.").format(key=key)


def wrong(key: str, detail: Mapping[str, Any]) -> str:
    """Say of a part what pydantic found wrong at a key."""
    return _("heeft een fout in '{key}': {reason}.").format(key=key, reason=reason(detail))


def reason(detail: Mapping[str, Any]) -> str:
    """Say what a value should be, of one of the errors that pydantic gives; without an end."""
    kind, context = str(detail["type"]), detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    known = _reasons().get(kind) or _reasons().get(kind.split("_")[0]) or _("dit past hier niet ({kind})")
    # What may be chosen comes as "'a', 'b' or 'c'".
    filled = {name: str(value).replace("' or '", "', '") for name, value in context.items()}
    return known.format(**filled | {"kind": kind})


def _parts() -> dict[str, str]:
    return {
        "step": _("stap"),
        "question": _("vraag"),
        "option": _("antwoordkeuze"),
        "choice": _("keuze"),
        "value": _("waarde"),
        "fact": _("feit"),
        "dimension": _("dimensie"),
        "level": _("niveau"),
        "tier": _("trede"),
        "rule": _("regel"),
        "instrument": _("instrument"),
        "instrument level": _("niveau van instrumenten"),
        "stop signal": _("stopsignaal"),
        "safeguard": _("waarborg"),
        "date": _("datum"),
        "role": _("rol"),
        "moment": _("moment"),
        "source": _("bron"),
        "field": _("veld"),
        "group": _("groep"),
        "task": _("taak"),
        "case": _("voorbeeld"),
    }


def _more_parts() -> dict[str, str]:
    return {
        "cost line": _("kostenregel"),
        "cost parameter": _("kostengetal"),
        "aspect": _("aspect"),
        "theme": _("thema"),
        "domain": _("domein"),
        "factor": _("factor"),
        "help": _("hulpmiddel"),
        "success theme": _("succesthema"),
        "success domain": _("succesdomein"),
        "success factor": _("succesfactor"),
        "success help": _("hulpmiddel voor succes"),
        "public value": _("publieke waarde"),
        "go ahead question": _("slotvraag"),
        "reweigh term": _("termijn voor opnieuw wegen"),
        "norm": _("norm"),
        "building block": _("bouwsteen"),
        "maturity level": _("niveau van volwassenheid"),
        "maturity dimension": _("dimensie van volwassenheid"),
    }


def _reasons() -> dict[str, str]:
    """What a value should be, by the kind of error, or by the first word of that kind."""
    whole = {
        "missing": _("dit ontbreekt"),
        "extra_forbidden": _("deze sleutel bestaat niet"),
        "greater_than_equal": _("dit moet {ge} of meer zijn"),
        "less_than_equal": _("dit moet {le} of minder zijn"),
        "literal_error": _("kies uit {expected}"),
        "enum": _("kies uit {expected}"),
        "too_short": _("hier moeten er minstens {min_length} staan, en het zijn er {actual_length}"),
        "too_long": _("hier mogen er hooguit {max_length} staan, en het zijn er {actual_length}"),
    }
    return whole | {
        "string": _("dit moet tekst zijn; zet een getal of een woord als 'yes' tussen aanhalingstekens"),
        "tuple": _("dit moet een lijst zijn"),
        "dict": _("dit moet een groep sleutels met waarden zijn"),
        "model": _("dit moet een groep sleutels met waarden zijn"),
        "decimal": _("dit moet een getal zijn"),
        "finite": _("dit moet een getal zijn"),
        "int": _("dit moet een heel getal zijn"),
        "bool": _("dit moet 'true' of 'false' zijn"),
        "date": _("dit moet een dag zijn, zoals 2026-11-22"),
    }
