"""The screen of `explain`: the outcome, why, what would change it, why nothing else, and what was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.model import Exact, Item, Pair, Paragraph, Quote, Section, Title, loose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.cli.screens.model import Body, Screen
    from maatwerk.explanation.model import (
        Explanation,
        FactChange,
        NotGiven,
        OutcomeTold,
        Reason,
        Step,
        WhatIf,
        WouldChange,
    )

MOST_CHANGES = 6
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
        _why_not(found.why_not),
        _deciding(found),
        _facts(found),
        *(_steps(found.steps) if everything else ()),
    ]
    cautions = [] if found.agreed else [say("screen.reasoners_differ")]
    cautions += [say("screen.draft")] if found.status == "concept" else []
    head = Title(say("explain.title", name=found.title, case=found.case, day=day))
    return (head, *(each for each in sections if each), loose(*cautions, say("explain.what_it_is")))


def _outcome(found: Explanation) -> Section:
    return Section(say("explain.outcome"), with_amount(found.outcome), (Quote(found.outcome.text),))


def with_amount(outcome: OutcomeTold) -> str:
    """The name of an outcome with its amount."""
    return ", ".join(part for part in (outcome.name, outcome.amount) if part)


def what_if(found: WhatIf) -> Section:
    """The same case with other facts: what was supposed, the outcome then, and all that differs."""
    changes = say("explain.change_and").join(map(changed, found.changes))
    body: list[Body] = [Paragraph(say("explain.what_changes", changes=changes))]
    body += [Paragraph(found.caution)] if found.caution else []
    if found.same:
        return Section(say("explain.what_if"), body=(*body, Paragraph(say("explain.what_same"))))
    return Section(say("explain.what_if"), outcome_then(found), (*body, *_differences(found)))


def outcome_then(found: WhatIf) -> str:
    """The outcome with the other facts, and the one of now where that is another."""
    before, after = with_amount(found.before), with_amount(found.after)
    if before == after:
        return say("explain.what_outcome_same", outcome=after)
    return say("explain.what_outcome", outcome=after, before=before)


def _differences(found: WhatIf) -> Iterator[Paragraph]:
    for key in ("verdicts", "amounts"):
        rows = tuple(
            say("explain.what_turned", name=each.name, before=each.before, after=each.after)
            for each in getattr(found, key)
        )
        yield from (Paragraph(say(f"explain.what_{key}"), rows),) if rows else ()
    for key in ("findings", "ways", "questions"):
        for way in ("gone", "new"):
            told: tuple[str, ...] = getattr(found, f"{key}_{way}")
            yield from (Paragraph(say(f"explain.what_{key}_{way}"), told),) if told else ()


def changed(change: FactChange) -> str:
    """A fact that is another one, in words."""
    key = "explain.change_by" if change.difference else "explain.change_one"
    values = {"name": change.name, "before": change.before, "after": change.after}
    return say(key, **values, difference=change.difference)


def _asked(found: Explanation) -> Section | None:
    items = tuple(
        Item(str(number), each.question, "", (each.settles,) if each.settles else ())
        for number, each in enumerate(found.questions, start=1)
    )
    return Section(say("explain.ask_first"), body=items) if items else None


def _why(reasons: Sequence[Reason]) -> Section | None:
    return Section(say("explain.why"), body=tuple(_reasons(reasons))) if reasons else None


def _reasons(reasons: Sequence[Reason]) -> Iterator[Paragraph]:
    for each in reasons:
        yield Paragraph(_heading(each), tuple(_told(each)))
        for below in each.behind:
            yield Paragraph(_heading(below), tuple(_told(below)))


def _heading(reason: Reason) -> str:
    name = say(f"explain.{'reason' if reason.source else 'holds'}_{reason.verdict}", name=reason.name)
    return f"{name} ({reason.source})" if reason.source else name


def _told(reason: Reason) -> Iterator[str]:
    yield from (part for part in (reason.words, reason.margin) if part)
    yield from (say("explain.purpose", purpose=each) for each in reason.purposes)


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
    return Item(str(number), say("explain.change_and").join(map(changed, each.changes)), "", (then,))


def _why_not(outcomes: Sequence[NotGiven]) -> Section | None:
    body: list[Body] = []
    for each in outcomes:
        body.append(Paragraph(f"{each.name}. {each.text}", tuple(_short(each.reasons))))
        body += [Paragraph(say("explain.ask", question=question)) for question in each.questions]
    return Section(say("explain.why_not"), body=tuple(body)) if body else None


def _short(reasons: Sequence[Reason]) -> Iterator[str]:
    """Each reason in one line: what it is, and its words."""
    for each in reasons:
        yield f"{_heading(each)}. {each.words}"


def _deciding(found: Explanation) -> Section | None:
    body = tuple(
        Paragraph(say("explain.deciding_item", name=each.name, outcome=with_amount(each.outcome)), _if_any(each.loss))
        for each in found.deciding
    )
    return Section(say("explain.deciding"), body=body) if body else None


def _if_any(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _facts(found: Explanation) -> Section | None:
    body = tuple(Pair(each.name, ". ".join(part for part in (each.value, each.said) if part)) for each in found.facts)
    return Section(say("explain.facts"), body=body) if body else None


def _steps(steps: Sequence[Step]) -> Iterator[Section]:
    yield Section(say("explain.steps"), body=(Exact(tuple(line for each in steps for line in _lines(each, 0))),))


def _lines(step: Step, depth: int) -> Iterator[str]:
    """One line a step, indented by how deep it lies: what it is, its value, how, and where that comes from."""
    again = say("explain.step_again") if step.again else ""
    told = [f"{step.words}: {step.value}" if step.value else step.words, step.how, step.source, again]
    yield INDENT * depth + " · ".join(part for part in told if part)
    for below in step.steps:
        yield from _lines(below, depth + 1)
