"""What is there where a choice asked for it: in `als x is leeg dan a anders x` the last `x` is never `leeg`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.expressions.scope import WithinCase
from maatwerk.expressions.tree import Both, Either, IsEmpty, Name, Not
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import PERHAPS_EMPTY

if TYPE_CHECKING:
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import Value


def guarded(condition: Node, *, holds: bool) -> frozenset[str]:
    """The names that are not `leeg` when a condition holds, or when it does not."""
    match condition:
        case IsEmpty(item=Name(name=name, on=None, by=())) if not holds:
            return frozenset({name})
        case Not(part=part):
            return guarded(part, holds=not holds)
        case Both(parts=parts) if holds:
            return frozenset().union(*(guarded(part, holds=True) for part in parts))
        case Either(parts=parts) if not holds:
            return frozenset().union(*(guarded(part, holds=False) for part in parts))
        case _:
            return frozenset()


def in_branch(condition: Node, scope: Scope, *, holds: bool) -> Scope:
    """The scope of a branch of a choice whose condition is not known yet."""
    names = guarded(condition, holds=holds)
    return _Present(scope, names) if names else scope


class _Present(WithinCase):
    """A `Scope` in which some names are not `leeg`, though nothing else may be known of them."""

    def __init__(self, case: Scope, names: frozenset[str]) -> None:
        super().__init__(case)
        self.names = names

    def value(self, name: str) -> Value:
        value = self.around.value(name)
        if name not in self.names or value != PERHAPS_EMPTY:
            return value
        kind = replace(self.around.type_of(name), or_empty=False)
        computed = self.around.definition(name) is not None  # only facts are 0 or more by their type
        return unknown_of(replace(kind, below_zero=computed or kind.below_zero))
