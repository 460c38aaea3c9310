"""The rule table, read by durable-rules. The only module that imports it.

`network` and `vocabulary` turn a table into the engine's language. Here is the engine's agenda, walked by ourselves:
no Host, no threads, no timers. The engine has known faults; what keeps each away is written where it is done.
"""

from __future__ import annotations

import json
import threading
import weakref
from functools import cache
from typing import TYPE_CHECKING, Any

from maatwerk.reasoning.network import Network
from maatwerk.reasoning.vocabulary import BOOT, FACT_NUMBER, GATE, EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maatwerk.reasoning.table import Fact, Table

MAX_FACTS = 1_000
"""Given and derived facts in one run. Real patterns have tens; its memory grows with the product of joined facts."""

MAX_FIRINGS = 20_000
"""Rules fired in one run."""

_SESSION = "c"
"""One constant session: two names with an equal 32-bit hash would see each other's facts."""

_ENGINE = threading.Lock()
"""The engine is not re-entrant and its session is shared: one run at a time in this process."""

_ACCEPTED = frozenset({0, 1})
"""Return codes of an assert: kept, or no rule looks at this kind of fact. All else means that facts were lost."""


@cache
def available() -> bool:
    """Whether durable-rules can be imported here (not on Python 3.13 and up until it has a release for it)."""
    try:
        import durable.engine  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


class Net:
    """A table compiled once, to run on many sets of facts. Safe to share between threads."""

    def __init__(self, table: Table) -> None:
        """Compile. Raises `EngineError` if the table is too large for the engine."""
        import durable.engine  # noqa: PLC0415
        import durable_rules_engine  # noqa: PLC0415

        self._engine: Any = durable_rules_engine
        self._network = Network(table)
        definition = {name: {"all": all_of, "run": _unused, "dist": 0} for name, all_of in self._network.rules.items()}
        with _ENGINE:
            self._rules: Any = durable.engine.Ruleset("maatwerk", None, definition)
        self._handle: int = self._rules._handle  # noqa: SLF001 - the agenda has no public door that runs in our own thread
        # Frees the compiled rules once: on close, when the net is collected, or at exit.
        self._free = weakref.finalize(self, self._engine.delete_ruleset, self._handle)

    def close(self) -> None:
        """Free the engine's memory; closing twice is fine."""
        with _ENGINE:
            self._free()

    def run(self, facts: Iterable[Fact]) -> frozenset[Fact]:
        """All facts that follow, without those given. Raises `TableError` (schema) or `EngineError` (limits)."""
        given = self._network.table.given(facts)
        with _ENGINE:
            if not self._free.alive:
                raise EngineError("the net is closed")
            self._boot()
            try:
                return _Session(self, given).reason()
            finally:
                self._rules.delete_state(_SESSION)

    def _boot(self) -> None:
        """Open the session and let one rule fire: deleting a session in which none ever fired ends the process."""
        state = self.put("boot", self._network.words.signal(BOOT))
        fired = [name for name, _ in self.fire(state)]
        if fired != ["boot"]:
            raise EngineError("the session did not start clean")

    def put(self, identity: str, properties: Mapping[str, int]) -> int:
        """Assert one fact (a batch drops facts silently) and check the code. Returns the session's number."""
        message = json.dumps({"sid": _SESSION, "id": identity, **properties})
        code, state = self._engine.assert_fact(self._handle, message)
        if code not in _ACCEPTED:
            raise EngineError(f"the engine refused a fact with code {code}")
        return int(state)

    def fire(self, state: int) -> Iterator[tuple[str, dict[str, dict[str, int]]]]:
        """Walk the agenda to its end: the name of each rule that fires, with its facts by alias."""
        started = self._engine.start_action_for_state(self._handle, state)
        message = started[1] if started else None
        while message:
            yield from json.loads(message).items()
            message = self._engine.complete_and_start_action(self._handle, state)


class _Session:
    """One run: facts by number, and what follows from them."""

    def __init__(self, net: Net, given: frozenset[Fact]) -> None:
        """Take facts in a canonical order, so that a run is the same whatever the order of writing."""
        self._net = net
        self._network = net._network  # noqa: SLF001 - one machine in two parts
        self._encode = self._network.words.encoder()
        self._facts: list[Fact] = []
        self._held: set[Fact] = set()
        self._given = given
        self._firings = 0

    def reason(self) -> frozenset[Fact]:
        """Stratum by stratum: its gate is asserted when all facts it may deny are there."""
        for fact in sorted(self._given, key=repr):
            self._put(fact)
        for number, _ in self._network.table.strata:
            state = self._net.put(f"g{number}", self._network.words.signal(GATE, number))
            while new := self._fire(state):
                for fact in new:
                    self._put(fact)
        return frozenset(self._held - self._given)

    def _put(self, fact: Fact) -> None:
        number = len(self._facts)
        if number == MAX_FACTS:
            raise EngineError(f"more than {MAX_FACTS} facts")
        self._facts.append(fact)
        self._held.add(fact)
        self._net.put(f"f{number}", self._encode(number, fact))

    def _fire(self, state: int) -> list[Fact]:
        """Empty the agenda; the new facts in the order they were made. They are asserted after, not within."""
        new: dict[Fact, None] = {}
        for name, matched in self._net.fire(state):
            self._firings += 1
            if self._firings > MAX_FIRINGS:
                raise EngineError(f"more than {MAX_FIRINGS} firings")
            facts = {alias: self._facts[message[FACT_NUMBER]] for alias, message in matched.items() if alias != "g"}
            new.update(dict.fromkeys(self._network.conclusions(name, facts)))
        return [fact for fact in new if fact not in self._held]


def _unused(_context: object) -> None:
    """The engine wants a consequent by rule; ours are read off the agenda instead, where an error is not swallowed."""
