"""How long the jurist's bench takes: the shipped rulesets, and 40 criteria with 60 limits that are all required."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from time import process_time

from maatwerk.api import examine_ruleset
from maatwerk.bench.analysis import analyse
from maatwerk.bench.cliffs import cliffs
from maatwerk.bench.letters import letter_problems
from maatwerk.loading.analysis import pattern_problems
from maatwerk.ruleset.library import shipped
from tests.findings.small import ruleset

CRITERIA, CHOSEN = 40, 20
"""Of so many criteria, so many have a limit that hangs on a choice: two limits each."""


def large() -> str:
    """The large ruleset as Markdown."""
    numbers = range(CRITERIA)
    rows = "".join(f"| bedrag_{at} | bedrag |\n| vlag_{at} | ja_nee |\n" for at in numbers)
    chosen = "bedrag_{0} <= (als vlag_{0} dan € {1} anders € {2})"
    rules = [
        (chosen if at < CHOSEN else "bedrag_{0} <= € {1} of vlag_{0}").format(at, 1000 + at, 2000 + at)
        for at in numbers
    ]
    criteria = "".join(f"\n### Voorwaarde: eis_{at}\n- eis: {rule}\n" for at, rule in enumerate(rules))
    granted = f"- als: {' en '.join(f'eis_{at}' for at in numbers)}\n- soort: toekenning\n- bedrag: € 500\n"
    refused = f"- als: {' of '.join(f'niet eis_{at}' for at in numbers)}\n"
    outcomes = f"\n### Uitkomst: ja_dus\n{granted}\n### Uitkomst: nee_dus\n{refused}"
    return f"\n| gegeven | soort |\n|---|---|\n{rows}{criteria}{outcomes}"


def with_last_days() -> str:
    """The same, where each criterion also has a last day of its own for the reference date."""

    def dated(found: re.Match[str]) -> str:
        at = int(found[1])
        return f"### Voorwaarde: eis_{at}\n- eis: ({found[2]}) en dag < 2026-{2 + at % 11:02d}-{1 + at % 28:02d}"

    return re.sub(r"### Voorwaarde: eis_(\d+)\n- eis: (.*)", dated, large())


def seconds_of(work: Callable[[], object]) -> float:
    """How much time of the processor something takes."""
    begin = process_time()
    work()
    return process_time() - begin


def _measure(path: Path) -> None:
    """One shipped ruleset: its problems, those with every letter, and its cliffs."""
    times = [
        seconds_of(lambda: examine_ruleset(path, letters=False)),
        seconds_of(lambda: examine_ruleset(path)),
    ]
    rules = examine_ruleset(path, every_case=False).ruleset
    if rules and rules.outcomes:
        times.append(seconds_of(lambda: cliffs(rules)))
    told = ", ".join(f"{each:.2f} s" for each in times)
    print(f"{path.parent.name}/{path.stem}: problems, with letters, cliffs: {told}")


if __name__ == "__main__":
    for path in sorted(shipped().glob("*/*.md")):
        _measure(path)
    rules = ruleset(large())
    begin = process_time()
    problems = analyse(rules, pattern_problems(rules))
    print(f"{CRITERIA} criteria, analysis: {process_time() - begin:.1f} s, {[each.code for each in problems]}")
    begin = process_time()
    codes = [each.code for each in letter_problems(rules)]
    print(f"{CRITERIA} criteria, letters: {process_time() - begin:.1f} s, {codes}")
    for told, text in (("cliffs", large()), ("cliffs with last days", with_last_days())):
        rules = ruleset(text)
        begin = process_time()
        jumps = cliffs(rules)
        seconds = process_time() - begin
        print(f"{CRITERIA} criteria, {told}: {seconds:.1f} s, {len(jumps.found)}, open: {len(jumps.open)}")
