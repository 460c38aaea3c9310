"""A case in parts at the desk: each part shown under its own rules, and which of them still wait for a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language
from maatwerk.cli import terminal, traces
from maatwerk.cli.desk import PartAtDesk, with_facts
from maatwerk.cli.screens import check as check_screen
from maatwerk.cli.screens import machine
from maatwerk.cli.screens import parts as parts_screen
from maatwerk.cli.screens import propose as propose_screen
from maatwerk.criteria.members import base_name
from maatwerk.story import facts_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maatwerk.cli.screens.model import Screen
    from maatwerk.cli.screens.parts import Checked


@dataclass(frozen=True, slots=True)
class Showing:
    """How the person wants to see the parts."""

    shape: str
    everything: bool


def check(parts: Sequence[PartAtDesk], given: Sequence[tuple[str, str]], showing: Showing) -> int:
    """Check every part and show them below each other. Nothing is decided."""

    def screen(each: Checked) -> Screen:
        title = each.part.ruleset.header.title_in(language())
        return check_screen.screen(each.assessment, title, everything=showing.everything)

    code = _shown(_with_facts(parts, given), screen, showing)
    if showing.shape != "json":
        terminal.remark(traces.noted(parts[0].desk, differed=code == check_screen.DIFFER))
    return code


def propose(parts: Sequence[PartAtDesk], file: str, showing: Showing) -> int:
    """Every lawful way out of every part, computed again."""

    def screen(each: Checked) -> Screen:
        return propose_screen.screen(
            each.assessment,
            each.part.ruleset.header.title_in(language()),
            case=each.part.case.id,
            file=f"{file} --part {each.part.valid_from}",
            everything=showing.everything,
        )

    return _shown(parts, screen, showing)


def left(parts: Sequence[PartAtDesk], file: str) -> Screen:
    """Which parts still wait for a decision, with the command for each; nothing for a case that is whole."""
    return parts_screen.left(waiting(parts), len(parts), file) if len(parts) > 1 else ()


def waiting(parts: Sequence[PartAtDesk]) -> list[str]:
    """The parts of a case without a decision; none for a case that is whole."""
    return [each.part.valid_from for each in parts if not _decided(each)] if len(parts) > 1 else []


def _shown(parts: Sequence[PartAtDesk], screen: Callable[[Checked], Screen], showing: Showing) -> int:
    checked = [parts_screen.Checked(each.part, each.desk.check(each.part.case), _decided(each)) for each in parts]
    if showing.shape == "json":
        click.echo(machine.as_text(machine.in_parts(checked)))
    else:
        terminal.show(parts_screen.in_parts(checked, screen), plain=showing.shape == "plain")
        for remark in dict.fromkeys(each.desk.remark for each in parts):
            terminal.remark_if(remark)
    return check_screen.exit_code_of_all([each.assessment for each in checked])


def _with_facts(parts: Sequence[PartAtDesk], given: Sequence[tuple[str, str]]) -> list[PartAtDesk]:
    """The parts with what `--fact` says."""
    made: list[PartAtDesk] = []
    for each, mine in for_each(parts, given):
        case = with_facts(each.part.case, each.desk.ruleset, mine)
        made.append(PartAtDesk(each.desk, replace(each.part, case=case)))
    return made


def for_each(
    parts: Sequence[PartAtDesk], given: Sequence[tuple[str, str]]
) -> Iterator[tuple[PartAtDesk, list[tuple[str, str]]]]:
    """Each part with the answers that it asks for; with a name that none of them has, too, so that it is a problem."""
    asked = [frozenset((*each.desk.ruleset.facts, *each.desk.ruleset.lists)) for each in parts]
    anywhere = frozenset[str]().union(*asked)
    for each, names in zip(parts, asked, strict=True):
        yield each, [pair for pair in given if base_name(pair[0]) in names or base_name(pair[0]) not in anywhere]


def _decided(each: PartAtDesk) -> str:
    """The number of the decision that was taken on exactly these facts of this part; nothing when there is none."""
    organisation, part = each.desk.organisation, each.part
    if organisation is None or not organisation.register.exists():
        return ""
    from maatwerk.register import Register

    with Register.open(organisation.register, create=False) as register:
        return register.decided_on(part.case.id, part.ruleset.id, facts_hash(part.ruleset, part.case), part.valid_from)
