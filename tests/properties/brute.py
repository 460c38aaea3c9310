"""Outcome, value and decisive sets by brute force: written apart from maatwerk, slow, and right at sight."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from maatwerk.criteria.situation import Situation
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Outcome

RANK = {"toekenning": 2, "gedeeltelijk": 1, "vaststelling": 1}
MONTHS = {"": 1, "maand": 12, "jaar": 1}
BACK = ("terugvordering", "verrekening")
LARGEST = 3
Worth = tuple[int, Fraction]
"""How good an outcome is: the rank of its kind, and euros a year."""


def with_verdicts(situation: Situation, verdicts: Mapping[str, Truth]) -> Situation:
    """The same case with these verdicts laid down."""
    return Situation(situation.ruleset, situation.values, today=situation.today, received=situation.received,
                     lists=situation.lists, replaced=situation.replaced, becomes=situation.becomes,
                     flips={**situation.flips, **verdicts})  # fmt: skip


def outcomes(situation: Situation) -> set[str]:
    """Every outcome that some filling of the unknown verdicts gives; "?" where a filling gives none or several."""
    rules = situation.ruleset
    if situation.becomes:
        return {situation.becomes}
    of_the_case = [name for name, each in rules.criteria.items() if not each.per]
    names = [
        *of_the_case,
        *(name for name, each in rules.calculations.items() if each.type.sort == "ja_nee" and not each.per),
    ]
    verdicts = {name: situation.verdict(name) for name in names}
    sure = {name: verdict is Truth.YES for name, verdict in verdicts.items() if verdict.known}
    unknown = [name for name in names if name not in sure]
    fillings = [
        sure | dict(zip(unknown, values, strict=True)) for values in product((True, False), repeat=len(unknown))
    ]
    departed = situation.flips or situation.replaced
    possible = [each for each in fillings if departed or not excluded(situation, each)]
    return {outcome(situation, each) for each in possible}


def excluded(situation: Situation, filling: Mapping[str, bool]) -> bool:
    """Whether loading proved that no case has this pattern."""
    return any(all(filling.get(name) == met for name, met in part) for part in situation.ruleset.impossible)


def outcome(situation: Situation, filling: Mapping[str, bool]) -> str:
    """The outcome of a full pattern, straight from the `als` and `gaat_voor` of each."""
    full = with_verdicts(situation, {name: Truth.of(met) for name, met in filling.items()})
    rules = situation.ruleset.outcomes
    candidates = {name for name, each in rules.items() if full.test(each.when) is Truth.YES}
    beaten = {later for name in candidates for later in _after(name, rules)}
    left = candidates - beaten
    return left.pop() if len(left) == 1 else "?"


def _after(name: str, rules: Mapping[str, Outcome]) -> set[str]:
    later = set(rules[name].precedes)
    return later.union(*(_after(each, rules) for each in later))


def worth(situation: Situation) -> Worth | str | None:
    """The worth of the outcome; "?" where there is nothing but conflicts and gaps, None where it is not known."""
    found = outcomes(situation)
    if len(found) != 1:
        return None
    if found == {"?"}:
        return "?"
    rules = situation.ruleset
    outcome = rules.outcomes[found.pop()]
    parts = [(outcome.amount, outcome.amount_type)] if outcome.amount else []
    parts += [(rules.calculations[name].expression, rules.calculations[name].type) for name in outcome.also]
    euros = Fraction(0)
    for expression, kind in parts:
        amount = _exact(expression, situation)
        if amount is None or kind is None:
            return None
        euros += amount * MONTHS[kind.unit]
    return RANK.get(outcome.kind, 0), -euros if outcome.kind in BACK else euros


def _exact(expression: Expression, situation: Situation) -> Fraction | None:
    value = evaluate(expression.root, situation)
    low, high = value.low, value.high  # type: ignore[union-attr]
    return low if isinstance(low, Fraction) and low == high else None


def better(new: Worth, old: Worth) -> bool:
    """Both rank and euros at least as high, and one higher."""
    return new[0] >= old[0] and new[1] >= old[1] and new != old


def decisive(situation: Situation) -> set[frozenset[str]]:
    """D by its definition: minimal sets of at most three known atoms whose flip is known to be better."""
    now = worth(situation)
    if not isinstance(now, tuple):
        return set()
    names = [name for criterion, each in situation.ruleset.criteria.items() if each.kind != "kenmerk"
             for name in situation.members(criterion) if situation.verdict(name).known]  # fmt: skip
    sets = [frozenset(each) for size in range(1, LARGEST + 1) for each in combinations(names, size)]
    sets += groups(situation)
    said = {each: _judged(situation, each, now) for each in sets}
    return {each for each in sets if said[each] == "yes" and all(said[part] == "no" for part in _parts(each, sets))}


def groups(situation: Situation) -> list[frozenset[str]]:
    """All known records alike for a criterion as one atom: where it is met, and where it is not."""
    rules = situation.ruleset.criteria
    names = [name for name, each in rules.items() if each.per and each.kind != "kenmerk"]
    found = [frozenset(member for member in situation.members(name) if situation.verdict(member) is wanted)
             for name in names for wanted in (Truth.YES, Truth.NO)]  # fmt: skip
    return [each for each in found if len(each) > LARGEST]


def _judged(situation: Situation, names: Iterable[str], now: Worth) -> str:
    then = worth(with_verdicts(situation, {name: situation.verdict(name).inverted() for name in names}))
    if then is None:
        return "unknown"
    return "yes" if isinstance(then, tuple) and better(then, now) else "no"


def _parts(whole: frozenset[str], sets: list[frozenset[str]]) -> list[frozenset[str]]:
    return [each for each in sets if each < whole]
