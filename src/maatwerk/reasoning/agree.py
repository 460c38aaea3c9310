"""Two interpreters of one rule table, that must agree. On a difference: the union, and it is said. Never silence."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from maatwerk.reasoning import durable, naive
from maatwerk.reasoning.heard import Difference, tell
from maatwerk.reasoning.table import Fact, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_REMEMBERED = 10_000
"""Patterns kept by one reasoner, the longest unused forgotten first: about 50 MB when full, at fifteen facts each."""

Engine = Literal["both", "naive"]
Pattern = frozenset[Fact]
_log = logging.getLogger(__name__)


class Conclusions(NamedTuple):
    """What follows. `engine` is "durable" if it took part; `agreed` is False if it failed or the two differ."""

    facts: frozenset[Fact]
    engine: str
    agreed: bool


class Reasoner:
    """A table with its two interpreters and a memory: a case costs a lookup, a new pattern one reasoning by both."""

    def __init__(self, table: Table, *, memory: bool = True, engine: Engine = "both") -> None:
        """Prepare. Without durable-rules on this Python (`durable.available()`) the naive interpreter reasons alone."""
        self._table = table
        self._memory: _Memory | None = _Memory(MAX_REMEMBERED) if memory else None
        self._both = engine == "both" and durable.available()
        self._net: durable.Net | None = None

    def __call__(self, facts: Iterable[Fact]) -> Conclusions:
        """Everything that follows. Raises `TableError` for a fact outside the schema, and nothing else."""
        pattern = self._table.given(facts)
        remembered = self._memory.get(pattern) if self._memory else None
        if remembered:
            return remembered
        conclusions = self._reason(pattern)
        # A difference is not remembered: it may come from a passing lack of memory, and must be heard each time.
        if self._memory and conclusions.agreed:
            self._memory.put(pattern, conclusions)
        return conclusions

    def _reason(self, pattern: Pattern) -> Conclusions:
        expected = naive.reason(self._table, pattern)
        if not self._both:
            return Conclusions(expected, "naive", agreed=True)
        try:
            actual = self._durable(pattern)
        except Exception as error:  # noqa: BLE001 - the case goes on, and it is said
            _log.warning("durable-rules failed (%s) on table %s", type(error).__name__, self._table.fingerprint())
            tell(Difference(pattern, failed=type(error).__name__))
            return Conclusions(expected, "naive", agreed=False)
        if actual != expected:
            tell(Difference(pattern, actual - expected, expected - actual))
            _log.warning("the two interpreters differ on table %s", self._table.fingerprint())
        return Conclusions(expected | actual, "durable", agreed=actual == expected)

    def _durable(self, pattern: Pattern) -> frozenset[Fact]:
        if self._net is None:
            self._net = durable.Net(self._table)
        return self._net.run(pattern)


class _Memory:
    """Conclusions by pattern, the longest unused forgotten first. Safe between threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[Pattern, Conclusions] = OrderedDict()

    def get(self, pattern: Pattern) -> Conclusions | None:
        with self._lock:
            if pattern in self._kept:
                self._kept.move_to_end(pattern)
            return self._kept.get(pattern)

    def put(self, pattern: Pattern, conclusions: Conclusions) -> None:
        with self._lock:
            self._kept[pattern] = conclusions
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)


@lru_cache(maxsize=256)
def reasoner_for(table: Table) -> Reasoner:
    """The one reasoner of this process for equal tables (by fingerprint), with its memory."""
    return Reasoner(table)
