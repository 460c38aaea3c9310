"""What the fuzzers found, each by itself. (Of command lines: tests/cli/test_bad_input.py.)"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from maatwerk.api import examine_ruleset
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


def test_a_key_of_a_table_of_norms_that_nobody_knows_is_a_problem_and_no_fault(tmp_path: Path) -> None:
    """Without a front matter the rest was checked all the same, and asked for the type of an unknown key."""
    file = tmp_path / "rulesets" / "x" / "2026-01-01.md"
    text = """\
gebruikt: gronden
### Voorwaarde: inkomen_laag
- bron: artikel 1
- rang: beleidsregel
- eis: inkomen <= top bij huishouden

| norm | soort | vanaf | bij | waarde | bron |
|---|---|---|---|---|---|
| top | bedrag per maand | 2026-01-01 | alleen | € 100 | artikel 2 |
"""

    assert {"M006", "M204"} == {each.code for each in examine_ruleset(file, text=text).problems if not each.warning}
