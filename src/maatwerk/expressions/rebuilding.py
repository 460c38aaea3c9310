"""The same tree with other parts: a node with other children, a name opened to what it means."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Name, Node, children

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Expression


def with_children(node: Node, parts: tuple[Node, ...]) -> Node:
    """The same node with other parts below it, in the order of `children`."""
    left = iter(parts)

    def taken(value: Any) -> Any:  # noqa: ANN401 - a node, a tuple of parts, or what a node says of itself
        if isinstance(value, tuple):
            return tuple(next(left) if isinstance(each, Node) else each for each in value)
        return next(left) if isinstance(value, Node) else value

    return replace(node, **{each.name: taken(getattr(node, each.name)) for each in fields(node)})


def with_old_meaning(new: Expression, name: str, old: Expression | None) -> Expression | None:
    """What takes the place of `name`; where it mentions the name, that is opened to its old meaning.

    So a walk through the names never goes round. None when the name has no definition of its own (a fact, a norm):
    there such a walk ends.
    """
    if name not in names_in(new.root):
        return new
    return None if old is None else replace(new, root=_opened(new.root, name, old.root))


def _opened(node: Node, name: str, meaning: Node) -> Node:
    if isinstance(node, Name) and node.name == name:
        return meaning
    return with_children(node, tuple(_opened(each, name, meaning) for each in children(node)))
