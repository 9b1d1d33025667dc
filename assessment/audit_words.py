"""The audit trail in words: one sentence per entry, at language level B1."""

from collections.abc import Mapping

from assessment.audit import Entry
from assessment.framework import Framework
from assessment.road import State
from assessment.road_words import state_name
from texts import _

ACTION = "action"
ABOUT_PEOPLE = ("member", "mention")  # their `about` is an account
Names = Mapping[str, str]  # what people read for an account


def sentence(framework: Framework, entry: Entry, names: Names) -> str:
    """Say what happened; of an event that this version does not know only its name."""
    detail = entry.details
    event = f"{entry.event} {detail[ACTION]}" if ACTION in detail else entry.event
    template = _templates().get(event, _("{who} deed: {event}."))
    said = template.format(
        who=names.get(entry.who, entry.who),
        event=entry.event,
        about=_about(framework, entry, names),
        number=detail.get("number", ""),
        level=_level(framework, entry),
        from_=_state(detail.get("from")),
        to=_state(detail.get("to")),
    )
    return said + " " + _("Dit is later in het logboek gezet.") if detail.get("afterwards") else said


def _templates() -> dict[str, str]:
    return {
        "created": _("{who} begon deze afweging."),
        "sign-in": _("{who} meldde zich aan en opende deze afweging."),
        "renamed": _("{who} gaf de afweging een naam."),
        "answer": _("{who} antwoordde op ‘{about}’. Dit is antwoord {number}."),
        "set-aside": _(
            "{who} antwoordde op ‘{about}’. Iemand anders was eerder. Dit antwoord telt niet en is bewaard."
        ),
        "evidence added": _("{who} voegde bewijs toe bij ‘{about}’."),
        "evidence removed": _("{who} haalde bewijs weg bij ‘{about}’."),
        "comment written": _("{who} schreef een opmerking bij ‘{about}’."),
        "mention": _("{who} noemde {about} in een opmerking."),
        "comment resolved": _("{who} sloot het gesprek bij ‘{about}’."),
        "comment reopened": _("{who} opende het gesprek bij ‘{about}’ weer."),
        "export": _("{who} haalde een bestand op: {about}."),
        "publication": _("{who} schreef een tekst voor het Algoritmeregister."),
        "brought-in": _("{who} las deze afweging in uit een bestand."),
        "withheld": _("Wat op het scherm verborgen was, ging niet mee in het bestand."),
        **_course(),
    }


def _course() -> dict[str, str]:
    return {
        "snapshot": _("{who} legde de uitkomst van ronde {about} vast."),
        "finished": _("{who} rondde ronde {about} af."),
        "reopened": _("{who} heropende de afweging. Ronde {about} begon."),
        "member added": _("{who} liet {about} meedoen."),
        "member removed": _("{who} haalde {about} uit de afweging."),
        "transition": _("{who} zette de afweging van ‘{from_}’ op ‘{to}’."),
        "override": _("{who} zette ‘{about}’ met de hand op: {level}."),
        "done": _("{who} legde vast dat ‘{about}’ klaar is."),
        "done withdrawn": _("{who} legde vast dat ‘{about}’ toch niet klaar is."),
        "review opened": _("{who} opende een sessie van het ethisch netwerk."),
        "review statements": _("{who} paste de stellingen van de sessie aan."),
        "review withdrawn": _("{who} trok een uitnodiging voor de sessie in."),
        "review agenda": _("{who} paste de agenda van de sessie aan."),
        "review invited": _("{who} nodigde mensen uit voor de sessie."),
        "round opened": _("{who} opende ronde {number} van de sessie."),
        "round closed": _("{who} sloot ronde {number} van de sessie."),
        "advice": _("{who} legde het advies van het ethisch netwerk vast."),
    }


def _about(framework: Framework, entry: Entry, names: Names) -> str:
    if entry.event in ABOUT_PEOPLE:
        return names.get(entry.about, entry.about)
    if entry.event == "export":
        return _files().get(entry.about, entry.about)
    if entry.about in framework.questions:
        return framework.questions[entry.about].text
    if entry.about in framework.dimensions:
        return framework.dimensions[entry.about].title
    if entry.about in framework.instruments:
        return framework.instruments[entry.about].name
    return entry.about


def _files() -> dict[str, str]:
    return {
        "pdf": _("de samenvatting (PDF)"),
        "logboek": _("dit logboek"),
        "afweging": _("de hele afweging (JSON)"),
        "algoritmeregister": _("de publicatie voor het Algoritmeregister"),
        "prescan": _("de pre-scan DPIA voor het formulier van de overheid"),
        "dpia": _("de DPIA voor het formulier van de overheid"),
    }


def _level(framework: Framework, entry: Entry) -> str:
    chosen = entry.details.get("level")
    if chosen is None:
        return _("wat de antwoorden zeggen")
    dimension = framework.dimensions.get(entry.about, framework.instrument_scale)
    return next((level.label for level in dimension.levels if level.id == chosen), str(chosen))


def _state(name: object) -> str:
    return state_name(State(name)) if name in {state.value for state in State} else str(name)
