"""The one rule of all procedural detectors: what is not in order is a finding."""

from __future__ import annotations

from maatwerk.findings.vocabulary import CODE, NOBODY
from maatwerk.reasoning.table import Pattern, Rule

PROCEDURE_RULES = (
    Rule(
        "procedure not in order",
        4,
        when=(Pattern("procedure", (CODE,)),),
        then=(Pattern("finding", (CODE, NOBODY, NOBODY)),),
    ),
)
