"""Ask mode: one question after another, one key an answer, until nothing can change any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.askable import fact_asked
from maatwerk.case.facts import fact_from_text, unknown_value, with_fact
from maatwerk.cli import terminal
from maatwerk.cli.screens import layout
from maatwerk.cli.screens.ask import DO_NOT_KNOW, in_the_file, prompt
from maatwerk.problems import Problem
from maatwerk.text import language

if TYPE_CHECKING:
    from maatwerk.assessment import Assessment, Question
    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Fact


def ask_all(desk: Desk, case: Case, assessment: Assessment) -> tuple[Case, Assessment]:
    """Ask what still matters, most deciding first; a question that gets `?` is not asked again."""
    skipped: set[str] = set()
    while question := _next(assessment, skipped):
        fact = desk.ruleset.facts.get(question.fact)
        if fact is None or fact.judgement:
            terminal.tell(in_the_file(question, judgement=_judged(desk, question)))
            skipped.add(question.fact)
            continue
        value = _answer(question, fact)
        if not value.known:
            skipped.add(fact.name)
            continue
        case = with_fact(case, desk.ruleset, fact.name, value)
        assessment = desk.check(case)
    return case, assessment


def _next(assessment: Assessment, skipped: set[str]) -> Question | None:
    return next((question for question in assessment.questions if question.fact not in skipped), None)


def _judged(desk: Desk, question: Question) -> bool:
    fact = fact_asked(desk.ruleset, question.fact)
    return fact is not None and fact.judgement


def _answer(question: Question, fact: Fact) -> Value:
    asked = prompt(question.question, fact.type, terminal.width())
    if not asked.answers:
        terminal.tell(asked.lines)
        return _typed(fact)
    *above, last = asked.lines
    terminal.tell(above)
    click.echo(last, nl=False)
    pressed = terminal.key("".join(asked.answers))
    click.echo(f"{pressed:>3}")
    return _valued(fact, asked.answers[pressed])


def _typed(fact: Fact) -> Value:
    """A typed answer; asks again with what is expected until it fits."""
    while True:
        found = fact_from_text(fact, terminal.line("  > ") or DO_NOT_KNOW)
        if not isinstance(found, Problem):
            return found
        terminal.tell(layout.wrapped(found.text(language()), "  ", "  ", terminal.width()))


def _valued(fact: Fact, text: str) -> Value:
    found = fact_from_text(fact, text)
    return unknown_value(fact) if isinstance(found, Problem) else found  # a key stands for an answer that fits
