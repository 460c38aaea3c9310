"""What changed between two versions of a ruleset, as data: block by block, key by key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from maatwerk.basics.problems import Place

Aspect = Literal["rules", "texts", "letters", "examples"]
"""What a change is about. Exactly what the hash of the rules counts is `rules`."""
ASPECTS: tuple[Aspect, ...] = ("rules", "texts", "letters", "examples")
Sort = Literal["added", "dropped", "changed", "renamed"]


@dataclass(frozen=True, slots=True)
class Value:
    """One key of a block. Two are the same when `same` is; `written` is how a jurist writes it, `words` what it says.

    `names`: where names stand in `same`, so that a rename is no change: anywhere (`code`), between braces (`text`).
    `main`: shown of a block that is new or gone.
    """

    aspect: Aspect
    same: str
    written: str
    words: str = ""
    names: Literal["code", "text", ""] = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A block, a row of a table or an example: its keys, where it stands, its article, and its building block."""

    kind: str
    name: str
    aspect: Aspect
    values: dict[str, Value]
    place: Place
    source: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One key, before and after; None where it is not written."""

    key: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Change:
    """One block that differs in one aspect: which keys, and the lines in the old and the new text."""

    aspect: Aspect
    sort: Sort
    kind: str
    name: str
    old_name: str = ""
    source: str = ""
    block: str = ""
    old_place: Place | None = None
    new_place: Place | None = None
    keys: tuple[KeyChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TextDiff:
    """Everything that differs between two texts. `rules_equal`: they mean the same, by the hash of their rules.

    `alike`: they mean the same on the same day: only id and days of validity differ. `renamed`: old name → new.
    """

    changes: tuple[Change, ...]
    rules_equal: bool
    alike: bool
    renamed: dict[str, str] = field(default_factory=dict)
