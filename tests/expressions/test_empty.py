"""`leeg` (known: there is none), rates, tables of norms and working days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.types import AMOUNT, DATE, Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.values import EMPTY, PERHAPS_EMPTY, Span, Truth, Value
from maatwerk.expressions.values_in_words import show
from maatwerk.expressions.words import in_words
from tests.expressions.test_words import plain
from tests.expressions.world import NAMES, World, codes, euros, typed

NONE = World({"einde": EMPTY, "vermogen": EMPTY, "soort_woning": EMPTY, "aanvraag": date(2026, 9, 1)})
UNKNOWN = World({"aanvraag": date(2026, 9, 1)})
SOME = World(
    {"einde": date(2026, 10, 1), "vermogen": "90", "soort_woning": "huur_woning", "aanvraag": date(2026, 9, 1)}
)


@pytest.mark.parametrize(
    ("text", "of_none", "of_unknown", "of_some"),
    [
        ("einde is leeg", Truth.YES, Truth.UNKNOWN, Truth.NO),
        ("einde is niet leeg", Truth.NO, Truth.UNKNOWN, Truth.YES),
        ("einde > aanvraag", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("vermogen >= € 0", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("vermogen = vermogen", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("soort_woning = huur_woning", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("soort_woning in (huur_woning; koop_woning)", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("max(vermogen; € 50) >= € 50", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("vermogen * 0 = € 0", Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        ("einde is leeg of einde > aanvraag", Truth.YES, Truth.UNKNOWN, Truth.YES),
        ("einde is bekend", Truth.YES, Truth.NO, Truth.YES),
        ("(als einde is leeg dan leeg anders aanvraag) is leeg", Truth.YES, Truth.UNKNOWN, Truth.NO),
        ("(als vermogen is leeg dan € 5 anders vermogen) >= € 0", Truth.YES, Truth.YES, Truth.YES),
        ("(als vermogen is niet leeg dan vermogen anders € 5) = € 5", Truth.YES, Truth.UNKNOWN, Truth.NO),
    ],
)
def test_nothing_is_known_but_nothing_can_be_computed_with_it(
    text: str, of_none: Truth, of_unknown: Truth, of_some: Truth
) -> None:
    assert (of_none, of_unknown, of_some) == (NONE(text), UNKNOWN(text), SOME(text))


def test_a_branch_may_be_empty() -> None:
    text = "als student dan leeg anders schuld"

    assert Type("bedrag", or_empty=True) == typed(text)[1]
    assert EMPTY == World({"student": True})(text)
    assert PERHAPS_EMPTY == World({"schuld": "5"})(text)


def test_what_may_be_empty_must_say_so() -> None:
    expression = typed("als student dan leeg anders schuld")[0]

    assert ["M203"] == [each.code for each in check(expression, NAMES, wanted=AMOUNT)[2]]
    assert () == check(expression, NAMES, wanted=Type("bedrag", or_empty=True))[2]
    assert AMOUNT == typed("vermogen + schuld")[1]
    assert DATE == typed("max(einde; aanvraag)")[1]


@pytest.mark.parametrize(
    "text",
    [
        "als vermogen is leeg dan € 0 anders vermogen",
        "als vermogen is niet leeg dan vermogen anders € 0",
        "als vermogen is leeg of einde is leeg dan € 0 anders vermogen",
        "als niet (vermogen is leeg) en einde is niet leeg dan vermogen anders € 0",
        "als vermogen is leeg dan € 0 anders (als vermogen is leeg dan € 1 anders vermogen)",
    ],
)
def test_what_was_asked_to_be_there_is_there(text: str) -> None:
    assert typed(text)[1] == AMOUNT


@pytest.mark.parametrize(
    "text",
    [
        "als vermogen is leeg dan vermogen anders € 0",
        "als vermogen is leeg en einde is leeg dan € 0 anders vermogen",
        "als einde is leeg dan € 0 anders vermogen",
    ],
)
def test_what_was_not_asked_to_be_there_may_be_absent(text: str) -> None:
    assert typed(text)[1] == Type("bedrag", or_empty=True)


def test_nothing_is_printed_as_none() -> None:
    assert "geen" == show(EMPTY, Type("datum", or_empty=True), "nl")
    assert "nog niet bekend" == show(PERHAPS_EMPTY, Type("datum", or_empty=True), "nl")
    assert "einde is er niet of einde (geen) is later dan aanvraag (1 september 2026)" == plain(
        in_words(NONE.read("einde is leeg of einde > aanvraag").root, NONE, "nl")
    )
    assert "einde is er wel" == in_words(NONE.read("einde is niet leeg").root, NONE, "nl")


RATE = World({"per_km": "0.2345", "kilometers": 10, "grens_heel": "0.5"})


def test_so_many_units_at_a_rate_are_an_amount_that_is_not_rounded() -> None:
    assert Type("bedrag", rounded=False) == typed("per_km * kilometers")[1]
    assert euros("2.345") == RATE("kilometers * per_km")
    assert ["M206"] == codes("per_km * kilometers < schuld", rounded=True)
    assert [] == codes("afronden(per_km * kilometers; 0,01) < schuld", rounded=True)


@pytest.mark.parametrize("text", ["per_km * 2", "grens_heel van per_km", "per_km / 2", "per_km + per_km", "-per_km"])
def test_a_part_or_a_multiple_of_a_rate_is_a_rate(text: str) -> None:
    found = typed(text)[1]

    assert ("tarief", "km") == (found.sort, found.unit)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("per_km * wachttijd > € 0", "M208"),
        ("per_km * schuld > € 0", "M208"),
        ("per_km * per_km > € 0", "M208"),
        ("per_km / kilometers > € 0", "M208"),
        ("per_km > € 1", "M201"),
        ("per_km * kilometers + inkomen > € 1", "M202"),
    ],
)
def test_a_rate_goes_with_its_own_unit_only(text: str, code: str) -> None:
    assert [code] == codes(text)


def test_a_rate_is_printed_with_all_its_decimals() -> None:
    assert "€ 0,2345 per km" == plain(show(RATE("per_km"), NAMES["per_km"], "nl"))
    assert "€ 0,25 per km" == plain(show(Span.point(Fraction(1, 4)), NAMES["per_km"], "nl"))


TABLE = {("alleenstaand", 0): Fraction(100), ("alleenstaand", 2): Fraction(150), ("paar", 0): Fraction(200)}


@pytest.mark.parametrize(
    ("world", "found"),
    [
        (World({"huishouden": "paar", "aantal_kinderen": 0}, table=TABLE), euros("200")),
        (World({"aantal_kinderen": 0}, table=TABLE), Span(Fraction(100), Fraction(200))),
    ],
)
def test_a_table_of_norms_is_read_with_its_keys(world: World, found: Value) -> None:
    assert found == world("norm_soort bij huishouden bij aantal_kinderen")


def test_a_table_reads_as_words() -> None:
    world = World({"huishouden": "paar", "aantal_kinderen": 0}, table=TABLE)

    assert "norm soort bij huishouden (paar) bij 2 (€ 200,00 per maand) is hoger dan € 0,00" == plain(
        in_words(world.read("norm_soort bij huishouden bij 2 > € 0").root, world, "nl")
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("plus_werkdagen(2026-04-01; 1)", "2026-04-02"),
        ("plus_werkdagen(2026-04-02; 1)", "2026-04-07"),
        ("plus_werkdagen(2026-04-01; 10)", "2026-04-17"),
        ("plus_werkdagen(2026-04-04; 0)", "2026-04-04"),
        ("plus_werkdagen(2026-04-07; -1)", "2026-04-02"),
        ("werkdag_op_of_na(2026-04-03)", "2026-04-07"),
        ("werkdag_op_of_na(2026-04-07)", "2026-04-07"),
    ],
)
def test_working_days_skip_weekends_and_recognised_holidays(text: str, day: str) -> None:
    assert Span.point(date.fromisoformat(day)) == World()(text)


@pytest.mark.parametrize(
    "text",
    [
        "plus_werkdagen(2026-04-01; 100000000000)",
        "plus_werkdagen(9999-12-31; 3)",
        "plus_werkdagen(0001-01-01; -3)",
        "werkdag_op_of_na(9999-12-31)",
        "plus_werkdagen(2100-12-31; 2600)",
        "plus_werkdagen(1966-01-03; -9)",
    ],
)
def test_beyond_the_calendar_of_holidays_nothing_is_claimed(text: str) -> None:
    assert not World()(text).known
