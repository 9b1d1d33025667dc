"""One version of the weighing framework, put together from its parts."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from assessment.conditions import Condition
from assessment.costs.parts import Aspect, CostLine, CostParameter
from assessment.parts import (
    Dimension,
    Fact,
    Instrument,
    Level,
    Moment,
    Named,
    Part,
    Question,
    Rule,
    Safeguard,
    Source,
    Step,
    StopSignal,
)
from assessment.portfolio.parts import BuildingBlock, MaturityDimension, Norm
from assessment.review.parts import GoAhead, PublicValue
from assessment.reweighing import ReweighTerm
from assessment.success.parts import Domain, Factor, Help, Theme


class Framework(Part):
    """One version of the weighing framework. Immutable: a change of content is a new version."""

    version: str
    hash: str
    title: str
    adopted: date
    nothing_to_weigh_if: Condition
    steps: tuple[Step, ...]
    questions: Mapping[str, Question]
    facts: Mapping[str, Fact]
    dimensions: Mapping[str, Dimension]
    rules: tuple[Rule, ...]
    instruments: Mapping[str, Instrument]
    instrument_levels: tuple[Level, ...]
    stop_signals: tuple[StopSignal, ...]
    safeguards: tuple[Safeguard, ...]
    dates: Mapping[str, Moment]
    roles: Mapping[str, Named]
    moments: Mapping[str, Named]
    sources: Mapping[str, Source]
    cost_lines: tuple[CostLine, ...] = ()
    cost_parameters: Mapping[str, CostParameter] = {}
    aspects: tuple[Aspect, ...] = ()
    success_themes: Mapping[str, Theme] = {}
    success_domains: Mapping[str, Domain] = {}
    success_factors: Mapping[str, Factor] = {}
    success_helps: Mapping[str, Help] = {}
    public_values: Mapping[str, PublicValue] = {}
    go_ahead_questions: tuple[GoAhead, ...] = ()
    reweigh_terms: Mapping[str, ReweighTerm] = {}
    norms: tuple[Norm, ...] = ()
    building_blocks: tuple[BuildingBlock, ...] = ()
    maturity_levels: tuple[Level, ...] = ()
    maturity_dimensions: tuple[MaturityDimension, ...] = ()

    @cached_property
    def rules_of(self) -> Mapping[str, tuple[Rule, ...]]:
        """Rules per dimension, in the order of the files."""
        return {
            dimension: tuple(rule for rule in self.rules if rule.dimension == dimension)
            for dimension in self.dimensions
        }

    @cached_property
    def always_asked(self) -> frozenset[str]:
        """Questions asked even when there is nothing to weigh: those that tell so, and the intake."""
        apart = {step.id for step in self.steps if step.always}
        deciding = self.nothing_to_weigh_if.questions()
        return frozenset(q.id for q in self.questions.values() if q.step in apart or q.id in deciding)

    @cached_property
    def side_by_side(self) -> Mapping[str, str]:
        """Question about the work with the algorithm → the same question about the work without it."""
        rows = [(row.with_, row.without) for row in self.cost_lines]
        rows += [(row.with_, row.without) for row in self.aspects]
        return {with_: without for with_, without in rows if with_ and without}

    @property
    def go_ahead(self) -> GoAhead:
        """The question that ends a review. Raises IndexError when this framework has no review."""
        return self.go_ahead_questions[0]

    @cached_property
    def asked_alike(self) -> tuple[tuple[str, ...], ...]:
        """Questions in groups that come up together, because they are shown on the same condition."""
        groups: list[tuple[object, list[str]]] = []
        for question in self.questions.values():
            condition = True if question.id in self.always_asked else question.show_if
            group = next((names for other, names in groups if other == condition), None)
            if group is None:
                groups.append((condition, [question.id]))
            else:
                group.append(question.id)
        return tuple(tuple(names) for _condition, names in groups)

    @cached_property
    def instrument_scale(self) -> Dimension:
        """The scale that every instrument shares."""
        return Dimension(id="instrument", title="", levels=self.instrument_levels)

    @cached_property
    def step_questions(self) -> Mapping[str, tuple[Question, ...]]:
        """Questions per step, in order."""
        return {
            step.id: tuple(q for q in self.questions.values() if q.step == step.id) for step in self.steps
        }

    def questions_of(self, step: str) -> tuple[Question, ...]:
        """Give the questions of one step, in order."""
        return self.step_questions[step]
