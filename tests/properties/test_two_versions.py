"""Two versions of a ruleset: what is told to differ does, and nothing that differs is told to be the same."""

from __future__ import annotations

from datetime import date
from random import Random  # noqa: TID251 - seeded by Hypothesis
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from maatwerk.bench.diff.cases import CasePair, compare_case
from maatwerk.bench.diff.changes import text_diff
from maatwerk.bench.diff.compare import compare
from maatwerk.bench.diff.days import on_same_days
from maatwerk.bench.diff.totals import CaseTotals
from maatwerk.outcome.outcome import judge
from maatwerk.story import view_of
from tests.properties import brute
from tests.strategies import cases
from tests.strategies.planting import planted
from tests.strategies.rulesets import ruleset_of, seeds, written

if TYPE_CHECKING:
    from maatwerk.bench.diff.outcomes import OutcomeDiff
    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Ruleset

OPPOSITE = {"added": "dropped", "dropped": "added", "changed": "changed", "renamed": "renamed"}
TRIED = 25


def two_versions(seed: int, plant: int) -> tuple[Ruleset, Ruleset]:
    """A ruleset, and the same with one requirement changed."""
    new = planted(written(seed), plant)
    assume(new is not None)
    assert new is not None
    return ruleset_of(seed), new


def known_cases(old: Ruleset, new: Ruleset, plant: int) -> list[tuple[Situation, Situation]]:
    """Cases of both versions in which every fact is known, of a small domain."""
    found = []
    for number in range(TRIED):
        told = {**cases.facts(new, Random(plant + number), blank=0), **cases.facts(old, Random(number), blank=0)}
        one, other = (
            view_of(each, cases.case_of(each, cases.known_to(each, told)), today=cases.TODAY).situation
            for each in (old, new)
        )
        found.append((one, other))
    return found


def outcome(situation: Situation) -> str:
    """The outcome by brute force; nothing where there is none for sure."""
    found = brute.outcomes(situation) - {"?"}
    return min(found) if len(found) == 1 else ""


@given(seeds())
def test_a_ruleset_beside_itself_has_no_differences(seed: int) -> None:
    found = compare(ruleset_of(seed), ruleset_of(seed))

    assert found.equal
    assert found.text.alike
    assert () == found.text.changes


@given(seeds(), st.integers(0, 100))
def test_the_rules_differ_where_their_hash_does(seed: int, plant: int) -> None:
    old, new = two_versions(seed, plant)
    found = text_diff(old, new)

    assert found.rules_equal == (old.identity.rules_hash == new.identity.rules_hash)
    assert found.rules_equal == (not any(each.aspect == "rules" for each in found.changes))


@given(seeds(), seeds())
def test_any_two_rulesets_are_equal_exactly_where_their_hashes_are(seed: int, other: int) -> None:
    old, new = ruleset_of(seed), ruleset_of(other)
    found = text_diff(old, new)

    assert (old.identity.rules_hash == new.identity.rules_hash) == (
        not any(each.aspect == "rules" for each in found.changes)
    )


@given(seeds(), seeds())
def test_the_texts_the_other_way_round_are_the_opposite(seed: int, other: int) -> None:
    old, new = ruleset_of(seed), ruleset_of(other)
    there, back = text_diff(old, new), text_diff(new, old)

    def told(each: Any, *, turned: bool) -> tuple[object, ...]:  # noqa: ANN401 - a change
        keys = frozenset((key.key, key.new, key.old) if turned else (key.key, key.old, key.new) for key in each.keys)
        names = (each.old_name, each.name) if turned and each.old_name else (each.name, each.old_name)
        return each.aspect, OPPOSITE[each.sort] if turned else each.sort, each.kind, *names, keys

    assert {told(each, turned=False) for each in there.changes} == {told(each, turned=True) for each in back.changes}
    assert {new: old for old, new in back.renamed.items()} == there.renamed


