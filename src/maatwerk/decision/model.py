"""A decision: what a named person decided on an assessment, with reasons. The machine never makes one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from maatwerk.assessment.model import Assessment
from maatwerk.basics.clock import dutch_day
from maatwerk.case.model import Contact, ContactMoment, Heard, Resident


class Record(BaseModel):
    """Base: frozen, closed, no values in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class Answer(Record):
    """One answer of the person who decides: to a question of a proposal, a point, or a condition of third parties."""

    about: str
    question: str
    answer: str


class FactUsed(Record):
    """A fact as it was on the day: the value as in a case file, in words, and where it came from.

    A field of a record is named `giften[2].bedrag`. `role` and `reason` are those of a judgement.
    """

    name: str
    question: str
    value: str
    words: str
    by: str
    source: str
    on: date | None
    verified: bool
    contested: bool
    privacy: str
    role: str = ""
    reason: str = ""


class ListUsed(Record):
    """A list as it was on the day: how many records, and whether these were all of them."""

    name: str
    records: int
    complete: bool


class ObjectionDecided(Record):
    """The decision that was objected to, on which day, and whether this one changes it (outcome or amount).

    `heard`: when the resident was heard about it, or why not (Awb 7:2, 7:3); None in older records.
    """

    number: str
    on: date
    changed: bool
    heard: Heard | None = None


class Decider(Record):
    """Who decided: id, name and role from the people file."""

    id: str
    name: str
    role: str


class Decision(Record):
    """Everything that goes into the register. `choice` is follow, other, or the id of a proposal.

    `outcome` and `amount` (euros as "449.00") are what was decided; the strict outcome is in the assessment.
    """

    case: str
    choice: str
    sort: Literal["follow", "except", "other"]
    outcome: str
    amount: str | None
    track: Literal["licht", "zwaar"]
    reasons: str
    answers: tuple[Answer, ...]
    contact_moment: ContactMoment | None
    no_contact_reason: str
    decider: Decider
    facts: tuple[FactUsed, ...]
    lists: tuple[ListUsed, ...] = ()
    resident: Resident | None
    contact: Contact | None
    received: date | None
    notes: tuple[str, ...]
    assessment: Assessment
    at: datetime
    engine_version: str
    objection: ObjectionDecided | None = None

    @property
    def day(self) -> date:
        """The day for which was decided: no letter of it is older. In older records the day of the moment itself."""
        return self.assessment.checked_on or dutch_day(self.at)
