"""What every check of types does: judge a part, demand a type, report what does not go together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maatwerk.expressions.algebra import Judged, alike
from maatwerk.expressions.lexer import Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.expressions.types import Type

NO_LISTS: Mapping[str, Mapping[str, Type]] = {}


@dataclass(frozen=True, slots=True)
class Rules:
    """What an expression may name and do where it stands; see `typing.check`."""

    names: Mapping[str, Type]
    lists: Mapping[str, Mapping[str, Type]] = field(default_factory=dict)
    allow_is_known: bool = True
    rounded: bool = False
    norms: Collection[str] | None = None


class Judging(ABC):
    """Judges the parts of one expression.

    `names` are those that can be seen here, `inside` is the list we are in, `there` the names that cannot be `leeg`,
    `wanted` what the whole must be.
    """

    def __init__(self, expression: Expression, rules: Rules) -> None:
        self.expression = expression
        self.rules = rules
        self.names = rules.names
        self.inside = ""
        self.there: frozenset[str] = frozenset()
        self.wanted: Type | None = None
        self.report = Report(expression.place)

    @abstractmethod
    def judge(self, node: Node) -> Judged:
        """A part with its type."""

    @contextmanager
    def known_there(self, names: frozenset[str]) -> Iterator[None]:
        """Judge with these names as names that cannot be `leeg`, and no others."""
        before, self.there = self.there, names
        yield
        self.there = before

    def text(self, node: Node) -> str:
        """A part as written."""
        return self.expression.text[slice(*node.at)]

    def wrong(self, found: Judged, expected: str) -> Judged:
        """Report a part that has another type than belongs here."""
        self.report.add("M203", found.node.at, found=self.text(found.node), type=found.type, expected=expected)
        return replace(found, type=None)

    def need(self, node: Node, wanted: Type) -> Node:
        """Check a part that must have this type (a number of years may also be a number without a unit)."""
        found = self.judge(node)
        if found.type is not None and alike([found, Judged(node, wanted)]) is None:
            self.wrong(found, str(wanted))
        return found.node

    def operand(self, node: Node) -> Judged:
        """A part to compute with: a result is never `leeg`."""
        found = self.judge(node)
        return replace(found, type=found.type and replace(found.type, or_empty=False))

    def together(self, node: Node, parts: Sequence[Judged]) -> Type | None:
        """The common type of parts that are compared, added or chosen between; else the problem with the first two."""
        if any(part.type is None for part in parts):
            return None
        kind = alike(parts)
        if kind is not None:
            return kind
        first = parts[0]
        other = next((part for part in parts if alike([first, part]) is None), parts[-1])
        code = "M202" if first.known.sort == other.known.sort else "M201"
        texts = {"left": self.text(first.node), "right": self.text(other.node)}
        self.report.add(code, node.at, left_type=first.type, right_type=other.type, **texts)
        return None

    def impossible(self, node: Node, left: Judged, right: Judged, operator: str) -> None:
        """Report an operation that these two types do not have."""
        self.report.add("M208", node.at, left=left.type, right=right.type, operator=operator)
