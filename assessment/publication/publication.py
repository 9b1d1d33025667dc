"""One algorithm as it would stand in the national register, and what has to be done before it can."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from assessment.publication.fillings import fillings
from assessment.register.fields import register_fields
from assessment.register.links import links
from assessment.register.parts import Field
from texts import SOURCE_LANGUAGE, _, of_data, speaking

# What a municipality calls a mailbox that is nobody's own.
_SHARED = re.compile(
    r"(^|[._-])(info|contact|algorit\w*|privacy|gemeente|data|klant\w*|post\w*|loket|team|afdeling|mail|vragen|"
    r"register|digitaal|avg|fg|ciso|bestuur|communicatie|webmaster|service\w*|onderzoek|belasting\w*|burger\w*)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_ADDRESS = re.compile(r"https?://\S+\.\S+", re.IGNORECASE)
# "j.jansen", "jan.jansen": how an address of one person looks.
_PERSON = re.compile(r"^[a-z]+([._-][a-z]+)+$", re.IGNORECASE)
SHORTEST_NAME = 5  # characters; a shorter name is a word too


class Kind(StrEnum):
    """What is to do about a field. With `BLOCKS` it cannot be sent in."""

    MISSING = auto()
    TOO_LONG = auto()
    WRONG = auto()
    LONG = auto()  # longer than advised
    PERSONAL = auto()
    OPEN = auto()  # not settled yet
    EMPTY = auto()  # may stay so


BLOCKS = frozenset({Kind.MISSING, Kind.TOO_LONG, Kind.WRONG})


class Origin(StrEnum):
    """Where a value comes from."""

    REGISTER = auto()
    OWN = auto()  # somebody wrote it for this publication
    ANSWERS = auto()
    NOWHERE = auto()


@dataclass(frozen=True)
class ToDo:
    """Something to do about one field."""

    field: Field
    kind: Kind
    text: str


@dataclass(frozen=True)
class Publication:
    """Values by field id in the notation of the register, and where they come from.

    `left_out`: fields of which criteria stay out, which the law allows for a selection for checks.
    `source_id` names the algorithm at the municipality.
    """

    values: Mapping[str, str]
    origins: Mapping[str, Origin]
    source_id: str
    settled: bool
    may_leave_out: bool
    left_out: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def value(self, field: str) -> str:
        """Give what will be published."""
        return left_out_text() if field in self.left_out else self.values.get(field, "")

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields somebody can fill in, in the order of the standard."""
        return tuple(register_fields()[name] for name in fillings())

    @property
    def to_do(self) -> tuple[ToDo, ...]:
        """Everything to do, field by field."""
        return tuple(todo for field in self.fields for todo in self._of(field))

    @property
    def blocking(self) -> tuple[ToDo, ...]:
        """What stands in the way of sending it in."""
        return tuple(todo for todo in self.to_do if todo.kind in BLOCKS)

    def _of(self, field: Field) -> Iterator[ToDo]:
        value = self.value(field.id)
        if not value or (field.id == "status" and value == "onbekend"):
            kind = Kind.MISSING if field.required_there else Kind.EMPTY
            yield ToDo(field, kind, of_data(fillings()[field.id].todo))
            return
        yield from _length(field, value)
        yield from _form(field, value)
        yield from self._people(field, value)
        if field.id == "publication_category" and not self.settled:
            text = _("De categorie kan nog hoger worden: er staan vragen open. Beantwoord die eerst.")
            yield ToDo(field, Kind.OPEN, text)
        if field.id == "end_date" and value < self.value("begin_date"):
            yield ToDo(field, Kind.WRONG, _("De einddatum ligt voor de begindatum. Pas een van de twee aan."))

    def _people(self, field: Field, value: str) -> Iterator[ToDo]:
        for address in {found.group() for found in _MAIL.finditer(value)}:
            if field.kind != "contact" or is_personal(address):
                text = _(
                    "{address} lijkt het adres van een persoon. Gebruik een algemeen adres, of haal het weg."
                )
                yield ToDo(field, Kind.PERSONAL, text.format(address=address))
        for name in sorted(_named(value, self.names)):
            text = _("Hier staat de naam van een collega: {name}. Haal die weg, of schrijf de functie.")
            yield ToDo(field, Kind.PERSONAL, text.format(name=name))


def left_out_text() -> str:
    """Say in place of criteria why they are not there."""
    with speaking(SOURCE_LANGUAGE):
        return _(
            "Een deel hiervan maken we niet openbaar. Anders kunnen mensen de controle ontwijken. "
            "Dat mag volgens artikel 5.1 van de Wet open overheid (Woo)."
        )


def is_personal(address: str) -> bool:
    """Tell whether a mail address looks like that of one person."""
    name = address.partition("@")[0]
    return bool(_PERSON.match(name)) and not _SHARED.search(name)


def merged(
    *, register: Mapping[str, str], own: Mapping[str, str], answers: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, Origin]]:
    """Give values with their origin: the register goes first, then what somebody wrote, then the answers."""
    values, origins = dict[str, str](), dict[str, Origin]()
    layers = ((Origin.REGISTER, register), (Origin.OWN, own), (Origin.ANSWERS, answers))
    for name in fillings():
        origin, value = next(
            ((origin, layer[name]) for origin, layer in layers if _says(layer.get(name, ""))),
            (Origin.NOWHERE, ""),
        )
        origins[name] = origin
        if value:
            values[name] = value
    return values, origins


def _says(value: str) -> bool:
    return value not in ("", "onbekend")


def _named(value: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if len(name) >= SHORTEST_NAME and re.search(rf"\b{re.escape(name)}\b", value, re.IGNORECASE):
            yield name


def _length(field: Field, value: str) -> Iterator[ToDo]:
    if field.kind in ("links", "choice", "multi"):
        return
    if len(value) > field.longest:
        text = _("Deze tekst heeft {count} tekens. Er passen er {limit}. Maak de tekst korter.")
        yield ToDo(field, Kind.TOO_LONG, text.format(count=len(value), limit=field.longest))
    elif field.advised is not None and len(value) >= field.advised:
        text = _("Deze tekst heeft {count} tekens. Het advies is minder dan {limit}. Maak de tekst korter.")
        yield ToDo(field, Kind.LONG, text.format(count=len(value), limit=field.advised))


def _form(field: Field, value: str) -> Iterator[ToDo]:
    if field.kind == "contact" and not (_MAIL.fullmatch(value) or _ADDRESS.fullmatch(value)):
        text = _("Vul één mailadres in, of een webadres dat met https:// begint.")
        yield ToDo(field, Kind.WRONG, text)
    if field.kind == "links" and field.id != "impacttoetsen_grouping":
        for link in links(value):
            if not link.url:
                text = _("Bij ‘{title}’ ontbreekt het webadres. Schrijf: {title} | https://...")
                yield ToDo(field, Kind.WRONG, text.format(title=link.title))
