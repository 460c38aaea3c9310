"""How an expression came to its value: every part with its text and value, names opened. Made only when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.tree import Aggregate, Constant, Expression, Name, Nothing, Option, children
from maatwerk.expressions.types import YES_NO
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import Truth
from maatwerk.expressions.values_in_words import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import Value


@dataclass(frozen=True, slots=True)
class Trace:
    """One part: its text, its value with the type, and the parts it was computed from.

    Of a calculation or criterion the one child is its definition. `node` is the part itself, read in `scope`; None for
    a record. `again`: it was opened earlier in this same trace. `str()` prints it all, also values of a person: for
    the screen of a case and its record, never for a log.
    """

    text: str
    value: Value
    type: Type
    children: tuple[Trace, ...] = ()
    node: Node | None = field(default=None, compare=False, repr=False)
    scope: Scope | None = field(default=None, compare=False, repr=False)
    again: bool = False

    def lines(self, lang: str = "nl", depth: int = 0) -> Iterator[str]:
        """One line a part, indented by how deep it lies."""
        yield f"{'  ' * depth}{self.text} = {show(self.value, self.type, lang)}"
        for child in self.children:
            yield from child.lines(lang, depth + 1)

    def __str__(self) -> str:
        return "\n".join(self.lines())


def trace(expression: Expression, scope: Scope, *, once: bool = False) -> Trace:
    """Compute an expression again and keep every step. Written figures and options are no steps.

    `once`: what has a definition is opened where it first stands. Else a name that others use twice, which use each
    other twice, is opened as often as all of these together.
    """
    return _Tracer(once=once).trace(expression.root, scope)


class _Tracer:
    def __init__(self, *, once: bool) -> None:
        self.once = once
        self.opened: set[tuple[int, str]] = set()

    def trace(self, node: Node, scope: Scope) -> Trace:
        steps = self.records(node, scope) if isinstance(node, Aggregate) else self.parts(node, scope)
        definition = scope.definition(node.name) if isinstance(node, Name) else None
        again = False
        if isinstance(node, Name) and definition is not None:
            again = self.once and (id(scope), node.name) in self.opened
            self.opened.add((id(scope), node.name))
            steps += [] if again else [self.trace(definition.root, scope)]
        kind = type_of(node, scope.type_of)
        return Trace(print_expression(node), evaluate(node, scope), kind, tuple(steps), node, scope, again)

    def parts(self, node: Node, scope: Scope) -> list[Trace]:
        told = (child for child in children(node) if not isinstance(child, Constant | Nothing | Option))
        return [self.trace(child, scope) for child in told]

    def records(self, node: Aggregate, scope: Scope) -> list[Trace]:
        """A step for each record, numbered from 1: whether it counts, and how that and its value came about."""
        found = scope.records(node.list)
        return [
            Trace(f"{node.list} {number}", _counts(node, record), YES_NO, tuple(self.parts(node, record)), None, record)
            for number, record in enumerate(found.scopes if found is not None else (), 1)
        ]


def _counts(node: Aggregate, record: Scope) -> Truth:
    return Truth.YES if node.where is None else truth(node.where, record)
