"""Do the terms for weighing again hang together?"""

from collections.abc import Iterator
from itertools import pairwise

from assessment.condition_checks import unknown
from assessment.faults import Fault
from assessment.framework import Framework
from assessment.origin import Origins


def check_terms(framework: Framework, origins: Origins) -> Iterator[Fault]:
    """Yield every fault in the terms: one per tier, and never later for more risk."""
    terms, tiers = framework.reweigh_terms, framework.dimensions.get("trede")
    if not terms or tiers is None:
        return
    names = [level.id for level in tiers.levels]
    for name in terms.keys() - set(names):
        message, hint = unknown("level", name, names)
        yield origins.fault("reweigh_terms", name, f"reweigh term '{name}' {message}", hint, ("id",))
    for missing in set(names[1:]) - terms.keys():
        message = f"the tier '{missing}' has no reweigh term, others have."
        yield origins.fault("reweigh_terms", next(iter(terms)), message, "Add one.")
    known = [terms[name] for name in names if name in terms]
    for milder, heavier in pairwise(known):
        if heavier.months > milder.months:
            message = f"reweigh term '{heavier.id}' is longer than that of the milder tier '{milder.id}'."
            hint = f"At most {milder.months} months."
            yield origins.fault("reweigh_terms", heavier.id, message, hint, ("months",))
