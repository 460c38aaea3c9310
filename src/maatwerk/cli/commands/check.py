"""`maatwerk check`: one case against the rules, at the counter or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import NoSuchChoice
from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk, PartAtDesk


@new_command("check")
@click.argument("what", metavar="REGELSET|ZAAK.json")
@options.facts
@options.on
@option("--ask/--no-ask", "asking", default=None)
@option("--save", type=options.FILE, metavar="BESTAND")
@options.part
@options.everything
@options.shape("text", "plain", "json")
@options.lang
def command(
    *,
    what: str,
    facts: tuple[tuple[str, str], ...],
    on: date | None,
    asking: bool | None,
    save: Path | None,
    part: str,
    everything: bool,
    shape: str,
) -> int:
    """Check; at a counter also ask, and do what the person chooses. Returns the exit code."""
    from maatwerk.cli import counter
    from maatwerk.cli import parts as in_parts
    from maatwerk.cli.desk import with_facts

    at_counter = not what.endswith(".json")
    asked = _asked(asking, at_counter=at_counter, shape=shape)
    found = () if at_counter else _parts(what, on, part)
    if len(found) > 1:
        if asked or save is not None:
            raise NoSuchChoice(say("cli.error.whole_case"))
        return in_parts.check(found, facts, in_parts.Showing(shape, everything))
    desk, case = _at_hand(what, on) if at_counter else (found[0].desk, found[0].part.case)
    case, day = _with_day(with_facts(case, desk.ruleset, facts), desk, assumed=at_counter or asked)
    desk, case = desk.for_days_of(case)
    view = counter.View(desk, everything=everything, shape=shape, day_assumed=day, at_counter=at_counter)
    return counter.ask_and_act(view, case, save) if asked else counter.show_only(view, case, save)


def _asked(asking: bool | None, *, at_counter: bool, shape: str) -> bool:  # noqa: FBT001 - three-valued, not a switch
    """Ask mode needs a terminal; there it is the default for a ruleset."""
    if shape == "json" or not terminal.interactive():
        return False
    return at_counter if asking is None else asking


def _parts(what: str, on: date | None, part: str) -> tuple[PartAtDesk, ...]:
    from maatwerk.cli.desk import for_parts, the_part

    found = for_parts(Path(what), on)
    return (the_part(found, part),) if part else found


def _at_hand(what: str, on: date | None) -> tuple[Desk, Case]:
    from maatwerk.cli.desk import empty_case, for_ruleset

    desk = for_ruleset(what, on)
    return desk, empty_case(desk.ruleset)


def _with_day(case: Case, desk: Desk, *, assumed: bool) -> tuple[Case, str]:
    from maatwerk.cli.desk import with_day

    return with_day(case, desk) if assumed else (case, "")
