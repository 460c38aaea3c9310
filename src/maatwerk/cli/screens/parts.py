"""The screen of a case in parts: why it is split, each part under its own heading, and the euros together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.model import Paragraph, Section, Title, loose
from maatwerk.criteria.wording import readable, runs
from maatwerk.outcome.outcome import MONEY_BACK, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.assessment.model import Assessment
    from maatwerk.case.parts import CasePart
    from maatwerk.cli.screens.model import Screen


@dataclass(frozen=True, slots=True)
class Checked:
    """A part with its assessment; `decided` is the number of the decision on it, if there is one."""

    part: CasePart
    assessment: Assessment
    decided: str = ""


def in_parts(checked: Sequence[Checked], screen: Callable[[Checked], Screen]) -> Screen:
    """All parts below each other, the sentence that says why first."""
    shown: list[Title | Section] = [loose(say("screen.split", number=len(checked)), say("screen.split_decisions"))]
    for number, each in enumerate(checked, start=1):
        day = assessed.iso_day(each.part.valid_from)
        shown += [Title(say("screen.part", number=number, total=len(checked), day=day)), *_about(each), *screen(each)]
    return (*shown, *_together(checked))


def _about(each: Checked) -> Screen:
    """Which rows of the file the part holds, and that it was decided already."""
    told = [_rows(name, numbers) for name, numbers in each.part.rows.items()]
    told.append(say("screen.part_decided", number=each.decided) if each.decided else "")
    return (loose(*told),) if any(told) else ()


def _rows(name: str, numbers: tuple[int, ...]) -> str:
    if numbers == tuple(range(1, len(numbers) + 1)):
        return say("screen.part_rows", list=readable(name), rows=runs(numbers))
    here = runs(range(1, len(numbers) + 1))
    return say("screen.part_rows_renumbered", list=readable(name), rows=runs(numbers), here=here)


def _together(checked: Sequence[Checked]) -> Screen:
    total = euros(checked)
    if total is None:
        return ()
    way = "back" if total < 0 else "nothing" if total == 0 else "gets"
    return (Section(say("screen.together"), say(f"screen.together_{way}", amount=amount(abs(total)))),)


def euros(checked: Sequence[Checked]) -> Fraction | None:
    """What the resident gets by the letter of all parts together; below zero when money goes back.

    None while a part is not known, and where amounts cannot be added: of different periods, or with more paid besides.
    """
    found = [_euros(each) for each in checked]
    units = {unit for _, unit in filter(None, found) if unit is not None}
    return None if None in found or len(units) != 1 else sum((each[0] for each in found if each), Fraction(0))


def _euros(each: Checked) -> tuple[Fraction, str | None] | None:
    """The euros of a part with their period; an outcome without an amount has none of either."""
    outcome = each.assessment.outcome
    if outcome.id == UNKNOWN:
        return None
    rule = each.part.ruleset.outcomes[outcome.id]
    if rule.amount is None:
        return None if rule.also else (Fraction(0), None)
    if outcome.amount is None or rule.also or rule.amount_type is None:
        return None
    value = Fraction(outcome.amount)
    return (-value if outcome.kind in MONEY_BACK else value), rule.amount_type.unit


def left(waiting: Sequence[str], total: int, file: str) -> Screen:
    """Which parts are left to decide, by the first day of their rules (ISO), or that all are decided."""
    if not waiting:
        return (loose(say("screen.parts_done", total=total)),)
    commands = tuple(
        Paragraph(say("screen.part_left", day=assessed.iso_day(each), file=file, part=each)) for each in waiting
    )
    number = say("screen.parts_left_number", number=len(waiting), total=total)
    return (Section(say("screen.parts_left"), number, commands),)
