"""What a person at the counter may choose, with one key each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.layout import side_by_side
from maatwerk.cli.screens.model import Paragraph, Section
from maatwerk.cli.width import WIDTH
from maatwerk.criteria.wording import readable, sentence_case
from maatwerk.story import anybody_may

if TYPE_CHECKING:
    from maatwerk.assessment.alone import May
    from maatwerk.assessment.model import Assessment
    from maatwerk.cli.screens.model import Screen


@dataclass(frozen=True, slots=True)
class Choice:
    """One key: `choice` is what `decide` gets (follow, or the id of a proposal)."""

    key: str
    kind: Literal["do", "follow", "see", "jurist", "stop"]
    choice: str = ""
    needs_reasons: bool = False

    @property
    def decides(self) -> bool:
        """Whether this key makes a decision."""
        return self.kind in {"do", "follow"}


SEE, STOP = Choice("z", "see"), Choice("s", "stop")


def choices(assessment: Assessment, *, able: bool, may: May = anybody_may) -> tuple[Choice, ...]:
    """The keys for this assessment (`able`: the rules were adopted). What one sees oneself can always be told.

    `may`: whether the person may decide on what asks for a role; what she may not do has no key.

    An exception is one key. Leaving a point aside asks for reasons: refusing never costs less than helping.
    """
    from maatwerk.decision.deciding import doubtful

    if not able or assessment.track != "licht" or assessment.outcome.id == "onbekend":
        return (SEE, STOP)
    ways = assessed.own_ways(assessment, may)
    do = tuple(Choice(str(number), "do", way.id) for number, way in enumerate(ways, start=1))
    follow = Choice("n" if ways else "1", "follow", "follow", needs_reasons=doubtful(assessment))
    return (*do, follow, SEE, Choice("j", "jurist"), STOP)


def keys(made: tuple[Choice, ...], width: int = WIDTH) -> str:
    """The line that names the keys; more lines where the terminal is narrow."""
    ways = [choice.key for choice in made if choice.kind == "do"]
    told = []
    if ways:
        told.append(say("screen.key_do", keys=ways[0] if len(ways) == 1 else f"{ways[0]}-{ways[-1]}"))
    told += [say(f"screen.key_{_name(choice, ways)}", keys=choice.key) for choice in made if choice.kind != "do"]
    return "\n".join(side_by_side(told, "   ", width))


def _name(choice: Choice, ways: list[str]) -> str:
    if choice.kind == "follow":
        return "do_not" if ways else "follow"
    return choice.kind


def for_the_jurist(assessment: Assessment) -> Screen:
    """The question for the jurist, written out and without personal data."""
    if assessment.no_room is not None:
        question = assessment.no_room.jurist_question
    else:
        codes = ", ".join(dict.fromkeys(readable(finding.code) for finding in assessment.findings)) or say(
            "screen.no_codes"
        )
        outcome = sentence_case(assessment.outcome.id)
        question = say("screen.jurist_question", ruleset=assessment.ruleset.id, outcome=outcome, codes=codes)
    return (Section(say("screen.for_the_jurist"), body=(Paragraph(question),)),)
