"""What the outcome rests on, for who wants to check it: framework, day, hashes."""

from html import escape

import streamlit as st

from assessment.months import date_text
from assessment.outcome import Outcome
from services import frameworks
from services.finishing import Snapshot
from texts import _
from ui.here import Here
from ui.sharing import bring

SHOWN = 12


def draw(here: Here, outcome: Outcome, snapshot: Snapshot | None) -> None:
    """Draw the foot of the outcome."""
    framework = outcome.framework
    lines = [
        _("{title}, versie {version}, vastgesteld op {day}.").format(
            title=framework.title, version=framework.version, day=date_text(framework.adopted)
        ),
        _("Controlegetal van het kader: {hash}.").format(hash=framework.hash[:SHOWN]),
        _("Peildatum: {day}.").format(day=date_text(outcome.on)),
    ]
    if frameworks.changed(here.assessment):
        lines.append(_("Let op: iemand heeft dit kader veranderd nadat je deze afweging begon."))
    if snapshot:
        lines.append(_("Controlegetal van de uitkomst: {hash}.").format(hash=snapshot.sha256[:SHOWN]))
    bring.origin(here)
    st.html(f'<footer class="ws-foot">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</footer>')
