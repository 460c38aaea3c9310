"""The types of functions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.algebra import CENT, NUMERIC, Judged, alike
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.judging import Judging
from maatwerk.expressions.tree import Constant
from maatwerk.expressions.types import Type
from maatwerk.expressions.wholes import is_whole

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Call

PERIODS = ("maand", "week")
"""The periods of which a year has a whole number that a rule may ask for."""


class CallJudging(Judging):
    """Judges calls."""

    def call(self, node: Call) -> Judged:
        """A function with its arguments."""
        function = FUNCTIONS[node.function]
        if isinstance(function.result, Type):
            wanted = [parameter.type or function.result for parameter in function.parameters]
            arguments = tuple(self.need(part, kind) for part, kind in zip(node.arguments, wanted, strict=True))
            for part, parameter in zip(arguments, function.parameters, strict=True):
                if parameter.whole and not is_whole(part):
                    self.report.add(
                        "M279", part.at, hint=f"afronden_omlaag({self.text(part)}; 1)", found=self.text(part)
                    )
            return Judged(replace(node, arguments=arguments), function.result)
        parts = [self.operand(argument) for argument in node.arguments]
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
        """The type of the least or the greatest."""
        for part in parts:
            if part.known.sort not in NUMERIC | {"datum"}:
                self.wrong(part, "getal, bedrag, percentage, datum")
                return None
        return self.together(node, parts)

    def rounding(self, value: Judged, step: Judged) -> Type | None:
        """The type of what is rounded to a step."""
        kind = value.known
        if kind.sort not in NUMERIC:
            return self.wrong(value, "getal, bedrag, percentage").type
        plain = kind.sort != "percentage" and step.known.sort == "getal" and not step.known.unit
        if not plain and alike([value, step]) is None:
            return self.wrong(step, str(kind)).type
        if not isinstance(step.node, Constant):
            self.report.add("M278", step.node.at, found=self.text(step.node))
            return None
        size = step.node.value
        if not isinstance(size, Fraction) or size <= 0:
            return self.wrong(step, "> 0").type
        return replace(kind, rounded=kind.sort != "bedrag" or (size / CENT).denominator == 1)

    def other_period(self, result: str, part: Judged) -> Type | None:
        """The type of an amount of one period as that of another."""
        kind = part.known
        if result == "per_year" and kind.sort == "bedrag" and kind.unit in PERIODS:
            return replace(kind, unit="jaar")
        if result == "per_month" and kind.sort == "bedrag" and kind.unit == "jaar":
            return replace(kind, unit="maand", rounded=False)
        expected = "bedrag per maand, bedrag per week" if result == "per_year" else "bedrag per jaar"
        return self.wrong(part, expected).type
