"""Every example row of every shipped ruleset, worked out a second time straight from the articles.

For each version of a ruleset there is a small module here, named after its id and first day. It reads the law or the
policy, not our rules: plain Python, which takes nothing from maatwerk. What a row leaves open may be any of the values
that the module names in CAN_BE; a result that differs with these is not known.
"""

from __future__ import annotations

import ast
from datetime import date
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.reference_law.rows import NONE, UNKNOWN, Facts, NotKnown, Row, rows, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

HERE = Path(__file__).parent
RULESETS = sorted(each for each in (HERE.parents[1] / "rulesets").glob("*/*.md") if each.parent.name != "bouwstenen")


def module_name(path: Path) -> str:
    return f"{path.parent.name}_{path.stem}".replace("-", "_")


def law_of(path: Path) -> ModuleType:
    return import_module(f"tests.reference_law.{module_name(path)}")


def answered(path: Path) -> list[Row]:
    """The rows that expect something which the law answers; others expect only a calculation, or a finding."""
    return [row for row in rows(path) if row.expected.keys() & set(law_of(path).ANSWERS)] if has_law(path) else []


def has_law(path: Path) -> bool:
    return (HERE / f"{module_name(path)}.py").exists()


ROWS = [(path, row) for path in RULESETS for row in answered(path)]


def results(law: ModuleType, facts: Facts) -> Iterator[dict[str, Any]]:
    """What the law gives, for each value that what is not known can have."""
    try:
        found: dict[str, Any] = law.decide(facts)
    except NotKnown as gap:
        for value in law.CAN_BE[gap.name]:
            gap.facts[gap.name] = _more(gap, value) if isinstance(value, list) else value
            yield from results(law, facts)
            del gap.facts[gap.name]
    else:
        yield found


def _more(gap: NotKnown, records: list[dict[str, Any]]) -> list[Facts]:
    return [*gap.facts.begun.get(gap.name, []), *map(Facts, records)]


def worked_out(law: ModuleType, row: Row) -> dict[str, Any]:
    """Each column that the module answers: its one value, or that it is not known."""
    found = list(results(law, row.facts))
    values = {column: {each[column] for each in found} for column in found[0]}
    told = {column: next(iter(each)) if len(each) == 1 else UNKNOWN for column, each in values.items()}
    return {**told, "bedrag": None} if told["uitkomst"] == UNKNOWN else told


def expected(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    given = {column: row.expected[column] for column in columns if column in row.expected}
    return {column: None if cell == NONE else value_of(cell) for column, cell in given.items()}


@pytest.mark.parametrize("path", RULESETS, ids=module_name)
def test_every_version_of_a_ruleset_has_its_law(path: Path) -> None:
    assert has_law(path)


@pytest.mark.parametrize("path", RULESETS, ids=module_name)
def test_the_law_takes_nothing_from_the_program(path: Path) -> None:
    text = (HERE / f"{module_name(path)}.py").read_text(encoding="utf-8")
    taken = [each.module or "" for each in ast.walk(ast.parse(text)) if isinstance(each, ast.ImportFrom)]

    assert [] == [each for each in taken if each.startswith("maatwerk")]
    assert "maatwerk" not in text


@pytest.mark.parametrize(("path", "row"), ROWS, ids=[f"{module_name(path)}: {row.name}" for path, row in ROWS])
def test_an_example_is_what_the_law_gives(path: Path, row: Row) -> None:
    law = law_of(path)
    found, wanted = worked_out(law, row), expected(row, law.ANSWERS)

    assert set(law.ANSWERS) == found.keys()
    assert wanted == {column: found[column] for column in wanted}


@pytest.mark.parametrize("path", RULESETS, ids=module_name)
def test_most_examples_are_worked_out(path: Path) -> None:
    assert len(answered(path)) * 2 > len(rows(path))


def test_an_amount_that_is_a_cent_off_is_seen() -> None:
    path = next(each for each in RULESETS if each.parent.name == "individuele-inkomenstoeslag")
    law, row = law_of(path), next(each for each in answered(path) if each.name == "eerste keer")
    row.expected["bedrag"] = "€ 400,01"

    assert expected(row, law.ANSWERS)["bedrag"] - worked_out(law, row)["bedrag"] == Fraction(1, 100)


def test_what_the_law_leaves_open_is_not_known() -> None:
    path = next(each for each in RULESETS if each.parent.name == "kostendelersnorm")
    one_more = Row("een of twee", Facts({"ingangsdatum": date(2026, 3, 1), "tijdelijk_elders_voor_zorg": False}))
    one_more.facts.begun["medebewoners"] = [Facts(law_of(path).GROWN_UP)]

    assert {"uitkomst": "norm_gedeeld", "bedrag": UNKNOWN, "aantal_kostendelers": UNKNOWN} == worked_out(
        law_of(path), one_more
    )
