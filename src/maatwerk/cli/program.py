"""All commands, each with the module that holds it. A module is imported only when its command is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import LANGUAGES, say, use_language
from maatwerk.cli import click_texts
from maatwerk.cli.base import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = Group(
    "letter",
    {"write": "letter_write", "check": "letter_check", "notice": "letter_notice", "sent": "letter_sent"},
)
RULES = Group(
    "rules",
    {
        "check": "rules_check",
        "test": "rules_test",
        "diff": "rules_diff",
        "show": "rules_show",
        "letters": "rules_letters",
        "format": "rules_format",
        "new": "rules_new",
        "adopt": "rules_adopt",
        "withdraw": "rules_withdraw",
        "serve": "rules_serve",
    },
)
REGISTER = Group("register", {"verify": "register_verify", "list": "register_list"})

PROGRAM = Group(
    "program",
    {
        "init": "init",
        "check": "check",
        "propose": "propose",
        "explain": "explain",
        "decide": "decide",
        "letter": LETTER,
        "rules": RULES,
        "register": REGISTER,
        "doctor": "doctor",
    },
)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name. Returns its exit code."""
    click_texts.install()
    use_language(_language_in(arguments))
    _text_only(arguments)
    with PROGRAM.make_context("maatwerk", list(arguments)) as context:
        code: int | None = PROGRAM.invoke(context)
    return code or 0


def _text_only(arguments: Sequence[str]) -> None:
    """Raises click's usage error for bytes that are no UTF-8: they could not be shown, nor written anywhere."""
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError:
        raise click.UsageError(say("cli.error.no_text")) from None


def _language_in(arguments: Sequence[str]) -> str:
    """The language asked for, wherever `--lang` stands: `--help` before it must already speak it."""
    for place, argument in enumerate(arguments):
        following = arguments[place + 1] if place + 1 < len(arguments) else ""
        chosen = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return LANGUAGES[0]
