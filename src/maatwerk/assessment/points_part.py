"""Findings grouped as a person meets them: one point for each open set, the rest together, procedure, each note."""

from __future__ import annotations

import hashlib
import re
from itertools import chain
from typing import TYPE_CHECKING

from maatwerk.assessment.members_part import named
from maatwerk.assessment.model import Finding, Point

if TYPE_CHECKING:
    from collections.abc import Hashable

    from maatwerk.findings.detect import Look, Noticed
    from maatwerk.ruleset.model import Ruleset

BY_A_PERSON = "door_mens_gezien"
CONSEQUENCES = "consequences"
FIRST_WORDS = 6
HEAVIEST_FIRST = ("zwaar", "gewoon", "licht")


def findings(ruleset: Ruleset, seen: Look) -> tuple[Finding, ...]:
    """The findings one by one, in the order of the detectors."""
    return tuple(
        Finding(
            code=each.code,
            kind=each.kind,
            weight=each.weight,  # type: ignore[arg-type]
            criteria=tuple(named(ruleset, member) for member in each.criteria),
            text=each.text,
            do_now=each.do_now,
            norm=each.norm,
        )
        for each in seen.noticed
    )


def points(seen: Look) -> tuple[Point, ...]:
    """The points, heaviest first, lettered A, B, C … (AA after Z)."""
    groups: dict[Hashable, list[Noticed]] = {}
    for each in seen.noticed:
        groups.setdefault(_group(seen, each), []).append(each)
    _say_once(groups)
    ordered = sorted(groups.values(), key=lambda group: HEAVIEST_FIRST.index(_weight(group)))
    return tuple(
        Point(
            letter=letter(number),
            key=_key(group),
            codes=_codes(group),
            weight=_weight(group),  # type: ignore[arg-type]
            texts=tuple(each.text for each in group),
        )
        for number, group in enumerate(ordered)
    )


def _say_once(groups: dict[Hashable, list[Noticed]]) -> None:
    """A consequence that an open set already tells is not told again: it is the same consequence."""
    told = {(each.code, each.text) for name, group in groups.items() if name != CONSEQUENCES for each in group}
    left = [each for each in groups.pop(CONSEQUENCES, []) if (each.code, each.text) not in told]
    if left:
        groups[CONSEQUENCES] = left


def _group(seen: Look, each: Noticed) -> Hashable:
    if each.code == BY_A_PERSON:
        return each.found
    if each.kind == "procedure":
        return "procedure"
    return each.found.members if each.found.members in seen.open_sets else CONSEQUENCES


def _codes(group: list[Noticed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in group))


def _key(group: list[Noticed]) -> str:
    """What a point is about, whatever else was noticed: its codes, then its criteria, or the words of a note."""
    members = dict.fromkeys(chain.from_iterable(each.found.members for each in group))
    about = [_slug(each.text) for each in group] if group[0].code == BY_A_PERSON else list(members)
    return ":".join(filter(None, ("+".join(_codes(group)), "+".join(about))))


def _slug(note: str) -> str:
    """The words of a note; of a long one the first, with a mark of all of it."""
    words = re.findall(r"\w+", note.casefold())
    whole = 0 < len(words) <= FIRST_WORDS
    return "_".join(words if whole else (*words[:FIRST_WORDS], hashlib.sha256(note.encode()).hexdigest()[:6]))


def _weight(group: list[Noticed]) -> str:
    return min((each.weight for each in group), key=HEAVIEST_FIRST.index)


def letter(number: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    rest = number // 26
    return (letter(rest - 1) if rest else "") + chr(ord("A") + number % 26)
