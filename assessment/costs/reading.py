"""From answers to a cost sheet: every amount there is, what is missing, and what was assumed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assessment.answers import Reply, Value
from assessment.costs.amount import amount_of
from assessment.costs.formula import RATE, VOLUME, Item
from assessment.costs.instruments import days
from assessment.costs.parts import CostLine
from assessment.costs.quantity import Quantity
from assessment.costs.result import InstrumentCost, Pair
from assessment.costs.sheet import Entry, Line, Sheet
from assessment.outcome import Outcome
from assessment.own_lines import OwnLine, unit_text
from assessment.parts import Question
from texts import _

DISCOUNT, HORIZON, ALTERNATIVE = "discount", "horizon", "alternative"
NUMBERS = (VOLUME, RATE, DISCOUNT, HORIZON)
ASSESSMENTS = "assessments"

Range = tuple[Decimal | None, Decimal | None]
NO_RANGE: Range = (None, None)


@dataclass
class Reader:
    """Reads the amounts of one assessment, and remembers what it met on the way."""

    outcome: Outcome
    replies: Mapping[str, Reply]
    entries: dict[str, Entry] = field(default_factory=dict)
    missing: list[Question] = field(default_factory=list)
    assumed: list[Question] = field(default_factory=list)
    own_bands: list[Question] = field(default_factory=list)

    def sheet(self, instruments: tuple[InstrumentCost, ...]) -> Sheet | None:
        """Read everything; None when something is missing."""
        parameters = self.outcome.framework.cost_parameters
        for name in NUMBERS:
            found = parameters[name]
            self._keep(name, found.question, found.text, (found.low, found.high))
        self._add(ASSESSMENTS, _("Toetsen"), _("dagen"), days(instruments))
        lines = [self._line(line) for line in self.outcome.framework.cost_lines]
        lines += self._own_lines()
        if self.missing or not all(name in self.entries for name in NUMBERS):
            return None
        horizon = int(self.entries.pop(HORIZON).quantity.likely)
        return Sheet(tuple(self.entries.values()), tuple(lines), horizon)

    def _line(self, line: CostLine) -> Line:
        if line.basis == ASSESSMENTS:
            return Line(line.id, line.text, line.basis, Pair(Item(line.basis, (ASSESSMENTS,)), None))
        wanted = (
            (line.price, _("{line}, kosten per keer"), True),
            (line.hours, _("{line}, uren van inwoners per keer"), False),
        )
        shared = [
            name
            for name, words, is_needed in wanted
            if name and self._keep(name, name, words.format(line=line.text), is_needed=is_needed)
        ]
        return Line(
            line.id,
            line.text,
            line.basis,
            Pair(
                self._item(line, line.with_, shared, _("{line}, met algoritme")),
                self._item(line, line.without, shared, _("{line}, zonder algoritme")),
            ),
        )

    def _item(self, line: CostLine, question: str | None, shared: list[str], name: str) -> Item | None:
        if question is None or not self._keep(question, question, name.format(line=line.text)):
            return None
        if line.price and line.price not in shared:
            return None
        return Item(line.basis, (question, *shared))

    def _own_lines(self) -> Iterator[Line]:
        for name, line in self.outcome.answers.items():
            if isinstance(line, OwnLine):
                with_ = self._own(name, "met", _("{line}, met algoritme"), line, line.with_)
                without = self._own(name, "zonder", _("{line}, zonder algoritme"), line, line.without)
                yield Line(name, line.name, line.basis, Pair(with_, without))

    def _own(self, question: str, side: str, name: str, line: OwnLine, value: Value | None) -> Item | None:
        found = self._amount(question, value)
        if found is None:
            return None
        key = f"{question}:{side}"
        self._add(key, name.format(line=line.name), unit_text(line.basis), found)
        return Item(line.basis, (key,))

    def _keep(
        self, key: str, question: str, name: str, moved: Range = NO_RANGE, *, is_needed: bool = True
    ) -> bool:
        """Read the amount of a question; tell whether there is one. What is not asked is no cost."""
        asked = self._question(question)
        if key in self.entries or asked in self.missing or question not in self.outcome.shown:
            return key in self.entries
        found = self._amount(question, self.outcome.answers.get(question))
        if found is not None:
            # What somebody filled in themselves is theirs: the range of the framework is about its default.
            self._add(key, name, asked.unit or "", found)
        elif question not in self.outcome.answers and asked.default is not None:
            self.assumed.append(asked)
            self._add(key, name, asked.unit or "", Quantity.exactly(asked.default), moved)
        elif is_needed:
            self.missing.append(asked)
        return key in self.entries

    def _amount(self, question: str, value: Value | None) -> Quantity | None:
        reply = self.replies.get(question)
        found = amount_of(self._question(question), value, reply.known_by if reply else None)
        if found is not None and found.own_band and self._question(question) not in self.own_bands:
            self.own_bands.append(self._question(question))
        return found

    def _add(self, key: str, name: str, unit: str, found: Quantity, moved: Range = NO_RANGE) -> None:
        low, high = moved
        span = (found.low, found.high) if low is None or high is None else (low, high)
        self.entries[key] = Entry(key, name, unit, found, span)

    def _question(self, name: str) -> Question:
        return self.outcome.framework.questions[name]
