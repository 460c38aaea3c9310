"""Puts a case to maatwerk and to the oracle, and lists every difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache

from maatwerk.case.reading import read_case
from maatwerk.criteria.situation import Situation
from maatwerk.findings.view import View
from maatwerk.loading.analysis import analysed, pattern_problems
from maatwerk.outcome.decisive import decisive_sets
from maatwerk.outcome.outcome import UNKNOWN, amount
from maatwerk.questions import facts_that_matter
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text
from maatwerk.story import view_of
from tests.oracle.cases import Small, case_of
from tests.oracle.evaluator import Evaluator
from tests.oracle.grow import rules_of
from tests.oracle.judging import WRONG, Judge
from tests.oracle.known import Value
from tests.oracle.rules import Rules
from tests.oracle.single import each_once
from tests.oracle.translated import alike, hull_of, plain, theirs_of, within
from tests.strategies.rulesets import LIBRARY

TODAY = date(2026, 12, 1)
OUTCOME, AMOUNT = 1, 2


@dataclass(slots=True)
class Tally:
    """What was compared, and every difference found: (kind, seeds, what)."""

    cases: int = 0
    completions: int = 0
    counted: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in what another counted."""
        self.cases += other.cases
        self.completions += other.completions
        self.counted += other.counted
        self.differences += other.differences


@cache
def loaded(seed: int) -> tuple[Rules, Ruleset]:
    """A ruleset as the oracle has it, and as maatwerk reads it. AssertionError shows a fault of the generator."""
    rules = rules_of(seed)
    return rules, read(rules)


def read(rules: Rules, change: Callable[[str], str] = str) -> Ruleset:
    """The ruleset as maatwerk reads it, after a change of its text."""
    reading = read_text(change(rules.text()), "klein.md", LIBRARY)
    wrong = [each for each in reading.problems if not each.warning]
    assert reading.ruleset is not None, wrong
    assert not wrong, wrong
    ruleset = analysed(reading.ruleset)
    assert not [each for each in pattern_problems(ruleset) if not each.warning]
    return ruleset


def compared(seed: int, case_seed: int, *, most: int, oracle: type[Evaluator] = Evaluator) -> Tally:
    """One case, both ways."""
    rules, ruleset = loaded(seed)
    small = case_of(rules, case_seed, most)
    return Comparison(small, ruleset, f"{seed}/{case_seed}", oracle).run()


