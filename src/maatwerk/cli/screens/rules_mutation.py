"""What `rules test --mutate` shows: the score, and the rows to add for the small changes that no example notices."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Any

from maatwerk.basics.text import language, say
from maatwerk.cli.screens.model import Exact, Item, Paragraph, Section, Title
from maatwerk.cli.screens.rules_test import change_in_words

if TYPE_CHECKING:
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.bench.testing.new_rows import NewRow
    from maatwerk.bench.testing.survivors import MutationReport, Proposed
    from maatwerk.cli.screens.model import Body, Screen

TENTH = Decimal("0.1")


def mutated(report: MutationReport, *, not_counted: int) -> Screen:
    """The score, the rows to add, and what can never matter. `not_counted`: examples that do not hold."""
    if not report.tried:
        return (Title(say("bench.nothing_to_change")), Section(body=(Paragraph(say("bench.not_tried")),)))
    numbers: dict[str, Any] = {"turned": report.turned, "left": report.left, "never": len(report.never)}
    head = Title(say("bench.tried", number=report.tried, **numbers))
    scored = _score(report)
    notes = [say("bench.not_whole", number=not_counted)] if not_counted else []
    told = Section(body=tuple(Paragraph(text) for text in (scored, *notes, say("bench.not_tried"))))
    rows = (_row(each, number) for number, each in enumerate(report.proposed, 1))
    return (head, told, *rows, *_not_found(report), *_never(report))


def _score(report: MutationReport) -> str:
    if not report.counted:
        return say("bench.no_score")
    return say("bench.score", score=percentage(report), turned=report.turned, number=report.counted)


def percentage(report: MutationReport) -> str:
    """The share of the changes that count and that some example notices; rounded down, so that 100 is all of them."""
    share = Decimal(report.turned * 100) / Decimal(report.counted)
    text = str(share.quantize(TENTH, rounding=ROUND_DOWN))
    return text.replace(".", ",") if language() == "nl" else text


def _row(proposed: Proposed, number: int) -> Section:
    """A row to add, what it gives, and which changes it would notice."""
    added, rows = proposed.added, proposed.rows
    column = [say("bench.survivor_column", column=f"=> {added.extra}")] if added.extra else []
    differs = [
        say("bench.survivor_differs", column=column, was=was, now=now) for column, (was, now) in added.turned.items()
    ]
    body: list[Body] = [
        Paragraph(say("bench.survivor_row")),
        *(Paragraph(_cells(row)) for row in rows),
        Exact(tuple(str(row) for row in rows)),
        *(Paragraph(text) for text in column),
        Paragraph(say("bench.survivor_notices", number=len(proposed.mutants))),
        *(Item("–", _where(mutant)) for mutant in proposed.mutants),
        Paragraph(say("bench.survivor_first"), tuple(differs)),
    ]
    return Section(say("bench.survivor", number=number), say("bench.survivor_like", name=added.like.name), tuple(body))


def _cells(row: NewRow) -> str:
    return ", ".join(f"{name.removeprefix('=> ')} {text}" for name, text in row.cells.items() if text)


def _where(mutant: Mutant) -> str:
    place: dict[str, Any] = {"word": mutant.key, "name": mutant.name, "line": mutant.place.line}
    return say("bench.survivor_where", change=change_in_words(mutant), **place)


def _not_found(report: MutationReport) -> tuple[Section, ...]:
    if not report.not_found:
        return ()
    items = tuple(Item("–", _where(each)) for each in report.not_found)
    lead = say("bench.not_found_lead", number=len(items))
    return (Section(say("bench.not_found"), lead, (Paragraph(say("bench.survivor_not_found")), *items)),)


def _never(report: MutationReport) -> tuple[Section, ...]:
    if not report.never:
        return ()
    items = tuple(Item("–", _where(each.mutant), more=(say(f"bench.never_{each.proof}"),)) for each in report.never)
    return (Section(say("bench.never"), say("bench.never_lead", number=len(items)), items),)
