"""One character of a text goes wrong: left out, put in, changed, or swapped with the next. The same each time."""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = "|#-:>`{}€;,.\n \t()é=%*_[]<~+/\\'\"–0159azQ\r\x00\x85\u200b\u2028\u202e\ufeff\U0001f600"


class Break(NamedTuple):
    """One fault: how, at which character, and the text with that fault in it."""

    how: str
    at: int
    text: str

    @property
    def line(self) -> int:
        """The number of the line with the fault, from 1."""
        return self.text.count("\n", 0, self.at) + 1


def breaks(text: str, number: int, seed: str) -> Iterator[Break]:
    """`number` faults in a text. What comes in is a sign with a meaning somewhere, or one that the text has already."""
    random = Random(seed)
    for _ in range(number):
        yield _one(text, random)


def _one(text: str, random: Random) -> Break:
    how, at = random.choice(("left out", "put in", "changed", "swapped")), random.randrange(len(text))
    sign = random.choice(random.choice((SIGNS, text)))
    new = {"left out": "", "put in": sign + text[at], "changed": sign, "swapped": text[at : at + 2][::-1]}[how]
    return Break(how, at, text[:at] + new + text[at + (2 if how == "swapped" else 1) :])
