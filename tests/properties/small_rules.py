"""Small random rulesets, once as Markdown and once as plain Python: for a brute force that shares nothing with us."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from random import Random  # noqa: TID251 - seeded: the same ruleset every time

Case = Mapping[str, object]
Pattern = tuple[bool, ...]

ALL_USED = """
### Signaal: alles_gebruikt
- als: vlag of keus = x of samen > 0 of meer > 0
- aard: procedure
- tekst: Dit is zo.
- doe: Kijk hiernaar.
"""

GRID = [Fraction(quarter, 4) for quarter in range(41)]
"""Numbers from 0 to 10. The limits are 1 to 4: every stretch between limits of a, b, a + b and a - b has some."""


@dataclass(frozen=True)
class Condition:
    """A yes/no expression as a jurist writes it, and as Python."""

    text: str
    holds: Callable[[Case], bool]


@dataclass(frozen=True)
class SmallRules:
    """Criteria in order; outcomes as ways (each a set of criterion and verdict); those that each outcome precedes."""

    criteria: tuple[Condition, ...]
    outcomes: tuple[tuple[tuple[tuple[int, bool], ...], ...], ...]
    precedes: tuple[frozenset[int], ...]

    def pattern(self, case: Case) -> Pattern:
        """Which criteria a case meets."""
        return tuple(each.holds(case) for each in self.criteria)

    def standing(self, pattern: Pattern) -> frozenset[int]:
        """The outcomes that stand: one of their ways holds, and no outcome that goes before does."""
        holding = {
            number
            for number, ways in enumerate(self.outcomes)
            if any(all(pattern[at] is met for at, met in way) for way in ways)
        }
        return frozenset(each for each in holding if not any(each in self.before(first) for first in holding))

    def before(self, first: int) -> frozenset[int]:
        """All that an outcome precedes, in however many steps."""
        found = set(self.precedes[first])
        while more := {later for each in found for later in self.precedes[each]} - found:
            found |= more
        return frozenset(found)

    def patterns(self) -> frozenset[Pattern]:
        """Every pattern that some case on the grid has."""
        return frozenset(self.pattern(case) for case in cases())

    @property
    def text(self) -> str:
        """As Markdown, with only the keys that matter."""
        rows = "| a | getal |\n| b | getal |\n| vlag | ja_nee |\n| keus | keuze: x, y |\n"
        sums = "### Berekening: samen\n- soort: getal\n- is: a + b\n\n"
        sums += "### Berekening: meer\n- soort: getal\n- is: max(0; a - b)\n"
        criteria = "".join(f"\n### Voorwaarde: c{at}\n- eis: {each.text}\n" for at, each in enumerate(self.criteria))
        outcomes = "".join(self._outcome(at) for at in range(len(self.outcomes)))
        return f"\n| gegeven | soort |\n|---|---|\n{rows}\n{sums}{criteria}{outcomes}{ALL_USED}"

    def _outcome(self, at: int) -> str:
        ways = " of ".join(f"({_way(way)})" for way in self.outcomes[at])
        later = ", ".join(f"u{each}" for each in sorted(self.precedes[at]))
        return f"\n### Uitkomst: u{at}\n- als: {ways}\n- soort: vaststelling\n" + (
            f"- gaat_voor: {later}\n" if later else ""
        )


def _way(way: tuple[tuple[int, bool], ...]) -> str:
    return " en ".join(f"{'' if met else 'niet '}c{at}" for at, met in way)


def cases() -> Iterator[Case]:
    """Every case on the grid."""
    for a, b, flag, choice in product(GRID, GRID, (True, False), ("x", "y")):
        yield {"a": a, "b": b, "vlag": flag, "keus": choice}


def small_rules(seed: int) -> SmallRules:
    """Two to four criteria and two or three outcomes. The first three seeds of ten have neither gap nor conflict."""
    random = Random(seed)
    criteria = tuple(_condition(random) for _ in range(random.randint(2, 4)))
    if seed % 10 < 3:
        split = tuple((at, True) for at in range(len(criteria)))
        others = tuple(((at, False),) for at in range(len(criteria)))
        return SmallRules(criteria, ((split,), others), (frozenset(), frozenset()))
    number = random.randint(2, 3)
    outcomes = tuple(tuple(_a_way(random, len(criteria)) for _ in range(random.randint(1, 2))) for _ in range(number))
    precedes = [frozenset(each for each in range(at + 1, number) if random.random() < 0.5) for at in range(number)]
    return SmallRules(criteria, outcomes, tuple(precedes))


def _a_way(random: Random, criteria: int) -> tuple[tuple[int, bool], ...]:
    chosen = sorted(random.sample(range(criteria), random.randint(1, min(2, criteria))))
    return tuple((at, random.random() < 0.5) for at in chosen)


def _condition(random: Random) -> Condition:
    one, other = _atom(random), _atom(random)
    match random.randint(0, 5):
        case 0:
            return Condition(f"{one.text} en {other.text}", lambda case: one.holds(case) and other.holds(case))
        case 1:
            return Condition(f"{one.text} of {other.text}", lambda case: one.holds(case) or other.holds(case))
        case 2:
            return Condition(f"niet ({one.text})", lambda case: not one.holds(case))
        case _:
            return one


def _atom(random: Random) -> Condition:
    limit = random.randint(1, 4)
    sign, compare = random.choice(SIGNS)
    match random.randint(0, 6):
        case 0:
            return Condition("vlag", lambda case: bool(case["vlag"]))
        case 1:
            return Condition("keus = x", lambda case: case["keus"] == "x")
        case 2:
            return Condition(f"samen {sign} {limit}", lambda case: compare(case["a"] + case["b"], limit))  # type: ignore[operator]
        case 3:
            return Condition(f"meer {sign} {limit}", lambda case: compare(max(0, case["a"] - case["b"]), limit))  # type: ignore[operator]
        case 4:
            return Condition(f"a {sign} b", lambda case: compare(case["a"], case["b"]))
        case which:
            name = "a" if which == 5 else "b"
            return Condition(f"{name} {sign} {limit}", lambda case: compare(case[name], limit))


SIGNS: list[tuple[str, Callable[[object, object], bool]]] = [
    ("<=", lambda left, right: left <= right),  # type: ignore[operator]
    ("<", lambda left, right: left < right),  # type: ignore[operator]
    (">", lambda left, right: left > right),  # type: ignore[operator]
    (">=", lambda left, right: left >= right),  # type: ignore[operator]
    ("=", lambda left, right: left == right),
]
