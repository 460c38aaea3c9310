"""The calculation of a case step by step: every criterion and calculation with what it rests on, down to the facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.criteria.members import field_name
from maatwerk.criteria.situation import PROCESS_FACTS, RecordSituation
from maatwerk.criteria.wording import readable
from maatwerk.explanation.model import Step
from maatwerk.explanation.told import rows_told, to_ask, who_said
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.trace import trace
from maatwerk.expressions.tree import Arithmetic, Both, Choose, Either, Name
from maatwerk.expressions.values import Span, Truth, exactly
from maatwerk.expressions.words import figure, in_words, show

if TYPE_CHECKING:
    from maatwerk.criteria.unresolved import Where
    from maatwerk.explanation.model import StepKind
    from maatwerk.expressions.trace import Trace
    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.expressions.values import Value
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Calculation, Criterion, Fact, Norm


def steps_of(view: View, asked: frozenset[str]) -> tuple[Step, ...]:
    """A tree for every criterion and calculation of the ruleset, in the order of its text.

    `asked`: the facts that still matter.
    """
    rules = view.situation.ruleset
    teller = _Teller(view, asked)
    blocks: list[Criterion | Calculation] = [*rules.criteria.values(), *rules.calculations.values()]
    return tuple(map(teller.block, blocks))


@dataclass(frozen=True)
class _Teller:
    view: View
    asked: frozenset[str]

    def block(self, block: Criterion | Calculation) -> Step:
        """A criterion or calculation; one that is asked of each record has a step for each of them."""
        case = self.view.situation
        expression = case.definition(block.name)
        if expression is None:
            raise KeyError(block.name)
        told = self._named(block.name, case, None if block.per else case.value(block.name))
        if not block.per:
            return self._opened(told, trace(expression, case, once=True))
        found = case.records(block.per)
        scopes = cast("tuple[RecordSituation, ...]", found.scopes if found else ())
        rows = tuple(self._row(block.name, expression, each) for each in scopes)
        value = f"{readable(block.per)}: {rows_told(case.lists.get(block.per))}"
        return replace(told, value=value, rule=expression.text, steps=rows)

    def _row(self, name: str, expression: Expression, record: RecordSituation) -> Step:
        told = replace(self._named(name, record, record.value(name)), kind="rij", words=_row_words(record), source="")
        return replace(self._opened(told, trace(expression, record, once=True)), rule="")

    def _opened(self, told: Step, part: Trace) -> Step:
        """A name with its definition: what that asks or computes, and the steps below it."""
        if part.node is None or isinstance(part.node, Name):
            return replace(told, rule=part.text, steps=(self._step(part),))
        how = _shortly(part.node, cast("Where", part.scope))
        return replace(told, how=how, rule=part.text, steps=self._below(part))

    def _below(self, part: Trace) -> tuple[Step, ...]:
        """The steps of a part; a sum within a sum is one with it, for its figures stand there already."""
        steps: list[Step] = []
        for child in part.children:
            within = isinstance(part.node, Arithmetic) and isinstance(child.node, Arithmetic)
            steps += self._below(child) if within else (self._step(child),)
        return tuple(steps)

    def _step(self, part: Trace) -> Step:
        scope = cast("Where", part.scope)
        if part.node is None:
            record = cast("RecordSituation", scope)
            value = say(f"explain.counts_{part.value.value}") if isinstance(part.value, Truth) else ""
            return replace(_plain("rij", "", _row_words(record), value, ""), steps=self._below(part))
        if isinstance(part.node, Name):
            told = replace(self._name(part.node, scope, part.value), again=part.again)
            return self._with_definition(told, part) if _is_opened(part) else replace(told, steps=self._below(part))
        value = figure(part.node, scope, language())
        made = _plain("stap", "", _shortly(part.node, scope), value, "")
        return replace(made, rule=part.text, steps=self._below(part))

    def _with_definition(self, told: Step, part: Trace) -> Step:
        """A name that was opened here; the last child is its definition, before it stand the day and keys of a norm."""
        *before, definition = part.children
        opened = self._opened(told, definition)
        return replace(opened, steps=(*map(self._step, before), *opened.steps))

    def _name(self, node: Name, scope: Where, value: Value) -> Step:
        told = self._named(node.name, scope, value)
        if told.kind != "norm":
            return told
        words = _norm_words(node, scope)
        case = scope.case if isinstance(scope, RecordSituation) else scope
        on = evaluate(node.on, scope) if node.on else case.reference_date
        return replace(told, words=words, source=_norm_source(case.ruleset.norms[node.name], on, value))

    def _named(self, name: str, scope: Where, value: Value | None) -> Step:
        """What a name is, with its value and where that comes from."""
        case = self.view.situation
        rules, shown = case.ruleset, "" if value is None else show(value, scope.type_of(name), language())
        if name in rules.criteria:
            verdict = say(f"explain.verdict_{value.value}") if isinstance(value, Truth) else ""
            return _plain("voorwaarde", name, readable(name), verdict, rules.criteria[name].source)
        if name in rules.calculations:
            return _plain("berekening", name, case.label(name, language()), shown, rules.calculations[name].source)
        if name in rules.norms:
            return _plain("norm", name, readable(name), shown, "")
        if name in PROCESS_FACTS:
            return _plain("gegeven", name, say(f"explain.{name}"), shown, "")
        return self._fact(name, scope, shown, known=value is not None and value.known)

    def _fact(self, name: str, scope: Where, shown: str, *, known: bool) -> Step:
        whole = name
        fact: Fact | None = self.view.situation.ruleset.facts.get(name)
        if fact is None and isinstance(scope, RecordSituation):
            whole, fact = field_name(scope.list, scope.number, name), scope.fields[name]
        if fact is None:
            raise KeyError(name)
        said = who_said(self.view.given[whole]) if whole in self.view.given else ""
        kind: StepKind = "oordeel" if fact.judgement else "gegeven"
        ask = to_ask(self.view.situation, whole, asked=whole in self.asked)
        return _plain(kind, whole, readable(name), shown, said if known else ask)


def _is_opened(part: Trace) -> bool:
    """Whether a name has a definition, and it was opened here."""
    named = isinstance(part.node, Name) and part.scope is not None
    return named and not part.again and part.scope.definition(part.node.name) is not None  # type: ignore[union-attr]


def _plain(kind: StepKind, name: str, words: str, value: str, source: str) -> Step:
    return Step(kind, name, words, value, "", "", source, again=False, steps=())


def _row_words(record: RecordSituation) -> str:
    return say("explain.row", list=readable(record.list), number=record.number + 1)


def _shortly(node: Node, scope: Where) -> str:
    """A step in words; of one that is told by the steps below it only how they hang together."""
    match node:
        case Both():
            return say("explain.step_both")
        case Either():
            return say("explain.step_either")
        case Choose(condition=condition):
            return say("explain.step_choose", condition=in_words(condition, scope, language()))
        case _:
            return in_words(node, scope, language())


def _norm_words(node: Name, scope: Where) -> str:
    """A norm with the day or the keys with which it is read."""
    label = scope.label(node.name, language())
    if node.on is not None:
        label = say("expression.on_day", name=label, day=in_words(node.on, scope, language()))
    for key in node.by:
        label = say("expression.by_key", name=label, by=in_words(key, scope, language()))
    return label


def _norm_source(norm: Norm, on: Value, value: Value) -> str:
    """From which day a norm has this value, and where that stands; nothing while the day is not known."""
    at = exactly(on) if isinstance(on, Span) else None
    if not isinstance(at, date):
        return ""
    newest = max((row.valid_from for row in norm.rows if row.valid_from <= at), default=None)
    rows = [row for row in norm.rows if row.valid_from == newest and (not row.keys or row.value == exactly(value))]
    if not rows:
        return ""
    sources = "; ".join(dict.fromkeys(row.source for row in rows if row.source))
    return ", ".join(part for part in (say("explain.since", day=day(rows[0].valid_from)), sources) if part)
