"""What is lacking in parts of an expression: branches, records, ages, and what is unknown beside it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.shortfall import Gap, Shortfall, shortfall, unknown_names
from maatwerk.expressions.values import Span, Truth
from tests.expressions.test_shortfall import distances, lacking
from tests.expressions.world import World


def test_a_choice_whose_condition_is_no_offers_the_first_branch_too() -> None:
    text = "als werkt dan inkomen <= € 1.690 anders inkomen <= grens"

    assert [[Fraction(9)], ["hard", Fraction("0.80")]] == distances(text)


def test_all_parts_of_the_condition_and_of_the_other_branch_are_lacking_together() -> None:
    towards_no = "als student en inkomen > € 1.000 dan werkt anders inkomen <= € 1.690"
    towards_yes = "als werkt en inkomen <= € 1.000 dan inkomen <= € 1.690 anders werkt"
    from_either = "als student of inkomen > € 1.000 dan werkt anders inkomen <= € 1.690"
    in_branch = "als student dan inkomen <= grens en werkt anders werkt"

    assert [["hard"], ["hard", Fraction("0.80")], [Fraction("690.80"), Fraction("0.80")]] == distances(towards_no)
    assert [["hard"], ["hard", Fraction("690.80"), Fraction("0.80")]] == distances(towards_yes)
    assert [["hard"], ["hard", Fraction("690.80"), Fraction("0.80")]] == distances(from_either)
    assert [[Fraction(9), "hard"], ["hard", "hard"]] == distances(in_branch)


def test_while_the_condition_is_not_known_both_branches_are_lacking() -> None:
    text = "als inkomen + beslag > € 5.000 dan inkomen <= € 1.681 anders inkomen <= € 1.690"
    world = World({"inkomen": "1690.80"})
    found = shortfall(world.read(text).root, world, Truth.YES)

    assert [[Fraction("9.80"), Fraction("0.80")]] == [[gap.distance for gap in each] for each in found.alternatives]


def test_what_is_unknown_in_one_part_is_named_beside_the_way_of_another() -> None:
    world = World({"inkomen": "1700", "werkt": False}, definitions={})
    too_much = "inkomen + beslag <= € 1.681,80"
    either = shortfall(world.read(f"werkt of {too_much}").root, world, Truth.YES)
    both = shortfall(world.read(f"inkomen <= € 1.690 en {too_much}").root, world, Truth.YES)

    assert ([["hard"]], frozenset({"beslag"})) == (
        [[gap.kind for gap in each] for each in either.alternatives],
        either.unknown_names,
    )
    assert Shortfall((), frozenset({"beslag"})) == both


def test_the_gap_of_an_age_says_both_sides() -> None:
    found = lacking("leeftijd_op(geboren; aanvraag) >= 18", geboren=date(2008, 9, 11))

    assert Shortfall(((Gap("days", Fraction(10), None, "leeftijd_op(geboren; aanvraag)", "18"),),)) == found


def test_an_age_that_nobody_reaches_is_hard() -> None:
    found = lacking("leeftijd_op(geboren; aanvraag) >= 10000", geboren=date(2008, 9, 11))

    assert Shortfall(((Gap("hard", Fraction(0), None, "leeftijd_op(geboren; aanvraag) >= 10000"),),)) == found


def test_an_age_on_a_day_that_is_not_quite_known_has_no_distance() -> None:
    some_day = Span(date(2026, 8, 1), date(2026, 9, 1))

    assert Shortfall((), frozenset({"aanvraag"})) == lacking(
        "leeftijd_op(geboren; aanvraag) >= 18", geboren=date(2020, 1, 1), aanvraag=some_day
    )


@pytest.mark.parametrize(("records", "ways"), [(8, 256), (9, 1)])
def test_up_to_256_ways_over_all_records_each_way_is_given(records: int, ways: int) -> None:
    world = World(records={"giften": [{"gift": 20, "van_familie": False}] * records})
    root = world.read("voor_alle(van_familie of gift <= € 10 uit giften)").root

    assert ways == len(shortfall(root, world, Truth.YES).alternatives)


def test_a_norm_that_waits_for_its_keys_is_not_asked_itself() -> None:
    world = World({"aantal_kinderen": 2}, table={("paar", 0): Fraction(5), ("alleenstaand", 0): Fraction(3)})

    assert frozenset({"huishouden"}) == unknown_names(
        world.read("norm_soort bij huishouden bij aantal_kinderen").root, world
    )


def test_a_norm_that_waits_for_its_day_is_not_asked_itself() -> None:
    world = World(rows={"norm_alleen": {date(2000, 1, 1): Fraction(3), date(2020, 1, 1): Fraction(4)}})

    assert frozenset({"geboren"}) == unknown_names(world.read("norm_alleen op geboren").root, world)
