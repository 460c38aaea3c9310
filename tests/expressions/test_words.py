"""An expression as a sentence, a value in the format of its type, and the steps of a computation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.trace import trace
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, TEXT, YES_NO, Type
from maatwerk.expressions.values import EMPTY, PERHAPS_EMPTY, Choice, Span, Truth, Value, Words
from maatwerk.expressions.words import in_words, show
from tests.expressions.world import A_MONTH, NAMES, World, euros

WORLD = World(
    {
        "inkomen": "1690.80",
        "beslag": "200",
        "norm_alleen": "1401.50",
        "grens_heel": "1.2",
        "student": True,
        "reden": "rood_staan",
        "geboren": date(2012, 5, 1),
        "aanvraag": date(2026, 2, 17),
        "wachttijd": 5,
        "schuld": "90",
    },
    definitions={"grens": "afronden(grens_heel van norm_alleen; 0,01)"},
)


def plain(text: str) -> str:
    """With ordinary spaces, so that a test can be read."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("inkomen <= grens", "inkomen (€ 1.690,80 per maand) is niet hoger dan grens (€ 1.681,80 per maand)"),
        ("inkomen >= € 100", "inkomen (€ 1.690,80 per maand) is niet lager dan € 100,00"),
        ("schuld - € 10 > € 80", "schuld (€ 90,00) − € 10,00 = € 80,00 is hoger dan € 80,00"),
        ("geboren < aanvraag", "geboren (1 mei 2012) is eerder dan aanvraag (17 februari 2026)"),
        (
            "12 <= leeftijd_op(2012-05-01; 2026-02-17)",
            "de leeftijd op 17 februari 2026 (13 jaar, geboren op 1 mei 2012) is niet lager dan 12",
        ),
        (
            "leeftijd_op(einde; aanvraag) >= 18",
            "de leeftijd op 17 februari 2026 (nog niet bekend, volgens einde) is niet lager dan 18",
        ),
        ("jaar(aanvraag) >= 2026", "het jaar van aanvraag (17 februari 2026) = 2026 is niet lager dan 2026"),
        ("reden = storing", "reden (rood staan) is storing"),
        ("reden != storing", "reden (rood staan) is niet storing"),
        ("reden in (storing; rood_staan)", "reden (rood staan) is storing of rood staan"),
        ("reden niet in (storing; voorkeur)", "reden (rood staan) is niet storing en niet voorkeur"),
        ("student en niet werkt", "student (ja) en niet: werkt (nog niet bekend)"),
        ("student en (werkt of student)", "student (ja) en (werkt (nog niet bekend) of student (ja))"),
        ("werkt is niet bekend", "werkt is nog niet bekend"),
        ("niet (student en werkt)", "niet: (student (ja) en werkt (nog niet bekend))"),
        ("niet (student of werkt)", "niet: (student (ja) of werkt (nog niet bekend))"),
        (
            "niet (als student dan werkt anders student)",
            "niet: (als student (ja), dan werkt (nog niet bekend), anders student (ja))",
        ),
        (
            "er_is(giften waar van_familie en gift > € 5)",
            "voor ten minste een van de giften geldt: (van familie en gift is hoger dan € 5,00)",
        ),
        (
            "voor_alle(gift > € 5 uit giften waar van_familie)",
            "voor alle giften geldt: als van familie, dan gift is hoger dan € 5,00",
        ),
        ("plus_maanden(geboren; -3; omlaag)", "3 maanden voor geboren (1 mei 2012)"),
        ("plus_maanden(geboren; 1; omlaag)", "geboren (1 mei 2012) plus 1 maand"),
        ("plus_dagen(geboren; -1)", "1 dag voor geboren (1 mei 2012)"),
        ("plus_werkdagen(geboren; 5)", "geboren (1 mei 2012) plus 5 werkdagen"),
        ("plus_jaren(geboren; 2; omlaag)", "geboren (1 mei 2012) plus 2 jaar"),
        ("leeftijd_op(geboren; einde)", "de leeftijd op einde (geboren op 1 mei 2012)"),
        ("dag_van_jaar(geboren; 1; oktober)", "1 oktober van het jaar van geboren (1 mei 2012)"),
        ("max(3; 1; 2) > 1", "de hoogste van 3 en 1 en 2 = 3 is hoger dan 1"),
        ("afronden(schuld; 10) > € 1", "schuld (€ 90,00), afgerond op 10 = € 90,00 is hoger dan € 1,00"),
        (
            "(inkomen + beslag) is bekend",
            "inkomen (€ 1.690,80 per maand) + beslag (€ 200,00 per maand) is bekend",
        ),
        ("er_is(giften)", "er zijn giften"),
        ("er_is(giften waar van_familie)", "voor ten minste een van de giften geldt: van familie"),
        (
            "hoogste_som(gift uit giften per gever) > € 1",
            "de hoogste som van gift per gever van alle giften = nog niet bekend is hoger dan € 1,00",
        ),
        ("huur > € 0", "huur (nog niet bekend) is hoger dan € 0,00"),
        ("saldo < -(schuld + € 5)", "saldo (nog niet bekend) is lager dan −(schuld (€ 90,00) + € 5,00) = € -95,00"),
        (
            "student en (als student dan werkt anders student)",
            "student (ja) en (als student (ja), dan werkt (nog niet bekend), anders student (ja))",
        ),
        (
            "werkt of (als student dan werkt anders student)",
            "werkt (nog niet bekend) of (als student (ja), dan werkt (nog niet bekend), anders student (ja))",
        ),
        ("(student en werkt) of student", "(student (ja) en werkt (nog niet bekend)) of student (ja)"),
        (
            "€ 8 > (als ja dan schuld anders € 3) - (schuld + € 5)",
            "(als ja, dan schuld (€ 90,00), anders € 3,00) − (schuld (€ 90,00) + € 5,00) = € -5,00 is lager dan € 8,00",
        ),
        (
            "schuld > -(als ja dan schuld anders € 3)",
            "schuld (€ 90,00) is hoger dan −(als ja, dan schuld (€ 90,00), anders € 3,00) = € -90,00",
        ),
        ("als student dan vermogen anders leeg", "als student (ja), dan vermogen (nog niet bekend), anders geen"),
        ("als student dan inkomen anders € 0", "als student (ja), dan inkomen (€ 1.690,80 per maand), anders € 0,00"),
    ],
)
def test_an_expression_reads_as_a_dutch_sentence_with_its_figures(text: str, sentence: str) -> None:
    assert sentence == plain(in_words(WORLD.read(text).root, WORLD, "nl"))


