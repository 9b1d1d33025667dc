"""What the comparison of costs rests on: the assessments that count, and what was assumed."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape

import streamlit as st

from assessment.costs.formula import HOURS_PER_DAY
from assessment.costs.instruments import days
from assessment.costs.money import euro, euro_rounded, quantity_text
from assessment.costs.parts import CostParameter
from assessment.costs.result import Comparison, InstrumentCost
from assessment.months import date_text
from assessment.outcome import Outcome
from assessment.parts import Question
from assessment.wording import answer_text
from texts import _, ngettext
from ui import links, page, table
from ui.costs.amounts import in_days
from ui.here import Here


def assessments(comparison: Comparison) -> None:
    """Draw the instruments of the outcome as a cost: what counts, and what does not and why."""
    page.heading(
        _("Welke toetsen tellen mee?"),
        about=_("Een schatting in dagen van {hours} uur, tegen {rate} per uur.").format(
            hours=HOURS_PER_DAY, rate=euro(comparison.hourly_rate)
        ),
        anchor="toetsen",
    )
    counted = [each for each in comparison.instruments if each.counted]
    if not counted:
        page.paragraph(_("Er zijn geen toetsen die meetellen."))
    else:
        heads = [_("Toets, document of plicht"), _("Dagen"), _("Kosten, verwacht")]
        rows = [_assessment(comparison, each) for each in counted]
        together = sum((_cost(comparison, each) for each in counted), start=Decimal(0))
        said = (_("Samen"), in_days(days(comparison.instruments)), euro_rounded(together))
        rows.append(tuple(f"<strong>{escape(text)}</strong>" for text in said))
        st.html(table.html(_("Toetsen die meetellen"), heads, rows))
    left_out = [each for each in comparison.instruments if not each.counted]
    if left_out:
        label = ngettext("{count} telt niet mee", "{count} tellen niet mee", len(left_out))
        items = (
            f"<li><strong>{escape(each.instrument.name)}</strong>: {escape(each.why)}</li>"
            for each in left_out
        )
        with st.expander(label.format(count=len(left_out)), type="compact"):
            st.html(f'<ul class="ws-used">{"".join(items)}</ul>')


def _assessment(comparison: Comparison, each: InstrumentCost) -> tuple[str, ...]:
    cost = euro_rounded(_cost(comparison, each))
    return (
        escape(each.instrument.name.split(" (")[0]),
        escape(quantity_text(each.days, _("dagen"))),
        escape(cost),
    )


def _cost(comparison: Comparison, each: InstrumentCost) -> Decimal:
    return each.days.mean * HOURS_PER_DAY * comparison.hourly_rate


def assumptions(here: Here, outcome: Outcome, comparison: Comparison) -> None:
    """Draw the numbers that everything rests on, what nobody filled in, and what got a band of ours."""
    page.heading(
        _("Waar rust dit op?"),
        about=_("Verander een aanname, en alles op deze pagina verandert mee."),
        anchor="aannames",
    )
    parameters = outcome.framework.cost_parameters.values()
    heads = [_("Aanname"), _("Waarde"), _("Bron"), _("Laat dit nagaan")]
    rows = [_parameter(here, outcome, each) for each in parameters]
    st.html(table.html(_("Aannames"), heads, rows))
    told = {each.question for each in parameters}
    _questions(
        here,
        _("Niet ingevuld, dus met onze standaard"),
        {asked.id: _standard(asked) for asked in comparison.assumed if asked.id not in told},
    )
    bands = {asked.id: "" for asked in comparison.own_bands}
    _questions(here, _("Eén getal zonder zekerheid, dus met onze marge"), bands)


def _parameter(here: Here, outcome: Outcome, parameter: CostParameter) -> tuple[str, ...]:
    asked = outcome.framework.questions[parameter.question]
    value = outcome.answers.get(asked.id, asked.default)
    is_ours = asked.id not in outcome.answers and asked.default is not None
    given = _("Niet ingevuld: dit is onze standaard.") if is_ours else ""
    since = _("Sinds {day}.").format(day=date_text(parameter.since)) if parameter.since else ""
    return (
        links.step(here.id, asked.step, parameter.text, question=asked.id),
        escape(answer_text(asked, value)) + _small(given),
        escape(parameter.source) + _small(since),
        escape(parameter.verify or ""),
    )


def _small(text: str) -> str:
    return f'<span class="ws-what">{escape(text)}</span>' if text else ""


def _questions(here: Here, label: str, notes: Mapping[str, str]) -> None:
    items = [
        f"<li>{links.step(here.id, each.step, each.text, note=note, question=each.id)}</li>"
        for each, note in ((here.framework.questions[name], note) for name, note in notes.items())
    ]
    if items:
        with st.expander(page.plain(f"{label} ({len(items)})"), type="compact"):
            st.html(f'<ul class="ws-links ws-wide">{"".join(items)}</ul>')


def _standard(asked: Question) -> str:
    return _("We rekenen met {answer}.").format(answer=answer_text(asked, asked.default))
