"""Letters on the way to a decision: ask for what is missing, hear first, say that it takes longer, or forward.

They decide nothing, so nobody can object to them (Awb 6:3). They stand on the case as it is now: what is known, what is
still asked, and what would be decided if nothing changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, get_args

from maatwerk.basics.deadlines import decision_last_day, moved_on
from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.basics.text import say
from maatwerk.letter import answer, closing, told
from maatwerk.letter.model import one_line
from maatwerk.letter.sections import complete_letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Block, Letter, Section, SectionKind

NoticeKind = Literal["aanvullen", "horen", "verlengen", "doorsturen"]
KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
GIVES = frozenset({"toekenning", "tussenstap", "doorzenden"})
"""Outcomes that nobody needs to be heard about first."""
TERM = timedelta(weeks=2)
"""How long somebody gets to answer, where nobody says otherwise; the law asks for a reasonable term."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the letter is about. `until`: the day to answer by, or by which is decided now; None: two weeks.

    `reasons`: why it takes longer, in words for the resident. `to`: who does decide on what is forwarded.
    """

    kind: NoticeKind
    until: date | None = None
    reasons: str = ""
    to: str = ""


def notice_letter(draft: Draft, notice: Notice) -> Letter:
    """The letter. `draft` holds the case as it would be decided now (`Draft.notice` says so); its number is the case.

    Raises MaatwerkError where there is nothing to ask, to hear about or to prolong, and for a day that is no use;
    LetterIncomplete with all that is missing.
    """
    return complete_letter(draft, WRITERS[notice.kind](draft, last_day_of(draft, notice), notice))


def last_day_of(draft: Draft, notice: Notice) -> date | None:
    """The day that the letter names; one about forwarding has none.

    Raises MaatwerkError for a day that is no use, and where one is missing.
    """
    if notice.kind == "doorsturen":
        return None
    if notice.until is None:
        if notice.kind == "verlengen":
            raise MaatwerkError(say("letter.notice.no_day"))
        return moved_on(draft.sent_on + TERM)
    if notice.until <= draft.sent_on:
        raise MaatwerkError(say("letter.notice.day_past", day=day_in_words(draft.sent_on)))
    return notice.until


def _incomplete(draft: Draft, last: date | None, _: Notice) -> tuple[Section, ...]:
    """What is still asked, until when, and what happens then (Awb 4:5, 4:15)."""
    questions = answer.open_questions(draft)
    if not questions.items:
        raise MaatwerkError(say("letter.notice.nothing_asked"))
    day = _words(draft, last)
    how = draft.say("notice.aanvullen.how", day=day, ways=_ways(draft))
    asked = (draft.say("notice.aanvullen.asked"), questions, how, draft.say("notice.aanvullen.else", day=day))
    return (
        _first(draft, "aanvullen"),
        _section(draft, "wat_nu", "notice.aanvullen.heading", *asked),
        *_facts(draft, frozenset(draft.ruleset.facts) | _fields(draft)),
        *_end(draft, "aanvullen"),
    )


def _hearing(draft: Draft, last: date | None, _: Notice) -> tuple[Section, ...]:
    """What would be decided and why, before it is, so that the resident can answer (Awb 4:7, 4:8)."""
    if draft.decision.outcome not in draft.ruleset.outcomes:
        raise MaatwerkError(say("letter.notice.not_known_yet"))
    if draft.outcome.kind in GIVES:
        raise MaatwerkError(say("letter.notice.nothing_adverse"))
    planned = draft.text(draft.outcome.text, "besluit")
    verdicts = [draft.verdict_text(member, "waarom") for member in draft.shown_members]
    said = " ".join(dict.fromkeys(each for each in verdicts if each))
    reply = draft.say("notice.horen.reply", day=_words(draft, last), ways=_ways(draft))
    return (
        _first(draft, "horen", draft.say("notice.horen.planned", outcome=planned)),
        _section(draft, "waarom", "heading.why_planned", said, answer.aims(draft)),
        *_facts(draft, told.names_that_count(draft)),
        _section(draft, "wat_nu", "notice.horen.heading", reply, draft.say("notice.horen.else")),
        *_end(draft, "horen"),
    )


def _longer(draft: Draft, last: date | None, notice: Notice) -> tuple[Section, ...]:
    """By when is decided now, by when it should have been, and why (Awb 4:14)."""
    first = _statutory(draft)
    if first is not None and last is not None and last <= first:
        raise MaatwerkError(say("letter.notice.not_later", day=day_in_words(first)))
    if not (reasons := one_line(notice.reasons)):
        raise MaatwerkError(say("letter.notice.no_reasons"))
    now = (draft.say("notice.verlengen.now"), *_when_late(draft, first, last))
    was = draft.say("notice.verlengen.was", day=_words(draft, first)) if first else ""
    return (
        _first(draft, "verlengen", draft.say("notice.verlengen.day", day=_words(draft, last)), was),
        _section(draft, "waarom", "notice.verlengen.heading", draft.dutch(reasons)),
        _section(draft, "wat_nu", "heading.what_now", *now),
        *_end(draft, "verlengen", draft.say("notice.verlengen.late_rules") if first else ""),
    )


def _forwarded(draft: Draft, _last: date | None, notice: Notice) -> tuple[Section, ...]:
    """Who does decide on this, and that the question went there (Awb 2:3)."""
    if not (to := one_line(notice.to)):
        raise MaatwerkError(say("letter.notice.no_one"))
    return (
        _first(draft, "doorsturen", draft.say("notice.doorsturen.sent", to=to)),
        _section(draft, "wat_nu", "heading.what_now", draft.say("notice.doorsturen.now", to=to)),
        *_end(draft, "doorsturen"),
    )


WRITERS: dict[NoticeKind, Callable[[Draft, date | None, Notice], tuple[Section, ...]]] = {
    "aanvullen": _incomplete,
    "horen": _hearing,
    "verlengen": _longer,
    "doorsturen": _forwarded,
}


def _statutory(draft: Draft) -> date | None:
    """The day by which the rules ask for a decision; None where the case does not say when it came in."""
    received, weeks = draft.decision.received, draft.ruleset.header.term_weeks
    return decision_last_day(received, weeks).day if received and weeks else None


def _when_late(draft: Draft, first: date | None, last: date | None) -> tuple[str, ...]:
    """What the resident can do when the term is over (Awb 4:17, 6:12).

    A letter in time can move a term that no other law gives (Awb 4:14 lid 3); the rules do not say which term that is.
    """
    if first is None:
        return ()
    key = "late" if draft.sent_on <= first else "late_already"
    late = draft.say(f"notice.verlengen.{key}", day=_words(draft, first), last=_words(draft, last))
    to = draft.sender.postal_address or draft.sender.objection_address
    where = draft.say("notice.verlengen.late_address", address=", ".join(to)) if to else ""
    return (f"{late} {where}", draft.say("notice.verlengen.late_then"))


def _ways(draft: Draft) -> str:
    """How the resident can answer: only ways for which the organisation gave an address."""
    sender = draft.sender
    call = draft.say("notice.ways.call_visit" if sender.visiting_address else "notice.ways.call")
    to = ", ".join(sender.postal_address)
    return f"{call} {draft.say('notice.ways.write', address=to)}" if to else call


def _first(draft: Draft, kind: NoticeKind, *more: str) -> Section:
    translation = "" if draft.lang == "nl" else draft.say("translation_notice")
    return _section(draft, "besluit", "", draft.say(f"notice.{kind}.first"), *more, translation)


def _facts(draft: Draft, names: frozenset[str]) -> tuple[Section, ...]:
    """What is known of these names, so that the resident can say what is not right."""
    found = told.facts(draft, names)
    return (found,) if found else ()


def _fields(draft: Draft) -> frozenset[str]:
    return frozenset(name for each in draft.ruleset.lists.values() for name in each.fields)


def _end(draft: Draft, kind: NoticeKind, also: str = "") -> tuple[Section, ...]:
    forwarded = kind == "doorsturen"  # then no decision of ours follows, and our rules say nothing about the question
    told = draft.say("notice.doorsturen.remedy" if forwarded else "notice.remedy")
    remedy = _section(draft, "rechtsmiddel", "heading.remedy_geen", told)
    rules = (f"{draft.say(f'notice.{kind}.rules')} {also}", "" if forwarded else closing.version(draft))
    return (remedy, closing.contact(draft), _section(draft, "regels", "heading.rules", *rules))


def _section(draft: Draft, kind: SectionKind, heading: str, *blocks: Block | str) -> Section:
    """A section with a heading of its own; the first has none."""
    made = draft.section(kind, "", *blocks)
    return replace(made, heading=draft.say(heading)) if heading else made


def _words(draft: Draft, day: date | None) -> str:
    return day_in_words(day, draft.lang) if day else ""
