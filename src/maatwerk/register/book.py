"""The register as others use it: append, look up, verify."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Self

from maatwerk.basics.clock import dutch_day
from maatwerk.basics.errors import OrganisationError, RegisterNotWhole, RegisterRefused
from maatwerk.basics.text import say
from maatwerk.register import entry, rows
from maatwerk.register.decisions import body_of, codes_of, key_of, payload_of
from maatwerk.register.differences import body_of as body_of_difference
from maatwerk.register.differences import payload_of as patterns_of
from maatwerk.register.entry import Entry, Receipt, Request, StoredDecision
from maatwerk.register.events import event_body, iso_week, monday_of
from maatwerk.register.seal import NOTHING
from maatwerk.register.store import Store, open_store
from maatwerk.register.verification import Verification, verified

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from maatwerk.assessment.model import Assessment
    from maatwerk.decision.model import Decision
    from maatwerk.reasoning.heard import Difference
    from maatwerk.register.entry import Stored
    from maatwerk.register.seal import Json
    from maatwerk.ruleset.model import Ruleset

DECISION = "decision_taken"
LETTERS = frozenset({"letter_written", "letter_sent"})
STOPPED, DIFFERED = "check_stopped", "reasoners_differed"


class Register:
    """An open register. What `append` gave a receipt for stays; what it did not may be asked again with its key."""

    def __init__(self, store: Store) -> None:
        """Use `Register.open`."""
        self._store = store

    @classmethod
    def open(cls, path_or_url: Path | str, *, create: bool = True) -> Register:
        """Open the register in a file (or `sqlite:///file`), making it when it is not there and `create` says so.

        Raises OrganisationError for what is no register, cannot be made, or is of a newer version, and
        RegisterNotWhole for a damaged file. A file that is refused is left as it was.
        """
        place = str(path_or_url)
        if place.startswith("sqlite:///"):
            place = place.removeprefix("sqlite:///")
        elif "://" in place:
            raise OrganisationError(say("register.no_server"))
        return cls(open_store(Path(place), create=create))

    def __enter__(self) -> Self:
        """The register itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the register."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def append(
        self, kind: str, body: Json, payload: Json | None = None, *, at: datetime, key: str | None = None
    ) -> Receipt:
        """Write an event (`events.EVENTS`) and give its receipt once it has been read back.

        `payload` holds what is personal. The same `key` with the same request gives the same receipt; with another
        request it raises RegisterRefused, as does a body that does not fit. `key` itself holds nothing personal.
        """
        if kind == DECISION:
            raise RegisterRefused(say("register.decision_only"))
        event = event_body(kind, body)
        moment = monday_of(event["week"]) if kind == STOPPED else at
        return self._write(Request(kind, moment, event, payload, key))

    def append_decision(self, body: Json, payload: Json, *, at: datetime, key: str | None = None) -> Receipt:
        """Write a decision; its receipt carries the next number of the (Dutch) year: `2026-0001`. As `append`."""
        return self._write(Request(DECISION, at, event_body(DECISION, body), payload, key, numbered=True))

    def record(self, decision: Decision) -> Receipt:
        """Write a decision as `decide` made it: the log gets codes, the payload everything.

        The same decision twice gives the same receipt. Errors as `append`.
        """
        key = key_of(decision)
        return self.append_decision(body_of(decision), payload_of(decision), at=decision.at, key=key)

    def trace_of_stopped_check(self, assessment: Assessment, *, at: datetime) -> Receipt:
        """Note that a check showed these points and then stopped: ruleset, codes and the week, no person, no time."""
        used = assessment.ruleset
        body = {"ruleset": used.id, "rules_hash": used.rules_hash, "codes": codes_of(assessment)}
        return self.append(STOPPED, body | {"week": iso_week(dutch_day(at))}, at=at)

    def trace_of_difference(self, ruleset: Ruleset, differences: Collection[Difference], *, at: datetime) -> Receipt:
        """Note what the two reasoners differed on: what each found alone in the log, the patterns in the payload."""
        return self.append(DIFFERED, body_of_difference(ruleset, differences), patterns_of(differences), at=at)

    def decision(self, number: str) -> StoredDecision:
        """The decision with this number. Raises RegisterRefused when it is not there, RegisterNotWhole when altered."""
        with self._store.reading() as connection:
            row = rows.by_number(connection, number)
        if row is None:
            raise RegisterRefused(say("register.no_decision", number=number))
        _refuse_altered(row)
        found = entry.decision_of(row)
        if found.number != number:
            raise _not_whole(row.seq, "number")
        return found

    def decided_on(self, case: str, ruleset: str, facts: str, valid_from: str) -> str:
        """The number of the last decision on a case under a version (its first day) of a ruleset, with these facts.

        `facts` is their hash, as the assessment has it. Nothing when there is none, or when its data were erased.
        """
        for each in reversed(self.entries(DECISION)):
            used = each.body["ruleset"]
            if each.number and (used["id"], used["valid_from"]) == (ruleset, valid_from):
                payload = self.decision(each.number).payload
                if payload and (payload["case"], payload["assessment"]["facts_hash"]) == (case, facts):
                    return each.number
        return ""

    def entries(self, kind: str | None = None, year: int | None = None) -> tuple[Entry, ...]:
        """The entries in order, of one kind or (Dutch) year if asked.

        Raises RegisterNotWhole for an altered one, and for one that was taken out.
        """
        with self._store.reading() as connection:
            every = [rows.stored(row) for row in connection.execute(rows.ROWS)]
            end = rows.end(connection)
        before = NOTHING
        for place, row in enumerate(every, start=1):
            if fault := row.fault_at(place, before):
                raise _not_whole(place, fault)
            before = row.h
        if end != (len(every), before):
            raise _not_whole(len(every) + 1, "head")
        found = (entry.entry_of(row) for row in every)
        return tuple(each for each in found if kind in {None, each.kind} and year in {None, dutch_day(each.at).year})

    def verify(self) -> Verification:
        """Recompute every seal; reads only. Cannot see a cut tail: that takes a checkpoint kept elsewhere."""
        return verified(self._store)

    def _write(self, asked: Request) -> Receipt:
        _refuse_unfit(asked)
        with self._store.writing() as connection:
            seq = self._written_before(connection, asked) or _new(connection, asked)
        with self._store.reading() as connection:
            row = rows.by_seq(connection, seq)
        if row is None or row.fault() or not entry.is_same(row, asked):
            raise RegisterNotWhole(say("register.not_read_back", seq=seq))
        return entry.receipt_of(row)

    def _written_before(self, connection: Connection, asked: Request) -> int | None:
        row = rows.by_key(connection, asked.key) if asked.key is not None else None
        if row is not None and not entry.is_same(row, asked):
            raise RegisterRefused(say("register.key_used"))
        return None if row is None else row.seq


def _new(connection: Connection, asked: Request) -> int:
    if asked.kind in LETTERS and rows.by_number(connection, asked.event["number"]) is None:
        raise RegisterRefused(say("register.no_decision", number=asked.event["number"]))
    return rows.write(connection, asked)


def _refuse_unfit(asked: Request) -> None:
    if asked.at.tzinfo is None:
        raise RegisterRefused(say("register.no_zone"))
    if asked.key is not None and not re.fullmatch(r"[\w.:+/-]{1,200}", asked.key, re.ASCII):
        raise RegisterRefused(say("register.key_wrong"))


def _refuse_altered(row: Stored) -> None:
    if fault := row.fault():
        raise _not_whole(row.seq, fault)


def _not_whole(seq: int, fault: str) -> RegisterNotWhole:
    return RegisterNotWhole(say("register.entry_not_whole", seq=seq, reason=say(f"register.reason.{fault}")))
