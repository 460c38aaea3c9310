"""The assessment: everything the machine hands over to a person, frozen and hashed. It never is a decision.

The models below are the JSON that `maatwerk check --format json` prints (docs/schema/assessment.json). Keys are
stable. Amounts are strings with two decimals ("449.00"), dates ISO, verdicts "ja", "nee" or "onbekend".
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """Base of every part: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


Verdict = Literal["ja", "nee", "onbekend"]


class RulesetUsed(Part):
    """Which rules: id, version, both identities, and whether they were adopted."""

    id: str
    valid_from: str
    rules_hash: str
    text_hash: str
    status: Literal["concept", "vastgesteld"]


class Shown(Part):
    """One amount or calculation shown with an outcome: `value` where known, else `from` and `to` (null = no end)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: str
    value: str | None
    low: str | None = Field(default=None, alias="from")
    high: str | None = Field(default=None, alias="to")
    words: str = ""


class OutcomeResult(Part):
    """The strict outcome. `id` is "onbekend" where more than one is possible."""

    id: str
    kind: str
    amount: str | None
    amount_from: str | None
    amount_to: str | None
    shown: tuple[Shown, ...]
    text: str
    say: str


class CriterionResult(Part):
    """One criterion, or one in a record of a list: verdict, how far from turning, source, and why in words."""

    id: str
    list: str | None
    record: int | None
    verdict: Verdict
    margin: str | None
    source: str
    words: str


class RecordMember(Part):
    """A criterion in one record of a list, numbered from 1."""

    criterion: str
    list: str
    record: int

    @property
    def member(self) -> str:
        """The short name: `telt_mee#2`."""
        return f"{self.criterion}#{self.record}"


class Question(Part):
    """A question that still matters. `settles` = what an answer can decide, in words."""

    fact: str
    question: str
    who: tuple[str, ...]
    settles: str


class Finding(Part):
    """One thing to notice. `weight` = zwaar, gewoon or licht; `criteria` are those it is about."""

    code: str
    kind: Literal["onbedoeld", "onredelijk", "procedure"]
    weight: Literal["zwaar", "gewoon", "licht"]
    criteria: tuple[str | RecordMember, ...]
    text: str
    do_now: str
    norm: str


class GroundUsed(Part):
    """A ground with its article and rung of the ladder (A-I)."""

    id: str
    article: str
    rung: str


class Proposal(Part):
    """One lawful way out, computed again. `id` names it for `decide --choice`."""

    id: str
    exceptions: tuple[str, ...]
    grounds: tuple[GroundUsed, ...]
    sets_aside: tuple[str | RecordMember, ...]
    outcome_after: str
    amount_after: str | None
    shown_after: tuple[Shown, ...]
    resolves: tuple[str, ...]
    remains: tuple[str, ...]
    authority: str
    four_eyes: bool
    conditions: tuple[str, ...]
    until: str | None
    questions: tuple[str, ...]
    third_parties: str | None
    say: str
    ask_jurist: bool
    track: Literal["licht", "zwaar"] = "zwaar"
    text_after: str = ""


class NoRoom(Part):
    """No lawful way out was found, in one of four kinds, with the question for the jurist written out."""

    kind: Literal["niet_aan_ons", "wet_verbiedt", "feiten_ontbreken", "gewogen_nee"]
    text: str
    jurist_question: str
    signal_upward: bool


class AlternativeOffered(Part):
    """What can be done, on conditions that hold for this person."""

    id: str
    kind: str
    text: str
    source: str


class PromiseMade(Part):
    """A service promise with its last day (ISO date)."""

    id: str
    what: str
    who: str
    last_day: str | None

    def open_on(self, day: date) -> bool:
        """Whether it can still be kept: its last day has not passed, or is not known yet."""
        return self.last_day is None or date.fromisoformat(self.last_day) >= day


class OpenNormShown(Part):
    """Words of the law that the program does not judge. `bears`: a criterion that decides here has the same source."""

    id: str
    text: str
    why: str
    source: str
    bears: bool


class ReasonerUsed(Part):
    """Which reasoner ran, and whether both gave the same conclusions."""

    engine: Literal["durable", "naive"]
    agreed: bool


class Point(Part):
    """Findings that belong together on a screen (format: one open set, the consequences, procedure, each note)."""

    letter: str
    codes: tuple[str, ...]
    weight: Literal["zwaar", "gewoon", "licht"]
    texts: tuple[str, ...]


class Assessment(Part):
    """Everything the machine hands over. `assessment_hash` is over all other parts (canonical JSON, SHA-256).

    `checked_on` is the day for which was checked; None in older records.
    """

    ruleset: RulesetUsed
    checked_on: date | None = None
    reference_date: str | None
    outcome: OutcomeResult
    criteria: tuple[CriterionResult, ...]
    questions: tuple[Question, ...]
    decisive: tuple[tuple[str | RecordMember, ...], ...]
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]
    no_room: NoRoom | None
    alternatives: tuple[AlternativeOffered, ...]
    promises: tuple[PromiseMade, ...]
    equal_cases: tuple[str, ...]
    reasoner: ReasonerUsed
    points: tuple[Point, ...]
    not_judged: tuple[str, ...]
    settings: dict[str, str]
    to_check: tuple[str, ...]
    track: Literal["licht", "zwaar"]
    remedy: Literal["bezwaar", "beroep", "beroep_college", "klacht", "geen"]
    say_first: str
    facts_hash: str
    assessment_hash: str
    open_norms: tuple[OpenNormShown, ...] = ()
