"""The one tree of an expression. Every reading (value, words, margin, trace) walks this tree.

Each node knows where it stands in the source of its expression: `at` = (first character, one past the last).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from maatwerk.basics.problems import Place
    from maatwerk.expressions.types import Type

At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, amount (euros), percentage (as fraction: 5% = 1/20), date or yes/no as written."""

    value: Fraction | date | bool
    type: Type
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A fact, norm, calculation or criterion. `on` is the date on which a norm is read (`norm op datum`).

    `by` are the keys with which a table of norms is read (`norm bij x bij y`), in order.
    """

    name: str
    at: At = field(compare=False)
    on: Node | None = None
    by: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """`niet x`."""

    part: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Both:
    """`x en y en z`: all parts."""

    parts: tuple[Node, ...]
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Either:
    """`x of y of z`: at least one part."""

    parts: tuple[Node, ...]
    at: At = field(compare=False)


Comparator = Literal["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Compare:
    """One comparison; a chain `a <= b <= c` becomes `Both` of two. An option after = or != is an `Option`."""

    left: Node
    comparator: Comparator
    right: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a `keuze`; made from a name by the typing pass (after =, != or in)."""

    name: str
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Within:
    """`x in (a; b)`; `niet in` is `Not` of this."""

    item: Node
    options: tuple[Option, ...]
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class IsKnown:
    """`x is bekend`; `is niet bekend` is `Not` of this. Only where learning a fact may change the answer."""

    item: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`left + right`, `-`, `*` (also written `van`) or `/`."""

    left: Node
    operator: Literal["+", "-", "*", "/"]
    right: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """`- x`."""

    part: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Choose:
    """`als condition dan then anders otherwise`."""

    condition: Node
    then: Node
    otherwise: Node
    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; `last_word` is `omlaag` or `omhoog`, or the month of dag_van_jaar."""

    function: str
    arguments: tuple[Node, ...]
    at: At = field(compare=False)
    last_word: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """The literal `leeg`; only as a branch of `als … dan … anders`."""

    at: At = field(compare=False)


@dataclass(frozen=True, slots=True)
class IsEmpty:
    """`x is leeg`; `is niet leeg` is `Not` of this."""

    item: Node
    at: At = field(compare=False)


AggregateKind = Literal["aantal", "er_is", "som", "laagste", "hoogste", "voor_alle", "hoogste_som"]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A question about the records of a list: `aantal(l waar c)`, `som(e uit l waar c)`, `voor_alle(e uit l)`.

    `expression` is None for `aantal` and `er_is`; `where` None = every record; `group` is the field after `per` of
    `hoogste_som`, else empty. In `expression` and `where` the fields of the list are names like any other; the typing
    pass notes which names those are, in `fields`.
    """

    kind: AggregateKind
    list: str
    expression: Node | None
    where: Node | None
    at: At = field(compare=False)
    group: str = ""
    fields: frozenset[str] = field(default=frozenset(), compare=False)


Node = (
    Constant
    | Name
    | Not
    | Both
    | Either
    | Compare
    | Option
    | Within
    | IsKnown
    | Arithmetic
    | Negative
    | Choose
    | Call
    | Nothing
    | IsEmpty
    | Aggregate
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A tree with the text it was read from and the place of that text's first character.

    Two expressions are equal when their trees are: text and place do not count.
    """

    root: Node
    text: str = field(compare=False)
    place: Place = field(compare=False)

    def place_of(self, node: Node) -> Place:
        """Where a node stands in the file (an expression stands on one source line or its continuations)."""
        first, last = node.at
        return self.place.shifted(first, max(1, last - first))


def children(node: Node) -> tuple[Node, ...]:  # noqa: C901 - one line for each kind of node
    """The parts directly below a node, in order of the text."""
    match node:
        case Constant() | Option() | Nothing():
            return ()
        case Name(on=on, by=by):
            return by if on is None else (on, *by)
        case Not(part=part) | Negative(part=part):
            return (part,)
        case Both(parts=parts) | Either(parts=parts):
            return parts
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return (left, right)
        case Within(item=item, options=options):
            return (item, *options)
        case IsKnown(item=item) | IsEmpty(item=item):
            return (item,)
        case Aggregate(expression=expression, where=where):
            return tuple(part for part in (expression, where) if part is not None)
        case Choose(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Call(arguments=arguments):
            return arguments
