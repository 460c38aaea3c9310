"""Ask mode: one question after another, one key an answer, until nothing can change any more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import NotAllowed
from maatwerk.basics.problems import Place, Problem
from maatwerk.basics.text import language, say
from maatwerk.case.facts import fact_from_text, unknown_value
from maatwerk.case.model import FactEntry
from maatwerk.cli import terminal
from maatwerk.cli.screens import ask as screens
from maatwerk.cli.screens import layout
from maatwerk.criteria.answering import HowMany, how_many, moved_elsewhere, rows_of, with_answer, with_rows
from maatwerk.criteria.askable import fact_asked
from maatwerk.criteria.members import base_name
from maatwerk.expressions.types import YES_NO

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment, Question
    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk
    from maatwerk.cli.screens.ask import Prompt
    from maatwerk.expressions.values import Value
    from maatwerk.organisation.people import Person
    from maatwerk.ruleset.model import Fact, RecordList


def ask_all(desk: Desk, case: Case, assessment: Assessment) -> tuple[Case, Assessment]:
    """Ask what still matters, most deciding first; a question that gets `?` is not asked again."""
    asking = _Asking(desk, case)
    while question := asking.next(assessment):
        told = asking.answer(question)
        if told is None:
            asking.skipped.add(question.fact)
            continue
        asking.desk, asking.case = asking.desk.for_days_of(told)
        assessment = asking.desk.assessed(asking.case)
    return asking.case, assessment


class _Asking:
    """The case so far, and what the person does not know."""

    def __init__(self, desk: Desk, case: Case) -> None:
        self.desk = desk
        self.case = case
        self.skipped: set[str] = set()

    def next(self, assessment: Assessment) -> Question | None:
        """The first question that the person did not leave open; the rows that are there come before another one."""
        open_ones = [each for each in assessment.questions if each.fact not in self.skipped]
        first = next(iter(open_ones), None)
        in_rows = (each for each in open_ones if first and base_name(each.fact) == first.fact != each.fact)
        return next(in_rows, first)

    def answer(self, question: Question) -> Case | None:
        """The case with the answer; None where it stays open."""
        rules = self.desk.ruleset
        if question.fact in rules.lists:
            return self._rows(rules.lists[question.fact])
        fact = fact_asked(rules, question.fact)
        if fact is not None and fact.judgement:
            return self._judgement(question, fact)
        value = _answer(question, fact) if fact is not None else None
        if value is None or not value.known:
            return None
        told = with_answer(self.case, rules, question.fact, value)
        if moved_elsewhere(self.case, told, rules, Place(question.fact)):
            _tell(say("screen.other_rules"))
            return None
        return told

    def _rows(self, each: RecordList) -> Case | None:
        """How many rows a list has; of a list that may have more, whether there is another one."""
        question = each.question.in_language(language())
        rows = len(rows_of(self.case, each.name))
        if each.name not in self.case.lists:
            count = _counted(question, each)
        else:
            another = _pressed(screens.prompt(say("screen.another", question=question), YES_NO, terminal.width()))
            count = {"ja": HowMany(rows + 1, more=True), "nee": HowMany(rows)}.get(another)
            return None if count is None else with_rows(self.case, each.name, count)
        if count is not None and count.more:
            self.skipped.add(each.name)  # that there may be more was just said
        return None if count is None else with_rows(self.case, each.name, count)

    def _judgement(self, question: Question, fact: Fact) -> Case | None:
        """A judgement of a person in the right role, with reasons; else who must give it."""
        person = _person(self.desk)
        if person is None or person.role not in fact.who:
            terminal.tell(screens.judged_by(question, terminal.width()))
            return None
        if fact.frame is not None:
            _tell(say("screen.frame", frame=fact.frame.in_language(language())))
        value = _answer(question, fact)
        if not value.known:
            return None
        reason = terminal.meaningful_line(f"  {say('screen.why_judged')}\n  > ")
        entry = FactEntry(by=person.name, role=person.role, reason=reason, on=self.desk.today)
        return with_answer(self.case, self.desk.ruleset, question.fact, value, entry)


def _person(desk: Desk) -> Person | None:
    """Who is logged in, where there is an organisation that knows this person."""
    if desk.organisation is not None:
        with suppress(NotAllowed):
            return desk.person
    return None


def _counted(question: str, each: RecordList) -> HowMany | None:
    """How many rows there are, typed; asked again until it fits. None: not known."""
    terminal.tell(screens.how_many(question, terminal.width()))
    while text := terminal.line("  > "):
        found = text if text == screens.DO_NOT_KNOW else how_many(each, text, Place(each.name))
        if isinstance(found, HowMany):
            return found
        if isinstance(found, str):
            return None
        _tell(say("screen.no_count") if found.code == "C051" else found.text(language()))
    return None


def _answer(question: Question, fact: Fact) -> Value:
    asked = screens.prompt(question.question, fact.type, terminal.width())
    if not asked.answers:
        terminal.tell(asked.lines)
        return _typed(fact)
    return _valued(fact, _pressed(asked))


def _pressed(asked: Prompt) -> str:
    """The answer behind the key that the person pressed."""
    *above, last = asked.lines
    terminal.tell(above)
    click.echo(last, nl=False)
    pressed = terminal.key("".join(asked.answers))
    click.echo(f"{pressed:>3}")
    return asked.answers[pressed]


def _typed(fact: Fact) -> Value:
    """A typed answer; asks again with what is expected until it fits."""
    while True:
        found = fact_from_text(fact, terminal.line("  > ") or screens.DO_NOT_KNOW)
        if not isinstance(found, Problem):
            return found
        _tell(found.text(language()))


def _tell(text: str) -> None:
    terminal.tell(layout.wrapped(text, "  ", "  ", terminal.width()))


def _valued(fact: Fact, text: str) -> Value:
    found = fact_from_text(fact, text)
    return unknown_value(fact) if isinstance(found, Problem) else found  # a key stands for an answer that fits
