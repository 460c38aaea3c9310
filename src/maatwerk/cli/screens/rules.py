"""The screens about rulesets: the examples of a jurist, and what was tried of the rules themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.cli.screens.cliffs import section as cliffs_section
from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.model import Exact, Pair, Paragraph, Section, Table, Title, loose
from maatwerk.loading.analysis import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.cliffs import Cliffs
    from maatwerk.bench.examples import ExampleResult
    from maatwerk.cli.screens.model import Body, Screen
    from maatwerk.loading.analysis import PatternReport
    from maatwerk.ruleset.model import Ruleset


def tested(results: Sequence[ExampleResult], report: PatternReport) -> Screen:
    """How many examples hold, each that does not beside what was computed, and what was searched."""
    wrong = [result for result in results if not result.equal]
    head = Title(say("screen.examples", number=len(results), good=len(results) - len(wrong), wrong=len(wrong)))
    return (head, *(_not_good(result) for result in wrong), _searched(report))


def differences(results: Sequence[ExampleResult], report: PatternReport) -> int:
    """The exit code: 6 when the reasoners differ, 4 when an example does not hold, 0 when all is well."""
    if report.differences:
        return 6
    return 0 if all(result.equal for result in results) and not report.conflicts and not report.gaps else 4


def _not_good(result: ExampleResult) -> Section:
    wrong = tuple(
        Paragraph(
            cell.column,
            (
                say("screen.example_expected", what=cell.expected or "–"),
                say("screen.example_found", what=cell.found or "–"),
            ),
        )
        for cell in result.cells
        if not cell.equal
    )
    which = Paragraph(say("screen.which_is_right"))
    return Section(say("screen.not_good"), result.name, (Exact((near(result.place),)), *wrong, which))


def _searched(report: PatternReport) -> Section:
    key = "patterns_all" if report.exhaustive else "patterns_some"
    faults = [
        say("screen.pattern_conflict", what=in_words(filling), outcomes=", ".join(outcomes))
        for filling, outcomes in report.conflicts
    ]
    faults += [say("screen.pattern_gap", what=in_words(filling)) for filling in report.gaps]
    reasoners = "reasoners_equal" if not report.differences else "reasoners_unequal"
    told: list[Body] = [
        Pair(say("screen.outcomes"), say(f"screen.{key}", number=report.patterns)),
        *(Paragraph(fault) for fault in faults),
        Pair(
            say("screen.reasoners"),
            say(f"screen.{reasoners}", number=report.patterns, differences=report.differences),
        ),
    ]
    return Section(body=(*told, Paragraph(say("screen.not_exhaustive"))))


def to_adopt(ruleset: Ruleset, drafter: str, adopter: str) -> Screen:
    """Who drafted, who adopts, and what the adopter confirms: each criterion with its rank and room."""
    rows = tuple(
        (each.name, say(f"screen.rank_{each.rank}"), say(f"screen.room_{each.room}"), each.source)
        for each in ruleset.criteria.values()
    )
    head = Title(ruleset.header.title_in(language()), say("screen.valid_from", day=day(ruleset.header.valid_from)))
    header = tuple(say(f"screen.adopt_{name}") for name in ("criterion", "rank", "room", "source"))
    who = say("screen.adopt_who", drafter=drafter, adopter=adopter)
    return (head, loose(who, say("screen.adopt_confirm")), Section(body=(Table(header, rows),)))


def checked(lines: Sequence[str], cliffs: Cliffs | None, *, problems: int, remarks: int) -> Screen:
    """The verdict on the text, below it every problem at its place, and where one step over a limit loses much."""
    key = "unusable" if problems else ("usable_with_remarks" if remarks else "usable")
    head = loose(say(f"screen.rules_{key}", problems=problems, remarks=remarks))
    told = (Section(body=(Exact(tuple(lines)),)),) if lines else ()
    return (head, *told, *((cliffs_section(cliffs),) if cliffs else ()))
