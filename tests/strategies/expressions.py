"""Expressions with the right types, and values for their names, for any mapping of names to types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from maatwerk.expressions.functions import MONTH_NAMES
from maatwerk.expressions.tree import (
    Aggregate,
    AggregateKind,
    Arithmetic,
    Both,
    Call,
    Choose,
    Comparator,
    Compare,
    Constant,
    Either,
    Name,
    Negative,
    Node,
    Not,
    Option,
    Within,
)
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.expressions.values import EMPTY, PERHAPS_EMPTY, Choice, Span, Truth, Value, Words
from maatwerk.expressions.wholes import is_whole

Trees = st.SearchStrategy[Node]
Bound = TypeVar("Bound", Fraction, date)
AT = (0, 0)  # made, not read: these parts stand nowhere
COMPARATORS: tuple[Comparator, ...] = ("=", "!=", "<", "<=", ">", ">=")
cents = st.integers(0, 300_000).map(lambda whole: Fraction(whole, 100))
days = st.dates(date(1930, 1, 1), date(2060, 12, 31))
shares = st.integers(0, 2_000).map(lambda whole: Fraction(whole, 1000))


Lists = Mapping[str, Mapping[str, Type]]
NO_LISTS: Lists = {}


def expressions(names: Mapping[str, Type], wanted: Type, depth: int = 3, lists: Lists = NO_LISTS) -> Trees:
    """Trees of this type over these names and lists; every tree passes `typing.check`."""
    return _trees(tuple(names.items()), tuple((name, tuple(fields.items())) for name, fields in lists.items())).of(
        wanted, depth
    )


def yes_no(names: Mapping[str, Type], depth: int = 3, lists: Lists = NO_LISTS) -> Trees:
    """Yes/no expressions, as a requirement has them."""
    return expressions(names, YES_NO, depth, lists)


_Fields = tuple[tuple[str, Type], ...]


@cache
def _trees(names: _Fields, lists: tuple[tuple[str, _Fields], ...]) -> _Trees:
    return _Trees(dict(names), {name: dict(fields) for name, fields in lists})


class _Trees:
    """One strategy for each type and depth, made once: they share their parts."""

    def __init__(self, names: Mapping[str, Type], lists: Lists) -> None:
        self.names = names
        self.lists = lists
        self.made: dict[tuple[Type, int], Trees] = {}

    def of(self, kind: Type, depth: int) -> Trees:
        if (kind, depth) not in self.made:
            self.made[kind, depth] = self.make(kind, depth)
        return self.made[kind, depth]

    def make(self, kind: Type, depth: int) -> Trees:
        leaves = self.leaves(kind)
        if depth <= 1:
            return leaves
        inner = {
            "ja_nee": self.truths,
            "bedrag": self.amounts,
            "getal": self.numbers,
            "percentage": self.percentages,
            "datum": self.dates,
        }[kind.sort](kind, depth - 1)
        return leaves | inner | self.choose(kind, depth - 1) | self.of_lists(kind, depth - 1)

    def leaves(self, kind: Type) -> Trees:
        fitting = [name for name, its in self.names.items() if (its.sort, its.unit) == (kind.sort, kind.unit)]
        named: Trees = st.sampled_from(fitting).map(lambda name: Name(name, AT)) if fitting else st.nothing()
        return constants(kind) | named

    def of_lists(self, kind: Type, depth: int) -> Trees:
        kinds: dict[str, list[AggregateKind]] = {
            "ja_nee": ["er_is", "voor_alle"],
            "getal": ["som", "laagste", "hoogste", "hoogste_som"] if kind.unit else ["aantal"],
            "bedrag": ["som", "laagste", "hoogste", "hoogste_som"],
            "datum": ["laagste", "hoogste"],
        }
        return st.one_of(
            [self.of_list(each, name, kind, depth) for each in kinds.get(kind.sort, []) for name in self.lists]
        )

    def of_list(self, kind: AggregateKind, name: str, wanted: Type, depth: int) -> Trees:
        fields = self.lists[name]
        of_record = {each: its for each, its in {**self.names, **fields}.items() if its.sort != "tekst"}
        inside = _trees(tuple(of_record.items()), ())
        where = st.none() | inside.of(YES_NO, depth)
        expression: st.SearchStrategy[Node | None] = (
            st.none() if kind in {"aantal", "er_is"} else inside.of(wanted, depth)
        )
        group = st.sampled_from(sorted(fields)) if kind == "hoogste_som" else st.just("")
        return st.builds(
            lambda expression, where, group: Aggregate(
                kind, name, expression, where, AT, group, frozenset(fields)
            ),
            expression, where, group,
        )  # fmt: skip

    def choose(self, kind: Type, depth: int) -> Trees:
        branch = self.of(kind, depth)
        return st.builds(Choose, self.of(YES_NO, depth), branch, branch, st.just(AT))

    def truths(self, kind: Type, depth: int) -> Trees:
        part = self.of(kind, depth)
        parts = st.lists(part, min_size=2, max_size=3).map(tuple)
        trees: Trees = st.builds(Not, part, st.just(AT)) | st.builds(Both, parts, st.just(AT))
        return trees | st.builds(Either, parts, st.just(AT)) | self.comparisons(depth) | self.choices()

    def comparisons(self, depth: int) -> Trees:
        kinds = [AMOUNT, NUMBER, DATE, PERCENTAGE, *{its for its in self.names.values() if its.sort == "bedrag"}]
        sides = [self.of(kind, depth) for kind in kinds]
        comparator = st.sampled_from(COMPARATORS)
        return st.one_of([st.builds(Compare, side, comparator, side, st.just(AT)) for side in sides])

    def choices(self) -> Trees:
        fitting = [name for name, its in self.names.items() if its.sort == "keuze"]
        return st.sampled_from(fitting).flatmap(self.choice) if fitting else st.nothing()

    def choice(self, name: str) -> Trees:
        item = Name(name, AT)
        option = st.sampled_from(self.names[name].options).map(lambda each: Option(each, AT))
        some = st.lists(option, min_size=1, max_size=3).map(tuple)
        equal: Trees = st.builds(Compare, st.just(item), st.sampled_from(COMPARATORS[:2]), option, st.just(AT))
        return equal | st.builds(Within, st.just(item), some, st.just(AT))

    def amounts(self, kind: Type, depth: int) -> Trees:
        part = self.of(kind, depth)
        share = st.builds(Arithmetic, self.of(PERCENTAGE, depth), st.just("*"), part, st.just(AT))
        spread = self.quotients(part, self.of(NUMBER, depth))
        return self.sums(part) | self.rounded(part, cents.filter(bool)) | share | spread

    def numbers(self, kind: Type, depth: int) -> Trees:
        part = self.of(kind, depth)
        trees = self.sums(part) | self.rounded(part, st.integers(1, 10).map(Fraction))
        if kind.unit:
            return trees
        year: Trees = self.of(DATE, depth).map(lambda day: Call("jaar", (day,), AT))
        return trees | year | self.quotients(part, part) | st.builds(Arithmetic, part, st.just("*"), part, st.just(AT))

    def quotients(self, part: Trees, divisor: Trees) -> Trees:
        written = divisor.filter(lambda node: not isinstance(node, Constant) or node.value != 0)
        return st.builds(Arithmetic, part, st.just("/"), written, st.just(AT))

    def percentages(self, kind: Type, depth: int) -> Trees:
        return self.sums(self.of(kind, depth))

    def dates(self, kind: Type, depth: int) -> Trees:
        part = self.of(kind, depth)
        count = self.of(NUMBER, 1).map(in_wholes)
        later = st.builds(
            lambda function, day, number, direction: Call(function, (day, number), AT, direction),
            st.sampled_from(["plus_maanden", "plus_jaren"]), part, count, st.sampled_from(["omlaag", "omhoog"]),
        )  # fmt: skip
        first = st.builds(lambda day: Call("eerste_dag_van_maand", (day,), AT), part)
        fixed = st.builds(
            lambda day, number, month: Call("dag_van_jaar", (day, Constant(Fraction(number), NUMBER, AT)), AT, month),
            part, st.integers(1, 28), st.sampled_from(MONTH_NAMES),
        )  # fmt: skip
        return (
            later
            | first
            | fixed
            | self.extremes(part)
            | st.builds(lambda a, b: Call("plus_dagen", (a, b), AT), part, count)
        )

    def sums(self, part: Trees) -> Trees:
        sums: Trees = st.builds(Arithmetic, part, st.sampled_from("+-"), part, st.just(AT))
        return sums | self.extremes(part) | st.builds(Negative, part, st.just(AT))

    def extremes(self, part: Trees) -> Trees:
        some = st.lists(part, min_size=2, max_size=3).map(tuple)
        return st.builds(Call, st.sampled_from(["min", "max"]), some, st.just(AT))

    def rounded(self, part: Trees, steps: st.SearchStrategy[Fraction]) -> Trees:
        step = steps.map(lambda size: Constant(size, NUMBER, AT))
        functions = st.sampled_from(["afronden", "afronden_omlaag", "afronden_omhoog"])
        return st.builds(lambda name, value, size: Call(name, (value, size), AT), functions, part, step)


def in_wholes(node: Node) -> Node:
    """The same count without a part of a day or month."""
    return node if is_whole(node) else Call("afronden_omlaag", (node, Constant(Fraction(1), NUMBER, AT)), AT)


def constants(kind: Type) -> Trees:
    """Figures as one may write them."""
    match kind.sort:
        case "ja_nee":
            return st.booleans().map(lambda value: Constant(value, YES_NO, AT))
        case "datum":
            return days.map(lambda value: Constant(value, DATE, AT))
        case "percentage":
            return shares.map(lambda value: Constant(value, PERCENTAGE, AT))
        case "bedrag":
            return cents.map(lambda value: Constant(value, AMOUNT, AT))
        case _:
            return st.integers(0, 400).map(lambda value: Constant(Fraction(value, 4), NUMBER, AT))


def known_values(kind: Type) -> st.SearchStrategy[Value]:
    """One known value of a fact of this type."""
    if kind.sort == "tekst":
        return st.sampled_from("ab").map(Words)
    if kind.or_empty:
        return st.just(EMPTY) | known_values(replace(kind, or_empty=False))
    match kind.sort:
        case "ja_nee":
            return st.sampled_from([Truth.YES, Truth.NO])
        case "keuze":
            return st.sampled_from(kind.options).map(lambda option: Choice(frozenset({option})))
        case "datum":
            return (days | st.sampled_from([date.min, date.max, date(2012, 2, 29)])).map(Span.point)
        case "percentage":
            return shares.map(Span.point)
        case _:
            return cents.map(Span.point)


def partly_known(value: Value, kind: Type) -> st.SearchStrategy[Value]:
    """This value, or less known of it: the value that is really so is always one of those still possible."""
    if kind.or_empty:
        return st.sampled_from([value, PERHAPS_EMPTY])
    match value:
        case Words():
            return st.sampled_from([value, Words(None)])
        case Truth():
            return st.sampled_from([value, Truth.UNKNOWN])
        case Choice(options=options):
            return st.sets(st.sampled_from(kind.options)).map(lambda more: Choice(options | more))
        case Span(low=date() as low):
            return st.builds(_around, st.just(low), days | st.none(), days | st.none())
        case Span(low=Fraction() as low):
            return st.builds(_around, st.just(low), cents | st.none(), cents | st.none())
        case _:
            return st.just(value)


def _around(value: Bound, one: Bound | None, other: Bound | None) -> Span[Bound]:
    return Span(None if one is None else min(value, one), None if other is None else max(value, other))
