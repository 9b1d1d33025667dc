"""The overview for the council as a report: all algorithms of the municipality, in plain language."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from assessment.council.changes import Changed, Changes
from assessment.council.overview import Overview, PublicAlgorithm, Ruling, as_data
from assessment.council.words import (
    Labels,
    change_texts,
    changes_in_short,
    domain_name,
    gone_text,
    grounds_texts,
    hidden_text,
    in_short,
    risk_text,
    ruling_text,
    set_aside_text,
    settled_text,
)
from assessment.months import date_text
from reports.document import (
    Attachment,
    Block,
    Bullets,
    Column,
    Fact,
    Heading,
    Item,
    KeyFacts,
    Paragraph,
    Report,
    Section,
    Table,
)
from reports.pdf import render
from texts import _, language


def council_pdf(overview: Overview, earlier: Overview | None, labels: Labels, moment: datetime) -> bytes:
    """Return the overview as PDF; `earlier` is what to compare it with. Raises rendering.RenderingFailed."""
    return render(council_report(overview, earlier, labels, moment))


def council_report(overview: Overview, earlier: Overview | None, labels: Labels, moment: datetime) -> Report:
    """Return the report; `moment` (UTC) is when the overview was made."""
    day = date_text(overview.on)
    return Report(
        title=_("Algoritmes van {municipality}").format(municipality=overview.municipality),
        subject=_("Overzicht voor de raad"),
        publisher=overview.municipality,
        language=language(),
        moment=moment,
        meta=(Fact(_("Stand van"), day), Fact(_("Algoritmes"), str(len(overview.algorithms)))),
        sections=tuple(_sections(overview, earlier, labels)),
        footer=_("Overzicht voor de raad · {day}").format(day=day),
        attachment=_attachment(overview),
    )


def _sections(overview: Overview, earlier: Overview | None, labels: Labels) -> Iterator[Section]:
    yield Section(_("In het kort"), tuple(_brief(overview, earlier, labels)))
    if overview.algorithms:
        yield Section(_("Waarvoor we algoritmes gebruiken"), _domains(overview), starts_page=False)
        yield Section(_("Waar een algoritme zelf beslist"), _deciding(overview, labels), starts_page=False)
        yield Section(_("Waar het risico hoog is"), _risky(overview, labels), starts_page=False)
        yield Section(_("Wat er besloten is, en waarom"), _decided(overview), starts_page=False)
    if overview.set_aside:
        yield Section(_("Wat hier niet meetelt"), _set_aside(overview), starts_page=False)
    if overview.algorithms:
        yield Section(_("Alle algoritmes"), tuple(_all(overview, labels)), starts_page=False)


def _brief(overview: Overview, earlier: Overview | None, labels: Labels) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Een algoritme is een reeks stappen die een computer volgt. De gemeente gebruikt algoritmes in "
            "haar werk. Dit overzicht laat zien waar en waarvoor, en hoe groot het risico voor mensen is."
        )
    )
    yield KeyFacts(
        (
            Fact(_("In gebruik"), str(len(overview.in_use))),
            Fact(_("Beslissen zelf"), str(len(overview.deciding))),
            Fact(_("Hoog risico"), str(len(overview.risky))),
            Fact(_("Gewogen"), str(len(overview.weighed))),
        )
    )
    yield Bullets(tuple(Item(text) for text in in_short(overview)))
    yield Heading(_("Wat er veranderde"))
    yield from _changed(overview, earlier, labels)


def _changed(overview: Overview, earlier: Overview | None, labels: Labels) -> Iterator[Block]:
    if earlier is None:
        yield Paragraph(_("Dit is het eerste overzicht. Het volgende zegt ook wat er veranderde."))
        return
    changes = Changes(earlier, overview)
    yield Paragraph(changes_in_short(changes))
    items = (
        *(Item(each.name, _("Nieuw:")) for each in changes.new),
        *(Item(" ".join(_stops((each.name, gone_text(changes, each)))), _("Weg:")) for each in changes.gone),
        *(Item(settled_text(), f"{each.name}:") for each in changes.settled),
        *(_change(each, labels) for each in changes.changed),
    )
    if items:
        yield Bullets(items)


def _change(changed: Changed, labels: Labels) -> Item:
    return Item(" ".join(_stops(change_texts(changed, labels))), f"{changed.now.name}:")


def _domains(overview: Overview) -> tuple[Block, ...]:
    rows = tuple(
        (
            domain_name(domain),
            str(len(found)),
            str(sum(each.runs for each in found)),
            str(sum(each.is_risky for each in found)),
        )
        for domain, found in overview.by_domain.items()
    )
    columns = (
        Column(_("Domein"), 4, "strong"),
        Column(_("Algoritmes"), 2, "amount"),
        Column(_("In gebruik"), 2, "amount"),
        Column(_("Hoog risico"), 2, "amount"),
    )
    return (Table(columns, rows),)


def _deciding(overview: Overview, labels: Labels) -> tuple[Block, ...]:
    if not overview.deciding:
        return (Paragraph(_("Geen enkel algoritme neemt zelf een beslissing, voor zover we weten.")),)
    columns = (Column(_("Algoritme"), 3, "strong"), Column(_("Waarvoor"), 5), Column(_("Risico"), 3))
    rows = tuple((each.name, each.purpose, risk_text(each, labels)) for each in overview.deciding)
    return (Table(columns, rows),)


def _risky(overview: Overview, labels: Labels) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if overview.risky:
        blocks.append(Bullets(tuple(_risk(each, labels) for each in overview.risky)))
    else:
        blocks.append(Paragraph(_("Van geen enkel algoritme weten we dat het risico hoog is.")))
    if overview.unsure:
        text = _("Kan nog hoog blijken, want niet elke vraag is beantwoord:")
        blocks += [Paragraph(text, style="intro"), _named(overview.unsure, labels)]
    if overview.doubted:
        text = _("Waarschijnlijk hoger dan de gemeente eerder schatte, en nog niet gewogen:")
        blocks += [Paragraph(text, style="intro"), _named(overview.doubted, labels)]
    return tuple(blocks)


def _risk(algorithm: PublicAlgorithm, labels: Labels) -> Item:
    parts = tuple(Item(reason) for reason in algorithm.reasons)
    text = " ".join(_stops((risk_text(algorithm, labels), algorithm.purpose)))
    return Item(text, f"{algorithm.name}.", parts=parts)


def _named(found: Iterable[PublicAlgorithm], labels: Labels) -> Bullets:
    return Bullets(tuple(Item(risk_text(each, labels), f"{each.name}:") for each in found))


def _decided(overview: Overview) -> tuple[Block, ...]:
    if not overview.decided:
        return (Paragraph(_("Er is nog over geen enkel algoritme een besluit genomen met dit kader.")),)
    rulings = ((each.name, each.ruling) for each in overview.decided if each.ruling)
    return (Bullets(tuple(_ruling(name, ruling) for name, ruling in rulings)),)


def _ruling(name: str, ruling: Ruling) -> Item:
    return Item(ruling_text(ruling), f"{name}.", parts=tuple(Item(text) for text in grounds_texts(ruling)))


def _set_aside(overview: Overview) -> tuple[Block, ...]:
    items = (Item(" ".join(_stops((each.purpose,))), f"{each.name}.") for each in overview.set_aside)
    return (Paragraph(set_aside_text(overview)), Bullets(tuple(items)))


def _all(overview: Overview, labels: Labels) -> Iterator[Block]:
    columns = (
        Column(_("Algoritme"), 3, "strong"),
        Column(_("Wat het doet"), 5),
        Column(_("Status"), 2),
        Column(_("Risico"), 3),
    )
    unknown = _("Onbekend")
    yield Table(
        columns,
        tuple(
            (
                each.name,
                each.short or each.purpose or _("Nog geen omschrijving"),
                labels.status.get(each.status, unknown),
                risk_text(each, labels),
            )
            for each in overview.algorithms
        ),
    )
    more = [each for each in overview.algorithms if each.long]
    if more:
        yield Heading(_("Voor wie meer wil weten"))
    for each in more:
        yield Heading(each.name, 3)
        yield Paragraph(each.long)
        if each.partial:
            yield Paragraph(hidden_text())


def _stops(texts: Iterable[str]) -> Iterator[str]:
    """End each text as a sentence, so that they can follow each other."""
    return (text if text.endswith((".", "!", "?")) else f"{text}." for text in texts if text)


def _attachment(overview: Overview) -> Attachment:
    content = json.dumps(as_data(overview), sort_keys=True, indent=1) + "\n"
    return Attachment("overzicht.json", _("Het overzicht als gegevens"), content)
