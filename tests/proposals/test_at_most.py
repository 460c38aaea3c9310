"""`hoogstens` and `tot`: what an exception may give in all, and until when."""

from __future__ import annotations

import pytest

from tests.findings.small import check, no, ways
from tests.proposals.two_exceptions import BOTH, LATE, RULES, with_key


@pytest.mark.parametrize(("limit", "offered"), [("€ 399,99", []), ("€ 400", ["ziekte"]), ("€ 400,01", ["ziekte"])])
def test_at_most_is_tested_on_what_is_gained(limit: str, offered: list[str]) -> None:
    assert offered == ways(check(with_key(f"hoogstens: {limit}"), **LATE))


@pytest.mark.parametrize(("limit", "offered"), [("€ 399,99", []), ("€ 400", ["verhuizing+ziekte"])])
def test_at_most_holds_for_the_total_of_a_combination(limit: str, offered: list[str]) -> None:
    assert offered == ways(check(with_key(f"hoogstens: {limit}"), **BOTH))


MONTHLY = RULES.replace("bedrag: € 400", "bedrag: toelage").replace(
    "### Voorwaarde: inwoner",
    "### Berekening: toelage\n- is: € 100\n- soort: bedrag per maand\n\n### Voorwaarde: inwoner",
)


@pytest.mark.parametrize(
    ("until", "less", "total"),
    [
        ("3 maanden", "€ 299,99", "€ 300"),
        ("24 maanden", "€ 2.399,99", "€ 2.400"),
        ("2 jaar", "€ 2.399,99", "€ 2.400"),
        ("26 weken", "€ 599,99", "€ 600"),
        ("2026-06-01", "€ 299,99", "€ 300"),
        ("plus_dagen(dag; 30)", "€ 99,99", "€ 100"),
    ],
)
def test_at_most_counts_each_payment_until_the_exception_ends(until: str, less: str, total: str) -> None:
    def offered(limit: str) -> list[str]:
        return ways(check(MONTHLY.replace("- tot: 6 weken", f"- tot: {until}\n- hoogstens: {limit}"), **LATE))

    assert ([], ["ziekte"]) == (offered(less), offered(total))


def test_at_most_without_an_end_counts_twelve_months() -> None:
    def offered(limit: str) -> list[str]:
        return ways(check(MONTHLY.replace("- tot: 6 weken\n", f"- hoogstens: {limit}\n"), **LATE))

    assert ([], ["ziekte"]) == (offered("€ 1.199,99"), offered("€ 1.200"))


@pytest.mark.parametrize("until", ["3 maanden", "24 maanden"])
def test_what_is_paid_once_counts_once_however_long_an_exception_lasts(until: str) -> None:
    rules = with_key("hoogstens: € 400").replace("- tot: 6 weken", f"- tot: {until}")

    assert ["ziekte"] == ways(check(rules, **LATE))


def test_together_at_most_counts_until_the_first_end() -> None:
    rules = MONTHLY.replace("- tot: 6 weken", "- tot: 1 maand\n- hoogstens: € 100")

    assert ["verhuizing+ziekte"] == ways(check(rules, **BOTH))


WITH_END = MONTHLY.replace("| ziek | ja_nee |", "| ziek | ja_nee |\n| beter_op | datum |").replace(
    "- tot: 6 weken", "- tot: beter_op\n- hoogstens: € 300"
)


def test_an_end_that_is_not_known_yet_is_asked_before_the_exception_is_offered() -> None:
    asked = check(WITH_END, questions=True, **LATE)

    assert ([], "feiten_ontbreken", ["beter_op"]) == (ways(asked), no(asked), [each.fact for each in asked.questions])
    assert ["ziekte"] == ways(check(WITH_END, beter_op="2026-06-01", **LATE))
    assert [] == ways(check(WITH_END, beter_op="2026-06-02", **LATE))
