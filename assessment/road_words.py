"""The road to a decision in words: at language level B1."""

from assessment.decisions import Body, Verdict
from assessment.reweighing import Trigger
from assessment.road import Move, Need, Standing, State
from texts import _


def state_name(state: State) -> str:
    """Name a place on the road."""
    return {
        State.CONCEPT: _("Concept"),
        State.IN_REVIEW: _("In beoordeling"),
        State.ADVISED: _("Advies gegeven"),
        State.DECIDED: _("Besluit genomen"),
        State.ON_WATCH: _("In gebruik, op de volglijst"),
        State.IN_USE: _("In gebruik"),
        State.REWEIGH: _("Opnieuw wegen"),
        State.ENDED: _("Gestopt"),
    }[state]


def standing_text(standing: Standing) -> str:
    """Say in one line where an assessment stands."""
    if standing.state is State.DECIDED and standing.decision:
        return _("Besluit genomen: {verdict}").format(verdict=verdict_name(standing.decision.verdict))
    if standing.state is State.CONCEPT and standing.finished:
        return _("Concept, de ronde is afgerond")
    return state_name(standing.state)


def verdict_name(verdict: Verdict) -> str:
    """Name what a decision says."""
    return {
        Verdict.GO: _("doorgaan"),
        Verdict.GO_IF: _("doorgaan onder voorwaarden"),
        Verdict.STOP: _("niet doen"),
        Verdict.BACK: _("terug om uit te werken"),
    }[verdict]


def body_name(body: Body) -> str:
    """Name who decides."""
    return {
        Body.COLLEGE: _("college van burgemeester en wethouders"),
        Body.COUNCIL: _("gemeenteraad"),
        Body.MAYOR: _("burgemeester"),
        Body.DIRECTOR: _("directeur met mandaat"),
        Body.MANAGER: _("afdelingshoofd met mandaat"),
    }[body]


def trigger_name(trigger: Trigger) -> str:
    """Name why something has to be weighed again."""
    return {
        Trigger.DUE: _("De termijn is om"),
        Trigger.DATA: _("Andere gegevens"),
        Trigger.SUPPLIER: _("Andere leverancier"),
        Trigger.PURPOSE: _("Ander doel"),
        Trigger.INCIDENT: _("Er ging iets mis"),
        Trigger.FRAMEWORK: _("Het afwegingskader is veranderd"),
    }[trigger]


def lack_text(need: Need) -> str:
    """Say what has to be there first, and how it comes there."""
    return {
        Need.FINISHED: _("Rond eerst de afweging af, op de pagina Uitkomst."),
        Need.ADVICE: _("Er is nog geen advies van het ethisch netwerk over deze ronde."),
    }[need]


def label(move: Move) -> str:
    """Name a move as a button does."""
    return _labels()[move.from_, move.to][0]


def explanation(move: Move) -> str:
    """Say what a move brings about."""
    return _labels()[move.from_, move.to][1]


def _labels() -> dict[tuple[State, State], tuple[str, str]]:
    return {
        **_labels_of_weighing(),
        **_labels_of_deciding(),
        **_labels_of_using(),
        **_labels_of_ending(),
    }


def _labels_of_weighing() -> dict[tuple[State, State], tuple[str, str]]:
    again = _("Er begint een nieuwe ronde met dezelfde antwoorden. Wat is vastgelegd, blijft bewaard.")
    back = _("Terugnemen")
    return {
        (State.CONCEPT, State.CONCEPT): (_("Heropen de afweging"), again),
        (State.CONCEPT, State.IN_REVIEW): (
            _("Bied aan voor beoordeling"),
            _("Het ethisch netwerk kan de afweging bespreken. De antwoorden staan vast."),
        ),
        (State.IN_REVIEW, State.CONCEPT): (back, again),
        (State.ADVISED, State.CONCEPT): (back, again),
        (State.ADVISED, State.IN_REVIEW): (
            _("Bied opnieuw aan"),
            _("Het ethisch netwerk bespreekt dezelfde ronde nog een keer."),
        ),
        (State.DECIDED, State.CONCEPT): (_("Werk de afweging uit"), again),
        (State.REWEIGH, State.CONCEPT): (_("Begin opnieuw met wegen"), again),
    }


def _labels_of_deciding() -> dict[tuple[State, State], tuple[str, str]]:
    decide = _("Leg het besluit vast")
    return {
        (State.IN_REVIEW, State.ADVISED): (
            _("Leg het advies vast"),
            _("Het advies van het ethisch netwerk hoort vanaf nu bij deze ronde."),
        ),
        (State.IN_REVIEW, State.DECIDED): (
            decide,
            _("Er is nog geen advies. Je zegt daarom waarom het besluit daar niet op wacht."),
        ),
        (State.ADVISED, State.DECIDED): (decide, _("Het besluit en de voorwaarden staan daarna vast.")),
    }


def _labels_of_using() -> dict[tuple[State, State], tuple[str, str]]:
    call = _("Laat opnieuw wegen")
    called = _("De afweging moet opnieuw. Het algoritme stopt hierdoor niet vanzelf.")
    return {
        (State.DECIDED, State.ON_WATCH): (
            _("Neem in gebruik"),
            _("Het algoritme komt op de volglijst: je houdt extra goed in de gaten hoe het gaat."),
        ),
        (State.ON_WATCH, State.IN_USE): (
            _("Haal van de volglijst"),
            _("Het algoritme is gewoon in gebruik. Dit kan als aan alle voorwaarden is voldaan."),
        ),
        (State.DECIDED, State.REWEIGH): (call, called),
        (State.ON_WATCH, State.REWEIGH): (call, called),
        (State.IN_USE, State.REWEIGH): (call, called),
    }


def _labels_of_ending() -> dict[tuple[State, State], tuple[str, str]]:
    back = (
        _("Trek de oproep in"),
        _("De afweging gaat terug naar waar zij stond. De oproep blijft in de geschiedenis staan."),
    )
    stop = _("Stop het algoritme"), _("Het algoritme wordt niet meer gebruikt. Dit is het einde van de weg.")
    return {
        (State.DECIDED, State.ENDED): (
            _("Sluit af"),
            _("Het algoritme komt er niet. Dit is het einde van de weg."),
        ),
        (State.ON_WATCH, State.ENDED): stop,
        (State.IN_USE, State.ENDED): stop,
        (State.REWEIGH, State.ENDED): stop,
        **dict.fromkeys(((State.REWEIGH, to) for to in (State.DECIDED, State.ON_WATCH, State.IN_USE)), back),
    }
