"""What only got another name: it is no new rule, and what names it did not change."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from maatwerk.bench.diff.example_items import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maatwerk.bench.diff.items import Items
    from maatwerk.bench.diff.model import Item, Value

_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_PRINTED = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
ITSELF = "·"
Content = frozenset[tuple[str, str]]


def same(value: Value, names: Mapping[str, str]) -> str:
    """What a value means once these names are changed."""
    if value.names == "code":
        return renamed(value.same, names)
    if value.names == "text":
        return _PRINTED.sub(lambda match: f"{{{names.get(match[1], match[1])}}}", value.same)
    return value.same


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A name, an expression or a column with these names changed."""
    return _NAME.sub(lambda match: names.get(match[0], match[0]), text) if names else text


def renames(old: Items, new: Items) -> dict[str, str]:
    """Old name → new name, of what is the same for the rest; where more than one could be meant, none is."""
    gone = [item for key, item in old.items() if key not in new and item.kind != EXAMPLE]
    come = [item for key, item in new.items() if key not in old and item.kind != EXAMPLE]
    found: dict[str, str] = {}
    while more := _matched(gone, come, found):
        found |= more
    return found


def _matched(gone: Iterable[Item], come: Iterable[Item], found: Mapping[str, str]) -> dict[str, str]:
    left, right = _by_content(gone, found), _by_content(come, {})
    taken = set(found.values())
    return {
        left[content][0]: right[content][0]
        for content in left.keys() & right.keys()
        if len(left[content]) == len(right[content]) == 1
        and left[content][0] not in found
        and right[content][0] not in taken
    }


def _by_content(items: Iterable[Item], names: Mapping[str, str]) -> dict[tuple[str, Content], list[str]]:
    found = defaultdict(list)
    for item in items:
        own = {**names, item.name: ITSELF}
        content = frozenset((renamed(key, names), same(value, own)) for key, value in item.values.items())
        found[item.kind, content].append(item.name)
    return found
