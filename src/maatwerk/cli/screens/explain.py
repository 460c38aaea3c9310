"""The screen of `explain`: the outcome, why, what would change it, why nothing else, and what was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.model import Exact, Item, Pair, Paragraph, Quote, Section, Title, loose
from maatwerk.criteria.members import record_place
from maatwerk.explanation.phrases import (
    changed,
    differences,
    heading,
    outcome_then,
    used,
    what_it_is,
    with_amount,
    with_those_behind,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from maatwerk.cli.screens.model import Body, Screen
    from maatwerk.explanation.model import (
        Explanation,
        NotGiven,
        Reason,
        Step,
        WhatIf,
        WouldChange,
    )

MOST_CHANGES = 6
UNKNOWN = "onbekend"
INDENT = "  "


def screen(found: Explanation, *, everything: bool = False) -> Screen:
    """What is told of one case; with `everything` also every change that was found, and every step."""
    day = assessed.iso_day(found.reference_date) if found.reference_date else say("screen.no_day")
    sections = [
        _outcome(found),
        what_if(found.what_if) if found.what_if else None,
        _asked(found),
        _why(found.why),
        *_changes(found, everything=everything),
        *_why_not(found),
        _deciding(found),
        _facts(found, everything=everything),
        *(_steps(found.steps) if everything else ()),
    ]
    cautions = [] if found.agreed else [say("screen.reasoners_differ")]
    cautions += [say("screen.draft")] if found.status == "concept" else []
    head = Title(say("explain.title", name=found.title, case=found.case, day=day))
    return (head, *(each for each in sections if each), loose(*cautions, what_it_is([found])))


def _outcome(found: Explanation) -> Section:
    return Section(say("explain.outcome"), with_amount(found.outcome), (Quote(found.outcome.text),))


def what_if(found: WhatIf) -> Section:
    """The same case with other facts: what was supposed, the outcome then, and all that differs."""
    body: list[Body] = [Paragraph(say("explain.what_changes", changes=changed(found.changes)))]
    body += [Paragraph(found.caution)] if found.caution else []
    if found.same:
        return Section(say("explain.what_if"), body=(*body, Paragraph(say("explain.what_same"))))
    return Section(say("explain.what_if"), outcome_then(found), (*body, *_differences(found)))


def _differences(found: WhatIf) -> Iterator[Paragraph]:
    for key in ("verdicts", "amounts"):
        rows = tuple(
            say("explain.what_turned", name=each.name, before=each.before, after=each.after)
            for each in getattr(found, key)
        )
        yield from (Paragraph(say(f"explain.what_{key}"), rows),) if rows else ()
    yield from (Paragraph(label, texts) for label, texts in differences(found))


def _asked(found: Explanation) -> Section | None:
    items = tuple(
        Item(str(number), each.question, "", (each.settles,) if each.settles else ())
        for number, each in enumerate(found.questions, start=1)
    )
    label = "ask_first" if found.outcome.id == UNKNOWN else "ask_also"
    return Section(say(f"explain.{label}"), body=items) if items else None


def _why(reasons: Sequence[Reason]) -> Section | None:
    """The reasons with the criteria behind them; what a rule is for is said once."""
    told: set[str] = set()
    body: list[Body] = []
    for each in with_those_behind(reasons):
        purposes = (say("explain.purpose", purpose=text) for text in each.purposes if text not in told)
        body.append(Paragraph(heading(each), (*filter(None, (each.words, each.margin)), *purposes)))
        told |= set(each.purposes)
    return Section(say("explain.why"), body=tuple(body)) if body else None


def _changes(found: Explanation, *, everything: bool) -> Iterator[Section]:
    """What would be better for the resident; apart from that what would not, if one fact is enough."""
    if not found.why and not found.would_change:
        return
    better = [each for each in found.would_change if each.better != "nee"]
    other = [each for each in found.would_change if each.better == "nee" and (everything or len(each.changes) == 1)]
    if better:
        yield _change_section("would_change", better, everything=everything)
    if other:
        yield _change_section("would_change_worse", other, everything=everything)
    none = () if found.would_change else (say("explain.change_none"),)
    left = [*none, *(found.left if everything or not better else ())]
    if left:
        yield Section(say("explain.would_change"), body=tuple(map(Paragraph, left)))


def _change_section(key: str, changes: Sequence[WouldChange], *, everything: bool) -> Section:
    shown = changes if everything else changes[:MOST_CHANGES]
    items: list[Body] = [Paragraph(say("explain.change_intro"))]
    items += [_change(number, each) for number, each in enumerate(shown, start=1)]
    if len(changes) > len(shown):
        items.append(Paragraph(say("explain.change_more", number=len(changes) - len(shown))))
    return Section(say(f"explain.{key}"), body=(*items, Paragraph(say("explain.no_advice"))))


def _change(number: int, each: WouldChange) -> Item:
    then = say("explain.change_then", outcome=with_amount(each.outcome))
    return Item(str(number), changed(each.changes), "", (then,))


def _why_not(found: Explanation) -> Iterator[Section]:
    """What it may still become, and why it is nothing else."""
    told = {(each.id, each.records) for each in found.why}
    for label, still_open in (("may_be", True), ("why_not", False)):
        outcomes = [each for each in found.why_not if (each.because == "kan_nog") == still_open]
        if outcomes:
            body = tuple(Paragraph(f"{each.name}. {each.text}", tuple(_short(each, told))) for each in outcomes)
            yield Section(say(f"explain.{label}"), body=body)


def _short(outcome: NotGiven, told: Collection[tuple[str, tuple[int, ...]]]) -> Iterator[str]:
    """Each reason in one line, with its words where these were not told yet; of what may still be what is open."""
    still_open = outcome.because == "kan_nog"
    for each in outcome.reasons:
        if not still_open:
            yield heading(each) + (f". {each.words}" if (each.id, each.records) not in told else "")
        elif each.verdict == UNKNOWN:
            yield heading(each)
    yield from (say("explain.ask", question=question) for question in outcome.questions)


def _deciding(found: Explanation) -> Section | None:
    body = tuple(
        Paragraph(say("explain.deciding_item", name=each.name, outcome=with_amount(each.outcome)), _if_any(each.loss))
        for each in found.deciding
    )
    return Section(say("explain.deciding"), body=body) if body else None


def _if_any(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _facts(found: Explanation, *, everything: bool) -> Section | None:
    """The facts with who said them; of records, unless `everything`, only what must still be asked."""
    shown = [each for each in found.facts if everything or each.ask or not record_place(each.fact)]
    body: list[Body] = [Pair(each.name, used(each)) for each in shown]
    body += [Paragraph(say("explain.rows_too"))] if len(shown) < len(found.facts) else []
    return Section(say("explain.facts"), body=tuple(body)) if body else None


def _steps(steps: Sequence[Step]) -> Iterator[Section]:
    yield Section(say("explain.steps"), body=(Exact(tuple(line for each in steps for line in _lines(each, 0))),))


def _lines(step: Step, depth: int) -> Iterator[str]:
    """One line a step, indented by how deep it lies: what it is, its value, how, and where that comes from."""
    again = say("explain.step_again") if step.again else ""
    told = [f"{step.words}: {step.value}" if step.value else step.words, step.how, step.source, again]
    yield INDENT * depth + " · ".join(part for part in told if part)
    for below in step.steps:
        yield from _lines(below, depth + 1)
