"""The screens about rulesets: the examples of a jurist, and what was tried of the rules themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.bench.show import room
from maatwerk.bench.show.reader import Reader
from maatwerk.cli.screens.cliffs import section as cliffs_section
from maatwerk.cli.screens.model import Exact, Section, Table, Title, loose
from maatwerk.cli.screens.shown_page import sections
from maatwerk.pages import model as pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.cliffs import Cliffs
    from maatwerk.cli.screens.model import Screen
    from maatwerk.ruleset.model import Ruleset


def to_adopt(ruleset: Ruleset, drafter: str, adopter: str) -> Screen:
    """Who drafted, who adopts, and what the adopter confirms.

    Each criterion with its rank and room, the ways out with who may use them, and whether letters come in English.
    """
    rows = tuple(
        (each.name, say(f"screen.rank_{each.rank}"), say(f"screen.room_{each.room}"), each.source)
        for each in ruleset.criteria.values()
    )
    head = Title(ruleset.header.title_in(language()), say("screen.valid_from", day=day(ruleset.header.valid_from)))
    header = tuple(say(f"screen.adopt_{name}") for name in ("criterion", "rank", "room", "source"))
    who = say("screen.adopt_who", drafter=drafter, adopter=adopter)
    first = (head, loose(who, say("screen.adopt_confirm")), Section(body=(Table(header, rows),)))
    return (*first, *_ways_out(ruleset), loose(_letters(ruleset)))


def _ways_out(ruleset: Ruleset) -> Screen:
    """The grounds that fit and the exceptions, as on the page of the ruleset; grounds that fit nothing are left out."""
    reader = Reader(ruleset, language())
    grounds, own = room.grounds(reader), room.exceptions(reader)
    if grounds:
        grounds = replace(grounds, blocks=tuple(each for each in grounds.blocks if not isinstance(each, pages.Table)))
    return (*sections(grounds, own), *(() if own else (loose(say("screen.adopt_no_exceptions")),)))


def _letters(ruleset: Ruleset) -> str:
    """Told where no text has English: then no letter can be made in it."""
    texts = [each.text for each in ruleset.outcomes.values()] + [each.text for each in ruleset.letter_texts.values()]
    return "" if any(each.en for each in texts) else say("screen.adopt_dutch_only")


def checked(lines: Sequence[str], cliffs: Cliffs | None, *, problems: int, remarks: int) -> Screen:
    """The verdict on the text, below it every problem at its place, and where one step over a limit loses much."""
    key = "unusable" if problems else ("usable_with_remarks" if remarks else "usable")
    head = loose(say(f"screen.rules_{key}", problems=problems, remarks=remarks))
    told = (Section(body=(Exact(tuple(lines)),)),) if lines else ()
    return (head, *told, *((cliffs_section(cliffs),) if cliffs else ()))
