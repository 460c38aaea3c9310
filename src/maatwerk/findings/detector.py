"""What a detector is. Each detector is one file beside this one, with its page in docs/findings/ and its test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet
    from maatwerk.reasoning.table import Fact, Rule
    from maatwerk.reasoning.table import Kind as FactKind

Kind = Literal["onbedoeld", "onredelijk", "procedure"]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A conclusion of the reasoner: the set it is about (empty = none) and the criterion, alternative or note."""

    code: str
    members: tuple[str, ...]
    about: str


def _no_facts(_: View) -> Iterable[Fact]:
    return ()


def _no_indication(_view: View, _set: DecisiveSet, _criterion: str) -> Truth:
    return Truth.NO


def _needs_nothing_of(_view: View, _set: DecisiveSet, _criterion: str) -> frozenset[str]:
    return NOTHING


def _needs_nothing(_: View) -> frozenset[str]:
    return NOTHING


@dataclass(frozen=True, slots=True)
class Detector:
    """Looks at one thing. `facts` tells the reasoner what is so; `rules` say when that is a finding.

    `kinds` are the facts that only this detector tells (others are in vocabulary.py).

    A detector about criteria gives `indicates` instead: whether a member of a decisive set has its indication; and
    `needs`: the unknown facts behind that. `text` words a finding in plain language: a fact about the case, never a
    verdict on the person. `unjudged` names the facts still needed before the detector can look, `lacking` what the
    case itself must tell first (`received`).
    """

    code: str
    kind: Kind
    text: Callable[[View, Found], str]
    facts: Callable[[View], Iterable[Fact]] = _no_facts
    rules: tuple[Rule, ...] = ()
    indicates: Callable[[View, DecisiveSet, str], Truth] = _no_indication
    needs: Callable[[View, DecisiveSet, str], frozenset[str]] = _needs_nothing_of
    unjudged: Callable[[View], frozenset[str]] = _needs_nothing
    lacking: Callable[[View], frozenset[str]] = _needs_nothing
    kinds: tuple[FactKind, ...] = ()
