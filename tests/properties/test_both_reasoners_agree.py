"""5,000 different patterns of generated rulesets and cases: both interpreters say the same. A saboteur is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from maatwerk.reasoning import naive
from maatwerk.reasoning.durable import Net
from maatwerk.reasoning.table import Rule, Table
from tests.properties.patterns import SOURCES, distinct
from tests.properties.worlds import counter, home, laptop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.properties.patterns import Pattern

SHARE = {"outcome": 2_500, "findings": 500, "grounds": 2_000}
FOR_SABOTAGE = {"outcome": 600, "findings": 600, "grounds": 600}
EVERY_RULE = [(name, rule.name) for name, (table, _) in SOURCES.items() for rule in table.rules]


def differences(table: Table, net: Net, patterns: Iterable[Pattern], *, enough: int = 1) -> tuple[int, int]:
    """How many patterns were reasoned, and on how many the two differed; stops at `enough`."""
    reasoned = differed = 0
    for pattern in patterns:
        reasoned += 1
        differed += net.run(pattern) != naive.reason(table, pattern)
        if differed == enough:
            break
    return reasoned, differed


def test_both_reasoners_agree_at_the_counter_on_the_laptop_and_at_home() -> None:
    worlds = (counter(), laptop(), home())
    assert [True, True, True] == [world.assessed().reasoner.agreed for world in worlds]


def test_both_reasoners_agree_on_five_thousand_different_patterns() -> None:
    counted = {}
    for name, number in SHARE.items():
        table = SOURCES[name][0]
        counted[name] = differences(table, Net(table), distinct(name, number))
    assert counted == {name: (number, 0) for name, number in SHARE.items()}
    assert sum(SHARE.values()) >= 5_000


@pytest.mark.parametrize("name", SOURCES)
def test_an_engine_that_forgets_a_rule_is_found_out(name: str) -> None:
    table = SOURCES[name][0]
    twin = Net(Table(table.kinds.values(), table.rules[1:]))
    assert differences(table, twin, distinct(name, FOR_SABOTAGE[name]))[1] == 1


@pytest.mark.parametrize("name", SOURCES)
def test_an_engine_that_forgets_every_denial_is_found_out(name: str) -> None:
    table = SOURCES[name][0]
    rules = [replace(rule, unless=()) for rule in table.rules]
    assert differences(table, Net(Table(table.kinds.values(), rules)), distinct(name, FOR_SABOTAGE[name]))[1] == 1


@pytest.fixture(scope="module")
def samples() -> dict[str, list[Pattern]]:
    return {name: list(distinct(name, number)) for name, number in FOR_SABOTAGE.items()}


@pytest.mark.parametrize(("name", "rule"), EVERY_RULE)
def test_every_rule_of_every_table_matters(name: str, rule: str, samples: dict[str, list[Pattern]]) -> None:
    """A table without this rule gives other conclusions on some pattern."""
    table = SOURCES[name][0]
    kept: list[Rule] = [each for each in table.rules if each.name != rule]
    shorter = Table(table.kinds.values(), kept)
    assert any(naive.reason(table, pattern) != naive.reason(shorter, pattern) for pattern in samples[name])
