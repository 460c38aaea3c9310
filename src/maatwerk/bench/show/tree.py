"""The tree of an outcome: what must be so for it, what that hangs on, and the exceptions that exist there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.bench.show.reader import flat
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Both, Either, Name, Not
from maatwerk.pages.model import Item
from maatwerk.ruleset.expression_forms import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.show.reader import Reader
    from maatwerk.expressions.tree import Node
    from maatwerk.pages.model import Words
    from maatwerk.ruleset.model import ExceptionRule, Outcome

Kind = Literal["outcome", "group", "criterion", "exception"]


@dataclass(frozen=True, slots=True)
class Branch:
    """One place in the tree, with what stands below it."""

    kind: Kind
    words: Words
    branches: tuple[Branch, ...] = ()


def tree_of(reader: Reader, outcome: Outcome) -> Branch:
    """The outcome with its condition. What a criterion hangs on is told where it is first named."""
    grown = (
        Branch("group", (reader.say("otherwise"),))
        if outcome.when.text == OTHERWISE
        else _Grower(reader).condition(outcome.when.root, wanted=True)
    )
    return Branch("outcome", (reader.link(outcome.name),), (grown,))


def as_item(branch: Branch) -> Item:
    """The same tree as an item of a list."""
    return Item(branch.words, tuple(as_item(each) for each in branch.branches))


class _Grower:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.told: set[str] = set()

    def condition(self, node: Node, *, wanted: bool) -> Branch:
        """What must be so; `wanted` is False below `niet`: not all of these = at least one of these not."""
        match node:
            case Not(part=part):
                return self.condition(part, wanted=not wanted)
            case Both() | Either():
                key = "all" if isinstance(node, Both) == wanted else "any"
                branches = tuple(self.condition(part, wanted=wanted) for part in flat(node))
                return Branch("group", (self.reader.say(key),), branches)
            case Name(name=name):
                return self.leaf(name, self.verdict(name, wanted=wanted))
            case _:
                return Branch("criterion", self.reader.rule(node))

    def verdict(self, name: str, *, wanted: bool) -> str:
        what = "verdict" if name in self.reader.ruleset.criteria else "answer"
        return self.reader.say(f"{what}_{'yes' if wanted else 'no'}")

    def leaf(self, name: str, verdict: str = "") -> Branch:
        words = (self.reader.link(name), verdict) if verdict else self.hanging(name)
        below: list[str | ExceptionRule] = [*self.hangs_on(name), *self.exceptions(name)]
        if not below:
            return Branch("criterion", words)
        if name in self.told:
            return Branch("criterion", (*words, self.reader.say("told_above")))
        self.told.add(name)
        grown = tuple(self.below(each) for each in below)
        return Branch("criterion", words, grown)

    def below(self, each: str | ExceptionRule) -> Branch:
        return self.leaf(each) if isinstance(each, str) else self.exception(each)

    def hanging(self, name: str) -> Words:
        """What something hangs on: a criterion, maybe one of each record."""
        per = self.reader.ruleset.criteria[name].per
        each = (self.reader.say("for_each"), self.reader.link(per), ")") if per else ()
        return (self.reader.say("hangs_on"), self.reader.link(name), *each)

    def hangs_on(self, name: str) -> Iterator[str]:
        """The criteria that decide about a name, by way of calculations."""
        rules, waiting, seen = self.reader.ruleset, [name], {name}
        while waiting:
            definition = self.reader.scope.definition(waiting.pop(0))
            for used in sorted(names_in(definition.root) - seen) if definition else ():
                seen.add(used)
                if used in rules.criteria:
                    yield used
                elif used in rules.calculations:
                    waiting.append(used)

    def exceptions(self, name: str) -> Iterator[ExceptionRule]:
        return (each for each in self.reader.ruleset.exceptions.values() if name in each.criteria)

    def exception(self, rule: ExceptionRule) -> Branch:
        before = self.reader.say("exception_here")
        after = self.reader.told("by_ground", article=(self.reader.dutch(self.reader.name(rule.ground)),))
        return Branch("exception", (before, self.reader.link(rule.name), *after))
