"""The screen of `check`: the sentence to say, the rule, what to notice, what one may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.model import Item, Section, loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.assessment.model import Assessment, Proposal
    from maatwerk.cli.screens.model import Screen

DIFFER = 6


def screen(assessment: Assessment, name: str, *, everything: bool = False, day_assumed: str = "") -> Screen:
    """What a caseworker sees of a check.

    `name` is the title of the ruleset, `day_assumed` the reference date (ISO) where nobody gave it.
    """
    head = assessed.title(assessment, name)
    sections = [assessed.say_first(assessment), assessed.by_the_rule(assessment, everything=everything)]
    if assessment.outcome.id == "onbekend":
        sections += _not_known(assessment, everything=everything)
    else:
        sections += _known(assessment, everything=everything)
    sections += filter(None, [assessed.open_norms(assessment, everything=everything)])
    if everything:
        sections += [*filter(None, [assessed.promises(assessment)]), *assessed.background(assessment)]
    if day_assumed:
        sections.append(loose(say("screen.day_assumed", day=assessed.iso_day(day_assumed))))
    return (head, *sections, *filter(None, [assessed.cautions(assessment)]))


def _not_known(assessment: Assessment, *, everything: bool) -> list[Section]:
    found = [assessed.points(assessment, everything=everything)] if assessment.points else []
    return [*filter(None, [assessed.questions(assessment, everything=everything)]), *found]


def _known(assessment: Assessment, *, everything: bool) -> list[Section]:
    made = [
        assessed.points(assessment, everything=everything),
        own_ways(assessment),
        with_reasons(assessment),
        to_jurist(assessment),
        assessed.no_room(assessment),
        assessed.alternatives(assessment),
        assessed.questions(assessment, everything=everything),
    ]
    return [section for section in made if section is not None]


def own_ways(assessment: Assessment) -> Section | None:
    """What the caseworker may do herself, numbered as the keys that do it."""
    items = tuple(
        Item(str(number), f"{assessed.proposal_name(way)}. {way.text_after}".strip(), "", _lawful(way))
        for number, way in enumerate(assessed.own_ways(assessment), start=1)
    )
    return Section(say("screen.you_may"), "", items) if items else None


def _lawful(way: Proposal) -> tuple[str, ...]:
    second = say("screen.no_second_person", ground=assessed.grounds_of(way))
    return tuple(part for part in (second, *way.conditions) if part)


def with_reasons(assessment: Assessment) -> Section | None:
    """That there is a way out that asks for reasons: seen with `propose`."""
    own = assessed.own_ways(assessment)
    return _ways(
        "screen.exception_possible", [each for each in assessment.proposals if not each.ask_jurist and each not in own]
    )


def to_jurist(assessment: Assessment) -> Section | None:
    """The grounds that fit, but on which only the jurist may say something."""
    return _ways("screen.before_jurist", [each for each in assessment.proposals if each.ask_jurist])


def _ways(heading: str, ways: list[Proposal]) -> Section | None:
    items = tuple(
        Item(str(number), f"{assessed.proposal_name(each)} ({assessed.grounds_of(each)})", assessed.after(each))
        for number, each in enumerate(ways, start=1)
    )
    return Section(say(heading), "", items) if items else None


def exit_code_of_all(assessments: Sequence[Assessment]) -> int:
    """The code of the part that asks most: reasoners that differ, an outcome not known, points, a question."""
    unknown = any(each.outcome.id == "onbekend" for each in assessments)
    codes = [exit_code(each) for each in assessments]
    return next((code for code in (DIFFER, 3 if unknown else 4, 4, 3) if code in codes), 0)


def exit_code(assessment: Assessment) -> int:
    """6 the reasoners differ, 3 the outcome or a finding still depends on a question, 4 points are open, 0 nothing."""
    if not assessment.reasoner.agreed:
        return DIFFER
    if assessment.outcome.id == "onbekend":
        return 3
    if assessment.points:
        return 4
    return 3 if assessment.questions else 0


def exit_code_when_done(assessment: Assessment) -> int:
    """Of a command that did something with an assessment, as deciding on it: 0, or 6 where the reasoners differ."""
    return 0 if assessment.reasoner.agreed else DIFFER
