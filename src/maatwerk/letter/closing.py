"""The second half of a letter: promises, what to do when you do not agree, whom to call, and the rules used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.deadlines import appeal_to_college_last_day, objection_last_day
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.letter.model import Bullets, one_line
from maatwerk.letter.told import names_that_count

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


def what_now(draft: Draft) -> Section | None:
    """What happens now: only where the ruleset says so."""
    section = draft.section("wat_nu", "what_now")
    return section if section.blocks else None


def promises(draft: Draft) -> Section | None:
    """Promises that can still be kept, each with a day and a person to call."""
    made = draft.decision.assessment.promises
    open_still = [each for each in made if each.last_day and each.open_on(draft.sent_on)]
    contact = draft.decision.contact
    if not open_still or contact is None:
        return None
    lines = []
    for each in open_still:
        what = draft.text(draft.ruleset.promises[each.id].what, "belofte")
        day = day_in_words(date.fromisoformat(str(each.last_day)), draft.lang)
        lines.append(draft.say("promise", what=what, day=day))
    calls = draft.say("promise_call", name=one_line(contact.name), phone=one_line(contact.phone))
    return draft.section("belofte", "promise", *lines, calls)


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
        draft.say("objection_stays", court=draft.sender.court or draft.say("a_court")),
    )


def _appeal(draft: Draft) -> tuple[str | Bullets, ...]:
    if not draft.sender.court:
        draft.gap("rechtsmiddel", "court")
    return (
        draft.say("appeal", day=_day(draft)),
        draft.say("appeal_content"),
        _content(draft),
        draft.say("appeal_address", court=draft.sender.court),
        draft.say("appeal_costs"),
    )


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


def contact(draft: Draft) -> Section:
    """Whom to call, help that everyone may ask for (Awb 2:1), and that a person decided."""
    person, sender = draft.decision.contact, draft.sender
    if person is None:
        draft.gap("contactpersoon", "contact")
        return draft.section("contact", "contact")
    hours = _hours(draft, one_line(person.hours))
    when = draft.say("call_hours", hours=hours) if hours else ""
    visit, open_on = ", ".join(sender.visiting_address), draft.own("visiting_hours")
    return draft.section(
        "contact",
        "contact",
        f"{draft.say('call', name=one_line(person.name), phone=one_line(person.phone))} {when} "
        f"{draft.say('call_number', number=draft.number)}",
        draft.say("help"),
        draft.say("visit", address=visit, hours=open_on) if visit and open_on else "",
        draft.say("tool_before" if draft.notice else "tool"),
    )


def _hours(draft: Draft, own: str) -> str:
    """When to call: the hours of the person, in the words of the organisation where they are its hours too."""
    if own in ("", draft.sender.phone_hours):
        return draft.own("phone_hours")
    return draft.dutch(own)


def rules(draft: Draft) -> Section:
    """The rules and articles used, also those behind the figures, at the end (Awb 3:47 lid 2)."""
    names = {criterion.name for criterion in draft.shown_criteria} | names_that_count(draft)
    used = (each for each in draft.ruleset.criteria.values() if each.name in names)
    sources = tuple(dict.fromkeys(draft.dutch(one_line(each.source)) for each in used if each.source))
    grounds = tuple(draft.dutch(each.article) for each in draft.proposal.grounds) if draft.proposal else ()
    return draft.section(
        "regels",
        "rules",
        Bullets(sources),
        _departed(draft, sources, ", ".join(grounds)) if grounds else "",
        draft.say("objection_rules") if draft.decision.objection else "",
        version(draft),
    )


def version(draft: Draft) -> str:
    """Which rules were used, and from when they hold."""
    since = day_in_words(draft.ruleset.header.valid_from, draft.lang)
    return draft.say("version", title=draft.ruleset.header.title_in(draft.lang), day=since)


def _departed(draft: Draft, sources: tuple[str, ...], articles: str) -> str:
    """Which of these rules were set aside, named where others stand beside them, and what allows it."""
    aside = tuple(dict.fromkeys(one_line(each.source) for each in draft.shown_criteria if each.source))
    if set(aside) == set(sources):
        return draft.say("departed", articles=articles)
    return draft.say("departed_from", rules="; ".join(aside), articles=articles)


def signature(draft: Draft) -> tuple[str, ...]:
    """Who decided, in which role, on behalf of which body (Awb 10:10)."""
    sender, header = draft.sender, draft.ruleset.header
    named = header.body_en or draft.dutch(header.body) if draft.lang == "en" else header.body
    body = draft.own("body") if header.body in ("", sender.body) and not header.body_en else named
    if not body:
        draft.gap("ondertekening", "body")
    town = draft.sender.municipality
    whole = body if not town or town in body else draft.say("body_of", body=body, town=town)
    decider = draft.decision.decider
    return (f"{one_line(decider.name)}, {draft.dutch(one_line(decider.role))}", draft.say("on_behalf", body=whole))
