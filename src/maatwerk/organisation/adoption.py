"""Records about a version of rules: who adopted or withdrew it, by which decision. Written once, never overwritten.

The first record of a version is `<ruleset>/<valid_from>.json`; what comes later lies beside it: `<valid_from>.2.json`.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import Answer, FileModel, Hash, Id, Line, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator


class Adoption(FileModel):
    """One adoption. `drafted_by` and `adopted_by` are ids of people; `answers` has one answer per `nagaan`.

    `rules_hash` is that of the first day of the rules, `later_hashes` are those of later reference dates, where other
    versions of building blocks count. `reason`: why these rules take the place of others; `touches`: the numbers of
    the decisions that were taken by those.
    """

    ruleset: Id
    valid_from: date
    rules_hash: Hash
    text_hash: Hash
    drafted_by: Line
    changed_by: tuple[Line, ...] = ()
    adopted_by: Line
    decision: Line
    published: Line
    on: date
    answers: dict[str, Answer]
    later_hashes: tuple[Hash, ...] = ()
    reason: str = ""
    touches: tuple[Line, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote the text, first or later: none of them may adopt it."""
        return (self.drafted_by, *self.changed_by)

    @property
    def hashes(self) -> frozenset[str]:
        """The rules that this adoption is about: one text, with the building blocks of different days."""
        return frozenset({self.rules_hash, *self.later_hashes})


class Withdrawal(FileModel):
    """From `start` on the rules are a draft again. What was decided before stays as it is."""

    ruleset: Id
    valid_from: date
    rules_hash: Hash
    text_hash: Hash
    asked_by: Line
    withdrawn_by: Line
    reason: Answer
    decision: Line
    published: Line
    on: date
    start: date


Record = Adoption | Withdrawal


class Kept(NamedTuple):
    """A record that was written: its file, and the SHA-256 of that for the register."""

    file: Path
    hash: str


@dataclass(frozen=True, slots=True)
class History:
    """All records of one version, oldest first."""

    records: tuple[Record, ...] = ()

    @property
    def adoptions(self) -> tuple[Adoption, ...]:
        """Every adoption, also those that were withdrawn later."""
        return tuple(each for each in self.records if isinstance(each, Adoption))

    @property
    def ends_withdrawn(self) -> bool:
        """Whether the last word is a withdrawal, from whatever day."""
        return bool(self.records) and isinstance(self.records[-1], Withdrawal)

    def standing(self, day: date) -> tuple[Adoption, ...]:
        """The adoptions that are not withdrawn on a day."""
        found: list[Adoption] = []
        for record in self.records:
            if isinstance(record, Adoption):
                found.append(record)
            elif record.start <= day:
                found.clear()
        return tuple(found)

    def withdrawn(self, day: date) -> Withdrawal | None:
        """The withdrawal that makes these rules a draft on a day; None where there is none, or where it was undone."""
        if self.standing(day):
            return None
        gone = (each for each in reversed(self.records) if isinstance(each, Withdrawal) and each.start <= day)
        return next(gone, None)

    def adoption_of(self, rules_hash: str, day: date) -> Adoption | None:
        """The adoption of exactly these rules that stands on a day; None where they are a draft."""
        return next((each for each in reversed(self.standing(day)) if rules_hash in each.hashes), None)


def read_history(folder: Path, ruleset: str, valid_from: date) -> History:
    """All records of a version; none for a draft.

    Raises OrganisationError when one is damaged, is of another version, or is gone from between the others.
    """
    return History(tuple(_records(folder / ruleset, ruleset, valid_from)))


def write_record(folder: Path, record: Record, place: int) -> Kept:
    """Write the record whole or not at all, as the one at `place` (from 1).

    Raises OrganisationError when there is one at that place already.
    """
    path = folder / record.ruleset / _name(record.valid_from, place)
    text = record.model_dump_json(indent=2) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, text)
    except FileExistsError:
        raise OrganisationError(say("organisation.adopted_before", file=path)) from None
    except OSError:
        raise OrganisationError(say("organisation.cannot_write", folder=path.parent)) from None
    return Kept(path, hashlib.sha256(text.encode()).hexdigest())


def _name(valid_from: date, place: int) -> str:
    return f"{valid_from.isoformat()}{'' if place == 1 else f'.{place}'}.json"


def _records(folder: Path, ruleset: str, valid_from: date) -> Iterator[Record]:
    places = _places(folder, valid_from)
    for place in range(1, max(places, default=0) + 1):
        path = folder / _name(valid_from, place)
        found = (read_json(path, Adoption) or read_json(path, Withdrawal)) if place in places else None
        first_is_withdrawal = place == 1 and isinstance(found, Withdrawal)
        if found is None or first_is_withdrawal or (found.ruleset, found.valid_from) != (ruleset, valid_from):
            raise OrganisationError(say("organisation.adoption_damaged", file=path))
        yield found


def _places(folder: Path, valid_from: date) -> set[int]:
    """Which records there are; one of them may be missing between the others."""
    pattern = re.compile(rf"{valid_from.isoformat()}(?:\.([1-9][0-9]{{0,3}}))?\.json")
    found = (pattern.fullmatch(path.name) for path in folder.glob(f"{valid_from.isoformat()}*.json"))
    return {int(match[1] or 1) for match in found if match}


def _write_once(path: Path, text: str) -> None:
    """A link, not a rename: a rename would replace a record that is there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            os.fsync(file.fileno())
        os.link(name, path)
    finally:
        Path(name).unlink()
