"""What the person who decides is asked, what she says, and whether that answers it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from maatwerk.case.model import ContactMoment

EMPTY = frozenset({
    "nvt", "geen", "niet", "niets", "nietvantoepassing", "zieboven", "ziehierboven",
    "none", "not", "nothing", "notapplicable", "seeabove",
})  # fmt: skip
"""What counts as no answer at all: letters only."""
LONG = 3
"""An answer has a word of so many letters or more."""

AnswerKind = Literal["contact", "question", "third_parties", "point", "reasons"]
IN_THE_FILE: frozenset[AnswerKind] = frozenset({"question", "third_parties", "point"})
"""What is answered under its own key; the contact and the reasons have a place of their own."""


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One thing the person must answer. `key` names it in the answers: `question:geschikt`, `point:te_laat`."""

    key: str
    kind: AnswerKind
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person says. `answers`: key of `ToAnswer` → words."""

    contact_moment: ContactMoment | None = None
    no_contact_reason: str = ""
    reasons: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def with_reasons(self, text: str) -> Answers:
        """The same with other reasons."""
        return replace(self, reasons=text.strip())

    def to(self, key: str) -> str:
        """The words under a key; empty where there are none."""
        return self.answers.get(key, "").strip()


@dataclass(frozen=True, slots=True)
class Period:
    """In which a contact with the resident counts: from the day of receipt, where that is known, up to now."""

    first: date | None
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return day <= self.last and (self.first is None or day >= self.first)


def still_open(asked: Iterable[ToAnswer], given: Answers, period: Period) -> tuple[ToAnswer, ...]:
    """What has no answer yet, in order."""
    return tuple(each for each in asked if not _answered(each, given, period))


def not_asked(asked: Iterable[ToAnswer], given: Answers) -> tuple[str, ...]:
    """The keys under which something was answered that nobody asks."""
    keys = {each.key for each in asked}
    return tuple(key for key in given.answers if key not in keys)


def keys_asked(asked: Iterable[ToAnswer]) -> tuple[str, ...]:
    """The keys that an answer may have."""
    return tuple(each.key for each in asked if each.kind in IN_THE_FILE)


def tells(moment: ContactMoment, period: Period) -> bool:
    """Whether a contact counts: in the period, and it says who spoke the resident and what was said."""
    return period.holds(moment.on) and bool(_words(moment.by)) and meaningful(moment.said)


def meaningful(text: str) -> bool:
    """Whether someone wrote something: a word of three letters or more, and not "n.v.t." or the like."""
    words = _words(text)
    return "".join(words) not in EMPTY and any(len(word) >= LONG and len(set(word)) > 1 for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold())


def _answered(asked: ToAnswer, given: Answers, period: Period) -> bool:
    if asked.kind == "contact":
        moment = given.contact_moment
        return tells(moment, period) if moment else meaningful(given.no_contact_reason)
    return meaningful(given.reasons if asked.kind == "reasons" else given.to(asked.key))
