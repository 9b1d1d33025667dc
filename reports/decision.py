"""What is asked of the executive: a proposed decision, point by point, that follows from the outcome."""

from assessment.dossier import Dossier
from assessment.parts import Question
from reports.document import Item
from reports.wording import names, shortened
from texts import _, ngettext

POINTS_TO_FIND_OUT = 4
TITLE_LENGTH = 80
QUESTION_LENGTH = 110


def proposed(dossier: Dossier) -> tuple[Item, ...]:
    """Return the points of the proposed decision, in sentences that can go into the minutes as they are."""
    points = {
        "nvt": _nothing_to_decide,
        "kan_door": _go_on,
        "voorwaarden": _go_on_if,
        "eerst_uitzoeken": _find_out_first,
        "niet_doen": _do_not,
    }[dossier.advice]
    return tuple(points(dossier))


def is_asked(dossier: Dossier) -> bool:
    """Tell whether the executive decides; otherwise it only takes note."""
    asked = dossier.outcome.instruments.get("collegebesluit")
    if dossier.advice in ("eerst_uitzoeken", "niet_doen"):
        return True
    return asked is not None and dossier.level(asked) != "niet"


def introduction(dossier: Dossier) -> str:
    """Say whether the framework wants the executive to decide."""
    if dossier.advice == "nvt":
        return _("Er is geen algoritme. Je leest hier waarom dat zo is.")
    if not is_asked(dossier):
        return _("Het kader vraagt hier geen besluit van het college. Dit is ter kennisname:")
    if dossier.asks_for("collegebesluit"):
        return _("Het kader vraagt een besluit van het college. Het voorstel:")
    return _("Het voorstel aan het college:")


def _name(dossier: Dossier) -> str:
    return shortened(dossier.title, TITLE_LENGTH, _("bijlage A"))


def _nothing_to_decide(_dossier: Dossier) -> list[Item]:
    return [Item(_("Het college hoeft niets te besluiten."))]


def _go_on(dossier: Dossier) -> list[Item]:
    return [Item(_use(dossier)), *_required(dossier), *_openness(dossier), _again()]


def _go_on_if(dossier: Dossier) -> list[Item]:
    conditions = [*_required(dossier), *_safeguards(dossier), *_criteria(dossier)]
    return [Item(_use(dossier)), *conditions, *_openness(dossier), _again()]


def _use(dossier: Dossier) -> str:
    if is_asked(dossier):
        text = _("Het college stemt in met het gebruik van {name}, op de voorwaarden hieronder.")
        if dossier.in_use:
            text = _("Het college stemt in met het verdere gebruik van {name}, op de voorwaarden hieronder.")
    else:
        text = _("Het college neemt er kennis van dat de gemeente {name} gaat gebruiken, met deze afspraken:")
        if dossier.in_use:
            text = _("Het college neemt er kennis van dat de gemeente {name} gebruikt, met deze afspraken:")
    return text.format(name=_name(dossier))


def _find_out_first(dossier: Dossier) -> list[Item]:
    text = _("Het college besluit nog niet over het gebruik van {name}.")
    return [
        Item(text.format(name=_name(dossier))),
        _meanwhile(dossier),
        *_to_find_out(dossier),
        Item(_("De proceseigenaar komt met de antwoorden terug bij het college.")),
        *_council(dossier),
    ]


def _do_not(dossier: Dossier) -> list[Item]:
    text = _("Het college stemt niet in met het gebruik van {name}.")
    if dossier.in_use:
        text = _("Het college besluit dat de gemeente direct stopt met {name}.")
    after = _("De proceseigenaar meldt wanneer het gebruik gestopt is, en wat er met de gegevens gebeurt.")
    return [
        Item(text.format(name=_name(dossier))),
        *([Item(after)] if dossier.in_use else []),
        *_council(dossier),
    ]


def _required(dossier: Dossier) -> list[Item]:
    required = dossier.needed("verplicht")
    always = [each.instrument for each in required if not each.limit]
    at_times = [each.instrument for each in required if each.limit]
    text = _(
        "De proceseigenaar zorgt dat alles wat verplicht is klaar is voordat het gebruik begint: {names}."
    )
    if dossier.in_use:
        text = _("De proceseigenaar zorgt dat alles wat verplicht is zo snel mogelijk klaar is: {names}.")
    points = [Item(text.format(names=names(always)))] if always else []
    if at_times:
        # The law asks for these only in a case that no question asks about; the table below names it.
        text = _("De proceseigenaar zoekt uit of dit ook verplicht is, en regelt het dan: {names}.")
        points.append(Item(text.format(names=names(at_times))))
    return points


def _safeguards(dossier: Dossier) -> list[Item]:
    count = len(dossier.outcome.open_safeguards)
    if not count:
        return []
    text = ngettext(
        "De proceseigenaar regelt de waarborg die nog ontbreekt (zie ‘Waarborgen die ontbreken’).",
        "De proceseigenaar regelt de {count} waarborgen die nog ontbreken (zie ‘Waarborgen die ontbreken’).",
        count,
    )
    return [Item(text.format(count=count))]


def _criteria(dossier: Dossier) -> list[Item]:
    if not any(safeguard.instrument == "collegebesluit" for safeguard in dossier.outcome.open_safeguards):
        return []
    return [Item(_("Het college stelt de criteria vast waarmee het algoritme werkt."))]


def _openness(dossier: Dossier) -> list[Item]:
    points = _council(dossier)
    if dossier.asks_for("algoritmeregister"):
        points.append(Item(_("De gemeente zet het algoritme in het Algoritmeregister.")))
    return points


def _council(dossier: Dossier) -> list[Item]:
    if not dossier.asks_for("raadsinformatiebrief"):
        return []
    return [Item(_("Het college informeert de raad met een raadsinformatiebrief."))]


def _again() -> Item:
    return Item(
        _("De proceseigenaar laat het algoritme over een jaar opnieuw wegen, of eerder als het verandert.")
    )


def _meanwhile(dossier: Dossier) -> Item:
    if any(signal.id == "S2" for signal in dossier.outcome.stop_signals):
        return Item(_("De gemeente gebruikt het niet, tot duidelijk is dat het mag."))
    if dossier.in_use:
        return Item(_("Tot die tijd wordt het gebruik niet uitgebreid."))
    return Item(_("Tot die tijd begint het gebruik niet."))


def _to_find_out(dossier: Dossier) -> list[Item]:
    advice = dossier.outcome.dimensions["conceptadvies"]
    if not advice.open_questions:
        return []
    questions = dossier.outcome.framework.questions
    first = [questions[name] for name in advice.open_questions[:POINTS_TO_FIND_OUT]]
    more = len(advice.open_questions) - len(first)
    rest = ngettext("En nog {count} vraag: zie bijlage C.", "En nog {count} vragen: zie bijlage C.", more)
    parts = tuple(_to_find(dossier, question) for question in first)
    return [
        Item(
            _("Eerst wordt dit uitgezocht:"),
            parts=(*parts, *([Item(rest.format(count=more))] if more else [])),
        )
    ]


def _to_find(dossier: Dossier, question: Question) -> Item:
    text = shortened(question.text, QUESTION_LENGTH, _("bijlage C"))
    return Item(_("{question} ({role})").format(question=text, role=dossier.role(question.owner)))
