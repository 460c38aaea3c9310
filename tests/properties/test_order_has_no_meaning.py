"""The order in which things are written says nothing: the same assessment, to the byte.

One order has a meaning: facts are asked in the order of their table where nothing else tells them apart. So where the
rows of facts change places, the questions are the same ones, and all the rest is the same to the byte.
"""

from __future__ import annotations

import json
from random import Random  # noqa: TID251 - seeded

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.properties.worlds import World, all_worlds, as_json, counter, home, laptop, worlds
from tests.strategies.rulesets import LIBRARY, read, written

NOTES = ("Zorgt voor haar moeder (verzonnen).",)
ORDERS = st.integers(0, 2**16)


def printed(world: World) -> dict[str, str]:
    """The assessment as it is printed, part by part."""
    told = as_json(world.assessed(ask=True, notes=NOTES))
    return {name: json.dumps(part) for name, part in told.items()}


def differing(first: World, second: World) -> list[str]:
    """The parts of two assessments that are not the same to the byte."""
    one, other = printed(first), printed(second)
    assert list(one) == list(other)
    return [name for name in one if one[name] != other[name]]


def asked(world: World) -> set[str]:
    return {each.fact for each in world.assessed(ask=True, notes=NOTES).questions}


def with_blocks_turned(world: World) -> World:
    """The same shipped ruleset with its blocks in the opposite order."""
    head, *blocks = print_ruleset(world.ruleset).split("\n### ")
    text = "\n### ".join([head, *(f"{each.rstrip()}\n" for each in reversed(blocks))])
    reading = read_text(text, f"{world.ruleset.id}.md", LIBRARY)
    assert reading.ruleset is not None
    return world.in_rules(reading.ruleset)


def test_shipped_rulesets_say_the_same_from_back_to_front() -> None:
    for world in (counter(), laptop(), home()):
        turned = with_blocks_turned(world)
        assert list(turned.ruleset.criteria) == list(reversed(world.ruleset.criteria))
        assert differing(turned, world) == []


@given(worlds(), ORDERS)
def test_order_of_blocks_tables_and_norms_has_no_meaning(world: World, order: int) -> None:
    shuffled = read(written(world.seed).shuffled(order))
    assert shuffled.identity.rules_hash == world.ruleset.identity.rules_hash
    assert differing(world.in_rules(shuffled), world) == []


@given(worlds(), ORDERS)
def test_order_of_rows_of_facts_only_orders_the_questions(world: World, order: int) -> None:
    shuffled = world.in_rules(read(written(world.seed).facts_shuffled(order)))
    assert asked(shuffled) == asked(world)
    assert set(differing(shuffled, world)) <= {"questions", "not_judged"}


@given(worlds(), ORDERS)
def test_order_of_facts_in_a_case_has_no_meaning(world: World, order: int) -> None:
    names = list(world.given)
    shuffled = {name: world.given[name] for name in Random(order).sample(names, len(names))}
    assert differing(World(world.ruleset, shuffled), world) == []


def told_of(world: World) -> tuple[object, ...]:
    """What is told of a case, but in which record of a list it is."""
    told = world.assessed(notes=NOTES)
    verdicts = sorted((each.id, each.list or "", each.verdict) for each in told.criteria)
    found = sorted((each.code, len(each.criteria), each.weight) for each in told.findings)
    ways = sorted((each.id.partition("#")[0], each.outcome_after, each.amount_after or "", len(each.sets_aside))
                  for each in told.proposals)  # fmt: skip
    return told.outcome.id, told.outcome.amount, told.outcome.shown, verdicts, found, ways, told.no_room


@given(all_worlds(), ORDERS)
def test_order_of_records_only_numbers_them(world: World, order: int) -> None:
    given_facts = dict(world.given)
    for name in (name for name in world.ruleset.lists if name in given_facts):
        records = given_facts[name]["records"]
        given_facts[name] = {**given_facts[name], "records": Random(order).sample(records, len(records))}
    assert told_of(World(world.ruleset, given_facts)) == told_of(world)


def test_a_record_less_would_be_seen() -> None:
    assert told_of(home().untold("medebewoners").told("medebewoners", "0")) != told_of(home())


def test_a_fact_more_would_be_seen() -> None:
    """The comparison itself can fail: another fact is another assessment."""
    assert "findings" in differing(counter().untold("reden"), counter())
