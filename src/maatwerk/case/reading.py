"""Read a case file against its ruleset. All problems come back at once; none of them shows a value of a person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds, read_file
from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.case.days import ends_before_start
from maatwerk.case.given import Given
from maatwerk.case.model import Case, CaseFile
from maatwerk.case.plain import plain
from maatwerk.case.shape import fit, keys_told, place_at
from maatwerk.case.strict_json import Parsed, dotted, parse
from maatwerk.case.versions import records_elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.case.model import GivenFact, GivenList
    from maatwerk.case.splitting import InForce
    from maatwerk.case.strict_json import Json
    from maatwerk.case.strict_json import Path as Steps
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class ParsedCase:
    """A case as it was written: its values, where each stands, what is wrong with its form, and its file."""

    value: Json
    places: Mapping[Steps, Place]
    problems: tuple[Problem, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class CaseReading:
    """A case, or the problems why there is none, in order of place."""

    case: Case | None
    problems: tuple[Problem, ...]


def read_case(source: Path | dict[str, Any], ruleset: Ruleset) -> CaseReading:
    """Read a case from a file or from plain data (as a library caller has it).

    Amounts, numbers and percentages are texts ("449.00", "12", "5%"), dates ISO. Left out, null and "onbekend" all
    mean: not known (but null is known to be empty where the type says `of leeg`). A list is an array of records, or
    an object with `records` and `complete`. A bare value counts as verified only where the register alone may answer.
    """
    return read_parsed(parsed_case(source), ruleset)


def read_parsed(parsed: ParsedCase, ruleset: Ruleset, in_force: InForce | None = None) -> CaseReading:
    """As `read_case`, of what was parsed already; `in_force` says which version of the rules is used on a day."""
    if parsed.problems:
        return CaseReading(None, parsed.problems)
    case, found_wrong = _read(parsed, ruleset, in_force)
    problems = tuple(sorted(set(found_wrong), key=lambda found: (found.place, found.code, found.values)))
    return CaseReading(None if problems else case, problems)


def ruleset_named(parsed: ParsedCase) -> str:
    """The id of the ruleset that a case names. Raises `ProblemsFound` when the file cannot be read as a case."""
    name = parsed.value.get("ruleset") if isinstance(parsed.value, dict) else None
    problems = list(parsed.problems)
    if not problems and not isinstance(name, str):
        problems = [problem("C021", place_at((), parsed.places), where="ruleset", options="")]
    if problems:
        raise ProblemsFound(problems)
    return str(name)


def parsed_case(source: Path | dict[str, Any] | ParsedCase) -> ParsedCase:
    """A case as it was written, with the place of each value; problems of its form are in it. Parsed once is enough."""
    if isinstance(source, ParsedCase):
        return source
    if isinstance(source, Path):
        found = _read_file(source)
        return ParsedCase(found.value, found.places, found.problems, source.name)
    found = plain(source)
    return ParsedCase(found.value, found.places, found.problems)


def _read_file(path: Path) -> Parsed:
    text, code = "", ""
    try:
        content = read_file(path)
        code = "C002" if content is None else ""
        text = (content or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        code = "C003"
    except (OSError, ValueError):
        code = "C001"
    if code:
        return Parsed(None, {}, (problem(code, Place(path.name), most=bounds().file_kib),))
    return parse(text, path.name)


def _read(parsed: ParsedCase, ruleset: Ruleset, in_force: InForce | None) -> tuple[Case | None, list[Problem]]:
    data, places = parsed.value, parsed.places
    given = Given(ruleset, places)
    if not isinstance(data, dict):
        given.note("C027", (), where=dotted(()), keys=keys_told(CaseFile.model_fields))
        return None, given.problems
    raw = data.get("facts", {})
    if not isinstance(raw, dict):
        given.note("C027", ("facts",), where="facts", keys=keys_told(()))
        raw = {}
    facts, lists = given.facts(raw), given.lists(raw)
    _in_this_version(given, lists, in_force)
    shape = fit(CaseFile, {**data, "facts": {}}, (), places)
    if isinstance(shape, list):
        return None, given.problems + shape
    if shape.ruleset != ruleset.id:
        given.note("C033", ("ruleset",), expected=ruleset.id)
    for path in ends_before_start(shape.process):
        given.note("C034", path, where=dotted(path))
    return _case(shape, facts, lists, parsed.file), given.problems


def _in_this_version(given: Given, lists: dict[str, GivenList], in_force: InForce | None) -> None:
    """C049 for each record that another version of the rules is about: that is another case."""
    valid_from = given.ruleset.header.valid_from.isoformat()
    for each in records_elsewhere(given.ruleset, lists, in_force):
        right = each.version.valid_from.isoformat() if each.version else ""
        path: Steps = ("facts", each.list, each.record, each.field)
        code = "C049" if right else "C050"
        given.note(code, path, number=str(each.record + 1), list=each.list, here=valid_from, right=right)


def _case(shape: CaseFile, facts: dict[str, GivenFact], lists: dict[str, GivenList], file: str) -> Case:
    return Case(
        id=shape.case,
        ruleset=shape.ruleset,
        facts=facts,
        lists=lists,
        received=shape.received,
        resident=shape.resident,
        contact=shape.contact,
        process=shape.process,
        precedents=shape.precedents,
        notes=shape.notes,
        file=file,
    )
