"""Uploading a framework folder: what is wrong with it, or what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assessment.catalogue.differences import differences
from assessment.faults import Fault
from assessment.framework import Framework
from services import frameworks, uploads
from services.errors import Refused
from services.uploads import Checked
from texts import SOURCE_LANGUAGE, _, ngettext, speaking
from ui import context, links, page, sheets, table
from ui.framework import versions
from ui.sheets import Sheet

FILE, READ = "ws-beheer-bestand", "ws-beheer-gelezen"
SHOWN = 100


@dataclass(frozen=True)
class Read:
    """A file that was checked once; `refused` says why that was impossible."""

    file: str
    checked: Checked | None
    refused: str = ""


def tried() -> Checked | None:
    """Return the version that was uploaded in this tab and can be tried; None when there is none."""
    held: Read | None = st.session_state.get(READ)
    return held.checked if held and held.checked and held.checked.framework else None


def draw() -> None:
    """Draw the field for a file, and what the check found."""
    page.heading(
        _("Een nieuwe versie controleren"),
        about=_("Pak de map van het kader in als zip-bestand. Er wordt niets geplaatst en niets uitgevoerd."),
    )
    held = _read()
    if held is None:
        return
    if held.checked is None:
        st.error(page.plain(held.refused))
        return
    _faults(held.checked.faults)
    if framework := held.checked.framework:
        _outlook(held.checked, framework)


def _read() -> Read | None:
    file = st.file_uploader(_("Zip-bestand, hooguit 5 MB"), key=FILE)
    held: Read | None = st.session_state.get(READ)
    if file is None:
        return held
    # Checking takes a second, and the page runs at every choice.
    if held is None or held.file != file.file_id:
        held = st.session_state[READ] = _check(file.file_id, file.getvalue())
    return held


def _check(file: str, content: bytes) -> Read:
    try:
        return Read(file, uploads.check(context.store(), context.user(), content))
    except Refused as refused:
        return Read(file, None, str(refused))


def _faults(faults: Sequence[Fault]) -> None:
    page.heading(_("Wat de controle vond"), level=3)
    if not faults:
        st.success(_("Geen fouten gevonden."))
        return
    text = ngettext(
        "Er is {count} fout gevonden. Zolang die er is, kun je deze versie niet gaan gebruiken.",
        "Er zijn {count} fouten gevonden. Zolang die er zijn, kun je deze versie niet gaan gebruiken.",
        len(faults),
    )
    st.error(page.plain(text.format(count=len(faults))))
    rows = [(_place(fault), escape(_message(fault))) for fault in faults[:SHOWN]]
    st.html(
        f'<div class="ws-faults">{table.html(_("Fouten in het kader"), (_("Plaats"), _("Fout")), rows)}</div>'
    )
    if len(faults) > SHOWN:
        page.paragraph(_("Dit zijn de eerste {count}. Alle fouten staan in het bestand.").format(count=SHOWN))
    sheets.offer(_("Fouten"), lambda: _sheet(faults))


def _place(fault: Fault) -> str:
    return f"<code>{escape(fault.file)}</code>, " + escape(_("regel {line}").format(line=fault.line))


def _message(fault: Fault) -> str:
    # A message begins small: elsewhere it follows a place.
    return " ".join(filter(None, (fault.message[:1].upper() + fault.message[1:], fault.hint)))


def _sheet(faults: Sequence[Fault]) -> Sheet:
    rows = [(fault.file, fault.line, fault.message, fault.hint) for fault in faults]
    return Sheet(_("Fouten"), (_("Bestand"), _("Regel"), _("Fout"), _("Tip")), rows)


def _outlook(checked: Checked, framework: Framework) -> None:
    """Say what this version would be, next to the one in use."""
    with speaking(SOURCE_LANGUAGE):  # what was uploaded has no translation
        current = frameworks.current()
    page.heading(_("Wat deze versie verandert"), level=3)
    _folder(checked, framework.version)
    st.html(f"<p>{links.place(links.RULE_CHANGE, _('Bereken wat er in de afwegingen zou veranderen'))}</p>")
    versions.draw(differences(current, framework), old=current.version, new=framework.version)
    page.heading(_("Deze versie gaan gebruiken"), level=3)
    page.paragraph(
        _(
            "Weegschaal plaatst een versie niet zelf. Vraag de beheerder van de server om de map te zetten "
            "in de map met kaders (WEEGSCHAAL_FRAMEWORKS) en Weegschaal opnieuw te starten. Vanaf de dag "
            "waarop de versie is vastgesteld, beginnen nieuwe afwegingen ermee. Lopende afwegingen houden "
            "hun eigen versie."
        )
    )


def _folder(checked: Checked, version: str) -> None:
    """Warn of a name under which the folder cannot be placed."""
    if not checked.is_named:
        st.warning(
            _("De map heeft geen naam van een versie. Noem de map bijvoorbeeld 2027.1 voor je haar plaatst.")
        )
    if checked.is_taken:
        st.warning(
            page.plain(
                _(
                    "Versie {version} staat al op deze server, met een andere inhoud. Een versie verandert "
                    "nooit. Geef de map een nieuwe naam."
                ).format(version=version)
            )
        )
