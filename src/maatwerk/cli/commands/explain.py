"""`maatwerk explain`: why this outcome, why not another, what would change it, and what if. It decides nothing."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from maatwerk.cli.desk import PartAtDesk
    from maatwerk.cli.screens.explained_parts import Explained


@new_command("explain")
@options.case_file
@option("--what", "what", metavar="NAAM=WAARDE", **options.PAIRS)
@options.part
@options.on
@options.everything
@options.shape("text", "plain", "json", "html")
@options.out
@options.lang
def command(
    *,
    case_file: Path,
    what: tuple[tuple[str, str], ...],
    part: str,
    on: date | None,
    everything: bool,
    shape: str,
    out: Path | None,
) -> int:
    """Explain each part of a case, and show it or write it to a file. Returns the exit code."""
    from maatwerk.cli.desk import for_parts, the_part

    found = for_parts(case_file, on)
    found = (the_part(found, part),) if part else found
    explained = _explained(found, what, steps=everything or shape in {"json", "html"})
    if out is None:
        _show(explained, shape, everything=everything)
    else:
        _write(out, _text(explained, shape, everything=everything))
    return _exit_code(explained)


def _explained(parts: Sequence[PartAtDesk], what: Sequence[tuple[str, str]], *, steps: bool) -> list[Explained]:
    """Every part with its explanation; what is supposed goes to the parts that ask it."""
    from maatwerk import explain
    from maatwerk.cli.parts import for_each
    from maatwerk.cli.screens.explained_parts import Explained
    from maatwerk.story import ROLES

    made = []
    for each, mine in for_each(parts, what):
        organisation = each.desk.organisation
        with each.desk.noting_differences():
            found = explain(
                each.desk.ruleset,
                each.part.case,
                today=each.desk.today,
                what=dict(mine),
                adopted=each.desk.adopted,
                roles=organisation.people.order() if organisation else ROLES,
                steps=steps,
            )
        made.append(Explained(each.part, found))
    return made


def _show(explained: Sequence[Explained], shape: str, *, everything: bool) -> None:
    from maatwerk.cli.screens import explained_parts

    if shape in {"json", "html"}:
        click.echo(_text(explained, shape, everything=everything), nl=False)
    else:
        terminal.show(explained_parts.screen(explained, everything=everything), plain=shape == "plain")


def _text(explained: Sequence[Explained], shape: str, *, everything: bool) -> str:
    from maatwerk.cli.screens import explained_parts, layout

    if shape == "html":
        from maatwerk.explanation.page import as_html

        return as_html([each.explanation for each in explained], language())
    if shape == "json":
        single = len(explained) == 1
        told = asdict(explained[0].explanation) if single else explained_parts.as_data(explained)
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    screen = explained_parts.screen(explained, everything=everything)
    return "".join(f"{line}\n" for line in layout.lines(screen, plain=shape == "plain"))


def _write(out: Path, text: str) -> None:
    from maatwerk.cli.whole_file import save

    save(out, text)
    terminal.told(say("explain.written", file=out))


def _exit_code(explained: Sequence[Explained]) -> int:
    """6 the reasoners differ, 3 an outcome is not known yet, else 0: an explanation decides nothing."""
    if not all(each.explanation.agreed for each in explained):
        return 6
    return 3 if any(each.explanation.outcome.id == "onbekend" for each in explained) else 0
