"""D: the smallest sets of criteria whose flip gives a known, better outcome."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from maatwerk.outcome.decisive import carrying_sets, decisive_sets
from maatwerk.outcome.outcome import judge
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
