"""Where one step over a limit loses much: the table that a jurist reads aloud."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.cliffs import Cliffs, cliffs
from maatwerk.cli.screens.cliffs import as_data, details, sentence
from maatwerk.ruleset.library import in_force, shipped
from tests.findings.small import ruleset

ALL_OR_NOTHING = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| kinderen | getal |

### Voorwaarde: laag
- eis: inkomen <= (als kinderen > 0 dan € 1.500 anders € 1.000)

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: als kinderen > 2 dan € 900 anders € 300

### Uitkomst: geen_geld
- als: niet laag
"""
EURO_FOR_EURO = """
| gegeven | soort |
|---|---|
| inkomen | bedrag |

### Voorwaarde: rond_te_komen
- eis: inkomen >= € 1.000

### Uitkomst: aanvulling
- als: niet rond_te_komen
- soort: toekenning
- bedrag: max(€ 0; € 1.000 - inkomen)

### Uitkomst: geen_aanvulling
- als: rond_te_komen
- soort: vaststelling
"""


def of(name: str) -> Cliffs:
    path = in_force(shipped(), name)
    assert path
    return cliffs(load_ruleset(path))


def test_one_cent_of_income_costs_a_family_half_a_laptop() -> None:
    highest = next(each for each in of("laptop-minimaregeling").found if each.fact == "inkomen")

    assert "€ 0,01 meer bij 'inkomen' kost € 224,50." == sentence(highest).replace("\N{NO-BREAK SPACE}", " ")
    assert ("€ 1.541,65", "€ 1.541,66", True) == (highest.better, highest.worse, highest.largest)
    assert ("hele_vergoeding", "halve_vergoeding") == highest.outcomes
    assert ("inkomen_laag",) == highest.criteria


def test_a_day_older_costs_a_home_thousands_a_year() -> None:
    highest = {each.fact: each for each in reversed(of("kostendelersnorm").found)}
    own, reference = highest["medebewoners.geboortedatum"], highest["ingangsdatum"]

    assert "Eén dag eerder bij 'medebewoners.geboortedatum' kost € 4.805,16 per jaar." == sentence(own).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "Door: woont zonder kostendelers." in details(own)
    assert reference.loss > own.loss  # two grow older on the same day


def test_a_day_too_early_costs_the_whole_supplement() -> None:
    toeslag = of("individuele-inkomenstoeslag").found
    found = {each.fact: (each.step, each.loss, each.more, each.same_as) for each in toeslag}

    assert {
        "verleend_op": ("1", Fraction(400), True, ""),
        "aanvraagdatum": ("1", Fraction(400), False, "verleend_op"),
    } == found


def test_the_case_that_loses_most_is_found_and_it_is_proved_that_none_loses_more() -> None:
    found = {(each.better, each.loss): each for each in cliffs(ruleset(ALL_OR_NOTHING)).found if each.fact == "inkomen"}

    assert {("€ 1.000", Fraction(300)), ("€ 1.500", Fraction(900))} == found.keys()
    assert all(each.largest for each in found.values())
    assert "kinderen 3" == found["€ 1.500", Fraction(900)].case


def test_a_rule_that_takes_a_euro_for_every_euro_has_no_cliff() -> None:
    assert () == cliffs(ruleset(EURO_FOR_EURO)).found
    assert () == tuple(each for each in of("bijstand-giften").found if each.fact == "giften.bedrag")


def test_where_no_amount_is_at_stake_another_kind_of_outcome_is_the_jump() -> None:
    text = ALL_OR_NOTHING.replace("- bedrag: als kinderen > 2 dan € 900 anders € 300\n", "")

    highest = cliffs(ruleset(text)).found[0]

    assert (Fraction(0), ("geld", "geen_geld")) == (highest.loss, highest.outcomes)
    assert "geen geld, maar geeft een andere uitkomst" in sentence(highest)


@pytest.mark.parametrize("name", ["raalte-id-kaart"])
def test_rules_without_a_limit_have_none(name: str) -> None:
    found = of(name)

    assert ((), (), ()) == (found.found, found.even, found.open)


def test_machines_get_every_cliff_with_its_loss_in_euros() -> None:
    found = as_data(of("laptop-minimaregeling"))

    assert {"449.00", "224.50"} == {each["loss"] for each in found["found"]}
    assert ["2026-01-01"] == found["days"]
