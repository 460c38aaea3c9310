"""What `--format json` prints of rulesets, the register and this machine: keys as in docs/json.md, never renamed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypedDict

from maatwerk.case.typed import decimals
from maatwerk.cli.screens import formatting, machine_adoption, machine_decision
from maatwerk.cli.screens.cliffs import CliffShown, CliffsShown
from maatwerk.cli.screens.cliffs import as_data as cliffs_as_data
from maatwerk.cli.screens.explained_parts import ExplainedPart, ExplainedParts
from maatwerk.cli.screens.machine_tested import TESTED
from maatwerk.cli.screens.parts import euros
from maatwerk.cli.screens.problem_data import PositionShown, ProblemShown, RangeShown, ReplacementShown
from maatwerk.cli.screens.problem_data import as_data as problem_as_data
from maatwerk.explanation import model as explanation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.cliffs import Cliffs
    from maatwerk.cli.examination import Found
    from maatwerk.cli.screens.parts import Checked
    from maatwerk.register import Entry, Verification


class RulesChecked(TypedDict):
    """What `rules check` found."""

    usable: bool
    problems: list[ProblemShown]
    cliffs: CliffsShown | None


class CheckShown(TypedDict):
    """One thing that was looked at in the register."""

    name: str
    text: str
    holds: bool
    count: int
    total: int


class RegisterVerified(TypedDict):
    """What `register verify` found."""

    whole: bool
    entries: int
    first_bad_seq: int | None
    first_bad_number: str | None
    reason: str | None
    without_payload: int
    checks: list[CheckShown]
    verdict: str


class RegisterEntry(TypedDict):
    """One line of `register list`."""

    seq: int
    kind: str
    at: str
    number: str | None
    hash: str
    event: Mapping[str, Any]


class DoctorRow(TypedDict):
    """One thing that was examined."""

    id: str
    name: str
    text: str
    exit_code: int


class Doctor(TypedDict):
    """What `doctor` found."""

    rows: list[DoctorRow]


class PartShown(TypedDict):
    """One part of a case."""

    part: str
    rows: dict[str, list[int]]
    decided: str | None
    assessment: dict[str, Any]


class CaseInParts(TypedDict):
    """What `check` and `propose` find for a case that falls in several versions of the rules."""

    parts: list[PartShown]
    total: str | None


RESULTS: tuple[type, ...] = (
    RulesChecked, CliffsShown, CliffShown, ProblemShown, RangeShown, PositionShown, ReplacementShown, *TESTED,
    RegisterVerified, CheckShown, RegisterEntry, Doctor,
    DoctorRow, CaseInParts, PartShown, *explanation.PARTS, ExplainedParts, ExplainedPart,
    *machine_adoption.RESULTS, *machine_decision.RESULTS, *formatting.RESULTS,
)  # fmt: skip


def as_text(result: object) -> str:
    """One of these results as it is printed."""
    return json.dumps(result, ensure_ascii=False, indent=2)


def checked(problems: Iterable[Problem], cliffs: Cliffs | None) -> RulesChecked:
    """Every problem and remark, and the cliffs; usable when no problem is more than a remark."""
    shown = [problem_as_data(each) for each in problems]
    usable = all(each["warning"] for each in shown)
    return {"usable": usable, "problems": shown, "cliffs": cliffs_as_data(cliffs) if cliffs else None}


def verified(found: Verification) -> RegisterVerified:
    """The verification; `reason` is its key, the same in every language."""
    checks: list[CheckShown] = [
        {"name": each.name, "text": each.text(), "holds": each.holds, "count": each.count, "total": each.total}
        for each in found.checks
    ]
    return {
        "whole": found.whole,
        "entries": found.entries,
        "first_bad_seq": found.first_bad_seq,
        "first_bad_number": found.first_bad_number or None,
        "reason": found.reason or None,
        "without_payload": found.without_payload,
        "checks": checks,
        "verdict": found.verdict(),
    }


def listed(entries: Iterable[Entry]) -> list[RegisterEntry]:
    """Every entry of the register."""
    return [
        {
            "seq": each.seq,
            "kind": each.kind,
            "at": each.at.isoformat(),
            "number": each.number or None,
            "hash": each.hash,
            "event": each.body,
        }
        for each in entries
    ]


def examined(found: Sequence[Found]) -> Doctor:
    """Every row of `doctor`."""
    return {
        "rows": [{"id": each.id, "name": each.name, "text": each.text, "exit_code": each.exit_code} for each in found]
    }


def in_parts(checked: Sequence[Checked]) -> CaseInParts:
    """Every part with its assessment, and the euros of all parts together."""
    total = euros(checked)
    parts: list[PartShown] = [
        {
            "part": each.part.valid_from,
            "rows": {name: list(numbers) for name, numbers in each.part.rows.items()},
            "decided": each.decided or None,
            "assessment": each.assessment.model_dump(by_alias=True, mode="json"),
        }
        for each in checked
    ]
    return {"parts": parts, "total": None if total is None else decimals(total, always=True)}
