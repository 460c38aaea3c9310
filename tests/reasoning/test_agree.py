"""Two interpreters, one answer; and what is said when they differ."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maatwerk.reasoning import agree, durable, table
from maatwerk.reasoning.agree import Conclusions, Reasoner, reasoner_for
from maatwerk.reasoning.durable import MAX_FACTS
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule, Table, TableError, Var

if TYPE_CHECKING:
    from collections.abc import Iterable

X = Var("x")
KINDS = (Kind("seen", (("what", str), ("twice", bool)), 0), Kind("known", (("what", str),), 1))
KNOWN = Rule("known", 1, (Pattern("seen", (X, None)),), then=(Pattern("known", (X,)),))
TABLE = Table(KINDS, [KNOWN])
SEEN = Fact("seen", ("a", False))
A_KNOWN = frozenset({Fact("known", ("a",))})


class Inventing(Reasoner):
    """A twin whose engine says one thing too many and one too few."""

    def _durable(self, pattern: Iterable[Fact]) -> frozenset[Fact]:  # noqa: ARG002
        return frozenset({Fact("known", ("b",))})


def test_both_interpreters_say_it() -> None:
    assert Reasoner(TABLE)([SEEN]) == Conclusions(A_KNOWN, "durable", agreed=True)


def test_the_naive_interpreter_can_reason_alone() -> None:
    assert Reasoner(TABLE, engine="naive")([SEEN]) == Conclusions(A_KNOWN, "naive", agreed=True)


def test_without_durable_rules_the_naive_interpreter_reasons_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as bare:
        bare.setitem(sys.modules, "durable", None)
        durable.available.cache_clear()
        reasoner = Reasoner(TABLE)
    durable.available.cache_clear()
    assert reasoner([SEEN]) == Conclusions(A_KNOWN, "naive", agreed=True)
    assert durable.available()


def test_a_difference_gives_the_union_and_is_said(caplog: pytest.LogCaptureFixture) -> None:
    both = A_KNOWN | {Fact("known", ("b",))}
    with caplog.at_level(logging.WARNING):
        assert Inventing(TABLE)([SEEN]) == Conclusions(both, "durable", agreed=False)
    assert "differ" in caplog.text
    assert TABLE.fingerprint() in caplog.text


def test_a_failing_engine_costs_no_conclusions_and_is_said(caplog: pytest.LogCaptureFixture) -> None:
    many = [Fact("seen", (str(number), True)) for number in range(MAX_FACTS)]
    reasoner = Reasoner(TABLE)
    with caplog.at_level(logging.WARNING):
        conclusions = reasoner(many)
    assert conclusions == Conclusions(frozenset(Fact("known", fact.values[:1]) for fact in many), "naive", agreed=False)
    assert "EngineError" in caplog.text
    assert reasoner([SEEN]).agreed


def test_a_table_that_the_engine_refuses_is_reasoned_by_the_naive_interpreter() -> None:
    kinds = [Kind(f"kind {number}", (), 0) for number in range(450)]
    rules = [Rule(kind.name, 1, (Pattern(kind.name, ()),), then=(Pattern("known", ("a",)),)) for kind in kinds]
    reasoner = Reasoner(Table([*kinds, KINDS[1]], rules))
    assert reasoner([Fact("kind 7", ())]) == Conclusions(A_KNOWN, "naive", agreed=False)


def test_a_pattern_is_reasoned_once() -> None:
    reasoner = Reasoner(TABLE)
    first = reasoner([SEEN, Fact("seen", ("b", True))])
    assert reasoner([Fact("seen", ("b", True)), SEEN, SEEN]) is first


def test_without_memory_a_pattern_is_reasoned_again() -> None:
    reasoner = Reasoner(TABLE, memory=False)
    first = reasoner([SEEN])
    assert reasoner([SEEN]) == first
    assert reasoner([SEEN]) is not first


def test_a_difference_is_not_remembered() -> None:
    reasoner = Inventing(TABLE)
    first = reasoner([SEEN])
    assert reasoner([SEEN]) == first
    assert reasoner([SEEN]) is not first


def test_memory_is_bounded_and_forgets_the_longest_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agree, "MAX_REMEMBERED", 2)
    reasoner = Reasoner(TABLE)
    a, b, c = ([Fact("seen", (name, True))] for name in "abc")
    first, second = reasoner(a), reasoner(b)
    assert reasoner(a) is first
    reasoner(c)
    assert reasoner(a) is first
    assert reasoner(b) is not second


def test_a_fact_that_only_looks_equal_is_refused_though_remembered() -> None:
    """(1,) equals (True,) for Python; a table keeps them apart."""
    reasoner = Reasoner(TABLE)
    reasoner([Fact("seen", ("a", True))])
    with pytest.raises(TableError):
        reasoner([Fact("seen", ("a", 1))])


def test_equal_tables_share_one_reasoner() -> None:
    same = Table(reversed(KINDS), [KNOWN])
    assert reasoner_for(TABLE) is reasoner_for(same)
    assert reasoner_for(TABLE) is not reasoner_for(Table(KINDS, []))


def test_the_example_of_the_page_works() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reasoning.md").read_text(encoding="utf-8")
    example = page.split("```python\n")[1].split("```")[0]
    names = vars(table) | {"reasoner_for": reasoner_for}
    names["facts"] = [Fact("candidate", ("a",)), Fact("candidate", ("b",)), Fact("before", ("b", "a"))]
    exec(example, names)  # noqa: S102 - our own page
    expected = frozenset({Fact("beaten", ("a",)), Fact("chosen", ("b",))})
    assert names["conclusions"] == Conclusions(expected, "durable", agreed=True)
