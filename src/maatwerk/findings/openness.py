"""Which decisive sets are open, or may still be: every member has an indication, or may have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.findings import doel_gemist, harde_grens, klein_verzuim, onhaalbare_eis
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

INDICATORS = (doel_gemist.DETECTOR, onhaalbare_eis.DETECTOR, harde_grens.DETECTOR, klein_verzuim.DETECTOR)
"""The detectors whose findings are indications of a criterion."""


def indication_facts(view: View) -> Iterator[Fact]:
    """The indications that are sure, for the reasoner."""
    for name, decisive in view.sets.items():
        for criterion in decisive.criteria:
            for detector in INDICATORS:
                if detector.indicates(view, decisive, criterion) is Truth.YES:
                    yield Fact("indication", (name, criterion, detector.code))


def may_be_open(view: View) -> tuple[str, ...]:
    """The sets in which every member has, or may have, an indication."""
    return tuple(name for name, each in view.sets.items() if all(_hinted(view, each, c) for c in each.criteria))


def _hinted(view: View, decisive: DecisiveSet, criterion: str) -> bool:
    return any(detector.indicates(view, decisive, criterion) is not Truth.NO for detector in INDICATORS)


def facts_for_indications(view: View) -> frozenset[str]:
    """The unknown facts behind the indications of sets that may still be open."""
    needed: frozenset[str] = frozenset()
    for name in may_be_open(view):
        decisive = view.sets[name]
        for criterion in decisive.criteria:
            needed |= frozenset().union(*(each.needs(view, decisive, criterion) for each in INDICATORS))
    return needed
