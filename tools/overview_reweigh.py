"""When an algorithm is weighed again, in the document for a lawyer."""

from collections.abc import Iterator

from assessment.framework import Framework
from texts import _, ngettext


def reweighing(framework: Framework) -> Iterator[str]:
    """Yield the term of each tier as lines of Markdown."""
    if not framework.reweigh_terms:
        return
    yield from (f"## {_('Opnieuw wegen')}", "")
    for term in framework.reweigh_terms.values():
        after = ngettext("Na {count} maand.", "Na {count} maanden.", term.months).format(count=term.months)
        label = framework.dimensions["trede"].level(term.id).label
        yield f"- **{label}** (`{term.id}`): {after} {term.because} {_('Bron')}: {term.source}"
    yield ""