class Comparison:
    """One case: what maatwerk says of it, what the oracle says, and what all its completions say."""

    def __init__(self, small: Small, ruleset: Ruleset, label: str, oracle: type[Evaluator] = Evaluator) -> None:
        self.small, self.ruleset, self.label, self.oracle = small, ruleset, label, oracle
        self.case = oracle(small.rules, small.told())
        self.judge = Judge(small.rules, ruleset.impossible)
        self.view = _view(small, ruleset)
        self.tally = Tally(cases=1)

    def run(self) -> Tally:
        """Compare everything."""
        self.values()
        self.outcome()
        self.decisive()
        if self.small.slots():
            self.completions()
        return self.tally

    def note(self, kind: str, what: str) -> None:
        self.tally.differences.append((kind, self.label, what))

    @property
    def situation(self) -> Situation:
        return self.view.situation

    def names(self) -> Iterator[str]:
        """Everything that has a value: calculations and criteria, in each record where they are asked there."""
        for name, rule in {**self.small.rules.calculations, **self.small.rules.criteria}.items():
            records = self.small.records or []
            yield from [f"{name}#{number + 1}" for number in range(len(records))] if rule.per else [name]

    def values(self) -> None:
        """Every value is what the definition gives, known or not."""
        for name in self.names():
            mine, theirs = self.case.named(name), theirs_of(self.situation, name)
            self.tally.counted["values"] += 1
            if not alike(mine, theirs):
                self.note("value", f"{name}: oracle {mine}, maatwerk {theirs}")

    def outcome(self) -> None:
        """The outcomes that are still possible, and what they are worth."""
        mine = self.judge.outcomes(self.case)
        outcomes = self.view.result.outcomes
        theirs = outcomes.possible if not (outcomes.conflict or outcomes.gap) else outcomes.possible | {WRONG}
        self.tally.counted["known outcomes"] += len(mine) == 1
        if mine != theirs:
            self.note("outcome", f"oracle {sorted(mine)}, maatwerk {sorted(theirs)}")
        elif len(mine) == 1:
            rank, euros = self.judge.worth(self.case, *mine)
            result = self.view.result
            if (rank, euros) != (result.rank, plain(result.euros)):
                self.note("worth", f"oracle {rank} {euros}, maatwerk {result.rank} {result.euros}")

    def decisive(self) -> None:
        """D, and nothing else."""
        mine = self.judge.decisive(self.case)
        theirs = self.found_sets()
        self.tally.counted["decisive sets"] += len(mine)
        self.tally.counted["groups"] += sum(len(each) > 3 for each in mine)
        if mine != theirs:
            self.note("decisive", f"oracle {_sorted(mine)}, maatwerk {_sorted(theirs)}")

    def found_sets(self) -> set[frozenset[str]]:
        """The decisive sets that maatwerk finds."""
        found = self.view.sets.values() or decisive_sets(self.situation, self.view.result)
        return {frozenset(each.criteria) for each in found}

    def asked(self) -> dict[str, int]:
        """What maatwerk asks, with the level of each question."""
        return {each.fact: each.level for each in facts_that_matter(self.view)}

    def completions(self) -> None:
        """What is known holds in every completion; and what every completion gives is known, where that is promised."""
        names = list(self.names())
        claimed = {name: plain(theirs_of(self.situation, name)) for name in names}
        seen: dict[str, list[Value]] = {name: [] for name in names}
        results: dict[tuple[int, ...], tuple[object, object]] = {}
        for at, told in self.small.completions():
            full = self.oracle(self.small.rules, told)
            for name in names:
                seen[name].append(full.named(name))
            results[at] = self.result(full)
        self.tally.completions += len(results)
        for name in names:
            self.bounds(name, claimed[name], seen[name])
        self.questions(results)

    def result(self, full: Evaluator) -> tuple[object, object]:
        """The outcome of a completed case, with what is paid and shown; checked against what was known before."""
        outcomes = self.judge.outcomes(full)
        if not outcomes:
            self.note("impossible", "a case has a pattern that was called impossible")
        known = self.view.result.id
        if known != UNKNOWN and outcomes != {known}:
            self.note("outcome unsound", f"maatwerk knew {known}, a completion gives {sorted(outcomes)}")
        if len(outcomes) != 1 or WRONG in outcomes:
            return outcomes, None
        outcome = self.small.rules.outcomes[next(iter(outcomes))]
        paid = full.value(outcome.amount) if outcome.amount else (Fraction(0), Fraction(0))
        said = plain(amount(self.situation, self.view.outcome)) if self.view.outcome else None
        if said is not None and not within(paid, said):
            self.note("amount unsound", f"a completion gives {paid}")
        return outcomes, (paid, *(full.name(each) for each in (*outcome.also, *outcome.show)))

    def bounds(self, name: str, claimed: Value, seen: list[Value]) -> None:
        """Nothing lies outside what was said, and where each unknown stands once nothing less could be said."""
        outside = [each for each in seen if not within(each, claimed)]
        if outside:
            self.note("unsound", f"{name}: maatwerk {claimed}, a completion gives {outside[0]}")
        elif each_once(self.small, name):
            self.tally.counted["exact bounds"] += 1
            around = hull_of(seen)
            if around != claimed:
                self.note("untight", f"{name}: maatwerk {claimed}, completions {around}")

    def questions(self, results: dict[tuple[int, ...], tuple[object, object]]) -> None:
        """Every fact that changes the outcome is asked; and once it is known, every fact that changes an amount."""
        asked = self.asked()
        slots = list(self.small.slots())
        turning = {slot: turns(results, place) for place, slot in enumerate(slots)}
        known = self.view.result.id != UNKNOWN
        for slot, (outcome, paid) in turning.items():
            self.tally.counted["facts that matter"] += outcome or (known and paid)
            if (outcome or (known and paid)) and slot not in asked:
                self.note("question missed", f"{slot} ({'outcome' if outcome else 'amount'}); asked {sorted(asked)}")
        if not asked and any(outcome or paid for outcome, paid in turning.values()):
            self.note("stopped asking", str(turning))
        for slot, level in asked.items():
            if level <= AMOUNT:
                self.tally.counted["questions"] += 1
                self.tally.counted["superfluous"] += slot in turning and not any(turning[slot])


def _view(small: Small, ruleset: Ruleset) -> View:
    reading = read_case({"case": "Z-1", "ruleset": "klein", "facts": small.as_file()}, ruleset)
    assert reading.case is not None, reading.problems
    return view_of(ruleset, reading.case, today=TODAY)


def turns(results: dict[tuple[int, ...], tuple[object, object]], place: int) -> tuple[bool, bool]:
    """Whether the answer to one question alone turns the outcome, or what is paid, for some answers to the others."""
    first: dict[tuple[int, ...], tuple[object, object]] = {}
    outcome = paid = False
    for at, found in results.items():
        other = first.setdefault((*at[:place], *at[place + 1 :]), found)
        outcome |= other[0] != found[0]
        paid |= other[1] != found[1]
    return outcome, paid


def _sorted(sets: set[frozenset[str]]) -> list[list[str]]:
    return sorted(sorted(each) for each in sets)
