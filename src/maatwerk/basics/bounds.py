"""How much is read, and how far is searched: every bound in one place, so that no input can take all time or memory.

An organisation sets them in `[limits]` of `maatwerk.toml`, a library caller with `use` or `using` (docs/limits.md).
No bound changes what a ruleset means or its hash: input beyond one is a problem, and a search that stops says so.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _at_most(most: int, default: int) -> int:
    """A bound, with the highest value that was tried and found safe."""
    found: int = field(default=default, metadata={"most": most})
    return found


@dataclass(frozen=True, slots=True)
class Bounds:
    """All bounds with their defaults. ValueError for one that is below 1 or above what was tried (`highest`)."""

    file_kib: int = _at_most(16 * 1024, 1024)  # the largest ruleset known is 3 % of the default
    ruleset_lines: int = _at_most(50_000, 5000)
    json_depth: int = _at_most(100, 32)  # levels of brackets
    text_length: int = _at_most(100_000, 4096)  # characters of one text in a case
    records: int = _at_most(5000, 500)  # rows of one list
    expression_length: int = _at_most(20_000, 2000)  # characters
    expression_depth: int = _at_most(80, 40)  # nodes, or brackets, below each other
    number_length: int = _at_most(40, 20)  # digits and signs of one number in an expression
    rests_on: int = _at_most(150, 120)  # levels of an expression with those of all that it rests on
    outcome_ways: int = _at_most(4096, 256)  # ways in which the `als` of one outcome can hold
    open_verdicts: int = _at_most(20, 14)  # up to this many all patterns are tried: 2 to that power
    verdicts_asked: int = _at_most(14, 9)  # the same, to tell which questions can still change the outcome
    analysis_verdicts: int = _at_most(1_000_000, 20_000)  # computed over combinations of facts
    analysis_places: int = _at_most(1_000_000, 6_000)  # cases and parts of cases that `rules check` looks at
    analysis_parts: int = _at_most(1_000_000, 100_000)  # combinations of verdicts that may be impossible
    questions_tried: int = _at_most(10_000, 400)  # answers tried before every fact in the way simply matters
    questions_work: int = _at_most(1_000_000, 10_000)  # sets and patterns tried for all these answers together
    problems_shown: int = _at_most(10_000, 50)  # on a screen; JSON has them all
    ways_nearly_met: int = _at_most(1024, 256)  # ways in which one condition could turn
    changes_tried: int = _at_most(100_000, 4000)  # cases with other facts, to tell what would change the outcome

    @property
    def file_bytes(self) -> int:
        """`file_kib` in bytes."""
        return self.file_kib * 1024

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        wrong = [name for name, most in highest().items() if not 1 <= getattr(self, name) <= most]
        if wrong:
            raise ValueError(", ".join(wrong))


def read_file(path: Path) -> bytes | None:
    """What a file holds; None where it is larger than `file_kib`.

    Raises OSError for what is not there, may not be read, or is no regular file: a pipe or device never ends.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        content = file.read(bounds().file_bytes + 1)
    return content if len(content) <= bounds().file_bytes else None


def highest() -> dict[str, int]:
    """Each bound by name with the highest value that it may have."""
    return {each.name: each.metadata["most"] for each in fields(Bounds)}


_IN_USE: ContextVar[Bounds] = ContextVar("bounds", default=Bounds())  # noqa: B039 - frozen


def bounds() -> Bounds:
    """The bounds in use here."""
    return _IN_USE.get()


def use(these: Bounds) -> None:
    """Use these bounds from here on, in this thread or task."""
    _IN_USE.set(these)


@contextmanager
def using(these: Bounds) -> Iterator[None]:
    """Use these bounds in a block."""
    before = _IN_USE.set(these)
    try:
        yield
    finally:
        _IN_USE.reset(before)
