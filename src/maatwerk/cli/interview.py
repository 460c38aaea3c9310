"""Questions at a terminal of which every answer can be corrected: `<` goes back one, with the answer still there.

An interview is a plain function that asks. Going back drops its last answer and runs it again: what was answered before
is given without asking, so what is asked next always follows from what was answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import click

from maatwerk.basics.text import say
from maatwerk.cli import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

BACK, NOT_KNOWN, NOTHING = "<", "?", "-"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `usual` is what Enter stands for; None: Enter is no answer.

    `options`: the answers to choose from by number, each with its words. `may_be_unknown`: `?` is an answer, given as
    an empty text. `fault` says what is wrong with an answer, nothing where it is right.
    """

    text: str
    usual: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    may_be_unknown: bool = False
    fault: Callable[[str], str] | None = None


class _GoBack(Exception):
    """The answer before is to be corrected."""


def interview(questions: Callable[[Callable[[Question], str]], T]) -> T:
    """What the questions come to once all are answered. Ctrl-C and Ctrl-D stop as always."""
    given: list[str] = []
    dropped: dict[str, str] = {}
    while True:
        this = _Round(given, dropped)
        try:
            return questions(this.ask)
        except _GoBack:
            if given:  # of the question before the one that is asked now
                dropped[this.asked[-2]] = given.pop()


@dataclass(frozen=True, slots=True)
class _Round:
    """The questions from the first on, once. `dropped`: by question the answer taken back, which Enter stands for."""

    given: list[str]
    dropped: dict[str, str]
    asked: list[str] = field(default_factory=list)

    def ask(self, question: Question) -> str:
        """What was answered before, else what the person answers now."""
        self.asked.append(question.text)
        if len(self.asked) > len(self.given):
            self.given.append(_answer(question, self.dropped.get(question.text, question.usual)))
            self.dropped.pop(question.text, None)
        return self.given[len(self.asked) - 1]


def _answer(question: Question, usual: str | None) -> str:
    """A right answer to one question, asked until there is one. Raises _GoBack."""
    click.echo()
    terminal.told(question.text)
    for number, (_, words) in enumerate(question.options, start=1):
        click.echo(f"  {number}  {words}")
    while True:
        typed = terminal.line(f"{_shown(question, usual)}> ")
        if typed == BACK:
            raise _GoBack
        if (typed == NOT_KNOWN and question.may_be_unknown) or (typed == NOTHING and question.usual == ""):
            return ""
        answer, fault = _read(question, typed, usual)
        if not fault:
            return answer
        terminal.told(fault)


def _shown(question: Question, usual: str | None) -> str:
    """What Enter stands for, between brackets; of a choice its number."""
    if usual is None:
        return ""
    if question.options:
        return f"[{_number(question, usual)}] "
    return f"[{usual or ('?' if question.may_be_unknown else '–')}] "


def _number(question: Question, answer: str) -> str:
    values = [value for value, _ in question.options]
    return str(values.index(answer) + 1) if answer in values else NOT_KNOWN


def _read(question: Question, typed: str, usual: str | None) -> tuple[str, str]:
    """The answer that was typed, and what is wrong with it."""
    if not typed:
        return (usual, "") if usual is not None else ("", say("outline.needed"))
    if question.options:
        chosen = dict(enumerate((value for value, _ in question.options), start=1))
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        return chosen.get(number, ""), "" if number in chosen else say("outline.choose", number=len(chosen))
    answer = " ".join(typed.split())
    return answer, question.fault(answer) if question.fault else ""
