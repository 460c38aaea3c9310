"""The screens about letters: what was registered of one that went out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.cli.screens.model import loose

if TYPE_CHECKING:
    from maatwerk.cli.screens.model import Screen
    from maatwerk.letter.posted import Sending
    from maatwerk.letter.sending import Sent


class LetterSent(TypedDict):
    """What `letter sent --format json` prints: keys as in docs/json.md, never renamed."""

    number: str
    sha256: str
    on: str
    channel: str
    last_day: str | None
    language: str
    written: bool
    strange: list[str] | None
    first_sent: str | None
    dutch_sent: bool


def sent(number: str, of: Sent) -> Screen:
    """One block of sentences: what is registered, until when one can object, what was not looked at."""
    lines = [say("sending.registered", number=number, day=day(of.on), channel=say(f"sending.{of.channel}"))]
    if of.last_day:
        lines.append(say("sending.last_day", day=day(of.last_day.day)))
    if of.strange is None:
        lines.append(say("sending.not_read"))
    elif not of.written:
        lines.append(say("sending.changed"))
    lines += dict.fromkeys(each.advice for each in of.strange or ())
    alone = [say("sending.alone")] if of.alone else []
    return (loose(*lines, *sent_before(of.first), *alone),)


def sent_before(first: Sending | None) -> tuple[str, ...]:
    """That a letter of the decision went out before, and which day counts; nothing where none did."""
    if first is None:
        return ()
    went = {"day": day(first.on), "channel": say(f"sending.{first.channel}")}
    if first.last_day is None:
        return (say("sending.again", **went),)
    return (say("sending.again_last_day", **went, last=day(first.last_day)),)


def sent_data(number: str, of: Sent) -> LetterSent:
    """The same as data."""
    return {
        "number": number,
        "sha256": of.sha256,
        "on": of.on.isoformat(),
        "channel": of.channel,
        "last_day": of.last_day.day.isoformat() if of.last_day else None,
        "language": of.lang,
        "written": of.written,
        "strange": None if of.strange is None else list(dict.fromkeys(each.text for each in of.strange)),
        "first_sent": of.first.on.isoformat() if of.first else None,
        "dutch_sent": not of.alone,
    }


RESULTS = (LetterSent,)