def test_the_same_sentence_in_english() -> None:
    found = plain(in_words(WORLD.read("student en inkomen <= € 100").root, WORLD, "en"))

    assert found == "student (yes) and inkomen (€1,690.80 a month) is not higher than €100.00"


def numbers(low: str | None, high: str | None) -> Value:
    return Span(None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (Truth.YES, YES_NO, "ja"),
        (Truth.NO, YES_NO, "nee"),
        (Truth.UNKNOWN, YES_NO, "nog niet bekend"),
        (euros("1690.80"), A_MONTH, "€ 1.690,80 per maand"),
        (euros("449"), AMOUNT, "€ 449,00"),
        (numbers("300", None), AMOUNT, "ten minste € 300,00"),
        (numbers("300", None), A_MONTH, "ten minste € 300,00 per maand"),
        (numbers("0", None), AMOUNT, "nog niet bekend"),
        (numbers("0", None), Type("bedrag", below_zero=True), "ten minste € 0,00"),
        (numbers(None, None), AMOUNT, "nog niet bekend"),
        (numbers("0", "5"), AMOUNT, "tussen € 0,00 en € 5,00"),
        (numbers(None, "5"), AMOUNT, "hoogstens € 5,00"),
        (numbers("1.1", "1.1"), PERCENTAGE, "110 %"),
        (numbers("1234.5", "1234.5"), NUMBER, "1.234,5"),
        (Span.point(date(2026, 2, 17)), DATE, "17 februari 2026"),
        (Span(date(2026, 2, 17), None), DATE, "op of na 17 februari 2026"),
        (Span(None, date(2026, 2, 17)), DATE, "op of voor 17 februari 2026"),
        (Span(date(2026, 2, 17), date(2026, 3, 1)), DATE, "tussen 17 februari 2026 en 1 maart 2026"),
        (Span(None, None), DATE, "nog niet bekend"),
        (Choice(frozenset({"rood_staan"})), NAMES["reden"], "rood staan"),
        (Choice(frozenset({"rood_staan", "storing"})), NAMES["reden"], "nog niet bekend"),
        (Words("kapot"), TEXT, "kapot"),
        (Words(None), TEXT, "nog niet bekend"),
    ],
)
def test_a_value_is_printed_in_the_format_of_its_type(value: Value, kind: Type, text: str) -> None:
    assert text == plain(show(value, kind, "nl"))


