"""Questions about the records of a list, also when not all records or not all fields are known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.because import because
from maatwerk.expressions.shortfall import Shortfall, shortfall, unknown_names
from maatwerk.expressions.trace import trace
from maatwerk.expressions.types import AMOUNT, NUMBER, YES_NO, Type
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import Span, Truth, Value, Words
from maatwerk.expressions.words import in_words
from tests.expressions.test_words import plain
from tests.expressions.world import NAMES, Plain, Record, World, codes, euros, typed

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


HIGH = "gift > € 100"


def lacking(text: str, wanted: Truth, world: World) -> Shortfall:
    return shortfall(world.read(text).root, world, wanted)


def distances(found: Shortfall) -> list[list[tuple[str, Fraction, int]]]:
    return [[(gap.kind, gap.distance, gap.record) for gap in each] for each in found.alternatives]


def test_the_records_that_stand_in_the_way_must_all_change() -> None:
    world = gifts({"gift": 109}, {"gift": 40}, {"gift": 109})
    way = [("euro", Fraction(9), 1), ("euro", Fraction(9), 3)]

    assert [way] == distances(lacking(f"er_is(giften waar {HIGH})", Truth.NO, world))
    assert [way] == distances(lacking("voor_alle(gift <= € 100 uit giften)", Truth.YES, world))


def test_a_record_is_out_of_the_way_as_well_when_it_does_not_count() -> None:
    world = gifts({"gift": 109, **FAMILY})

    found = lacking("voor_alle(gift <= € 100 uit giften waar van_familie)", Truth.YES, world)

    assert [[("hard", 0, 1)], [("euro", 9, 1)]] == distances(found)


def test_many_records_with_several_ways_take_the_nearest_of_each() -> None:
    world = gifts(*[{"gift": 109, **FAMILY}] * 30)

    (way,) = distances(lacking("voor_alle(gift <= € 100 uit giften waar van_familie)", Truth.YES, world))

    assert [("euro", 9, number) for number in range(1, 31)] == way


def test_one_comparison_about_the_case_is_one_gap_however_many_records_there_are() -> None:
    world = gifts({}, {}, inkomen="109")

    found = lacking("er_is(giften waar inkomen > € 100)", Truth.NO, world)

    assert [[("euro", 9, 0)]] == distances(found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("er_is(giften)", Truth.NO),
        ("er_is(giften waar gift > € 500)", Truth.YES),
        ("voor_alle(gift < € 500 uit giften)", Truth.NO),
    ],
)
def test_other_tests_of_a_list_are_hard(text: str, wanted: Truth) -> None:
    assert lacking(text, wanted, THREE).is_hard


def test_a_number_of_records_is_as_far_as_it_is() -> None:
    assert [[("number", 1, 0)]] == distances(lacking("aantal(giften) <= 2", Truth.YES, THREE))


def test_what_stands_in_the_way_of_an_open_list_cannot_be_told() -> None:
    world = gifts({"gift": 109}, unfinished=True)

    assert Shortfall((), frozenset({"giften"})) == lacking(f"er_is(giften waar {HIGH})", Truth.NO, world)


def test_what_is_not_known_is_named_with_its_record() -> None:
    per = {"giften": {"netto": "gift - schuld"}}
    world = World(records={"giften": [{"gift": 100, **FAMILY}, {"gift": 5}, OTHERS]}, per=per)
    root = world.read("som(netto uit giften waar van_familie) > € 0").root

    assert frozenset({"schuld", "giften[2].van_familie"}) == unknown_names(root, world)
    assert frozenset({"giften"}) == unknown_names(root, World(per=per))
    assert frozenset({"giften[1].gever"}) == unknown_names(
        world.read("hoogste_som(€ 5 uit giften waar van_familie per gever) > € 9").root, gifts(FAMILY)
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "som(gift uit giften waar van_familie) > € 100",
            "de som van gift (giften, alleen waar: van familie) = € 150,00 is hoger dan € 100,00",
        ),
        ("aantal(giften) <= 3", "het aantal (giften) = 3 is niet hoger dan 3"),
        (
            "er_is(giften waar gift > € 200)",
            "er is er ten minste een (giften, alleen waar: gift is hoger dan € 200,00)",
        ),
        ("niet er_is(giften)", "er is er geen (giften)"),
        ("niet voor_alle(van_familie uit giften)", "niet voor alle geldt: van familie (giften)"),
        (
            "hoogste_som(gift uit giften per doel) > € 0",
            "de hoogste som van gift per doel (giften) = ten minste € 250,00 is hoger dan € 0,00",
        ),
    ],
)
def test_a_question_about_a_list_reads_as_words_without_the_figures_of_one_record(text: str, sentence: str) -> None:
    assert sentence == plain(in_words(THREE.read(text).root, THREE, "nl")).replace(
        "tussen € 250,00 en € 400,00", "ten minste € 250,00"
    )


def test_why_there_is_none_is_said_as_it_is() -> None:
    assert "er is er geen (giften, alleen waar: gift is hoger dan € 900,00)" == plain(
        because(THREE.read("er_is(giften waar gift > € 900)").root, THREE, "nl")
    )


def test_a_trace_shows_every_record() -> None:
    world = gifts({"gift": 100, **FAMILY}, {"gift": 250, **OTHERS})

    assert plain(str(trace(world.read("som(gift uit giften waar van_familie)"), world))).splitlines() == [
        "som(gift uit giften waar van_familie) = € 100,00",
        "  giften 1 = ja",
        "    gift = € 100,00",
        "    van_familie = ja",
        "  giften 2 = nee",
        "    gift = € 250,00",
        "    van_familie = nee",
    ]


def test_five_hundred_records_are_no_trouble() -> None:
    world = gifts(*[{"gift": number, "gever": Words(None)} for number in range(500)])

    assert euros("124750") == world("som(gift uit giften)")
    assert between(499, 124750) == world("hoogste_som(gift uit giften per gever)")


def test_a_field_has_no_value_outside_its_list() -> None:
    assert "gift" not in NAMES
    assert ["M273"] == codes("gift > € 3 en er_is(giften waar gift > € 3)")


def test_the_day_of_the_last_gift_is_known() -> None:
    world = gifts({"gegeven_op": date(2026, 2, 1)}, {"gegeven_op": date(2026, 3, 1)})

    assert Span.point(date(2026, 3, 1)) == world("hoogste(gegeven_op uit giften)")
