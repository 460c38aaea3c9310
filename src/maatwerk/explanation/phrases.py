"""What the screen and the page say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.explanation.model import Explanation, FactChange, FactUsed, OutcomeTold, Reason, WhatIf


def what_it_is(told: Iterable[Explanation]) -> str:
    """That this decides nothing, and records nothing unless the two reasoners differed."""
    return say("explain.what_it_is" if all(each.agreed for each in told) else "explain.what_it_is_differed")


def with_amount(outcome: OutcomeTold) -> str:
    """The name of an outcome with its amount."""
    return ", ".join(part for part in (outcome.name, outcome.amount) if part)


def changed(changes: Iterable[FactChange]) -> str:
    """Facts that are other ones, in words."""
    return say("explain.change_and").join(map(_changed, changes))


def _changed(change: FactChange) -> str:
    key = "explain.change_by" if change.difference else "explain.change_one"
    key = "explain.change_same" if change.before == change.after else key
    values = {"name": change.name, "before": change.before, "after": change.after}
    return say(key, **values, difference=change.difference)


def heading(reason: Reason) -> str:
    """A reason in a few words, with its article."""
    name = say(f"explain.{'reason' if reason.source else 'holds'}_{reason.verdict}", name=reason.name)
    return f"{name} ({reason.source})" if reason.source else name


def with_those_behind(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """The reasons, each followed by the criteria that it is computed from."""
    for each in reasons:
        yield from (each, *each.behind)


def used(fact: FactUsed) -> str:
    """The value of a fact with who said it, or with what to ask."""
    said = f"{fact.value} ({fact.said})" if fact.said else fact.value
    return f"{said}. {fact.ask}" if fact.ask else said


def outcome_then(found: WhatIf) -> str:
    """The outcome with the other facts, and the one of now where that is another."""
    before, after = with_amount(found.before), with_amount(found.after)
    if before == after:
        return say("explain.what_outcome_same", outcome=after)
    return say("explain.what_outcome", outcome=after, before=before)


def differences(found: WhatIf) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What goes and what comes, besides verdicts and amounts: a heading with texts."""
    for key in ("findings", "ways", "questions"):
        for way in ("gone", "new"):
            told: tuple[str, ...] = getattr(found, f"{key}_{way}")
            if told:
                yield say(f"explain.what_{key}_{way}"), told
