"""Assessments as a list that one can page through: mine, and those of everybody."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from assessment.evaluation import evaluate
from assessment.explanation import bounds_text
from assessment.override import TIER
from services import answers, assessments, frameworks, listing, overrides, people
from services.access import Action
from services.assessments import Assessment, Summary
from services.errors import UnknownFramework
from texts import _, ngettext
from ui import context, links, page, sheets
from ui.here import today
from ui.paging import paged
from ui.sheets import Sheet
from ui.times import moment_text

ON_A_PAGE = 5


def mine() -> None:
    """Draw the assessments that this user made or takes part in, last changed first."""
    page.heading(_("Mijn afwegingen"))
    store, user = context.store(), context.user()
    count = assessments.count_mine(store, user)
    if not count:
        page.paragraph(
            _("Je hebt nog geen afwegingen. Begin er een, of bekijk een voorbeeld.")
            if context.may(Action.CREATE)
            else _("Je doet nog niet mee aan een afweging.")
        )
        return
    _list("ws-bladzijde", count, lambda offset: assessments.mine(store, user, limit=ON_A_PAGE, offset=offset))
    _offer(_("Mijn afwegingen"), lambda: assessments.mine(store, user, limit=count))


def everybodys() -> None:
    """Draw the assessments of everybody, for whoever may see them, unless all are of this user."""
    store, user = context.store(), context.user()
    if not context.may(Action.LIST_ALL):
        return
    if listing.count_everybodys(store, user) == assessments.count_mine(store, user):
        return
    page.heading(_("Alle afwegingen"))
    search = st.text_input(_("Zoek op naam"), key="ws-zoek", max_chars=assessments.MAX_TITLE)
    count = listing.count_everybodys(store, user, search=search)
    if not count:
        page.remark(_("Geen afweging heeft dit in de naam. Zoek op een ander woord."))
        return
    # With other words, or another number of pages, the list begins at the first one again.
    _list(
        f"ws-alle-{-(-count // ON_A_PAGE)}-{search}",
        count,
        lambda offset: listing.everybodys(store, user, search=search, limit=ON_A_PAGE, offset=offset),
    )
    _offer(_("Alle afwegingen"), lambda: listing.everybodys(store, user, search=search, limit=count))


def _offer(name: str, read: Callable[[], Sequence[Summary]]) -> None:
    store = context.store()

    def make() -> Sheet:
        found = read()
        return _sheet(name, found, people.names(store, (summary.created_by for summary in found)))

    sheets.offer(name, make)


def _sheet(name: str, found: Sequence[Summary], makers: Mapping[str, str]) -> Sheet:
    columns = (
        _("Naam"),
        _("Kader"),
        _("Gemaakt door"),
        _("Gemaakt op (UTC)"),
        _("Gewijzigd op (UTC)"),
        _("Ronde"),
        _("Afgerond op (UTC)"),
        _("Antwoorden"),
        _("Kenmerk"),
    )
    rows = [
        (
            each.title,
            each.framework_version,
            makers[each.created_by],
            each.created_at,
            each.updated_at,
            each.round,
            each.finished_at,
            each.answered,
            str(each.id),
        )
        for each in found
    ]
    return Sheet(name, columns, rows)


def _list(key: str, count: int, read: Callable[[int], list[Summary]]) -> None:
    with paged(key, count, ON_A_PAGE) as part:
        found = read(part.start)
        makers = people.names(context.store(), (summary.created_by for summary in found))
        entries = (_entry(summary, makers[summary.created_by]) for summary in found)
        st.html(f'<ul class="ws-entries">{"".join(entries)}</ul>')


def _entry(summary: Summary, maker: str) -> str:
    facts = _facts(summary)
    if summary.created_by != context.user().name:
        facts.append(_("gemaakt door {name}").format(name=maker))
    return (
        f"<li><h3>{escape(summary.title)}</h3>"
        f'<p class="ws-about">{escape(" · ".join(facts))}</p>{_ways_in(summary)}</li>'
    )


def _ways_in(summary: Summary) -> str:
    try:
        resume = _resume(summary)
    except UnknownFramework as missing:
        return f"<p>{escape(str(missing))}</p>"
    whole = links.outcome(summary.id, _("Bekijk de uitkomst"))
    return f'<ul class="ws-links ws-row"><li>{resume}</li><li>{whole}</li></ul>'


def _facts(summary: Summary) -> list[str]:
    answered = ngettext("{count} antwoord", "{count} antwoorden", summary.answered).format(
        count=summary.answered
    )
    changed = _("gewijzigd {moment}").format(moment=moment_text(summary.updated_at, today()))
    return [*tier(summary), answered, changed, *([_("afgerond")] if summary.finished else [])]


def tier(held: Assessment) -> list[str]:
    """Say which tier an assessment has, and which one somebody set by hand; nothing without its framework."""
    try:
        framework = frameworks.get(held.framework_version)
    except UnknownFramework:
        return []
    given = answers.values(answers.current(context.store(), context.user(), held.id))
    outcome = evaluate(framework, given, today())
    found = outcome.tier
    computed = _("{dimension}: {level}").format(dimension=found.dimension.title, level=bounds_text(found))
    counts = overrides.settled(context.store(), context.user(), held.id, outcome)[TIER]
    by_hand = _("met de hand gezet op: {level}").format(level=counts.name(counts.level))
    return [computed, *([by_hand] if counts.stands else [])]


def _resume(summary: Summary) -> str:
    steps = frameworks.get(summary.framework_version).steps
    step = next((step for step in steps if step.id == summary.last_step), steps[0])
    if not context.may(Action.ANSWER, summary.id):
        label = _("Lees de antwoorden bij: {step}")
    else:
        label = _("Ga verder bij: {step}") if summary.last_step else _("Begin bij: {step}")
    return links.step(summary.id, step.id, label.format(step=step.title))
