"""For whom the outcome changes: each old outcome that can become a new one, with a case in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.bench.diff.showing import amount_of, facts_of, figures_of
from maatwerk.cli.screens.model import Paragraph, Section
from maatwerk.criteria.wording import readable
from maatwerk.exploration.search import BUDGET
from maatwerk.ruleset.model import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.bench.diff.days import Pair
    from maatwerk.bench.diff.outcomes import OutcomeDiff, Turn, Witness
    from maatwerk.criteria.situation import Situation

NAMELESS = "?"
"""In what was not tried: something without a name stays unknown."""


def outcomes(found: OutcomeDiff, pair: Pair, *, everything: bool) -> Section:
    """The witnesses, and what was and was not searched."""
    shown = tuple(Paragraph(_turn(each.turn), (_example(each, pair),)) for each in found.witnesses)
    notes = tuple(map(Paragraph, _notes(found, pair, everything=everything)))
    return Section(say("diff.outcome.title"), body=(*shown, *notes))


def _turn(turn: Turn) -> str:
    key = "same" if turn.same and turn.old == turn.new else "same_renamed" if turn.same else "pair"
    return say(f"diff.outcome.{key}", old=readable(turn.old), new=readable(turn.new))


def _example(each: Witness, pair: Pair) -> str:
    facts = facts_of(each) or say("diff.outcome.any_case")
    if each.new.today != pair.days.first:
        facts = say("diff.outcome.on_day", day=day(each.new.today), facts=facts)
    old, new = figures_of(each)
    return say(
        "diff.outcome.example",
        facts=facts,
        old=_outcome(each.old, each.turn.old, old),
        new=_outcome(each.new, each.turn.new, new),
    )


def _outcome(situation: Situation, name: str, figures: Sequence[str]) -> str:
    about = [each for each in (amount_of(situation, name), *figures) if each]
    if not about:
        return readable(name)
    return say("diff.outcome.with_figures", outcome=readable(name), figures=", ".join(about))


def _notes(found: OutcomeDiff, pair: Pair, *, everything: bool) -> Iterator[str]:
    """What the search means: that there is no other case, or what was not tried."""
    if found.other_kind:
        yield say("diff.outcome.other_kind", names=_names(found.other_kind))
    elif found.undecided:
        yield say("diff.outcome.some_left" if found.witnesses else "diff.outcome.none_found")
        yield say("diff.outcome.undecided", pairs=_pairs(found.undecided))
        yield from _left(found.left, pair)
    elif not found.witnesses:
        yield say("diff.outcome.none")
    elif found.never:
        yield say("diff.outcome.all_found")
    if found.never and everything:
        yield say("diff.outcome.never", pairs=_pairs(found.never))
    for side in ("old", "new"):
        names = getattr(found, f"only_{side}")
        if names:
            yield say(f"diff.outcome.only_{side}", names=_names(names))


def _left(left: Iterable[str], pair: Pair) -> Iterator[str]:
    """Why a pair was not decided: facts that were not tried in full, names that stay unknown, too many places."""
    asked_for = {each.name for rules in pair.rulesets for each in asked(rules)}
    facts = [each for each in left if each.rpartition(".")[2] in asked_for]
    others = [each for each in left if each not in (*facts, BUDGET, NAMELESS)]
    if facts:
        yield say("diff.outcome.left_facts", names=_names(facts))
    if others:
        yield say("diff.outcome.left_names", names=_names(others))
    if BUDGET in left:
        yield say("diff.outcome.left_budget")
    if NAMELESS in left:
        yield say("diff.outcome.left_unknown")


def _pairs(turns: Iterable[Turn]) -> str:
    return "; ".join(map(_turn, turns))


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)
