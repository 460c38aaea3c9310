"""What `rules test --mutate` shows: the score, and of each small change that no example notices the row to add."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.model import Exact, Item, Paragraph, Section, Title
from maatwerk.cli.screens.rules_test import change_in_words

if TYPE_CHECKING:
    from maatwerk.bench.survivors import MutationReport, Survivor
    from maatwerk.cli.screens.model import Body, Screen

TENTH = Decimal("0.1")


def mutated(report: MutationReport, *, not_counted: int) -> Screen:
    """The score, the survivors, and what can never matter. `not_counted`: examples that do not hold."""
    numbers = {"turned": report.turned, "left": len(report.left), "never": len(report.never)}
    head = Title(say("bench.tried", number=report.tried, **numbers))
    scored = say("bench.score", score=percentage(report), turned=report.turned, number=report.counted)
    notes = [say("bench.not_whole", number=not_counted)] if not_counted else []
    told = Section(body=tuple(Paragraph(text) for text in (scored, *notes, say("bench.not_tried"))))
    return (head, told, *(_left(each) for each in report.left), *_never(report))


def percentage(report: MutationReport) -> str:
    """The share of the changes that count and that some example notices; rounded down, so that 100 is all of them."""
    share = Decimal(report.turned * 100) / Decimal(report.counted) if report.counted else Decimal(100)
    text = str(share.quantize(TENTH, rounding=ROUND_DOWN))
    return text.replace(".", ",") if language() == "nl" else text


def _left(survivor: Survivor) -> Section:
    mutant, added = survivor.mutant, survivor.added
    lead = say("bench.survivor_lead", word=mutant.key, name=mutant.name)
    body: list[Body] = [Exact((near(mutant.place),)), Paragraph(change_in_words(mutant))]
    if added is None:
        return Section(say("bench.survivor"), lead, (*body, Paragraph(say("bench.survivor_not_found"))))
    if added.extra:
        body.append(Paragraph(say("bench.survivor_column", column=f"=> {added.extra}")))
    rows = survivor.rows
    cells = tuple(
        ", ".join(f"{name.removeprefix('=> ')}: {text}" for name, text in row.cells.items() if text) for row in rows
    )
    body += [
        Paragraph(say("bench.add_row" if len(rows) == 1 else "bench.add_rows"), cells),
        *(
            Paragraph(say("bench.survivor_differs", column=column, was=was, now=now))
            for column, (was, now) in added.turned.items()
        ),
        Exact(tuple(str(row) for row in rows)),
        Paragraph(say("bench.survivor_row")),
    ]
    return Section(say("bench.survivor"), lead, tuple(body))


def _never(report: MutationReport) -> tuple[Section, ...]:
    if not report.never:
        return ()
    items = tuple(Item("–", _proof(each)) for each in report.never)
    return (Section(say("bench.never"), say("bench.never_lead", number=len(items)), items),)


def _proof(survivor: Survivor) -> str:
    mutant = survivor.mutant
    where = f"{mutant.name}, {mutant.key} ({say('bench.line', line=mutant.place.line)})"
    return say(f"bench.never_{survivor.proof}", where=where, change=change_in_words(mutant))
