"""Recomputes the whole register. Says what it saw, where the first fault is, and what it cannot see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy import select, text

from maatwerk.basics.errors import RegisterNotWhole
from maatwerk.basics.text import say
from maatwerk.register.entry import Stored, number_of
from maatwerk.register.events import EVENTS
from maatwerk.register.rows import ROWS, stored
from maatwerk.register.schema import decision, log, log_head, payload, request
from maatwerk.register.seal import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from maatwerk.register.store import Store


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at in `count` of `total` entries; `name` is a key of the catalogue."""

    name: str
    count: int
    total: int

    @property
    def holds(self) -> bool:
        """Whether it was right everywhere."""
        return self.count == self.total

    def text(self, lang: str | None = None) -> str:
        """What was looked at, in words."""
        return say(f"register.check.{self.name}", lang=lang)


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying found. `first_bad_seq` is the first entry that is not whole; `reason` a key of the catalogue."""

    whole: bool
    entries: int
    first_bad_seq: int | None
    first_bad_number: str
    reason: str
    without_payload: int
    checks: tuple[Check, ...]
    first_day: str = ""
    last_day: str = ""

    def verdict(self, lang: str | None = None) -> str:
        """The outcome in sentences, with what this check cannot see."""
        return "\n".join(self._sentences(lang))

    def _sentences(self, lang: str | None) -> Iterator[str]:
        if self.first_bad_seq is not None:
            number = say("register.of_decision", lang=lang, number=self.first_bad_number)
            of_decision = number if self.first_bad_number else ""
            reason = say(f"register.reason.{self.reason}", lang=lang)
            yield say("register.not_whole", lang=lang, seq=self.first_bad_seq, of_decision=of_decision, reason=reason)
            if self.first_bad_seq > 1:
                yield say("register.whole_before", lang=lang, seq=self.first_bad_seq - 1)
            return
        yield say("register.whole", lang=lang, entries=self.entries)
        for check in self.checks:
            if not check.holds:
                yield say(
                    "register.check_failed", lang=lang, name=check.text(lang), count=check.count, total=check.total
                )
        yield say("register.no_checkpoint", lang=lang)
        yield say("register.not_right", lang=lang)


@dataclass(slots=True)
class _Walk:
    """What is gathered while going through the log once."""

    entries: int = 0
    last: str = NOTHING
    bad: tuple[int, str] | None = None
    erased: int = 0
    days: list[str] = field(default_factory=list)
    fitting: int = 0
    decisions: int = 0
    with_person: int = 0
    letters: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def take(self, row: Stored) -> None:
        """Look at the next row of the log."""
        self.entries += 1
        if self.bad is None and (fault := row.fault_at(self.entries, self.last)):
            self.bad = (self.entries, fault)
        self.last = row.h
        self.erased += row.erased
        self._content(row)

    def _content(self, row: Stored) -> None:
        content = row.content()
        kind, event = str(content.get("kind")), content.get("event")
        fits = _fits(kind, event)
        self.fitting += fits
        self.decisions += kind == "decision_taken"
        self.with_person += kind == "decision_taken" and fits  # the form of a decision asks for a person
        if kind != "check_stopped" and (day := _day(content.get("at"))):  # what stopped has a week and no day
            self.days = [(self.days or [day])[0], day]
        if kind in {"letter_written", "letter_sent"} and isinstance(event, dict):
            self.letters.append(str(event.get("number")))
        if "number" in content:
            self.numbers[str(content["number"])] = row.seq
        if "key" in content:
            self.keys[str(content["key"])] = row.seq


def verified(store: Store) -> Verification:
    """Verify the register, reading only. Raises RegisterNotWhole when the file itself is damaged."""
    with store.reading() as connection:
        if connection.execute(text("PRAGMA integrity_check(1)")).scalar_one() != "ok":
            raise RegisterNotWhole(say("register.damaged", file=store.path))
        walk = _Walk()
        for row in connection.execute(ROWS):
            walk.take(stored(row))
        if walk.bad is None:
            walk.bad = _tables_fault(connection, walk)
        number = _number_at(connection, walk)
    return _verification(walk, number)


def _verification(walk: _Walk, number: str) -> Verification:
    seq, reason = walk.bad or (None, "")
    sound = walk.entries if seq is None else min(seq - 1, walk.entries)
    known = sum(letter in walk.numbers for letter in walk.letters)
    checks = (
        Check("chain", sound, walk.entries),
        Check("body", walk.fitting, walk.entries),
        Check("person", walk.with_person, walk.decisions),
        Check("letter", known, len(walk.letters)),
    )
    whole = seq is None and all(check.holds for check in checks)
    days = walk.days or ["", ""]
    return Verification(whole, walk.entries, seq, number, reason, walk.erased, checks, days[0], days[-1])


def _day(at: object) -> str:
    """The day in a moment; nothing where an altered line has none."""
    try:
        return date.fromisoformat(str(at)[:10]).isoformat()
    except ValueError:
        return ""


def _tables_fault(connection: Connection, walk: _Walk) -> tuple[int, str] | None:
    """What the tables beside the log say that the log does not."""
    numbers = {number_of(row.year, row.serial): row.seq for row in connection.execute(select(decision))}
    keys = {row.key: row.seq for row in connection.execute(select(request))}
    loose = connection.execute(select(payload.c.seq).where(payload.c.seq.not_in(select(log.c.seq)))).scalars().all()
    heads = [(row.seq, row.h) for row in connection.execute(select(log_head))]
    if numbers != walk.numbers:
        return _first_difference(numbers, walk.numbers), "number"
    if keys != walk.keys:
        return _first_difference(keys, walk.keys), "key"
    if loose:
        return min(loose), "loose"
    return None if heads == [(walk.entries, walk.last)] else (walk.entries + 1, "head")


def _first_difference(there: dict[str, int], here: dict[str, int]) -> int:
    return min(seq for _, seq in there.items() ^ here.items())


def _number_at(connection: Connection, walk: _Walk) -> str:
    if walk.bad is None:
        return ""
    row = connection.execute(select(decision).where(decision.c.seq == walk.bad[0])).first()
    return "" if row is None else number_of(row.year, row.serial)


def _fits(kind: str, event: object) -> bool:
    try:
        EVENTS[kind].model_validate(event)
    except (KeyError, ValidationError):
        return False
    return True
