"""A difference between the two reasoners is heard by all who listen, each time."""

from __future__ import annotations

import pytest

from maatwerk.reasoning.heard import Difference, listening, remembered, tell
from maatwerk.reasoning.table import Fact

ONE = Difference(frozenset({Fact("seen", ("a",))}), only_naive=frozenset({Fact("known", ("a",))}))
OTHER = Difference(frozenset({Fact("seen", ("b",))}), failed="MemoryError")


def test_who_listens_hears_it_and_who_stopped_does_not() -> None:
    with listening() as first:
        tell(ONE)
    with listening() as second:
        tell(OTHER)
    assert ({ONE}, {OTHER}) == (first, second)


def test_who_listens_around_it_hears_it_too() -> None:
    with listening() as outer, listening() as inner:
        tell(ONE)
    assert ({ONE}, {ONE}) == (outer, inner)


def test_what_is_apart_is_not_heard_around_it() -> None:
    with listening() as outer, listening(apart=True) as inner:
        tell(ONE)
    assert (set(), {ONE}) == (outer, inner)


def test_without_anybody_who_listens_nothing_breaks() -> None:
    tell(ONE)
    with listening() as heard:
        pass
    assert set() == heard


def test_one_who_stops_by_an_error_listens_no_more() -> None:
    with pytest.raises(StopIteration), listening() as heard:
        next(iter(()))
    tell(ONE)
    assert set() == heard


def test_what_was_found_without_a_difference_is_found_once() -> None:
    asked: list[int] = []

    @remembered(10)
    def doubled(number: int) -> int:
        asked.append(number)
        return number * 2

    assert [6, 6, 8] == [doubled(3), doubled(3), doubled(4)]
    assert [3, 4] == asked


def test_what_was_found_while_they_differed_is_found_anew_and_heard_anew() -> None:
    differs = [True, True, False, False]
    asked: list[int] = []

    @remembered(10)
    def doubled(number: int) -> int:
        asked.append(number)
        if differs.pop(0):
            tell(ONE)
        return number * 2

    heard_each_time = []
    for _ in range(5):
        with listening() as heard:
            assert doubled(3) == 6
        heard_each_time.append(bool(heard))
    assert [True, True, False, False, False] == heard_each_time
    assert [3, 3, 3] == asked


def test_what_is_remembered_of_a_difference_deep_below_is_found_anew_too() -> None:
    @remembered(10)
    def below(number: int) -> int:
        tell(ONE)
        return number

    @remembered(10)
    def above(number: int) -> int:
        return below(number) + 1

    for _ in range(2):
        with listening() as heard:
            assert above(1) == 2
        assert {ONE} == heard
