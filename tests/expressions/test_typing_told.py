"""What is said of a type that is wrong, and that an option is read as one wherever its comparison stands."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.types import AMOUNT, NUMBER, YES_NO, Type
from maatwerk.expressions.values import EMPTY, Truth, Value
from tests.expressions.world import A_MONTH, World, number, problems_of


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Type("keuze", options=("huur", "koop")), "keuze: huur, koop"),
        (A_MONTH, "bedrag per maand"),
        (AMOUNT, "bedrag"),
        (Type("bedrag", below_zero=True), "bedrag (ook onder nul)"),
        (Type("getal", "jaar"), "getal (jaar)"),
        (NUMBER, "getal"),
        (Type("tarief", "km"), "tarief (km)"),
        (Type("datum", or_empty=True), "datum of leeg"),
        (YES_NO, "ja_nee"),
    ],
)
def test_a_type_is_written_as_a_jurist_writes_it(kind: Type, written: str) -> None:
    assert written == str(kind)


@pytest.mark.parametrize(
    ("text", "found", "kind", "expected"),
    [
        ("inkomen / 0 > € 1", "0", "getal", "!= 0"),
        ("-aanvraag < aanvraag", "aanvraag", "datum", "getal, bedrag, percentage"),
        ("max(student; werkt)", "student", "ja_nee", "getal, bedrag, percentage, datum"),
        ("afronden(aanvraag; 1) = 2", "aanvraag", "datum", "getal, bedrag, percentage"),
        ("afronden(inkomen; aanvraag) > € 1", "aanvraag", "datum", "bedrag per maand"),
        ("afronden(inkomen; 0) > € 1", "0", "getal", "> 0"),
        ("per_jaar(huur) > € 1", "huur", "bedrag per jaar", "bedrag per maand, bedrag per week"),
        ("per_maand(inkomen) > € 1", "inkomen", "bedrag per maand", "bedrag per jaar"),
        ("som(gegeven_op uit giften) > 1", "gegeven_op", "datum", "getal, bedrag, percentage, tarief"),
        ("hoogste(van_familie uit giften) > 1", "van_familie", "ja_nee", "getal, bedrag, percentage, tarief, datum"),
        ("als inkomen dan 1 anders 2", "inkomen", "bedrag per maand", "ja_nee"),
        ("inkomen in (a; b)", "inkomen", "bedrag per maand", "keuze"),
        ("dagen_tussen(inkomen; aanvraag) > 1", "inkomen", "bedrag per maand", "datum"),
    ],
)
def test_a_wrong_type_is_told_with_what_it_is_and_what_it_should_be(
    text: str, found: str, kind: str, expected: str
) -> None:
    assert [("M203", {"found": found, "type": kind, "expected": expected})] == told(text)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("inkomen * beslag > € 0", "M208", {"left": "bedrag per maand", "right": "bedrag per maand", "operator": "*"}),
        ("aanvraag / 3 > 1", "M208", {"left": "datum", "right": "getal", "operator": "/"}),
        ("student < werkt", "M208", {"left": "ja_nee", "right": "ja_nee", "operator": "<"}),
        ("giften = 2", "M275", {"found": "giften"}),
        ("gift > € 2", "M273", {"found": "gift", "list": "giften"}),
        ("aantal(kinderen) > 2", "M272", {"found": "kinderen"}),
        ("er_is(giften waar er_is(huisgenoten))", "M274", {"list": "giften"}),
        ("hoogste_som(gift uit giften per zxq) > € 0", "M277", {"found": "zxq", "list": "giften"}),
        ("als student werkt", "M121", {"found": "werkt", "expected": "dan"}),
        ("inkomen > € 1.5", "M102", {"found": "1.5"}),
        (f"aantal_kinderen > {'9' * 21}", "M128", {"most": "20"}),
        ("jaar = 2026", "M114", {"found": "jaar"}),
        ("reden in (storin)", "M205", {"found": "storin", "options": "rood_staan, storing, voorkeur"}),
        ("inkomen is leeg", "M271", {"found": "inkomen", "type": "bedrag per maand"}),
        ("max() > 1", "M117", {"found": "max", "count": "0", "expected": "2"}),
        ("plus_jaren(geboren; 1) > geboren", "M119", {"found": "plus_jaren"}),
        ("min(1; 2; omlaag) > 1", "M120", {"found": "min"}),
        ("2026-02-30 < aanvraag", "M113", {"found": "2026-02-30"}),
        ("inkomen 2026-01-01", "M122", {"found": "2026-01-01", "expected": ""}),
        ("student and werkt", "M107", {"found": "and"}),
        ("student of of werkt", "M108", {"found": "of"}),
    ],
)
def test_a_problem_names_what_it_is_about(text: str, code: str, values: dict[str, str]) -> None:
    assert [(code, values)] == told(text)


def told(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(each.code, dict(each.values)) for each in problems_of(text)]


def test_without_a_name_that_is_near_nothing_is_proposed() -> None:
    assert ["", ""] == [each.hint for each in problems_of("zxqzxq > 3 of reden = zxqzxq")]
    assert [""] == [each.hint for each in problems_of("hoogste_som(gift uit giften per zxqzxq) > € 0")]


WORLD = World(
    {
        "reden": "storing",
        "schuld": "7",
        "student": True,
        "werkt": False,
        "geboren": date(2008, 5, 1),
        "aanvraag": date(2026, 9, 1),
        "vermogen": EMPTY,
        "huishouden": "paar",
    },
    rows={"norm_alleen": {date(2000, 1, 1): Fraction(3), date(2020, 1, 1): Fraction(4)}},
    records={"giften": [{"doel": "eten", "gift": 5}]},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 - (als reden = storing dan 1 anders 3)", number(1)),
        ("(als reden = storing dan 1 anders 3) - 2", number(-1)),
        ("-(als reden = storing dan 1 anders 3)", number(-1)),
        ("als reden = storing dan 1 anders 2", number(1)),
        ("als student dan (als reden = storing dan 1 anders 3) anders 2", number(1)),
        ("als werkt dan 2 anders (als reden = storing dan 1 anders 3)", number(1)),
        ("jaar(als reden = storing dan geboren anders aanvraag)", number(2008)),
        ("max(1; als reden = storing dan 2 anders 3)", number(2)),
        ("norm_alleen op (als reden = storing dan geboren anders aanvraag)", number(3)),
        ("(als reden = storing dan huishouden anders huishouden) in (paar)", Truth.YES),
        ("(als reden = storing dan student anders werkt) is bekend", Truth.YES),
        ("(als reden = storing dan vermogen anders vermogen) is leeg", Truth.YES),
        ("er_is(giften waar doel = eten)", Truth.YES),
        ("som(als doel = eten dan gift anders € 0 uit giften)", number(5)),
        ("voor_alle(doel = kleren uit giften)", Truth.NO),
        ("niet reden = voorkeur en (student of reden = voorkeur)", Truth.YES),
    ],
)
def test_an_option_is_read_as_one_wherever_its_comparison_stands(text: str, value: Value) -> None:
    assert value == WORLD(text)


def test_a_limit_that_is_not_rounded_is_named() -> None:
    (problem,) = problems_of("inkomen < grens_heel van beslag", rounded=True)

    assert ("M206", {"found": "grens_heel van beslag"}) == (problem.code, dict(problem.values))


MONTHLY = {"left_type": "bedrag per maand", "right_type": "datum"}


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("inkomen > aanvraag", "M201", {**MONTHLY, "left": "inkomen", "right": "aanvraag"}),
        ("max(inkomen; beslag; aanvraag) > € 1", "M201", {**MONTHLY, "left": "inkomen", "right": "aanvraag"}),
        (
            "min(aantal_kinderen; wachttijd; proeftijd) > 1",
            "M202",
            {"left_type": "getal", "right_type": "getal (maand)", "left": "aantal_kinderen", "right": "proeftijd"},
        ),
    ],
)
def test_of_parts_that_do_not_go_together_two_are_named(text: str, code: str, values: dict[str, str]) -> None:
    assert [(code, values)] == told(text)


def test_a_number_of_twenty_signs_is_no_problem() -> None:
    assert [] == told(f"aantal_kinderen > {'9' * 20}")
