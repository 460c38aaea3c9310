"""durable-rules forgets the first of its conclusions, invents some or fails, on the patterns that a test chooses."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from maatwerk.reasoning import durable
from maatwerk.reasoning.agree import reasoner_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    import pytest

    from maatwerk.reasoning.table import Fact

    Chosen = Callable[[frozenset[Fact]], bool]
    Run = Callable[[durable.Net, Iterable[Fact]], frozenset[Fact]]

MARK = {"outcome": "needs", "findings": "decisive", "grounds": "tagged"}
"""A kind of fact that only the patterns of this table have."""


def of_table(name: str) -> Chosen:
    """The patterns of one of the three tables."""
    return lambda facts: any(fact.kind == MARK[name] for fact in facts)


def forgetting(patch: pytest.MonkeyPatch, chosen: Chosen) -> AbstractContextManager[None]:
    """durable-rules forgets the first of its conclusions on these patterns."""
    whole = durable.Net.run

    def forgetful(net: durable.Net, facts: Iterable[Fact]) -> frozenset[Fact]:
        given = frozenset(facts)
        found = whole(net, given)
        return frozenset(sorted(found, key=repr)[1:]) if chosen(given) else found

    return _instead(patch, forgetful)


def inventing(patch: pytest.MonkeyPatch, chosen: Chosen, invented: frozenset[Fact]) -> AbstractContextManager[None]:
    """durable-rules draws these conclusions besides, on these patterns."""
    whole = durable.Net.run

    def inventive(net: durable.Net, facts: Iterable[Fact]) -> frozenset[Fact]:
        given = frozenset(facts)
        return whole(net, given) | invented if chosen(given) else whole(net, given)

    return _instead(patch, inventive)


def failing(patch: pytest.MonkeyPatch, chosen: Chosen) -> AbstractContextManager[None]:
    """durable-rules gives up on these patterns."""
    whole = durable.Net.run

    def fails(net: durable.Net, facts: Iterable[Fact]) -> frozenset[Fact]:
        given = frozenset(facts)
        if chosen(given):
            raise MemoryError
        return whole(net, given)

    return _instead(patch, fails)


@contextmanager
def _instead(patch: pytest.MonkeyPatch, run: Run) -> Iterator[None]:
    """Nothing that was reasoned by the other engine is remembered, before or after."""
    reasoner_for.cache_clear()
    with patch.context() as patched:
        patched.setattr(durable.Net, "run", run)
        yield
    reasoner_for.cache_clear()
