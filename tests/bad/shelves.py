"""What is wrong between files on the shelf: versions that overlap, and circles through building blocks."""

from __future__ import annotations

from typing import NamedTuple

from tests.bad.rulesets import MARK, eis, put
from tests.ruleset import problem_pages as page

MAIN = "voorbeeld/2026-01-01.md"
LATER = "voorbeeld/2026-07-01.md"
EARLIER = "voorbeeld/2025-01-01.md"
LATE = """
| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| ¶top | bedrag per maand | 2026-07-01 | € 100 | artikel 2 |
"""
BLOCK = """\
---
taal: maatwerk-1
bouwsteen: {name}
titel: Een bouwsteen
geldig_vanaf: {day}
{rest}
---
# Een bouwsteen
"""


class Shelf(NamedTuple):
    """Files by name, of which one has the mark `¶` where the problem is told; `remark`: it may be used all the same."""

    what: str
    files: dict[str, str]
    code: str
    checked: str = MAIN
    remark: bool = False

    def place(self) -> str:
        """`name:line:column` of the mark."""
        name, text = next((name, text) for name, text in self.files.items() if MARK in text)
        before = text.partition(MARK)[0]
        return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def block(name: str, rest: str = "", day: str = "2026-01-01", body: str = "") -> str:
    return BLOCK.format(name=name, day=day, rest=rest or "titel_en: A building block") + body


def version(day: str, until: str = "", mark: str = "") -> str:
    """The small ruleset from a day on, up to another; `mark` stands before one of the two days."""
    lines = [f"geldig_vanaf: {MARK if mark == 'from' else ''}{day}"]
    lines += [f"geldig_tot: {MARK if mark == 'until' else ''}{until}"] if until else []
    return page.base().replace("geldig_vanaf: 2026-01-01", "\n".join(lines), 1)


def calculation(name: str, rests_on: str) -> str:
    return f"\n### Berekening: {name}\n\n- is: {rests_on}\n- soort: ja_nee\n"


def uses(*names: str) -> str:
    return put("gebruikt: gronden", f"gebruikt: {', '.join(('gronden', *names))}")


SHELVES = (
    Shelf(
        "41 building blocks in a circle of three",
        {
            MAIN: uses("een"),
            "bouwstenen/een/2026-01-01.md": block("een", "gebruikt: twee"),
            "bouwstenen/twee/2026-01-01.md": block("twee", "gebruikt: drie"),
            "bouwstenen/drie/2026-01-01.md": block("drie", "gebruikt: ¶een"),
        },
        "M042",
    ),
    Shelf(
        "41 a circle of calculations through a building block",
        {
            MAIN: uses("heen") + calculation("terug", "heen"),
            "bouwstenen/heen/2026-01-01.md": block("heen", body=calculation("¶heen", "terug")),
        },
        "M240",
    ),
    Shelf(
        "42 it begins before the other ends",
        {EARLIER: version("2025-01-01", "2026-02-01"), MAIN: version("2026-01-01", mark="from")},
        "M049",
    ),
    Shelf(
        "42 it ends after the other began",
        {MAIN: version("2026-01-01", "2026-07-02", "until"), LATER: version("2026-07-01")},
        "M049",
        remark=True,
    ),
    Shelf("42 two of one day", {MAIN: version("2026-01-01"), LATER: version("2026-01-01", mark="from")}, "M049", LATER),
    Shelf(
        "42 two of one day, the one with the right name",
        {MAIN: version("2026-01-01", mark="from"), LATER: version("2026-01-01")},
        "M049",
        remark=True,
    ),
    Shelf(
        "42 it ends on the day that the other begins",
        {EARLIER: version("2025-01-01", "2026-01-01"), MAIN: version("2026-01-01")},
        "",
    ),
    Shelf(
        "42 no end is said",
        {EARLIER: version("2025-01-01"), MAIN: version("2026-01-01"), LATER: version("2026-07-01")},
        "",
    ),
    Shelf(
        "42 an end in prose is no end",
        {EARLIER: version("2025-01-01") + "\ngeldig_tot: 2027-01-01\n", MAIN: version("2026-01-01")},
        "",
    ),
    Shelf(
        "42 a building block that is used",
        {
            MAIN: uses("een"),
            "bouwstenen/een/2020-01-01.md": block("een", "geldig_tot: 2026-06-01", day="2020-01-01"),
            "bouwstenen/een/2026-01-01.md": block("een", day="¶2026-01-01"),
        },
        "M049",
    ),
    Shelf("43 a norm that begins late", {MAIN: eis("inkomen <= top") + LATE}, "M263", remark=True),
)
