"""One question on the screen: text, help and source, the answer, and what supports it."""

from html import escape

import streamlit as st

from assessment.answers import Reply, is_unknown
from assessment.framework import Framework
from assessment.numbers import number_text
from assessment.parts import Question
from assessment.wording import answer_text
from services.comments import Count
from services.evidence import Evidence
from texts import _, ngettext
from ui import inputs, support, talk
from ui.clash import draw_clash
from ui.counting import counting
from ui.form import StepForm
from ui.saving import NOTHING, Sheet
from ui.success import hints

PREVIEW = 300
TYPED = ("number", "money", "month", "line")


def draw(
    sheet: Sheet,
    form: StepForm,
    question: Question,
    attached: list[Evidence],
    *,
    side: str = "",
    said: Count | None = None,
) -> None:
    """Draw one question of a step; of a pair the `side` that it is about."""
    seed = form.seeds[question.id] = sheet.seed(question.id)
    st.html(head(question, side) + hints.html(form.framework, question))
    clash = sheet.clash(question.id)
    if clash is not None:
        draw_clash(sheet, question, clash)
    inputs.of(question).draw(question, lambda part: form.key(question.id, part), seed.value)
    below = (
        _faults(sheet.fault(question.id))
        + _echo(form.framework, question, seed)
        + _kept(seed, attached, said)
    )
    if below:
        st.html(below)
    if question.kind != "line" or seed != NOTHING:
        support.draw(sheet, form, question, seed, attached)


def head(question: Question, side: str = "") -> str:
    """Return heading, help and source of a question as HTML; with a `side` under the heading of its pair."""
    advice = " ".join(filter(None, (question.help, _default(question), _how(question))))
    above = f'<p class="ws-side-name">{escape(side)}</p>' if side else ""
    level = "h3" if side else "h2"
    name = f'<{level} id="vraag-{question.id}" tabindex="-1">{escape(question.text)}</{level}>'
    return (
        f'<div class="ws-question">{above}{name}'
        + (f'<p class="ws-help">{escape(advice)}</p>' if advice else "")
        + f'<p class="ws-source">{escape(_("Bron: {source}").format(source=question.source))}</p></div>'
    )


def _how(question: Question) -> str:
    if question.kind == "month":
        return _("Bijvoorbeeld: september 2026.")
    if question.kind in ("number", "money") and question.unit:
        return _("Antwoord in {unit}.").format(unit=question.unit)
    if question.kind == "text" and question.max_length:
        return _("Gebruik hooguit {length} tekens.").format(length=question.max_length)
    return ""


def _default(question: Question) -> str:
    if question.default is None:
        return ""
    return _("Vul je niets in? Dan rekenen we met {number}.").format(number=number_text(question.default))


def _faults(fault: str | None) -> str:
    if fault is None:
        return ""
    return f'<p class="ws-fault" data-ws-say><strong>{_("Nog niet opgeslagen.")}</strong> {escape(fault)}</p>'


def _echo(framework: Framework, question: Question, seed: Reply) -> str:
    """Say how a typed answer was understood, and who finds out what nobody knows."""
    if is_unknown(seed.value):
        owner = framework.roles[question.owner].name
        return f'<p class="ws-echo">{escape(_("Dit zoekt uit: {owner}.").format(owner=owner))}</p>'
    if seed.value is None:
        return ""
    said = []
    if question.kind in TYPED:
        said.append(_("Je antwoord: {answer}.").format(answer=answer_text(question, seed.value)))
    said += counting(question, seed)
    return f'<p class="ws-echo">{escape(" ".join(said))}</p>' if said else ""


def _preview(note: str) -> str:
    """Give the beginning of a long note; the whole stands in the part that opens."""
    if len(note) <= PREVIEW:
        return note
    return _("{begin}… (de hele notitie staat bij ‘Notitie en bewijs’)").format(begin=note[:PREVIEW].rstrip())


def _kept(seed: Reply, attached: list[Evidence], said: Count | None) -> str:
    """Show that there is a note, evidence or a comment, also while that part is closed."""
    parts = []
    if seed.note:
        parts.append(f'<span class="ws-note">{escape(_preview(seed.note))}</span>')
    if attached:
        count = ngettext("{count} bewijsstuk", "{count} bewijsstukken", len(attached)).format(
            count=len(attached)
        )
        parts.append(f"<span>{escape(count)}</span>")
    if said:
        parts.append(f"<span>{escape(talk.count_text(said))}</span>")
    return f'<p class="ws-kept">{" ".join(parts)}</p>' if parts else ""
