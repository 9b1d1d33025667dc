"""Finish a weighing, reopen it, and see what changed since."""

from datetime import date
from html import escape

import streamlit as st

from assessment.answers import Reply
from assessment.framework import Framework
from assessment.months import date_text
from assessment.outcome import Outcome
from assessment.parts import Dimension, Question
from assessment.road import State
from assessment.wording import answer_text
from services import finishing, road
from services.access import Action
from services.errors import Refused
from services.finishing import AnswerChange, Changes, LevelChange, Snapshot
from texts import _, ngettext
from ui import context, links, page
from ui.here import Here, today
from ui.times import moment_text

FAULT = "ws-afronden-fout"
PREVIEW = 200


def snapshot_of(here: Here) -> Snapshot | None:
    """Return the snapshot of the round that is closed now; None while the round is open."""
    if not here.assessment.finished:
        return None
    return finishing.latest_snapshot(context.store(), context.user(), here.id)


def state(here: Here, outcome: Outcome, snapshot: Snapshot | None) -> str:
    """Say in one line whether this is a draft or finished."""
    if snapshot:
        return _("Afgerond {moment}. Dit is ronde {round}.").format(
            moment=moment_text(snapshot.at, today()), round=here.assessment.round
        )
    count = len(outcome.unanswered)
    if not count:
        return _("Concept. Alle vragen zijn beantwoord.")
    return ngettext(
        "Concept. Er is nog {count} vraag niet beantwoord.",
        "Concept. Er zijn nog {count} vragen niet beantwoord.",
        count,
    ).format(count=count)


def draw(here: Here, outcome: Outcome) -> None:
    """Offer to finish, or to reopen, to whoever may; warn about what is open."""
    if not context.may(Action.REOPEN if here.assessment.finished else Action.FINISH, here.id):
        return
    page.heading(_("Afronden"), anchor="afronden")
    if here.assessment.finished:
        st.html(f"<p data-ws-say>{escape(_('Deze afweging is afgerond en vastgelegd.'))}</p>")
        _reopening(here)
    else:
        page.paragraph(_warning(outcome))
        page.paragraph(
            _("Afronden legt de antwoorden en de uitkomst vast, met {day} als peildatum.").format(
                day=date_text(outcome.on)
            )
        )
        st.button(_("Rond de afweging af"), on_click=_try, args=(here, outcome.on), type="primary")
    page.once(fault=FAULT)


def _reopening(here: Here) -> None:
    """Offer a new round; what was offered for review or decided on has its own way back."""
    if road.where(context.store(), context.user(), here.id).state is State.CONCEPT:
        page.paragraph(_("Heropenen begint een nieuwe ronde. Wat je nu hebt vastgelegd, blijft bewaard."))
        st.button(_("Heropen de afweging"), on_click=_try, args=(here, None))
        return
    way = links.whole(here.id, links.DECISION, _("Besluit en vervolg"))
    st.html(f"<p>{escape(_('Wat je nu kunt doen, staat op de pagina:'))} {way}</p>")


def _warning(outcome: Outcome) -> str:
    unanswered, actions = len(outcome.unanswered), len(outcome.actions)
    said = []
    if unanswered:
        text = ngettext(
            "{count} vraag is niet beantwoord.", "{count} vragen zijn niet beantwoord.", unanswered
        )
        said.append(text.format(count=unanswered))
    if actions:
        text = ngettext(
            "{count} punt is nog uit te zoeken.", "{count} punten zijn nog uit te zoeken.", actions
        )
        said += [text.format(count=actions), _("Wat onbekend is, telt op zijn zwaarst.")]
    if not said:
        return _("Alles is ingevuld en er is niets meer uit te zoeken.")
    return " ".join([_("Let op."), *said])


def _try(here: Here, on: date | None) -> None:
    try:
        if on is None:
            finishing.reopen(context.store(), context.user(), here.id)
        else:
            finishing.finish(context.store(), context.user(), here.id, on)
    except Refused as refused:
        st.session_state[FAULT] = str(refused)


def changes(here: Here, outcome: Outcome) -> None:
    """Draw what is different since the last finished round."""
    found = finishing.changes_since(context.store(), context.user(), here.id, outcome.on)
    if found is None or here.assessment.finished:
        return
    page.heading(
        _("Wat is er veranderd?"),
        about=_("Vergeleken met de vorige ronde, afgerond {moment}.").format(
            moment=moment_text(found.snapshot.at, today())
        ),
        anchor="veranderd",
    )
    lines = [*_levels(outcome.framework, found), *_answers(outcome.framework, found.answers)]
    if not lines:
        page.paragraph(_("Er is niets veranderd."))
        return
    st.html(f'<ul class="ws-used">{"".join(f"<li>{line}</li>" for line in lines)}</ul>')


def _levels(framework: Framework, found: Changes) -> list[str]:
    scale = framework.instrument_scale
    dimensions = ((framework.dimensions[change.id], change) for change in found.dimensions)
    return [
        *(_changed(dimension.title, dimension, change) for dimension, change in dimensions),
        *(_changed(framework.instruments[change.id].name, scale, change) for change in found.instruments),
    ]


def _changed(name: str, dimension: Dimension, change: LevelChange) -> str:
    return _line(f"{name}.", _bounds(dimension, change.before), _bounds(dimension, change.after))


def _bounds(dimension: Dimension, bounds: tuple[str, str]) -> str:
    low, high = (dimension.level(level).label for level in bounds)
    return low if low == high else _("{low} tot {high}").format(low=low, high=high)


def _answers(framework: Framework, changed: tuple[AnswerChange, ...]) -> list[str]:
    lines = []
    for change in changed:
        question = framework.questions[change.question]
        if change.before.value == change.after.value:
            text = _("{question} De notitie is veranderd, of hoe je dit weet.")
            lines.append(escape(text.format(question=question.text)))
        else:
            lines.append(_line(question.text, _said(question, change.before), _said(question, change.after)))
    return lines


def _said(question: Question, reply: Reply) -> str:
    """Give an answer, or the beginning of a long text; the whole stands at its question."""
    text = answer_text(question, reply.value)
    return text if len(text) <= PREVIEW else _("{begin}… (ingekort)").format(begin=text[:PREVIEW].rstrip())


def _line(name: str, before: str, after: str) -> str:
    text = escape(_("{name} Eerst: {before}. Nu: {after}."))
    return text.format(name=escape(name), before=escape(before), after=f"<strong>{escape(after)}</strong>")
