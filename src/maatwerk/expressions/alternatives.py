"""The ways in which a condition over names (with en, of, niet and brackets) can hold: each a set of verdicts."""

from __future__ import annotations

from itertools import product
from math import prod

from maatwerk.expressions.tree import Both, Either, Name, Node, Not

Clause = frozenset[tuple[str, bool]]


def clauses(node: Node, wanted: bool = True) -> tuple[Clause, ...]:  # noqa: FBT001, FBT002 - the wanted verdict itself
    """The `als` of an outcome as alternatives; each is a set of (name, verdict) that must all hold."""
    match node:
        case Name(name=name):
            return (frozenset({(name, wanted)}),)
        case Not(part=part):
            return clauses(part, not wanted)
        case Both(parts=parts) | Either(parts=parts):
            alternatives = [clauses(part, wanted) for part in parts]
            if isinstance(node, Either) == wanted:
                return tuple(clause for each in alternatives for clause in each)
            return tuple(frozenset().union(*combination) for combination in product(*alternatives))
        case _:  # the types were checked when the ruleset was read
            raise TypeError(type(node).__name__)


def ways(node: Node, *, wanted: bool = True) -> int:
    """In how many ways the `als` of an outcome can be met (or, not `wanted`, not met), some counted twice."""
    match node:
        case Not(part=part):
            return ways(part, wanted=not wanted)
        case Both(parts=each) | Either(parts=each):
            counted = [ways(part, wanted=wanted) for part in each]
            return sum(counted) if isinstance(node, Either) == wanted else prod(counted)
        case _:
            return 1
