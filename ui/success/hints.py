"""Help at a question that a success factor rests on: what to look at before giving a mark."""

from html import escape

from assessment.framework import Framework
from assessment.parts import Question
from assessment.success.parts import Factor
from texts import _


def html(framework: Framework, question: Question) -> str:
    """Return the indicators of the factor behind this question, to fold out; nothing when there is none."""
    factor = framework.success_factors.get(question.success_factor or "")
    if factor is None:
        return ""
    indicators = "".join(f"<li>{escape(indicator)}</li>" for indicator in factor.indicators)
    return (
        f'<details class="ws-hints"><summary>{escape(_("Waar let je op?"))}</summary>'
        f"<ul>{indicators}</ul>{_domains(framework, factor)}"
        f'<p class="ws-cited">{escape(_("Bron: {source}").format(source=factor.guide_source))}</p></details>'
    )


def _domains(framework: Framework, factor: Factor) -> str:
    told = ((framework.success_domains[emphasis.domain].name, emphasis.text) for emphasis in factor.emphasis)
    return "".join(f"<p><strong>{escape(name)}:</strong> {escape(text)}</p>" for name, text in told)
