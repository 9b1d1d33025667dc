"""What is wrong with a file that is no YAML, in words: the parser knows only English."""

from texts import _


def problem(error: Exception) -> str:
    """Say what the parser stumbled over, in words for who edits the file; without an end."""
    told = str(getattr(error, "problem", None) or error)
    known = (
        said for start, said in (_brackets() | _characters() | _values()).items() if told.startswith(start)
    )
    return next(
        known, _("de opmaak klopt hier niet; kijk naar inspringen, dubbele punten en aanhalingstekens")
    )


def _brackets() -> dict[str, str]:
    return {
        "mapping values are not allowed": _(
            "een dubbele punt mag hier niet; zet tekst tussen aanhalingstekens"
        ),
        "could not find expected ':'": _("achter een sleutel hoort een dubbele punt"),
        "did not find expected key": _("hier hoort een sleutel, of het inspringen klopt niet"),
        "did not find expected '-' indicator": _("hier hoort een streepje, of het inspringen klopt niet"),
        "block sequence entries are not allowed": _("een streepje mag hier niet"),
        "did not find expected ',' or ']'": _("in deze lijst ontbreekt een komma of een vierkante haak"),
        "did not find expected ',' or '}'": _("in deze groep ontbreekt een komma of een accolade"),
        "did not find expected node content": _("hier ontbreekt een waarde, of een haak is niet gesloten"),
        "found unexpected end of stream": _("het bestand houdt op voor een aanhalingsteken is gesloten"),
        "found unexpected document indicator": _("--- of ... mag hier niet"),
        "did not find expected <document start>": _("hier hoort het bestand op te houden"),
        "but found another document": _("in een bestand mag maar één document staan"),
    }


def _characters() -> dict[str, str]:
    return {
        "found character that cannot start any token": _(
            "hier staat een teken dat niet aan het begin kan staan, zoals een tab of @"
        ),
        "found a tab character": _("een tab mag niet, spring in met spaties"),
        "found unknown escape character": _("achter \\ staat hier een teken dat dat niet mag"),
        "control characters are not allowed": _("er staat een onzichtbaar teken in dat niet mag"),
        "unacceptable character": _("er staat een onzichtbaar teken in dat niet mag"),
        "found undefined alias": _("hier wordt verwezen naar iets wat er niet is"),
        "could not determine a constructor": _("een label met ! mag hier niet"),
    }


def _values() -> dict[str, str]:
    return {
        "found unhashable key": _("een lijst of groep kan geen sleutel zijn"),
        "unhashable type": _("een lijst of groep kan geen sleutel zijn"),
        "month must be": _("een maand loopt van 1 tot en met 12"),
        "day is out of range": _("die dag bestaat niet in die maand"),
    }
