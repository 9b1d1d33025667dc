"""A publication in words, for the screen and the sheet alike."""

from assessment.publication.publication import Kind, Origin
from texts import _


def origin_text(origin: Origin) -> str:
    """Say where a value comes from."""
    return {
        Origin.REGISTER: _("Register van de gemeente"),
        Origin.OWN: _("Hier ingevuld"),
        Origin.ANSWERS: _("Antwoorden en uitkomst"),
        Origin.NOWHERE: _("Nog leeg"),
    }[origin]


def kind_text(kind: Kind) -> str:
    """Say what sort of work a field asks for."""
    return {
        Kind.MISSING: _("Ontbreekt, en is verplicht"),
        Kind.TOO_LONG: _("Te lang"),
        Kind.WRONG: _("Klopt niet"),
        Kind.LONG: _("Langer dan het advies"),
        Kind.PERSONAL: _("Misschien persoonlijk"),
        Kind.OPEN: _("Nog niet zeker"),
        Kind.EMPTY: _("Leeg, dat mag"),
    }[kind]
