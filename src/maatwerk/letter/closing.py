"""The second half of a letter: promises, whom to call, the rules used, and who signs."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day as day_in_words
from maatwerk.letter.laws import written_out
from maatwerk.letter.model import Bullets, one_line
from maatwerk.letter.told import names_that_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Section
    from maatwerk.ruleset.model import Criterion

MUNICIPAL = re.compile(
    r"(?:het |de )?(?:college(?: van burgemeester en wethouders| van B ?(?:en|&) ?W)?|burgemeester|(?:gemeente)?raad|"
    r"(?:gemeente)?secretaris|\w*ambtenaar(?: burgerzaken| van de burgerlijke stand)?)",
    re.IGNORECASE,
)
"""Bodies that every municipality has one of (Gemeentewet, 6, 102 and 231): the letter says of which. Others not."""

TOOL = {"": "tool", "doorsturen": "tool_forwarded"}
"""What is said about the program, by letter on the way; it did not decide, and where we forward nobody did."""


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
        draft.say(TOOL.get(draft.notice, "tool_before")),
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
    sources = _sources(used)
    grounds = tuple(written_out(one_line(each.article)) for each in draft.proposal.grounds) if draft.proposal else ()
    for name in (*sources, *grounds):
        draft.dutch(name)
    return draft.section(
        "regels",
        "rules",
        Bullets(sources),
        draft.say("laws_in_dutch") if sources and draft.lang != "nl" else "",
        _departed(draft, frozenset(sources), ", ".join(grounds)) if grounds else "",
        draft.say("objection_rules") if draft.decision.objection else "",
        version(draft),
    )


def _sources(criteria: Iterable[Criterion]) -> tuple[str, ...]:
    """Where these criteria stand, each once."""
    return tuple(dict.fromkeys(written_out(one_line(each.source)) for each in criteria if each.source))


def version(draft: Draft) -> str:
    """Which rules were used, and from when they hold."""
    since = day_in_words(draft.ruleset.header.valid_from, draft.lang)
    return draft.say("version", title=draft.ruleset.header.title_in(draft.lang), day=since)


def _departed(draft: Draft, sources: frozenset[str], articles: str) -> str:
    """Which of these rules were set aside, of which the room was used, and what allows it.

    The rules are named where others stand beside them. Who uses the room of a rule does not depart from it.
    """
    used = [each for each in draft.shown_criteria if each.leaves_room]
    aside = [each for each in draft.shown_criteria if not each.leaves_room]
    told = [_of_these(draft, *each, sources) for each in (("departed", aside), ("room_used", used)) if each[1]]
    return " ".join([*told, draft.say("allowed_by", articles=articles)])


def _of_these(draft: Draft, key: str, about: list[Criterion], sources: frozenset[str]) -> str:
    names = _sources(about)
    return draft.say(key) if set(names) == sources else draft.say(f"{key}_of", rules="; ".join(names))


def signature(draft: Draft) -> tuple[str, ...]:
    """Who decided, in which role, on behalf of which body (Awb 10:10)."""
    sender, header = draft.sender, draft.ruleset.header
    named = header.body_en or draft.dutch(header.body) if draft.lang == "en" else header.body
    body = draft.own("body") if header.body in ("", sender.body) and not header.body_en else named
    if not body:
        draft.gap("ondertekening", "body")
    town = draft.sender.municipality
    ours = MUNICIPAL.fullmatch(header.body or sender.body) and town and town not in body
    whole = draft.say("body_of", body=body, town=town) if ours else body
    decider = draft.decision.decider
    return (f"{one_line(decider.name)}, {draft.dutch(one_line(decider.role))}", draft.say("on_behalf", body=whole))
