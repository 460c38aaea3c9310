"""Which names an expression uses, and how deep it is. Both walk without recursion: no text is too deep for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.tree import Name, children

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
    """The facts, norms, calculations and criteria that a tree names; not its options."""
    return frozenset(part.name for part, _ in parts(node) if isinstance(part, Name))


def depth_of(node: Node) -> int:
    """How many nodes stand below each other at most."""
    return max(depth for _, depth in parts(node))
