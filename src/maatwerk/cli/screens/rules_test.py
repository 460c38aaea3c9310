"""The screen of `rules test`: what does not hold and why, what no example shows, and what was searched of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.basics.text import say
from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.model import Exact, Item, Pair, Paragraph, Section, Table, Title
from maatwerk.loading.analysis import in_words
from maatwerk.ruleset.cells import is_none
from maatwerk.ruleset.examples import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.examples import Cell
    from maatwerk.bench.testing.causes import Rule
    from maatwerk.bench.testing.coverage import Untouched
    from maatwerk.bench.testing.doubt import Difference, Evidence
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.bench.testing.tested import Tested
    from maatwerk.cli.screens.model import Body, Screen
    from maatwerk.loading.analysis import PatternReport

LONGEST = 100  # characters of a rule; its line tells the rest
MOST_BELOW = 6  # rules named below the ones that gave it


def tested(found: Tested) -> Screen:
    """How many examples hold, each that does not with why, what none of them shows, and what was searched."""
    number = len(found.results)
    head = Title(say("screen.examples", number=number, good=number - found.wrong, wrong=found.wrong))
    if nothing_to_test(found):
        return (head, Section(body=(Paragraph(say("bench.nothing_to_test")),)))
    wrong = (_not_good(each) for each in found.differences)
    return (
        head,
        *wrong,
        _untouched(found.untouched, found.limits),
        *_unequal(found.unequal),
        _searched(found.patterns),
    )


def nothing_to_test(found: Tested) -> bool:
    """Whether there are no examples, and nothing for them to show: a text without outcomes, as a building block."""
    return not (found.results or found.untouched or found.limits or found.patterns.patterns)


def exit_code(found: Tested, *, survivors: int = 0) -> int:
    """6 when the reasoners differ, 4 when an example does not hold or a change turns none, 0 when all is well."""
    if found.patterns.differences or found.unequal:
        return 6
    return 4 if found.wrong or found.patterns.conflicts or found.patterns.gaps or survivors else 0


def change_in_words(mutant: Mutant) -> str:
    """What a small change makes of a rule."""
    change = mutant.change
    key = change.code if change.code in {"and_or", "dropped", "left_out", "swapped"} else "other"
    return say(f"bench.change.{key}", was=short(change.was), now=short(change.now))


def short(text: str) -> str:
    """A rule as far as it fits in a sentence."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _not_good(difference: Difference) -> Section:
    first, *others = difference.results
    rows = tuple(
        (cell.column, cell.expected or "–", cell.found or "–", "" if cell.equal else say("bench.unequal"))
        for cell in first.cells
    )
    table = Table((say("bench.column"), say("bench.expected"), say("bench.found"), ""), rows)
    body: list[Body] = [Exact((near(first.place),)), table, *_apart(first.cells)]
    body += _why(difference)
    body += [Paragraph(say("bench.same_cause", name=each.name, place=near(each.place))) for each in others]
    body += [*_evidence(difference), Paragraph(say("bench.choose"))]
    return Section(say("screen.not_good"), first.name, tuple(body))


def _apart(cells: Sequence[Cell]) -> Iterator[Paragraph]:
    """Of a column with several names: which are too many, and which are missing."""
    for cell in (each for each in cells if each.column in LISTS and not each.equal):
        expected, found = (_names(text) for text in (cell.expected, cell.found))
        for key, names in (("too_much", found - expected), ("too_little", expected - found)):
            if names:
                yield Paragraph(say(f"bench.{key}", column=cell.column, names=", ".join(sorted(names))))


def _names(text: str) -> set[str]:
    return set() if is_none(text) else {each.strip() for each in text.split(",")}


def _why(difference: Difference) -> Iterator[Paragraph]:
    causes = difference.causes
    if causes.rules:
        yield Paragraph(say("bench.why"), tuple(_rule(each) for each in causes.rules))
    if causes.below:
        below = ", ".join(_below(each) for each in causes.below[:MOST_BELOW])
        yield Paragraph(f"{say('bench.rests_on')} {below}")


def _rule(rule: Rule) -> str:
    _, name, word = rule.key
    values: dict[str, Any] = {"word": word, "name": name, "line": rule.place.line, "text": short(rule.text)}
    return say("bench.rule_value", value=rule.value, **values) if rule.value else say("bench.rule", **values)


def _below(rule: Rule) -> str:
    values: dict[str, Any] = {"name": rule.key[1], "line": rule.place.line}
    return (
        say("bench.rule_short_value", value=rule.value, **values) if rule.value else say("bench.rule_short", **values)
    )


def _evidence(difference: Difference) -> Iterator[Paragraph]:
    for each in difference.evidence:
        yield Paragraph(in_words_of(each))
    number = len(difference.results)
    key = "bench.repair" if number == 1 else "bench.repair_several"
    for mutant in difference.repairs:
        yield Paragraph(say(key, line=mutant.place.line, number=number, change=change_in_words(mutant)))
    if difference.repairs:
        yield Paragraph(say("bench.repair_is_no_proof"))


def in_words_of(evidence: Evidence) -> str:
    """Something that speaks for or against an example or a rule."""
    values: dict[str, Any] = dict(evidence.values)
    return say(f"bench.{evidence.side}_{evidence.key}", **values)


def _untouched(untouched: Sequence[Untouched], limits: Sequence[Problem]) -> Section:
    told = [(each.place, _never(each)) for each in untouched]
    told += [(each.place, _limit(each)) for each in limits]
    if not told:
        return Section(body=(Paragraph(say("bench.touched")),))
    lines = [Item("–", text, near(place)) for place, text in sorted(told, key=lambda each: each[0])]
    return Section(say("bench.untouched"), say("bench.untouched_lead", number=len(told)), tuple(lines))


def _never(each: Untouched) -> str:
    values = {"name": each.name, "word": each.key, "side": each.side, "text": short(each.text)}
    return say(f"bench.never_{each.what}", **values)


def _limit(each: Problem) -> str:
    values = dict(each.values)
    return say(f"bench.limit_{each.code}", name=values["name"], text=short(values["found"]))


def _unequal(number: int) -> tuple[Section, ...]:
    """That the two reasoners differed on what the examples gave."""
    return (Section(body=(Pair(say("screen.reasoners"), say("screen.unequal", number=number)),)),) if number else ()


def _searched(report: PatternReport) -> Section:
    if not report.patterns:
        return Section(body=(Paragraph(say("bench.no_outcomes")),))
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
