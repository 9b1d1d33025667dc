"""Conditions that wait for themselves: a fact that needs itself, by whatever detour."""

from collections.abc import Iterator

from assessment.conditions import Condition, FactNamed, Reached
from assessment.fault_words import subject
from assessment.faults import Fault
from assessment.findings import Leaf
from assessment.framework import Framework
from assessment.origin import Origins
from texts import _

# What has to be judged first: ("fact", name), ("question", id) for whether it is asked, ("rule", id).
Place = tuple[str, str]
_SECTION = {"fact": "facts", "question": "questions", "rule": "rules"}


def find_cycles(framework: Framework, origins: Origins) -> list[Fault]:
    """Give one fault for every circle of conditions."""
    state: dict[Place, bool] = {}  # False: under way, True: done
    faults: list[Fault] = []
    for start in _places(framework):
        _visit(framework, origins, start, (), state, faults)
    return faults


def _places(framework: Framework) -> Iterator[Place]:
    yield from (("fact", name) for name in framework.facts)
    yield from (("question", name) for name in framework.questions)
    yield from (("rule", rule.id) for rule in framework.rules)


def _visit(
    framework: Framework,
    origins: Origins,
    place: Place,
    road: tuple[Place, ...],
    state: dict[Place, bool],
    faults: list[Fault],
) -> None:
    if state.get(place):
        return
    if place in road:
        faults.append(_fault(origins, (*road[road.index(place) :], place)))
        return
    for needed in _needs(framework, place):
        _visit(framework, origins, needed, (*road, place), state, faults)
    state[place] = True


def _needs(framework: Framework, place: Place) -> Iterator[Place]:
    kind, name = place
    condition: Condition | None
    if kind == "fact":
        condition = framework.facts[name].when
    elif kind == "rule":
        condition = next(rule.when for rule in framework.rules if rule.id == name)
    else:
        condition = framework.questions[name].show_if
        if name not in framework.always_asked:
            yield from _named(framework, framework.nothing_to_weigh_if)
    if condition is not None:
        yield from _named(framework, condition)


def _named(framework: Framework, condition: Condition) -> Iterator[Place]:
    for node in condition.walk():
        if isinstance(node, FactNamed):
            yield "fact", node.fact
        elif isinstance(node, Leaf):
            yield "question", node.question
        elif isinstance(node, Reached):
            rank = framework.dimensions[node.reached].rank
            for rule in framework.rules_of[node.reached]:
                if rank[rule.level] >= rank[node.level]:
                    yield "rule", rule.id


def _fault(origins: Origins, circle: tuple[Place, ...]) -> Fault:
    kind, name = circle[0]
    road = " → ".join(subject(*place) for place in circle)
    message = _("{part} wacht op zichzelf: {road}.").format(part=subject(kind, name), road=road)
    return origins.fault(_SECTION[kind], name, message, _("Doorbreek de cirkel."))
