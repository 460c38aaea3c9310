"""The screen of `propose`: points, each lawful way out computed again, and that a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.check import own_ways
from maatwerk.cli.screens.model import Pair, Section, Title, loose
from maatwerk.criteria.wording import readable
from maatwerk.story import anybody_may

if TYPE_CHECKING:
    from maatwerk.assessment.alone import May
    from maatwerk.assessment.model import Assessment, Proposal
    from maatwerk.cli.screens.model import Screen


def screen(
    assessment: Assessment, name: str, *, case: str, file: str, everything: bool = False, may: May = anybody_may
) -> Screen:
    """What one sees before deciding. `case` is the id of the case, `file` its file for the next command.

    `may`: whether the person may decide on what asks for a role.
    """
    day = assessed.iso_day(assessment.reference_date) if assessment.reference_date else say("screen.no_day")
    head = Title(say("screen.propose_title", name=name, case=case, day=day))
    middle = [assessed.by_the_rule(assessment, everything=everything)]
    decidable = assessment.outcome.id != "onbekend"
    if decidable:
        middle += [assessed.points(assessment, everything=everything), *_ways(assessment, may)]
    rest = [
        assessed.no_room(assessment),
        assessed.alternatives(assessment),
        assessed.questions(assessment, everything=everything),
        assessed.open_norms(assessment, everything=everything),
        assessed.promises(assessment) if decidable else None,
        *(assessed.background(assessment) if everything else ()),
        assessed.cautions(assessment),
    ]
    told = ("screen.you_decide", "screen.next_decide") if decidable else ("screen.not_decidable", "screen.next_check")
    closing = loose(*(say(key, file=file) for key in told))
    return (head, *middle, *(section for section in rest if section is not None), closing)


def _ways(assessment: Assessment, may: May) -> list[Section]:
    own = own_ways(assessment, may)
    heavy = [each for each in assessment.proposals if each not in assessed.own_ways(assessment, may)]
    return [
        *filter(None, [own]),
        *(_way(number, each, assessment) for number, each in enumerate(heavy, start=1)),
    ]


def _way(number: int, proposal: Proposal, assessment: Assessment) -> Section:
    letters = _letters(assessment, proposal.resolves)
    weighed = _letters(assessment, proposal.remains)
    told = [
        ("departs", assessed.departs_from(proposal)),
        ("ground", assessed.grounds_of(proposal)),
        ("resolves", letters),
        ("weighs", weighed),
        ("conditions", " ".join(proposal.conditions)),
        ("until", assessed.iso_day(proposal.until) if proposal.until else ""),
        ("who_may", say(f"screen.{'second_yes' if proposal.four_eyes else 'second_no'}", role=proposal.authority)),
        ("others", proposal.third_parties or ""),
        ("questions", ", ".join(readable(name) for name in proposal.questions)),
        ("jurist", say("screen.jurist_first") if proposal.ask_jurist else ""),
        ("similar", ", ".join(assessment.equal_cases)),
        ("choose", "" if proposal.ask_jurist else f"--choice {proposal.id}"),
    ]
    body = tuple(Pair(say(f"screen.way_{name}"), value) for name, value in told if value)
    label = say("screen.way_by_jurist") if proposal.ask_jurist else say("screen.way", number=number)
    return Section(label, assessed.after(proposal), body)


def _letters(assessment: Assessment, codes: tuple[str, ...]) -> str:
    """The letters of the points that hold one of these codes."""
    return ", ".join(point.letter for point in assessment.points if set(point.codes) & set(codes))
