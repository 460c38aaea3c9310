"""What an exception does: compute a name otherwise (`vervang`), or give another outcome (`wordt`)."""

from __future__ import annotations

import pytest

from tests.ruleset.test_language_page import example
from tests.ruleset.test_records import everything


def test_a_replacement_keeps_each_name_with_its_expression() -> None:
    exception = example().exceptions["hogere_grens"]

    assert [name for name, _ in exception.replaces] == ["top", "deel"]
    assert [expression.text for _, expression in exception.replaces] == ["top + € 100", "75%"]
    assert example().exceptions["gewoon_geven"].becomes == "bijdrage_krijgen"


@pytest.mark.parametrize(
    ("new", "codes"),
    [
        ("- vervang: topp = € 100", ["M204"]),
        ("- vervang: top = 100 > 5", ["M203"]),
        ("- vervang: afstand = 10", ["M244"]),
        ("- vervang: top = € 1; top = € 2", ["M009"]),
        ("- vervang: top = ; deel = 5%", ["M112"]),
        ("- vervang: top = € 1;", ["M247"]),
        ("- vervang: top = top / 3", ["M206"]),
        ("- vervang: top = 120% van top", ["M206"]),
        ("- vervang: top = max(€ 1; kosten / 3)", ["M206"]),
        ("- vervang: bijdrage = top / 3", ["M206"]),
        ("- wordt: bijdragen", ["M212"]),
        ("- wordt: weinig_geld", ["M212"]),
    ],
)
def test_an_effect_must_name_what_is_there(new: str, codes: list[str]) -> None:
    assert everything("- vervang: top = top + € 100; deel = 75%", new) == codes


@pytest.mark.parametrize(
    "new",
    [
        "- vervang: top = afronden(120% van top; 0,01)",
        "- vervang: bijdrage = min(bijdrage; top)",
        "- vervang: deel = deel / 3",
        "- vervang: onafgerond = top / 3",
    ],
)
def test_what_takes_the_place_of_an_amount_is_rounded_where_that_amount_is(new: str) -> None:
    unrounded = "\n### Berekening: onafgerond\n\n- soort: bedrag\n- is: kosten / 3\n"

    assert everything("- vervang: top = top + € 100; deel = 75%", new, unrounded) == []
