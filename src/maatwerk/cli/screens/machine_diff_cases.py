"""What `rules diff --cases … --format json` prints of the cases: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, get_args

from maatwerk.bench.diff.cases import Change
from maatwerk.case.typed import decimals
from maatwerk.cli.screens.problem_data import ProblemShown
from maatwerk.cli.screens.problem_data import as_data as problem_as_data

if TYPE_CHECKING:
    from fractions import Fraction

    from maatwerk.bench.diff.cases import CasePair, Unread
    from maatwerk.bench.diff.totals import CaseTotals, Money


class MoneyMoved(TypedDict):
    """What residents get more in twelve months."""

    cases: int
    known: int
    euros: str


class OutcomesCounted(TypedDict):
    """The cases with one old and one new outcome."""

    old: str
    new: str
    money: MoneyMoved


class FindingCounted(TypedDict):
    """In how many cases a finding is there."""

    code: str
    old: int
    new: int


class CaseCompared(TypedDict):
    """One case by both versions."""

    file: str
    case: str
    change: str
    old_outcome: str
    new_outcome: str
    old_euros: str | None
    new_euros: str | None
    old_findings: list[str]
    new_findings: list[str]
    moved: bool


class CaseUnread(TypedDict):
    """A file that cannot be read as a case."""

    file: str
    versions: list[str]
    problems: list[ProblemShown]


class CasesCompared(TypedDict):
    """What the new version does to a folder of cases."""

    outcomes: list[OutcomesCounted]
    total: MoneyMoved
    changes: dict[str, int]
    findings: list[FindingCounted]
    cases: list[CaseCompared] | None
    unread: list[CaseUnread]
    elsewhere: int
    elsewhere_files: list[str] | None
    left_out: list[str]
    moved: int


RESULTS: tuple[type, ...] = (
    CasesCompared, OutcomesCounted, MoneyMoved, FindingCounted, CaseCompared, CaseUnread,
)  # fmt: skip


def cases(found: CaseTotals, *, ids: bool) -> CasesCompared:
    """The counts of all cases; with `ids` every case by both versions."""
    outcomes: list[OutcomesCounted] = [
        {"old": old, "new": new, "money": _money(found.money((old, new)))} for old, new in sorted(found.table)
    ]
    return {
        "outcomes": outcomes,
        "total": _money(found.money()),
        "changes": {change: len(found.who(change)) for change in get_args(Change)},
        "findings": [{"code": code, "old": old, "new": new} for code, (old, new) in found.findings.items()],
        "cases": [_case(each) for each in found.pairs] if ids else None,
        "unread": [_unread(each) for each in found.unread],
        "elsewhere": len(found.elsewhere),
        "elsewhere_files": [each.file for each in found.elsewhere] if ids else None,
        "left_out": list(found.left_out),
        "moved": found.moved,
    }


def _money(found: Money) -> MoneyMoved:
    return {"cases": found.cases, "known": found.known, "euros": decimals(found.euros, always=True)}


def _case(each: CasePair) -> CaseCompared:
    old, new = each.old, each.new
    return {
        "file": each.file,
        "case": each.case,
        "change": each.change,
        "old_outcome": old.outcome,
        "new_outcome": new.outcome,
        "old_euros": in_euros(old.euros),
        "new_euros": in_euros(new.euros),
        "old_findings": sorted(old.findings),
        "new_findings": sorted(new.findings),
        "moved": each.moved,
    }


def _unread(each: Unread) -> CaseUnread:
    problems = [problem_as_data(problem) for problem in each.problems]
    return {"file": each.file, "versions": list(each.sides), "problems": problems}


def in_euros(found: Fraction | None) -> str | None:
    """An amount as text; None where it is not known."""
    return None if found is None else decimals(found, always=True)
