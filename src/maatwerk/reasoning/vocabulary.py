"""Whole numbers for everything that goes into durable-rules: kinds, columns, strings, booleans, facts.

So no name or text of ours can be taken for engine control (`sid`, `id`, `$s`), and nothing is compared across types.
A test within one fact (a variable twice, a comparison with a constant) is made here and goes in as a mark, 0 or 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maatwerk.reasoning.table import Atom, Fact, Table

Test = dict[str, object]
"""A condition in the engine's JSON."""

FACT_NUMBER = "_n"
BOOT, GATE, _FIRST_KIND = 1, 2, 3

_PER_COPY = 200
"""The engine ends the process at 256 rules with one identical condition: each copy of the kind is tested this often."""

_ALTERNATIVES = 400
"""The engine never returns from compiling 512 different tests on one level."""

_PROPERTIES = 200
"""The engine refuses a fact of 252 properties."""


class EngineError(RuntimeError):
    """The engine refused, or a limit was passed. It holds no fact values."""


class Column(NamedTuple):
    """A column by number, to tell it from a constant."""

    number: int


class Mark(NamedTuple):
    """A test within one fact of this kind: `left` equals, or is greater than, `right`."""

    kind: str
    test: str
    left: Column | int
    right: Column | int

    def holds(self, values: tuple[Atom, ...]) -> bool:
        """Whether a fact with these values has the mark."""
        left, right = (values[side.number] if isinstance(side, Column) else side for side in (self.left, self.right))
        return left == right if self.test == "equal" else int(left) > int(right)


class Vocabulary:
    """The numbers of one table. Made while its rules are translated, then only read."""

    def __init__(self, table: Table) -> None:
        """Number the kinds."""
        self._kinds = {name: number for number, name in enumerate(sorted(table.kinds), start=_FIRST_KIND)}
        self._columns = {name: len(kind.columns) for name, kind in table.kinds.items()}
        self._codes: dict[str, int] = {}
        self._marks: dict[str, dict[Mark, str]] = {name: {} for name in table.kinds}
        self._kind_tests: list[int] = []

    def is_kind(self, name: str) -> Test:
        """The test that a fact is of this kind."""
        return self.is_signal(self._kinds[name])

    def is_signal(self, number: int) -> Test:
        """The test that a fact is of this kind, or is the boot or a gate."""
        self._kind_tests.append(number)
        return {_copy(len(self._kind_tests) - 1): number}

    def equals(self, column: int, constant: Atom) -> Test:
        """The test that a column has this value."""
        return {f"c{column}": _code(constant, self._codes)}

    def marked(self, mark: Mark) -> Test:
        """The test that a fact has this mark; from now on facts of its kind carry it."""
        marks = self._marks[mark.kind]
        return {marks.setdefault(mark, f"m{len(marks)}"): 1}

    def check_size(self) -> None:
        """Raise `EngineError` if the tests made so far are too many for the engine."""
        alternatives = {(number // _PER_COPY, kind) for number, kind in enumerate(self._kind_tests)}
        properties = max((self._columns[kind] + len(marks) for kind, marks in self._marks.items()), default=0)
        if len(alternatives) > _ALTERNATIVES or properties + len(self._copies()) > _PROPERTIES:
            raise EngineError("the table is too large for the engine")

    def signal(self, number: int, stratum: int = 0) -> dict[str, int]:
        """The properties of the boot or of the gate of a stratum. `_z` is what every fact's number is at least."""
        return dict.fromkeys(self._copies(), number) | {"c0": stratum, "_z": 0}

    def encoder(self) -> Callable[[int, Fact], Mapping[str, int]]:
        """A function from a fact and its number to properties. It lives for one run: strings do not pile up."""
        codes = dict(self._codes)
        copies = self._copies()

        def encode(number: int, fact: Fact) -> Mapping[str, int]:
            columns = {f"c{column}": _code(value, codes) for column, value in enumerate(fact.values)}
            marks = {name: int(mark.holds(fact.values)) for mark, name in self._marks[fact.kind].items()}
            return dict.fromkeys(copies, self._kinds[fact.kind]) | {FACT_NUMBER: number} | columns | marks

        return encode

    def _copies(self) -> list[str]:
        return [_copy(number) for number in range(0, len(self._kind_tests), _PER_COPY)]


def _copy(number: int) -> str:
    """The copy of the kind that condition `number` looks at."""
    return f"k{number // _PER_COPY}"


def _code(value: Atom, codes: dict[str, int]) -> int:
    """A number that only equal values of one column have."""
    return codes.setdefault(value, len(codes)) if isinstance(value, str) else int(value)
