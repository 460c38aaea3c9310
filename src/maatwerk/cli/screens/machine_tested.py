"""What `rules test --format json` prints: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.rules_test import in_words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.basics.problems import Place, Problem
    from maatwerk.bench.examples import ExampleResult
    from maatwerk.bench.testing.causes import Rule
    from maatwerk.bench.testing.coverage import Untouched
    from maatwerk.bench.testing.doubt import Difference
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.bench.testing.survivors import MutationReport, Proposed
    from maatwerk.bench.testing.tested import Tested
    from maatwerk.loading.analysis import PatternReport


class CellShown(TypedDict):
    """One column of an example."""

    column: str
    expected: str
    found: str
    equal: bool


class ExampleShown(TypedDict):
    """One example."""

    name: str
    file: str
    line: int
    equal: bool
    cells: list[CellShown]


class ConflictShown(TypedDict):
    """A pattern with more than one outcome."""

    pattern: dict[str, str]
    outcomes: list[str]


class PatternsShown(TypedDict):
    """What the patterns of the criteria do."""

    patterns: int
    conflicts: list[ConflictShown]
    gaps: list[dict[str, str]]
    exhaustive: bool
    differences: int


class RuleShown(TypedDict):
    """One key of one block."""

    kind: str
    name: str
    key: str
    file: str
    line: int
    text: str
    value: str


class EvidenceShown(TypedDict):
    """Something that speaks for or against an example or a rule."""

    about: str
    code: str
    text: str


class ChangeShown(TypedDict):
    """One small change of a rule."""

    kind: str
    name: str
    key: str
    file: str
    line: int
    code: str
    was: str
    now: str


class DifferenceShown(TypedDict):
    """Examples that do not hold for the same cause."""

    examples: list[str]
    rules: list[RuleShown]
    below: list[RuleShown]
    evidence: list[EvidenceShown]
    repairs: list[ChangeShown]


class UntouchedShown(TypedDict):
    """Something that no example shows."""

    what: str
    kind: str
    name: str
    key: str
    side: str
    file: str
    line: int
    text: str


class TurnedShown(TypedDict):
    """A column that a change turns."""

    column: str
    was: str
    now: str


class ProposedShown(TypedDict):
    """An example to add."""

    like: str
    column: str | None
    rows: list[dict[str, str]]
    turned: list[TurnedShown]
    changes: list[ChangeShown]


class ProvedShown(TypedDict):
    """A small change that can never matter."""

    change: ChangeShown
    proof: str


class MutationShown(TypedDict):
    """What `--mutate` found."""

    tried: int
    turned: int
    counted: int
    proposed: list[ProposedShown]
    not_found: list[ChangeShown]
    never: list[ProvedShown]


class RulesTested(TypedDict):
    """What `rules test` found."""

    examples: list[ExampleShown]
    differences: list[DifferenceShown]
    untouched: list[UntouchedShown]
    patterns: PatternsShown
    unequal: int
    mutation: MutationShown | None


TESTED: tuple[type, ...] = (
    RulesTested, ExampleShown, CellShown, DifferenceShown, RuleShown, EvidenceShown, ChangeShown, UntouchedShown,
    PatternsShown, ConflictShown, MutationShown, ProposedShown, ProvedShown, TurnedShown,
)  # fmt: skip


def tested(found: Tested, changes: MutationReport | None) -> RulesTested:
    """Every example with all its cells, what differs and why, what is left out, the patterns and the changes."""
    return {
        "examples": [_example(each) for each in found.results],
        "differences": [_difference(each) for each in found.differences],
        "untouched": [*(_untouched(each) for each in found.untouched), *(_limit(each) for each in found.limits)],
        "patterns": _patterns(found.patterns),
        "unequal": found.unequal,
        "mutation": _mutation(changes) if changes else None,
    }


def _patterns(report: PatternReport) -> PatternsShown:
    conflicts: list[ConflictShown] = [
        {"pattern": _pattern(filling), "outcomes": list(outcomes)} for filling, outcomes in report.conflicts
    ]
    return {
        "patterns": report.patterns,
        "conflicts": conflicts,
        "gaps": [_pattern(filling) for filling in report.gaps],
        "exhaustive": report.exhaustive,
        "differences": report.differences,
    }


def _example(each: ExampleResult) -> ExampleShown:
    cells: list[CellShown] = [
        {"column": cell.column, "expected": cell.expected, "found": cell.found, "equal": cell.equal}
        for cell in each.cells
    ]
    where = _where(each.place)
    return {"name": each.name, "file": where[0], "line": where[1], "equal": each.equal, "cells": cells}


def _pattern(filling: Mapping[str, bool]) -> dict[str, str]:
    return {name: "ja" if met else "nee" for name, met in filling.items()}


def _where(place: Place) -> tuple[str, int]:
    """The file, from the current folder where it lies below it, and the line."""
    return near(type(place)(place.file)), place.line


def _difference(each: Difference) -> DifferenceShown:
    evidence: list[EvidenceShown] = [
        {"about": one.side, "code": one.key, "text": in_words_of(one)} for one in each.evidence
    ]
    return {
        "examples": [result.name for result in each.results],
        "rules": [_rule(rule) for rule in each.causes.rules],
        "below": [_rule(rule) for rule in each.causes.below],
        "evidence": evidence,
        "repairs": [_change(mutant) for mutant in each.repairs],
    }


def _rule(rule: Rule) -> RuleShown:
    (kind, name, key), (file, line) = rule.key, _where(rule.place)
    return {"kind": kind, "name": name, "key": key, "file": file, "line": line, "text": rule.text, "value": rule.value}


def _change(mutant: Mutant) -> ChangeShown:
    file, line = _where(mutant.place)
    change = mutant.change
    return {
        "kind": mutant.kind,
        "name": mutant.name,
        "key": mutant.key,
        "file": file,
        "line": line,
        "code": change.code,
        "was": change.was,
        "now": change.now,
    }


def _untouched(each: Untouched) -> UntouchedShown:
    file, line = _where(each.place)
    return {
        "what": each.what,
        "kind": each.kind,
        "name": each.name,
        "key": each.key,
        "side": each.side,
        "file": file,
        "line": line,
        "text": each.text,
    }


def _limit(each: Problem) -> UntouchedShown:
    file, line = _where(each.place)
    values = dict(each.values)
    return {
        "what": "limit",
        "kind": "",
        "name": values["name"],
        "key": "",
        "side": SIDES[each.code],
        "file": file,
        "line": line,
        "text": values["found"],
    }


SIDES = {"M332": "under", "M333": "on", "M334": "over"}


def _mutation(report: MutationReport) -> MutationShown:
    return {
        "tried": report.tried,
        "turned": report.turned,
        "counted": report.counted,
        "proposed": [_proposed(each) for each in report.proposed],
        "not_found": [_change(each) for each in report.not_found],
        "never": [{"change": _change(each.mutant), "proof": each.proof} for each in report.never],
    }


def _proposed(each: Proposed) -> ProposedShown:
    turned: list[TurnedShown] = [
        {"column": column, "was": was, "now": now} for column, (was, now) in each.added.turned.items()
    ]
    return {
        "like": each.added.like.name,
        "column": each.added.extra or None,
        "rows": [row.cells for row in each.rows],
        "turned": turned,
        "changes": [_change(mutant) for mutant in each.mutants],
    }
