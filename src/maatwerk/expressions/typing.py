"""The static types of an expression: checked once, when a ruleset is loaded, so that no case can meet a wrong one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.algebra import CENT, NUMERIC, Judged, alike, product_of, quotient_of, still_loose
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.lexer import FOREIGN, Report
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import (
    Arithmetic,
    Both,
    Call,
    Choose,
    Compare,
    Constant,
    Either,
    Expression,
    IsKnown,
    Name,
    Negative,
    Not,
    Option,
    Within,
)
from maatwerk.expressions.types import YES_NO, Type
from maatwerk.problems import Place
from maatwerk.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from maatwerk.expressions.tree import Node
    from maatwerk.problems import Problem

_OPERATIONS = {"*": product_of, "/": quotient_of}
PERIODS_IN_A_YEAR = {"maand": Fraction(12), "week": Fraction(52)}


def check(
    expression: Expression,
    names: Mapping[str, Type],
    *,
    allow_is_known: bool = False,
    wanted: Type | None = None,
    rounded: bool = False,
    norms: Collection[str] | None = None,
) -> tuple[Expression, Type | None, tuple[Problem, ...]]:
    """Check names and types; names of options become `Option`s in the expression that comes back.

    `wanted`: the type it must have. `rounded`: amounts that are compared, and an amount that comes out, must be
    rounded. `norms`: the names that may be read on another date (None: not checked). The type is None, and may not be
    relied on, when there are problems.
    """
    checker = _Checker(expression, names, allow_is_known=allow_is_known, rounded=rounded, norms=norms)
    found = checker.whole(wanted)
    problems = tuple(dict.fromkeys(checker.report.problems))  # the middle of a chain is looked at twice
    return replace(expression, root=found.node), None if problems else found.type, problems


def type_of(node: Node, lookup: Callable[[str], Type]) -> Type:
    """The type of a part of an expression that passed `check` before."""
    names = {name: lookup(name) for name in names_in(node)}
    checker = _Checker(Expression(node, "", Place("")), names, allow_is_known=True, rounded=False, norms=None)
    return checker.judge(node).known


class _Checker:
    def __init__(
        self,
        expression: Expression,
        names: Mapping[str, Type],
        *,
        allow_is_known: bool,
        rounded: bool,
        norms: Collection[str] | None,
    ) -> None:
        self.expression = expression
        self.names = names
        self.allow_is_known = allow_is_known
        self.rounded = rounded
        self.norms = norms
        self.report = Report(expression.place)

    def whole(self, wanted: Type | None) -> Judged:
        found = self.judge(self.expression.root)
        if found.type is None:
            return found
        if self.rounded and not found.type.rounded:
            self.report.add("M206", found.node.at, found=self.text(found.node))
        if wanted is None:
            return found
        common = alike([found, Judged(found.node, wanted)])
        if common is None or not set(found.type.options) <= set(wanted.options):
            return self.wrong(found, str(wanted))
        return replace(found, type=replace(wanted, rounded=common.rounded))

    def text(self, node: Node) -> str:
        return self.expression.text[slice(*node.at)]

    def wrong(self, found: Judged, expected: str) -> Judged:
        self.report.add("M203", found.node.at, found=self.text(found.node), type=found.type, expected=expected)
        return replace(found, type=None)

    def need(self, node: Node, wanted: Type) -> Node:
        """Check a part that must have this type (a number of years may also be a number without a unit)."""
        found = self.judge(node)
        if found.type is not None and alike([found, Judged(node, wanted)]) is None:
            self.wrong(found, str(wanted))
        return found.node

    def judge(self, node: Node) -> Judged:  # noqa: C901, PLR0911 - one line for each kind of node
        match node:
            case Constant():
                return Judged(node, _written(node), loose=True)
            case Name():
                return self.name(node)
            case Option():
                return Judged(node, Type("keuze", options=(node.name,)))
            case Not(part=part):
                return Judged(replace(node, part=self.need(part, YES_NO)), YES_NO)
            case Both(parts=parts) | Either(parts=parts):
                return Judged(replace(node, parts=tuple(self.need(part, YES_NO) for part in parts)), YES_NO)
            case Compare():
                return self.compare(node)
            case Within():
                return self.within(node)
            case IsKnown():
                return self.is_known(node)
            case Arithmetic():
                return self.arithmetic(node)
            case Negative():
                return self.negative(node)
            case Choose():
                return self.choose(node)
            case Call():
                return self.call(node)

    def name(self, node: Name) -> Judged:
        kind = self.names.get(node.name)
        if kind is None:
            hint = FOREIGN.get(node.name) or nearest(node.name, self.names) or ""
            self.report.add("M204", node.at, hint=hint, found=node.name)
        elif kind.sort == "tekst":
            return self.wrong(Judged(node, kind), "ja_nee, keuze, datum, percentage, getal, bedrag")
        if node.on is not None:
            if self.norms is not None and node.name not in self.norms and kind is not None:
                self.report.add("M209", node.at, found=node.name)
            node = replace(node, on=self.need(node.on, Type("datum")))
        return Judged(node, kind and replace(kind, below_zero=False))

    def compare(self, node: Compare) -> Judged:
        left = self.judge(node.left)
        if node.comparator in {"=", "!="} and (left.type is None or left.type.sort == "keuze"):
            return Judged(replace(node, left=left.node, right=self.option_after(node, left)), YES_NO)
        right = self.judge(node.right)
        kind = self.together(node, [left, right])
        if kind is not None and kind.sort in {"keuze", "ja_nee"} and node.comparator not in {"=", "!="}:
            self.impossible(node, left, right, node.comparator)
        if kind is not None and self.rounded:
            for side in (left, right):
                if not side.known.rounded:
                    self.report.add("M206", side.node.at, found=self.text(side.node))
        return Judged(replace(node, left=left.node, right=right.node), YES_NO)

    def option_after(self, node: Compare, left: Judged) -> Node:
        right = node.right
        if not isinstance(right, Name | Option) or (isinstance(right, Name) and right.on is not None):
            self.together(node, [left, self.judge(right)])
            return right
        if left.type is None:  # perhaps a name, perhaps an option: the left side has to be mended first
            return right
        option = Option(right.name, right.at)
        self.check_option(option, left.type)
        return option

    def check_option(self, option: Option, kind: Type) -> None:
        if option.name not in kind.options:
            hint = nearest(option.name, kind.options) or ""
            self.report.add("M205", option.at, hint=hint, found=option.name, options=", ".join(kind.options))

    def within(self, node: Within) -> Judged:
        item = self.judge(node.item)
        if item.type is not None and item.type.sort != "keuze":
            self.wrong(item, "keuze")
        elif item.type is not None:
            for option in node.options:
                self.check_option(option, item.type)
        return Judged(replace(node, item=item.node), YES_NO)

    def is_known(self, node: IsKnown) -> Judged:
        if not self.allow_is_known:
            self.report.add("M207", node.at)
        return Judged(replace(node, item=self.judge(node.item).node), YES_NO)

    def arithmetic(self, node: Arithmetic) -> Judged:
        left, right = self.judge(node.left), self.judge(node.right)
        done = replace(node, left=left.node, right=right.node)
        if left.type is None or right.type is None:
            return Judged(done, None)
        if node.operator in {"+", "-"} and {left.type.sort, right.type.sort} <= NUMERIC:
            kind = self.together(node, [left, right])
            return Judged(done, kind, still_loose(left, right))
        kind = _OPERATIONS[node.operator](left, right) if node.operator in _OPERATIONS else None
        if kind is None:
            self.impossible(node, left, right, node.operator)
        if node.operator == "/" and isinstance(right.node, Constant) and right.node.value == 0:
            self.wrong(right, "!= 0")
        return Judged(done, kind, still_loose(left, right))

    def impossible(self, node: Node, left: Judged, right: Judged, operator: str) -> None:
        self.report.add("M208", node.at, left=left.type, right=right.type, operator=operator)

    def negative(self, node: Negative) -> Judged:
        part = self.judge(node.part)
        if part.type is not None and part.type.sort not in NUMERIC:
            part = self.wrong(part, "getal, bedrag, percentage")
        return replace(part, node=replace(node, part=part.node))

    def choose(self, node: Choose) -> Judged:
        condition = self.need(node.condition, YES_NO)
        then, otherwise = self.judge(node.then), self.judge(node.otherwise)
        done = replace(node, condition=condition, then=then.node, otherwise=otherwise.node)
        return Judged(done, self.together(node, [then, otherwise]), then.loose and otherwise.loose)

    def together(self, node: Node, parts: Sequence[Judged]) -> Type | None:
        """The common type of parts that are compared, added or chosen between; else the problem with the first two."""
        if any(part.type is None for part in parts):
            return None
        kind = alike(parts)
        if kind is not None:
            return kind
        first = parts[0]
        other = next((part for part in parts if alike([first, part]) is None), parts[-1])
        code = "M202" if first.known.sort == other.known.sort else "M201"
        texts = {"left": self.text(first.node), "right": self.text(other.node)}
        self.report.add(code, node.at, left_type=first.type, right_type=other.type, **texts)
        return None

    def call(self, node: Call) -> Judged:
        function = FUNCTIONS[node.function]
        if isinstance(function.result, Type):
            wanted = [parameter.type or function.result for parameter in function.parameters]
            arguments = tuple(self.need(part, kind) for part, kind in zip(node.arguments, wanted, strict=True))
            return Judged(replace(node, arguments=arguments), function.result)
        parts = [self.judge(argument) for argument in node.arguments]
        done = replace(node, arguments=tuple(part.node for part in parts))
        if any(part.type is None for part in parts):
            return Judged(done, None)
        loose = all(part.loose for part in parts)
        match function.result:
            case "alike":
                return Judged(done, self.ordered(done, parts), loose)
            case "as_first":
                return Judged(done, self.rounding(parts[0], parts[1]), loose)
            case "per_year" | "per_month":
                return Judged(done, self.other_period(function.result, parts[0]))

    def ordered(self, node: Call, parts: list[Judged]) -> Type | None:
        for part in parts:
            if part.known.sort not in NUMERIC | {"datum"}:
                self.wrong(part, "getal, bedrag, percentage, datum")
                return None
        return self.together(node, parts)

    def rounding(self, value: Judged, step: Judged) -> Type | None:
        kind = value.known
        if kind.sort not in NUMERIC:
            return self.wrong(value, "getal, bedrag, percentage").type
        plain = kind.sort != "percentage" and step.known.sort == "getal" and not step.known.unit
        if not plain and alike([value, step]) is None:
            return self.wrong(step, str(kind)).type
        size = step.node.value if isinstance(step.node, Constant) else CENT
        if not isinstance(size, Fraction) or size <= 0:
            return self.wrong(step, "> 0").type
        return replace(kind, rounded=kind.sort != "bedrag" or (size / CENT).denominator == 1)

    def other_period(self, result: str, part: Judged) -> Type | None:
        kind = part.known
        if result == "per_year" and kind.sort == "bedrag" and kind.unit in PERIODS_IN_A_YEAR:
            return replace(kind, unit="jaar")
        if result == "per_month" and kind.sort == "bedrag" and kind.unit == "jaar":
            return replace(kind, unit="maand", rounded=False)
        expected = "bedrag per maand, bedrag per week" if result == "per_year" else "bedrag per jaar"
        return self.wrong(part, expected).type


def _written(node: Constant) -> Type:
    """The type of a figure as written; an amount with parts of a cent is not rounded."""
    is_part_of_cent = isinstance(node.value, Fraction) and (node.value / CENT).denominator != 1
    return replace(node.type, rounded=not (node.type.sort == "bedrag" and is_part_of_cent))
