"""The front matter: lines `sleutel: waarde` between two lines of dashes. Never YAML: a value is the rest of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from maatwerk.basics.problems import Place
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import NAME
from maatwerk.ruleset import forms
from maatwerk.ruleset.entries import entry
from maatwerk.ruleset.forms import RAW, one_of
from maatwerk.ruleset.kinds import LANGUAGE, Key
from maatwerk.ruleset.markdown import Line
from maatwerk.ruleset.model import Header, Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maatwerk.ruleset.entries import Desk, Entry

_FENCE = "---"
_LINE = re.compile(r"(?P<key>[A-Za-z_]+)(?P<colon>\s*:\s*)(?P<value>.*)$")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
USED = re.compile(rf"(?P<id>{_ID.pattern})(?:@(?P<pin>\d{{4}}-\d{{2}}-\d{{2}}))?")
_WEEKS = re.compile(r"(\d{1,3}) we(?:ek|ken)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

RULESET_ONLY = frozenset(
    {"regelset", "bestuursorgaan", "bestuursorgaan_en", "rechtsmiddel", "peildatum", "beslistermijn", "stapeling"}
)
MUST_IN_RULESET = frozenset({"bestuursorgaan", "rechtsmiddel", "peildatum"})
KEYS = {
    key.name: key
    for key in (
        Key("taal", "language", one_of(LANGUAGE), must=True),
        Key("regelset", "id", RAW),
        Key("bouwsteen", "id", RAW),
        Key("titel", "title", RAW, must=True),
        Key("titel_en", "title_en", RAW),
        Key("geldig_vanaf", "valid_from", forms.DATE_FORM, must=True),
        Key("geldig_tot", "valid_until", forms.DATE_FORM),
        Key("bestuursorgaan", "body", RAW),
        Key("bestuursorgaan_en", "body_en", RAW),
        Key("rechtsmiddel", "remedy", one_of(*get_args(Remedy))),
        Key("peildatum", "reference_date", forms.REFERENCE),
        Key("gebruikt", "uses", RAW),
        Key("beslistermijn", "", RAW),
        Key("stapeling", "stacking", forms.YES_NO_FORM),
    )
}


@dataclass
class Front:
    """The entries of the front matter, and the number of the first line after it."""

    entries: dict[str, Entry] = field(default_factory=dict)
    body_from: int = 0


def split(lines: Sequence[str], desk: Desk) -> Front:
    """Find the front matter and take its entries."""
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        desk.report("M005", Place(desk.file))
        return Front()
    if lines[start].rstrip() != _FENCE:
        desk.report("M006", Place(desk.file, start + 1, 1, max(1, len(lines[start]))))
        return Front(body_from=start)
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() == _FENCE), None)
    if end is None:
        desk.report("M007", Place(desk.file, start + 1, 1, len(_FENCE)))
        return Front(body_from=len(lines))
    front = Front(body_from=end + 1)
    for key, found in _entries(lines, range(start + 1, end), desk):
        if key in front.entries:
            desk.report("M009", found.key_place, name=key)
        front.entries.setdefault(key, found)
    _report_second(lines, end + 1, desk)
    return front


def _report_second(lines: Sequence[str], start: int, desk: Desk) -> None:
    """M050: further on a line of dashes with a key of the front matter below it. To Markdown that would be prose."""
    below = [number for number in range(start, len(lines)) if lines[number].strip()]
    for fence, first in pairwise(below):
        match = _LINE.match(lines[first])
        if lines[fence].rstrip() == _FENCE and match and match["key"] in KEYS:
            desk.report("M050", Place(desk.file, fence + 1, 1, len(_FENCE)))
            return


def _entries(lines: Sequence[str], span: range, desk: Desk) -> Iterator[tuple[str, Entry]]:
    for numbers in _with_continuations(lines, span):
        first = numbers[0]
        match = _LINE.match(lines[first])
        if match is None:
            desk.report("M008", Place(desk.file, first + 1, 1, len(lines[first])))
            continue
        key = match["key"]
        key_place = Place(desk.file, first + 1, 1, len(key))
        value = [Line(first + 1, match.start("value") + 1, match["value"])] if match["value"].strip() else []
        value += [_continuation(lines[number], number) for number in numbers[1:]]
        if not value:
            desk.report("M011", key_place, name=key)
            continue
        yield key, entry(key, key_place, value)


def _with_continuations(lines: Sequence[str], span: range) -> list[list[int]]:
    """The numbers of the lines of each key: a line that is indented goes on with the key above it."""
    found: list[list[int]] = []
    for number in (number for number in span if lines[number].strip()):
        if found and lines[number][0].isspace():
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _continuation(line: str, number: int) -> Line:
    text = line.lstrip()
    return Line(number + 1, len(line) - len(text) + 1, text)


def read_header(front: Front, desk: Desk) -> Header | None:
    """The header; None when a key that must be there is missing or cannot be read."""
    if not front.entries and desk.problems:
        return None  # there is no front matter: that was said
    before = len(desk.problems)
    is_building_block = "bouwsteen" in front.entries
    _check_keys(front, desk, is_building_block=is_building_block)
    values = {
        key.field: key.form.read(front.entries[name], desk)
        for name, key in KEYS.items()
        if key.field and name in front.entries
    }
    _check_id(front, desk)
    _check_years(front, values.get("valid_from"), desk)
    uses = _uses(front.entries["gebruikt"], desk) if "gebruikt" in front.entries else ()
    term = _term(front.entries.get("beslistermijn"), desk)
    if len(desk.problems) > before:
        return None
    place = (front.entries.get("regelset") or front.entries["bouwsteen"]).place
    return Header(**{**values, **term, "uses": uses, "is_building_block": is_building_block, "place": place})


def _check_keys(front: Front, desk: Desk, *, is_building_block: bool) -> None:
    for name, found in front.entries.items():
        if name not in KEYS:
            desk.report("M010", found.key_place, hint=nearest(name, KEYS), name=name)
        elif is_building_block and name in RULESET_ONLY:
            desk.report("M024", found.key_place, name=name)
    must = {name for name, key in KEYS.items() if key.must} | (set() if is_building_block else MUST_IN_RULESET)
    for name in sorted(must - front.entries.keys()):
        desk.report("M012", Place(desk.file, 1), name=name)
    if not front.entries.keys() & {"regelset", "bouwsteen"}:
        desk.report("M012", Place(desk.file, 1), name="regelset")


def _check_id(front: Front, desk: Desk) -> None:
    for name in ("regelset", "bouwsteen"):
        found = front.entries.get(name)
        if found and not _ID.fullmatch(found.value):
            desk.report("M025", found.place, name=found.value)
    start, end = (_date(front.entries.get(name)) for name in ("geldig_vanaf", "geldig_tot"))
    if start and end and end <= start:
        desk.report("M026", front.entries["geldig_tot"].place)


def _check_years(front: Front, first: date | None, desk: Desk) -> None:
    """M051: a version that begins in a year of which nobody can have meant the rules, and no calendar is kept."""
    if first and not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        place = front.entries["geldig_vanaf"].place
        desk.report("M051", place, found=first.isoformat(), first=_FIRST_YEAR, last=_LAST_YEAR)


def _date(found: Entry | None) -> str:
    return found.value if found else ""


def _uses(found: Entry, desk: Desk) -> tuple[str, ...]:
    used = tuple(part.strip() for part in found.value.split(","))
    for name in used:
        match = USED.fullmatch(name)
        if match is None:
            desk.report("M025", found.word(name) if name else found.place, name=name)
    return used


def _term(found: Entry | None, desk: Desk) -> dict[str, int | str]:
    """`8 weken`, or the name of a calculation of type datum: the last day itself."""
    if found is None:
        return {}
    weeks = _WEEKS.fullmatch(found.value)
    if weeks:
        return {"term_weeks": int(weeks[1])}
    if not NAME.fullmatch(found.value):
        desk.report("M226", found.place, found=found.value, units="weken")
    return {"term_calculation": found.value}


def used_part(name: str) -> tuple[str, str]:
    """Split `awb@1998-01-01` into id and pinned version (empty: not pinned)."""
    block, _, pin = name.partition("@")
    return block, pin
