"""What changes for one assessment, and why, in words."""

from collections.abc import Iterator

from assessment.columns.by_hand import ByHand
from assessment.columns.changes import Change, Move, RuleChange, Subject
from assessment.framework import Framework
from assessment.parts import Dimension, Rule
from texts import _


def subject_name(old: Framework, new: Framework, subject: Subject) -> str:
    """Give what people call a dimension or an instrument, in the new version if it is there."""
    for framework in (new, old):
        found = _parts(framework, subject)
        if subject.id in found:
            return found[subject.id]
    return subject.id


def level_name(old: Framework, new: Framework, subject: Subject, level: str) -> str:
    """Give what people call a level, in the new version if it is there."""
    for framework in (new, old):
        scale = _scale(framework, subject)
        if scale and level in scale.rank:
            return scale.level(level).label
    return level


def move_text(old: Framework, new: Framework, move: Move) -> str:
    """Say in one line what becomes of a dimension or instrument."""
    name = subject_name(old, new, move.subject)
    if move.counts:
        levels = (level_name(old, new, move.subject, level) for level in (move.old.counted, move.new.counted))
        return _("{name}: van {old} naar {new}").format(
            name=name, **dict(zip(("old", "new"), levels, strict=True))
        )
    before, after = (
        _range(old, new, move.subject, stand.at_least, stand.at_most) for stand in (move.old, move.new)
    )
    return _("{name}: eerst {old}, nu {new}").format(name=name, old=before, new=after)


def reasons(old: Framework, new: Framework, move: Move) -> Iterator[str]:
    """Say of each rule that makes the difference what it does otherwise, and why it is there."""
    for change in move.rules:
        yield _reason(old, new, move.subject, change)


def change_text(old: Framework, new: Framework, change: Change) -> str:
    """Say everything that changes on what was said so far in one text, for a cell of a table."""
    moves = (move for move in change.moves if move.counts)
    told = (" ".join((f"{move_text(old, new, move)}.", *reasons(old, new, move))) for move in moves)
    return "\n".join(told)


def made_texts(old: Framework, new: Framework, found: ByHand) -> Iterator[str]:
    """Say what a person set, and whether it outlives the change."""
    for subject, level, stays in found.made:
        said = (
            _("{name} is met de hand gezet op {level}.")
            if stays
            else _("{name} is met de hand gezet op {level}. In de nieuwe versie telt dat niet meer.")
        )
        yield said.format(name=subject_name(old, new, subject), level=level_name(old, new, subject, level))


def effect_texts(old: Framework, new: Framework, found: ByHand) -> Iterator[str]:
    """Say of everything for which another level applies, with what a person set in view, which."""
    if not found.effects:
        yield _("Wat geldt, blijft gelijk.")
    for subject, was, becomes in found.effects:
        yield _("Wat geldt voor {name}: van {old} naar {new}.").format(
            name=subject_name(old, new, subject),
            old=level_name(old, new, subject, was),
            new=level_name(old, new, subject, becomes),
        )


def _reason(old: Framework, new: Framework, subject: Subject, change: RuleChange) -> str:
    rule = _rule(old if change.new is None else new, subject, change.rule)
    because = rule.because if rule else ""
    before, after = (
        level_name(old, new, subject, level) if level else "" for level in (change.old, change.new)
    )
    if change.old is None:
        said = _("Regel {rule} telt nu mee ({level}): {because}")
        return said.format(rule=change.rule, level=after, because=because)
    if change.new is None:
        said = _("Regel {rule} telt niet meer ({level}): {because}")
        return said.format(rule=change.rule, level=before, because=because)
    said = _("Regel {rule} leidt nu tot {new}, eerst tot {old}: {because}")
    return said.format(rule=change.rule, new=after, old=before, because=because)


def _range(old: Framework, new: Framework, subject: Subject, low: str, high: str) -> str:
    first = level_name(old, new, subject, low)
    if low == high:
        return first
    last = level_name(old, new, subject, high)
    return _("minstens {low}, hooguit {high}").format(low=first, high=last)


def _parts(framework: Framework, subject: Subject) -> dict[str, str]:
    if subject.kind == "dimension":
        return {name: dimension.title for name, dimension in framework.dimensions.items()}
    return {name: instrument.name for name, instrument in framework.instruments.items()}


def _scale(framework: Framework, subject: Subject) -> Dimension | None:
    if subject.kind == "instrument":
        return framework.instrument_scale
    return framework.dimensions.get(subject.id)


def _rule(framework: Framework, subject: Subject, name: str) -> Rule | None:
    rules = framework.rules
    if subject.kind == "instrument":
        rules = framework.instruments[subject.id].rules if subject.id in framework.instruments else ()
    return next((rule for rule in rules if rule.id == name), None)
