"""What stands at a position, in words: a key, a kind of block, a name, a function, an expression, a problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.editor import explained
from maatwerk.editor.positions import range_of, within
from maatwerk.editor.rule_scope import in_words
from maatwerk.editor.spots import is_expression, names_may_stand
from maatwerk.editor.telling import told
from maatwerk.editor.where import heading_of, spot_at
from maatwerk.ruleset.expression_forms import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.basics.problems import Problem
    from maatwerk.editor.opened import Opened
    from maatwerk.editor.positions import Position, Range
    from maatwerk.editor.where import Spot


@dataclass(frozen=True, slots=True)
class Hover:
    """Words about what stands in a range, as Markdown."""

    text: str
    range: Range


def hover(opened: Opened, at: Position, problems: Iterable[Problem] = ()) -> Hover | None:
    """What to say of a position; None where there is nothing. `problems`: what was found in this text, if known."""
    at = within(opened.lines, at)
    spot = spot_at(opened.lines, at)
    word, start = spot.here.word()
    parts = [*_about(opened, spot, word), *_problems_at(opened, at, problems)]
    parts = list(dict.fromkeys(part for part in parts if part))
    return Hover("\n\n---\n\n".join(parts), spot.here.range(start, len(word))) if parts else None


def _about(opened: Opened, spot: Spot, word: str) -> Iterator[str]:
    match spot.what:
        case "heading":
            yield from _heading(opened, spot, word)
        case "key" | "front_key":
            yield _key(spot)
        case "column":
            yield explained.of_column(spot.kind, spot.key)
            yield _name(opened, word)
        case "value" | "front_value" | "cell":
            yield from _value(opened, spot, word)
        case "prose":
            return


def _heading(opened: Opened, spot: Spot, word: str) -> Iterator[str]:
    block = heading_of(f"# {spot.here.text}")
    if block and explained.of_kind(block.kind):
        yield _name(opened, word) if word == block.name else ""
        yield f"**{block.kind.replace('_', ' ')}** · {explained.of_kind(block.kind)}"


def _key(spot: Spot) -> str:
    key = explained.key_of(spot.kind, spot.key)
    if key is None:
        return ""
    must = f" · {say('editor.must')}" if key.must else ""
    return f"**{spot.key}**{must}\n\n{explained.of_key(spot.kind, key)}"


def _value(opened: Opened, spot: Spot, word: str) -> Iterator[str]:
    if spot.what == "cell":
        table = spot.kind if spot.key == "privacy" else ""
        yield explained.of_option("kolom", spot.key, word) if table else ""
    else:
        yield explained.of_option(spot.kind, spot.key, spot.here.text.strip() if " " in word else word)
    if names_may_stand(spot):
        yield _name(opened, word)
    if is_expression(spot):
        yield explained.of_word(word)
        yield _in_words(opened, spot)


def _name(opened: Opened, word: str) -> str:
    known = opened.names.get(word)
    return told(known, opened.names, str(opened.file)) if known else ""


def _in_words(opened: Opened, spot: Spot) -> str:
    text = spot.here.text.strip()
    known = opened.names.get(spot.name)
    words = in_words(text, opened.names, known.list if known else "") if text != OTHERWISE else ""
    return say("editor.in_words", words=words) if words else ""


def _problems_at(opened: Opened, at: Position, problems: Iterable[Problem]) -> Iterator[str]:
    here = (each for each in problems if each.place.file == str(opened.file) and each.place.line)
    yield from (explained.of_problem(each) for each in here if range_of(each.place, opened.lines).holds(at))
