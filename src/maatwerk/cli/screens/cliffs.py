"""Limits at which one step loses much, as a jurist reads them aloud: "€ 0,01 meer bij 'inkomen' kost € 224,50"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import rounded
from maatwerk.basics.text import say
from maatwerk.bench.searched import loss, remarks
from maatwerk.cli.screens.model import Item, Paragraph, Section
from maatwerk.criteria.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    calendar: bool
    same_as: str


class CliffsShown(TypedDict):
    """What was found of the limits of a ruleset."""

    found: list[CliffShown]
    even: list[str]
    open: list[str]
    days: list[str]
    reference_date: str
    stepped: list[str]


def as_data(cliffs: Cliffs) -> CliffsShown:
    """All of them, for machines. A loss is in euros a year, with two decimals."""
    return {
        "found": [_data(each) for each in cliffs.found],
        "even": list(cliffs.even),
        "open": list(cliffs.open),
        "days": [each.isoformat() for each in cliffs.days],
        "reference_date": cliffs.reference_date,
        "stepped": [each.isoformat() for each in cliffs.stepped],
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
        "calendar": cliff.calendar,
        "same_as": cliff.same_as,
    }


def section(cliffs: Cliffs) -> Section:
    """The highest cliffs as sentences, then what has none and what was not searched."""
    limits = [each for each in cliffs.found if not each.calendar and not each.same_as]
    shown = tuple(
        Item(str(number), sentence(each), "", (*details(each), *_also(each, cliffs)))
        for number, each in enumerate(limits[:MOST], 1)
    )
    rest = [say("cliff.others", number=len(limits) - MOST)] if limits[MOST:] else []
    lead = say("cliff.lead") if cliffs.found else ""
    return Section(say("cliff.title"), lead, (*shown, *(Paragraph(each) for each in (*rest, *remarks(cliffs)))))


def _also(cliff: Cliff, cliffs: Cliffs) -> Iterator[str]:
    """The reference date that has the same cliff."""
    for each in cliffs.found:
        if each.same_as == cliff.fact and each.criteria == cliff.criteria and each.more is not cliff.more:
            yield say(f"cliff.same_{'later' if each.more else 'earlier'}", fact=readable(each.fact))


def sentence(cliff: Cliff) -> str:
    """The step and what it costs."""
    way = ("later" if cliff.more else "earlier") if cliff.in_days else ("more" if cliff.more else "less")
    return say(f"cliff.{way}", step=cliff.step, fact=readable(cliff.fact), loss=loss(cliff))


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
