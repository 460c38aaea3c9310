"""`bewijs_dun`: an adverse outcome rests on a fact that nobody verified, or that is contested.

Not on the light track. Source: Awb 3:2 (careful gathering of facts). Page: docs/findings/bewijs_dun.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.wording import readable
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.procedure import PROCEDURE_RULES
from maatwerk.findings.weighty import weighty_facts
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "bewijs_dun"


def _facts(view: View) -> Iterator[Fact]:
    if view.outcome is not None and view.adverse and not view.light and any(_thin(view)):
        yield Fact("procedure", (CODE,))


def thin(view: View) -> tuple[str, ...]:
    """The facts that carry the outcome and are unverified or contested."""
    return tuple(_thin(view))


def _thin(view: View) -> Iterator[str]:
    return weighty_facts(view, lambda name: not _sound(view, name))


def _sound(view: View, name: str) -> bool:
    given = view.given.get(name)
    return given is not None and given.verified and not given.contested


def _text(view: View, _: Found) -> str:
    return say("finding.bewijs_dun", facts=", ".join(readable(name) for name in thin(view)))


DETECTOR = Detector(CODE, "procedure", _text, _facts, PROCEDURE_RULES)
