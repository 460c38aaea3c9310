"""What the log holds of each event: ids, codes and hashes. Nothing in here may tell who the case was about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from maatwerk.basics.errors import RegisterRefused
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from maatwerk.register.seal import Json

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[\w.:+/-]{1,120}$")]  # an id: no room for a sentence
Conclusion = Annotated[str, StringConstraints(pattern=r"^[\w.:+/#-]+$")]  # `finding:doel_gemist:#set:-`: names only
Label = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]{1,200}$")]
Week = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-W[0-5][0-9]$")]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{4,}$")]


class Event(BaseModel):
    """Base of all bodies: frozen, closed, no values in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class RulesetRef(Event):
    """Exactly which rules: the identity that staleness uses and the one that a court reads."""

    id: Code
    valid_from: date
    rules_hash: Hash
    text_hash: Hash


class Actor(Event):
    """A person of the organisation: the id in the people file, and the role on that day."""

    id: Code
    role: Label


class DecisionTaken(Event):
    """A decision by a person. The hash of the assessment is in the payload: it says something about the facts."""

    ruleset: RulesetRef
    engine: Code
    reference_date: date | None = None
    outcome_before: Code
    outcome_after: Code
    findings: tuple[Code, ...] = ()
    exceptions: tuple[Code, ...] = ()
    grounds: tuple[Code, ...] = ()
    choice: Literal["follow", "except", "other"]
    track: Literal["licht", "zwaar"]
    person: Actor
    objection_to: Number | None = None


class LetterWritten(Event):
    """A letter made from a registered decision; `sha256` of the file, `last_day` to object where there is one.

    `language_issues`: what the language check showed to who made it, as code → how often.
    """

    number: Number
    format: Code
    language: Code
    sha256: Hash
    last_day: date | None = None
    language_issues: dict[Code, int] | None = None  # None: made before the language check
    person: Actor | None = None


class NoticeWritten(Event):
    """A letter on the way to a decision; `until`: the day to answer by, or by which is decided now."""

    ruleset: RulesetRef
    about: Literal["aanvullen", "horen", "verlengen", "doorsturen"]
    until: date | None = None
    format: Code
    language: Code
    sha256: Hash
    person: Actor


class LetterSent(Event):
    """A letter that went out: the hash of exactly that file, the day from which terms run, and how.

    `written`: whether the program wrote this file; an edited one has another hash. `language`: None in older entries.
    """

    number: Number
    sha256: Hash
    on: date
    channel: Literal["papier", "digitaal"]
    last_day: date | None = None
    language: Code | None = None
    written: bool
    person: Actor


class ReasonersDiffered(Event):
    """The two reasoners drew other conclusions from the same pattern, or from more than one.

    `failed`: the errors by which durable-rules drew none at all.
    """

    ruleset: RulesetRef
    engine: Code
    patterns: int | None = None
    only_durable: tuple[Conclusion, ...] = ()
    only_naive: tuple[Conclusion, ...] = ()
    failed: tuple[Code, ...] = ()


class RulesetAdopted(Event):
    """A second person adopted a ruleset."""

    ruleset: RulesetRef
    drafted_by: Label
    adopted_by: Code
    decision: Label
    published: Label
    on: date
    record: Hash | None = None  # SHA-256 of the record in the organisation's folder


class RulesetWithdrawn(Event):
    """A second person made an adopted ruleset a draft again, from `start` on."""

    ruleset: RulesetRef
    asked_by: Label
    withdrawn_by: Code
    decision: Label
    published: Label
    on: date
    start: date
    record: Hash


class CheckStopped(Event):
    """A check showed points and nothing followed: who was sent away must not vanish from the figures."""

    ruleset: Code
    rules_hash: Hash
    codes: tuple[Code, ...]
    week: Week


EVENTS: dict[str, type[Event]] = {
    "decision_taken": DecisionTaken,
    "letter_written": LetterWritten,
    "letter_sent": LetterSent,
    "notice_written": NoticeWritten,
    "reasoners_differed": ReasonersDiffered,
    "ruleset_adopted": RulesetAdopted,
    "ruleset_withdrawn": RulesetWithdrawn,
    "check_stopped": CheckStopped,
}


def event_body(kind: str, body: Json) -> Json:
    """The body as it is stored. Raises RegisterRefused, naming the places that do not fit but never a value."""
    if kind not in EVENTS:
        raise RegisterRefused(say("register.unknown_kind", kind=kind))
    try:
        return EVENTS[kind].model_validate(body).model_dump(mode="json", exclude_none=True)
    except ValidationError as error:
        places = {".".join(map(str, each["loc"])) for each in error.errors(include_input=False)}
    raise RegisterRefused(say("register.body_wrong", kind=kind, places=", ".join(sorted(places))))


def monday_of(week: str) -> datetime:
    """The first day of an ISO week (`2026-W08`): the only time that a check that stopped leaves behind."""
    try:
        first = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    except ValueError:
        raise RegisterRefused(say("register.no_such_week")) from None
    return datetime(first.year, first.month, first.day, tzinfo=UTC)


def iso_week(day: date) -> str:
    """The ISO week of a day: `2026-W08`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
