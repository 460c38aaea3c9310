"""The page of a ruleset: everything that a jurist wrote in it, in words, in one HTML file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.bench.show import about, given, room, rules, steps, tried
from maatwerk.bench.show.reader import Reader
from maatwerk.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.organisation.adoption import Adoption
    from maatwerk.pages.model import Pairs, Section
    from maatwerk.ruleset.model import Ruleset

SECTIONS: tuple[Callable[[Reader], Section | None], ...] = (
    about.quotes,
    rules.purposes,
    rules.outcomes,
    rules.criteria,
    rules.calculations,
    room.grounds,
    room.exceptions,
    rules.consequences,
    rules.signals,
    room.alternatives,
    room.promises,
    room.letters,
    given.facts,
    given.norms,
    tried.examples,
    steps.steps,
    tried.doubts,
    about.settings,
    about.identity,
)
"""What stands on the page, in order; a section with nothing to say gives None. A new one is a function here."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page, not yet how it looks."""

    title: str
    title_lang: str  # where it is not that of the page
    version: str
    status: str
    head: Pairs
    sections: tuple[Section, ...]


def page_of(ruleset: Ruleset, adoption: Adoption | None, lang: str) -> Page:
    """The page of a ruleset. The same ruleset gives the same page."""
    reader = Reader(ruleset, lang)
    return Page(
        title=ruleset.header.title_in(lang),
        title_lang="" if ruleset.header.title_en else reader.other,
        version=reader.say("version", id=ruleset.id, day=day(ruleset.header.valid_from, lang)),
        status=about.status(reader, adoption),
        head=about.head(reader),
        sections=tuple(made for section in SECTIONS if (made := section(reader)) is not None),
    )


def html(ruleset: Ruleset, adoption: Adoption | None, lang: str) -> str:
    """The page as HTML."""
    made = page_of(ruleset, adoption, lang)
    return page("ruleset", lang=lang, **{field.name: getattr(made, field.name) for field in fields(made)})
