"""What changed in the text of a ruleset: in rules, texts, letters and examples, each apart, by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from maatwerk.bench.diff.items import NORM, items_of
from maatwerk.bench.diff.model import ASPECTS, Aspect, Change, KeyChange, TextDiff
from maatwerk.bench.diff.prose import prose_changes
from maatwerk.bench.diff.renames import renamed, renames, same
from maatwerk.ruleset.identity import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.bench.diff.items import Items
    from maatwerk.bench.diff.model import Item, Value
    from maatwerk.ruleset.model import Ruleset

_WHICH_AND_WHEN = ("id", "valid_from", "valid_until")


def text_diff(old: Ruleset, new: Ruleset) -> TextDiff:
    """Everything that differs between two texts, by aspect, in the order of the new text; what is gone comes last."""
    before, after = items_of(old), items_of(new)
    names = renames(before, after)
    found = [*_changes(before, after, names), *prose_changes(old, new)]
    return TextDiff(
        changes=tuple(sorted(found, key=lambda each: ASPECTS.index(each.aspect))),
        rules_equal=old.identity.rules_hash == new.identity.rules_hash,
        alike=_meaning(old) == _meaning(new),
        renamed=names,
    )


def _meaning(ruleset: Ruleset) -> dict[str, Any]:
    """The rules, whatever they are called and from when on they hold."""
    found = rules_of(ruleset)
    return {**found, "header": {key: value for key, value in found["header"].items() if key not in _WHICH_AND_WHEN}}


def _changes(old: Items, new: Items, names: Mapping[str, str]) -> Iterator[Change]:
    by_new = {(kind, names.get(name, name)): item for (kind, name), item in old.items()}
    for key, item in new.items():
        before = by_new.get(key)
        if before is None:
            yield _whole(item, "new")
        else:
            yield from _renamed(before, item)
            yield from _changed(before, item, names)
    yield from (_whole(item, "old") for key, item in by_new.items() if key not in new)


def _whole(item: Item, side: str) -> Change:
    """A block that only one version has, with the keys that say most."""
    shown = {key: value for key, value in item.values.items() if value.main and value.aspect in (item.aspect, "rules")}
    shown = shown or {key: value for key, value in item.values.items() if value.main}
    if side == "new":
        keys = tuple(KeyChange(key, None, value) for key, value in shown.items())
        return replace(_about(item, item.aspect), sort="added", new_place=item.place, keys=keys)
    keys = tuple(KeyChange(key, value, None) for key, value in shown.items())
    return replace(_about(item, item.aspect), sort="dropped", old_place=item.place, keys=keys)


def _about(item: Item, aspect: Aspect) -> Change:
    return Change(aspect, "changed", item.kind, item.name, source=item.source, block=item.block)


def _renamed(old: Item, new: Item) -> Iterator[Change]:
    if old.name != new.name:
        about = _about(new, new.aspect)
        yield replace(about, sort="renamed", old_name=old.name, old_place=old.place, new_place=new.place)


def _changed(old: Item, new: Item, names: Mapping[str, str]) -> Iterator[Change]:
    """What differs between two versions of one block, one change for each aspect."""
    before = {renamed(key, names) if old.aspect == "examples" else key: value for key, value in old.values.items()}
    names_of = dict.fromkeys((*new.values, *before))
    ordered = sorted(names_of) if new.kind == NORM else names_of  # the rows of a norm by day
    keys = [KeyChange(key, before.get(key), new.values.get(key)) for key in ordered]
    differ = [each for each in keys if _meant(each.old, names) != _meant(each.new, {})]
    for aspect in ASPECTS:
        found = tuple(each for each in differ if aspect == _aspect(each))
        if found:
            yield replace(_about(new, aspect), old_place=old.place, new_place=new.place, keys=found)


def _meant(value: Value | None, names: Mapping[str, str]) -> str | None:
    return None if value is None else same(value, names)


def _aspect(change: KeyChange) -> Aspect:
    """Of what is a rule in one version and not reached in the other: a rule."""
    found = [value.aspect for value in (change.old, change.new) if value is not None]
    return min(found, key=ASPECTS.index)
