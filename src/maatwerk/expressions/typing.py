"""The static types of an expression: checked once, when a ruleset is loaded, so that no case can meet a wrong one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place
from maatwerk.expressions.algebra import CENT, NUMERIC, Judged, alike, product_of, quotient_of, still_loose
from maatwerk.expressions.guards import guarded
from maatwerk.expressions.judging import NO_LISTS, Rules
from maatwerk.expressions.names import lists_in, values_in
from maatwerk.expressions.tree import (
    Aggregate,
    Arithmetic,
    Both,
    Call,
    Choose,
    Compare,
    Constant,
    Either,
    Expression,
    IsEmpty,
    IsKnown,
    Name,
    Negative,
    Not,
    Nothing,
    Option,
    Within,
)
from maatwerk.expressions.types import YES_NO, Type
from maatwerk.expressions.typing_calls import CallJudging
from maatwerk.expressions.typing_lists import ListJudging
from maatwerk.expressions.typing_names import NameJudging

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from maatwerk.basics.problems import Problem
    from maatwerk.expressions.tree import Node

__all__ = ["check", "type_of"]

_OPERATIONS = {"*": product_of, "/": quotient_of}


def check(
    expression: Expression,
    names: Mapping[str, Type],
    *,
    allow_is_known: bool = False,
    wanted: Type | None = None,
    rounded: bool = False,
    norms: Collection[str] | None = None,
    lists: Mapping[str, Mapping[str, Type]] = NO_LISTS,
) -> tuple[Expression, Type | None, tuple[Problem, ...]]:
    """Check names and types; names of options become `Option`s in the expression that comes back.

    `wanted`: the type it must have. `rounded`: amounts that are compared, and an amount that comes out, must be
    rounded. `norms`: the names that may be read on another date or with keys (None: not checked). `lists`: of each
    list its fields and what is computed for each of its records, which have a value only in a question about that
    list (or where `names` has them too: in what is computed for each record). The keys of a table
    of norms (`bij`) are checked with its rows, see ruleset/checks/norm_tables.py. The type is None, and may not be
    relied on, when there are problems.
    """
    rules = Rules(names, lists, allow_is_known=allow_is_known, rounded=rounded, norms=norms)
    checker = _Checker(expression, rules)
    found = checker.whole(wanted)
    problems = tuple(dict.fromkeys(checker.report.problems))  # the middle of a chain is looked at twice
    return replace(expression, root=found.node), None if problems else found.type, problems


def type_of(node: Node, lookup: Callable[[str], Type]) -> Type:
    """The type of a part of an expression that passed `check` before. `lookup` knows fields of lists too."""
    names = {name: lookup(name) for name in values_in(node)}
    rules = Rules(names, dict.fromkeys(lists_in(node), names))
    return _Checker(Expression(node, "", Place("")), rules).judge(node).known


class _Checker(NameJudging, CallJudging, ListJudging):
    def whole(self, wanted: Type | None) -> Judged:
        self.wanted = wanted
        found = self.judge(self.expression.root)
        if found.type is None:
            return found
        if self.rules.rounded and not found.type.rounded:
            self.report.add("M206", found.node.at, found=self.text(found.node))
        if wanted is None:
            return found
        common = alike([found, Judged(found.node, wanted)])
        empty = found.type.or_empty and not wanted.or_empty
        if common is None or empty or not set(found.type.options) <= set(wanted.options):
            return self.wrong(found, str(wanted))
        return replace(found, type=replace(wanted, rounded=common.rounded))

    def judge(self, node: Node) -> Judged:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of node
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
            case IsEmpty():
                return self.is_empty(node)
            case Nothing():
                self.report.add("M270", node.at, hint="is leeg")
                return Judged(node, None)
            case Arithmetic():
                return self.arithmetic(node)
            case Negative():
                return self.negative(node)
            case Choose():
                return self.choose(node)
            case Call():
                return self.call(node)
            case Aggregate():
                return self.aggregate(node)

    def compare(self, node: Compare) -> Judged:
        left = self.judge(node.left)
        if node.comparator in {"=", "!="} and (left.type is None or left.type.sort == "keuze"):
            return Judged(replace(node, left=left.node, right=self.option_after(node, left)), YES_NO)
        right = self.judge(node.right)
        kind = self.together(node, [left, right])
        if kind is not None and kind.sort in {"keuze", "ja_nee"} and node.comparator not in {"=", "!="}:
            self.impossible(node, left, right, node.comparator)
        if kind is not None and self.rules.rounded:
            for side in (left, right):
                if not side.known.rounded:
                    self.report.add("M206", side.node.at, found=self.text(side.node))
        return Judged(replace(node, left=left.node, right=right.node), YES_NO)

    def arithmetic(self, node: Arithmetic) -> Judged:
        left, right = self.operand(node.left), self.operand(node.right)
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

    def negative(self, node: Negative) -> Judged:
        part = self.operand(node.part)
        if part.type is not None and part.type.sort not in NUMERIC:
            part = self.wrong(part, "getal, bedrag, percentage")
        return replace(part, node=replace(node, part=part.node))

    def choose(self, node: Choose) -> Judged:
        condition = self.need(node.condition, YES_NO)
        then = self.branch(node.then, guarded(condition, holds=True))
        otherwise = self.branch(node.otherwise, guarded(condition, holds=False))
        done = replace(node, condition=condition, then=then.node, otherwise=otherwise.node)
        real = [part for part in (then, otherwise) if not isinstance(part.node, Nothing)]
        if not real:
            self.report.add("M270", node.at, hint="")
            return Judged(done, None)
        kind = self.together(node, real)
        empty = len(real) == 1 or any(part.type is not None and part.type.or_empty for part in real)
        return Judged(done, kind and replace(kind, or_empty=empty), all(part.loose for part in real))

    def branch(self, node: Node, there: frozenset[str]) -> Judged:
        """One side of a choice; `there` are the names that cannot be `leeg` in it."""
        if isinstance(node, Nothing):
            return Judged(node, None)
        with self.known_there(self.there | there):
            return self.judge(node)


def _written(node: Constant) -> Type:
    """The type of a figure as written; an amount with parts of a cent is not rounded."""
    is_part_of_cent = isinstance(node.value, Fraction) and (node.value / CENT).denominator != 1
    return replace(node.type, rounded=not (node.type.sort == "bedrag" and is_part_of_cent))
