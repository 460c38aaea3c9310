"""Limits that the reference date itself passes: a last day, a term, an age, the calendar. What one day costs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.cliffs import cliffs
from maatwerk.cli.screens.cliffs import section, sentence
from maatwerk.cli.screens.model import Item, Paragraph
from maatwerk.ruleset.library import in_force, shipped
from tests.findings.small import ruleset

if TYPE_CHECKING:
    from maatwerk.bench.cliffs import Cliff, Cliffs

LAST_DAY = """
| gegeven | soort |
|---|---|
| kinderen | getal |
| verhuisd_op | datum |

### Voorwaarde: op_tijd
- eis: dag < 2026-11-01

### Uitkomst: geld
- als: op_tijd
- soort: toekenning
- bedrag: als kinderen > 2 dan € 900 anders € 300

### Uitkomst: geen_geld
- als: niet op_tijd
"""
NO_MOVE = LAST_DAY.replace("| verhuisd_op | datum |\n", "")
NORM = """
| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| hulp | bedrag | 2026-01-01 | € 300 | Besluit |
| hulp | bedrag | 2026-07-01 | € 260 | Besluit |
"""


def with_rule(rule: str, text: str = "") -> Cliffs:
    text = text or (LAST_DAY if "verhuisd_op" in rule else NO_MOVE)
    return cliffs(ruleset(text.replace("dag < 2026-11-01", rule)))


def of_the_day(found: Cliffs) -> list[Cliff]:
    return [each for each in found.found if each.fact == "dag"]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_one_day_after_the_last_day_costs_the_largest_amount_that_a_case_can_lose() -> None:
    (highest,) = of_the_day(with_rule("dag < 2026-11-01"))

    assert "Eén dag later bij 'dag' kost € 900,00." == plain(sentence(highest))
    assert ("2026-10-31", "2026-11-01", "kinderen 3", True) == (
        highest.better,
        highest.worse,
        highest.case,
        highest.largest,
    )


@pytest.mark.parametrize(
    ("rule", "better", "worse"),
    [
        ("dag <= 2026-11-01", "2026-11-01", "2026-11-02"),
        ("dag > 2026-03-14", "2026-03-15", "2026-03-14"),
        ("plus_maanden(dag; 2; omlaag) < 2026-11-01", "2026-08-31", "2026-09-01"),
        ("dagen_tussen(dag; 2026-12-31) >= 30", "2026-12-01", "2026-12-02"),
        ("jaar(dag) = 2026", "2026-12-31", "2027-01-01"),
        ("dag <= plus_maanden(verhuisd_op; 3; omlaag)", "2026-01-01", "2026-01-02"),
        ("leeftijd_op(verhuisd_op; dag) < 18", "2026-01-01", "2026-01-02"),
        ("dag <= plus_werkdagen(verhuisd_op; 10)", "2026-01-13", "2026-01-14"),
    ],
)
def test_each_sort_of_limit_is_passed_by_one_day(rule: str, better: str, worse: str) -> None:
    found = of_the_day(with_rule(rule))

    assert (better, worse) in {(each.better, each.worse) for each in found}
    assert {Fraction(900)} == {each.loss for each in found}


def test_a_last_day_that_hangs_on_a_choice_is_two_limits() -> None:
    found = of_the_day(with_rule("dag <= (als kinderen > 0 dan 2026-11-01 anders 2026-10-01)"))

    assert {("2026-11-01", Fraction(900)), ("2026-10-01", Fraction(300))} == {
        (each.better, each.loss) for each in found
    }


def test_a_limit_in_the_amount_alone_is_one_too() -> None:
    text = NO_MOVE.replace("als kinderen > 2 dan", "als dag < 2026-07-01 dan")

    found = of_the_day(with_rule("kinderen > 0", text))

    assert [("2026-06-30", Fraction(600), ("geld", "geld"))] == [
        (each.better, each.loss, each.outcomes) for each in found
    ]


def test_two_limits_do_not_hide_each_other() -> None:
    found = of_the_day(with_rule("dag < 2026-11-01 en dag >= 2026-02-01"))

    assert {"2026-10-31", "2026-02-01"} == {each.better for each in found}


def test_two_criteria_that_can_turn_on_the_same_day_are_told_apart() -> None:
    age = "\n### Voorwaarde: jong\n- eis: leeftijd_op(geboren; dag) < 18\n"
    text = LAST_DAY.replace("| kinderen |", "| geboren | datum |\n| kinderen |")
    text = text.replace("\n### Uitkomst: geld\n- als: op_tijd", age + "\n### Uitkomst: geld\n- als: op_tijd en jong")
    text = text.replace("- als: niet op_tijd", "- als: niet op_tijd of niet jong")

    found = of_the_day(with_rule("dag <= plus_maanden(verhuisd_op; 3; omlaag)", text))

    assert [("jong",), ("op_tijd",)] == sorted(each.criteria for each in found)


def test_two_criteria_that_always_turn_on_the_same_day_are_one_cliff() -> None:
    other = "\n### Voorwaarde: ook_op_tijd\n- eis: dag < 2026-11-01\n"
    text = NO_MOVE.replace(
        "\n### Uitkomst: geld\n- als: op_tijd", other + "\n### Uitkomst: geld\n- als: op_tijd en ook_op_tijd"
    )
    text = text.replace("- als: niet op_tijd", "- als: niet op_tijd of niet ook_op_tijd")

    (found,) = of_the_day(cliffs(ruleset(text)))

    assert ("op_tijd", "ook_op_tijd") == found.criteria


def test_a_term_is_told_once_for_both_its_days() -> None:
    found = with_rule("dag <= plus_maanden(verhuisd_op; 3; omlaag)")

    items = {plain(each.text): each for each in section(found).body if isinstance(each, Item)}
    (told,) = [text for text in items if "verhuisd op" in text]

    assert "Eén dag eerder bij 'verhuisd op' kost € 900,00." == told
    assert "Eén dag later bij 'dag' kost hier evenveel." in items[told].more


def test_a_day_on_which_a_norm_falls_is_no_limit_and_is_told_apart() -> None:
    text = NO_MOVE.replace("als kinderen > 2 dan € 900 anders € 300", "hulp")
    text = text.replace("\n### Voorwaarde", NORM + "\n### Voorwaarde")
    found = with_rule("kinderen > 0", text)

    (day,) = of_the_day(found)
    told = [plain(each.text) for each in section(found).body if isinstance(each, Paragraph)]

    assert (True, "2026-06-30", Fraction(40)) == (day.calendar, day.better, day.loss)
    assert any("één dag later bij 'dag' (2026-06-30 → 2026-07-01) kost € 40,00" in each for each in told)


def test_a_rule_that_takes_a_euro_for_every_day_has_no_cliff() -> None:
    each_day = "afronden(dagbedrag * dagen_tussen(dag; 2027-12-31); 0,01)"
    norm = NORM.replace("| hulp | bedrag | 2026-07-01 | € 260 | Besluit |\n", "")
    norm = norm.replace("hulp | bedrag | 2026-01-01 | € 300", "dagbedrag | bedrag per dag | 2026-01-01 | € 5")
    text = NO_MOVE.replace("als kinderen > 2 dan € 900 anders € 300", each_day)
    text = text.replace("\n### Voorwaarde", norm + "\n### Voorwaarde")

    assert [] == of_the_day(with_rule("kinderen > 0", text))


def test_days_outside_the_version_are_not_stepped_on_to() -> None:
    text = "\n---\ngeldig_tot: 2026-06-01\n---\n" + NO_MOVE

    found = with_rule("dag < 2026-11-01", text)

    assert ([], ()) == (of_the_day(found), found.stepped)


def test_the_screen_says_on_to_which_days_was_stepped() -> None:
    found = with_rule("dag < 2026-11-01")

    told = [each.text for each in section(found).body if isinstance(each, Paragraph)]

    assert (date(2026, 11, 1), date(2026, 11, 2)) == found.stepped
    assert told[-1].endswith("Nagezocht is de stap naar 1 november 2026, 2 november 2026.")


def test_of_dated_records_the_day_of_the_record_steps() -> None:
    path = in_force(shipped(), "bijstand-giften", date(2020, 1, 1))
    assert path

    found = cliffs(load_ruleset(path)).found

    assert {("tijdvakken.eerste_dag", True)} == {(each.fact, each.calendar) for each in found}
