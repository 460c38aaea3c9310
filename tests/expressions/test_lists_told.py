"""Questions about lists: how far from the other answer, what is not known yet, in words and as steps."""

from __future__ import annotations

import pytest

from maatwerk.expressions.because import because
from maatwerk.expressions.shortfall import Shortfall, shortfall, unknown_names
from maatwerk.expressions.trace import trace
from maatwerk.expressions.values import Truth
from maatwerk.expressions.words import in_words
from tests.expressions.test_lists import FAMILY, OTHERS, THREE, gifts
from tests.expressions.test_words import plain
from tests.expressions.world import World

HIGH = "gift > € 100"


def lacking(text: str, wanted: Truth, world: World) -> Shortfall:
    return shortfall(world.read(text).root, world, wanted)


def distances(found: Shortfall) -> list[list[tuple[str, int, int]]]:
    return [[(gap.kind, int(gap.distance), gap.record) for gap in each] for each in found.alternatives]


def test_the_records_that_stand_in_the_way_must_all_change() -> None:
    world = gifts({"gift": 109}, {"gift": 40}, {"gift": 109})
    way = [("euro", 9, 1), ("euro", 9, 3)]

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


def test_a_shortfall_that_waits_for_a_field_names_its_record() -> None:
    world = gifts({"gift": 109, **OTHERS}, {"gift": 250})

    found = lacking("voor_alle(gift < € 100 of van_familie uit giften)", Truth.YES, world)

    assert Shortfall((), frozenset({"giften[2].van_familie"})) == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "som(gift uit giften waar van_familie) > € 100",
            "de som van gift van alle giften (alleen als: van familie) = € 150,00 is hoger dan € 100,00",
        ),
        ("aantal(giften) <= 3", "het aantal giften = 3 is niet hoger dan 3"),
        (
            "er_is(giften waar van_familie)",
            "voor ten minste een van de giften geldt: van familie",
        ),
        ("niet er_is(giften)", "er zijn geen giften"),
        ("niet voor_alle(van_familie uit giften)", "niet voor alle giften geldt: van familie"),
        (
            "hoogste_som(gift uit giften per doel) > € 0",
            "de hoogste som van gift per doel van alle giften = tussen € 250,00 en € 400,00 is hoger dan € 0,00",
        ),
    ],
)
def test_a_question_about_a_list_reads_as_words_without_the_figures_of_one_record(text: str, sentence: str) -> None:
    assert sentence == plain(in_words(THREE.read(text).root, THREE, "nl"))


def test_why_there_is_none_is_said_as_it_is() -> None:
    assert "voor geen van de giften geldt: gift is hoger dan € 900,00" == plain(
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


def test_a_shortfall_that_waits_for_a_fact_of_the_case_names_that() -> None:
    found = lacking("voor_alle(gift + schuld <= € 100 uit giften)", Truth.YES, gifts({"gift": 109}))

    assert Shortfall((), frozenset({"schuld"})) == found
