"""How long a check takes with many records: `python scripts/measure_many_records.py`. Seconds of this process."""

from __future__ import annotations

import json
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

from maatwerk import check, load_case, load_ruleset

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 12, 30)
CASES = {  # the rows of a shipped case, repeated
    "giften-van-moeder": ("giften", (36, 100, 200)),
    "giften-nog-vragen": ("giften", (36,)),
    "kostendelers-noodopvang": ("medebewoners", (36,)),
}


def repeated(name: str, of_list: str, number: int) -> dict[str, Any]:
    """A shipped case with the rows of one list repeated to this number."""
    case: dict[str, Any] = json.loads((ROOT / "examples" / "cases" / f"{name}.json").read_text(encoding="utf-8"))
    found = case["facts"][of_list]
    rows = list(islice(cycle(found["records"] if isinstance(found, dict) else found), number))
    case["facts"][of_list] = {**found, "records": rows} if isinstance(found, dict) else rows
    return case


def seconds(data: dict[str, Any]) -> tuple[float, int]:
    """The time of one whole check, and how many ways out it found."""
    ruleset = load_ruleset(ROOT / "rulesets" / data["ruleset"] / "2026-01-01.md")
    case = load_case(data, ruleset)
    start = process_time()
    found = check(ruleset, case, today=TODAY)
    return process_time() - start, len(found.proposals)


def main() -> None:
    """Print a line for each case and number of rows."""
    for name, (of_list, numbers) in CASES.items():
        for number in numbers:
            took, ways = seconds(repeated(name, of_list, number))
            print(f"{name}: {number} rows, {ways} ways out, {took:.2f} s", flush=True)


if __name__ == "__main__":
    main()
