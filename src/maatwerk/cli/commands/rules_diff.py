"""`maatwerk rules diff`: two versions of a ruleset beside each other, and what that does to cases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.diff.compare import Comparison
    from maatwerk.bench.diff.totals import CaseTotals
    from maatwerk.cli.screens.model import Screen
    from maatwerk.ruleset.model import Ruleset

CASES = "*.json"


@new_command("rules.diff")
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@option("--cases", "folder", type=options.FILE, metavar="MAP")
@option("--list", "ids", is_flag=True, key="ids")
@options.everything
@options.on
@options.shape("text", "plain", "json")
@options.out
@options.lang
def command(
    *,
    old: str,
    new: str,
    folder: Path | None,
    ids: bool,
    everything: bool,
    on: date | None,
    shape: str,
    out: Path | None,
) -> int:
    """Compare. Returns 0 when nothing differs, else 4."""
    from maatwerk.bench.diff.compare import compare
    from maatwerk.cli.screens.rules_diff import diff

    files = _files(folder) if folder else []
    rulesets = _both(old, new, on)
    with terminal.busy(say("diff.cases.busy_search"), plain=shape != "text"):
        found = compare(*rulesets)
    if folder:
        found = replace(found, cases=_cases(files, folder, found, on, shape))
    if shape == "json":
        _give_json(found, out, ids=ids)
    else:
        _give(diff(found, everything=everything, ids=ids), out, plain=shape == "plain")
    return 0 if found.equal else 4


def _files(folder: Path) -> list[Path]:
    """The case files below a folder. Raises MaatwerkError where there is none."""
    from maatwerk.basics.errors import MaatwerkError

    if not folder.is_dir():
        raise MaatwerkError(say("diff.cases.no_folder", folder=folder))
    files = sorted(folder.rglob(CASES))
    if not files:
        raise MaatwerkError(say("diff.cases.empty_folder", folder=folder))
    return files


def _both(old: str, new: str, on: date | None) -> tuple[Ruleset, Ruleset]:
    """Both rulesets. Raises ProblemsFound with what is wrong in either."""
    from maatwerk import load_ruleset
    from maatwerk.basics import clock
    from maatwerk.basics.errors import ProblemsFound
    from maatwerk.cli.desk import organisation_here
    from maatwerk.cli.versions import newest_file

    organisation = organisation_here()
    files = [newest_file(name, on or clock.today(), organisation) for name in (old, new)]
    found: list[Ruleset] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(load_ruleset(file))
        except ProblemsFound as wrong:
            problems += wrong.problems
    if problems:
        raise ProblemsFound(list(dict.fromkeys(problems)))
    return found[0], found[1]


def _cases(files: list[Path], folder: Path, found: Comparison, on: date | None, shape: str) -> CaseTotals:
    from maatwerk.basics import clock
    from maatwerk.bench.diff.cases import CasePair, Elsewhere, Unread, compare_case
    from maatwerk.bench.diff.totals import CaseTotals

    today = on or clock.today()

    def compared() -> Iterator[CasePair | Unread | Elsewhere]:
        for file in terminal.counted(files, say("diff.cases.busy_cases"), plain=shape != "text"):
            yield compare_case(file, file.relative_to(folder).as_posix(), found.pair, today)

    return CaseTotals.of(compared())


def _give_json(found: Comparison, out: Path | None, *, ids: bool) -> None:
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens.machine_diff import compared

    text = machine.as_text(compared(found, ids=ids))
    if out is None:
        click.echo(text)
    else:
        _write(out, text + "\n")


def _give(screen: Screen, out: Path | None, *, plain: bool) -> None:
    from maatwerk.cli.screens import layout

    if out is None:
        terminal.show(screen, plain=plain)
    else:
        _write(out, "\n".join([*layout.lines(screen, plain=plain), ""]))


def _write(out: Path, text: str) -> None:
    from maatwerk.cli.whole_file import save

    save(out, text)
    click.echo(say("diff.screen.written", file=out))
