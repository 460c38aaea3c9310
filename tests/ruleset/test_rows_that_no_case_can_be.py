"""A number in an example that no case file can hold is a problem at its cell: such a row is no case that can be."""

from __future__ import annotations

import pytest

from maatwerk.bench.examples import run_examples
from tests.findings.small import read, ruleset

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag |
| uren | getal (uur) |
| deel | percentage |
| prijs | tarief (uur) |
| giften | lijst |
| giften.keren | getal |

### Voorwaarde: laag
- eis: inkomen < € 1.000 en afronden(prijs * uren; 0,01) < € 100 en deel < 50% en som(keren uit giften) < 3

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag

| geval | dag | {column} |
|---|---|---|
| rij | 2026-03-02 | {value} |
"""


def codes(column: str, value: str) -> list[str]:
    return [each.code for each in read(RULES.format(column=column, value=value)).problems if not each.warning]


@pytest.mark.parametrize(
    ("column", "fits", "does_not"),
    [
        ("uren", "1,25", "1,125"),
        ("deel", "12,25%", "12,125%"),
        ("inkomen", "€ 999.999.999.999", "€ 9.999.999.999.999"),
        ("uren", "999.999.999.999", "1.000.000.000.000"),
    ],
)
def test_what_a_case_file_cannot_hold_is_told_at_its_cell(column: str, fits: str, does_not: str) -> None:
    assert [] == codes(column, fits)
    assert ["M229"] == codes(column, does_not)
    (found,) = [each for each in read(RULES.format(column=column, value=does_not)).problems if each.code == "M229"]
    assert len(does_not) == found.place.length


def test_a_price_for_each_may_have_eight_decimals() -> None:
    assert [] == codes("prijs", "€ 0,12345678")
    assert ["M229"] == codes("prijs", "€ 0,123456789")


def test_a_record_of_an_example_is_held_to_the_same() -> None:
    records = "\n| geval | giften | keren |\n|---|---|---|\n| rij | 1 | {} |\n"

    found = [read(RULES.format(column="uren", value="1") + records.format(each)) for each in ("2,5", "2,555")]

    assert [[], ["M229"]] == [[each.code for each in one.problems if not each.warning] for one in found]


def test_what_is_expected_of_a_calculation_may_have_more() -> None:
    more = "\n### Berekening: heel_precies\n- soort: getal (uur)\n- is: uren / 8\n"
    rules = (
        RULES.replace("\n### Uitkomst: geld", more + "\n### Uitkomst: geld", 1)
        .format(column="uren | => heel_precies", value="1 | 0,125")
        .replace("|---|---|---|\n| rij", "|---|---|---|---|\n| rij")
    )

    assert [] == [each.code for each in read(rules).problems if not each.warning]


NEGATIVE = """
| gegeven | soort |
|---|---|
| inkomen | bedrag |

### Berekening: verschil
- soort: bedrag
- is: inkomen - € 1.000

### Voorwaarde: laag
- eis: verschil < € 0

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: verschil

### Uitkomst: geen_geld
- als: niet laag

| geval | dag | inkomen | => uitkomst | => verschil | => bedrag |
|---|---|---|---|---|---|
| rij | 2026-03-02 | € 990 | geld | € -10 | € -10 |
"""


def test_what_is_computed_may_be_expected_below_zero() -> None:
    assert [] == [each.code for each in read(NEGATIVE).problems if not each.warning]
    assert all(cell.equal for row in run_examples(ruleset(NEGATIVE)) for cell in row.cells)


def test_a_fact_still_may_not() -> None:
    wrong = NEGATIVE.replace("| € 990 |", "| € -990 |")

    assert ["M224"] == [each.code for each in read(wrong).problems if not each.warning]
