"""What detectors look at: a judged situation with everything around it. Looking changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.terms import times_a_year
from maatwerk.criteria.carrying import touched
from maatwerk.criteria.members import criterion_of
from maatwerk.criteria.unresolved import facts_needed, unresolved_name
from maatwerk.expressions.shortfall import Shortfall, euros, shortfall
from maatwerk.expressions.values import Truth
from maatwerk.outcome.decisive import DecisiveSet, decisive_sets
from maatwerk.outcome.outcome import UNKNOWN, Result, judge
from maatwerk.ruleset.model import ADVERSE_KINDS

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.case.model import GivenFact, Process
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Consequence, Criterion, Outcome


@dataclass(frozen=True, eq=False)
class View:
    """A situation with its outcome. `given` tells who said each fact; `notes` are what people raised in words."""

    situation: Situation
    process: Process
    given: dict[str, GivenFact] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    weighed: dict[str, bool] = field(default_factory=dict, init=False, repr=False)
    """Which known facts carry the outcome, as far as `weighty` looked."""
    lacking: dict[str, Shortfall] = field(default_factory=dict, init=False, repr=False)
    """The shortfalls that were computed."""

    def after(self, situation: Situation) -> View:
        """The same look at the situation after a departure; what is lacking stays where nothing of it changed."""
        view = View(situation, self.process, self.given, self.notes)
        if situation.replaced == self.situation.replaced:
            changed = situation.flips.keys() ^ self.situation.flips.keys()
            same = (name for name in self.lacking if not touched(situation.ruleset, changed, name))
            view.lacking.update({name: self.lacking[name] for name in same})
        return view

    @property
    def today(self) -> date:
        """The day on which one looks."""
        return self.situation.today

    @property
    def received(self) -> date | None:
        """The day on which the application came in."""
        return self.situation.received

    @cached_property
    def result(self) -> Result:
        """The outcome by the letter of the rules."""
        return judge(self.situation)

    @cached_property
    def outcome(self) -> Outcome | None:
        """The outcome's block; None while it is not known."""
        return self.situation.ruleset.outcomes.get(self.result.id)

    @cached_property
    def sets(self) -> dict[str, DecisiveSet]:
        """D, the decisive sets, named s0, s1 … A step in the procedure has none."""
        if self.outcome is None or self.outcome.kind == "tussenstap":
            return {}
        return {f"s{number}": each for number, each in enumerate(decisive_sets(self.situation, self.result))}

    @property
    def adverse(self) -> bool:
        """Whether the outcome is of an adverse kind, or something better is in reach; unknown outcomes: all adverse."""
        if self.result.id == UNKNOWN:
            outcomes = self.situation.ruleset.outcomes
            possible = self.result.outcomes.possible
            return bool(possible) and all(outcomes[name].kind in ADVERSE_KINDS for name in possible)
        return bool(self.sets) or (self.outcome is not None and self.outcome.kind in ADVERSE_KINDS)

    @property
    def light(self) -> bool:
        """Whether every outcome that is still possible is a counter act (`spoor: licht`)."""
        outcomes = self.situation.ruleset.outcomes
        return all(outcomes[name].track == "licht" for name in self.result.outcomes.possible)

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """The consequences that hold now, heaviest first."""
        held = [
            each
            for each in self.situation.ruleset.consequences.values()
            if self.result.id in each.outcomes and self.situation.test(each.when) is Truth.YES
        ]
        return tuple(sorted(held, key=lambda each: (-each.severity, each.name)))

    @property
    def severity(self) -> int:
        """E: the highest seriousness (1-4) of the consequences that hold now; 0 when there is none."""
        return self.consequences[0].severity if self.consequences else 0

    def criterion(self, member: str) -> Criterion:
        """The criterion of a member (`name`, or `name#2` for the second record)."""
        return self.situation.ruleset.criteria[criterion_of(member)]

    def test_in(self, member: str, expression: Expression | None) -> Truth:
        """Whether a yes/no expression of the member's criterion holds, in its record."""
        return self.situation.test_in(member, expression)

    def needed_in(self, member: str, expression: Expression | None) -> frozenset[str]:
        """The unknown facts on which that answer still depends."""
        return facts_needed(self.situation.scope_of(member), [expression])

    def shortfall(self, member: str) -> Shortfall:
        """What is lacking for the member to get the other verdict."""
        if member not in self.lacking:
            wanted = self.situation.verdict(member).inverted()
            root, scope = self.criterion(member).requirement.root, self.situation.scope_of(member)
            self.lacking[member] = shortfall(root, scope, wanted)
        return self.lacking[member]

    def shortfall_facts(self, member: str) -> frozenset[str]:
        """The unknown facts without which the shortfall of a member cannot be told."""
        scope = self.situation.scope_of(member)
        return frozenset().union(*(unresolved_name(each, scope) for each in self.shortfall(member).unknown_names))

    def shortfall_in_euros(self, name: str, loss: DecisiveSet) -> Fraction | None:
        """T of one criterion: its cheapest alternative that is all in euros, in the period in which W is counted."""
        sums = [
            _in_period(alternative, recurs=loss.recurs)
            for alternative in self.shortfall(name).alternatives
            if euros(alternative) is not None
        ]
        return min(sums, default=None)


def _in_period(alternative: tuple, *, recurs: bool) -> Fraction:  # type: ignore[type-arg]
    """Both W and T a year when both recur, else as tested."""
    return sum((gap.distance * (times_a_year(gap.period) if recurs else 1) for gap in alternative), Fraction(0))