@given(seeds(), st.integers(0, 100))
def test_every_witness_has_these_two_outcomes(seed: int, plant: int) -> None:
    found = _outcomes(seed, plant)
    for witness in found.witnesses:
        old, new = judge(witness.old), judge(witness.new)
        assert (witness.turn.old, witness.turn.new) == (old.id, new.id)
        assert (witness.turn.old, witness.turn.new) == (outcome(witness.old), outcome(witness.new))
        if witness.turn.same:
            assert old.euros.known
            assert new.euros.known
            assert old.euros != new.euros


def _outcomes(seed: int, plant: int) -> OutcomeDiff:
    found = compare(*two_versions(seed, plant)).outcomes
    assume(found is not None)
    assert found is not None
    return found


@given(seeds(), st.integers(0, 100))
def test_no_case_turns_that_was_proved_not_to(seed: int, plant: int) -> None:
    old, new = two_versions(seed, plant)
    comparison = compare(old, new)
    turned = {pair for one, other in known_cases(old, new, plant) if (pair := _turn(one, other))}
    found = comparison.outcomes
    if found is None:
        assert set() == turned
        return
    told = {(each.turn.old, each.turn.new) for each in found.witnesses}
    open_pairs = {(each.old, each.new) for each in found.undecided}

    assert set() == turned - told - open_pairs
    if found.exhaustive:
        assert turned <= told


def _turn(old: Situation, new: Situation) -> tuple[str, str] | None:
    """The two outcomes where they are not the same, or are not worth the same."""
    pair = outcome(old), outcome(new)
    if "" in pair:
        return None
    worth = brute.worth(old), brute.worth(new)
    other_amount = None not in worth and worth[0] != worth[1]
    return pair if pair[0] != pair[1] or other_amount else None


def test_a_planted_change_that_brute_force_sees_is_found_with_a_case() -> None:
    seen = told = 0
    for number in range(40):
        old, new = ruleset_of(number), planted(written(number), number)
        if new is None or (found := compare(old, new).outcomes) is None:
            continue
        turned = {pair for one, other in known_cases(old, new, number) if (pair := _turn(one, other))}
        seen += len(turned)
        told += len(turned & {(each.turn.old, each.turn.new) for each in found.witnesses})

    assert seen > 20
    assert seen == told


@given(seeds(), st.integers(0, 100), st.integers(0, 10_000))
def test_the_cases_the_other_way_round_are_the_transpose(seed: int, plant: int, dice: int) -> None:
    old, new = two_versions(seed, plant)
    there, back = _totals(old, new, dice), _totals(new, old, dice)

    assert {(old, new): number for (new, old), number in back.table.items()} == dict(there.table)
    assert -back.money().euros == there.money().euros
    assert back.money().known == there.money().known
    assert {pair: -back.money((pair[1], pair[0])).euros for pair in there.table} == {
        pair: there.money(pair).euros for pair in there.table
    }
    assert {code: (old, new) for code, (new, old) in back.findings.items()} == there.findings
    for change, opposite in (("better", "worse"), ("worse", "better"), ("same", "same"), ("unknown", "unknown")):
        assert [each.file for each in back.who(opposite)] == [each.file for each in there.who(change)]  # type: ignore[arg-type]


def _totals(old: Ruleset, new: Ruleset, dice: int) -> CaseTotals:
    pair = on_same_days(old, new)
    told = [_facts(old, new, dice + number) for number in range(4)]
    every = [{"case": f"Z-{number}", "ruleset": old.id, "facts": facts} for number, facts in enumerate(told)]
    found = [compare_case(each, str(each["case"]), pair, date(2026, 8, 1)) for each in every]
    assert all(isinstance(each, CasePair) for each in found)
    return CaseTotals.of(found)


def _facts(old: Ruleset, new: Ruleset, dice: int) -> dict[str, Any]:
    """Facts of both versions, the same whichever is called old."""
    first, second = sorted((old, new), key=lambda each: each.identity.rules_hash)
    return {**cases.facts(first, Random(dice)), **cases.facts(second, Random(dice))}
