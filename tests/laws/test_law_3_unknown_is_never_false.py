"""Unknown is never false: learning a fact keeps what was known, and what is not known is asked, never refused."""

from __future__ import annotations

from itertools import pairwise
from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.criteria.members import field_name, record_place
from maatwerk.outcome.decisive import LARGEST
from tests.properties.worlds import OPEN, World, all_worlds, counter, home, laptop, some_worlds, world_of
from tests.strategies.cases import answers, missing
from tests.strategies.rulesets import RECORDS

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment, Finding

AT_ONCE = 3
MAY_GO = frozenset({"bewijs_dun", "niet_gehoord"})


def lost(before: Assessment, after: Assessment) -> list[str]:
    """What was known before a fact was learnt, and is not so after."""
    verdicts = {(each.id, each.record): each.verdict for each in after.criteria}
    flipped = [each.id for each in before.criteria if each.verdict not in (OPEN, verdicts[each.id, each.record])]
    if before.outcome.id not in (OPEN, after.outcome.id):
        flipped.append(before.outcome.id)
    if before.outcome.amount not in (None, after.outcome.amount):
        flipped.append("amount")
    gone = [each.code for each in before.findings if not any(_kept(each, other) for other in after.findings)]
    return flipped + [code for code in gone if code not in MAY_GO]


def _kept(before: Finding, after: Finding) -> bool:
    """The same finding; one about all records together is so when there turn out to be more of them."""
    one, other = before.criteria, after.criteria
    return before.code == after.code and (one == other or (len(one) > LARGEST and set(one) < set(other)))


def answered(world: World) -> list[str]:
    """The facts of the world, and the fields of its records."""
    fields = [field_name(name, number, field) for name in world.ruleset.lists
              for number, record in enumerate(world.given[name]["records"]) for field in record]  # fmt: skip
    return [*world.ruleset.facts, *fields]


def dated(world: World, dice: Random) -> World:
    """The world with the reference date of each record that has one."""
    for name in missing(world.ruleset, world.given):
        place = record_place(name)
        if place is not None and f"{place.list}.{place.field}" == world.ruleset.header.reference_date:
            world = world.told(name, dice.choice(answers(world.ruleset, name)))
    return world


def learning(world: World, dice: Random) -> list[World]:
    """The world as more and more becomes known: facts, records, their fields, and that there are no others.

    A record comes with its `peildatum` where it has one: without that day it is not known which rules it falls under.
    """
    steps = [world]
    while unknown := missing(world.ruleset, steps[-1].given):
        step = steps[-1]
        for name in dice.sample(unknown, dice.randint(1, min(AT_ONCE, len(unknown)))):
            more = ("1+",) if name in world.ruleset.lists else ()
            step = dated(step.told(name, dice.choice((*answers(world.ruleset, name), *more))), dice)
        steps.append(step)
    return steps


def test_learning_why_someone_cannot_pay_by_card_keeps_what_was_known() -> None:
    before = counter().untold("reden")
    assert lost(before.assessed(), counter().assessed()) == []
    assert "onhaalbare_eis" not in {each.code for each in before.assessed().findings}
    assert "onhaalbare_eis" in {each.code for each in counter().assessed().findings}


@given(all_worlds(blank=0.6), st.integers())
def test_learning_a_fact_keeps_known_outcomes_verdicts_and_findings(world: World, seed: int) -> None:
    told = [step.assessed() for step in learning(world, Random(seed))]
    for before, after in pairwise(told):
        assert lost(before, after) == []


@pytest.mark.parametrize(("ruleset", "case", "order"), [(10_017, 86, 86), (10_017, 87, 87)])
def test_a_flip_that_no_case_can_have_is_not_taken_to_settle_what_is_unknown(
    ruleset: int, case: int, order: int
) -> None:
    """Two worlds in which a criterion decided until the fact behind it and another one was learnt."""
    told = [step.assessed() for step in learning(world_of(ruleset, case, blank=0.5), Random(order))]
    assert [lost(before, after) for before, after in pairwise(told)] == [[]] * (len(told) - 1)


def test_a_shortfall_inside_a_record_of_which_a_field_is_missing_can_be_told() -> None:
    """`er_is(posten waar telt_a)` was as far off as a field without its record: learning began with a traceback."""
    told = [step.assessed() for step in learning(world_of(RECORDS + 48, 48, blank=0.6), Random(48))]
    assert [lost(before, after) for before, after in pairwise(told)] == [[]] * (len(told) - 1)


def test_learning_about_the_son_who_lives_at_home_keeps_what_was_known() -> None:
    steps = learning(World(home().ruleset, {}), Random(1))
    told = [step.assessed() for step in steps]
    assert [lost(before, after) for before, after in pairwise(told)] == [[]] * (len(told) - 1)
    assert (OPEN, "norm_alleen") == (told[0].outcome.id, told[-1].outcome.id)


def test_a_reasoner_that_took_unknown_for_no_would_be_found_out() -> None:
    def taking_unknown_for_no(world: World) -> Assessment:
        missing = [name for name, fact in world.ruleset.facts.items() if fact.type.sort == "ja_nee"]
        for name in missing:
            world = world if name in world.given else world.told(name, "nee")
        return world.assessed()

    steps = [learning(world, Random(1)) for world in some_worlds(40, blank=0.6)]
    assert any(lost(taking_unknown_for_no(each[0]), each[-1].assessed()) for each in steps)


def test_an_unknown_income_never_refuses() -> None:
    told = laptop().untold("inkomen").assessed(ask=True)
    assert OPEN == told.outcome.id
    assert "inkomen" in {each.fact for each in told.questions}


@given(all_worlds(blank=0.0), st.integers())
def test_a_missing_fact_that_decides_gives_a_question_and_no_refusal(world: World, seed: int) -> None:
    name = Random(seed).choice(answered(world))
    possible = {world.told(name, value).assessed().outcome.id for value in answers(world.ruleset, name)}
    told = world.untold(name).assessed(ask=True)
    if len(possible) > 1:
        assert told.outcome.id == OPEN
        assert name in {each.fact for each in told.questions}
    else:
        assert told.outcome.id in {*possible, OPEN}
