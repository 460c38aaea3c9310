"""The pages of docs/naslag, each with the parts on it that are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scripts.reference import blocks, case_problems, expressions, ruleset_problems, tables
from scripts.reference.fill import filled
from scripts.reference.world import PAGES

MAKERS: dict[str, Callable[[], str]] = {
    "voorkant": blocks.front_matter,
    "elk_blok": blocks.each_block,
    "blokken": blocks.kinds,
    "gegevens": tables.facts,
    "normen": tables.norms,
    "voorbeelden": tables.examples,
    "verwacht": tables.expected,
    "zaak": tables.process_facts,
    "soorten": expressions.types,
    "woorden": expressions.words,
    "functies": expressions.functions,
    "lijstvragen": expressions.list_questions,
    "vaste_woorden": expressions.reserved,
    **{
        part: partial(expressions.arithmetic, part) for part in ("optellen", "keer", "delen", "vergelijken", "afronden")
    },
}
PARTLY_MADE = ("document.md", "tabellen.md", "blokken.md", "soorten.md", "expressies.md")


def page(name: str) -> str:
    """A page with its parts made anew."""
    return filled((PAGES / name).read_text(encoding="utf-8"), MAKERS)


REFERENCE: dict[str, Callable[[], str]] = {
    **{name: partial(page, name) for name in PARTLY_MADE},
    ruleset_problems.PAGE: ruleset_problems.page,
    case_problems.PAGE: case_problems.page,
}
