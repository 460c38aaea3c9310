"""What another version does to a folder of cases: counts and euros, no person."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from maatwerk.basics.formatting import amount, day
from maatwerk.basics.text import language, say
from maatwerk.bench.diff.cases import Change
from maatwerk.bench.diff.totals import in_order
from maatwerk.cli.screens.model import Pair, Paragraph, Section, Table
from maatwerk.criteria.wording import readable
from maatwerk.outcome.outcome import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.diff import days
    from maatwerk.bench.diff.cases import Unread
    from maatwerk.bench.diff.totals import CaseTotals, Money
    from maatwerk.cli.screens.model import Body, Screen

WIDTH, GAP = 60, 2
"""Columns of the screen for a table, and between two of its own."""
PROBLEMS = 3
"""Problems shown of one file; JSON has them all."""


def cases(found: CaseTotals, pair: days.Pair, *, ids: bool) -> Screen:
    """Outcomes, money, who gains and loses, findings; and every file that could not be compared."""
    counted = (_table(found, pair), _money(found), _who(found, ids=ids), _findings(found)) if found.pairs else ()
    head = counted or (Section(say("diff.cases.no_cases"), body=(Paragraph(say("diff.cases.none_read")),)),)
    return (*(each for each in head if each.body), *_notes(found, pair, ids=ids), *_unread(found))


def _table(found: CaseTotals, pair: days.Pair) -> Section:
    """Old against new outcome; where that is too wide, every pair of outcomes that occurs."""
    table, (old, new) = found.table, pair.rulesets
    before, after = in_order(old, {each for each, _ in table}), in_order(new, {each for _, each in table})
    header = (say("diff.cases.old"), *(say("diff.cases.new", outcome=readable(name)) for name in after))
    rows = tuple((readable(name), *(str(table[name, other]) for other in after)) for name in before)
    if max(map(len, before)) + sum(len(cell) + GAP for cell in header) > WIDTH:
        header = (say("diff.cases.old"), say("diff.cases.new_alone"), say("diff.cases.money_cases"))
        there = [(name, other) for name in before for other in after if table[name, other]]
        rows = tuple((readable(name), readable(other), str(table[name, other])) for name, other in there)
    number = len(found.pairs)
    label = say("diff.cases.title" if number != 1 else "diff.cases.title_one", number=number)
    return Section(label, body=(Table(header, rows),))


def _money(found: CaseTotals) -> Section:
    """Of each pair of outcomes in which money moves, and of all cases."""
    money = {each: found.money(each) for each in sorted(found.table) if each != (UNKNOWN, UNKNOWN)}
    moved = {each: some for each, some in money.items() if some.euros or some.known < some.cases}
    rows = [_money_row(_turn(*each), some) for each, some in moved.items()]
    header = ("", say("diff.cases.money_cases"), say("diff.cases.money_euros"))
    table = Table(header, (*rows, _money_row(say("diff.cases.total"), found.money())))
    return Section(say("diff.cases.money_title"), body=(table,))


def _turn(old: str, new: str) -> str:
    return say("diff.outcome.pair", old=readable(old), new=readable(new))


def _money_row(name: str, money: Money) -> tuple[str, ...]:
    each = next(iter(money.amounts), None) if len(money.amounts) == 1 and money.known > 1 else None
    told = [_more(money)] if money.known else []
    if each:
        told[0] += f" ({money.known} × {amount(abs(each))})"
    if money.known < money.cases:
        told.append(say("diff.cases.not_known", number=money.cases - money.known))
    return name, str(money.cases), "; ".join(told)


def _more(money: Money) -> str:
    key = "more_money" if money.euros > 0 else "less_money" if money.euros < 0 else "same_money"
    return say(f"diff.cases.{key}", amount=amount(abs(money.euros)))


def _who(found: CaseTotals, *, ids: bool) -> Section:
    body: list[Body] = []
    for change in get_args(Change):
        who = found.who(change)
        if who or change in ("better", "worse"):
            count = _count(len(who))
            listed = ids and who and change != "same"
            value = say("diff.cases.ids", count=count, ids=", ".join(each.case for each in who)) if listed else count
            body.append(Pair(say(f"diff.cases.{change}"), value))
    return Section(say("diff.cases.who_title"), body=tuple(body))


def _count(number: int) -> str:
    return say("diff.cases.count_one" if number == 1 else "diff.cases.count", number=number)


def _findings(found: CaseTotals) -> Section:
    rows = tuple((readable(code), str(old), str(new)) for code, (old, new) in found.findings.items())
    header = tuple(say(f"diff.cases.{key}") for key in ("finding", "cases_old", "cases_new"))
    return Section(say("diff.cases.findings_title"), body=(Table(header, rows),) if rows else ())


def _notes(found: CaseTotals, pair: days.Pair, *, ids: bool) -> Iterator[Section]:
    told = []
    if found.moved and pair.days.first:
        told.append(say("diff.cases.moved", number=found.moved, day=day(pair.days.first)))
    if found.left_out:
        told.append(say("diff.cases.left_out", names=", ".join(found.left_out)))
    if found.elsewhere:
        files = ", ".join(each.file for each in found.elsewhere)
        key = "elsewhere_ids" if ids else "elsewhere"
        told.append(say(f"diff.cases.{key}", number=len(found.elsewhere), files=files))
    if told:
        yield Section(body=tuple(map(Paragraph, told)))


def _unread(found: CaseTotals) -> Iterator[Section]:
    if found.unread:
        yield Section(
            say("diff.cases.unread_title", number=len(found.unread)),
            body=tuple(Paragraph(_file(each), tuple(_problems(each))) for each in found.unread),
        )


def _file(each: Unread) -> str:
    side = "both" if len(each.sides) > 1 else each.sides[0]
    return say("diff.cases.unread", file=each.file, sides=say(f"diff.cases.sides_{side}"))


def _problems(each: Unread) -> Iterator[str]:
    for problem in each.problems[:PROBLEMS]:
        yield say("diff.cases.problem", place=problem.place, code=problem.code, text=problem.text(language()))
    if each.problems[PROBLEMS:]:
        yield say("diff.cases.more_problems", number=len(each.problems) - PROBLEMS)
