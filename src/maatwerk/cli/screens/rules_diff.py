"""The screen of `rules diff`: what changed in the text, for whom the outcome changes, what that does to cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.cli.screens.diff_cases import cases
from maatwerk.cli.screens.diff_changes import changes
from maatwerk.cli.screens.diff_outcomes import outcomes
from maatwerk.cli.screens.model import Title, loose

if TYPE_CHECKING:
    from maatwerk.bench.diff.compare import Comparison
    from maatwerk.cli.screens.model import Screen

SHOWN = 12  # characters of a hash


def diff(found: Comparison, *, everything: bool, ids: bool) -> Screen:
    """Everything from top to bottom, the sentence that it decides nothing last."""
    old, new = found.pair.old.own, found.pair.new.own
    days = {side: day(each.header.valid_from) for side, each in (("old", old), ("new", new))}
    head = Title(new.header.title_in(language()), say("diff.screen.versions", **days))
    shown = [head, loose(*_equal(found)), *changes(found.text, everything=everything)]
    if found.outcomes is not None:
        shown.append(outcomes(found.outcomes, found.pair, everything=everything))
    if found.cases is not None:
        shown += cases(found.cases, found.pair, ids=ids)
    return (*shown, loose(say("diff.screen.no_decision")))


def _equal(found: Comparison) -> tuple[str, ...]:
    """That the rules are equal where they are; else on which days they were compared."""
    if found.text.alike:
        key = "rules_equal" if found.text.rules_equal else "rules_alike"
        told = say(f"diff.screen.{key}", hash=found.pair.new.own.identity.rules_hash[:SHOWN])
        return (told,) if found.text.changes else (told, say("diff.screen.nothing"))
    days = found.pair.days
    first, until = (day(each) if each else "" for each in (days.first, days.until))
    return (say(f"diff.screen.compared_{'within' if until else 'from'}", first=first, until=until),)
