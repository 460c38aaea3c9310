"""maatwerk: check a case against strict rules, see where the law leaves room, decide, register, and write."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maatwerk.api import check, decide, examine_ruleset, explain, load_case, load_parts, load_ruleset, propose
    from maatwerk.assessment.model import Assessment
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.case.model import Case
    from maatwerk.case.parts import CasePart
    from maatwerk.decision.model import Decision
    from maatwerk.explanation.model import Explanation
    from maatwerk.letter import write_letter
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset

_WHERE = {
    "Assessment": "maatwerk.assessment.model",
    "Case": "maatwerk.case.model",
    "CasePart": "maatwerk.case.parts",
    "Decision": "maatwerk.decision.model",
    "Explanation": "maatwerk.explanation.model",
    "MaatwerkError": "maatwerk.basics.errors",
    "Organisation": "maatwerk.organisation.folder",
    "Register": "maatwerk.register",
    "Ruleset": "maatwerk.ruleset.model",
    "check": "maatwerk.api",
    "decide": "maatwerk.api",
    "examine_ruleset": "maatwerk.api",
    "explain": "maatwerk.api",
    "load_case": "maatwerk.api",
    "load_parts": "maatwerk.api",
    "load_ruleset": "maatwerk.api",
    "propose": "maatwerk.api",
    "write_letter": "maatwerk.letter",
}

__all__ = [
    "Assessment",
    "Case",
    "CasePart",
    "Decision",
    "Explanation",
    "MaatwerkError",
    "Organisation",
    "Register",
    "Ruleset",
    "check",
    "decide",
    "examine_ruleset",
    "explain",
    "load_case",
    "load_parts",
    "load_ruleset",
    "propose",
    "write_letter",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute can be anything
    """Import what is asked for, and nothing more: starting the program must stay cheap."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(_WHERE[name]), name)
