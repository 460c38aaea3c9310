"""Two versions compared in full: the text, the outcomes of cases that can occur, and the cases of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.diff.changes import text_diff
from maatwerk.bench.diff.days import on_same_days
from maatwerk.bench.diff.outcomes import outcome_diff

if TYPE_CHECKING:
    from maatwerk.bench.diff.days import Pair
    from maatwerk.bench.diff.model import TextDiff
    from maatwerk.bench.diff.outcomes import OutcomeDiff
    from maatwerk.bench.diff.totals import CaseTotals
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions on the same days, with all that was found.

    `outcomes`: None where there is nothing to search: the rules mean the same, or decide nothing. `cases`: None without
    a folder.
    """

    pair: Pair
    text: TextDiff
    outcomes: OutcomeDiff | None = None
    cases: CaseTotals | None = None

    @property
    def equal(self) -> bool:
        """Whether nothing differs: no word of the text, and no case."""
        return not self.text.changes and not (self.cases and self.cases.differ)


def compare(old: Ruleset, new: Ruleset) -> Comparison:
    """The text and the outcomes of two versions. Raises ProblemsFound where these cannot hold on the same days."""
    text = text_diff(old, new)
    pair = on_same_days(old, new, text.renamed)
    decides = bool(old.outcomes or new.outcomes)  # a building block decides nothing
    return Comparison(pair, text, outcome_diff(pair, text.renamed) if decides and not text.alike else None)
