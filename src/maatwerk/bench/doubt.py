"""Examples that do not hold, those with the same cause together, and what points at the row or at the rule.

Which of the two is wrong the program cannot know: it names what it saw, and the jurist chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.causes import Finder
from maatwerk.bench.examples import example_view, rules_of
from maatwerk.bench.mutants import mutants
from maatwerk.bench.mutation import Row, holds
from maatwerk.bench.possible import possible_findings
from maatwerk.ruleset.examples import FINDINGS_COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.bench.causes import Causes, Key, Rule
    from maatwerk.bench.examples import ExampleResult
    from maatwerk.bench.mutants import Mutant
    from maatwerk.bench.written import Written
    from maatwerk.expressions.values import Truth
    from maatwerk.ruleset.model import Example, Ruleset

ROW, RULE = "row", "rule"
MOST_REPAIRS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that points at the row or at the rule: `key` says what, with what is filled in."""

    side: str
    key: str
    values: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Examples that differ by the same rules: the first in full, the names of the others with it."""

    results: tuple[ExampleResult, ...]
    causes: Causes
    evidence: tuple[Evidence, ...]
    repairs: tuple[Mutant, ...]
    """Small changes of a rule with which these examples hold, and all others still do."""


def differences(ruleset: Ruleset, results: Sequence[ExampleResult], written: Written) -> tuple[Difference, ...]:
    """The examples that do not hold, in the order of the text, those with the same causes as one."""
    finder = Finder(ruleset, written)
    groups: dict[tuple[Key, ...], list[tuple[ExampleResult, Causes]]] = {}
    for result in (each for each in results if not each.equal):
        causes = finder.causes(result)
        groups.setdefault(tuple(rule.key for rule in causes.rules) or (("", result.name, ""),), []).append(
            (result, causes)
        )
    changes = mutants(ruleset, written) if groups else ()
    judge = _Judge(ruleset, results, finder)
    return tuple(judge.difference([each for each, _ in group], group[0][1], changes) for group in groups.values())


class _Judge:
    def __init__(self, ruleset: Ruleset, results: Sequence[ExampleResult], finder: Finder) -> None:
        self.ruleset, self.finder = ruleset, finder
        self.rows = {each.name: Row(each, rules_of(ruleset, each)) for each in ruleset.examples}
        self.good = [each.name for each in results if each.equal]

    def difference(self, group: list[ExampleResult], causes: Causes, changes: Sequence[Mutant]) -> Difference:
        repairs = tuple(self._repairs([each.name for each in group], causes, changes))[:MOST_REPAIRS]
        found = [*self._of_rows(group), *self._of_rules(group, causes)]
        return Difference(tuple(group), causes, tuple(found), repairs)

    def _repairs(self, names: list[str], causes: Causes, changes: Sequence[Mutant]) -> Iterator[Mutant]:
        """Changes of the rules behind it, after which these rows hold and no other row falls."""
        behind = {rule.key[1] for rule in (*causes.rules, *causes.below)}
        for change in (each for each in changes if {each.name, *(edit.name for edit in each.edits)} & behind):
            if all(self._holds(name, change) for name in (*names, *self.good)):
                yield change

    def _holds(self, name: str, change: Mutant) -> bool:
        row = self.rows[name]
        return holds(change.of(row.rules), row.example)

    def _of_rows(self, group: list[ExampleResult]) -> Iterator[Evidence]:
        for result in group:
            example = self.rows[result.name].example
            for other in self._same_facts(example):
                yield Evidence(ROW, "same_facts", (("name", result.name), ("other", other)))
            for code in sorted(_never(self.ruleset, result)):
                yield Evidence(ROW, "never", (("name", result.name), ("code", code)))

    def _same_facts(self, example: Example) -> Iterator[str]:
        """Rows with the same facts, of which a column that both fill in expects something else."""
        for other in (row.example for row in self.rows.values() if row.example.name != example.name):
            alike = other.facts == example.facts and _records(other) == _records(example)
            both = other.expected.keys() & example.expected.keys()
            if alike and any(other.expected[column] != example.expected[column] for column in both):
                yield other.name

    def _of_rules(self, group: list[ExampleResult], causes: Causes) -> Iterator[Evidence]:
        if len(group) > 1:
            yield Evidence(RULE, "several", (("number", len(group)),))
        elif (number := self._alike(group[0].name, causes.rules)) and causes.rules:
            yield Evidence(ROW, "others_hold", (("number", number),))

    def _alike(self, name: str, rules: Iterable[Rule]) -> int:
        """How many good rows get the same answers from the yes/no rules behind the difference as this row."""
        named = [rule.key[1] for rule in rules if rule.key[0] in {"voorwaarde", "berekening"}]
        asked = [each for each in named if each in self.ruleset.criteria and not self.ruleset.criteria[each].per]
        answers = self._answers(name, asked)
        return sum(answers == self._answers(good, asked) for good in self.good) if asked else 0

    def _answers(self, name: str, asked: list[str]) -> list[Truth]:
        row = self.rows[name]
        situation = example_view(row.rules, row.example).situation
        return [situation.verdict(each) for each in asked]


def _records(example: Example) -> dict[str, object]:
    return {name: (found.records, found.complete) for name, found in example.lists.items()}


def _never(ruleset: Ruleset, result: ExampleResult) -> set[str]:
    """Findings that a row expects and no rule of this ruleset can give."""
    cells = (cell for cell in result.cells if cell.column == FINDINGS_COLUMN and not cell.equal)
    expected = {code.strip() for cell in cells for code in cell.expected.split(",")} - {"–"}
    return expected - possible_findings(ruleset)
