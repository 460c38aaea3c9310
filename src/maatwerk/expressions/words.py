"""An expression as a plain sentence with the figures of a case: what the rule asks, beside what is so."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day_and_month
from maatwerk.basics.text import say
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.functions import day_of_year
from maatwerk.expressions.tree import (
    Aggregate,
    Arithmetic,
    Both,
    Call,
    Choose,
    Comparator,
    Compare,
    Constant,
    Either,
    IsEmpty,
    IsKnown,
    Name,
    Negative,
    Node,
    Not,
    Nothing,
    Option,
    Within,
)
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import exactly
from maatwerk.expressions.values_in_words import show

if TYPE_CHECKING:
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.types import Type

_ANY_YEAR = 2026
_ASKING = frozenset({"er_is", "voor_alle"})  # these say of records that something is so
_UNITS = {"plus_dagen": "day", "plus_werkdagen": "working_day", "plus_maanden": "month", "plus_jaren": "year"}
__all__ = ["figure", "in_words", "rule_in_words", "show"]

_KEYS: dict[Comparator, str] = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
_SEEN_FROM_THE_RIGHT: dict[Comparator, Comparator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}


def in_words(node: Node, scope: Scope, lang: str) -> str:
    """A yes/no expression as a sentence without a full stop; any other as its figures.

    `inkomen <= grens` becomes `inkomen (€ 1.690,80 per maand) is niet hoger dan de grens (€ 1.681,80 per maand)`: what
    must be so, not whether it is. Holds values of a person.
    """
    return _Words(scope, lang).text(node)


def rule_in_words(node: Node, scope: Scope, lang: str) -> str:
    """As `in_words`, of the rule itself and no case: only figures that are the same in every case, such as a norm."""
    return _Words(scope, lang, of_rule=True).text(node)


def figure(node: Node, scope: Scope, lang: str) -> str:
    """The value of an expression in the format of its type; a calendar year has no point in it."""
    value = evaluate(node, scope)
    known = exactly(value)
    if _is_year(node) and known is not None:
        return str(known)
    return show(value, type_of(node, scope.type_of), lang)


def _is_year(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "jaar"


class _Words:
    def __init__(self, scope: Scope, lang: str, *, of_each: bool = False, of_rule: bool = False) -> None:
        self.scope = scope
        self.lang = lang
        self.of_each = of_each  # about the records of a list: a field has no one figure
        self.of_rule = of_rule  # about the rule, whatever the case: what hangs on facts has no figure

    def say(self, key: str, **values: str) -> str:
        return say(f"expression.{key}", lang=self.lang, **values)

    def value(self, node: Node) -> str:
        return figure(node, self.scope, self.lang)

    def text(self, node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of node
        match node:
            case Constant():
                return self.value(node)
            case Option(name=name):
                return name.replace("_", " ")
            case Name():
                return self.name(node)
            case Not(part=part):
                return self.negated(part)
            case Both(parts=parts):
                return self.say("and").join(self.enclosed(part, Either, Choose) for part in parts)
            case Either(parts=parts):
                return self.say("or").join(self.enclosed(part, Both, Choose) for part in parts)
            case Compare():
                return self.compare(node)
            case Within(item=item):
                return self.say("one_of", item=self.text(item), options=self.options(node, "or"))
            case IsKnown(item=item):
                return self.say("is_known", item=self.bare(item))
            case Arithmetic(left=left, operator=operator, right=right):
                sides = [self.enclosed(side, Arithmetic, Choose) for side in (left, right)]
                return f"{sides[0]} {_SIGNS[operator]} {sides[1]}"
            case Negative(part=part):
                return f"{_SIGNS['-']}{self.enclosed(part, Arithmetic, Choose)}"
            case Choose(condition=condition, then=then, otherwise=otherwise):
                branches = {"then": self.text(then), "otherwise": self.text(otherwise)}
                return self.say("choose", condition=self.text(condition), **branches)
            case Call():
                return self.call(node)
            case Nothing():
                return self.say("none")
            case IsEmpty(item=item):
                return self.say("is_empty", item=self.bare(item))
            case Aggregate():
                return self.aggregate(node)

    def enclosed(self, node: Node, *looser: type[object]) -> str:
        text = self.text(node)
        return f"({text})" if isinstance(node, looser) else text

    def bare(self, node: Node) -> str:
        """What it is, without its figure: whether that is known is the question."""
        return self.scope.label(node.name, self.lang) if isinstance(node, Name) else self.text(node)

    def name(self, node: Name) -> str:
        label = self.scope.label(node.name, self.lang)
        if node.on is not None:
            label = self.say("on_day", name=label, day=self.text(node.on))
        for key in node.by:
            label = self.say("by_key", name=label, by=self.text(key))
        if not self.has_figure(node):
            return label
        return self.say("with_value", name=label, value=self.value(node))

    def has_figure(self, node: Node) -> bool:
        """Whether the figure belongs behind the words."""
        return not self.of_each and (not self.of_rule or exactly(evaluate(node, self.scope)) is not None)

    def negated(self, part: Node) -> str:
        match part:
            case Within(item=item):
                return self.say("not_one_of", item=self.text(item), options=self.options(part, "and_not"))
            case IsKnown(item=item):
                return self.say("is_not_known", item=self.bare(item))
            case IsEmpty(item=item):
                return self.say("is_not_empty", item=self.bare(item))
            case Aggregate(kind="er_is" | "voor_alle"):
                return self.aggregate(part, "not_")
            case Name() if self.of_rule:
                return self.say("not_this", part=self.text(part))
            case _:
                return self.say("not", part=self.enclosed(part, Both, Either, Choose))

    def options(self, node: Within, between: str) -> str:
        kind = type_of(node.item, self.scope.type_of)
        return self.say(between).join(kind.option(option.name, self.lang) for option in node.options)

    def option(self, node: Node, kind: Type) -> str:
        return kind.option(node.name, self.lang) if isinstance(node, Option) else self.text(node)

    def compare(self, node: Compare) -> str:
        left, comparator, right = node.left, node.comparator, node.right
        kind = type_of(right if isinstance(left, Constant) else left, self.scope.type_of)
        if kind.sort == "keuze":
            key = "one_of" if comparator == "=" else "not_one_of"
            return self.say(key, item=self.text(left), options=self.option(right, kind))
        if isinstance(left, Constant) and not isinstance(right, Constant):  # "17 or more" reads from the other side
            left, comparator, right = right, _SEEN_FROM_THE_RIGHT.get(comparator, comparator), left
        key = f"{'day' if kind.sort == 'datum' else 'measure'}.{_KEYS[comparator]}"
        return self.say(key, left=self.side(left, right), right=self.side(right, left))

    def side(self, node: Node, other: Node) -> str:
        """One side of a comparison: what is computed is followed by its result."""
        if isinstance(node, Constant) and _is_year(other):
            return str(node.value)
        if isinstance(node, Constant | Name) or not self.has_figure(node):
            return self.text(node)
        if isinstance(node, Call) and node.function == "leeftijd_op":
            return self.age(node, figure=True)
        return self.say("equals_value", sum=self.text(node), value=self.value(node))

    def age(self, node: Call, *, figure: bool = False) -> str:
        """An age with the two days from which it follows; `figure`: with the age itself."""
        born, day = node.arguments
        is_known = exactly(evaluate(born, self.scope)) is not None
        told = [self.say("born_on" if is_known else "born_as", born=self.day(born))]
        if figure:
            years = exactly(evaluate(node, self.scope)) is not None
            told = [self.say("years" if years else "years_not_known", value=self.value(node)), *told]
        return self.say("age", day=self.day(day), told=", ".join(told))

    def day(self, node: Node) -> str:
        """A day by its date alone; what it is when that is not known."""
        return self.bare(node) if exactly(evaluate(node, self.scope)) is None else self.value(node)

    def call(self, node: Call) -> str:
        if node.function == "leeftijd_op":
            return self.age(node)
        if node.function in _UNITS:
            return self.moved(node)
        arguments = [self.text(argument) for argument in node.arguments]
        values = {"first": arguments[0], "second": arguments[1] if len(arguments) > 1 else "", "all": ""}
        values["all"] = self.say("and").join(arguments)
        values["day"] = self.fixed_day(node)
        return self.say(f"function.{node.function}", **values)

    def moved(self, node: Call) -> str:
        """A day so much later; with a number below zero so much earlier."""
        day, number = node.arguments
        count = number.part if isinstance(number, Negative) else number
        one = isinstance(count, Constant) and count.value == 1
        told = self.say(
            f"unit.{_UNITS[node.function]}{'' if one else '_more'}", number=self.enclosed(count, Arithmetic)
        )
        return self.say("earlier" if isinstance(number, Negative) else "later", day=self.text(day), count=told)

    def fixed_day(self, node: Call) -> str:
        """`1 oktober`, of what is written as `1; oktober`."""
        number = node.arguments[-1]
        value = number.value if isinstance(number, Constant) else None
        found = day_of_year(value, node.last_word) if isinstance(value, Fraction) else None
        return day_and_month(date(_ANY_YEAR, *found), self.lang) if found else ""

    def aggregate(self, node: Aggregate, negation: str = "") -> str:
        each = _Words(self.scope, self.lang, of_each=True, of_rule=self.of_rule)
        name = self.scope.label(node.list, self.lang)
        key, where = f"list.{negation}{node.kind}", ""
        if node.where is not None and node.kind in _ASKING:
            key, where = f"{key}_where", each.enclosed(node.where, Both, Either, Choose)
        elif node.where is not None:
            name = self.say("records_where", list=name, where=each.text(node.where))
        expression = "" if node.expression is None else each.enclosed(node.expression, Both, Either, Choose)
        group = self.scope.label(node.group, self.lang) if node.group else ""
        return self.say(key, list=name, expression=expression, group=group, where=where)
