"""My assessments, as a list that one can page through."""

from html import escape

import streamlit as st

from assessment.evaluation import evaluate
from assessment.explanation import bounds_text
from services import answers, assessments, frameworks
from services.assessments import Summary
from services.errors import UnknownFramework
from texts import _, ngettext
from ui import context, links, page
from ui.here import today
from ui.times import moment_text

ON_A_PAGE = 5


def mine() -> None:
    """Draw the assessments of this user, last changed first."""
    page.heading(_("Mijn afwegingen"))
    count = assessments.count_mine(context.store(), context.user())
    if not count:
        page.paragraph(_("Je hebt nog geen afwegingen. Begin er een, of bekijk een voorbeeld."))
        return
    place = st.empty()
    pages = -(-count // ON_A_PAGE)
    number = st.pagination(pages, key="ws-bladzijde") if pages > 1 else 1
    found = assessments.mine(
        context.store(), context.user(), limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE
    )
    place.html(f'<ul class="ws-entries">{"".join(_entry(summary) for summary in found)}</ul>')


def _entry(summary: Summary) -> str:
    return (
        f"<li><h3>{escape(summary.title)}</h3>"
        f'<p class="ws-about">{escape(" · ".join(_facts(summary)))}</p>{_ways_in(summary)}</li>'
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
    return [*_tier(summary), answered, changed, *([_("afgerond")] if summary.finished else [])]


def _tier(summary: Summary) -> list[str]:
    try:
        framework = frameworks.get(summary.framework_version)
    except UnknownFramework:
        return []
    given = answers.values(answers.current(context.store(), context.user(), summary.id))
    tier = evaluate(framework, given, today()).tier
    return [_("{dimension}: {level}").format(dimension=tier.dimension.title, level=bounds_text(tier))]


def _resume(summary: Summary) -> str:
    steps = frameworks.get(summary.framework_version).steps
    step = next((step for step in steps if step.id == summary.last_step), steps[0])
    label = _("Ga verder bij: {step}") if summary.last_step else _("Begin bij: {step}")
    return links.step(summary.id, step.id, label.format(step=step.title))
