"""A worked guide: its commands are really run, one after the other, and what they print stands below them.

On the page a fence says what it is. `markdown FILE` is a text that the reader saves there; `diff FILE` changes it
(lines with - go, lines with + come in their place); `sh` is what the reader types in the folder of the organisation;
`text` right below that is what the program says, filled in here; `sh` with `code 4` ends with that exit code. Of a long
text a part may stand there: `text van A tot B` is what begins at the first line with A and ends before one with B.
Meanwhile it is always the same day, and each look at the clock is a second later: the page never changes by itself.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from maatwerk.basics import clock
from maatwerk.basics.text import use_language
from maatwerk.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "van-verordening-naar-regels.md"
NOW = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
_FENCE = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>[^\n]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def page() -> str:
    """The guide with every output as the program gives it now."""
    text = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _as_a_user():
        _run("maatwerk init --demo .", 0)
        parts = list(_worked(text))
    return "".join(parts)


@contextlib.contextmanager
def _as_a_user() -> Iterator[None]:
    use_language("nl")
    kept = {name: os.environ.pop(name, None) for name in ("NO_COLOR", "COLUMNS")}
    seconds = count()
    own, clock.now = clock.now, lambda: NOW + timedelta(seconds=next(seconds))
    try:
        yield
    finally:
        clock.now = own
        os.environ |= {name: value for name, value in kept.items() if value is not None}


def _worked(text: str) -> Iterator[str]:
    """The page, piece by piece; an output is that of the commands before it."""
    place, said = 0, ""
    for fence in _FENCE.finditer(text):
        yield text[place : fence.start()]
        place = fence.end()
        kind, name, body = fence["kind"], fence["name"] or "", fence["text"]
        if kind == "sh":
            code = int(name.removeprefix("code ")) if name else 0
            said = "".join(_run(line, code) for line in body.splitlines())
        elif kind in {"markdown", "json"} and name:
            _save(Path(name), body)
        elif kind == "diff":
            _change(Path(name), body)
        yield f"```{kind} {name}".rstrip() + f"\n{_part(said, name)}```" if kind == "text" else fence.group()
    yield text[place:]


def _part(said: str, wanted: str) -> str:
    """From the line with one text to the line with another; `…` for what was left out."""
    first, _, last = wanted.removeprefix("van ").partition("tot ")
    lines = said.splitlines()
    start = next((at for at, line in enumerate(lines) if first.strip() in line), None)
    after = [at for at, line in enumerate(lines) if last and last in line and at > (start or 0)]
    if start is None or (last and not after):
        raise ValueError(f"{wanted}\n{said}")
    end = after[0] if after else len(lines)
    shown = [*(["…"] if start else []), *lines[start:end], *(["…"] if after else [])]
    return "".join(f"{line}\n" for line in shown)


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _change(file: Path, lines: str) -> None:
    """What stood there must stand there just once."""
    every = lines.splitlines()
    old = "\n".join(line[1:] for line in every if line[:1] in " -")
    new = "\n".join(line[1:] for line in every if line[:1] in " +")
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{file}: {text.count(old)} times: {old}")
    file.write_text(text.replace(old, new), encoding="utf-8")


def _run(line: str, code: int) -> str:
    """What a command prints, errors too, without the blanks at the end of lines."""
    program, *arguments = shlex.split(line)
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        ended = main(arguments)
    if program != "maatwerk" or ended != code:
        raise ValueError(f"{line}: {ended}\n{output.getvalue()}")
    return "".join(f"{each.rstrip()}\n" for each in output.getvalue().splitlines())
