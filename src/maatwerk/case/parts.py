"""A case in parts: where it falls in several versions of the rules, each part holds what its own version is about."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.case.reading import ParsedCase, read_parsed, ruleset_named
from maatwerk.case.shape import place_at
from maatwerk.case.splitting import Rows, records_of, reference_day, split
from maatwerk.ruleset.model import Ruleset  # noqa: TC001 - readers of annotations need it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case
    from maatwerk.case.splitting import InForce, Share, Split
    from maatwerk.case.strict_json import Json
    from maatwerk.case.strict_json import Path as Steps
    from maatwerk.ruleset.library import Version


@dataclass(frozen=True, slots=True)
class CasePart:
    """A case, or one part of it, with the rules it falls in.

    `rows`: of each list that dates the case, the rows of the case file (from 1) that this part holds, in order.
    """

    ruleset: Ruleset
    case: Case
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def valid_from(self) -> str:
        """The first day of its rules (ISO), which names the part."""
        return self.ruleset.header.valid_from.isoformat()


def divided(
    parsed: ParsedCase,
    versions: Sequence[Version],
    *,
    today: date,
    in_force: InForce,
    load: Callable[[Path, date | None], Ruleset],
) -> tuple[CasePart, ...]:
    """The parts of a case, mostly one. `load` reads the rules for a reference date (None: it is not known).

    A case without a date is read with the rules of `today`.

    Raises ProblemsFound with every problem, each once.
    """
    division = split(parsed.value, versions, in_force)
    if division.outside:
        raise ProblemsFound([_no_version(parsed, ("facts", name), name) for name in division.outside])

    def rules_of(version: Version) -> Ruleset:
        assumed = today if in_force(today) == version else None
        return load(version.path, reference_day(parsed.value, version, in_force) or assumed)

    if len(division.shares) > 1:
        return _read_parts(parsed, division, [rules_of(each.version) for each in division.shares], in_force)
    tried = [each.version for each in division.shares] or _by_day(versions, today, in_force)
    if not tried:
        raise ProblemsFound([_no_version(parsed, ("ruleset",), ruleset_named(parsed))])
    return (_whole(parsed, tried, in_force, rules_of),)


def _no_version(parsed: ParsedCase, path: Steps, name: str) -> Problem:
    return problem("C056", place_at(path, parsed.places), name=name)


def _by_day(versions: Sequence[Version], today: date, in_force: InForce) -> list[Version]:
    """The version of today, then the others, newest first: older rules may ask for other facts."""
    used = [each for each in reversed(versions) if in_force(each.valid_from) == each]
    return list(dict.fromkeys([*filter(None, [in_force(today)]), *used]))


def _whole(
    parsed: ParsedCase, tried: Sequence[Version], in_force: InForce, load: Callable[[Version], Ruleset]
) -> CasePart:
    """The case read with the first of these rules, or else with another that it fits; the problems are of the first."""
    found: tuple[Problem, ...] = ()
    for number, version in enumerate(tried):
        with suppress(ProblemsFound) if number else nullcontext():
            rules = load(version)
            reading = read_parsed(parsed, rules, in_force)
            if reading.case is not None:
                return CasePart(rules, reading.case)
            found = found or reading.problems
    raise ProblemsFound(found)


def _read_parts(
    parsed: ParsedCase, division: Split, rulesets: Sequence[Ruleset], in_force: InForce
) -> tuple[CasePart, ...]:
    """One part for each share, read with its own rules (`rulesets`, in the same order).

    What both versions ask stands in both parts; what only one asks is left out of the other. Raises ProblemsFound with
    every problem of every part, each once.
    """
    parts: list[CasePart] = []
    problems: dict[tuple[Place, str], Problem] = {}
    for share, rules in zip(division.shares, rulesets, strict=True):
        rows = _rows_of(share, division, rules)
        reading = read_parsed(_part(parsed, division, rules, rows, rulesets), rules, in_force)
        for each in (*reading.problems, *_unknown_lists(parsed, share, rules)):
            problems.setdefault((each.place, each.code), each)
        if reading.case is not None:
            shown = {name: tuple(number + 1 for number in numbers) for name, numbers in rows.items() if numbers}
            parts.append(CasePart(rules, reading.case, shown))
    if problems:
        raise ProblemsFound(sorted(problems.values(), key=lambda each: (each.place, each.code)))
    return tuple(parts)


def _rows_of(share: Share, division: Split, rules: Ruleset) -> Rows:
    """The rows of the part: its own, and of the list that dates it those that nobody can place yet."""
    found: Rows = {}
    for name in sorted(division.lists & rules.lists.keys()):
        mine = list(share.rows.get(name, ()))
        if share.version.reference_date.startswith(f"{name}."):
            mine += [*division.undated.get(name, ()), *division.nowhere.get(name, ())]
        found[name] = tuple(sorted(mine))
    return found


def _unknown_lists(parsed: ParsedCase, share: Share, rules: Ruleset) -> Iterator[Problem]:
    """C055 for each row whose day leads to a version that does not have this list."""
    for name, numbers in share.rows.items():
        for number in numbers if name not in rules.lists else ():
            place = place_at((*_list_path(parsed, name), number), parsed.places)
            right = rules.header.valid_from.isoformat()
            yield problem("C055", place, number=number + 1, list=name, right=right)


def _part(parsed: ParsedCase, division: Split, rules: Ruleset, rows: Rows, rulesets: Sequence[Ruleset]) -> ParsedCase:
    """The case as if only what these rules are about had been written, each value still at its own place."""
    data = parsed.value
    facts = data.get("facts") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(facts, dict):
        return parsed
    others = frozenset[str]().union(*(_names(each) for each in rulesets if each is not rules))
    kept = {name: raw for name, raw in facts.items() if name in _names(rules) or name not in others}
    places = dict(parsed.places)
    for name, numbers in rows.items():
        if name in kept and records_of(kept[name]):
            unplaced = name in division.undated and not set(division.undated[name]) <= set(numbers)
            places |= _moved(parsed, name, numbers)
            kept[name] = _with_rows(kept[name], numbers, rules, rulesets, name=name, opened=unplaced)
    return ParsedCase({**data, "facts": kept}, places, parsed.problems, parsed.file)


def _names(rules: Ruleset) -> frozenset[str]:
    return frozenset((*rules.facts, *rules.lists))


def _with_rows(
    raw: Json, numbers: tuple[int, ...], rules: Ruleset, rulesets: Sequence[Ruleset], *, name: str, opened: bool
) -> Json:
    """A list with some of its rows, and of those no fields that only other rules have. `opened`: there may be more."""
    own = rules.lists[name].fields
    others = frozenset(field for each in rulesets if name in each.lists for field in each.lists[name].fields)
    written = records_of(raw)
    rows = tuple(_without(written[number], others - own.keys()) for number in numbers)
    if isinstance(raw, dict):
        return {**raw, "records": rows} | ({"complete": False} if opened else {})
    return {"records": rows, "complete": False} if opened else rows


def _without(row: Json, names: frozenset[str]) -> Json:
    return {key: value for key, value in row.items() if key not in names} if isinstance(row, dict) else row


def _list_path(parsed: ParsedCase, name: str) -> Steps:
    """Where the rows of a list stand, whichever of its two forms it has."""
    data = parsed.value
    facts = data.get("facts") if isinstance(data, dict) else None
    inside = isinstance(facts, dict) and isinstance(facts.get(name), dict)
    return ("facts", name, "records") if inside else ("facts", name)


def _moved(parsed: ParsedCase, name: str, numbers: tuple[int, ...]) -> dict[Steps, Place]:
    """Where the values of these rows stand, by their path in the part (which may have its rows below `records`)."""
    above = _list_path(parsed, name)
    new = {old: number for number, old in enumerate(numbers)}
    moved: dict[Steps, Place] = {}
    for path, place in parsed.places.items():
        row, rest = path[len(above) : len(above) + 1], path[len(above) + 1 :]
        if path[: len(above)] == above and row and row[0] in new:
            number = new[row[0]]
            moved["facts", name, number, *rest] = place
            moved["facts", name, "records", number, *rest] = place
    return moved
