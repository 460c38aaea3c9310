"""What the analyses of a ruleset share: its space of cases, one budget for all, and what was not searched."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.criteria.support import behind as rules_behind
from maatwerk.criteria.support import tests
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.exploration.witness import in_words
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Span, Truth
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.search import Answer
    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.model import Ruleset


@dataclass
class Look:
    """One ruleset under analysis. `unsettled`: for each question that stayed open, what was not tried."""

    ruleset: Ruleset
    budget: Budget = field(default_factory=lambda: Budget(bounds().analysis_places))
    unsettled: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def space(self) -> Space:
        """All cases that the ruleset can be about."""
        return Space.of(self.ruleset)

    @cached_property
    def on_any_day(self) -> Space:
        """The same cases on any reference date; where each record has its own, on and just after each limit of it."""
        header = self.ruleset.header
        of_list, _ = list_and_field(header.reference_date)
        limits = self.space.limits().get(header.reference_date, ()) if of_list else ()
        near = {each + timedelta(days=more) for each in limits for more in (0, 1) if each < date.max}
        there = {each for each in near if header.valid_from <= each < (header.valid_until or date.max)}
        return replace(self.space, whole=True, days=tuple(sorted({*self.space.days, *there})))

    def names_the_day(self, names: Sequence[str] | None) -> bool:
        """Whether anything behind these names (by default: behind all) goes by the reference date itself."""
        _, day = list_and_field(self.ruleset.header.reference_date)
        rules = tests(self.ruleset) if names is None else rules_behind(self.ruleset, names)
        return any(day in names_in(each.root) for each in rules)

    def own(self, name: str) -> bool:
        """Whether a name is defined in the document itself, not in a building block."""
        return self.ruleset.origin.get(name) == self.ruleset.id

    def case(
        self,
        question: str,
        goal: Callable[[Situation], Truth],
        names: Sequence[str] | None = None,
        behind: Callable[[Situation], Iterable[str]] | None = None,
        *,
        applied: Callable[[Situation], Iterable[Situation]] | None = None,
        share_of: int = 20,
        closed: bool = False,
    ) -> Answer:
        """A case in which the goal is yes. `question` names it where it cannot be settled (a name of the ruleset).

        Where there is none on the first day of each stretch, any other day is tried: what is said of every case is so
        on every reference date. It may look at the `share_of`-th part of all places at most: costly goals at a smaller
        part. `closed`: the goal looks at nothing but `names`.
        """
        share = Budget(bounds().analysis_places // share_of, self.budget)

        def asked(at: Situations) -> Truth:
            return goal(at[0])

        def searched(space: Space) -> Answer:
            return search(space, asked, names=names, behind=behind, applied=applied, closed=closed, budget=share)

        answer = searched(self.space)
        if answer.proved_none and self.names_the_day(names):
            answer = searched(self.on_any_day)
        if not answer.found and answer.left:
            self.unsettled[question] = answer.left
        return answer

    def never(self, question: str, goal: Callable[[Situation], Truth], names: Sequence[str] | None = None) -> bool:
        """Whether it is proved that no case is so. The goal looks at nothing but `names`."""
        return self.case(question, goal, names, closed=True).proved_none

    def is_verdict(self, name: str, wanted: Truth) -> Callable[[Situation], Truth]:
        """The goal that a criterion or yes/no calculation has this verdict."""

        def goal(situation: Situation) -> Truth:
            verdict = situation.verdict(name)
            return verdict if verdict is Truth.UNKNOWN else Truth.of(verdict is wanted)

        return goal


def told(answer: Answer) -> str:
    """The case that was found in plain words; a dash for none."""
    if not answer.situations:
        return "–"
    found = answer.situations[0]
    return in_words(found, day=found.reference_date != Span.point(found.today))


def amounts_of(ruleset: Ruleset) -> tuple[str, ...]:
    """The names that stand in what outcomes pay or ask back."""
    roots = [each.amount.root for each in ruleset.outcomes.values() if each.amount]
    also = [name for each in ruleset.outcomes.values() for name in each.also]
    return tuple(dict.fromkeys((*(name for root in roots for name in sorted(names_in(root))), *also)))
