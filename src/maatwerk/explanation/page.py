"""An explanation as one HTML page: every step can be opened, with no program in the page and no other file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.explanation import phrases
from maatwerk.pages import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.explanation.model import Explanation, WhatIf


def as_html(explanations: Sequence[Explanation], lang: str) -> str:
    """The page of a case: its explanation, or those of all its parts below each other; made in this same language."""
    values = {"side_by_side": _side_by_side, "facts": _facts, "changes": _changes, "iso": date.fromisoformat}
    return page("explanation", lang=lang, parts=explanations, phrases=phrases, **values)


def _side_by_side(found: WhatIf) -> list[list[str]]:
    """The rows of a table: what, as it is now, and what if."""
    outcome = [
        say("explain.outcome").capitalize(),
        phrases.with_amount(found.before),
        phrases.with_amount(found.after),
    ]
    return [outcome, *([each.name, each.before, each.after] for each in (*found.verdicts, *found.amounts))]


def _facts(found: Explanation) -> list[list[str]]:
    return [[each.name, each.value, each.said or each.ask or "–"] for each in found.facts]


def _changes(found: Explanation) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each heading with its changes: the facts, and the outcome then. First what is not worse for the resident."""
    told: dict[str, list[tuple[str, str]]] = {"would_change": [], "would_change_worse": []}
    for each in found.would_change:
        key = "would_change_worse" if each.better == "nee" else "would_change"
        then = say("explain.change_then", outcome=phrases.with_amount(each.outcome))
        told[key].append((phrases.changed(each.changes), then))
    return [(say(f"explain.{key}").capitalize(), changes) for key, changes in told.items() if changes]
