"""Changes to an input that keep some of its form: lines and words of rulesets, parts of JSON, words of a command line.

Each takes a `Random`, so that Hypothesis can shrink it and a run with the same seed is the same run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.breaks.breaking import SIGNS
from tests.fuzz import of_cases, of_commands, of_expressions, of_rulesets

if TYPE_CHECKING:
    from random import Random  # noqa: TID251 - the type only

Change = Callable[[bytes, "Random"], bytes]
WORD = re.compile(rb"[\w%.,\x80-\xff-]+|[^\w%.,\x80-\xff-]")
MOST = 4
LARGEST = 60_000
"""A text that would grow beyond this many bytes is left as it is: limits on size have tests of their own."""


def rulesets(data: bytes, random: Random) -> bytes:
    """A ruleset with some lines, words or signs changed."""
    return _some(data, random, (_lines(b"\n", of_rulesets.seeds()), _words(of_rulesets.seeds()), _signs, _raw))


def expressions(data: bytes, random: Random) -> bytes:
    """An expression with some words or signs changed, or another put into it."""
    return _some(data, random, (_words(of_expressions.seeds()), _nested, _words(of_expressions.seeds()), _signs))


def cases(data: bytes, random: Random) -> bytes:
    """A case file with parts left out, moved, doubled or of another kind, and sometimes no longer JSON."""
    return _some(data, random, (_parts, _parts, _parts, _words(of_cases.seeds()), _signs, _raw))


def commands(data: bytes, random: Random) -> bytes:
    """A call with arguments left out, doubled, swapped or of another call, or standard input changed."""
    line, mark, typed = data.partition(of_commands.INPUT)
    others = tuple(each.partition(of_commands.INPUT)[0] for each in of_commands.seeds())
    line = _some(line, random, (_lines(of_commands.NEXT, others), _lines(of_commands.NEXT, others), _words(others)))
    return line + mark + (cases(typed, random) if random.random() < 0.3 else typed)


def _some(data: bytes, random: Random, changes: Sequence[Change]) -> bytes:
    for _ in range(random.randint(1, MOST)):
        changed = random.choice(changes)(data, random)
        data = changed if len(changed) <= LARGEST else data
    return data


def _lines(separator: bytes, others: Sequence[bytes]) -> Change:
    return lambda data, random: separator.join(_piece(data.split(separator), random, _pieces(separator, others)))


def _words(others: Sequence[bytes]) -> Change:
    return lambda data, random: b"".join(_piece(WORD.findall(data) or [data], random, _pieces(b"", others)))


@cache
def _pieces(separator: bytes, others: Sequence[bytes]) -> tuple[bytes, ...]:
    found = {each for other in others for each in (other.split(separator) if separator else WORD.findall(other))}
    return tuple(sorted(found))


def _piece(pieces: list[bytes], random: Random, others: Sequence[bytes]) -> list[bytes]:
    """One piece left out, doubled, moved, swapped for one that is elsewhere, or the rest cut off."""
    at, to = random.randrange(len(pieces)), random.randrange(len(pieces))
    match random.randrange(6):
        case 0:
            return pieces[:at] + pieces[at + 1 :]
        case 1:
            return pieces[:at] + [pieces[at]] * random.choice((2, 2, 50)) + pieces[at + 1 :]
        case 2:
            return [*pieces[:at], pieces[to], *pieces[at + 1 :]]
        case 3:
            return [*pieces[:at], random.choice(others), *pieces[at + 1 :]]
        case 4:
            return [*pieces[:at], random.choice(others), *pieces[at:]]
        case _:
            return pieces[: at + 1]


def _signs(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(SIGNS).encode() + data[at + random.randint(0, 1) :]


def _raw(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.randbytes(random.randint(0, 3)) + data[at + random.randint(0, 3) :]


def _nested(data: bytes, random: Random) -> bytes:
    """Another expression in the place of a word, or around this one."""
    other, pieces = random.choice(of_expressions.seeds()), WORD.findall(data) or [data]
    at = random.randrange(len(pieces))
    inside = b"".join([*pieces[:at], b"(", other, b")", *pieces[at + 1 :]])
    around = random.choice((b"niet (%s)", b"-(%s)", b"als %s dan 1 anders 2", b"min(%s; 1)", b"er_is(giften waar %s)"))
    return random.choice((inside, around.replace(b"%s", data)))


STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, "", "x", "€ 1", "1e9", "-0.01", "99999999999999999999.99", "0001-01-01",
    "9999-12-31", "2026-02-30", "ja", "nee", "leeg", "onbekend", [], {}, [[]], [None], {"value": None}, "\ud800", "\0",
    {"records": []}, {"records": [{}], "complete": False}, {"records": None}, "Kanarie",
)  # fmt: skip


def _parts(data: bytes, random: Random) -> bytes:
    """One part of the JSON left out, doubled, renamed, replaced by a strange value or by another part."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return _signs(data, random)
    holders = [each for each in _holders(whole) if each]
    if not holders:
        return json.dumps(random.choice(STRANGE)).encode()
    holder, other = random.choice(holders), random.choice(holders)
    key, taken = _key(holder, random), other[_key(other, random)]
    match random.randrange(4):
        case 0:
            del holder[key]
        case 1:
            holder[key] = random.choice(STRANGE)
        case 2:
            holder[key] = json.loads(json.dumps(taken))
        case _ if isinstance(holder, dict):
            holder[random.choice([*_names(whole), "x"])] = holder.pop(key)
        case _:
            holder.extend(holder[:50] * random.choice((1, 20)))
    return json.dumps(whole, indent=random.choice((None, 1))).encode()


def _holders(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict | list) else ()), *(each for part in inside for each in _holders(part))]


def _key(holder: Any, random: Random) -> Any:  # noqa: ANN401 - a key or an index
    return random.choice(list(holder)) if isinstance(holder, dict) else random.randrange(len(holder))


def _names(whole: Any) -> list[str]:  # noqa: ANN401 - any JSON
    return sorted({name for holder in _holders(whole) if isinstance(holder, dict) for name in holder})
