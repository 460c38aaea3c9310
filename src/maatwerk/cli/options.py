"""Options and arguments that several commands share."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maatwerk.basics.text import say
from maatwerk.cli.base import LANG, option

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A day as `2026-02-17` or `17-2-2026`. A wrong one is not repeated."""

    name = "dag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day; click's usage error (exit code 2) when it is none."""
        if isinstance(value, date):
            return value
        parts = str(value).split("-") if re.fullmatch("[0-9-]{8,10}", str(value)) else [""]  # int() takes other digits
        ordered = parts if len(parts[0]) == len("2026") else parts[::-1]
        try:
            year, month, day = (int(part) for part in ordered)
            return date(year, month, day)
        except ValueError:
            self.fail(say("cli.error.no_day"), param, ctx)


class Given(click.ParamType[tuple[str, str]]):
    """A fact or answer as `name=value`. A wrong one is not repeated: it may hold a value of a person."""

    name = "naam=waarde"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:  # noqa: ANN401
        """The name and the value; click's usage error (exit code 2) without `=`."""
        if isinstance(value, tuple):
            return value
        name, equals, text = str(value).partition("=")
        if not equals or not name.strip():
            self.fail(say("cli.error.no_pair"), param, ctx)
        return name.strip(), text.strip()


class Number(click.ParamType[str]):
    """The number of a decision, such as `2026-0001`. A wrong one is not repeated."""

    name = "nummer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The number; click's usage error (exit code 2) when it cannot be one."""
        if not re.fullmatch(r"[0-9]{4}-[0-9]{4,9}", str(value)):
            self.fail(say("cli.error.no_number"), param, ctx)
        return str(value)


class Words(click.ParamType[str]):
    """A name or some words on one line, as the register keeps them. A wrong one is not repeated."""

    name = "tekst"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The words without spaces around them; click's usage error (exit code 2) for none, and for too many."""
        words = str(value).strip()
        if not re.fullmatch(r"[^\x00-\x1f\x7f]{1,200}", words):
            self.fail(say("cli.error.no_line"), param, ctx)
        return words


def _once(
    ctx: click.Context, param: click.Parameter, given: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """The pairs, each name once: of two answers nobody knows which was meant. The name itself is not repeated."""
    if len(dict(given)) < len(given):
        raise click.BadParameter(say("cli.error.given_twice"), ctx, param)
    return given


FILE = click.Path(path_type=Path)

lang: Decorator = option("--lang", **LANG)
everything: Decorator = option("--all", "everything", is_flag=True)
on: Decorator = option("--on", type=Day(), metavar="DAG")
PAIRS: dict[str, Any] = {"type": Given(), "multiple": True, "callback": _once}

facts: Decorator = option("--fact", "facts", metavar="NAAM=WAARDE", **PAIRS)
notes: Decorator = option("--note", "notes", multiple=True, metavar="TEKST")
part: Decorator = option("--part", default="", metavar="DAG")
out: Decorator = option("--out", type=FILE, metavar="BESTAND")
case_file: Decorator = click.argument("case_file", type=FILE, metavar="ZAAK.json")


def shape(*choices: str) -> Decorator:
    """`--format` with these choices, of which the first is the default, and `--plain` where that is one of them."""

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        if "plain" in choices:
            function = option("--plain", "shape", flag_value="plain", key="plain")(function)
        return option("--format", "shape", type=click.Choice(choices), default=choices[0], show_default=True)(function)

    return decorated
