"""A way out: which criteria it sets aside, on which ground, and what the strict rules give then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maatwerk.criteria.situation import Situation
    from maatwerk.outcome.outcome import Result


@dataclass(frozen=True, eq=False)
class Way:
    """One departure, computed again. `how` = specificity of its ground (0 = names the criterion itself).

    `ask_jurist`: not a proposal to decide on; it is laid before the jurist.
    """

    criteria: tuple[str, ...]
    grounds: tuple[str, ...]
    how: int
    after: Situation
    result: Result
    exceptions: tuple[str, ...] = ()
    ask_jurist: bool = False
    resolves: tuple[str, ...] = field(default=())
    remains: tuple[str, ...] = field(default=())
