"""An explanation as data: frozen, in words and figures, in the language of the call. As JSON it has these same keys.

It is told beside an assessment and changes nothing of it. Verdicts are "ja", "nee" or "onbekend".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NotGivenBecause = Literal["niet_voldaan", "gaat_voor", "maakt_niet_uit", "kan_nog"]
StepKind = Literal["voorwaarde", "berekening", "gegeven", "oordeel", "norm", "rij", "stap"]


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """An outcome: its id, its name in words, its text, and its amount in words (empty where there is none)."""

    id: str
    name: str
    text: str
    amount: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion or yes/no calculation that gives an outcome, or keeps it away, with why it has its verdict.

    `records`: those of `list` (from 1) of which the same is so. `behind`: the criteria that it is computed from.
    """

    id: str
    name: str
    list: str | None
    records: tuple[int, ...]
    verdict: str
    words: str
    margin: str
    source: str
    purposes: tuple[str, ...]
    behind: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class NotGiven:
    """An outcome that is not given, with why not. `kan_nog`: it may still be, once `questions` are answered."""

    outcome: str
    name: str
    because: NotGivenBecause
    text: str
    reasons: tuple[Reason, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is another one: before and after in words, and `value` as `--what` takes it."""

    fact: str
    name: str
    before: str
    after: str
    value: str
    difference: str


@dataclass(frozen=True, slots=True)
class WouldChange:
    """The fewest facts that together give another outcome, each as near to what it is now as it can be.

    `better`: whether that is better for the resident.
    """

    changes: tuple[FactChange, ...]
    outcome: OutcomeTold
    better: str


@dataclass(frozen=True, slots=True)
class Deciding:
    """Criteria that decide together: with the other verdict the outcome would be better. `loss`: what is missed now."""

    criteria: tuple[str, ...]
    name: str
    outcome: OutcomeTold
    loss: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A verdict or an amount that differs; `words` say why it is so after the change."""

    name: str
    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same case with other facts, beside the case as it is. `same`: nothing that is told differs."""

    changes: tuple[FactChange, ...]
    before: OutcomeTold
    after: OutcomeTold
    verdicts: tuple[Turned, ...]
    amounts: tuple[Turned, ...]
    findings_gone: tuple[str, ...]
    findings_new: tuple[str, ...]
    ways_gone: tuple[str, ...]
    ways_new: tuple[str, ...]
    questions_gone: tuple[str, ...]
    questions_new: tuple[str, ...]
    caution: str
    same: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a calculation, with the steps that it rests on.

    `how`: what is computed or asked, with the figures; `rule`: the same as it stands in the ruleset. `source`: the
    article, the row of a norm, or who gave the fact. `again`: it was worked out before, in this same tree. `id` is the
    name in the ruleset; empty for what has none.
    """

    kind: StepKind
    id: str
    words: str
    value: str
    how: str
    rule: str
    source: str
    again: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FactUsed:
    """A fact behind the outcome, with who said so. `ask`: of a fact that nobody gave, its question, if it matters."""

    fact: str
    name: str
    value: str
    said: str
    ask: str


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question that can still change something, and what an answer settles."""

    fact: str
    question: str
    settles: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that is told about why. `left`: what was not searched for `would_change`; empty: all of it was."""

    ruleset: str
    title: str
    valid_from: str
    status: str
    case: str
    reference_date: str | None
    outcome: OutcomeTold
    why: tuple[Reason, ...]
    why_not: tuple[NotGiven, ...]
    deciding: tuple[Deciding, ...]
    would_change: tuple[WouldChange, ...]
    left: tuple[str, ...]
    facts: tuple[FactUsed, ...]
    questions: tuple[ToAsk, ...]
    what_if: WhatIf | None
    steps: tuple[Step, ...]
    agreed: bool


PARTS = (
    Explanation, OutcomeTold, Reason, NotGiven, Deciding, WouldChange, FactChange, FactUsed, ToAsk, WhatIf, Turned,
    Step,
)  # fmt: skip
