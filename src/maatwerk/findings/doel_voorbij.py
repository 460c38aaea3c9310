"""`doel_voorbij`: the outcome is favourable although the purpose of a criterion that carries it would not say so.

Counted in reports for each rule and never shown on a case: it is a fault of the rule, not of the person. So it is no
detector. Page: docs/findings/doel_voorbij.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.values import Truth
from maatwerk.outcome.decisive import carrying_sets
from maatwerk.outcome.outcome import FAVOURABLE_RANK

if TYPE_CHECKING:
    from maatwerk.findings.view import View

CODE = "doel_voorbij"


def beyond(view: View) -> tuple[str, ...]:
    """The criteria, by name, that carry a favourable outcome against their purpose.

    A criterion carries it in a smallest set whose flip is worse; its `naar_bedoeling` is known and differs from its
    verdict. Of a criterion per record the criterion counts once.
    """
    if view.outcome is None or view.outcome.kind not in FAVOURABLE_RANK:
        return ()
    members = {member for each in carrying_sets(view.situation, view.result) for member in each}
    return tuple(sorted({criterion_of(member) for member in members if _misses(view, member)}))


def _misses(view: View, member: str) -> bool:
    by_purpose = view.criterion(member).by_purpose
    if by_purpose is None:
        return False
    wanted = view.test_in(member, by_purpose)
    return wanted is not Truth.UNKNOWN and wanted is not view.situation.verdict(member)
