"""How far is searched."""

from __future__ import annotations

from dataclasses import dataclass

BUDGET = "budget"
"""In `Answer.left`: the search stopped before the end."""


@dataclass
class Budget:
    """How many places may still be looked at. A part of a larger budget (`of`) takes from that too.

    So one budget can serve many searches, and all together end.
    """

    places: int = 4000
    of: Budget | None = None

    def spend(self) -> bool:
        """Take one; whether there was one left."""
        if self.places < 1 or (self.of is not None and not self.of.spend()):
            return False
        self.places -= 1
        return True
