"""Dutch for the words that Streamlit itself puts on the screen (streamlit/streamlit#1353).

The script assets/words.js replaces them as they appear; docs/accessibility.md lists what it cannot reach.
"""

from texts import _


def dictionary() -> dict[str, dict[str, str]]:
    """Return "exact" (English -> Dutch) and "patterns" (regular expression -> Dutch with $1, $2)."""
    return {"exact": _frame() | _connection() | _fields() | _tables_and_charts(), "patterns": _patterns()}


def _frame() -> dict[str, str]:
    return {
        "Skip to main content": _("Naar de inhoud"),
        "Sidebar": _("Menu"),
        "App pages": _("Pagina's"),
        "Collapse sidebar": _("Menu sluiten"),
        "Expand sidebar": _("Menu openen"),
        "Main menu": _("Instellingen"),
        "Close": _("Sluiten"),
        "Copy": _("Kopiëren"),
        "Copied": _("Gekopieerd"),
        "Copy to clipboard": _("Kopiëren"),
        "Link to heading": _("Link naar deze kop"),
        "Running...": _("Bezig …"),
        "Stop": _("Stoppen"),
        "Scroll tabs left": _("Tabbladen naar links"),
        "Scroll tabs right": _("Tabbladen naar rechts"),
        "Previous page": _("Vorige pagina"),
        "Next page": _("Volgende pagina"),
        "Pagination": _("Bladeren"),
        "(opens in new tab)": _("(opent in een nieuw tabblad)"),
        "Download failed": _("Downloaden mislukt"),
        "Page not found": _("Deze pagina bestaat niet"),
        "Theme": _("Weergave"),
        "System": _("Zoals het apparaat"),
        "Light": _("Licht"),
        "Dark": _("Donker"),
    }


def _connection() -> dict[str, str]:
    offline = _(
        "Geen verbinding met Weegschaal. Je kunt nu even niets invullen. Laat deze pagina open staan: de "
        "verbinding komt vanzelf terug. Wat je al had getypt, wordt dan alsnog opgeslagen."
    )
    return {
        "Connection error": _("Geen verbinding"),
        "Streamlit server is not responding. Are you connected to the internet?": offline,
        "Is Streamlit still running? If you accidentally stopped Streamlit, "
        "just restart it in your terminal:": offline,
        "Connection lost. Please wait for the app to reconnect, then try again.": offline,
    }


def _fields() -> dict[str, str]:
    return {
        "Press Ctrl+Enter to apply": _("Wordt vanzelf opgeslagen"),
        "Press ⌘+Enter to apply": _("Wordt vanzelf opgeslagen"),
        "Press Enter to apply": _("Wordt vanzelf opgeslagen"),
        "Choose an option": _("Kies een antwoord"),
        "Choose options": _("Kies een of meer antwoorden"),
        "No options to select": _("Er is niets te kiezen"),
        "No results": _("Niets gevonden"),
        "Select all": _("Alles kiezen"),
        "Selected values": _("Gekozen antwoorden"),
        "Clear all": _("Alles wissen"),
        "Clear value": _("Wissen"),
        "Clear entry": _("Wissen"),
        "Open": _("Openen"),
        "Increment": _("Eén hoger"),
        "Decrement": _("Eén lager"),
        "Upload": _("Bestand kiezen"),
        "file upload": _("Bestand kiezen"),
        "Add files": _("Bestand toevoegen"),
        "Drag and drop a file here": _("Sleep een bestand hierheen"),
        "Drag and drop files here": _("Sleep bestanden hierheen"),
        "Too many files": _("Te veel bestanden"),
    }


def _tables_and_charts() -> dict[str, str]:
    return {
        "Fullscreen": _("Volledig scherm"),
        "Close fullscreen": _("Volledig scherm sluiten"),
        "Download as CSV": _("Downloaden als CSV"),
        "Download as PNG": _("Downloaden als PNG"),
        "Copy Vega-Lite spec": _("Kopieer de code van de grafiek"),
        "Show data": _("Toon de gegevens"),
        "Show chart": _("Toon de grafiek"),
        "Show/hide columns": _("Kolommen tonen of verbergen"),
        "Search": _("Zoeken"),
        "Previous Result": _("Vorige vondst"),
        "Next Result": _("Volgende vondst"),
        "Close Search": _("Zoeken sluiten"),
        "Clear selection": _("Keuze wissen"),
        "Sort ascending": _("Oplopend sorteren"),
        "Sort descending": _("Aflopend sorteren"),
        "Autosize": _("Breedte aanpassen"),
        "Pin column": _("Kolom vastzetten"),
        "Unpin column": _("Kolom losmaken"),
        "Hide column": _("Kolom verbergen"),
        # What a screen reader says a picture is, and the frame within it.
        "visualization": _("plaatje"),
        "group mark container": _("plaatje"),
    }


def _patterns() -> dict[str, str]:
    return {
        r"(\d[\d.]* ?[KMG]B) per file": _("Hooguit $1 per bestand"),
        r"Remove (.+)": _("$1 weghalen"),
        r"Select (\d+) matches": _("De $1 gevonden antwoorden kiezen"),
        r"Help for (.+)": _("Uitleg bij $1"),
        r"Page (\d+)": _("Pagina $1"),
        r"File is larger than (.+)": _("Het bestand is groter dan $1"),
        r"(\S+) files are not allowed\.": _("Bestanden van de soort $1 kunnen niet."),
        r"Fullscreen: (.+)": _("Volledig scherm: $1"),
        r"Show data: (.+)": _("Toon de gegevens: $1"),
        r"Show chart: (.+)": _("Toon de grafiek: $1"),
        r"Download as PNG: (.+)": _("Downloaden als PNG: $1"),
        r"Copy Vega-Lite spec: (.+)": _("Kopieer de code van de grafiek: $1"),
        r"You have requested page /(.*), but no corresponding file was found.*": _(
            "De pagina /$1 bestaat niet. Je ziet nu de startpagina."
        ),
        r"The page that you have requested does not seem to exist.*": _(
            "De pagina die je zoekt, bestaat niet. Je ziet nu de startpagina."
        ),
    }
