"""D: the smallest sets of criteria whose flip gives a known, better outcome."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from maatwerk.basics.bounds import Bounds, using
from maatwerk.expressions.values import Span, Truth
from maatwerk.outcome.decisive import carrying_sets, decisive_sets
from maatwerk.outcome.outcome import Outcomes, amount, judge, outcomes_of
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, check, ruleset

RULES = """
| gegeven | soort |
|---|---|
| een | ja_nee |
| twee | ja_nee |
| drie | ja_nee |
| vier | ja_nee |

### Voorwaarde: a
- eis: een

### Voorwaarde: b
- eis: twee

### Voorwaarde: c
- eis: drie

### Voorwaarde: d
- eis: vier

### Uitkomst: geld
- als: (a en b) of c
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet ((a en b) of c)
"""
FOUR = RULES.replace("(a en b) of c", "a en b en c en d")
MONTHLY = """
| gegeven | soort |
|---|---|
| een | ja_nee |
| maandelijks | bedrag per maand |
| erbij | bedrag |

### Voorwaarde: a
- eis: een

### Uitkomst: geld
- als: a
- soort: toekenning
- bedrag: maandelijks
- ook: eenmalig

### Berekening: eenmalig
- soort: bedrag
- is: erbij

### Uitkomst: geen_geld
- als: niet a
"""
NO: dict[str, Any] = {"een": "nee", "twee": "nee", "drie": "nee", "vier": "nee"}


def found(text: str, **facts: str) -> list[tuple[str, ...]]:
    return [tuple(each) for each in check(text, **facts).decisive]  # type: ignore[arg-type]


def test_every_smallest_set_that_helps_is_found_and_no_larger_one() -> None:
    assert [("c",), ("a", "b")] == found(RULES, **NO)


def test_what_is_met_already_need_not_be_flipped() -> None:
    assert [("b",), ("c",)] == found(RULES, **{**NO, "een": "ja"})


def test_a_full_grant_has_none() -> None:
    assert [] == found(RULES, een="ja", twee="ja", drie="nee", vier="nee")


@pytest.mark.parametrize(("met", "sets"), [("ja", [("b", "c", "d")]), ("nee", [])])
def test_sets_have_at_most_three_members(met: str, sets: list[tuple[str, ...]]) -> None:
    assert sets == found(FOUR, **{**NO, "een": met})


def test_a_criterion_that_is_not_known_is_never_flipped() -> None:
    assert [("c",)] == found(RULES, een="nee", drie="nee", vier="nee")


def test_an_unknown_outcome_has_none() -> None:
    assert [] == found(RULES, een="ja", drie="nee", vier="nee")


def test_the_loss_is_counted_for_a_year_with_what_is_paid_besides() -> None:
    rules = ruleset(MONTHLY)
    view = view_of(rules, case(rules, een="nee", maandelijks="30.00", erbij="5.00"), today=TODAY)
    (only,) = decisive_sets(view.situation, view.result)

    assert (("a",), Fraction(365), "geld", True) == (only.criteria, only.loss, only.after, only.recurs)


def test_while_the_amount_is_not_known_nothing_is_called_better() -> None:
    assert [] == found(MONTHLY, een="nee", erbij="5.00")


def test_a_flip_inverts_the_verdict_and_leaves_the_facts() -> None:
    rules = ruleset(RULES)
    situation = view_of(rules, case(rules, **NO), today=TODAY).situation
    flipped = situation.flipped(["c"])

    assert ("geen_geld", "geld") == (judge(situation).id, judge(flipped).id)
    assert situation.values == flipped.values


WAITING = """
| gegeven | soort |
|---|---|
| een | ja_nee |
| twee | ja_nee |
| zoveel | bedrag |

### Voorwaarde: a
- eis: een

### Voorwaarde: b
- eis: twee

### Uitkomst: zoveel_geld
- als: a en niet b
- soort: toekenning
- bedrag: zoveel

