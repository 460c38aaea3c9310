"""What the fuzzers found, each by itself. (Of command lines: tests/cli/test_bad_input.py.)"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from maatwerk.case.reading import read_case
from maatwerk.story import assess
from tests.fuzz.judge import ROOT, within
from tests.fuzz.of_cases import rulesets

RECORDS = 40


def test_forty_gifts_of_which_something_is_not_known_are_assessed_within_a_second() -> None:
    """Every fact of every record was blanked and all computed again, also of facts that nobody doubted."""
    text = (ROOT / "examples" / "cases" / "giften-nog-vragen.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    gifts = data["facts"]["giften"]["records"]
    data["facts"]["giften"]["records"] = (gifts * RECORDS)[:RECORDS]
    rules = rulesets()[data["ruleset"].encode()]
    case = read_case(data, rules).case
    assert case is not None
    assert RECORDS == len(case.lists["giften"].records)

    with within():
        assess(rules, case, today=date(2026, 11, 20))
