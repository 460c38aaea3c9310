"""What no example touches: an outcome, exception, signal or finding that never comes; a rule that always says the same.

Limits are looked at in `limits`. Unknown facts touch nothing: a rule that is only ever unknown was not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maatwerk.bench.examples import example_view, rules_of
from maatwerk.bench.testing.mutants import CONDITIONS
from maatwerk.bench.testing.possible import worth_an_example
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.tree import Aggregate, Choose, children
from maatwerk.expressions.values import Choice, Truth
from maatwerk.findings.detect import look
from maatwerk.proposals.propose import room
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import all_facts
from maatwerk.ruleset.visible import records_of
from maatwerk.story import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.basics.problems import Place
    from maatwerk.bench.testing.written import Written
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Fact, Ruleset


@dataclass(frozen=True, slots=True)
class Untouched:
    """Something that no example shows: `what` kind of thing, its name, its line, and which side is missing.

    `side` is the value that no example has (yes, no, or an option); empty where the thing itself never comes.
    """

    what: str
    kind: str
    name: str
    key: str
    place: Place
    side: str = ""
    text: str = ""


def untouched(ruleset: Ruleset, written: Written) -> tuple[Untouched, ...]:
    """All that the examples leave out, in the order of the text."""
    views = [example_view(rules_of(ruleset, each), each) for each in ruleset.examples]
    seen = _Seen(ruleset, written, views)
    found = [*seen.never(), *seen.one_sided(), *seen.branches(), *seen.judgements()]
    return tuple(sorted(found, key=lambda each: (each.place.line, each.place.column, each.side)))


class _Seen:
    def __init__(self, ruleset: Ruleset, written: Written, views: Sequence[View]) -> None:
        self.ruleset, self.written, self.views = ruleset, written, views
        looks = [look(view) for view in views]
        self.codes = {each.code for found in looks for each in found.noticed}
        self.used = {
            name
            for view, found in zip(views, looks, strict=True)
            for way in room(view, found, ROLES).ways
            for name in way.exceptions
        }

    def own(self, items: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        return ((name, item) for name, item in items.items() if self.ruleset.origin.get(name) == self.ruleset.id)

    def never(self) -> Iterator[Untouched]:
        """Outcomes, exceptions, signals and findings that come in no example."""
        outcomes = {view.result.id for view in self.views}
        for name, item in self.own(self.ruleset.outcomes):
            if name not in outcomes:
                yield Untouched("outcome", "uitkomst", name, "als", item.place)
        for name, item in self.own(self.ruleset.exceptions):
            if name not in self.used:
                yield Untouched("exception", "uitzondering", name, "mag_als", item.place)
        for name, item in self.own(self.ruleset.signals):
            if (item.finding or name) not in self.codes:
                yield Untouched("signal", "signaal", name, "als", item.place)
        for code in sorted(worth_an_example(self.ruleset) - self.codes - self.ruleset.signals.keys()):
            yield Untouched("finding", "", code, "", self.ruleset.header.place)

    def one_sided(self) -> Iterator[Untouched]:
        """Conditions that are only ever met, or never."""
        for kind, name, key, item, expression in self._conditions():
            found = self._answers(expression.root, records_of(item, self.ruleset.criteria))
            for side in (Truth.YES, Truth.NO):
                if side not in found:
                    place = self.written.place(name, key, item.place)
                    yield Untouched("condition", kind, name, key, place, side.value, expression.text)

    def _conditions(self) -> Iterator[tuple[str, str, str, Any, Expression]]:
        """The yes/no rules of the document but the `als` of an outcome, which comes or does not."""
        for word in (each for each in CONDITIONS if each not in {"uitkomst", "signaal", "alternatief"}):
            kind = KINDS[word]
            for name, item in self.own(kind.items(self.ruleset)):
                if word == "berekening" and item.type.sort != "ja_nee":
                    continue
                for key in (each for each in kind.keys if each.name in CONDITIONS[word]):
                    expression = getattr(item, key.field)
                    if expression is not None:
                        yield word, name, key.name, item, expression

    def branches(self) -> Iterator[Untouched]:
        """The side of an `als … dan … anders` that no example takes."""
        for name, item in self.own(self.ruleset.calculations):
            for node, of_list in _choices(item.expression.root, item.per):
                found = self._answers(node.condition, of_list)
                for side, branch in ((Truth.YES, node.then), (Truth.NO, node.otherwise)):
                    if side not in found:
                        place = self.written.place(name, "is", item.place, branch.at)
                        text = print_expression(branch)
                        yield Untouched("branch", "berekening", name, "is", place, side.value, text)

    def judgements(self) -> Iterator[Untouched]:
        """The answers to an `oordeel` that no example gives."""
        for fact in (each for each in all_facts(self.ruleset) if each.judgement):
            given = {scope.value(fact.name) for scope in self._scopes(fact.list)}
            for side in _answers_to(fact):
                if side not in given:
                    text = side.value if isinstance(side, Truth) else next(iter(side.options))
                    yield Untouched("judgement", "oordeel", fact.name, "", fact.place, text)

    def _answers(self, node: Node, of_list: str) -> set[object]:
        return {evaluate(node, scope) for scope in self._scopes(of_list)}

    def _scopes(self, of_list: str) -> Iterable[Scope]:
        for view in self.views:
            found = view.situation.records(of_list) if of_list else None
            yield from (found.scopes if found else () if of_list else (view.situation,))


def _answers_to(fact: Fact) -> tuple[Truth | Choice, ...]:
    if fact.type.sort == "keuze":
        return tuple(Choice(frozenset({option})) for option in fact.type.options)
    return (Truth.YES, Truth.NO)


def _choices(node: Node, of_list: str) -> Iterator[tuple[Choose, str]]:
    if isinstance(node, Choose):
        yield node, of_list
    inside = node.list if isinstance(node, Aggregate) else of_list
    for child in children(node):
        yield from _choices(child, inside)
