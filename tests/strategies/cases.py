"""Random cases for the rulesets of `rulesets.py`, written as a case file has them, with facts left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from maatwerk.case.reading import read_case
from maatwerk.errors import ProblemsFound

if TYPE_CHECKING:
    from random import Random  # noqa: TID251 - seeded by each caller

    from maatwerk.case.model import Case
    from maatwerk.ruleset.model import Ruleset

TODAY = date(2026, 8, 1)
AMOUNTS = (
    "0", "99.99", "100.00", "100.01", "104.00", "250.49", "250.50", "250.51", "260.00", "262.00", "375.75", "390.00",
    "449.00", "900.00", "1000.00", "1000.01", "1500.00",
)  # fmt: skip
DATES = ("2008-07-31", "2026-02-28", "2026-04-15", "2026-06-30", "2026-07-01", "2026-07-20", "2026-12-31")
REFERENCE_DATES = ("2026-06-30", "2026-07-01", "2026-07-15")
Given = dict[str, Any]


def answers(ruleset: Ruleset, name: str) -> tuple[str, ...]:
    """Known values of a fact, as a case file has them; amounts and dates lie on, beside and far from the limits."""
    kind = ruleset.facts[name].type
    match kind.sort:
        case "ja_nee":
            return ("ja", "nee")
        case "keuze":
            return kind.options
        case "datum":
            return REFERENCE_DATES if name == ruleset.header.reference_date else DATES
        case _:
            return AMOUNTS


def facts(ruleset: Ruleset, dice: Random, *, blank: float = 0.3) -> Given:
    """Facts for a ruleset; each is left out with this chance."""
    return {name: told(ruleset, name, dice) for name in ruleset.facts if dice.random() >= blank}


def told(ruleset: Ruleset, name: str, dice: Random) -> Given:
    """One fact as a case file has it."""
    by, verified = dice.choice(("inwoner", "behandelaar")), dice.random() < 0.5
    return {"value": dice.choice(answers(ruleset, name)), "by": by, "verified": verified}


def case_of(ruleset: Ruleset, given: Given, **more: Any) -> Case:  # noqa: ANN401 - parts of a case file
    """The case that these facts make. ProblemsFound shows a fault of this generator."""
    reading = read_case({"case": "Z-1", "ruleset": ruleset.id, "facts": given, **more}, ruleset)
    if reading.case is None:
        raise ProblemsFound(reading.problems)
    return reading.case
