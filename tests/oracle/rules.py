"""A small ruleset as data, and its Markdown. Nothing here knows how maatwerk reads or computes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tests.oracle.tree import Node, Plain, dutch, names_in, written

BEGIN = date(2026, 1, 1)
REFERENCE = "dag"
SORTS = {"ja": "ja_nee", "bedrag": "bedrag", "maand": "bedrag per maand", "getal": "getal", "datum": "datum"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact or a field. `values` are all that are tried for it; `below`: an amount that may be under 0."""

    name: str
    sort: str
    values: tuple[Plain, ...]
    options: tuple[str, ...] = ()
    empty: bool = False
    below: bool = False
    roles: str = ""

    @property
    def type(self) -> str:
        """Its type as written."""
        kind = f"keuze: {', '.join(self.options)}" if self.sort == "keuze" else SORTS.get(self.sort, self.sort)
        return kind + (" (ook onder nul)" if self.below else "") + (" of leeg" if self.empty else "")


Key = Plain | tuple[Plain, ...]
"""What a row of a table is read with: nothing, an option, a lower limit, or both."""


@dataclass(frozen=True, slots=True)
class Norm:
    """Amounts by date, or a table by option, by lower limit, or by both."""

    name: str
    sort: str
    rows: tuple[tuple[date, Key, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A calculation, or a criterion; `per` a list. `empty`: there may be none (`of leeg`)."""

    name: str
    node: Node
    per: str = ""
    kind: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome with its amount, in euros of its own period; `before`: the outcomes it goes before."""

    name: str
    when: Node
    kind: str
    amount: Node | None = None
    also: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(slots=True)
class Rules:
    """The whole ruleset."""

    facts: dict[str, Fact] = field(default_factory=dict)
    lists: dict[str, dict[str, Fact]] = field(default_factory=dict)
    norms: dict[str, Norm] = field(default_factory=dict)
    calculations: dict[str, Rule] = field(default_factory=dict)
    criteria: dict[str, Rule] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def rule(self, name: str) -> Rule | None:
        """The calculation or criterion of this name."""
        return self.calculations.get(name) or self.criteria.get(name)

    def pattern(self) -> list[str]:
        """The names whose verdicts make the pattern: criteria of the case, and what stands in an `als`."""
        named = set().union(*(names_in(each.when) for each in self.outcomes.values()))
        return [*(name for name, each in self.criteria.items() if not each.per),
                *(name for name in self.calculations if name in named)]  # fmt: skip

    def text(self) -> str:
        """The Markdown."""
        return "\n\n".join([FRONT, *self._facts(), *self._norms(), *self._blocks()]) + "\n"

    def _facts(self) -> list[str]:
        rows = [_row(each.name, each.type) for each in self.facts.values() if not each.roles]
        for name, fields in self.lists.items():
            rows += [_row(name, "lijst"), *(_row(f"{name}.{each.name}", each.type) for each in fields.values())]
        judged = [each for each in self.facts.values() if each.roles]
        return [_table("| gegeven | soort | vraag | herkomst | wie | privacy |", rows),
                *(_block(f"Oordeel: {each.name}", vraag="Vindt u dat?", wie=each.roles, kader="Kijk goed.")
                  for each in judged)]  # fmt: skip

    def _norms(self) -> list[str]:
        plain = [f"| {each.name} | {SORTS[each.sort]} | {day} | € {dutch(value)} | artikel 1 |"
                 for each in self.norms.values() for day, key, value in each.rows if key is None]  # fmt: skip
        keyed = [f"| {each.name} | {SORTS[each.sort]} | {day} | {_key(key)} | € {dutch(value)} | artikel 1 |"
                 for each in self.norms.values() for day, key, value in each.rows if key is not None]  # fmt: skip
        return [_table("| norm | soort | vanaf | waarde | bron |", plain),
                _table("| norm | soort | vanaf | bij | waarde | bron |", keyed)]  # fmt: skip

    def _blocks(self) -> list[str]:
        blocks = ["### Bedoeling: kern\n\n- tekst: Waarvoor het is.\n- bron: artikel 1"]
        for each in self.calculations.values():
            kind = SORTS[each.node.sort] + (" of leeg" if each.empty else "")
            blocks.append(_block(f"Berekening: {each.name}", per=each.per, soort=kind, **{"is": written(each.node)}))
        blocks += [_block(f"Voorwaarde: {each.name}", per=each.per, eis=written(each.node), bron="artikel 2",
                          rang="verordening", dient="kern", niet_voldaan="Niet.", soort=each.kind)
                   for each in self.criteria.values()]  # fmt: skip
        return [*blocks, *map(_outcome, self.outcomes.values())]


def _outcome(each: Outcome) -> str:
    return _block(f"Uitkomst: {each.name}", als=written(each.when), soort=each.kind,
                  bedrag=written(each.amount) if each.amount else "", ook=", ".join(each.also),
                  toon=", ".join(each.show), gaat_voor=", ".join(each.before), tekst="Dit is het.")  # fmt: skip


FRONT = f"""---
taal: maatwerk-1
regelset: klein
titel: Een kleine verzonnen regeling
bestuursorgaan: het college
geldig_vanaf: {BEGIN}
peildatum: {REFERENCE}
rechtsmiddel: bezwaar
---
# Een kleine verzonnen regeling"""


def _key(key: Key) -> str:
    if isinstance(key, tuple):
        return "; ".join(map(_key, key))
    return f"€ {dutch(key)}" if isinstance(key, Fraction) else str(key)


def _row(name: str, kind: str) -> str:
    return f"| {name} | {kind} | Wat is {name}? | verzonnen | inwoner | gewoon |"


def _table(header: str, rows: list[str]) -> str:
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *rows]) if rows else ""


def _block(heading: str, **keys: str) -> str:
    return "\n".join([f"### {heading}", "", *(f"- {key}: {value}" for key, value in keys.items() if value)])
