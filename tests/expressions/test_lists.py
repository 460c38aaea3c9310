"""Questions about the records of a list, also when not all records or not all fields are known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.shortfall import unknown_names
from maatwerk.expressions.types import AMOUNT, NUMBER, YES_NO, Type
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import EMPTY, Span, Truth, Value, Words
from tests.expressions.world import LISTS, NAMES, Plain, Record, World, codes, euros, typed

FAMILY: dict[str, Plain] = {"van_familie": True}
OTHERS: dict[str, Plain] = {"van_familie": False}


def gifts(*records: Record, unfinished: bool = False, **facts: Plain) -> World:
    return World(facts, records={"giften": records}, unfinished={"giften"} if unfinished else ())


def between(low: int | None, high: int | None) -> Value:
    return Span(None if low is None else Fraction(low), None if high is None else Fraction(high))


THREE = gifts({"gift": 100, **FAMILY}, {"gift": 250, **OTHERS}, {"gift": 50, **FAMILY})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aantal(giften)", euros("3")),
        ("aantal(giften waar van_familie)", euros("2")),
        ("som(gift uit giften)", euros("400")),
        ("som(gift * 2 uit giften waar van_familie)", euros("300")),
        ("laagste(gift uit giften)", euros("50")),
        ("hoogste(gift uit giften waar van_familie)", euros("100")),
        ("er_is(giften waar gift > € 200)", Truth.YES),
        ("er_is(giften waar gift > € 250)", Truth.NO),
        ("voor_alle(gift >= € 50 uit giften)", Truth.YES),
        ("voor_alle(gift > € 60 uit giften)", Truth.NO),
        ("voor_alle(gift > € 200 uit giften waar niet van_familie)", Truth.YES),
    ],
)
def test_every_question_about_a_list_counts_the_records_that_it_is_about(text: str, found: Value) -> None:
    assert found == THREE(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aantal(giften)", euros("0")),
        ("som(gift uit giften)", euros("0")),
        ("er_is(giften)", Truth.NO),
        ("voor_alle(van_familie uit giften)", Truth.YES),
        ("laagste(gift uit giften)", between(None, None)),
        ("hoogste(gegeven_op uit giften)", between(None, None)),
        ("hoogste_som(gift uit giften per gever)", euros("0")),
    ],
)
def test_a_list_of_which_is_known_that_it_is_empty(text: str, found: Value) -> None:
    assert found == gifts()(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aantal(giften)", between(0, None)),
        ("som(gift uit giften)", between(0, None)),
        ("som(-gift uit giften)", between(None, 0)),
        ("som(verschil uit giften)", between(None, None)),
        ("er_is(giften)", Truth.UNKNOWN),
        ("voor_alle(van_familie uit giften)", Truth.UNKNOWN),
        ("hoogste(gift uit giften)", between(None, None)),
    ],
)
def test_a_list_of_which_nothing_is_known(text: str, found: Value) -> None:
    assert found == World()(text)


def test_fifteen_hundred_euros_and_an_unknown_gift_are_more_than_twelve_hundred() -> None:
    for world in (gifts({"gift": 1500}, {}), gifts({"gift": 1500}, unfinished=True)):
        assert Truth.YES is world("som(gift uit giften) > € 1.200")
        assert between(300, None) == world("max(€ 0; som(gift uit giften) - € 1.200)")


def test_a_sum_that_another_record_may_lower_has_no_lower_end() -> None:
    assert between(None, None) == gifts({"verschil": 1500}, unfinished=True)("som(verschil uit giften)")


def test_an_unknown_person_among_three_gives_an_amount_between_two() -> None:
    people: list[Record] = [{"deelt_kosten": True}, {"deelt_kosten": True}, {}]
    world = World({"norm_paar": 1200}, records={"huisgenoten": people})

    assert between(2, 3) == world("aantal(huisgenoten waar deelt_kosten)")
    assert Truth.YES is world("aantal(huisgenoten waar deelt_kosten) > 0")
    assert between(300, 400) == world("norm_paar / (1 + aantal(huisgenoten waar deelt_kosten))")


def test_an_open_list_never_proves_that_there_is_none() -> None:
    world = gifts({"gift": 100, **FAMILY}, unfinished=True)

    assert Truth.YES is world("er_is(giften waar van_familie)")
    assert Truth.UNKNOWN is world("er_is(giften waar niet van_familie)")
    assert Truth.NO is world("voor_alle(gift > € 200 uit giften)")
    assert Truth.UNKNOWN is world("voor_alle(gift < € 200 uit giften)")
    assert between(0, 100) == world("laagste(gift uit giften)")
    assert between(100, None) == world("hoogste(gift uit giften)")


def test_a_record_that_perhaps_counts_is_in_the_upper_end_only() -> None:
    world = gifts({"gift": 100, **FAMILY}, {"gift": 30, "verschil": -40})

    assert between(100, 130) == world("som(gift uit giften waar van_familie)")
    assert between(30, 100) == world("laagste(gift uit giften waar van_familie)")
    assert euros("100") == world("hoogste(gift uit giften waar van_familie)")
    assert between(None, None) == world("laagste(gift uit giften waar niet van_familie)")
    assert between(-40, 0) == world("som(verschil uit giften waar niet van_familie)")


def by(giver: str | None, amount: int) -> Record:
    return {"verschil": amount, "gever": Words(giver)}


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([by("a", 60), by("b", 90), by("a", 50)], between(110, 110)),
        ([by("a", 60), by("b", 90), by(None, 50)], between(90, 140)),
        ([by(None, 60), by(None, 50)], between(60, 110)),
        ([by(None, 60)], between(60, 60)),
        ([by("a", -5)], between(-5, -5)),
        ([by(None, -5)], between(-5, -5)),
        ([by("a", 60), by(None, -50)], between(10, 60)),
        ([by("a", -60), by(None, -50)], between(-110, -50)),
    ],
)
def test_the_highest_sum_of_a_group_allows_for_every_group_of_which_we_are_not_sure(
    records: list[Record], found: Value
) -> None:
    assert found == gifts(*records)("hoogste_som(verschil uit giften per gever)")


def test_a_group_that_perhaps_has_no_record_may_be_no_group() -> None:
    world = gifts({"verschil": -5, "gever": "a"})

    assert between(-5, 0) == world("hoogste_som(verschil uit giften waar van_familie per gever)")


def test_a_field_that_is_replaced_by_a_sum_with_itself_is_unknown_in_a_record_that_may_still_come() -> None:
    world = World()
    world.definitions["gift"] = typed("gift + € 10", {**NAMES, **LISTS["giften"]})[0]

    assert between(0, None) == world("som(gift uit giften)")


def test_names_of_the_case_and_of_the_record_stand_together() -> None:
    world = gifts({"gift": 100}, {"gift": 300}, schuld="200")

    assert euros("1") == world("aantal(giften waar gift > schuld)")


def test_what_is_computed_for_each_record_is_a_field_of_it() -> None:
    per = {"giften": {"netto": "max(€ 0; gift - schuld)", "telt_mee": "netto > € 0"}}
    known = World({"schuld": "50"}, records={"giften": [{"gift": 20}, {"gift": 80}]}, per=per)
    unknown = World({"schuld": "50"}, per=per)

    assert euros("30") == known("som(netto uit giften waar telt_mee)")
    assert between(0, None) == unknown("som(netto uit giften)")


def test_a_question_about_a_list_has_a_type() -> None:
    expected = {
        "aantal(giften)": NUMBER,
        "er_is(giften)": YES_NO,
        "voor_alle(van_familie uit giften)": YES_NO,
        "som(gift uit giften)": AMOUNT,
        "hoogste_som(gift uit giften per gever)": AMOUNT,
        "laagste(gegeven_op uit giften)": Type("datum"),
        "hoogste(leeftijd_huisgenoot uit huisgenoten)": Type("getal", "jaar"),
    }

    assert expected == {text: typed(text)[1] for text in expected}
    assert expected == {text: type_of(typed(text)[0].root, World().type_of) for text in expected}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("som(gegeven_op uit giften) > aanvraag", "M203"),
        ("som(van_familie uit giften) > 3", "M203"),
        ("laagste(doel uit giften) = eten", "M203"),
        ("voor_alle(gift uit giften)", "M203"),
        ("er_is(giften waar gift)", "M203"),
        ("er_is(giften waar gever = eten)", "M203"),
        ("aantal(giften) > € 3", "M201"),
        ("er_is(giften waar gift <= grens_heel van gift)", "M206"),
        ("er_is(giften waar gift is bekend)", "M207"),
    ],
)
def test_a_question_about_a_list_with_the_wrong_type_is_a_problem(text: str, code: str) -> None:
    assert [code] == codes(text, rounded=True)


def test_a_sum_of_rounded_amounts_is_rounded_and_of_shares_it_is_not() -> None:
    assert [] == codes("som(gift uit giften) < schuld", rounded=True)
    assert ["M206"] == codes("som(grens_heel van gift uit giften) < schuld", rounded=True)


def test_five_hundred_records_are_no_trouble() -> None:
    records: list[Record] = [{"gift": number, "gever": Words(None)} for number in range(500)]
    world = gifts(*records)

    assert euros("124750") == world("som(gift uit giften)")
    assert between(499, 124750) == world("hoogste_som(gift uit giften per gever)")


def test_a_field_has_no_value_outside_its_list() -> None:
    assert "gift" not in NAMES
    assert ["M273"] == codes("gift > € 3 en er_is(giften waar gift > € 3)")


def test_the_day_of_the_last_gift_is_known() -> None:
    world = gifts({"gegeven_op": date(2026, 2, 1)}, {"gegeven_op": date(2026, 3, 1)})

    assert Span.point(date(2026, 3, 1)) == world("hoogste(gegeven_op uit giften)")


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([by("a", 60)], between(60, 60)),
        ([{"gever": Words("a")}], between(None, None)),
        ([{"gever": Words("a")}, by("b", 5)], between(5, None)),
    ],
)
def test_the_highest_sum_is_at_least_that_of_every_group_that_is_sure(records: list[Record], found: Value) -> None:
    assert found == gifts(*records)("hoogste_som(verschil uit giften per gever)")


@pytest.mark.parametrize(
    ("records", "found"),
    [([by("a", -5), by("b", -7)], between(-12, 0)), ([by(None, 50)], between(0, 50)), ([by("a", 60)], between(0, 60))],
)
def test_groups_of_which_no_record_is_sure_to_count_prove_no_sum(records: list[Record], found: Value) -> None:
    assert found == gifts(*records)("hoogste_som(verschil uit giften waar van_familie per gever)")


def test_what_is_known_to_be_absent_makes_a_sum_of_records_unknown() -> None:
    assert between(None, None) == gifts({"terugbetaald": EMPTY}, {"terugbetaald": 5})("som(terugbetaald uit giften)")


def test_a_record_that_does_not_count_hides_no_unknown_field_of_the_next() -> None:
    world = gifts({"gift": 5, **OTHERS}, {**FAMILY})

    assert frozenset({"giften[2].gift"}) == unknown_names(
        world.read("som(gift uit giften waar van_familie)").root, world
    )
    assert frozenset() == unknown_names(world.read("aantal(giften)").root, world)


def test_what_comes_out_of_a_question_about_what_may_be_absent_is_not_absent() -> None:
    assert not typed("som(terugbetaald uit giften)")[1].or_empty


def test_a_question_per_group_is_printed_with_its_group() -> None:
    text = "hoogste_som(gift uit giften waar van_familie per gever)"

    assert text == print_expression(typed(text)[0].root)
