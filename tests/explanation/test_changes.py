from __future__ import annotations

import pytest

from maatwerk import check, explain, load_case
from maatwerk.case.writing import case_as_json
from maatwerk.explanation.what_if import supposed
from tests.explanation.shipped import NAMES, TODAY, explained, parts, plain


def told(name: str) -> list[tuple[list[str], str]]:
    return [
        ([f"{each.fact}={each.value}" for each in found.changes], found.outcome.id)
        for found in explained(name).would_change
    ]


def test_nine_euros_less_would_change_the_refusal() -> None:
    first = explained("laptop-negen-euro").would_change[0]

    assert [("inkomen", "1681.80", "€ 9,00 minder")] == [
        (each.fact, each.value, plain(each.difference)) for each in first.changes
    ]
    assert ("halve_vergoeding", "€ 224,50", "ja") == (first.outcome.id, plain(first.outcome.amount), first.better)


def test_a_card_would_change_what_the_counter_says() -> None:
    assert [(["kan_pinnen=ja"], "uitreiken")] == told("raalte-rood-staan")


def test_two_facts_are_told_together_only_where_one_is_not_enough() -> None:
    assert [(["wil_betalen=ja", "kan_pinnen=ja"], "uitreiken")] == told("raalte-wil-niet-betalen")


def test_the_first_day_on_which_one_can_apply_again_is_told() -> None:
    assert (["aanvraagdatum=2026-09-01"], "toeslag_verlenen") in told("toeslag-te-vroeg")


def test_an_amount_in_a_record_is_as_near_as_can_be() -> None:
    found = told("giften-kapotte-koelkast")

    assert (["giften[2].bedrag=300.00"], "niets_telt_mee") in found
    assert (["giften[1].bedrag=70.83"], "niets_telt_mee") in found  # twelve times
    assert (["giften[1].keren=11"], "niets_telt_mee") in found


def test_who_gets_all_is_told_when_it_turns_out_otherwise() -> None:
    found = explained("giften-van-moeder").would_change

    assert {"nee"} == {each.better for each in found}
    assert [["giften[1].bedrag"], ["giften[1].keren"]] == [[fact.fact for fact in each.changes] for each in found]


def test_the_same_outcome_with_a_better_amount_counts_where_one_fact_gives_it() -> None:
    found = explained("kostendelers-samen-verdienen").would_change

    assert "norm_alleen" == found[0].outcome.id
    assert ["€ 1.001,07 per maand"] == sorted({plain(each.outcome.amount) for each in found[1:]})


def test_an_unknown_outcome_is_asked_not_changed() -> None:
    assert [] == told("giften-nog-vragen")


@pytest.mark.parametrize("name", NAMES)
def test_what_would_change_it_does_when_it_is_put_in(name: str) -> None:
    for part in parts(name):
        found = explain(part.ruleset, part.case, today=TODAY, steps=False)
        for each in found.would_change:
            other = supposed(part.case, part.ruleset, [(change.fact, change.value) for change in each.changes])
            again = load_case(case_as_json(other, part.ruleset), part.ruleset)
            after = check(part.ruleset, again, today=TODAY, questions=False)
            assert each.outcome.id == after.outcome.id, each


@pytest.mark.parametrize("name", NAMES)
def test_a_cent_or_a_day_nearer_does_not_change_it_yet(name: str) -> None:
    for part in parts(name):
        found = explain(part.ruleset, part.case, today=TODAY, steps=False)
        for each in found.would_change:
            if len(each.changes) == 1 and (nearer := one_step_back(each.changes[0].value, each.changes[0].difference)):
                other = supposed(part.case, part.ruleset, [(each.changes[0].fact, nearer)])
                after = check(part.ruleset, other, today=TODAY, questions=False)
                assert (each.outcome.id, each.outcome.text) != (after.outcome.id, after.outcome.text), each


def one_step_back(value: str, difference: str) -> str:
    """An amount one cent nearer to what it was; nothing for what is no amount of money."""
    if "€" not in difference or "." not in value:
        return ""
    cents = int(value.replace(".", "")) + (1 if "minder" in difference else -1)
    return f"{cents // 100},{cents % 100:02d}"
