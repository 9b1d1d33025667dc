"""The chance of success in words: what is weak, what is in the way, what to do first, what is open."""

from html import escape

import streamlit as st

from assessment.outcome import Outcome
from assessment.success import wording
from assessment.success.profile import Link, Profile, Reading
from assessment.wording import answer_text, listed
from texts import _, ngettext
from ui import links, page, terms
from ui.here import Here
from ui.progress import QUICK_SCAN, quick_scan

FIRST = 4


def not_asked(here: Here, outcome: Outcome) -> None:
    """Say why nothing is asked about the chance of success."""
    quick = quick_scan(outcome)
    if quick is None:
        page.paragraph(_("Dit volgt na de snelle check. Die zegt of een volledige weging nodig is."))
        st.html(f"<p>{links.step(here.id, QUICK_SCAN, _('Naar de snelle check'))}</p>")
        return
    page.paragraph(
        _(
            "De uitkomst van de snelle check is: {level}. Daarom vragen we niet naar de kans van slagen."
        ).format(level=terms.inside(quick.level.label))
    )


def brief(here: Here, profile: Profile) -> None:
    """Draw what stands out, what to do first, and for which domain."""
    told = [*wording.summary(profile)]
    foremost = next(iter((*profile.begin_with, *profile.links)), None)
    if foremost:
        told.append(wording.first(foremost.reading.factor))
    sentences = "".join(f"<li>{escape(sentence)}</li>" for sentence in told)
    st.html(
        f'<div class="ws-verdict"><h2>{escape(_("In het kort"))}</h2><ul class="ws-brief">{sentences}</ul>'
        f"{_domain(here, profile)}</div>"
    )


def _domain(here: Here, profile: Profile) -> str:
    question = profile.domain_question
    if question is None:
        return ""
    if profile.domain:
        text = _("Dit gaat over het {domain}.").format(domain=terms.inside(profile.domain.name))
        link = links.step(here.id, question.step, _("Kies een ander domein"), question=question.id)
    else:
        text = _("Wat het zwaarst weegt, verschilt per domein.")
        link = links.step(here.id, question.step, _("Kies het domein"), question=question.id)
    return f"<p>{escape(text)} {link}</p>"


def weak_links(here: Here, outcome: Outcome, profile: Profile) -> None:
    """Draw what is less than good, the weakest first: what to do, what is in the way, what helps."""
    if not profile.links:
        return
    page.heading(
        _("Wat houdt het tegen, en wat doe je?"),
        about=_("De zwakste schakel staat bovenaan."),
        anchor="schakels",
    )
    items = [_link(here, outcome, profile, link) for link in profile.links]
    st.html(f'<ol class="ws-reasons">{"".join(items[:FIRST])}</ol>')
    more = items[FIRST:]
    if more:
        label = ngettext("Nog {count} factor", "Nog {count} factoren", len(more)).format(count=len(more))
        with st.expander(label, type="compact"):
            st.html(f'<ol class="ws-reasons" start="{FIRST + 1}">{"".join(more)}</ol>')


def _link(here: Here, outcome: Outcome, profile: Profile, link: Link) -> str:
    reading = link.reading
    limits = "".join(f'<p class="ws-limit">{escape(wording.obstacle(each))}</p>' for each in link.obstacles)
    told = filter(
        None,
        (wording.holds_back(link), wording.emphasis(profile, link.emphasis) if link.emphasis else ""),
    )
    helps = listed(help_.name for help_ in link.helps)
    return (
        f"<li><p><strong>{escape(reading.factor.name)}</strong> {_chip(reading)}</p>"
        f"<p>{escape(wording.first(reading.factor))}</p>{limits}"
        + "".join(f"<p>{escape(text)}</p>" for text in told)
        + f'<p class="ws-cited">{escape(_("Wat ook helpt: {helps}.").format(helps=helps))}<br>'
        f"{rests_on(here, outcome, reading)}</p></li>"
    )


def _chip(reading: Reading) -> str:
    look = "ws-level ws-weak" if reading.is_weak else "ws-level"
    return f'<span class="{look}">{escape(wording.standing(reading))}</span>'


def rests_on(here: Here, outcome: Outcome, reading: Reading) -> str:
    """Return the question a factor rests on as a link, with its answer."""
    question = reading.question
    if reading.because:
        return escape(reading.because)
    link = links.step(here.id, question.step, question.text, question=question.id)
    answer = answer_text(question, outcome.answers.get(question.id))
    # On a line of its own: beside a link of two lines the answer would lie within its box.
    return f"{link}<br><strong>{escape(answer)}</strong>"


def doubts(profile: Profile) -> None:
    """Draw the good scores that do not go together with a weak one."""
    if not profile.doubtful:
        return
    page.heading(
        _("Past dit bij elkaar?"),
        about=_("Een factor kan niet goed zijn als een andere zwak is. Kijk deze antwoorden nog eens na."),
        anchor="twijfel",
    )
    items = "".join(f"<li>{escape(wording.doubt(*pair))}</li>" for pair in profile.doubtful)
    st.html(f'<ul class="ws-used">{items}</ul>')


def still_open(here: Here, outcome: Outcome, profile: Profile) -> None:
    """Draw the factors nobody knows about, and who finds out."""
    if not profile.open:
        return
    page.heading(
        _("Wat weten we nog niet?"),
        about=_("Onbekend is niet zwak en niet goed. Het moet nog worden uitgezocht."),
        anchor="open",
    )
    items = []
    for reading in profile.open:
        question = reading.question
        note = _("{factor}. Nu: {answer}. Dit zoekt uit: {owner}.").format(
            factor=reading.factor.name,
            answer=answer_text(question, outcome.answers.get(question.id)),
            owner=here.framework.roles[question.owner].name,
        )
        link = links.step(here.id, question.step, question.text, note=note, question=question.id)
        items.append(f"<li>{link}</li>")
    st.html(f'<ul class="ws-links ws-wide">{"".join(items)}</ul>')
