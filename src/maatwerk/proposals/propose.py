"""Step 5: every lawful way out, computed again, in the order in which a person should look at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.values import Truth
from maatwerk.findings.detect import codes_found
from maatwerk.proposals.general import general_ways, sought_sets, withheld
from maatwerk.proposals.grounds import Grounds
from maatwerk.proposals.no_room import forbidding, kind_of_no, sets_for_no_room
from maatwerk.proposals.own import own_ways
from maatwerk.ruleset.grounds import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maatwerk.findings.detect import Look
    from maatwerk.findings.view import View
    from maatwerk.proposals.no_room import NoRoomKind
    from maatwerk.proposals.way import Way
    from maatwerk.ruleset.model import Alternative, Ruleset


@dataclass(frozen=True, slots=True)
class Room:
    """The room that the law leaves: ways out, or the kind of no.

    `withheld`: grounds that fit, but are no proposal where the only finding is that a limit is near.
    """

    ways: tuple[Way, ...]
    no: NoRoomKind | None
    forbidden_by: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    withheld: tuple[str, ...]


def room(view: View, seen: Look, roles: Sequence[str]) -> Room:
    """Look for lawful ways out. `roles` stand in order of authority, lowest first."""
    sets = {**{name: each.criteria for name, each in view.sets.items()}, **sets_for_no_room(view)}
    grounds = Grounds(view.situation.ruleset, sets, sought_sets(view, seen))
    own = own_ways(view, grounds)
    ways = [_weighed(view, seen, way) for way in (*own, *general_ways(view, seen, grounds, own))]
    rules = view.situation.ruleset
    ways.sort(key=lambda way: (*_preference(rules, way, roles), way.exceptions, way.grounds, way.criteria))
    asked = view.outcome is not None and (view.adverse or view.outcome.kind == "doorzenden")
    no = kind_of_no(view, grounds) if asked and all(way.ask_jurist for way in ways) else None
    return Room(
        ways=tuple(ways),
        no=no,
        forbidden_by=forbidding(view, grounds) if no == "wet_verbiedt" else (),
        alternatives=tuple(_possible(view)),
        withheld=withheld(view, seen, grounds) if no else (),
    )


def _preference(rules: Ruleset, way: Way, roles: Sequence[str]) -> tuple[int, ...]:
    """The most specific first (own exceptions first); then resolves most, departs least, lowest role."""
    return not way.exceptions, way.how, -len(way.resolves), len(way.criteria), authority_rank(rules, way, roles)


def _weighed(view: View, seen: Look, way: Way) -> Way:
    """Which findings are gone once this way is taken, and which remain: looked for again in the situation then."""
    left = codes_found(view.after(way.after))
    codes = dict.fromkeys(each.code for each in seen.noticed)
    remains = [code for code in codes if code in left]
    return replace(way, resolves=tuple(code for code in codes if code not in remains), remains=tuple(remains))


def authorities(ruleset: Ruleset, way: Way) -> tuple[str, ...]:
    """Who may at least use this way: an exception keeps its own `bevoegd`, a general ground brings its own.

    Criteria that need different grounds bring the authorities of both.
    """
    if way.exceptions:
        return tuple(dict.fromkeys(ruleset.exceptions[name].authority for name in way.exceptions))
    grounds = [ruleset.grounds[name] for name in way.grounds]
    first = [
        next(each for each in grounds if fits(each, ruleset.criteria[criterion_of(member)])) for member in way.criteria
    ]
    return tuple(dict.fromkeys(each.authority for each in first))


def authority_rank(ruleset: Ruleset, way: Way, roles: Sequence[str]) -> int:
    """The highest of the authorities asked for; a role that nobody ordered counts as the highest of all."""
    return max(rank(role, roles) for role in authorities(ruleset, way))


def rank(role: str, roles: Sequence[str]) -> int:
    """The place of a role in the order of authority."""
    return list(roles).index(role) if role in roles else len(roles)


def _possible(view: View) -> Iterable[Alternative]:
    """What this person can do: alternatives for this outcome whose condition holds."""
    for _, alternative in sorted(view.situation.ruleset.alternatives.items()):
        if view.result.id in alternative.outcomes and view.situation.test(alternative.when) is Truth.YES:
            yield alternative
