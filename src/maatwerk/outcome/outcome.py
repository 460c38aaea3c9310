"""Step 2: which decision the letter of the rules gives for a pattern of verdicts; what it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.terms import times_a_year
from maatwerk.expressions.alternatives import Clause, clauses
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.values import NumberSpan, Span, Truth, Value, all_of
from maatwerk.outcome.table import TABLE
from maatwerk.reasoning.agree import reasoner_for
from maatwerk.reasoning.heard import listening, remembered
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.model import Outcome, Ruleset

UNKNOWN = "onbekend"
FAVOURABLE_RANK = {"toekenning": 2, "gedeeltelijk": 1, "vaststelling": 1}
MONEY_BACK = frozenset({"terugvordering", "verrekening"})


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a pattern can still lead to. `conflict` and `gap`: some filling has several outcomes, or none.

    `stuck`: every filling has a conflict or gap. `waits`: a record may belong to another version of the rules.
    """

    possible: frozenset[str]
    conflict: bool = False
    gap: bool = False
    agreed: bool = True
    engine: str = "naive"
    stuck: bool = False
    waits: bool = False

    @property
    def id(self) -> str:
        """The one outcome, or `onbekend`."""
        if len(self.possible) == 1 and not (self.conflict or self.gap or self.waits):
            return next(iter(self.possible))
        return UNKNOWN


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a situation and its value: rank of the kind, and euros a year (a span where not known)."""

    outcomes: Outcomes
    rank: int
    euros: NumberSpan

    @property
    def id(self) -> str:
        """The one outcome, or `onbekend`."""
        return self.outcomes.id

    def better_than(self, other: Result) -> Truth:
        """Both rank and euros at least as high, and one higher (nothing but conflicts and gaps: never better)."""
        if self.outcomes.stuck:
            return Truth.NO
        if UNKNOWN in (self.id, other.id) or not self.euros.known or not other.euros.known:
            return Truth.UNKNOWN
        if self.rank < other.rank or self.euros.low < other.euros.low:  # type: ignore[operator]
            return Truth.NO
        return Truth.of((self.rank, self.euros.low) != (other.rank, other.euros.low))


@lru_cache(maxsize=256)
def _rule_facts(ruleset: Ruleset) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for outcome in ruleset.outcomes.values():
        facts += [Fact("precedes", (outcome.name, later)) for later in outcome.precedes]
        for number, clause in enumerate(clauses(outcome.when.root)):
            facts.append(Fact("clause", (outcome.name, number)))
            facts += [Fact("needs", (outcome.name, number, name, met)) for name, met in sorted(clause)]
    return tuple(facts)


def outcomes_of(ruleset: Ruleset, pattern: Mapping[str, Truth], *, flipped: bool = False) -> Outcomes:
    """The outcomes that a three-valued pattern can still have, over all fillings not proved impossible.

    A flip may make a pattern that no case can have. So after a flip no filling is left out: else what is not known yet
    would be taken to go along with the flip, and learning it could turn a known outcome.
    """
    verdicts = tuple(pattern[name] for name in deciding_names(ruleset))
    return _outcomes(ruleset, verdicts, flipped, bounds().open_verdicts)


@remembered(50_000)
def _outcomes(ruleset: Ruleset, verdicts: tuple[Truth, ...], flipped: bool, most_open: int) -> Outcomes:  # noqa: FBT001
    """The same of the verdicts that decide, in order; remembered, since flips give the same ones thousands of times."""
    named = dict(zip(deciding_names(ruleset), verdicts, strict=True))
    if sum(not verdict.known for verdict in verdicts) > most_open:
        return _at_most(ruleset, named)
    tried = (each for each in fillings(named) if flipped or not impossible(ruleset, each))
    witnesses = {candidates(ruleset, each): frozenset(each.items()) for each in tried}
    remembered = _reasoned(ruleset) if flipped else {}
    found = [reason(ruleset, remembered.setdefault(alike, each)) for alike, each in witnesses.items()]
    return Outcomes(
        possible=frozenset().union(*(each.possible for each in found)),
        conflict=any(each.conflict for each in found),
        gap=any(each.gap for each in found),
        stuck=all(each.conflict or each.gap for each in found),
        agreed=all(each.agreed for each in found),
        engine=found[0].engine,
    )


def outcomes_alike(ruleset: Ruleset, filling: Mapping[str, bool]) -> frozenset[str]:
    """The outcomes of a full pattern, reasoned once for all with the same candidates: for where thousands are tried."""
    witness = _reasoned(ruleset).setdefault(candidates(ruleset, filling), frozenset(filling.items()))
    return reason(ruleset, witness).possible


def _at_most(ruleset: Ruleset, pattern: Mapping[str, Truth]) -> Outcomes:
    """Every outcome that may still be: too many verdicts are open to fill them in in all ways."""
    may = {name for name, ways in _clauses_of(ruleset) if any(_holds(pattern, way) is not Truth.NO for way in ways)}
    must = {name for name, ways in _clauses_of(ruleset) if any(_holds(pattern, way) is Truth.YES for way in ways)}
    beaten = {later for first in must for later in ruleset.outcomes[first].precedes}
    return Outcomes(frozenset(may - beaten), gap=not must)


def _holds(pattern: Mapping[str, Truth], way: Clause) -> Truth:
    return all_of(pattern[name] if met else pattern[name].inverted() for name, met in way)


@lru_cache(maxsize=256)
def deciding_names(ruleset: Ruleset) -> tuple[str, ...]:
    """The criteria and calculations in the `als` of some outcome: no other verdict changes which outcome there is."""
    named = {name for _, ways in _clauses_of(ruleset) for way in ways for name, _ in way}
    return tuple(name for name in (*ruleset.criteria, *ruleset.calculations) if name in named)


def candidates(ruleset: Ruleset, filling: Mapping[str, bool]) -> frozenset[str]:
    """The outcomes of which some clause holds. Patterns with the same candidates have the same outcome.

    So one of them is reasoned for all: 14 open verdicts are 16,384 patterns, but seldom more than ten such groups.
    """
    return frozenset(
        name for name, ways in _clauses_of(ruleset) if any(all(filling[key] is met for key, met in way) for way in ways)
    )


@lru_cache(maxsize=256)
def _reasoned(_: Ruleset) -> dict[frozenset[str], Clause]:
    """For each group of candidates the pattern that is reasoned for all flips: D tries thousands of them."""
    return {}


@lru_cache(maxsize=256)
def _clauses_of(ruleset: Ruleset) -> tuple[tuple[str, tuple[Clause, ...]], ...]:
    return tuple((outcome.name, clauses(outcome.when.root)) for outcome in ruleset.outcomes.values())


def fillings(pattern: Mapping[str, Truth]) -> Iterator[dict[str, bool]]:
    """The pattern with its unknown verdicts filled in in all ways."""
    known = {name: verdict is Truth.YES for name, verdict in pattern.items() if verdict.known}
    unknown = [name for name, verdict in pattern.items() if not verdict.known]
    for values in product((True, False), repeat=len(unknown)):
        yield {**known, **dict(zip(unknown, values, strict=True))}


def impossible(ruleset: Ruleset, filling: Mapping[str, bool]) -> bool:
    """Whether the pattern was proved impossible when the ruleset was loaded."""
    return any(all(filling.get(name) == met for name, met in part) for part in ruleset.impossible)


def facts_of(ruleset: Ruleset, filling: Clause) -> tuple[Fact, ...]:
    """What the reasoner is told of one fully known pattern."""
    return (*_rule_facts(ruleset), *(Fact("verdict", pair) for pair in sorted(filling)))


@remembered(100_000)
def reason(ruleset: Ruleset, filling: Clause) -> Outcomes:
    """The outcomes of one fully known pattern, by both reasoners; remembered.

    Findings are united, but an outcome is one: what only durable-rules gives is none. Else the rules seem to overlap.
    """
    with listening() as heard:
        conclusions = reasoner_for(TABLE)(facts_of(ruleset, filling))
    facts = conclusions.facts.difference(*(each.only_durable for each in heard))
    found = frozenset(str(fact.values[0]) for fact in facts if fact.kind == "outcome")
    return Outcomes(found, len(found) > 1, not found, conclusions.agreed, conclusions.engine)


@lru_cache(maxsize=256)
def pattern_names(ruleset: Ruleset) -> tuple[str, ...]:
    """The names whose verdicts make the pattern: all criteria of the case, and the calculations named in an `als`."""
    of_the_case = (name for name, each in ruleset.criteria.items() if not each.per)
    return (*of_the_case, *(name for name in deciding_names(ruleset) if name in ruleset.calculations))


def pattern_of(situation: Situation) -> dict[str, Truth]:
    """The three-valued verdicts that decide the outcome."""
    return {name: situation.verdict(name) for name in pattern_names(situation.ruleset)}


def judge(situation: Situation) -> Result:
    """The outcome of a situation by the letter of the rules, with its value in euros a year."""
    forced = situation.becomes
    changed = bool(situation.flips or situation.replaced)
    outcomes = (
        Outcomes(frozenset({forced}))
        if forced
        else outcomes_of(situation.ruleset, pattern_of(situation), flipped=changed)
    )
    if situation.undated:
        outcomes = replace(outcomes, waits=True)
    if outcomes.id == UNKNOWN:
        return Result(outcomes, 0, Span(None, None))
    outcome = situation.ruleset.outcomes[outcomes.id]
    return Result(outcomes, FAVOURABLE_RANK.get(outcome.kind, 0), euros_a_year(situation, outcome))


def euros_a_year(situation: Situation, outcome: Outcome, years: Fraction = Fraction(1)) -> NumberSpan:
    """What an outcome is worth to the resident in 12 months, in euros; below zero when money goes back.

    `years`: in so many years instead. What is paid once counts once.
    """
    parts: list[tuple[Value, Type | None]] = [(amount(situation, outcome), outcome.amount_type)]
    parts += [(situation.value(name), situation.type_of(name)) for name in outcome.also]
    total: NumberSpan = Span(Fraction(0), Fraction(0))
    for span, kind in parts:
        if kind is not None and isinstance(span, Span):
            times = times_a_year(kind.unit) * years if kind.unit else Fraction(1)
            total = _plus(total, span, times)  # type: ignore[arg-type]
    if outcome.kind in MONEY_BACK:
        return Span(_negated(total.high), _negated(total.low))
    return total


def _plus(left: NumberSpan, right: NumberSpan, times: Fraction) -> NumberSpan:
    low = None if left.low is None or right.low is None else left.low + right.low * times
    high = None if left.high is None or right.high is None else left.high + right.high * times
    return Span(low, high)


def _negated(bound: Fraction | None) -> Fraction | None:
    return None if bound is None else -bound


def amount(situation: Situation, outcome: Outcome) -> NumberSpan:
    """The `bedrag` of an outcome in euros, in its own period; no amount = 0."""
    if outcome.amount is None:
        return Span(Fraction(0), Fraction(0))
    value = evaluate(outcome.amount.root, situation)
    if not isinstance(value, Span):
        raise TypeError(type(value).__name__)
    return value  # type: ignore[return-value]
