"""Strict JSON with places: what an ordinary reader lets through silently is a problem here.

Refused: a key twice, NaN and Infinity, numbers (they belong between quotes), NUL and other control characters,
half surrogates, text after the end, too many levels. Arrays become tuples, so that what is read stays frozen.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NoReturn

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Place, Problem

Json = str | bool | tuple["Json", ...] | dict[str, "Json"] | None
Path = tuple[str | int, ...]

BLANK = re.compile(r"[ \t\n\r]*")
NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")
NOT_A_NUMBER = re.compile(r"-?(NaN|Infinity)")
LITERALS = {"true": True, "false": False, "null": None}
# control characters (but not tab and new line), half surrogates, and characters that turn the direction of text around
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class _Stop(Exception):
    """Nothing sensible can be read after this."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read, where each value stands, and what is wrong. With problems, `value` is not to be used as a case."""

    value: Json
    places: dict[Path, Place]
    problems: tuple[Problem, ...]


def parse(text: str, file: str) -> Parsed:
    """Read one JSON text. Problems C004-C011; after a mistake in the form, reading stops."""
    reader = _Reader(text, file)
    try:
        value = reader.document()
    except _Stop:
        value = None
    return Parsed(value, reader.places, tuple(reader.problems))


@dataclass
class _Reader:
    text: str
    file: str
    at: int = 0
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, at: int) -> Place:
        line = bisect_right(self.line_starts, at)
        return Place(self.file, line, at - self.line_starts[line - 1] + 1)

    def note(self, code: str, at: int, **values: str) -> None:
        self.problems.append(Problem(code, self.place(at), tuple(values.items())))

    def stop(self, code: str, at: int, **values: str) -> NoReturn:
        self.note(code, at, **values)
        raise _Stop

    def skip_blank(self) -> str:
        """Go to the next character that means something and return it; at the end: the text was cut off."""
        found = BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        if self.at >= len(self.text):
            self.stop("C005", len(self.text))
        return self.text[self.at]

    def document(self) -> Json:
        self.skip_blank()
        value = self.value((), 0)
        rest = BLANK.match(self.text, self.at)
        if rest and rest.end() < len(self.text):
            self.stop("C006", rest.end())
        return value

    def value(self, path: Path, depth: int) -> Json:
        first = self.skip_blank()
        if depth > bounds().json_depth:
            self.stop("C007", self.at, deepest=str(bounds().json_depth))
        self.places[path] = self.place(self.at)
        match first:
            case "{":
                return self.object(path, depth)
            case "[":
                return self.array(path, depth)
            case '"':
                return self.string()
            case _:
                return self.word()

    def object(self, path: Path, depth: int) -> dict[str, Json]:
        found: dict[str, Json] = {}
        self.at += 1
        if self.skip_blank() == "}":
            self.at += 1
            return found
        while True:
            self.one_of('"')
            start = self.at
            key = self.string()
            self.one_of(":")
            self.at += 1
            if key in found:
                self.note("C008", start, name=shown(key))
                self.value((*path, key, "again"), depth + 1)
            else:
                found[key] = self.value((*path, key), depth + 1)
            if self.closed_by("}"):
                return found

    def array(self, path: Path, depth: int) -> tuple[Json, ...]:
        found: list[Json] = []
        self.at += 1
        if self.skip_blank() == "]":
            self.at += 1
            return ()
        while True:
            found.append(self.value((*path, len(found)), depth + 1))
            if self.closed_by("]"):
                return tuple(found)

    def closed_by(self, closing: str) -> bool:
        """Step over a comma (more follows) or the closing bracket (that was all)."""
        last = self.one_of(f",{closing}") == closing
        self.at += 1
        return last

    def one_of(self, expected: str) -> str:
        found = self.skip_blank()
        if found not in expected:
            self.stop("C004", self.at, expected="  ".join(expected))
        return found

    def string(self) -> str:
        start = self.at
        try:
            value, self.at = json.JSONDecoder().raw_decode(self.text, start)
        except json.JSONDecodeError as error:
            cut_off = error.msg.startswith("Unterminated")
            control = error.msg.startswith("Invalid control")
            self.stop("C005" if cut_off else "C011" if control else "C004", error.pos, expected='"…"')
        if FORBIDDEN.search(str(value)):
            self.note("C011", start)
        return str(value)

    def word(self) -> bool | None:
        """`true`, `false` or `null`, and nothing else."""
        for word, value in LITERALS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        self.skip_number()
        return None

    def skip_number(self) -> None:
        """Note a number and read on behind it, so that all of them are reported at once."""
        for code, pattern in (("C009", NOT_A_NUMBER), ("C010", NUMBER)):
            if found := pattern.match(self.text, self.at):
                self.note(code, self.at)
                self.at = found.end()
                return
        self.stop("C004", self.at, expected='"…"  {  [  true  false  null')


def shown(name: str) -> str:
    """A key as it may be shown in a message: only what looks like a name, since anything else may be personal."""
    return name if re.fullmatch(r"[A-Za-z_$][A-Za-z0-9_.$-]{0,63}", name) else "…"


def dotted(path: Path) -> str:
    """A path as people read it: `process.contacts.1.on` (records count from 1)."""
    return ".".join(str(step + 1) if isinstance(step, int) else shown(step) for step in path) or "zaak"
