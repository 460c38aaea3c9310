"""20,000 random patterns: both interpreters say the same. And sabotaged twins are caught by the same patterns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from maatwerk.reasoning import naive
from maatwerk.reasoning.durable import Net
from maatwerk.reasoning.table import Fact, Pattern, Rule, Table, Var
from maatwerk.reasoning.vocabulary import GATE
from tests.reasoning.random_tables import random_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TABLES, PATTERNS = 400, 50


def differences(net_of: Callable[[Table], Net], *, enough: int) -> tuple[int, int, int]:
    """How many patterns both reasoned, how many had any conclusion, how many differed; stops at `enough`."""
    reasoned = concluded = differed = 0
    for table, patterns in random_patterns(TABLES, PATTERNS):
        net = net_of(table)
        for facts in patterns:
            expected = naive.reason(table, facts)
            reasoned += 1
            concluded += bool(expected)
            differed += net.run(facts) != expected
            if differed == enough:
                return reasoned, concluded, differed
        net.close()
    return reasoned, concluded, differed


def test_the_interpreters_agree_on_twenty_thousand_patterns() -> None:
    reasoned, concluded, differed = differences(Net, enough=1)
    assert (reasoned, differed) == (20_000, 0)
    assert concluded > 10_000


def without_a_rule(rules: tuple[Rule, ...]) -> list[Rule]:
    return list(rules[1:])


def without_denials(rules: tuple[Rule, ...]) -> list[Rule]:
    return [replace(rule, unless=()) for rule in rules]


def without_comparisons(rules: tuple[Rule, ...]) -> list[Rule]:
    return [replace(rule, greater=()) for rule in rules]


def with_comparisons_turned(rules: tuple[Rule, ...]) -> list[Rule]:
    return [replace(rule, greater=tuple((b, a) for a, b in rule.greater)) for rule in rules]


def without_constants(rules: tuple[Rule, ...]) -> list[Rule]:
    def loose(pattern: Pattern) -> Pattern:
        return Pattern(pattern.kind, tuple(value if isinstance(value, Var) else None for value in pattern.values))

    return [replace(rule, when=tuple(map(loose, rule.when))) for rule in rules]


SABOTAGE = (without_a_rule, without_denials, without_comparisons, with_comparisons_turned, without_constants)


@pytest.mark.parametrize("sabotage", SABOTAGE)
def test_a_sabotaged_interpreter_is_found_out(sabotage: Callable[[tuple[Rule, ...]], list[Rule]]) -> None:
    class Twin(Net):
        def __init__(self, table: Table) -> None:
            super().__init__(Table(table.kinds.values(), sabotage(table.rules)))

    assert differences(Twin, enough=1)[2] == 1


def test_a_denial_that_is_read_too_early_is_found_out() -> None:
    """The engine's own fault: a fact that comes after what it denies. Here facts come after the gate."""

    class Hasty(Net):
        def put(self, identity: str, properties: Mapping[str, int]) -> int:
            if identity == "f0":
                for stratum in (1, 2, 3):
                    super().put(f"early{stratum}", self._network.words.signal(GATE, stratum))
            return super().put(identity, properties)

    assert differences(Hasty, enough=1)[2] == 1


def test_order_of_rules_and_facts_has_no_meaning() -> None:
    for table, patterns in random_patterns(40, 10):
        net, turned = Net(table), Net(Table(reversed(table.kinds.values()), reversed(table.rules)))
        for facts in patterns:
            assert net.run(sorted(facts, key=repr)) == turned.run(sorted(facts, key=repr, reverse=True))


def test_conclusions_never_repeat_what_was_given() -> None:
    for table, patterns in random_patterns(40, 10):
        for facts in patterns:
            assert not naive.reason(table, facts) & facts


def test_what_a_net_concludes_is_typed() -> None:
    for table, patterns in random_patterns(40, 10):
        net = Net(table)
        for facts in patterns:
            for fact in net.run(facts):
                assert isinstance(fact, Fact)
                assert [type(value) for value in fact.values] == [of for _, of in table.kinds[fact.kind].columns]
