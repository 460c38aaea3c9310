"""What a rule table means, by example. Both interpreters must say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from maatwerk.reasoning import naive
from maatwerk.reasoning.durable import Net
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule, Table, Var

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Conclude: TypeAlias = Callable[[list[Rule], list[Fact]], set[str]]

X, Y, Z, N, M = Var("x"), Var("y"), Var("z"), Var("n"), Var("m")
KINDS = (
    Kind("road", (("a", str), ("b", str)), 0),
    Kind("closed", (("place", str),), 0),
    Kind("rank", (("place", str), ("rank", int)), 0),
    Kind("range", (("low", int), ("high", int)), 0),
    Kind("night", (), 0),
    Kind("lit", (("place", str), ("on", bool)), 0),
    Kind("way", (("a", str), ("b", str)), 1),
    Kind("place", (("place", str),), 1),
    Kind("open", (("place", str),), 2),
    Kind("quiet", (), 3),
)
ROADS = [Fact("road", ("a", "b")), Fact("road", ("b", "c")), Fact("road", ("c", "a")), Fact("road", ("d", "d"))]
RANKS = [Fact("rank", ("a", -3)), Fact("rank", ("b", 0)), Fact("rank", ("c", 12))]
PLACE_X = (Pattern("place", (X,)),)
PLACES = Rule("places", 1, (Pattern("road", (X, None)),), then=PLACE_X)


def by_durable(table: Table, facts: Iterable[Fact]) -> frozenset[Fact]:
    net = Net(table)
    try:
        return net.run(facts)
    finally:
        net.close()


@pytest.fixture(params=[naive.reason, by_durable], ids=["naive", "durable"])
def conclude(request: pytest.FixtureRequest) -> Conclude:
    """What follows from rules and facts, each fact as short words."""

    def concluded(rules: list[Rule], facts: list[Fact]) -> set[str]:
        return {" ".join((kind, *map(str, values))) for kind, values in request.param(Table(KINDS, rules), facts)}

    return concluded


def test_nothing_follows_from_nothing(conclude: Conclude) -> None:
    assert conclude([PLACES], []) == set()
    assert conclude([], ROADS) == set()


def test_a_rule_makes_a_fact_of_each_match(conclude: Conclude) -> None:
    assert conclude([PLACES], ROADS) == {"place a", "place b", "place c", "place d"}


def test_a_constant_matches_only_itself(conclude: Conclude) -> None:
    rule = Rule("to c", 1, (Pattern("road", (X, "c")),), then=PLACE_X)
    assert conclude([rule], ROADS) == {"place b"}


def test_a_boolean_is_no_number(conclude: Conclude) -> None:
    rule = Rule("lit", 1, (Pattern("lit", (X, True)),), then=PLACE_X)
    assert conclude([rule], [Fact("lit", ("a", True)), Fact("lit", ("b", False))]) == {"place a"}


def test_a_variable_is_one_value_throughout_a_rule(conclude: Conclude) -> None:
    rule = Rule("two", 1, (Pattern("road", (X, Y)), Pattern("road", (Y, Z))), then=(Pattern("way", (X, Z)),))
    assert conclude([rule], ROADS) == {"way a c", "way b a", "way c b", "way d d"}


def test_a_variable_is_one_value_within_one_fact(conclude: Conclude) -> None:
    rule = Rule("round", 1, (Pattern("road", (X, X)),), then=PLACE_X)
    assert conclude([rule], ROADS) == {"place d"}


def test_two_patterns_may_have_the_same_fact(conclude: Conclude) -> None:
    rule = Rule("same", 1, (Pattern("road", (X, Y)), Pattern("road", (X, Z))), then=(Pattern("way", (Y, Z)),))
    assert conclude([rule], [Fact("road", ("a", "b"))]) == {"way b b"}


def test_patterns_written_in_an_unhandy_order_join_all_the_same(conclude: Conclude) -> None:
    when = (Pattern("closed", (X,)), Pattern("rank", (Z, N)), Pattern("road", (X, Z)))
    rule = Rule("unhandy", 1, when, then=(Pattern("way", (X, Z)),))
    assert conclude([rule], [*ROADS, *RANKS, Fact("closed", ("a",))]) == {"way a b"}


def test_rules_of_one_stratum_feed_each_other(conclude: Conclude) -> None:
    first = Rule("first", 1, (Pattern("road", (X, Y)),), then=(Pattern("way", (X, Y)),))
    further = Rule("further", 1, (Pattern("way", (X, Y)), Pattern("road", (Y, Z))), then=(Pattern("way", (X, Z)),))
    expected = {f"way {a} {b}" for a in "abc" for b in "abc"} | {"way d d"}
    assert conclude([first, further], ROADS) == expected


def test_a_denial_of_a_given_fact(conclude: Conclude) -> None:
    rule = Rule("open", 1, (Pattern("road", (X, None)),), (Pattern("closed", (X,)),), PLACE_X)
    assert conclude([rule], [*ROADS, Fact("closed", ("a",)), Fact("closed", ("z",))]) == {
        "place b",
        "place c",
        "place d",
    }


def test_a_denial_of_any_fact_of_a_kind(conclude: Conclude) -> None:
    rule = Rule("never closed", 1, (Pattern("road", (X, "b")),), (Pattern("closed", (None,)),), PLACE_X)
    assert conclude([rule], ROADS) == {"place a"}
    assert conclude([rule], [*ROADS, Fact("closed", ("z",))]) == set()


def test_a_denial_of_a_fact_that_a_rule_made(conclude: Conclude) -> None:
    rule = Rule("start", 2, (Pattern("closed", (X,)),), PLACE_X, (Pattern("open", (X,)),))
    assert conclude([PLACES, rule], [ROADS[0], Fact("closed", ("a",)), Fact("closed", ("z",))]) == {"place a", "open z"}


def test_a_denial_of_the_very_fact_that_matched(conclude: Conclude) -> None:
    rule = Rule("never", 1, (Pattern("road", (X, Y)),), (Pattern("road", (X, None)),), PLACE_X)
    assert conclude([rule], ROADS) == set()


def test_a_rule_without_conditions_holds_from_its_stratum_on(conclude: Conclude) -> None:
    always = Rule("always", 1, (), then=(Pattern("place", ("here",)),))
    quiet = Rule("quiet", 3, (), unless=(Pattern("open", (None,)),), then=(Pattern("quiet", ()),))
    opened = Rule("opened", 2, (Pattern("night", ()), Pattern("place", (X,))), then=(Pattern("open", (X,)),))
    assert conclude([always, opened, quiet], []) == {"place here", "quiet"}
    assert conclude([always, opened, quiet], [Fact("night", ())]) == {"place here", "open here"}


def test_one_rule_may_say_two_things(conclude: Conclude) -> None:
    rule = Rule("both", 1, (Pattern("road", (X, Y)),), then=(*PLACE_X, Pattern("way", (Y, "end"))))
    assert conclude([rule], [ROADS[0]]) == {"place a", "way b end"}


@pytest.mark.parametrize(
    ("greater", "expected"),
    [
        (("n", -1), {"place b", "place c"}),
        ((12, "n"), {"place a", "place b"}),
        (("n", 12), set()),
        ((-3, "n"), set()),
        (("n", "n"), set()),
    ],
)
def test_a_comparison_with_a_constant(
    conclude: Conclude, greater: tuple[str | int, str | int], expected: set[str]
) -> None:
    rule = Rule("rank", 1, (Pattern("rank", (X, N)),), then=PLACE_X, greater=(greater,))
    assert conclude([rule], RANKS) == expected


def test_a_comparison_within_one_fact(conclude: Conclude) -> None:
    rule = Rule("range", 1, (Pattern("range", (N, M)),), then=(Pattern("place", ("in order",)),), greater=(("m", "n"),))
    assert conclude([rule], [Fact("range", (-1, 1))]) == {"place in order"}
    assert conclude([rule], [Fact("range", (1, 1)), Fact("range", (1, -1))]) == set()


@pytest.mark.parametrize("turned", [False, True], ids=["later greater", "earlier greater"])
def test_a_comparison_between_two_facts(conclude: Conclude, turned: bool) -> None:  # noqa: FBT001 - a parameter
    when = (Pattern("rank", (X, N)), Pattern("road", (X, Y)), Pattern("rank", (Y, M)))
    pair = ("n", "m") if turned else ("m", "n")
    rule = Rule("climb", 1, when, then=(Pattern("way", (X, Y)),), greater=(pair,))
    up, down = {"way a b", "way b c"}, {"way c a"}
    assert conclude([rule], [*ROADS, *RANKS]) == (down if turned else up)


HOSTILE = ("sid", "id", "$s", "", '"', "{}", "\x00", "\ud800", "\U0001f600", "é", "e\u0301", "1", "true", "x" * 65_536)


def test_any_string_is_only_itself(conclude: Conclude) -> None:
    """No name is engine control, no string equals another, a number or nothing; the length has no meaning."""
    facts = [Fact("road", (text, text)) for text in HOSTILE] + [Fact("closed", (HOSTILE[0],))]
    pairs = Rule("pairs", 1, (Pattern("road", (X, Y)), Pattern("road", (Y, Z))), then=(Pattern("way", (X, Z)),))
    names = Rule("names", 1, (Pattern("road", ("$s", X)),), (Pattern("closed", ("id",)),), PLACE_X)
    assert conclude([pairs, names], facts) == {f"way {text} {text}" for text in HOSTILE} | {"place $s"}


def test_names_of_kinds_columns_and_rules_never_reach_the_engine(conclude: Conclude) -> None:
    rule = Rule(
        "$s", 1, (Pattern("road", (Var("sid"), Var("$not"))),), then=(Pattern("way", (Var("$not"), Var("sid"))),)
    )
    assert conclude([rule], [ROADS[0]]) == {"way b a"}


def test_extreme_numbers_keep_their_order(conclude: Conclude) -> None:
    facts = [Fact("range", (1 - 2**31, 2**31 - 1))]
    rule = Rule("range", 1, (Pattern("range", (N, M)),), then=(Pattern("place", ("in order",)),), greater=(("m", "n"),))
    assert conclude([rule], facts) == {"place in order"}


def test_a_string_subclass_is_its_text(conclude: Conclude) -> None:
    class Name(str):
        __slots__ = ()

    assert conclude([PLACES], [Fact("road", (Name("a"), "b")), Fact("road", ("a", "b"))]) == {"place a"}
