"""How far an expression is from the other answer."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from maatwerk.expressions.shortfall import (
    NOTHING,
    Gap,
    Shortfall,
    cheapest,
    euros,
    shortfall,
    unknown_names,
    within_margin,
)
from maatwerk.expressions.values import Choice, Truth
from tests.expressions.world import Plain, World

if TYPE_CHECKING:
    pass

LIMIT = Fraction("1681.80")
GIVEN: dict[str, Plain] = {
    "inkomen": "1690.80",
    "beslag": "0",
    "norm_alleen": "1401.50",
    "norm_paar": "2002.13",
    "grens_heel": "1.2",
    "student": True,
    "werkt": False,
    "reden": "storing",
    "huishouden": "alleenstaand",
    "aanvraag": date(2026, 9, 1),
    "wachttijd": 5,
}
DEFINITIONS = {
    "norm_huishouden": "als huishouden = paar dan norm_paar anders norm_alleen",
    "grens": "afronden(grens_heel van norm_huishouden; 0,01)",
    "leeftijd": "leeftijd_op(geboren; aanvraag)",
    "inkomen_laag": "inkomen <= grens",
    "jong": "leeftijd < 18",
}


def lacking(text: str, wanted: Truth = Truth.YES, **given: Plain) -> Shortfall:
    world = World({**GIVEN, **given}, definitions=DEFINITIONS)
    return shortfall(world.read(text).root, world, wanted)


def distances(text: str, wanted: Truth = Truth.YES, **given: Plain) -> list[list[Fraction | str]]:
    """The alternatives, each as the distances of its gaps; a hard gap as the word itself."""
    return [
        ["hard" if gap.kind == "hard" else gap.distance for gap in each]
        for each in lacking(text, wanted, **given).alternatives
    ]


def days_of(text: str, born: date, wanted: Truth = Truth.YES) -> list[Fraction | str]:
    (alternative,) = distances(text, wanted, geboren=born)
    return alternative


def test_what_has_the_answer_already_lacks_nothing() -> None:
    assert NOTHING == lacking("student")
    assert NOTHING == lacking("inkomen_laag", Truth.NO)


def test_nine_euros_over_the_limit_is_a_gap_of_nine_euros_a_month() -> None:
    gap = Gap("euro", Fraction(9), LIMIT, "inkomen", "grens", "maand")

    assert Shortfall(((gap,),)) == lacking("inkomen <= grens")
    assert Shortfall(((gap,),)) == lacking("inkomen_laag")


@pytest.mark.parametrize(
    ("text", "income", "distance"),
    [
        ("inkomen <= grens", "1681.81", "0.01"),
        ("inkomen < grens", "1681.80", "0.01"),
        ("inkomen < grens", "1681.81", "0.01"),
        ("inkomen != grens", "1681.80", "0.01"),
        ("inkomen = grens", "1681.79", "0.01"),
        ("inkomen >= grens", "1600", "81.80"),
    ],
)
def test_a_gap_is_never_nothing_also_when_both_sides_are_equal(text: str, income: str, distance: str) -> None:
    assert [[Fraction(distance)]] == distances(text, inkomen=income)


def test_the_way_to_no_is_the_way_to_the_opposite_comparison() -> None:
    assert [[Fraction("0.01")]] == distances("inkomen <= grens", Truth.NO, inkomen="1681.80")
    assert [[Fraction("81.80")]] == distances("niet inkomen >= grens", Truth.NO, inkomen="1600")


def test_the_limit_is_the_side_of_norms_and_figures_else_the_larger_side() -> None:
    def limit(text: str, **given: Plain) -> Fraction | None:
        return lacking(text, Truth.YES, **given).alternatives[0][0].limit

    assert limit("inkomen <= grens") == LIMIT
    assert limit("grens >= inkomen") == LIMIT
    assert limit("inkomen <= € 1.000") == Fraction(1000)
    assert limit("inkomen <= beslag") == Fraction("1690.80")


def test_and_towards_yes_takes_all_its_parts_together() -> None:
    assert [[Fraction(9), Fraction("690.80")]] == distances("inkomen <= grens en inkomen <= € 1.000")
    assert [[Fraction(9), "hard"]] == distances("inkomen <= grens en werkt en student")


def test_or_towards_yes_and_and_towards_no_give_alternatives() -> None:
    assert [["hard"], [Fraction(9)]] == distances("werkt of inkomen <= grens")
    assert [["hard"], [Fraction("0.01")]] == distances("student en inkomen <= grens", Truth.NO, inkomen="1681.80")


def test_or_towards_no_takes_all_its_parts_together() -> None:
    assert [["hard", "hard"]] == distances("student of niet werkt", Truth.NO)


def test_alternatives_inside_a_sum_of_parts_are_combined() -> None:
    text = "(werkt of inkomen <= grens) en (reden = voorkeur of inkomen <= € 1.000)"

    assert [
        ["hard", "hard"],
        ["hard", Fraction("690.80")],
        [Fraction(9), "hard"],
        [Fraction(9), Fraction("690.80")],
    ] == distances(text)


def test_options_and_yes_or_no_are_hard() -> None:
    assert [["hard"]] == distances("reden = voorkeur")
    assert [["hard"]] == distances("reden niet in (storing; rood_staan)")
    assert [["hard"]] == distances("student = nee")


@pytest.mark.parametrize(
    ("text", "birthday", "days"),
    [
        ("leeftijd_op(geboren; aanvraag) >= 18", date(2026, 9, 11), 10),
        ("leeftijd_op(geboren; aanvraag) > 17", date(2026, 9, 11), 10),
        ("18 <= leeftijd_op(geboren; aanvraag)", date(2026, 9, 11), 10),
        ("leeftijd >= 18", date(2026, 9, 11), 10),
        ("niet jong", date(2026, 9, 11), 10),
        ("leeftijd_op(geboren; aanvraag) < 18", date(2026, 8, 22), 10),
        ("leeftijd_op(geboren; aanvraag) <= 17", date(2026, 8, 22), 10),
        ("leeftijd_op(geboren; aanvraag) <= 17", date(2026, 9, 1), 1),
        ("leeftijd_op(geboren; aanvraag) = 18", date(2026, 9, 11), 10),
        ("leeftijd_op(geboren; aanvraag) = 17", date(2026, 8, 22), 10),
        ("leeftijd_op(geboren; aanvraag) != 18", date(2026, 8, 22), 10),
        ("12 <= leeftijd_op(geboren; aanvraag) <= 17 en student", date(2026, 8, 22), 10),
    ],
)
def test_an_age_is_as_far_as_the_birthday_concerned(text: str, birthday: date, days: int) -> None:
    assert [Fraction(days)] == days_of(text, birthday.replace(year=2008))


def test_a_birthday_on_29_february_counts_from_1_march() -> None:
    found = lacking("leeftijd >= 18", geboren=date(2008, 2, 29), aanvraag=date(2026, 2, 20))

    assert [Fraction(9)] == [gap.distance for gap in found.alternatives[0]]


def test_days_are_counted_between_days() -> None:
    earlier = date(2026, 9, 1) - timedelta(days=12)

    assert [[Fraction(12)]] == distances("geboren >= aanvraag", geboren=earlier)
    assert [[Fraction(1)]] == distances("geboren < aanvraag", geboren=date(2026, 9, 1))
    assert [[Fraction(139)]] == distances(
        "plus_jaren(geboren; wachttijd; omlaag) <= aanvraag", geboren=date(2022, 1, 18)
    )


def test_a_choice_between_requirements_offers_the_other_branch_too() -> None:
    text = "als student dan inkomen <= grens anders inkomen <= € 1.690"

    assert [[Fraction(9)], ["hard", Fraction("0.80")]] == distances(text)


def test_what_is_not_known_cannot_be_judged_and_is_named() -> None:
    world = World({"student": False}, definitions=DEFINITIONS)

    assert Shortfall((), frozenset({"inkomen", "grens_heel", "huishouden", "norm_alleen", "norm_paar"})) == shortfall(
        world.read("inkomen_laag").root, world, Truth.YES
    )
    assert frozenset({"werkt"}) == unknown_names(world.read("werkt en niet student").root, world)


def test_a_hard_no_settles_it_whatever_is_unknown_beside_it() -> None:
    world = World({**GIVEN, "inkomen": Choice(frozenset({"x"}))}, definitions=DEFINITIONS)
    del world.given["inkomen"]

    assert [["hard"]] == [
        [gap.kind for gap in each]
        for each in shortfall(world.read("werkt en inkomen <= grens").root, world, Truth.YES).alternatives
    ]


def test_an_amount_that_is_known_to_be_too_high_but_not_how_much_cannot_be_judged() -> None:
    world = World({"inkomen": "1700"})

    found = shortfall(world.read("inkomen + beslag <= € 1.681,80").root, world, Truth.YES)

    assert Shortfall((), frozenset({"beslag"})) == found


def test_a_verdict_that_was_set_aside_is_not_explained_by_its_definition() -> None:
    world = World({**GIVEN, "inkomen": "1000"}, definitions=DEFINITIONS)
    world.given["inkomen_laag"] = Truth.NO

    assert [["hard"]] == [
        [gap.kind for gap in each] for each in shortfall(world.read("inkomen_laag").root, world, Truth.YES).alternatives
    ]


def test_many_alternatives_are_cut_off_and_the_near_ones_stay() -> None:
    choice = "(reden = voorkeur of inkomen <= grens)"

    found = lacking(" en ".join([choice, *(f"(werkt of inkomen <= € {1000 + n})" for n in range(9))]))

    assert len(found.alternatives) == 256
    assert any(all(gap.kind == "euro" for gap in each) for each in found.alternatives)


SHARE, DAYS = Fraction(1, 20), 14


@pytest.mark.parametrize(
    ("gap", "near"),
    [
        (Gap("euro", Fraction(5), Fraction(100), ""), True),
        (Gap("euro", Fraction("5.01"), Fraction(100), ""), False),
        (Gap("euro", Fraction("0.01"), Fraction(0), ""), False),
        (Gap("number", Fraction(1), Fraction(20), ""), True),
        (Gap("number", Fraction(1), Fraction(19), ""), False),
        (Gap("days", Fraction(14), None, ""), True),
        (Gap("days", Fraction(15), None, ""), False),
        (Gap("hard", Fraction(0), None, ""), False),
    ],
)
def test_small_is_five_per_cent_of_the_limit_or_fourteen_days(gap: Gap, *, near: bool) -> None:
    assert near is within_margin(gap, SHARE, DAYS)


def test_a_margin_of_nothing_is_off() -> None:
    assert not within_margin(Gap("days", Fraction(1), None, ""), SHARE, 0)
    assert not within_margin(Gap("euro", Fraction("0.01"), Fraction(100), ""), Fraction(0), DAYS)


def test_the_cheapest_way_in_euros_counts() -> None:
    found = lacking("werkt of inkomen <= grens of inkomen <= € 1.690")

    assert [None, Fraction(9), Fraction("0.80")] == [euros(each) for each in found.alternatives]
    assert cheapest(found) == Fraction("0.80")
    assert cheapest(lacking("werkt")) is None


def test_the_parts_of_a_criterion_that_is_named_are_needed_together() -> None:
    world = World({**GIVEN, "schuld": "60"}, definitions={"arm": "inkomen <= € 1.690 en schuld <= € 50"})
    found = shortfall(world.read("arm").root, world, Truth.YES)

    assert [[Fraction("0.80"), Fraction(10)]] == [[gap.distance for gap in each] for each in found.alternatives]
