"""The types of questions about the records of a list."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.algebra import NUMERIC, Judged
from maatwerk.expressions.judging import Judging
from maatwerk.expressions.types import NUMBER, YES_NO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Aggregate


class ListJudging(Judging):
    """Judges questions about lists. Inside one, its fields are names; fields of another list are not."""

    def aggregate(self, node: Aggregate) -> Judged:
        """A question about the records of a list."""
        fields = self.rules.lists.get(node.list)
        if fields is None:
            hint = nearest(node.list, self.rules.lists) or ""
            self.report.add("M272", node.at, hint=hint, found=node.list)
            return Judged(node, None)
        if self.inside:
            self.report.add("M274", node.at, list=self.inside)
            return Judged(node, None)
        if node.group and node.group not in fields:
            hint = nearest(node.group, fields) or ""
            self.report.add("M277", node.at, hint=hint, found=node.group, list=node.list)
        with self.in_list(node.list):
            return self.of_records(replace(node, fields=frozenset(fields)))

    @contextmanager
    def in_list(self, name: str) -> Iterator[None]:
        """The names that can be seen in a record."""
        outside, lists = self.names, self.rules.lists
        hidden = {field for other in lists if other != name for field in lists[other]}
        of_case = {each: kind for each, kind in outside.items() if each not in hidden}
        self.names, self.inside = {**of_case, **lists[name]}, name
        yield
        self.names, self.inside = outside, ""

    def of_records(self, node: Aggregate) -> Judged:
        """The parts and the type of a question."""
        where = None if node.where is None else self.need(node.where, YES_NO)
        done = replace(node, where=where)
        if node.expression is None:
            return Judged(done, NUMBER if node.kind == "aantal" else YES_NO)
        if node.kind == "voor_alle":
            return Judged(replace(done, expression=self.need(node.expression, YES_NO)), YES_NO)
        part = self.operand(node.expression)
        done = replace(done, expression=part.node)
        dates = {"datum"} if node.kind in {"laagste", "hoogste"} else set()
        if part.type is not None and part.type.sort not in NUMERIC | dates:
            self.wrong(part, ", ".join(["getal", "bedrag", "percentage", "tarief", *dates]))
            return Judged(done, None)
        return Judged(done, part.type, part.loose)
