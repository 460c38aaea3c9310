"""A letter that goes out: which file, on which day, and how. From that day terms run (Awb 3:41, 6:8).

What the program did not write itself is read back first: a part, a sentence or a figure of the decision that is not
there as it was stops it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MaatwerkError, NotAllowed
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.basics.text import say
from maatwerk.letter.edited import differences

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.basics.deadlines import LastDay
    from maatwerk.decision.model import Decision
    from maatwerk.letter.edited import Difference
    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.model import Letter
    from maatwerk.letter.offered import Offered
    from maatwerk.letter.posted import Post, Sending
    from maatwerk.register.seal import Json


@dataclass(frozen=True, slots=True)
class Sent:
    """What will be registered. `written`: the program wrote exactly this file.

    `strange`: figures in an edited file that the decision does not have; None where the file could not be read back.
    `first`: the sending on an earlier day, which started the term. `alone`: a translation without the Dutch letter.
    """

    sha256: str
    on: date
    channel: str
    last_day: LastDay | None
    lang: str
    written: bool
    strange: tuple[Difference, ...] | None = ()
    first: Sending | None = None
    alone: bool = False


def require_day(decision: Decision, on: date) -> None:
    """Raise MaatwerkError for a letter of a day on which it cannot be: before the application, or the decision."""
    if decision.received and on < decision.received:
        raise MaatwerkError(say("sending.before", day=day_in_words(decision.received)))
    if on < decision.day:
        raise MaatwerkError(say("sending.before_decision", day=day_in_words(decision.day)))


def sent_letter(file: Offered, letter: Letter, decision: Decision, channel: str, post: Post, today: date) -> Sent:
    """The sending of a file on the day of `letter`: that is the letter of the decision as it would be that day.

    Raises NotAllowed for a digital letter to who did not agree to that (Awb 2:8); MaatwerkError for a day after today,
    for a letter that names another last day, and for an edited one that is not what was decided.
    """
    on = letter.date
    if on > today:
        raise MaatwerkError(say("sending.later", day=day_in_words(on)))
    if channel == "digitaal" and not (decision.resident and decision.resident.digital_on(on)):
        raise NotAllowed(say("sending.on_paper"))
    if channel == "papier" and len(letter.addressee) == 1:
        raise MaatwerkError(say("sending.no_address"))
    if file.written is not None:
        _require_same_last_day(file.written, letter)
    return Sent(
        sha256=file.sha256,
        on=on,
        channel=channel,
        last_day=letter.last_day,
        lang=letter.lang,
        written=file.written is not None,
        strange=() if file.written is not None else _strange(file.read, letter),
        first=post.first if post.first and post.first.on < on else None,
        alone=letter.lang != "nl" and all(each.lang not in {"", "nl"} for each in post.sendings),
    )


def _require_same_last_day(body: Json, letter: Letter) -> None:
    last = letter.last_day.day if letter.last_day else None
    if body.get("last_day") != (last.isoformat() if last else None):
        raise MaatwerkError(say("sending.other_day", day=day_in_words(letter.date), number=letter.number))


def _strange(read: Read | None, letter: Letter) -> tuple[Difference, ...] | None:
    """What is strange in an edited letter. Raises MaatwerkError for what may not be gone or different."""
    if read is None:
        return None
    found = differences(read, letter)
    if gone := dict.fromkeys(each.advice for each in found if each.level == "error"):
        raise MaatwerkError("\n".join([_refusal(read, letter, found), *(f"- {each}" for each in gone)]))
    return found


def _refusal(read: Read, letter: Letter, found: tuple[Difference, ...]) -> str:
    """What stands above the differences: a letter that was made for another day first says so."""
    if read.made and read.made != letter.date and any(each.code == "dag-anders" for each in found):
        made, day = day_in_words(read.made), day_in_words(letter.date)
        return say("sending.made_for", made=made, day=day, number=letter.number, on=letter.date.isoformat())
    return say("sending.gone")
