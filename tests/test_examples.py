"""The examples of a ruleset are computed, and a wrong expectation is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.examples import case_of, run_examples
from maatwerk.ruleset.library import ids, shipped, versions
from tests.findings.small import read, ruleset

SHIPPED = [version.path for name in ids(shipped()) for version in versions(shipped(), name)]
RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- kleine_marge: 0%

### Voorwaarde: inwoner
- eis: woont_hier
- naar_bedoeling: ja

### Uitkomst: geld
- als: laag en inwoner
- soort: toekenning
- bedrag: € 400

### Uitkomst: geen_geld
- als: niet laag of niet inwoner

### Uitzondering: dakloos
- op: inwoner
- grond: awb_4_84

{examples}
"""
HEAD = "| geval | dag | inkomen | woont_hier | => uitkomst | => bedrag | => bevindingen | => voorstellen | => laag |\n"
HEAD += "|---|---|---|---|---|---|---|---|---|\n| standaard | 2026-03-02 | 900 | ja | | | | | |\n"
RIGHT = {
    "gewoon": "| gewoon | | | | geld | € 400 | – | – | ja |",
    "te veel": "| te veel | | 5.000 | | geen_geld | – | – | – | nee |",
    "elders": "| elders | | | nee | geen_geld | – | doel_gemist | dakloos | ja |",
    "onbekend": "| onbekend | | onbekend | | onbekend | – | – | – | onbekend |",
}
WRONG = {
    "uitkomst": "| fout | | | | geen_geld | | | | |",
    "bedrag": "| fout | | | | | € 399,99 | | | |",
    "bevindingen": "| fout | | | nee | | | – | | |",
    "voorstellen": "| fout | | | nee | | | | – | |",
    "laag": "| fout | | | | | | | | nee |",
}


