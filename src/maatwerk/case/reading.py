"""Read a case file against its ruleset. All problems come back at once; none of them shows a value of a person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maatwerk.case.days import ends_before_start
from maatwerk.case.facts import given, value_problem
from maatwerk.case.model import Case, CaseFile, FactEntry
from maatwerk.case.plain import plain
from maatwerk.case.shape import fit, place_at
from maatwerk.case.strict_json import Parsed, dotted, parse, shown
from maatwerk.case.typed import UNKNOWN, in_reach, strict_value
from maatwerk.errors import ProblemsFound
from maatwerk.problems import Place, Problem, problem
from maatwerk.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.case.model import GivenFact
    from maatwerk.case.strict_json import Json
    from maatwerk.case.strict_json import Path as Steps
    from maatwerk.ruleset.model import Fact, Ruleset

LARGEST = 1024 * 1024  # bytes; a case is some hundreds of lines


@dataclass(frozen=True, slots=True)
class CaseReading:
    """A case, or the problems why there is none, in order of place."""

    case: Case | None
    problems: tuple[Problem, ...]


def read_case(source: Path | dict[str, Any], ruleset: Ruleset) -> CaseReading:
    """Read a case from a file or from plain data (as a library caller has it).

    Amounts, numbers and percentages are texts ("449.00", "12", "5%"), dates ISO. Left out, null and "onbekend" all
    mean: not known. A bare value counts as verified only where the register alone may answer.
    """
    parsed = _parsed(source)
    if parsed.problems:
        return CaseReading(None, parsed.problems)
    file = source.name if isinstance(source, Path) else ""
    reading = _Reading(ruleset, parsed.places, [])
    case = reading.case(parsed.value, file)
    problems = tuple(sorted(set(reading.problems), key=lambda found: (found.place, found.code, found.values)))
    return CaseReading(None if problems else case, problems)


def peek_ruleset(path: Path) -> str:
    """The id of the ruleset that a case file names. Raises `ProblemsFound` when the file cannot be read as a case."""
    parsed = _parsed(path)
    name = parsed.value.get("ruleset") if isinstance(parsed.value, dict) else None
    problems = list(parsed.problems)
    if not problems and not isinstance(name, str):
        problems = [problem("C021", place_at((), parsed.places), where="ruleset", options="")]
    if problems:
        raise ProblemsFound(problems)
    return str(name)


def _parsed(source: Path | dict[str, Any]) -> Parsed:
    if isinstance(source, Path):
        return _read_file(source)
    return plain(source)


def _read_file(path: Path) -> Parsed:
    text, code = "", ""
    try:
        if not path.is_file():
            raise FileNotFoundError
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        code = "C003"
    except (OSError, ValueError):
        code = "C001"
    else:
        code = "C002" if len(raw) > LARGEST else ""
    return Parsed(None, {}, (problem(code, Place(path.name)),)) if code else parse(text, path.name)


@dataclass
class _Reading:
    ruleset: Ruleset
    places: Mapping[Steps, Place]
    problems: list[Problem]

    def note(self, code: str, path: Steps, *, hint: str = "", **values: str) -> None:
        self.problems.append(Problem(code, place_at(path, self.places), tuple(values.items()), hint))

    def case(self, data: Json, file: str) -> Case | None:
        if not isinstance(data, dict):
            self.note("C027", (), where=dotted(()), options="")
            return None
        raw = data.get("facts", {})
        if not isinstance(raw, dict):
            self.note("C027", ("facts",), where="facts", options="")
            raw = {}
        facts = {name: found for name, value in raw.items() if (found := self.fact(name, value))}
        shape = fit(CaseFile, {**data, "facts": {}}, (), self.places)
        if isinstance(shape, list):
            self.problems += shape
            return None
        if shape.ruleset != self.ruleset.id:
            self.note("C033", ("ruleset",), expected=self.ruleset.id)
        for path in ends_before_start(shape.process):
            self.note("C034", path, where=dotted(path))
        return _case(shape, facts, file)

    def fact(self, name: str, raw: Json) -> GivenFact | None:
        fact = self.ruleset.facts.get(name)
        if fact is None:
            hint = nearest(name, self.ruleset.facts) or ""
            self.note("C030", ("facts", name), hint=hint, name=shown(name))
            return None
        if isinstance(raw, dict):
            entry = fit(FactEntry, raw, ("facts", name), self.places)
            if isinstance(entry, list):
                self.problems += entry
                return None
            return self.typed(fact, entry.value, entry)
        if isinstance(raw, str) or raw is None:
            return self.typed(fact, raw, FactEntry())
        self.problems.append(value_problem(fact, place_at(("facts", name), self.places)))
        return None

    def typed(self, fact: Fact, text: str | None, entry: FactEntry) -> GivenFact | None:
        if text is None or text == UNKNOWN:
            return None
        value = strict_value(fact.type, text)
        if value is None or not in_reach(fact.type, value):
            place = place_at(("facts", fact.name, "value"), self.places)
            self.problems.append(value_problem(fact, place, below_zero=value is not None))
            return None
        return given(fact, value, entry)


def _case(shape: CaseFile, facts: dict[str, GivenFact], file: str) -> Case:
    return Case(
        id=shape.case,
        ruleset=shape.ruleset,
        facts=facts,
        received=shape.received,
        resident=shape.resident,
        contact=shape.contact,
        process=shape.process,
        precedents=shape.precedents,
        notes=shape.notes,
        file=file,
    )
