"""Texts with places for values: `U krijgt {vergoeding}.` A brace that is meant as a brace is written twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maatwerk.expressions.lexer import NAME

_PIECE = re.compile(r"(?P<brace>\{\{|\}\})|\{(?P<name>[^{}]*)\}|(?P<lone>[{}])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: words as they stand, or the name whose value is printed here. `at` = its first character."""

    text: str
    is_name: bool = False
    at: int = 0


def pieces(text: str) -> tuple[Piece, ...]:
    """Split a text. What is no good place (`wrong` finds those) stays words."""
    found, position = [], 0
    for match in _PIECE.finditer(text):
        found.append(Piece(text[position : match.start()], at=position))
        position = match.end()
        found.append(_piece(match))
    found.append(Piece(text[position:], at=position))
    return tuple(piece for piece in found if piece.text)


def _piece(match: re.Match[str]) -> Piece:
    if match["name"] is not None and NAME.fullmatch(match["name"]):
        return Piece(match["name"], is_name=True, at=match.start() + 1)
    return Piece(match.group()[0] if match["brace"] else match.group(), at=match.start())


def wrong(text: str) -> tuple[tuple[int, int], ...]:
    """Where braces stand that are neither a place for a value nor written twice: (first character, length)."""
    return tuple(
        (match.start(), len(match.group()))
        for match in _PIECE.finditer(text)
        if match["lone"] or (match["name"] is not None and not NAME.fullmatch(match["name"]))
    )


def names(text: str) -> tuple[str, ...]:
    """The names printed in a text, in order of first use."""
    return tuple(dict.fromkeys(piece.text for piece in pieces(text) if piece.is_name))
