"""One entry of the log as a value: what was asked for, what lies in the database, and whether that is whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from maatwerk.register.seal import NOTHING, Json, canonical, commitment_to, entry_hash, is_canonical, is_hash

SHORT = 8


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that an entry is in the register. `number` is that of a decision (`2026-0001`), else empty."""

    seq: int
    hash: str
    at: datetime
    number: str = ""

    @property
    def short(self) -> str:
        """The start of the hash, as printed: `7c1e 90ab`."""
        return f"{self.hash[: SHORT // 2]} {self.hash[SHORT // 2 : SHORT]}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry without personal data."""

    seq: int
    kind: str
    at: datetime
    body: Json
    hash: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as it was registered. `payload` is None once it has been erased."""

    number: str
    seq: int
    hash: str
    at: datetime
    body: Json
    payload: Json | None


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to have written."""

    kind: str
    at: datetime
    event: Json
    payload: Json | None
    key: str | None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of the log with its payload, as it lies in the database."""

    seq: int
    prev: str
    commitment: str
    h: str
    body: str
    salt: str | None
    payload: str | None

    def content(self) -> Json:
        """The body as an object; an empty one when it is none."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def fault(self, *, erasure: bool = False) -> str:
        """The key of what is wrong with this row by itself; empty when it is whole.

        `erasure`: whether an entry says that the payload was erased. Without one, a payload that is gone is a fault.
        """
        if not (is_hash(self.prev) and is_hash(self.commitment)):
            return "form"
        if entry_hash(self.seq, self.prev, self.commitment, self.body) != self.h:
            return "seal"
        if not (is_canonical(self.body) and self._has_shape()):
            return "form"
        return self._payload_fault(erasure=erasure)

    def fault_at(self, place: int, before: str) -> str:
        """As `fault`, and whether it is the line of this place, on the one whose seal is `before`."""
        if self.seq != place:
            return "missing"
        return self.fault() or ("" if self.prev == before else "link")

    def _has_shape(self) -> bool:
        content = self.content()
        try:
            _moment(content["at"])
        except (KeyError, TypeError, ValueError):
            return False
        return isinstance(content.get("kind"), str) and isinstance(content.get("event"), dict)

    def _payload_fault(self, *, erasure: bool) -> str:
        if self.payload is None or self.salt is None:
            return "gone" if self.erased and not erasure else ""  # many lines have no payload by design
        if not is_hash(self.salt) or commitment_to(self.payload, self.salt) != self.commitment:
            return "payload"
        return "" if is_canonical(self.payload) else "form"

    @property
    def erased(self) -> bool:
        """Whether there was a payload that is no longer there."""
        return self.payload is None and self.commitment != NOTHING


def number_of(year: int, serial: int) -> str:
    """A decision number as printed: `2026-0001`."""
    return f"{year}-{serial:04}"


def content_of(asked: Request) -> Json:
    """The body of the entry that was asked for, but for the number that the register gives."""
    body: Json = {"kind": asked.kind, "at": _written(asked.at), "event": asked.event}
    return body if asked.key is None else body | {"key": asked.key}


def is_same(row: Stored, asked: Request) -> bool:
    """Whether the row is what was asked for. The moment and the number do not count: a retry comes later."""
    there, here = row.content(), content_of(asked)
    same_body = all(there.get(name) == here[name] for name in ("kind", "event"))
    return same_body and (row.erased or row.payload == payload_text(asked.payload))


def receipt_of(row: Stored) -> Receipt:
    """The receipt of a row that is whole."""
    content = row.content()
    return Receipt(row.seq, row.h, _moment(content["at"]), content.get("number", ""))


def entry_of(row: Stored) -> Entry:
    """The entry of a row, without its payload."""
    content = row.content()
    return Entry(row.seq, content["kind"], _moment(content["at"]), content["event"], row.h, content.get("number", ""))


def decision_of(row: Stored) -> StoredDecision:
    """The decision of a row that is whole."""
    entry = entry_of(row)
    personal = None if row.payload is None else json.loads(row.payload)
    return StoredDecision(entry.number, entry.seq, entry.hash, entry.at, entry.body, personal)


def payload_text(personal: Json | None) -> str | None:
    """A payload as it is stored."""
    return None if personal is None else canonical(personal)


def _written(at: datetime) -> str:
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
