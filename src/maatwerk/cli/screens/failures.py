"""What is shown of an error: plain text, with the piece of the file it is about. Never a value of a person."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.bounds import bounds, read_file
from maatwerk.basics.errors import LetterIncomplete, ProblemsFound
from maatwerk.basics.text import language, say
from maatwerk.cli.width import WIDTH
from maatwerk.ruleset.source import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.basics.problems import Place, Problem


class _Whole(TypedDict):
    break_long_words: bool
    break_on_hyphens: bool


RULESET = ".md"
INDENT = "   "
IN_THE_CASE = frozenset({"geadresseerde", "contactpersoon"})  # what a letter takes from the case as it was decided on
WHOLE: _Whole = {"break_long_words": False, "break_on_hyphens": False}


def lines_of(wrong: MaatwerkError, width: int = WIDTH) -> list[str]:
    """The lines for standard error."""
    match wrong:
        case ProblemsFound():
            return problem_lines(wrong.problems, width)
        case LetterIncomplete():
            return _incomplete(wrong, width)
        case _:
            return [line for text in str(wrong).strip("\n").splitlines() for line in _wrapped(text, width)]


def _incomplete(wrong: LetterIncomplete, width: int) -> list[str]:
    """What a letter misses, and where that lies in the case: what to do with the decision."""
    rows = wrong.missing
    wide = max((len(kind) for kind, _ in rows), default=0)
    lines = wrap(say("cli.letter.incomplete", number=len(rows)), width)
    for kind, what in rows:
        lines += wrap(f"  {kind:<{wide}}   {nearer(what)}", width, subsequent_indent=" " * (wide + 5), **WHOLE)
    again = say("cli.letter.decide_again" if wrong.decided else "cli.letter.write_again")
    return [*lines, *(wrap(again, width) if IN_THE_CASE & {kind for kind, _ in rows} else [])]


def _wrapped(text: str, width: int) -> list[str]:
    """A line of a message in lines that fit; what follows an indented one stands deeper."""
    indent = " " * (len(text) - len(text.lstrip())) * 2
    return wrap(text, width, subsequent_indent=indent, **WHOLE) or [text]


def problem_lines(problems: Iterable[Problem], width: int = WIDTH) -> list[str]:
    """Each problem with place, code and hint, and of a ruleset the line it is about; then how many more there are.

    A case file is never quoted: it holds what people told us.
    """
    every, most = list(problems), bounds().problems_shown
    lines: list[str] = []
    for each in every[:most]:
        lines += ["", *_problem(each, width)] if lines else _problem(each, width)
    return [*lines, "", *wrap(say("cli.error.more", number=len(every) - most), width)] if every[most:] else lines


def _problem(each: Problem, width: int) -> list[str]:
    kind = say("cli.rules.remark") + " " if each.warning else ""
    hint = say("cli.rules.meant", hint=each.hint) if each.hint else ""
    text = " ".join(part for part in (each.text(language()), hint) if part)
    told = [INDENT + wrapped for line in text.splitlines() for wrapped in wrap(line, width - len(INDENT))]
    head = f"{kind}{near(each.place)}  {each.code}"
    narrow = width < WIDTH  # elsewhere place and code stay on one line, for who searches or clicks
    return [*(wrap(head, width, break_on_hyphens=False) if narrow else [head]), *_excerpt(each.place), *told]


def near(place: Place) -> str:
    """The place, from the current folder where the file lies below it."""
    return str(place).removeprefix(f"{Path.cwd()}{os.sep}")[-LONGEST_PLACE:]


def nearer(text: str) -> str:
    """A sentence with a place in it, that place from the current folder."""
    return text.replace(f"{Path.cwd()}{os.sep}", "")


def _excerpt(place: Place) -> list[str]:
    """The line of the ruleset with the place underlined; nothing for a whole line or another kind of file."""
    source = source_lines(place.file) if place.column else ()
    if not 0 < place.line <= len(source):
        return []
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", source[place.line - 1])  # it could change what the screen shows
    lead = f"   {place.line} │ "
    under = f"{' ' * (len(lead) - 2)}│ {' ' * (place.column - 1)}{'^' * max(1, place.length)}"
    return [f"{lead}{line}", under]


LONGEST_PLACE = 300  # characters; its end says most


@cache
def source_lines(name: str) -> tuple[str, ...]:
    """The lines of a ruleset; nothing for any other file, or one that cannot be read."""
    if not name.endswith(RULESET):
        return ()
    try:
        return tuple((read_file(Path(name)) or b"").decode("utf-8-sig").replace("\r\n", "\n").split("\n"))
    except (OSError, ValueError):
        return ()  # what is wrong with the file is a problem of its own