def results(*rows: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The name of each row with its columns that differ, and what was found there."""
    table = HEAD + "\n".join(rows) + "\n"
    found = run_examples(ruleset(RULES.format(examples="## Voorbeelden\n\n" + table)))
    return [(each.name, [(c.column, c.found) for c in each.cells if not c.equal]) for each in found]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_example_of_a_shipped_ruleset_holds(path: Path) -> None:
    found = run_examples(load_ruleset(path))

    assert found
    assert [] == [(each.name, each.cells) for each in found if not each.equal]


def test_rulesets_are_shipped() -> None:
    assert SHIPPED


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_expectation_holds(name: str) -> None:
    assert [(name, [])] == results(RIGHT[name])


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("uitkomst", "geld"),
        ("bedrag", "€ 400"),
        ("bevindingen", "doel_gemist"),
        ("voorstellen", "dakloos"),
        ("laag", "ja"),
    ],
)
def test_a_wrong_expectation_is_found_with_what_the_rules_give(column: str, found: str) -> None:
    assert [("fout", [(column, found)])] == results(WRONG[column])


def after(columns: str, cells: str) -> list[tuple[str, str]]:
    """What differs in one row of a resident elsewhere, with these columns of results after an exception."""
    names = columns.split(" | ")
    table = f"| geval | dag | inkomen | woont_hier | {columns} |\n|---|---|---|---|{'---|' * len(names)}\n{cells}\n"
    found = run_examples(ruleset(RULES.format(examples="## Voorbeelden\n\n" + table)))
    return [(cell.column, cell.found) for each in found for cell in each.cells if not cell.equal]


def test_a_row_can_say_what_an_exception_gives() -> None:
    columns = "=> uitkomst | => uitkomst na dakloos | => bedrag na dakloos | => inwoner na dakloos"

    assert [] == after(columns, "| elders | 2026-03-02 | 900 | nee | geen_geld | geld | € 400 | ja |")


def test_what_an_exception_gives_is_compared() -> None:
    wrong = "| elders | 2026-03-02 | 900 | nee | geen_geld | € 399 | nee |"

    found = after("=> uitkomst na dakloos | => bedrag na dakloos | => inwoner na dakloos", wrong)

    assert [("uitkomst na dakloos", "geld"), ("bedrag na dakloos", "€ 400"), ("inwoner na dakloos", "ja")] == found


def test_an_exception_that_is_not_proposed_gives_nothing() -> None:
    columns = "=> uitkomst na dakloos | => bedrag na dakloos"

    assert [] == after(columns, "| gewoon | 2026-03-02 | 900 | ja | – | – |")
    assert [("bedrag na dakloos", "–")] == after(columns, "| gewoon | 2026-03-02 | 900 | ja | – | € 400 |")


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("uitkomsten na dakloos", "M251"),
        ("bevindingen na dakloos", "M251"),
        ("bedrag na", "M251"),
        ("bedrag na dakloos +", "M251"),
        ("bedrag na dakloss", "M252"),
        ("bedrag na laag", "M252"),
    ],
)
def test_a_result_after_an_exception_names_what_is_there(column: str, code: str) -> None:
    text = RULES.format(examples=f"## Voorbeelden\n\n| geval | => {column} |\n|---|---|\n| een | – |\n")

    assert [code] == [each.code for each in read(text).problems if not each.warning]


def test_the_result_of_an_exception_shows_that_exception() -> None:
    table = "## Voorbeelden\n\n| geval | => bedrag na dakloos |\n|---|---|\n| een | {} |\n"
    told = [read(RULES.format(examples=table.format(cell))).problems for cell in ("€ 400", "–")]

    assert [False, True] == [
        any(each.code == "M330" and "dakloos" in str(each.values) for each in all_) for all_ in told
    ]


def test_an_empty_cell_is_not_checked() -> None:
    assert [("los", [])] == results("| los | | | | | | | | |")


def test_every_row_stands_in_the_order_of_the_text() -> None:
    assert list(RIGHT) == [name for name, _ in results(*RIGHT.values())]


def test_what_a_row_says_of_the_procedure_reaches_the_case() -> None:
    table = """
| geval | dag | zaak_ontvangen | zaak_contact | zaak_gehoord | zaak_nadelige_besluiten |
|---|---|---|---|---|---|
| gewoon | 2026-03-02 | | | | |
| anders | 2026-03-02 | 2026-01-05 | nee | nee | 3 |
"""
    rules = ruleset(RULES.format(examples="## Voorbeelden\n" + table))
    usual, other = (case_of(rules, example) for example in rules.examples)

    assert (None, 1, True, 0) == (
        usual.received, len(usual.process.contacts), usual.process.heard is not None, len(usual.process.decisions)
    )  # fmt: skip
    assert (date(2026, 1, 5), (), None) == (other.received, other.process.contacts, other.process.heard)
    assert [date(2026, 3, 2)] * 3 == [each.on for each in other.process.decisions if each.adverse and each.household]
    assert 3 == len({each.number for each in other.process.decisions})


RECORDS = """
| gegeven | soort |
|---|---|
| giften | lijst |
| giften.gift | bedrag |

### Voorwaarde: klein
- per: giften
- eis: gift <= € 100

### Voorwaarde: alles_klein
- eis: voor_alle(klein uit giften)

### Uitkomst: geld
- als: alles_klein
- soort: toekenning

### Uitkomst: geen_geld
- als: niet alles_klein

## Voorbeelden

| geval | dag | => uitkomst |
|---|---|---|
| twee | 2026-03-02 | geen_geld |

| geval | giften | gift | => klein |
|---|---|---|---|
| twee | 1 | € 100 | ja |
| twee | 2 | € 100,01 | {verdict} |
"""


@pytest.mark.parametrize(("verdict", "differs"), [("nee", []), ("ja", [("giften[2].klein", "nee")])])
def test_what_is_expected_of_a_record_is_compared(verdict: str, differs: list[tuple[str, str]]) -> None:
    (found,) = run_examples(ruleset(RECORDS.format(verdict=verdict)))

    assert differs == [(each.column, each.found) for each in found.cells if not each.equal]


NONE_YET = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| verhuisd_op | datum of leeg |

### Berekening: eerste_dag
- soort: datum of leeg
- is: verhuisd_op

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag

## Voorbeelden

| geval | dag | inkomen | verhuisd_op | => eerste_dag |
|---|---|---|---|---|
| standaard | 2026-03-02 | 900 | | |
"""


@pytest.mark.parametrize(
    ("moved", "expected", "found"),
    [
        ("leeg", "leeg", None),
        ("leeg", "onbekend", "leeg"),
        ("leeg", "2026-01-01", "leeg"),
        ("onbekend", "leeg", "onbekend"),
        ("2026-01-01", "leeg", "2026-01-01"),
    ],
)
def test_a_calculation_that_is_known_to_be_nothing_is_expected_as_leeg(
    moved: str, expected: str, found: str | None
) -> None:
    (row,) = run_examples(ruleset(NONE_YET + f"| een | | | {moved} | {expected} |\n"))

    assert ([] if found is None else [found]) == [cell.found for cell in row.cells if not cell.equal]
