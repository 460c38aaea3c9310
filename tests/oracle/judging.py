"""Section 8 of the ruleset language by brute force: outcome, value, better, and the decisive sets D."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from tests.oracle.evaluator import Evaluator
from tests.oracle.known import Value
from tests.oracle.points import tidy
from tests.oracle.rules import Rules
from tests.oracle.tree import Node

WRONG = "?"
"""The outcome of a filling with several outcomes, or none."""
RANK = {"toekenning": 2, "gedeeltelijk": 1, "vaststelling": 1}
BACK = ("terugvordering", "verrekening")
A_YEAR = {"maand": 12}
LARGEST = 3
Part = frozenset[tuple[str, bool]]
Worth = tuple[int, Value]


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges cases of one ruleset. `impossible`: parts of patterns that were proved to be so when it was loaded."""

    rules: Rules
    impossible: frozenset[Part]

    def outcomes(self, case: Evaluator) -> frozenset[str]:
        """What every filling of the unknown verdicts gives. After a flip no filling is left out."""
        names = self.rules.pattern()
        ways = [case.verdict(name) for name in names]
        fillings = [dict(zip(names, each, strict=True)) for each in product(*ways)]
        return frozenset(self.outcome(each) for each in fillings if case.told.flips or not self.excluded(each))

    def excluded(self, filling: Mapping[str, bool]) -> bool:
        """Whether loading proved that no case has this pattern."""
        return any(all(filling[name] is met for name, met in part) for part in self.impossible)

    def outcome(self, filling: Mapping[str, bool]) -> str:
        """The outcome that is left of a full pattern, after who goes before whom."""
        held = {name for name, each in self.rules.outcomes.items() if holds(each.when, filling)}
        left = held - {later for name in held for later in self.after(name)}
        return left.pop() if len(left) == 1 else WRONG

    def after(self, name: str) -> set[str]:
        """The outcomes before which this one goes; that passes on."""
        direct = self.rules.outcomes[name].before
        return set(direct).union(*(self.after(each) for each in direct))

    def worth(self, case: Evaluator, outcome: str) -> Worth:
        """Rank of the kind, and euros in twelve months."""
        found = self.rules.outcomes[outcome]
        parts = [(case.value(found.amount), period_of(found.amount))] if found.amount else []
        parts += [(case.name(name), self.rules.calculations[name].node.sort) for name in found.also]
        low = sum((value[0] * A_YEAR.get(sort, 1) for value, sort in parts), Fraction(0))
        high = sum((value[1] * A_YEAR.get(sort, 1) for value, sort in parts), Fraction(0))
        euros = (-high, -low) if found.kind in BACK else (low, high)
        return RANK.get(found.kind, 0), (tidy(euros[0]), tidy(euros[1]))

    def decisive(self, case: Evaluator) -> set[frozenset[str]]:
        """D: the smallest sets of known atoms whose flip is better, every smaller part being known and not better."""
        now = self.outcomes(case)
        if len(now) != 1 or WRONG in now:
            return set()
        worth = self.worth(case, *now)
        singles = [frozenset({each}) for each in self.atoms(case)]
        said: dict[frozenset[str], str] = {}
        for each in _together(singles):
            said[each] = self.said(case, each, worth)
        found = _smallest(said)
        groups = [each for each in self.groups(case) if not any(one <= each for one in singles if one in found)]
        said |= {each: self.said(case, each, worth) for each in groups if each and each not in said}
        return _smallest(said)

    def atoms(self, case: Evaluator) -> list[str]:
        """The atoms with a known verdict; what describes a person is never one."""
        rules = self.rules.criteria
        every = [atom for name in rules if rules[name].kind != "kenmerk" for atom in case.atoms(name)]
        return [atom for atom in every if len(case.verdict(atom)) == 1]

    def groups(self, case: Evaluator) -> list[frozenset[str]]:
        """Of each criterion per record: all that are met, and all that are not."""
        known = self.atoms(case)
        return [frozenset(each for each in known if each.startswith(f"{name}#") and met in case.verdict(each))
                for name in self.rules.criteria for met in (True, False)]  # fmt: skip

    def said(self, case: Evaluator, atoms: Iterable[str], before: Worth) -> str:
        """Whether a flip is better: ja, nee or onbekend."""
        flipped = case.flipped(atoms)
        then = self.outcomes(flipped)
        if then == {WRONG}:
            return "nee"
        if len(then) != 1:
            return "onbekend"
        after = self.worth(flipped, *then)
        return better(after, before)


def better(after: Worth, before: Worth) -> str:
    """Both at least as high and one higher; an amount that is not known: onbekend."""
    if any(low != high for _, (low, high) in (after, before)):
        return "onbekend"
    new, old = (after[0], after[1][0]), (before[0], before[1][0])
    return "ja" if new[0] >= old[0] and new[1] >= old[1] and new != old else "nee"


def _together(atoms: list[frozenset[str]]) -> list[frozenset[str]]:
    sets = [frozenset().union(*each) for size in range(1, LARGEST + 1) for each in combinations(atoms, size)]
    return [each for each in sets if each]


def _smallest(said: Mapping[frozenset[str], str]) -> set[frozenset[str]]:
    return {each for each, answer in said.items()
            if answer == "ja" and all(other == "nee" for part, other in said.items() if part < each)}  # fmt: skip


def period_of(node: Node) -> str:
    """The sort of an amount, with its period; what is made of literal amounts only has none."""
    inner = [part for part in node.below() if part.sort == node.sort]
    loose = node.op == "lit" or (inner and all(period_of(part) == "bedrag" for part in inner))
    return "bedrag" if loose else node.sort


def holds(when: Node, filling: Mapping[str, bool]) -> bool:
    """Whether the `als` of an outcome holds in a full pattern."""
    match when.op:
        case "niet":
            return not holds(when.parts[0], filling)
        case "en":
            return all(holds(part, filling) for part in when.parts)
        case "of":
            return any(holds(part, filling) for part in when.parts)
        case _:
            return filling[when.word]