def test_a_trace_shows_every_step_and_opens_the_names() -> None:
    found = trace(WORLD.read("niet student of inkomen <= grens"), WORLD)

    assert plain(str(found)).splitlines() == [
        "niet student of inkomen <= grens = nee",
        "  niet student = nee",
        "    student = ja",
        "  inkomen <= grens = nee",
        "    inkomen = € 1.690,80 per maand",
        "    grens = € 1.681,80 per maand",
        "      afronden(grens_heel * norm_alleen; 0,01) = € 1.681,80 per maand",
        "        grens_heel * norm_alleen = € 1.681,80 per maand",
        "          grens_heel = 120 %",
        "          norm_alleen = € 1.401,50 per maand",
    ]


def test_a_trace_of_a_list_shows_its_records_and_reads_in_english_too() -> None:
    world = World(records={"giften": [{"gift": 5, "van_familie": True}, {"gift": 7}]})
    read = world.read

    found = trace(read("som(gift uit giften waar van_familie) > € 2"), world)

    assert {YES_NO} == {record.type for record in found.children[0].children}
    assert [plain(line) for line in found.lines("en")] == [
        "som(gift uit giften waar van_familie) > € 2 = yes",
        "  som(gift uit giften waar van_familie) = between €5.00 and €12.00",
        "    giften 1 = yes",
        "      gift = €5.00",
        "      van_familie = yes",
        "    giften 2 = not known yet",
        "      gift = €7.00",
        "      van_familie = not known yet",
    ]
    assert ["aantal(giften) = 2", "  giften 1 = ja", "  giften 2 = ja"] == list(
        trace(read("aantal(giften)"), world).lines("nl")
    )
    assert ["aantal(huisgenoten) = not known yet"] == list(trace(read("aantal(huisgenoten)"), world).lines("en"))


RATE = Type("tarief", "km")


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (euros("0.19"), RATE, "€0.19 per km"),
        (euros("5"), RATE, "€5.00 per km"),
        (euros("0.5"), RATE, "€0.50 per km"),
        (euros("0.1925"), RATE, "€0.1925 per km"),
        (Span.point(date(2026, 2, 17)), DATE, "17 February 2026"),
        (numbers("1.125", "1.125"), PERCENTAGE, "112.5 %"),
        (numbers("1234.5", "1234.5"), NUMBER, "1,234.5"),
        (Choice(frozenset({"rood_staan", "storing"})), NAMES["reden"], "not known yet"),
        (Words(None), TEXT, "not known yet"),
        (EMPTY, DATE, "none"),
        (PERHAPS_EMPTY, DATE, "not known yet"),
    ],
)
def test_a_value_is_printed_in_the_language_that_is_asked(value: Value, kind: Type, text: str) -> None:
    assert text == plain(show(value, kind, "en"))


def test_a_norm_on_another_day_is_told_with_that_day() -> None:
    world = World({"aanvraag": date(2026, 2, 17)}, rows={"norm_alleen": {date(2020, 1, 1): Fraction(5)}})
    found = plain(in_words(world.read("norm_alleen op aanvraag < € 9").root, world, "nl"))

    assert "norm alleen op aanvraag (17 februari 2026) (€ 5,00 per maand) is lager dan € 9,00" == found