### Uitkomst: honderd
- als: a en b
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet a
"""


def test_a_set_waits_while_a_part_of_it_cannot_be_judged() -> None:
    assert [] == found(WAITING, een="nee", twee="nee")
    assert [("a",)] == found(WAITING, een="nee", twee="nee", zoveel="50.00")


def carrying(text: str, **facts: Any) -> list[tuple[str, ...]]:  # noqa: ANN401 - what `case` takes
    rules = ruleset(text)
    view = view_of(rules, case(rules, **facts), today=TODAY)
    return list(carrying_sets(view.situation, view.result))


def test_what_carries_a_grant_are_the_smallest_sets_whose_flip_is_worse() -> None:
    assert [("c",)] == carrying(RULES, **{**NO, "drie": "ja"})
    assert [("a",), ("b",)] == carrying(RULES, **{**NO, "een": "ja", "twee": "ja"})
    assert [("a", "c"), ("b", "c")] == carrying(RULES, een="ja", twee="ja", drie="ja", vier="nee")


def test_nothing_carries_a_refusal_or_an_unknown_outcome() -> None:
    assert [] == carrying(RULES, **NO)
    assert [] == carrying(RULES, een="ja", drie="nee", vier="nee")


def test_more_money_of_the_same_kind_of_outcome_is_better() -> None:
    assert [("b",)] == found(WAITING, een="ja", twee="nee", zoveel="50.00")
    assert [] == found(WAITING, een="ja", twee="nee", zoveel="100.00")
    assert [] == found(WAITING, een="ja", twee="nee", zoveel="150.00")


DEBT = MONTHLY.replace("| maandelijks | bedrag per maand |", "| maandelijks | bedrag per maand (ook onder nul) |")


def test_an_amount_without_any_end_is_worth_nothing_that_is_known() -> None:
    rules = ruleset(DEBT)
    view = view_of(rules, case(rules, een="ja", erbij="5.00"), today=TODAY)

    assert Span(None, None) == view.result.euros
    assert [] == found(DEBT, een="nee", erbij="5.00")


LEVELS = """
| gegeven | soort |
|---|---|
| inkomen | bedrag |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Voorwaarde: vrij_laag
- eis: inkomen <= € 2.000

### Voorwaarde: woont
- eis: woont_hier

### Uitkomst: vreemd
- als: laag en niet vrij_laag
- soort: vaststelling

### Uitkomst: geld
- als: woont en (vrij_laag of niet laag)
- soort: toekenning

### Uitkomst: geen_geld
- als: niet woont en (vrij_laag of niet laag)
"""


def of(laag: Truth, vrij_laag: Truth, woont: Truth, **options: Any) -> Outcomes:  # noqa: ANN401 - what it takes
    pattern = {"laag": laag, "vrij_laag": vrij_laag, "woont": woont}
    return outcomes_of(ruleset(LEVELS), pattern, **options)


def test_a_pattern_that_cannot_be_counts_only_after_a_flip() -> None:
    assert "geld" == of(Truth.YES, Truth.UNKNOWN, Truth.YES).id
    assert {"geld", "vreemd"} == of(Truth.YES, Truth.UNKNOWN, Truth.YES, flipped=True).possible


def test_more_open_verdicts_than_the_bound_give_every_outcome_that_may_still_be() -> None:
    exact = of(Truth.NO, Truth.YES, Truth.UNKNOWN)
    with using(replace(Bounds(), open_verdicts=1)):
        within, too_many = of(Truth.NO, Truth.YES, Truth.UNKNOWN), of(Truth.NO, Truth.UNKNOWN, Truth.UNKNOWN)
        all_known = of(Truth.NO, Truth.YES, Truth.YES)

    assert (False, False) == (exact.gap, exact.conflict)
    assert exact == within
    assert (frozenset({"geld", "geen_geld"}), True) == (too_many.possible, too_many.gap)
    assert ("geld", False) == (all_known.id, all_known.gap)


PRECEDED = """
| gegeven | soort |
|---|---|
| een | ja_nee |
| twee | ja_nee |
| drie | ja_nee |

### Voorwaarde: a
- eis: een

### Voorwaarde: b
- eis: twee

### Voorwaarde: c
- eis: drie

### Uitkomst: eerste
- als: a
- gaat_voor: tweede

### Uitkomst: tweede
- als: b of niet b

### Uitkomst: derde
- als: c en niet a
"""


def test_beyond_the_bound_what_is_surely_preceded_is_left_out_and_what_may_be_stays() -> None:
    unknown = dict.fromkeys("bc", Truth.UNKNOWN)
    with using(replace(Bounds(), open_verdicts=1)):
        surely = outcomes_of(ruleset(PRECEDED), {"a": Truth.YES, **unknown})
        perhaps = outcomes_of(ruleset(PRECEDED), {"a": Truth.UNKNOWN, **unknown})

    assert (frozenset({"eerste"}), False) == (surely.possible, surely.gap)
    assert (frozenset({"eerste", "tweede", "derde"}), True) == (perhaps.possible, perhaps.gap)


def test_an_outcome_without_an_amount_is_worth_no_euros() -> None:
    rules = ruleset(RULES)
    situation = view_of(rules, case(rules, **NO), today=TODAY).situation

    assert Span.point(Fraction(0)) == amount(situation, rules.outcomes["geen_geld"])
    assert Span.point(Fraction(100)) == amount(situation, rules.outcomes["geld"])


def test_money_that_goes_back_counts_below_zero() -> None:
    back = MONTHLY.replace("- soort: toekenning", "- soort: terugvordering")
    rules = ruleset(back)
    view = view_of(rules, case(rules, een="ja", maandelijks="30.00", erbij="5.00"), today=TODAY)
    unsure = view_of(rules, case(rules, een="ja", erbij="5.00"), today=TODAY)

    assert Span.point(Fraction(-365)) == view.result.euros
    assert Span(None, Fraction(-5)) == unsure.result.euros
