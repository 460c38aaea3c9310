"""Case files by both versions: what comes out before and after. Nothing is decided and nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from maatwerk.case.reading import ParsedCase, parsed_case, read_parsed
from maatwerk.case.splitting import records_of
from maatwerk.expressions.values import Span, Truth, exactly
from maatwerk.findings.detect import codes_found
from maatwerk.loading.block_days import reference_days
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.ruleset import library
from maatwerk.story import view_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.diff.days import Pair, Version
    from maatwerk.case.model import Case
    from maatwerk.case.strict_json import Json
    from maatwerk.outcome.outcome import Result
    from maatwerk.ruleset.model import Ruleset

Side = Literal["old", "new"]
Change = Literal["better", "worse", "same", "mixed", "unknown"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one version says of a case: the outcome, euros a year (None: not known), and the codes of findings."""

    result: Result
    findings: frozenset[str]

    @property
    def outcome(self) -> str:
        """The outcome, or `onbekend`."""
        return self.result.id

    @property
    def euros(self) -> Fraction | None:
        """What it is worth to the resident in twelve months."""
        found = exactly(self.result.euros)
        return None if found is None or isinstance(found, date | str) else found  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class CasePair:
    """One case by both versions. `left_out`: what only the other version asks; `moved`: its reference date was."""

    file: str
    case: str
    old: Judged
    new: Judged
    left_out: frozenset[str] = frozenset()
    moved: bool = False

    @property
    def change(self) -> Change:
        """What the new rules do for this resident: better is a higher kind of outcome or more money, and not less."""
        old, new = self.old.result, self.new.result
        if UNKNOWN in (old.id, new.id) or not (old.euros.known and new.euros.known):
            return "unknown"
        if (old.rank, old.euros) == (new.rank, new.euros):
            return "same"
        if new.better_than(old) is Truth.YES:
            return "better"
        return "worse" if old.better_than(new) is Truth.YES else "mixed"

    @property
    def money(self) -> Fraction | None:
        """How much more the resident gets in twelve months; below zero: less. None: not known."""
        return None if self.old.euros is None or self.new.euros is None else self.new.euros - self.old.euros


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read as a case of these versions, with what is wrong."""

    file: str
    sides: tuple[Side, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A case of another ruleset."""

    file: str


def compare_case(source: Path | dict[str, Any], name: str, pair: Pair, today: date) -> CasePair | Unread | Elsewhere:
    """One case, from a file or plain data, by both versions; `name` is what it is called in the result."""
    parsed = _with_new_names(parsed_case(source), pair.old.names)
    about = parsed.value.get("ruleset") if isinstance(parsed.value, dict) else None
    if not parsed.problems and isinstance(about, str) and about not in {pair.old.own.id, pair.new.own.id}:
        return Elsewhere(name)
    old, new = _read(parsed, pair.old, pair.new), _read(parsed, pair.new, pair.old)
    if old.case is None or new.case is None:
        sides: tuple[tuple[Side, _Read], ...] = (("old", old), ("new", new))
        wrong = tuple(side for side, each in sides if each.case is None)
        return Unread(name, wrong, tuple(dict.fromkeys((*old.problems, *new.problems))))
    judged = _judged(old.rules, old.case, today), _judged(new.rules, new.case, today)
    return CasePair(name, old.case.id, *judged, old.left_out | new.left_out, old.moved or new.moved)


def _judged(rules: Ruleset, case: Case, today: date) -> Judged:
    view = view_of(rules, case, today=today)
    return Judged(view.result, codes_found(view))


@dataclass(frozen=True, slots=True)
class _Read:
    """A case read by one version: without what only the other one asks, and on days of both."""

    rules: Ruleset
    case: Case | None
    problems: tuple[Problem, ...]
    left_out: frozenset[str]
    moved: bool = False


def _read(parsed: ParsedCase, version: Version, other: Version) -> _Read:
    found = _read_by(parsed, version.ruleset, other.ruleset)
    if found.case is None:
        return found
    name, days = found.rules.header.reference_date, reference_days(found.rules, found.case)
    if days and name in found.case.facts and not version.days.hold(days[0]):
        return replace(found, case=_on(found.case, name, version.days.first), moved=True)
    rules = version.on(next(iter(days), None))
    return found if rules is found.rules else _read_by(parsed, rules, other.ruleset)


def _on(case: Case, name: str, day: date | None) -> Case:
    """The case as if it were of another day."""
    return replace(case, facts={**case.facts, name: replace(case.facts[name], value=Span(day, day))})


def _read_by(parsed: ParsedCase, rules: Ruleset, other: Ruleset) -> _Read:
    this = library.Version(rules.header.valid_from, Path(rules.file))
    mine, left_out = _without_others(parsed, rules, other)
    reading = read_parsed(mine, rules, lambda _: this)  # a row of any day is compared by both versions
    return _Read(rules, reading.case, reading.problems, left_out)


def _with_new_names(parsed: ParsedCase, names: Mapping[str, str]) -> ParsedCase:
    """The case with facts and fields by their new names, so that both versions know them."""
    value = parsed.value
    facts = value.get("facts") if isinstance(value, dict) else None
    if not names or not isinstance(value, dict) or not isinstance(facts, dict):
        return parsed
    kept = {names.get(name, name): _fields_renamed(raw, names) for name, raw in facts.items()}
    return ParsedCase({**value, "facts": kept}, parsed.places, parsed.problems, parsed.file)


def _fields_renamed(raw: Json, names: Mapping[str, str]) -> Json:
    rows = records_of(raw)
    kept = tuple({names.get(k, k): v for k, v in row.items()} if isinstance(row, dict) else row for row in rows)
    if not rows:
        return raw
    return {**raw, "records": kept} if isinstance(raw, dict) else kept


def _without_others(parsed: ParsedCase, rules: Ruleset, other: Ruleset) -> tuple[ParsedCase, frozenset[str]]:
    """The case without the facts and fields that only the other version has, as a case of these rules."""
    value = parsed.value
    facts = value.get("facts") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(facts, dict):
        return parsed, frozenset()
    strange = {*other.facts, *other.lists} - {*rules.facts, *rules.lists}
    kept = {name: raw for name, raw in facts.items() if name not in strange}
    left_out = set(facts) & strange
    for name in (name for name in kept if name in rules.lists and name in other.lists):
        fields = other.lists[name].fields.keys() - rules.lists[name].fields.keys()
        kept[name], found = _without_fields(kept[name], fields)
        left_out |= {f"{name}.{field}" for field in found}
    whole = {**value, "facts": kept, "ruleset": rules.id}
    return ParsedCase(whole, parsed.places, parsed.problems, parsed.file), frozenset(left_out)


def _without_fields(raw: Json, fields: set[str]) -> tuple[Json, set[str]]:
    rows = records_of(raw)
    found = {key for row in rows if isinstance(row, dict) for key in row} & fields
    if not found:
        return raw, set()
    kept = tuple({k: v for k, v in row.items() if k not in fields} if isinstance(row, dict) else row for row in rows)
    return ({**raw, "records": kept} if isinstance(raw, dict) else kept), found
