"""Proof that another `ernst`, `draagt` or `dient` cannot matter: no comparison in which they are used turns.

Seriousness is compared with what the purposes of a criterion can bear, and with the thresholds of the detectors. Where
all of these come out the same, every finding and its weight is the same in every case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.findings.detect import FELT, HEAVY
from maatwerk.findings.zwaar_gevolg import DEFAULT_BEARS

if TYPE_CHECKING:
    from maatwerk.bench.mutants import Mutant
    from maatwerk.ruleset.model import Criterion, Ruleset

_FIGURES = frozenset({("consequences", "severity"), ("purposes", "bears"), ("criteria", "serves")})


def never_matters(ruleset: Ruleset, mutant: Mutant) -> bool:
    """Whether a change of such figures leaves every comparison as it was."""
    only_figures = all((edit.mapping, edit.field) in _FIGURES for edit in mutant.edits)
    return only_figures and _comparisons(ruleset) == _comparisons(mutant.of(ruleset))


def _comparisons(ruleset: Ruleset) -> frozenset[tuple[str, str, bool]]:
    """Of each consequence: is it heavier than what each criterion can bear, and than each threshold."""
    set_aside = [each for each in ruleset.criteria.values() if each.kind != "kenmerk"]  # that is never set aside
    limits = {f"criterion {each.name}": _bears(ruleset, each) for each in set_aside}
    limits |= {f"from {least}": least - 1 for least in (FELT, HEAVY)}
    return frozenset(
        (each.name, name, each.severity > limit)
        for each in ruleset.consequences.values()
        for name, limit in limits.items()
    )


def _bears(ruleset: Ruleset, criterion: Criterion) -> int:
    return max((ruleset.purposes[name].bears for name in criterion.serves), default=DEFAULT_BEARS)
