"""What a resident can do who does not agree: where, until when, what it costs, and help with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.deadlines import appeal_to_college_last_day, objection_last_day
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.letter.model import Bullets

if TYPE_CHECKING:
    from maatwerk.basics.deadlines import LastDay
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Section

TERMS = {
    "bezwaar": objection_last_day,
    "beroep": objection_last_day,
    "beroep_college": appeal_to_college_last_day,
}
"""How the last day follows from the day of sending; the other remedies have none."""


def last_day(draft: Draft) -> LastDay | None:
    """The last day to object or appeal (Awb 6:7, 6:8), counted from the day the letter is sent."""
    term = TERMS.get(draft.remedy)
    return term(draft.sent_on, lang=draft.lang) if term else None


def remedy(draft: Draft) -> Section:
    """What the resident can do who does not agree (Awb 3:45, 6:5, 6:16), by the remedy of this outcome."""
    kind = draft.remedy
    match kind:
        case "bezwaar":
            blocks = _objection(draft)
        case "beroep":
            blocks = _appeal(draft)
        case "beroep_college":
            blocks = _appeal_to_college(draft)
        case _:
            blocks = _complaint(draft, kind)
    return draft.section("rechtsmiddel", f"remedy_{kind}", *blocks)


def _objection(draft: Draft) -> tuple[str | Bullets, ...]:
    address = draft.sender.objection_address
    if not address:
        draft.gap("rechtsmiddel", "objection_address")
    url = draft.say("objection_url", url=draft.sender.objection_url) if draft.sender.objection_url else ""
    return (
        draft.say("objection", day=_day(draft)),
        draft.say("objection_content"),
        _content(draft),
        f"{draft.say('objection_address', address=', '.join(address))} {url}",
        draft.say("objection_stays", court=_court(draft) or draft.say("a_court")),
    )


def _appeal(draft: Draft) -> tuple[str | Bullets, ...]:
    if not draft.sender.court:
        draft.gap("rechtsmiddel", "court")
    return (
        draft.say("appeal", day=_day(draft)),
        draft.say("appeal_content"),
        _content(draft),
        draft.say("appeal_address", court=_court(draft)),
        draft.say("appeal_stays"),
    )


def _court(draft: Draft) -> str:
    """The court with its address, where the organisation filled that in."""
    sender = draft.sender
    return ", ".join((sender.court, *sender.court_address)) if sender.court else ""


def _appeal_to_college(draft: Draft) -> tuple[str | Bullets, ...]:
    address = draft.sender.objection_address
    if not address:
        draft.gap("rechtsmiddel", "objection_address")
    return (
        draft.say("appeal_to_college", day=_day(draft)),
        draft.say("appeal_content"),
        _content(draft),
        draft.say("appeal_to_college_address", address=", ".join(address)),
    )


def _complaint(draft: Draft, kind: str) -> tuple[str, ...]:
    address = draft.sender.complaint_address
    if kind == "klacht" and not address:
        draft.gap("rechtsmiddel", "complaint_address")
    where = draft.say("complaint_address", address=", ".join(address)) if address else ""
    return (draft.say(f"remedy.{kind}"), where)


def _content(draft: Draft) -> Bullets:
    keys = ("name", "date", "number", "why", "signature")
    return Bullets(tuple(draft.say(f"content.{key}", number=draft.number) for key in keys))


def _day(draft: Draft) -> str:
    found = last_day(draft)
    return day_in_words(found.day, draft.lang) if found else ""
