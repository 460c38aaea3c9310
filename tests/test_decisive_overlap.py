"""D: the smallest sets, where sets overlap, lead nowhere, or hold records alike."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maatwerk.assessment.model import RecordMember
from maatwerk.expressions.values import Span
from maatwerk.outcome.decisive import decisive_sets
from maatwerk.outcome.outcome import UNKNOWN, judge
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, check, records, ruleset
from tests.test_decisive import FOUR, MONTHLY, NO, RULES, WAITING, carrying, found


def test_the_loss_is_what_one_has_now_less_than_one_would_have() -> None:
    rules = ruleset(WAITING)
    view = view_of(rules, case(rules, een="ja", twee="nee", zoveel="50.00"), today=TODAY)
    (only,) = decisive_sets(view.situation, view.result)

    assert (Fraction(50), "honderd") == (only.loss, only.after)


def test_money_recurs_when_what_one_has_now_comes_every_month() -> None:
    once = MONTHLY.replace("- als: niet a", "- als: niet a\n- soort: gedeeltelijk\n- bedrag: maandelijks").replace(
        "- bedrag: maandelijks\n- ook: eenmalig", "- bedrag: € 1.000", 1
    )
    rules = ruleset(once)
    view = view_of(rules, case(rules, een="nee", maandelijks="30.00", erbij="5.00"), today=TODAY)
    (only,) = decisive_sets(view.situation, view.result)

    assert (Fraction(640), True) == (only.loss, only.recurs)


def test_a_larger_set_that_holds_a_smaller_one_does_not_hide_the_sets_after_it() -> None:
    rules = RULES.replace("(a en b) of c", "(a en b) of (b en c en d)")

    assert [("a", "b"), ("b", "c", "d")] == found(rules, **NO)


def test_a_flip_that_leads_to_no_outcome_at_all_does_not_end_the_search_for_what_carries() -> None:
    gaps = FOUR.replace("a en b en c en d)", "a of b)").replace("a en b en c en d", "a en b")

    assert [("a", "b")] == carrying(gaps, een="ja", twee="ja", drie="nee", vier="nee")


EACH = """
| gegeven | soort |
|---|---|
| kamers | lijst |
| kamers.warm | ja_nee |

### Voorwaarde: warm_genoeg
- per: kamers
- eis: warm
- soort: KIND

### Voorwaarde: alles_warm
- eis: voor_alle(warm_genoeg uit kamers)
- soort: kenmerk

### Uitkomst: geld
- als: alles_warm
- soort: toekenning
- bedrag: € 10

### Uitkomst: geen_geld
- als: niet alles_warm
"""


def decisive(rooms: str, kind: str = "eis") -> list[list[int]]:
    """The records of each decisive set, where each sign is a room: `w` is warm, `k` is not."""
    text = EACH.replace("- soort: KIND\n", "" if kind == "eis" else f"- soort: {kind}\n")
    listed = records(*({"warm": "ja" if room == "w" else "nee"} for room in rooms))
    return [
        [each.record for each in members if isinstance(each, RecordMember)]
        for members in check(text, kamers=listed).decisive
    ]


@pytest.mark.parametrize(
    ("rooms", "sets"),
    [("w", []), ("kw", [[1]]), ("kwkk", [[1, 3, 4]]), ("kkkk", [[1, 2, 3, 4]]), ("kwwkwwkk", [[1, 4, 7, 8]])],
)
def test_up_to_three_records_are_a_set_and_more_are_one_group(rooms: str, sets: list[list[int]]) -> None:
    assert sets == decisive(rooms)


def test_a_characteristic_of_a_record_is_never_flipped() -> None:
    assert [] == decisive("kkkk", "kenmerk")


def test_an_outcome_that_takes_the_place_of_another_counts_whatever_the_rules_give() -> None:
    rules = ruleset(RULES)
    situation = view_of(rules, case(rules, **NO), today=TODAY).situation

    assert ("geen_geld", "geld") == (judge(situation).id, judge(situation.becoming("geld")).id)
    assert Span.point(Fraction(100)) == judge(situation.becoming("geld")).euros


def test_an_outcome_that_is_not_known_has_no_value_that_is_known() -> None:
    rules = ruleset(RULES)
    unknown = judge(view_of(rules, case(rules, een="ja", drie="nee"), today=TODAY).situation)

    assert (UNKNOWN, 0, Span(None, None)) == (unknown.id, unknown.rank, unknown.euros)
