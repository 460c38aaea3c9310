"""The door to durable-rules: available, isolated, bounded, repeatable."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psutil
import pytest

from maatwerk.reasoning import durable, naive
from maatwerk.reasoning.durable import MAX_FACTS, MAX_FIRINGS, Net
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule, Table, TableError, Var
from maatwerk.reasoning.vocabulary import EngineError
from tests.reasoning.random_tables import random_patterns

if TYPE_CHECKING:
    from collections.abc import Mapping

X, Y, Z = Var("x"), Var("y"), Var("z")
LINK, BAD = Kind("link", (("a", str), ("b", str)), 0), Kind("bad", (("a", str),), 0)
CHAIN, GOOD = Kind("chain", (("a", str), ("b", str)), 1), Kind("good", (("a", str),), 2)
TABLE = Table(
    (LINK, BAD, CHAIN, GOOD),
    (
        Rule("first", 1, (Pattern("link", (X, Y)),), then=(Pattern("chain", (X, Y)),)),
        Rule("next", 1, (Pattern("chain", (X, Y)), Pattern("link", (Y, Z))), then=(Pattern("chain", (X, Z)),)),
        Rule("good", 2, (Pattern("chain", (X, Y)),), (Pattern("bad", (X,)),), (Pattern("good", (X,)),)),
    ),
)
FEW = frozenset({Fact("link", ("a", "b")), Fact("link", ("b", "c")), Fact("bad", ("b",))})
EXPECTED = {("chain", ("a", "b")), ("chain", ("b", "c")), ("chain", ("a", "c")), ("good", ("a",))}


def chain(length: int) -> list[Fact]:
    return [Fact("link", (str(number), str(number + 1))) for number in range(length)]


def test_durable_rules_is_here_on_every_python_we_support() -> None:
    assert sys.version_info < (3, 13)
    assert durable.available()


def test_the_engine_is_only_loaded_for_a_net() -> None:
    program = "import sys, maatwerk.reasoning.agree; print([name for name in sys.modules if 'durable_rules' in name])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_runs_leave_nothing_to_each_other() -> None:
    net = Net(TABLE)
    assert net.run(FEW) == EXPECTED
    assert net.run([]) == frozenset()
    assert net.run([Fact("link", ("c", "d"))]) == {("chain", ("c", "d")), ("good", ("c",))}
    assert net.run(FEW) == EXPECTED


def test_two_nets_leave_nothing_to_each_other() -> None:
    one, another = Net(TABLE), Net(Table(TABLE.kinds.values(), TABLE.rules[:1]))
    assert one.run(FEW) == EXPECTED
    assert another.run(FEW) == {("chain", ("a", "b")), ("chain", ("b", "c"))}
    another.close()
    assert one.run(FEW) == EXPECTED


def test_an_error_leaves_a_clean_net() -> None:
    net = Net(TABLE)
    with pytest.raises(TableError):
        net.run([Fact("chain", ("a", "b"))])
    with pytest.raises(EngineError, match="facts"):
        net.run(chain(60))
    assert net.run(FEW) == EXPECTED


def test_a_fact_that_the_engine_drops_is_an_error() -> None:
    """It takes two facts of one name for the same; the return code says so."""

    class Repeating(Net):
        repeats = True

        def put(self, identity: str, properties: Mapping[str, int]) -> int:
            return super().put("f0" if self.repeats and identity == "f1" else identity, properties)

    net = Repeating(TABLE)
    with pytest.raises(EngineError, match="code 2"):
        net.run(FEW)
    net.repeats = False
    assert net.run(FEW) == EXPECTED


def test_a_session_that_does_not_start_clean_is_an_error() -> None:
    class Unheard(Net):
        def put(self, identity: str, properties: Mapping[str, int]) -> int:
            return super().put(identity, {"c0": 0} if identity == "boot" else properties)

    with pytest.raises(EngineError, match="start clean"):
        Unheard(TABLE).run(FEW)


def test_facts_in_one_run_are_bounded() -> None:
    table = Table([LINK, CHAIN], TABLE.rules[:1])
    assert len(Net(table).run(chain(MAX_FACTS // 2))) == MAX_FACTS // 2
    with pytest.raises(EngineError, match=f"more than {MAX_FACTS} facts"):
        Net(table).run(chain(MAX_FACTS // 2 + 1))


def test_firings_in_one_run_are_bounded() -> None:
    product = (Pattern("link", (X, None)), Pattern("link", (X, None)))
    table = Table([LINK, CHAIN], [Rule("product", 1, product, then=(Pattern("chain", (X, X)),))])
    facts = [Fact("link", ("a", str(number))) for number in range(150)]
    with pytest.raises(EngineError, match=f"more than {MAX_FIRINGS} firings"):
        Net(table).run(facts)
    assert Net(table).run(facts[:100]) == {("chain", ("a", "a"))}


def test_hundreds_of_rules_with_the_same_condition() -> None:
    """The engine itself ends the process at 256."""
    names = [f"rule {number}" for number in range(700)]
    rules = [Rule(name, 1, (Pattern("link", (X, Y)),), then=(Pattern("chain", (X, name)),)) for name in names]
    table = Table([LINK, CHAIN], rules)
    assert Net(table).run([Fact("link", ("a", "b"))]) == {("chain", ("a", name)) for name in names}


def test_a_table_too_large_for_the_engine_is_refused() -> None:
    kinds = [Kind(f"kind {number}", (), 0) for number in range(450)]
    rules = [Rule(kind.name, 1, (Pattern(kind.name, ()),), then=(Pattern("chain", ("a", "b")),)) for kind in kinds]
    with pytest.raises(EngineError, match="too large"):
        Net(Table([*kinds, CHAIN], rules))


def test_a_closed_net_says_so() -> None:
    net = Net(TABLE)
    net.close()
    net.close()
    with pytest.raises(EngineError, match="closed"):
        net.run(FEW)


def test_threads_share_a_net() -> None:
    net = Net(TABLE)
    facts = [FEW, frozenset(chain(6)), frozenset[Fact]()] * 100
    with ThreadPoolExecutor(8) as threads:
        actual = list(threads.map(net.run, facts))
    assert actual == [naive.reason(TABLE, each) for each in facts]


def test_memory_stays_flat_over_five_thousand_runs() -> None:
    net, facts = Net(TABLE), chain(5)
    process = psutil.Process()
    for _ in range(500):
        net.run(facts)
    before = process.memory_info().rss
    for _ in range(5_000):
        net.run(facts)
    assert process.memory_info().rss - before < 2 * 2**20


def test_memory_stays_flat_over_hundreds_of_tables() -> None:
    process = psutil.Process()
    before = 0
    for number, (table, patterns) in enumerate(random_patterns(400, 2)):
        net = Net(table)
        for facts in patterns:
            net.run(facts)
        net.close()
        before = process.memory_info().rss if number == 100 else before
    assert process.memory_info().rss - before < 8 * 2**20
