"""What `rules diff --format json` prints: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from maatwerk.basics.problems import Place
from maatwerk.bench.diff.showing import facts_of
from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.machine_diff_cases import RESULTS as CASES
from maatwerk.cli.screens.machine_diff_cases import CasesCompared, cases, in_euros
from maatwerk.expressions.values import exactly
from maatwerk.outcome.outcome import euros_a_year

if TYPE_CHECKING:
    from maatwerk.bench.diff.compare import Comparison
    from maatwerk.bench.diff.model import Change, KeyChange, Value
    from maatwerk.bench.diff.outcomes import OutcomeDiff, Turn, Witness
    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Ruleset


class VersionCompared(TypedDict):
    """One of the two versions."""

    id: str
    valid_from: str
    file: str
    rules_hash: str
    text_hash: str


class KeyChanged(TypedDict):
    """One key of a block."""

    key: str
    old: str | None
    new: str | None
    old_words: str | None
    new_words: str | None


class BlockChanged(TypedDict):
    """One block that differs."""

    about: str
    change: str
    kind: str
    name: str
    old_name: str | None
    source: str
    building_block: str | None
    old_file: str | None
    old_line: int | None
    new_file: str | None
    new_line: int | None
    keys: list[KeyChanged]


class TurnShown(TypedDict):
    """An old outcome beside a new one."""

    old: str
    new: str
    same: bool


class WitnessShown(TypedDict):
    """A case in which the outcome turns."""

    old: str
    new: str
    same: bool
    on: str
    words: str
    old_euros: str | None
    new_euros: str | None


class OutcomesCompared(TypedDict):
    """For which cases the outcome differs."""

    witnesses: list[WitnessShown]
    never: list[TurnShown]
    undecided: list[TurnShown]
    exhaustive: bool
    left: list[str]
    only_old: list[str]
    only_new: list[str]
    other_kind: list[str]


class RulesCompared(TypedDict):
    """What `rules diff` found."""

    old: VersionCompared
    new: VersionCompared
    equal: bool
    rules_equal: bool
    compared_from: str
    compared_until: str | None
    renamed: dict[str, str]
    changes: list[BlockChanged]
    outcomes: OutcomesCompared | None
    cases: CasesCompared | None


RESULTS: tuple[type, ...] = (
    RulesCompared, VersionCompared, BlockChanged, KeyChanged, OutcomesCompared, WitnessShown, TurnShown, *CASES,
)  # fmt: skip


def compared(found: Comparison, *, ids: bool) -> RulesCompared:
    """All of a comparison; `outcomes` is null where the rules mean the same, `cases` where no folder was given."""
    days = found.pair.days
    return {
        "old": _version(found.pair.old.own),
        "new": _version(found.pair.new.own),
        "equal": found.equal,
        "rules_equal": found.text.rules_equal,
        "compared_from": str(days.first),
        "compared_until": days.until.isoformat() if days.until else None,
        "renamed": found.text.renamed,
        "changes": [_block(each) for each in found.text.changes],
        "outcomes": _outcomes(found.outcomes) if found.outcomes else None,
        "cases": cases(found.cases, ids=ids) if found.cases else None,
    }


def _version(ruleset: Ruleset) -> VersionCompared:
    return {
        "id": ruleset.id,
        "valid_from": ruleset.header.valid_from.isoformat(),
        "file": _file(ruleset.header.place) or "",
        "rules_hash": ruleset.identity.rules_hash,
        "text_hash": ruleset.identity.text_hash,
    }


def _file(place: Place | None) -> str | None:
    return near(Place(place.file)) if place else None


def _block(each: Change) -> BlockChanged:
    return {
        "about": each.aspect,
        "change": each.sort,
        "kind": each.kind,
        "name": each.name,
        "old_name": each.old_name or None,
        "source": each.source,
        "building_block": each.block or None,
        "old_file": _file(each.old_place),
        "old_line": each.old_place.line if each.old_place else None,
        "new_file": _file(each.new_place),
        "new_line": each.new_place.line if each.new_place else None,
        "keys": [_key(key) for key in each.keys],
    }


def _key(each: KeyChange) -> KeyChanged:
    return {
        "key": each.key,
        "old": each.old.written if each.old else None,
        "new": each.new.written if each.new else None,
        "old_words": _words(each.old),
        "new_words": _words(each.new),
    }


def _words(value: Value | None) -> str | None:
    return (value.words or None) if value else None


def _outcomes(found: OutcomeDiff) -> OutcomesCompared:
    return {
        "witnesses": [_witness(each) for each in found.witnesses],
        "never": [_turn(each) for each in found.never],
        "undecided": [_turn(each) for each in found.undecided],
        "exhaustive": found.exhaustive,
        "left": list(found.left),
        "only_old": list(found.only_old),
        "only_new": list(found.only_new),
        "other_kind": list(found.other_kind),
    }


def _turn(each: Turn) -> TurnShown:
    return {"old": each.old, "new": each.new, "same": each.same}


def _witness(each: Witness) -> WitnessShown:
    turn = each.turn
    return {
        **_turn(turn),
        "on": each.new.today.isoformat(),
        "words": facts_of(each),
        "old_euros": _worth(each.old, turn.old),
        "new_euros": _worth(each.new, turn.new),
    }


def _worth(situation: Situation, outcome: str) -> str | None:
    found: Any = exactly(euros_a_year(situation, situation.ruleset.outcomes[outcome]))
    return in_euros(found)
