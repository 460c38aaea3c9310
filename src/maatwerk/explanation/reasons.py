"""Why this outcome, and why not each of the others: the criteria that make it so, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.criteria.askable import question_about
from maatwerk.criteria.members import split
from maatwerk.criteria.unresolved import unresolved
from maatwerk.criteria.wording import filled, of_records, readable, runs, sentence_case
from maatwerk.explanation.model import NotGiven, Reason
from maatwerk.expressions.because import because, so
from maatwerk.expressions.names import names_in, values_in
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.assessment.model import Assessment, CriterionResult
    from maatwerk.criteria.situation import Situation
    from maatwerk.explanation.model import NotGivenBecause
    from maatwerk.expressions.tree import Node
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Outcome


@dataclass(frozen=True)
class Reasons:
    """The reasons in one case, with the words that its assessment has for each criterion."""

    view: View
    assessment: Assessment

    @property
    def situation(self) -> Situation:
        """The values of all names."""
        return self.view.situation

    @cached_property
    def _results(self) -> dict[str, list[CriterionResult]]:
        made: dict[str, list[CriterionResult]] = {}
        for each in self.assessment.criteria:
            made.setdefault(each.id, []).append(each)
        return made

    def why(self) -> tuple[Reason, ...]:
        """What gives the outcome; nothing while it is not known."""
        outcome = self.view.outcome
        return () if outcome is None else self.of(outcome)

    def of(self, outcome: Outcome) -> tuple[Reason, ...]:
        """What in the `als` of an outcome makes that hold, or keeps it from holding."""
        root = outcome.when.root
        telling = so(root, self.situation) if self.situation.test(outcome.when).known else root
        return tuple(reason for name in self._in_order(telling) for reason in self.about(name))

    def why_not(self) -> tuple[NotGiven, ...]:
        """Every outcome that is not given, in the order of the ruleset, with why not."""
        given = self.view.result.id
        return tuple(self._not_given(each) for each in self.situation.ruleset.outcomes.values() if each.name != given)

    def _not_given(self, outcome: Outcome) -> NotGiven:
        because = self._because(outcome)
        first = self.view.outcome
        values = {"outcome": sentence_case(first.name) if first else ""}
        return NotGiven(
            outcome=outcome.name,
            name=sentence_case(outcome.name),
            because=because,
            text=say(f"explain.because.{because}", **values),
            reasons=self.of(outcome),
            questions=self._open(outcome) if because == "kan_nog" else (),
        )

    def _because(self, outcome: Outcome) -> NotGivenBecause:
        holds = self.situation.test(outcome.when)
        if holds is Truth.NO:
            return "niet_voldaan"
        if outcome.name in self.view.result.outcomes.possible:
            return "kan_nog"
        if self.view.outcome is None:
            return "niet_voldaan"  # whatever is still not known, it cannot become this one
        return "gaat_voor" if holds is Truth.YES else "maakt_niet_uit"

    def _open(self, outcome: Outcome) -> tuple[str, ...]:
        names = (*self.situation.undated, *sorted(unresolved(outcome.when.root, self.situation)))
        return tuple(dict.fromkeys(question_about(self.situation, name) for name in names))

    def about(self, name: str) -> tuple[Reason, ...]:
        """A criterion or yes/no calculation as a reason; of records of which the same is told one for them all."""
        if name not in self.situation.ruleset.criteria:
            return (self._calculation(name),)
        alike = lambda each: (each.verdict, each.words, each.margin)  # noqa: E731 - what is told of it
        return tuple(self._criterion(list(group)) for _, group in groupby(self._results.get(name, []), alike))

    def _criterion(self, group: list[CriterionResult]) -> Reason:
        first, criterion = group[0], self.situation.ruleset.criteria[group[0].id]
        records = tuple(each.record for each in group if each.record is not None)
        name = of_records(first.id, first.list or "", runs(records)) if records else readable(first.id)
        purposes = (self.situation.ruleset.purposes[each] for each in criterion.serves)
        return Reason(
            id=first.id,
            name=name,
            list=first.list,
            records=records,
            verdict=first.verdict,
            words=first.words,
            margin=first.margin or "",
            source=first.source,
            purposes=tuple(filled(each.text, self.situation) for each in purposes),
            behind=() if records else self._behind(criterion.requirement.root),
        )

    def _calculation(self, name: str) -> Reason:
        calculation = self.situation.ruleset.calculations[name]
        return Reason(
            id=name,
            name=self.situation.label(name, language()),
            list=None,
            records=(),
            verdict=self.situation.verdict(name).value,
            words=because(calculation.expression.root, self.situation, language()),
            margin="",
            source=calculation.source,
            purposes=(),
            behind=self._behind(calculation.expression.root),
        )

    def _behind(self, node: Node) -> tuple[Reason, ...]:
        """The criteria for each record from which this is computed, in however many steps."""
        rules, seen, waiting = self.situation.ruleset, set[str](), set(names_in(node))
        while waiting:
            name = waiting.pop()
            seen.add(name)
            definition = self.situation.definition(name)
            waiting |= (names_in(definition.root) if definition else set[str]()) - seen
        per_record = (name for name in rules.criteria if name in seen and rules.criteria[name].per)
        return tuple(reason for name in per_record for reason in self.about(name))

    def _in_order(self, node: Node) -> Iterator[str]:
        """The names of a condition, in the order of the text."""
        named = values_in(node)
        yield from (name for name in self.situation.ruleset.criteria if name in named)
        yield from (name for name in self.situation.ruleset.calculations if name in named)


def member_names(view: View, members: Iterable[str]) -> str:
    """Criteria in words, those of more records together: "telt mee (giften, nummer 1-2) en inkomen laag"."""
    numbers: dict[str, list[int]] = {}
    for member in members:
        name, number = split(member)
        numbers.setdefault(name, []).extend([] if number is None else [number + 1])
    per = {name: view.situation.ruleset.criteria[name].per for name in numbers}
    return say("expression.and").join(
        of_records(name, per[name], runs(sorted(found))) if found else readable(name) for name, found in numbers.items()
    )
