"""The `als` of an outcome as alternatives, and how many there are at most before they are written out."""

from __future__ import annotations

import pytest

from maatwerk.basics.problems import Place
from maatwerk.expressions.alternatives import clauses, ways
from maatwerk.expressions.parser import parse
from maatwerk.expressions.tree import Node


def root(text: str) -> Node:
    expression, problems = parse(text, Place("", 1, 1))
    assert expression is not None, problems
    return expression.root


def told(text: str, *, wanted: bool = True) -> set[str]:
    return {
        " en ".join(sorted(f"{'' if met else 'niet '}{name}" for name, met in way))
        for way in clauses(root(text), wanted)
    }


@pytest.mark.parametrize(
    ("text", "met", "not_met"),
    [
        ("a", 1, 1),
        ("niet a", 1, 1),
        ("a of b of c", 3, 1),
        ("a en b en c", 1, 3),
        ("(a of b) en (c of d of e)", 6, 2),
        ("(a en b) of (c en d en e)", 2, 6),
        ("niet (a of b)", 1, 2),
        ("niet (a en b)", 2, 1),
        ("a en niet (b en (c of d))", 2, 3),
    ],
)
def test_ways_are_counted_as_alternatives_would_be_written_out(text: str, met: int, not_met: int) -> None:
    assert (met, not_met) == (ways(root(text)), ways(root(text), wanted=False))
    assert (met, not_met) == (len(clauses(root(text))), len(clauses(root(text), wanted=False)))


def test_what_is_not_wanted_is_the_other_way_round() -> None:
    assert {"a en b"} == told("a en b")
    assert {"niet a", "niet b"} == told("a en b", wanted=False)
    assert {"a en c", "b en c"} == told("(a of b) en c")
    assert {"niet c", "niet a en niet b"} == told("(a of b) en c", wanted=False)
