"""What the analysis of a ruleset says, beside what trying every case on a grid says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from maatwerk.basics.problems import Problem
from maatwerk.bench.analysis import analyse
from maatwerk.loading.analysis import pattern_problems
from tests.findings.small import ruleset
from tests.properties.small_rules import SmallRules, small_rules

UNSURE = {"M405": "M401", "M406": "M402", "M407": ""}


@dataclass
class Compared:
    """How often each code was given, how often something stayed open, and where the two differ."""

    counted: Counter[str] = field(default_factory=Counter)
    open: int = 0
    differences: list[str] = field(default_factory=list)


def compare(seeds: range, other: int | None = None) -> Compared:
    """So many rulesets, each wholly. `other`: let the analysis read the ruleset of that seed, to see a difference."""
    found = Compared()
    for seed in seeds:
        _compare(seed, found, small_rules(seed if other is None else other).text)
    return found


def _compare(seed: int, found: Compared, text: str) -> None:
    rules = small_rules(seed)
    read = ruleset(text)
    problems = analyse(read, pattern_problems(read))
    said = {(each.code, dict(each.values).get("name", "")) for each in problems}
    unsettled = {
        name for each in problems if each.code in ("M425", "M426") for name in dict(each.values)["names"].split(", ")
    }
    expected = _expected(rules)
    found.counted.update(code for code, _ in said)
    found.open += len(unsettled)
    for code, name in sorted(expected - said):
        unsure = (code in ("M401", "M402") and said & {(each, "") for each in UNSURE}) or name in unsettled
        if not unsure:
            found.differences.append(f"{seed}: {code} {name} not said")
    for code, name in sorted(said - expected):  # what is always so, and could not be proved, may be said to be dead
        if code in CHECKED and not (code == "M404" and expected & {("M413", name), ("M414", name)}):
            found.differences.append(f"{seed}: {code} {name} said")
    found.differences += [f"{seed}: M412 {each}" for each in _false_contradictions(rules, problems)]


CHECKED = {"M401", "M402", "M404", "M411", "M413", "M414"}


def _expected(rules: SmallRules) -> set[tuple[str, str]]:
    """All that is so on the grid."""
    patterns = rules.patterns()
    standing = {pattern: rules.standing(pattern) for pattern in patterns}
    found = {("M401", "") for each in standing.values() if len(each) > 1}
    found |= {("M402", "") for each in standing.values() if not each}
    given = frozenset().union(*standing.values())
    found |= {("M411", f"u{at}") for at in range(len(rules.outcomes)) if at not in given}
    for at in range(len(rules.criteria)):
        verdicts = {pattern[at] for pattern in patterns}
        if len(verdicts) == 1:
            found.add(("M413" if True in verdicts else "M414", f"c{at}"))
        elif any(_same_without(rules, at, taken, standing) for taken in (True, False)):
            found.add(("M404", f"c{at}"))
    return found


def _same_without(rules: SmallRules, at: int, taken: bool, standing: dict[tuple[bool, ...], frozenset[int]]) -> bool:  # noqa: FBT001
    """Whether taking a criterion as met (or not) in every case changes nothing."""
    return all(
        rules.standing((*pattern[:at], taken, *pattern[at + 1 :])) == given for pattern, given in standing.items()
    )


def _false_contradictions(rules: SmallRules, problems: Iterable[Problem]) -> list[str]:
    patterns = rules.patterns()
    found = []
    for each in problems:
        if each.code == "M412":
            names = dict(each.values)["names"]
            part = [(int(word.split()[1][1:]), word.startswith("wel")) for word in names.split(", ")]
            known = [(at, met) for at, met in part if at < len(rules.criteria)]
            if any(all(pattern[at] is met for at, met in known) for pattern in patterns):
                found.append(names)
    return found
