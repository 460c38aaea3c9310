"""What changed in the text of a ruleset: block by block, old and new, as written and in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.bench.diff.example_items import EXAMPLE
from maatwerk.bench.diff.model import ASPECTS
from maatwerk.cli.screens.model import Paragraph, Section
from maatwerk.criteria.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.bench.diff.model import Aspect, Change, KeyChange, TextDiff, Value
    from maatwerk.cli.screens.model import Screen

SHORT = 60
"""Characters of two values that stand on one line."""
MOST = 5
"""Blocks shown of what changes no outcome, unless all is asked for."""
_ROW = re.compile(r"vanaf (\d{4}-\d{2}-\d{2})(?: bij (.*))?")


def changes(diff: TextDiff, *, everything: bool) -> Screen:
    """A section for each aspect in which something changed; that of the rules always, and whole."""
    found = {aspect: [each for each in diff.changes if each.aspect == aspect] for aspect in ASPECTS}
    return tuple(
        _section(aspect, some, everything=everything or aspect == "rules")
        for aspect, some in found.items()
        if some or (aspect == "rules" and not diff.alike)
    )


def _section(aspect: Aspect, found: Sequence[Change], *, everything: bool) -> Section:
    label = say(f"diff.aspect.{aspect}")
    if not found:
        return Section(label, body=(Paragraph(say("diff.aspect.nothing")),))
    groups = list(_alike(found))
    shown = groups if everything else groups[:MOST]
    more = () if everything or len(groups) <= MOST else (Paragraph(say("diff.screen.more", number=len(groups) - MOST)),)
    return Section(label, body=(*(Paragraph(_head(group), tuple(_lines(group[0]))) for group in shown), *more))


def _alike(found: Sequence[Change]) -> Iterator[list[Change]]:
    """Examples with the same changes together: one new day in every row is one change to read."""
    groups: dict[object, list[Change]] = {}
    for number, each in enumerate(found):
        key = (each.sort, each.keys) if each.kind == EXAMPLE and each.sort != "renamed" else number
        groups.setdefault(key, []).append(each)
    yield from groups.values()


def _head(group: Sequence[Change]) -> str:
    each = group[0]
    if each.sort == "renamed":
        what = say("diff.change.renamed", kind=readable(each.kind), old=each.old_name, name=each.name)
    elif len(group) > 1:
        names = "; ".join(change.name for change in group)
        return say(f"diff.change.{each.sort}", what=say("diff.change.several", number=len(group), names=names))
    else:
        what = say(f"diff.change.{each.sort}", what=f"{readable(each.kind)} {each.name}".strip())
    block = say("diff.change.block", block=each.block) if each.block else ""
    source = say("diff.change.source", source=each.source) if each.source else ""
    return " ".join(part for part in (what, source, block, "·", _where(each)) if part)


def _where(each: Change) -> str:
    old, new = each.old_place, each.new_place
    if old and new:
        same = old.line == new.line
        return say("diff.change.line" if same else "diff.change.lines", line=old.line, old=old.line, new=new.line)
    if new:
        return say("diff.change.line_new", line=new.line)
    return say("diff.change.line_old", line=old.line) if old else ""


def _lines(each: Change) -> Iterator[str]:
    for key in each.keys:
        yield from _whole(key) if each.sort in ("added", "dropped") else _turned(key)


def _whole(key: KeyChange) -> Iterator[str]:
    """A key of a block that only one version has."""
    value = key.new or key.old
    if value:
        yield say("diff.change.is", field=_key(key), value=_shown(value))
        yield from _in_words(value)


def _turned(key: KeyChange) -> Iterator[str]:
    name, old, new = _key(key), key.old, key.new
    if old is None or new is None:
        value = new or old
        if value:
            yield say("diff.change.gone" if new is None else "diff.change.come", field=name, value=_shown(value))
            yield from _in_words(value)
        return
    short = len(_shown(old)) + len(_shown(new)) <= SHORT and not (_is_expression(old) or _is_expression(new))
    if short:
        yield say("diff.change.both", field=name, old=_shown(old), new=_shown(new))
        return
    for which, value in (("old", old), ("new", new)):
        yield say(f"diff.change.{which}", field=name, value=_shown(value))
        yield from _in_words(value)


def _key(key: KeyChange) -> str:
    """The key as it is written; a row of a norm by its day."""
    row = _ROW.fullmatch(key.key)
    if row is None:
        return key.key
    first = day(date.fromisoformat(row[1]))
    return say("diff.change.from_day_by", day=first, by=row[2]) if row[2] else say("diff.change.from_day", day=first)


def _shown(value: Value) -> str:
    """As written, but a value of a norm as people read it."""
    return value.words if value.words and not _is_expression(value) else value.written


def _in_words(value: Value) -> Iterator[str]:
    if _is_expression(value) and value.words != value.written:
        yield say("diff.change.words", words=value.words)


def _is_expression(value: Value) -> bool:
    return bool(value.words) and value.names == "code"
