"""Ages and numbers of whole months, seen by the day: how near is the day on which the next one is reached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.tree import Call, Constant, Name
from maatwerk.expressions.types import DATE
from maatwerk.expressions.values import exactly

if TYPE_CHECKING:
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node

UNDER, OVER = "M332", "M334"
_WHOLE = frozenset({"leeftijd_op", "maanden_tussen"})


@dataclass(frozen=True, slots=True)
class Periods:
    """What is compared with a limit, read in a case; `near`: so many days are close by."""

    value: Node
    scope: Scope
    near: int

    def side(self, number: Fraction) -> frozenset[str]:
        """Just under or just over the day on which so many are reached; nothing further away, or of other values."""
        call = self._call()
        if call is None:
            return frozenset()
        start, day = (exactly(evaluate(each, self.scope)) for each in call.arguments)
        if not isinstance(start, date) or not isinstance(day, date):
            return frozenset()

        def reached(days: int) -> bool:
            ends = (Constant(each, DATE, call.at) for each in (start, day + timedelta(days=days)))
            found = exactly(evaluate(replace(call, arguments=tuple(ends)), self.scope))
            return isinstance(found, Fraction) and found >= number

        if reached(0):
            return frozenset() if reached(-self.near - 1) or not reached(-1) else frozenset({OVER})
        return frozenset({UNDER}) if reached(self.near) else frozenset()

    def _call(self) -> Call | None:
        node = self.value
        while isinstance(node, Name):
            definition = self.scope.definition(node.name)
            if definition is None:
                return None
            node = definition.root
        return node if isinstance(node, Call) and node.function in _WHOLE else None
