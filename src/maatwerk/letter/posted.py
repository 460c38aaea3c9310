"""What the register knows of the letters of one decision: which files the program wrote, and what went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from maatwerk.register.entry import Entry
    from maatwerk.register.seal import Json


@dataclass(frozen=True, slots=True)
class Sending:
    """One letter that went out. `lang` is empty where it was registered before languages were."""

    on: date
    channel: str
    last_day: date | None
    lang: str


@dataclass(frozen=True, slots=True)
class Post:
    """The letters of the decision `number`, among all `entries` of the register."""

    number: str
    entries: tuple[Entry, ...]

    @property
    def hashes(self) -> frozenset[str]:
        """The hashes of the files that the program wrote for this decision."""
        return frozenset(each["sha256"] for each in self._mine("letter_written"))

    def written(self, sha256: str) -> Json | None:
        """What was registered when the program wrote a file; None for a file that it did not write.

        Raises MaatwerkError for the letter of another decision, and for one from before a decision.
        """
        same = [each for each in self._bodies("letter_written") if each["sha256"] == sha256]
        mine = next((each for each in same if each["number"] == self.number), None)
        if mine is None and same:
            raise other_decision(same[0]["number"], self.number)
        if any(each["sha256"] == sha256 for each in self._bodies("notice_written")):
            raise MaatwerkError(say("sending.notice", number=self.number))
        return mine

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """What went out, in the order of the register."""
        return tuple(map(_sending, self._mine("letter_sent")))

    @property
    def first(self) -> Sending | None:
        """The sending on the first day: from then the term runs (Awb 6:8)."""
        return min(self.sendings, key=lambda each: each.on, default=None)

    @property
    def last_day(self) -> date | None:
        """The last day that the resident was told: in the newest letter that went out, else in the newest written."""
        newest = (self._mine(kind)[-1:] for kind in ("letter_sent", "letter_written"))
        return next((_day(each["last_day"]) for bodies in newest for each in bodies if each.get("last_day")), None)

    def _mine(self, kind: str) -> list[Json]:
        return [each for each in self._bodies(kind) if each["number"] == self.number]

    def _bodies(self, kind: str) -> list[Json]:
        return [each.body for each in self.entries if each.kind == kind]


def other_decision(theirs: str, asked: str) -> MaatwerkError:
    """The refusal of a letter that belongs to another decision: it would go to the wrong person."""
    return MaatwerkError(say("sending.other_decision", number=theirs, asked=asked))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sending(body: Json) -> Sending:
    return Sending(
        on=date.fromisoformat(body["on"]),
        channel=body["channel"],
        last_day=_day(body.get("last_day")),
        lang=body.get("language", ""),
    )
