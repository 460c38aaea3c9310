"""What `make mutate` found so far, as the table of docs/mutation.md, and the changes that no test noticed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

ROOT = Path(__file__).parents[1] / "mutants" / "src" / "maatwerk"
KILLED, SURVIVED, NO_TEST, TIMEOUT = "killed", "survived", "no test", "timeout"
HEAD = """| module | tried | killed | survived | timeout | no test | not tried | score |
|---|---|---|---|---|---|---|---|"""
MEANING = {1: KILLED, 3: KILLED, 0: SURVIVED, 5: NO_TEST, 33: NO_TEST, 24: TIMEOUT, -24: TIMEOUT, 36: TIMEOUT}


def outcomes(file: Path) -> dict[str, str]:
    """Of each change in a module that was tried: what the tests said (mutmut keeps exit codes of pytest)."""
    codes: dict[str, int | None] = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: MEANING.get(code, f"exit {code}") for name, code in codes.items() if code is not None}


def row(name: str, counts: Counter[str], untried: int) -> str:
    """A line of the table; the score is of what had a test."""
    looked_at = counts.total() - counts[NO_TEST]
    score = f"{counts[KILLED] / looked_at:.1%}" if looked_at else "–"
    figures = (counts.total(), counts[KILLED], counts[SURVIVED], counts[TIMEOUT], counts[NO_TEST], untried)
    return f"| {name} | {' | '.join(map(str, figures))} | {score} |"


@click.command()
@click.option("--names", is_flag=True, help="Also each change that no test noticed; `mutmut show NAME` shows it.")
def main(*, names: bool) -> None:
    """Print the table."""
    click.echo(HEAD)
    total, left, alive = Counter[str](), 0, list[str]()
    for file in sorted(ROOT.rglob("*.meta")):
        found = outcomes(file)
        untried = len(json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]) - len(found)
        counts = Counter(found.values())
        if found or untried:
            click.echo(row(str(file.relative_to(ROOT)).removesuffix(".py.meta"), counts, untried))
        total, left = total + counts, left + untried
        alive += [name for name, said in found.items() if said == SURVIVED]
    click.echo(row("all", total, left))
    if names:
        click.echo("\n".join(alive))


if __name__ == "__main__":
    main()
