"""A difference between the two reasoners is heard by everybody who listens, however deep below it was found.

One case is reasoned in many small patterns: every flip and every way out has its own. A difference on any of them
counts for the whole case. So it is not carried along from value to value, where it could be dropped.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Facts = frozenset[Fact]


class Difference(NamedTuple):
    """One pattern on which the two differed. `failed`: the error by which durable-rules found nothing at all."""

    pattern: Facts
    only_durable: Facts = frozenset()
    only_naive: Facts = frozenset()
    failed: str = ""


_listeners: ContextVar[tuple[set[Difference], ...]] = ContextVar("listeners", default=())


@contextmanager
def listening(*, apart: bool = False) -> Iterator[set[Difference]]:
    """A set that fills with every difference found meanwhile. Who listens around this hears it too, unless `apart`."""
    heard: set[Difference] = set()
    before = _listeners.set((heard,) if apart else (*_listeners.get(), heard))
    try:
        yield heard
    finally:
        _listeners.reset(before)


def tell(difference: Difference) -> None:
    """Let all who listen hear it."""
    for heard in _listeners.get():
        heard.add(difference)


def remembered(size: int) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """As `lru_cache`, but what was found while the two differed is found anew each time: so it is heard each time."""

    def with_memory(find: Callable[Asked, Found]) -> Callable[Asked, Found]:
        @lru_cache(maxsize=size)
        def agreed(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            with listening() as heard:
                found = find(*args, **kwargs)
            if heard:
                raise _DifferedError(found)
            return found

        @wraps(find)
        def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            try:
                return agreed(*args, **kwargs)  # type: ignore[arg-type] # what cannot be hashed cannot be remembered
            except _DifferedError as differed:
                found: Found = differed.args[0]
                return found

        return asked

    return with_memory


class _DifferedError(Exception):
    """Brings what was found past the memory: nothing is remembered of what raises."""
