"""Every name that a text and its building blocks define, with what is known of it; also of what is half typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maatwerk.editor.where import heading_of
from maatwerk.expressions.types import YES_NO, Type
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.kinds import JUDGEMENT, KINDS
from maatwerk.ruleset.link import WORDS
from maatwerk.ruleset.typename import read_type
from maatwerk.ruleset.visible import Visible, list_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.basics.problems import Place
    from maatwerk.ruleset.build import Draft

FIELD = "veld"
_SORTS = {**WORDS, "fields": FIELD}
_TYPED = frozenset({"gegeven", FIELD, "norm", "berekening", "voorwaarde", JUDGEMENT})
_CRITERION, _CALCULATION = "voorwaarde", "berekening"


@dataclass(frozen=True, slots=True)
class Known:
    """One name. `sort` is the word for what it is: `gegeven`, `norm`, a kind of block; empty when that is not known.

    `list`: there is one for each record of that list. `item` is None for what could not be read.
    """

    name: str
    sort: str
    type: Type | None
    place: Place
    list: str = ""
    item: Any = None

    @property
    def has_value(self) -> bool:
        """Whether it may stand in an expression as a value."""
        return self.sort in _TYPED


@dataclass(frozen=True)
class Names:
    """All names, and which of them an expression can see."""

    by_name: dict[str, Known]
    visible: Visible

    def of(self, *sorts: str) -> Iterator[Known]:
        """The names of these sorts, in the order of the text."""
        return (each for each in self.by_name.values() if each.sort in sorts)

    def get(self, name: str) -> Known | None:
        """What is known of a name."""
        return self.by_name.get(name)

    def types(self, per: str = "") -> dict[str, Type]:
        """The types of the names that an expression can see, for each record of a list or for the case."""
        broken = {each.name: each.type for each in self.by_name.values() if each.item is None and each.type}
        return {**broken, **self.visible.names(per)}


def names_of(draft: Draft, lines: Sequence[str]) -> Names:
    """The names of a document that was merged with its building blocks; `lines` are its own."""
    found = {each.name: each for each in (*_read(draft), *_unread(draft, lines))}
    return Names(dict(sorted(found.items(), key=lambda pair: _order(pair[1], draft))), Visible(draft))


def _order(known: Known, draft: Draft) -> tuple[bool, str, int]:
    return known.place.file != draft.desk.file, known.place.file, known.place.line


def _read(draft: Draft) -> Iterator[Known]:
    for mapping, items in draft.parts.items():
        for name, item in items.items():
            type_ = YES_NO if mapping == "criteria" else getattr(item, "type", None)
            yield Known(name, _SORTS[mapping], type_, item.place, list_of(item), item)


def _unread(draft: Draft, lines: Sequence[str]) -> Iterator[Known]:
    """What is defined but could not be read: its kind follows from its heading, its type from its `soort`."""
    for name, place in draft.broken.items():
        own = place.file == draft.desk.file and 0 < place.line <= len(lines)
        heading = heading_of(lines[place.line - 1]) if own else None
        sort = heading.kind if heading and heading.kind in KINDS else ""
        per = draft.entries.get((name, "per"))
        yield Known(name, sort, _type_of(draft, name, sort), place, per.value if per else "")


def _type_of(draft: Draft, name: str, sort: str) -> Type | None:
    written = draft.entries.get((name, "soort"))
    if sort == _CALCULATION and written and written.value:
        return read_type(written, Desk(""))
    return YES_NO if sort in {_CRITERION, JUDGEMENT} else None
