"""A case: what is known of one person's situation, who said so, and what has been done about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from maatwerk.basics.bounds import Bounds, bounds
from maatwerk.expressions.values import Value  # noqa: TC001 - pydantic and readers of annotations need it


class Strict(BaseModel):
    """Frozen, nothing unknown allowed, and no value of a person in an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


def _written_as_iso(value: object) -> object:
    """Refuse what pydantic would take for a date besides `2026-01-31`: numbers, times of day, blanks."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError
    return value


IsoDate = Annotated[date, BeforeValidator(_written_as_iso)]


def _short(text: str) -> str:
    if len(text) > bounds().text_length:
        raise PydanticCustomError("string_too_long", "too long")
    return text


# What the schema says are the bounds unless an organisation sets its own.
ShortText = Annotated[str, AfterValidator(_short), Field(json_schema_extra={"maxLength": Bounds().text_length})]


class FactEntry(Strict):
    """A fact as written in a case file: its value with where it came from. `role` and `reason` are for judgements."""

    value: str | None = None
    by: ShortText = ""
    source: ShortText = ""
    on: IsoDate | None = None
    verified: StrictBool = False
    contested: StrictBool = False
    role: ShortText = ""
    reason: ShortText = ""


Written = str | FactEntry | None
Record = dict[str, Written]
Records = Annotated[tuple[Record, ...], Field(json_schema_extra={"maxItems": Bounds().records})]


class RecordsEntry(Strict):
    """A list as written in a case file: its records. Not complete: there may be more."""

    records: Records
    complete: StrictBool = True


class Resident(Strict):
    """Who the case is about; needed for a letter only.

    `digital_since`: the day on which the resident said that letters may come digitally (Awb 2:8); None: on paper.
    """

    name: ShortText
    salutation: ShortText = ""
    address: tuple[ShortText, ...] = ()
    language: Literal["nl", "en"] = "nl"
    channel: Literal["papier", "digitaal"] = "papier"
    digital_since: IsoDate | None = None

    def digital_on(self, day: date) -> bool:
        """Whether letters may come digitally on that day (Awb 2:8)."""
        return self.digital_since is not None and self.digital_since <= day


class Contact(Strict):
    """Whom the resident can call."""

    name: ShortText
    role: ShortText = ""
    phone: ShortText
    hours: ShortText = ""


class ContactMoment(Strict):
    """One contact with the resident: when, by whom, how, and what was said."""

    on: IsoDate
    by: ShortText
    channel: ShortText = ""
    said: ShortText = ""


class Heard(Strict):
    """The resident was heard (Awb 4:7-4:9; about an objection 7:2), or not, with a reason (Awb 4:11, 4:12; 7:3)."""

    on: IsoDate | None = None
    how: ShortText = ""
    waived: StrictBool = False
    why: ShortText = ""


class Suspension(Strict):
    """The term stood still (Awb 4:15) from one day up to another."""

    start: IsoDate = Field(alias="from")
    end: IsoDate | None = Field(default=None, alias="to")
    why: ShortText = ""


class OtherDecision(Strict):
    """Another decision on this household; only for rulesets that say `stapeling: ja`."""

    number: ShortText
    on: IsoDate
    adverse: StrictBool
    household: StrictBool = True


class Objection(Strict):
    """The resident objects to a decision in the register: its number, and the day the objection came in.

    `last_day`: the last day to object, from the first letter; the term to decide begins after it (Awb 7:10).
    """

    number: ShortText
    on: IsoDate
    last_day: IsoDate | None = None


class KeptPromise(Strict):
    """A service promise that was kept."""

    promise: ShortText
    on: IsoDate


class Process(Strict):
    """What was done in the case so far."""

    contacts: tuple[ContactMoment, ...] = ()
    heard: Heard | None = None
    suspended: tuple[Suspension, ...] = ()
    decisions: tuple[OtherDecision, ...] = ()
    kept: tuple[KeptPromise, ...] = ()
    not_heard_reason: ShortText = ""
    objection: Objection | None = None


class Precedent(Strict):
    """An earlier decision on an exception, for a library caller."""

    number: ShortText
    exception: ShortText
    granted: StrictBool
    supports: tuple[ShortText, ...] = Field(default=(), alias="for")
    opposes: tuple[ShortText, ...] = Field(default=(), alias="against")


class CaseFile(Strict):
    """A case file as JSON (docs/schema/case.json).

    A fact is a bare value or an object with its source; a list is its records, or an object that says whether these
    are all of them.
    """

    case: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    ruleset: Annotated[str, Field(max_length=64, pattern=r"^[a-z0-9][a-z0-9-]*$")]
    received: IsoDate | None = None
    facts: dict[str, Written | Records | RecordsEntry] = Field(default_factory=dict)
    resident: Resident | None = None
    contact: Contact | None = None
    process: Process = Process()
    precedents: tuple[Precedent, ...] = ()
    notes: tuple[ShortText, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenFact:
    """One known fact with its typed value. `by` and `source` say where it came from; a fact nobody gave is not here.

    Of a judgement `by`, `role` and `reason` are always there.
    """

    name: str
    value: Value
    by: str = ""
    source: str = ""
    on: date | None = None
    verified: bool = False
    contested: bool = False
    role: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GivenList:
    """The records of a list as given: per record its known fields. Not complete: there may be more (open)."""

    records: tuple[dict[str, GivenFact], ...]
    complete: bool = True


@dataclass(frozen=True)
class Case:
    """A case that was read against its ruleset: facts have typed values, unknown facts are left out."""

    id: str
    ruleset: str
    facts: dict[str, GivenFact] = field(default_factory=dict)
    lists: dict[str, GivenList] = field(default_factory=dict)
    received: date | None = None
    resident: Resident | None = None
    contact: Contact | None = None
    process: Process = field(default_factory=Process)
    precedents: tuple[Precedent, ...] = ()
    notes: tuple[str, ...] = ()
    file: str = ""
