"""A letter that goes out: which file, on which day, and how. From that day terms run (Awb 3:41, 6:8).

What the program did not write itself is read back first: a part or a figure of the decision that is gone stops it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.errors import FormatRefused, MaatwerkError, NotAllowed
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.basics.text import say
from maatwerk.letter.edited import Difference, differences
from maatwerk.letter.formats.reading import read_letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from maatwerk.basics.deadlines import LastDay
    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter
    from maatwerk.register.entry import Entry
    from maatwerk.register.seal import Json


@dataclass(frozen=True, slots=True)
class Sent:
    """What will be registered. `written`: the program wrote exactly this file.

    `strange`: figures in an edited file that the decision does not have; None where the file could not be read back.
    """

    sha256: str
    on: date
    channel: str
    last_day: LastDay | None
    written: bool
    strange: tuple[Difference, ...] | None = ()


def seal_of(content: bytes) -> str:
    """The hash by which the register knows a letter."""
    return hashlib.sha256(content).hexdigest()


def sent_letter(
    file: Path, letter: Letter, decision: Decision, channel: str, written: Iterable[Entry], today: date
) -> Sent:
    """The sending of a file on the day of `letter`: that is the letter of the decision as it would be that day.

    `written`: the letters that were written for this decision. Raises NotAllowed for a digital letter to who did not
    agree to that (Awb 2:8); MaatwerkError for a day that cannot be (before the application, after today), for a letter
    that names another last day, and for an edited one that misses a part or a figure of the decision.
    """
    on = letter.date
    if decision.received and on < decision.received:
        raise MaatwerkError(say("letter.sent.before", day=day_in_words(decision.received)))
    if on > today:
        raise MaatwerkError(say("letter.sent.later", day=day_in_words(on)))
    if channel == "digitaal" and not _agreed(decision, on):
        raise NotAllowed(say("letter.sent.on_paper"))
    seal = _seal_of_file(file)
    known = next((each.body for each in written if each.body["sha256"] == seal), None)
    if known is not None:
        _require_same_last_day(known, letter)
        return Sent(seal, on, channel, letter.last_day, written=True)
    return Sent(seal, on, channel, letter.last_day, written=False, strange=_strange(file, letter))


def _agreed(decision: Decision, on: date) -> bool:
    since = decision.resident.digital_since if decision.resident else None
    return since is not None and since <= on


def _seal_of_file(file: Path) -> str:
    """The hash of a file of any size. Raises FormatRefused for what is none: a pipe or a device never ends."""
    try:
        if file.is_file():
            with file.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        raise FormatRefused(say("letter.format.unreadable", file=file)) from None
    raise FormatRefused(say("letter.format.unreadable", file=file))


def _require_same_last_day(body: Json, letter: Letter) -> None:
    last = letter.last_day.day if letter.last_day else None
    if body.get("last_day") != (last.isoformat() if last else None):
        raise MaatwerkError(say("letter.sent.other_day", day=day_in_words(letter.date), number=letter.number))


def _strange(file: Path, letter: Letter) -> tuple[Difference, ...] | None:
    """What is strange in an edited letter. Raises MaatwerkError for what may not be gone."""
    if file.suffix.lower() == ".pdf":
        return None
    found = differences(read_letter(file), letter)
    if gone := [each for each in found if each.level == "error"]:
        raise MaatwerkError("\n".join([say("letter.sent.gone"), *(f"- {each.advice}" for each in gone)]))
    return found
