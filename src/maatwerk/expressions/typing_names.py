"""The types of names and options, and of the questions about them: `in`, `is bekend`, `is leeg`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.algebra import Judged
from maatwerk.expressions.judging import Judging
from maatwerk.expressions.lexer import FOREIGN
from maatwerk.expressions.tree import Name, Option
from maatwerk.expressions.types import DATE, YES_NO

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Compare, IsEmpty, IsKnown, Node, Within
    from maatwerk.expressions.types import Type


class NameJudging(Judging):
    """Judges names and options."""

    def name(self, node: Name) -> Judged:
        """A fact, norm, calculation or criterion."""
        kind = self.names.get(node.name)
        if kind is None:
            self.nameless(node)
        elif kind.sort == "tekst":
            return self.wrong(Judged(node, kind), "ja_nee, keuze, datum, percentage, getal, bedrag")
        on = None if node.on is None else self.need(node.on, DATE)
        by = tuple(self.judge(part).node for part in node.by)
        norms = self.rules.norms
        if (on or by) and norms is not None and node.name not in norms and kind is not None:
            self.report.add("M209", node.at, found=node.name)
        empty = kind is not None and kind.or_empty and node.name not in self.there
        return Judged(replace(node, on=on, by=by), kind and replace(kind, below_zero=False, or_empty=empty))

    def nameless(self, node: Name) -> None:
        """Report a name that has no value here, by what it is where that is known."""
        lists = self.rules.lists
        of = next((name for name, fields in lists.items() if node.name in fields), None)
        if node.name in lists:
            self.report.add("M275", node.at, hint=f"aantal({node.name})", found=node.name)
        elif of is not None:
            self.report.add("M273", node.at, hint=f"er_is({of} waar …)", found=node.name, list=of)
        elif (choice := self.choice_with(node.name)) is not None:
            self.report.add("M280", node.at, found=node.name, choice=choice)
        else:
            hint = FOREIGN.get(node.name) or nearest(node.name, self.names) or ""
            self.report.add("M204", node.at, hint=hint, found=node.name)

    def choice_with(self, option: str) -> str | None:
        """A choice that has this option: the first name, or what the expression must be."""
        named = (name for name, kind in self.names.items() if option in kind.options)
        return next(named, str(self.wanted) if self.wanted and option in self.wanted.options else None)

    def option_after(self, node: Compare, left: Judged) -> Node:
        """What stands after `=` or `!=`; after a choice a name is an option."""
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
        """Report an option that a choice does not have."""
        if option.name not in kind.options:
            hint = nearest(option.name, kind.options) or ""
            self.report.add("M205", option.at, hint=hint, found=option.name, options=", ".join(kind.options))

    def within(self, node: Within) -> Judged:
        """`x in (a; b)`."""
        item = self.judge(node.item)
        if item.type is not None and item.type.sort != "keuze":
            self.wrong(item, "keuze")
        elif item.type is not None:
            for option in node.options:
                self.check_option(option, item.type)
        return Judged(replace(node, item=item.node), YES_NO)

    def is_known(self, node: IsKnown) -> Judged:
        """`x is bekend`."""
        if not self.rules.allow_is_known:
            self.report.add("M207", node.at)
        return Judged(replace(node, item=self.judge(node.item).node), YES_NO)

    def is_empty(self, node: IsEmpty) -> Judged:
        """`x is leeg`; only of what may be absent."""
        with self.known_there(frozenset()):  # to ask it twice is no problem
            item = self.judge(node.item)
        if item.type is not None and not item.type.or_empty:
            self.report.add("M271", item.node.at, found=self.text(item.node), type=item.type)
        return Judged(replace(node, item=item.node), YES_NO)
