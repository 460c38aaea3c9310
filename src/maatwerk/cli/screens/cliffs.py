"""Limits at which one step loses much, as a jurist reads them aloud: "€ 0,01 meer bij 'inkomen' kost € 224,50"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import amount, day, rounded
from maatwerk.basics.text import say
from maatwerk.cli.screens.model import Item, Paragraph, Section
from maatwerk.criteria.wording import readable

if TYPE_CHECKING:
    from maatwerk.bench.cliffs import Cliff, Cliffs

MOST = 8
"""So many are shown; JSON has them all."""


class CliffShown(TypedDict):
    """A limit of a fact, and what the smallest step over it costs."""

    fact: str
    better: str
    worse: str
    step: str
    loss: str
    recurs: bool
    outcome_better: str
    outcome_worse: str
    criteria: list[str]
    case: str
    largest: bool


class CliffsShown(TypedDict):
    """What was found of the limits of a ruleset."""

    found: list[CliffShown]
    even: list[str]
    open: list[str]
    days: list[str]


def as_data(cliffs: Cliffs) -> CliffsShown:
    """All of them, for machines. A loss is in euros a year, with two decimals."""
    return {
        "found": [_data(each) for each in cliffs.found],
        "even": list(cliffs.even),
        "open": list(cliffs.open),
        "days": [each.isoformat() for each in cliffs.days],
    }


def _data(cliff: Cliff) -> CliffShown:
    return {
        "fact": cliff.fact,
        "better": cliff.better,
        "worse": cliff.worse,
        "step": cliff.step,
        "loss": str(rounded(cliff.loss, 2)),
        "recurs": cliff.recurs,
        "outcome_better": cliff.outcomes[0],
        "outcome_worse": cliff.outcomes[1],
        "criteria": list(cliff.criteria),
        "case": cliff.case,
        "largest": cliff.largest,
    }


def section(cliffs: Cliffs) -> Section:
    """The highest cliffs as sentences, then what has none and what was not searched."""
    shown = tuple(
        Item(str(number), sentence(each), "", tuple(details(each)))
        for number, each in enumerate(cliffs.found[:MOST], 1)
    )
    rest = [say("cliff.others", number=len(cliffs.found) - MOST)] if cliffs.found[MOST:] else []
    rest += [] if cliffs.found else [say("cliff.none")]
    rest += [say(f"cliff.{key}", names=_names(names)) for key, names in _left(cliffs) if names]
    rest.append(say("cliff.days", days=", ".join(map(day, cliffs.days))))
    lead = say("cliff.lead") if cliffs.found else ""
    return Section(say("cliff.title"), lead, (*shown, *(Paragraph(each) for each in rest)))


def _left(cliffs: Cliffs) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("even", cliffs.even), ("open", cliffs.open)


def sentence(cliff: Cliff) -> str:
    """The step and what it costs."""
    euros = amount(cliff.loss) if cliff.loss else say("cliff.nothing")
    loss = say("cliff.a_year", amount=euros) if cliff.recurs and cliff.loss else euros
    way = ("later" if cliff.more else "earlier") if cliff.in_days else ("more" if cliff.more else "less")
    return say(f"cliff.{way}", step=cliff.step, fact=readable(cliff.fact), loss=loss)


def details(cliff: Cliff) -> list[str]:
    """From which value to which, what turns, in which case."""
    one, other = (readable(each) for each in cliff.outcomes)
    key = "turns" if one != other else "same"
    lines = [say(f"cliff.{key}", better=cliff.better, worse=cliff.worse, one=one, other=other)]
    if cliff.criteria:
        lines.append(say("cliff.rules", names=_names(cliff.criteria)))
    lines.append(say("cliff.case", case=cliff.case) if cliff.case else say("cliff.case_alone"))
    lines.append(say("cliff.largest" if cliff.largest else "cliff.may_be_more"))
    return lines


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(readable(each) for each in names)
