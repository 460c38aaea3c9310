"""Questions at a terminal of which every answer can be corrected: `<` goes back one, with the answer still there.

An interview is a plain function that asks. Going back drops its last answer and runs it again: what was answered before
is given without asking, so what is asked next always follows from what was answered.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    dropped: dict[str, str] = {}  # by question: shown again as what Enter stands for
    while True:
        told = iter(tuple(given))
        asked: list[str] = []

        def ask(question: Question, told=told, asked=asked) -> str:  # type: ignore[no-untyped-def] # noqa: ANN001
            asked.append(question.text)
            answer: str | None = next(told, None)
            if answer is None:
                answer = _answer(question, dropped.pop(question.text, question.usual))
                given.append(answer)
            return answer

        try:
            return questions(ask)
        except _GoBack:
            if given:  # the question before the one that is asked now
                dropped[asked[-2]] = given.pop()


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
