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
        return frozenset(each["sha256"] for each in self._bodies("letter_written") if each["number"] == self.number)

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
        return tuple(_sending(each) for each in self._bodies("letter_sent") if each["number"] == self.number)

    @property
    def first(self) -> Sending | None:
        """The sending on the first day: from then the term runs (Awb 6:8)."""
        return min(self.sendings, key=lambda each: each.on, default=None)

    def _bodies(self, kind: str) -> list[Json]:
        return [each.body for each in self.entries if each.kind == kind]


def other_decision(theirs: str, asked: str) -> MaatwerkError:
    """The refusal of a letter that belongs to another decision: it would go to the wrong person."""
    return MaatwerkError(say("sending.other_decision", number=theirs, asked=asked))


def _sending(body: Json) -> Sending:
    last = body.get("last_day")
    return Sending(
        on=date.fromisoformat(body["on"]),
        channel=body["channel"],
        last_day=date.fromisoformat(last) if last else None,
        lang=body.get("language", ""),
    )
