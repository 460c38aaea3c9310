"""The screens about letters: what was registered of one that went out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.cli.screens.model import loose

if TYPE_CHECKING:
    from maatwerk.cli.screens.model import Screen
    from maatwerk.letter.sending import Sent


class LetterSent(TypedDict):
    """What `letter sent --format json` prints: keys as in docs/json.md, never renamed."""

    number: str
    sha256: str
    on: str
    channel: str
    last_day: str | None
    written: bool
    strange: list[str] | None


def sent(number: str, of: Sent) -> Screen:
    """One block of sentences: what is registered, until when one can object, what was not looked at."""
    lines = [say("letter.sent.registered", number=number, day=day(of.on), channel=say(f"letter.sent.{of.channel}"))]
    if of.last_day:
        lines.append(say("letter.sent.last_day", day=day(of.last_day.day)))
    if of.strange is None:
        lines.append(say("letter.sent.not_read"))
    elif not of.written:
        lines.append(say("letter.sent.edited"))
    strange = [each.advice for each in of.strange or ()]
    return (loose(*lines, *strange),)


def sent_data(number: str, of: Sent) -> LetterSent:
    """The same as data."""
    return {
        "number": number,
        "sha256": of.sha256,
        "on": of.on.isoformat(),
        "channel": of.channel,
        "last_day": of.last_day.day.isoformat() if of.last_day else None,
        "written": of.written,
        "strange": None if of.strange is None else [each.text for each in of.strange],
    }


RESULTS = (LetterSent,)
