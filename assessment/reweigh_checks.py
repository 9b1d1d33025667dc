"""Do the terms for weighing again hang together?"""

from collections.abc import Iterator
from itertools import pairwise

from assessment.fault_words import subject, unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins
from texts import _


def check_terms(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the terms: one per tier, and never later for more risk."""
    terms, tiers = framework.reweigh_terms, framework.dimensions.get("trede")
    if not terms or tiers is None:
        return
    names = [level.id for level in tiers.levels]
    for name in terms.keys() - set(names):
        message, hint = unknown("level", name, names)
        yield origins.fault(
            "reweigh_terms", name, f"{subject('reweigh_terms', name)} {message}", hint, ("id",)
        )
    for missing in set(names[1:]) - terms.keys():
        message = _("trede '{tier}' heeft geen termijn voor opnieuw wegen, en andere wel.")
        yield origins.fault(
            "reweigh_terms", next(iter(terms)), message.format(tier=missing), _("Voeg die toe.")
        )
    known = [terms[name] for name in names if name in terms]
    for milder, heavier in pairwise(known):
        if heavier.months > milder.months:
            message = _("{part} is langer dan die van de lichtere trede '{milder}'.").format(
                part=subject("reweigh_terms", heavier.id), milder=milder.id
            )
            hint = _("Hooguit {count} maanden.").format(count=milder.months)
            yield origins.fault("reweigh_terms", heavier.id, message, hint, ("months",))
