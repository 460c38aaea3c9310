"""A cent under a limit, on it and a cent over it: exactly what the rule says. And nowhere a float."""

from __future__ import annotations

import json
import operator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.api import load_case
from maatwerk.story import assess
from tests.properties.worlds import World, laptop, worlds
from tests.strategies.cases import TODAY
from tests.strategies.documents import Document, block
from tests.strategies.rulesets import read

if TYPE_CHECKING:
    from collections.abc import Callable

COMPARED = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
            "!=": operator.ne}  # fmt: skip
SIGNS = st.sampled_from(sorted(COMPARED))
CENTS = st.integers(1, 10_000_000)


def dutch(cents: int) -> str:
    """€ 1.234,56"""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"€ {whole},{cents % 100:02d}"


def plain(cents: int) -> str:
    """1234.56"""
    return f"{cents // 100}.{cents % 100:02d}"


def verdict(requirement: str, **facts: str | list[dict[str, str]]) -> str:
    """What one requirement says of a case."""
    criterion = block("Voorwaarde: eis_a", eis=requirement, bron="artikel 1", rang="beleidsregel", niet_voldaan="Nee.")
    outcomes = (
        block("Uitkomst: toegekend", als="eis_a", soort="toekenning", bedrag="€ 60", tekst="Ja."),
        block("Uitkomst: geweigerd", als="niet eis_a", soort="afwijzing", tekst="Nee."),
    )
    ruleset = read(Document((criterion, *outcomes)))
    told = assess(ruleset, load_case({"case": "Z-1", "ruleset": ruleset.id, "facts": facts}, ruleset), today=TODAY)
    assert told.outcome.id == {"ja": "toegekend", "nee": "geweigerd"}[told.criteria[0].verdict]
    return told.criteria[0].verdict


def said(*, met: bool) -> str:
    return "ja" if met else "nee"


@pytest.mark.parametrize(("income", "outcome"), [("1681.79", "halve_vergoeding"), ("1681.80", "halve_vergoeding"),
                                                 ("1681.81", "geen_vergoeding")])  # fmt: skip
def test_the_limit_of_the_laptop_is_exact_to_the_cent(income: str, outcome: str) -> None:
    assert outcome == laptop().told("inkomen", income).assessed().outcome.id


@given(CENTS, SIGNS)
def test_a_limit_in_euros_is_exact_to_the_cent(limit: int, sign: str) -> None:
    for cents in (limit - 1, limit, limit + 1):
        actual = verdict(f"schade {sign} {dutch(limit)}", dag="2026-07-15", schade=plain(cents))
        assert said(met=COMPARED[sign](cents, limit)) == actual


@given(st.integers(1, 300), SIGNS)
def test_a_limit_that_is_a_rounded_percentage_is_exact_to_the_cent(percent: int, sign: str) -> None:
    limit = (26_000 * percent + 50) // 100  # € 260 a month from July, half up
    for cents in (limit - 1, limit, limit + 1):
        requirement = f"inkomen {sign} afronden({percent}% van grens; 0,01)"
        actual = verdict(requirement, dag="2026-07-15", inkomen=plain(cents))
        assert said(met=COMPARED[sign](cents, limit)) == actual


@given(st.lists(CENTS, min_size=1, max_size=4), SIGNS)
def test_a_limit_for_the_sum_of_records_is_exact_to_the_cent(amounts: list[int], sign: str) -> None:
    records = [{"waarde": plain(each), "bewezen": "ja"} for each in amounts] + [{"waarde": "5.00", "bewezen": "nee"}]
    for limit in (sum(amounts) - 1, sum(amounts), sum(amounts) + 1):
        actual = verdict(f"totaal {sign} {dutch(limit)}", dag="2026-07-15", posten=records)
        assert said(met=COMPARED[sign](sum(amounts), limit)) == actual


@given(st.dates(date(1990, 1, 1), date(2026, 12, 1)), SIGNS)
def test_a_limit_that_is_a_day_is_exact_to_the_day(limit: date, sign: str) -> None:
    for day in (limit - timedelta(days=1), limit, limit + timedelta(days=1)):
        actual = verdict(f"begin {sign} {limit.isoformat()}", dag="2026-07-15", begin=day.isoformat())
        assert said(met=COMPARED[sign](day, limit)) == actual


def test_a_norm_changes_on_its_day_and_not_before() -> None:
    told = {day: verdict("inkomen <= grens", dag=day, inkomen="255.00") for day in ("2026-06-30", "2026-07-01")}
    assert told == {"2026-06-30": "nee", "2026-07-01": "ja"}


def refused(number: str) -> None:
    raise AssertionError(number)


def floats(text: str, on_float: Callable[[str], object] = refused) -> None:
    json.loads(text, parse_float=on_float, parse_constant=on_float)


@given(worlds())
def test_no_float_in_any_assessment(world: World) -> None:
    floats(world.assessed(ask=True).model_dump_json(by_alias=True))


def test_a_float_would_be_found_out() -> None:
    with pytest.raises(AssertionError, match=r"449\.5"):
        floats('{"outcome": {"amount": 449.5}}')
