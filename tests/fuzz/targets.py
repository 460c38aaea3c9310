"""The five things that take input from outside: what judges an input, what to begin with, and how to change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz import mutate, of_cases, of_commands, of_editor, of_expressions, of_rulesets

if TYPE_CHECKING:
    from pathlib import Path


class Target(NamedTuple):
    """`judge` raises for an input that is not dealt with as it should be."""

    judge: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    change: mutate.Change


def rulesets(folder: Path) -> Target:
    """The bytes of a ruleset."""
    return Target(partial(of_rulesets.judge, file=of_rulesets.shelf(folder)), of_rulesets.seeds(), mutate.rulesets)


def expressions(folder: Path) -> Target:  # noqa: ARG001 - needs no file
    """The text of an expression."""
    return Target(of_expressions.judge, of_expressions.seeds(), mutate.expressions)


def cases(folder: Path) -> Target:
    """The bytes of a case file."""
    return Target(partial(of_cases.judge, file=folder / "zaak.json"), of_cases.seeds(), mutate.cases)


def commands(folder: Path) -> Target:
    """A command line and standard input."""
    office = of_commands.open_office(folder)
    judge = partial(of_commands.judge, office=office, desk=folder / "desk")
    return Target(judge, of_commands.seeds(), mutate.commands)


def editor(folder: Path) -> Target:
    """A text in an editor, that is never written to its file."""
    return Target(partial(of_editor.judge, file=of_rulesets.shelf(folder)), of_rulesets.seeds(), mutate.rulesets)


TARGETS: dict[str, Callable[[Path], Target]] = {
    "rulesets": rulesets,
    "expressions": expressions,
    "cases": cases,
    "commands": commands,
    "editor": editor,
}
