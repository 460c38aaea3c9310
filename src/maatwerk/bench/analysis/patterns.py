"""Gaps and conflicts where there are too many patterns to try them all: sought in the cases themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.analysis.look import told
from maatwerk.expressions.values import Truth
from maatwerk.loading.analysis import in_words
from maatwerk.outcome.outcome import deciding_names
from maatwerk.outcome.standing import more_outcomes, no_outcome, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import Situation


def settled(look: Look, known: Iterable[Problem]) -> Iterator[Problem]:
    """The known problems without M403 where it is proved that every case has exactly one outcome.

    Else with the gap (M402) or conflict (M401) that was found, or with M403 as it was.
    """
    place = next(iter(look.ruleset.outcomes.values())).place
    gap, conflict = look.case("M402", no_outcome, closed=True), look.case("M401", more_outcomes, closed=True)
    for each in known:
        if each.code != "M403" or not (gap.proved_none and conflict.proved_none):
            yield each
    if gap.situations:
        yield problem("M402", place, pattern=_pattern(gap.situations[0]), case=told(gap))
    if conflict.situations:
        situation = conflict.situations[0]
        both = ", ".join(name for name, stands in standing(situation).items() if stands is Truth.YES)
        yield problem("M401", place, pattern=_pattern(situation), case=told(conflict), outcomes=both)


def _pattern(situation: Situation) -> str:
    verdicts = {name: situation.verdict(name) for name in deciding_names(situation.ruleset)}
    return in_words({name: verdict is Truth.YES for name, verdict in verdicts.items() if verdict.known})
