"""Appendix F: the chance of success, per theme with the weakest link, and what helps."""

from collections.abc import Iterator

from assessment.dossier import Dossier
from assessment.success import wording
from assessment.success.profile import Link, Profile, Reading, profile
from assessment.wording import answer_text
from reports.document import Block, Bullets, Column, Heading, Item, Paragraph, Section, Table
from texts import _


def success(dossier: Dossier) -> Section:
    """Return the appendix."""
    found = profile(dossier.outcome)
    if found.is_asked:
        blocks = [*_brief(found), *_themes(dossier, found), *_doubts(found), *_links(found)]
    else:
        text = _(
            "De vragen over de kans van slagen horen bij de volledige weging. Ze zijn hier niet gesteld."
        )
        blocks = [Paragraph(text)]
    return Section(_("Bijlage F. Kans van slagen"), tuple(blocks))


def cited_for_success(dossier: Dossier) -> Iterator[str]:
    """Yield the citations that the appendix prints."""
    yield from (help_.source for help_, _helped in profile(dossier.outcome).helping)


def _brief(found: Profile) -> list[Block]:
    about = _("Dit verandert de risicotrede niet. Een factor loopt van 1 (heel zwak) tot 5 (heel goed).")
    return [Paragraph(about, style="intro"), Paragraph(" ".join(wording.summary(found)))]


def _themes(dossier: Dossier, found: Profile) -> list[Block]:
    blocks: list[Block] = [Heading(_("De zwakste schakel per thema"))]
    columns = (Column(_("Factor"), 4, "strong"), Column(_("Stand"), 3), Column(_("Rust op dit antwoord"), 7))
    for theme in found.themes:
        rows = tuple(
            (reading.factor.name, wording.standing(reading), _basis(dossier, reading))
            for reading in theme.readings
        )
        blocks += [
            Heading(theme.theme.name, 3),
            Paragraph(wording.weakest(theme), style="intro"),
            Table(columns, rows),
        ]
    return blocks


def _basis(dossier: Dossier, reading: Reading) -> str:
    if reading.state == "not_asked" or reading.because:
        return reading.because or wording.standing(reading)
    return _("Vraag {number}: {answer}").format(
        number=dossier.numbers[reading.question.id],
        answer=answer_text(reading.question, dossier.outcome.answers.get(reading.question.id)),
    )


def _links(found: Profile) -> list[Block]:
    if not found.links:
        return []
    items = tuple(_item(link) for link in found.links)
    return [
        Heading(_("Wat er kan gebeuren, de zwakste schakel eerst")),
        Bullets(items, numbered=True),
        *_helps(found),
    ]


def _item(link: Link) -> Item:
    lead = _("{name} ({standing}).").format(
        name=link.reading.factor.name, standing=wording.standing(link.reading)
    )
    told = [wording.first(link.reading.factor), wording.holds_back(link)]
    told += [wording.obstacle(each) for each in link.obstacles]
    return Item(" ".join(filter(None, told)), lead)


def _helps(found: Profile) -> list[Block]:
    columns = (Column(_("Wat helpt"), 4, "strong"), Column(_("Hoe"), 6), Column(_("Helpt hier bij"), 4))
    rows = tuple(
        (help_.name, help_.what, wording.quoted(helped), help_.source) for help_, helped in found.helping
    )
    return [Heading(_("Wat helpt")), Table((*columns, Column(_("Bron"), 3)), rows)]


def _doubts(found: Profile) -> list[Block]:
    if not found.doubtful:
        return []
    items = tuple(Item(wording.doubt(*pair)) for pair in found.doubtful)
    return [Heading(_("Past dit bij elkaar?")), Bullets(items)]
