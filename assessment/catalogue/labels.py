"""What the fields of a framework file are called on the screen; one without a name here shows its own."""

from texts import _


def labels() -> dict[str, str]:
    """Give the name of each field that is shown as it stands in its file."""
    return {**_of_questions(), **_of_numbers(), **_of_lists(), **_in_general()}


def _in_general() -> dict[str, str]:
    return {
        "name": _("Naam"),
        "label": _("Naam"),
        "text": _("Tekst"),
        "when": _("Als"),
        "score": _("Score"),
        "domain": _("Domein"),
        "factor": _("Succesfactor"),
        "what": _("Wat het is"),
        "meaning": _("Betekenis"),
        "because": _("Omdat"),
        "source": _("Bron"),
        "verify": _("Laat dit nagaan"),
        "since": _("Sinds"),
        "months": _("Maanden"),
        "hours": _("Uren"),
        "price": _("Prijs"),
        "question": _("Vraag"),
        "statement": _("Stelling"),
        "tensions": _("Spanningen"),
        "answers": _("Antwoorden"),
        "options": _("Antwoorden"),
        "levels": _("Niveaus"),
    }


def _of_questions() -> dict[str, str]:
    return {
        "council_part": _("Onderdeel van de raad"),
        "always": _("Ook gevraagd als er niets te wegen is"),
        "used_by": _("Gebruikt voor"),
        "register_field": _("Veld in het Algoritmeregister"),
        "changeable": _("Kan veranderen"),
        "effort": _("Moeite om te veranderen"),
        "estimate": _("Schatting met bandbreedte"),
        "success_factor": _("Succesfactor"),
        "seldom": _("Zelden nodig"),
        "max_length": _("Langste tekst"),
    }


def _of_numbers() -> dict[str, str]:
    return {
        "unit": _("Eenheid"),
        "minimum": _("Minstens"),
        "maximum": _("Hoogstens"),
        "default": _("Waarde vooraf"),
        "low": _("Laag"),
        "high": _("Hoog"),
        "whole": _("Alleen hele getallen"),
        "fixed": _("Ligt vast"),
        "with_": _("Vraag met algoritme"),
        "without": _("Vraag zonder algoritme"),
        "scores": _("Scores"),
    }


def _of_lists() -> dict[str, str]:
    return {
        "theme": _("Thema"),
        "indicators": _("Waaraan je het ziet"),
        "emphasis": _("Nadruk"),
        "helps": _("Wat helpt"),
        "first": _("Eerst doen"),
        "guide_source": _("Bron van de hulp"),
        "depends_on": _("Hangt af van"),
        "measure": _("Meting"),
        "measures": _("Metingen"),
        "basis": _("Grondslag"),
        "by": _("Wat we meten"),
        "among": _("Bij welke algoritmes"),
        "tiers": _("Bij welke risicotredes"),
        "counts": _("In woorden"),
        "fields": _("Velden"),
        "sufficient": _("Genoeg is"),
        "instruments": _("Instrumenten"),
        "weighs_more": _("Weegt zwaarder"),
        "good": _("Goed vanaf"),
        "fair": _("Redelijk vanaf"),
        "unmeasurable": _("Waarom niet te meten"),
    }
