"""Which names an expression uses, and how deep it is. Both walk without recursion: no text is too deep for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.tree import Aggregate, Name, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Node


def parts(node: Node) -> Iterator[tuple[Node, int]]:
    """Every node of a tree with its depth; the root has depth 1."""
    waiting = [(node, 1)]
    while waiting:
        part, depth = waiting.pop()
        yield part, depth
        waiting.extend((child, depth + 1) for child in children(part))


def names_in(node: Node) -> frozenset[str]:
    """All that a tree names: facts, norms, calculations, criteria, lists and their fields; not its options."""
    return values_in(node) | lists_in(node)


def values_in(node: Node) -> frozenset[str]:
    """The names of a tree that have a value and a type: all but its lists. A field has them only in a record."""
    named = {part.name for part, _ in parts(node) if isinstance(part, Name)}
    return frozenset(named | {part.group for part, _ in parts(node) if isinstance(part, Aggregate) and part.group})


def lists_in(node: Node) -> frozenset[str]:
    """The lists that a tree asks something about."""
    return frozenset(part.list for part, _ in parts(node) if isinstance(part, Aggregate))


def depth_of(node: Node) -> int:
    """How many nodes stand below each other at most."""
    return max(depth for _, depth in parts(node))
