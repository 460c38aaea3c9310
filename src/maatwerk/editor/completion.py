"""What may be written at a position: keys, kinds of block, names, functions, fixed words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.editor import explained
from maatwerk.editor.columns import of_cell, of_column
from maatwerk.editor.offers import Completion, Offer
from maatwerk.editor.positions import within
from maatwerk.editor.values import of_front, of_value
from maatwerk.editor.where import spot_at
from maatwerk.ruleset.front_matter import KEYS, RULESET_ONLY
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.editor.opened import Opened
    from maatwerk.editor.positions import Position, Range
    from maatwerk.editor.where import Spot

_USES = "gebruikt"
_MARKS = ("-", "*", "+")  # of a bullet that has no space yet
_ONE_OF = frozenset({"regelset", "bouwsteen"})


def complete(opened: Opened, at: Position) -> tuple[Completion, ...]:
    """Everything that may stand at a position, most fitting first; what was typed of it is written over."""
    at = within(opened.lines, at)
    spot = spot_at(opened.lines, at)
    place = _typed(spot)
    lead = " " if spot.what == "key" and opened.lines[at.line - 1][: place.start.column - 1].endswith(_MARKS) else ""
    offers = dict.fromkeys(_offers(opened, spot))
    return tuple(Completion(replace(offer, text=lead + offer.written), place) for offer in offers)


def _typed(spot: Spot) -> Range:
    """What is written over: the word that the position is in or behind, not one that it only stands before."""
    word, start = spot.here.word(ids=spot.key == _USES)
    if spot.what == "heading":
        start = len(spot.here.text) - len(spot.here.text.lstrip())
        word = spot.here.text.strip()
    return spot.here.range(start, len(word)) if start < spot.here.offset else spot.here.range(spot.here.offset, 0)


def _offers(opened: Opened, spot: Spot) -> Iterable[Offer]:
    match spot.what:
        case "heading":
            return _kinds(opened, spot)
        case "key":
            return _keys(spot)
        case "front_key":
            return _front_keys(spot)
        case "value":
            return of_value(opened, spot)
        case "front_value":
            return of_front(opened, spot)
        case "column":
            return of_column(opened, spot)
        case "cell":
            return of_cell(opened, spot)
        case _:
            return ()


def _kinds(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """The kinds of block; nothing once the kind is there."""
    if ":" in spot.here.before:
        return
    header = opened.draft.header
    for kind in KINDS.values():
        if kind.in_building_block or not (header and header.is_building_block):
            label = kind.name.replace("_", " ").capitalize()
            yield Offer(label, "kind", text=f"{label}: ", told=explained.of_kind(kind.name))
    yield Offer(SETTINGS.name.capitalize(), "kind", told=explained.of_kind(SETTINGS.name))


def _keys(spot: Spot) -> Iterator[Offer]:
    """The keys that the block does not have yet: first those that must be there, then the others, then the twins."""
    kind = explained.kind_named(spot.kind)
    if kind is None:
        return
    keys = sorted((*kind.keys, CHECK), key=lambda key: not key.must)
    for key in (key for key in keys if _is_free(key.name, spot)):
        yield _key_offer(key.name, explained.of_key(spot.kind, key), spot, must=key.must)
    for key in (key for key in keys if key.english and _is_free(key.english, spot)):
        yield _key_offer(key.english, explained.of_key(spot.kind, key), spot, must=bool(key.twin))


def _front_keys(spot: Spot) -> Iterator[Offer]:
    is_block = "bouwsteen" in spot.written
    for name, key in KEYS.items():
        other = name in _ONE_OF and bool(_ONE_OF & set(spot.written))
        if _is_free(name, spot) and not (is_block and name in RULESET_ONLY) and (not other or name == spot.key):
            yield _key_offer(name, explained.of_key("", key), spot, must=key.must)


def _is_free(name: str, spot: Spot) -> bool:
    return name not in spot.written or name == spot.key


def _key_offer(name: str, meaning: str, spot: Spot, *, must: bool) -> Offer:
    text = name if name == spot.key or spot.key else f"{name}: "
    return Offer(name, "key", text=text, detail=say("editor.must") if must else "", told=meaning)
