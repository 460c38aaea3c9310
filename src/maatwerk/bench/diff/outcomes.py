"""For which cases two versions give another outcome or amount, each with a case that shows it.

Every old outcome is laid beside every new one. One search over all that facts can be either finds a case for that
pair, or proves that there is none, or says what it did not try.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.bench.diff.joint import Joint
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Choice, Truth, all_of
from maatwerk.outcome.outcome import deciding_names, euros_a_year
from maatwerk.outcome.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.bench.diff.days import Pair
    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import NumberSpan
    from maatwerk.ruleset.model import Ruleset

SHARE = 4
"""Two versions at once cost more than one, so fewer places are looked at than `rules check` does: one in four."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An old outcome beside a new one. `same`: the same outcome, with another amount."""

    old: str
    new: str
    same: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """A case in which the outcome turns: the situation by the old and by the new version."""

    turn: Turn
    old: Situation
    new: Situation


@dataclass(frozen=True, slots=True)
class OutcomeDiff:
    """What was found. `never` was proved not to occur; of `undecided` `left` was not tried.

    `only_old`, `only_new`: what only that version asks, and the other does not know. `other_kind`: facts of another
    type now, for which nothing could be searched at all.
    """

    witnesses: tuple[Witness, ...] = ()
    never: tuple[Turn, ...] = ()
    undecided: tuple[Turn, ...] = ()
    left: tuple[str, ...] = ()
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    other_kind: tuple[str, ...] = ()

    @property
    def exhaustive(self) -> bool:
        """Whether it is known of every pair that it occurs or not."""
        return not self.undecided and not self.other_kind


def outcome_diff(pair: Pair, renamed: Mapping[str, str]) -> OutcomeDiff:
    """Search every pair of outcomes on the days of the pair. `renamed`: outcomes that only have another name now."""
    old, new = pair.rulesets
    only_old, only_new = _only_in(old, new), _only_in(new, old)
    other_kind = tuple(sorted(_other_kind(old, new)))
    turns = list(_turns(old, new, renamed))
    joint = Joint(old, new, renamed)
    if other_kind:
        return OutcomeDiff((), (), tuple(turns), (), only_old, only_new, other_kind)
    never = [turn for turn in turns if _excluded(turn, joint)]
    turns = [turn for turn in turns if turn not in never]
    about = {name for turn in turns for name in _names(turn, old, new)}
    space, options = Space.of(old, new, about=about), _options(old, new)
    places = bounds().analysis_places // SHARE  # what one pair does not need is for the next
    witnesses: list[Witness] = []
    undecided: list[Turn] = []
    left: set[str] = set()
    for number, turn in enumerate(turns):
        goal, budget = partial(_goal, turn, options), Budget(share := places // (len(turns) - number))
        found = search(space, goal, names=_names(turn, old, new), budget=budget)
        places -= share - max(0, budget.places)
        if found.situations is not None:
            witnesses.append(Witness(turn, *found.situations))
        elif found.proved_none and not options:
            never.append(turn)
        else:
            undecided.append(turn)
            left |= {*found.left, *options}
    return OutcomeDiff(
        tuple(witnesses), tuple(never), tuple(undecided), tuple(sorted(left)), only_old, only_new, other_kind
    )


def _turns(old: Ruleset, new: Ruleset, renamed: Mapping[str, str]) -> Iterator[Turn]:
    for before in old.outcomes:
        for after in new.outcomes:
            yield Turn(before, after, same=renamed.get(before, before) == after)


def _excluded(turn: Turn, joint: Joint) -> bool:
    """Whether the words of both versions alone say that this pair does not occur."""
    pairs = joint.pairs
    return (pairs is not None and (turn.old, turn.new) not in pairs) or (
        turn.same and joint.same_amount(turn.old, turn.new)
    )


def _goal(turn: Turn, options: Mapping[str, frozenset[str]], at: Situations) -> Truth:
    """Whether the old version gives the one outcome and the new version the other."""
    old, new = at
    if any(_strange(situation, name, both) for situation in at for name, both in options.items()):
        return Truth.NO
    found = all_of((standing(old)[turn.old], standing(new)[turn.new]))
    return (
        all_of((found, _differ(*map(_euros, at, (turn.old, turn.new)))))
        if turn.same and found is not Truth.NO
        else found
    )


def _euros(situation: Situation, outcome: str) -> NumberSpan:
    return euros_a_year(situation, situation.ruleset.outcomes[outcome])


def _differ(old: NumberSpan, new: NumberSpan) -> Truth:
    """Whether two amounts, known in part, are not equal."""
    if old.known and new.known:
        return Truth.of(old.low != new.low)
    below = old.high is not None and new.low is not None and old.high < new.low
    above = new.high is not None and old.low is not None and new.high < old.low
    return Truth.YES if below or above else Truth.UNKNOWN


def _names(turn: Turn, old: Ruleset, new: Ruleset) -> tuple[str, ...]:
    """What decides the outcomes; for another amount also what these are computed from."""
    names = [*deciding_names(old), *deciding_names(new)]
    for rules, name in ((old, turn.old), (new, turn.new)) if turn.same else ():
        outcome = rules.outcomes[name]
        names += [*(sorted(names_in(outcome.amount.root)) if outcome.amount else ()), *outcome.also]
    return tuple(dict.fromkeys(names))


def _types(ruleset: Ruleset) -> dict[str, Type | None]:
    """Everything that is asked, with its type; a list has none."""
    fields = {f"{each.name}.{name}": fact.type for each in ruleset.lists.values() for name, fact in each.fields.items()}
    return {**{name: fact.type for name, fact in ruleset.facts.items()}, **dict.fromkeys(ruleset.lists), **fields}


def _only_in(ruleset: Ruleset, other: Ruleset) -> tuple[str, ...]:
    there = _types(other)
    return tuple(name for name in _types(ruleset) if name not in there)


def _other_kind(old: Ruleset, new: Ruleset) -> Iterator[str]:
    """Facts of both versions whose values mean something else now. Options that come or go are no other kind."""
    before, after = _types(old), _types(new)
    for name in before.keys() & after.keys():
        one, other = before[name], after[name]
        if (one is None) != (other is None) or (one and other and _kind(one) != _kind(other)):
            yield name


def _kind(type_: Type) -> tuple[object, ...]:
    return type_.sort, type_.unit, type_.or_empty, type_.below_zero


def _options(old: Ruleset, new: Ruleset) -> dict[str, frozenset[str]]:
    """The facts whose options are not the same in both, with those that are: a case of both has one of these."""
    before, after = _types(old), _types(new)
    pairs = ((name, before[name], after[name]) for name in before.keys() & after.keys())
    return {
        name: frozenset(one.options) & frozenset(other.options)
        for name, one, other in pairs
        if one and other and set(one.options) != set(other.options)
    }


def _strange(situation: Situation, name: str, both: frozenset[str]) -> bool:
    """Whether a fact has an option here that one of the versions does not know."""
    of_list, _, field = name.rpartition(".")
    records = situation.lists[of_list].records if of_list in situation.lists else ()
    values = [record.get(field) for record in records] if of_list else [situation.values.get(name)]
    return any(isinstance(value, Choice) and value.known and not value.options & both for value in values)
