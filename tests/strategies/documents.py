"""The text of a random ruleset: blocks, with the tables and calculations that they need, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - seeded by each caller
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FACTS = {
    "dag": "datum",
    "begin": "datum",
    "eens": "ja_nee",
    "woont": "ja_nee",
    "ziek": "ja_nee",
    "zorgt": "ja_nee",
    "vorm": "keuze: alleen, paar, anders_dan",
    "inkomen": "bedrag per maand",
    "lasten": "bedrag per maand",
    "schade": "bedrag",
    "spaargeld": "bedrag of leeg",
    "laatst": "datum of leeg",
    "posten": "lijst",
    "posten.wanneer": "datum",
    "posten.waarde": "bedrag",
    "posten.lengte": "getal (dag)",
    "posten.bewezen": "ja_nee",
    "posten.herkomst_geld": "keuze: gift, lening, loon",
}
STRICT = ("### Voorwaarde", "### Uitkomst", "### Bedoeling")
LOOKING_KEYS = re.compile(
    r"\n- (naar_bedoeling|haalbaar_als|klein_als|kleine_marge|wacht_op|botst_met|botst_als|dient): .*"
)
FRONT = """---
taal: maatwerk-1
regelset: verzonnen
titel: Een verzonnen regeling
bestuursorgaan: het college
geldig_vanaf: 2026-01-01
peildatum: dag
rechtsmiddel: bezwaar
---
# Een verzonnen regeling
"""
NORMS = {
    "grens": ("bedrag per maand", ("2026-01-01 | € 250,50", "2026-07-01 | € 260")),
    "uitkering": ("bedrag", ("2026-01-01 | € 449",)),
    "wachten": ("getal (maand)", ("2026-01-01 | 3",)),
    "dagprijs": ("bedrag per dag", ("1970-01-01 | € 7", "2026-07-01 | € 7,50")),
}


def block(heading: str, **keys: str) -> str:
    """One block of the language."""
    return "\n".join([f"### {heading}", "", *(f"- {key}: {value}" for key, value in keys.items())])


def _calculation(kind: str, expression: str, per: str = "") -> dict[str, str]:
    return {"soort": kind, **({"per": per} if per else {}), "is": expression}


CALCULATIONS = {
    "vrij": _calculation("bedrag per maand", "max(€ 0; inkomen - lasten)"),
    "dubbele_grens": _calculation("bedrag per maand", "afronden(150% van grens; 0,01)"),
    "deel": _calculation("bedrag", "afronden(35% van uitkering; 0,01)"),
    "over": _calculation("bedrag", "max(€ 0; uitkering - schade)"),
    "klem": _calculation("ja_nee", "ziek of schade > € 100"),
    "later": _calculation("datum", "plus_maanden(dag; wachten; omlaag)"),
    "reserve": _calculation("bedrag of leeg", "als spaargeld is leeg dan € 0 anders spaargeld"),
    "dagwaarde": _calculation("bedrag", "afronden(lengte * (dagprijs op wanneer); 0,01)", "posten"),
    "vrij_deel": _calculation("bedrag", "max(€ 0; waarde - € 50)", "posten"),
    "totaal": _calculation("bedrag", "som(waarde uit posten waar bewezen)"),
    "over_de_dagen": _calculation("bedrag", "som(dagwaarde uit posten)"),
    "grootste": _calculation("bedrag", "als er_is(posten) dan hoogste(waarde uit posten) anders € 0"),
    "per_aard": _calculation("bedrag", "hoogste_som(waarde uit posten per herkomst_geld)"),
    "meetellend": _calculation("bedrag", "som(vrij_deel uit posten waar telt_a)"),
}
JUDGEMENTS = {
    "schrijnend": {},
    "gewicht": {"soort": "keuze: klein, groot"},
    "verantwoord": {"per": "posten"},
}
DEFINED = {
    **{name: block(f"Berekening: {name}", **keys) for name, keys in CALCULATIONS.items()},
    **{name: block(f"Oordeel: {name}", **keys, vraag=f"Is dit {name}?", wie="jurist, kwaliteitsmedewerker",
                   kader="Kijk naar alles.") for name, keys in JUDGEMENTS.items()},
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """The text of a ruleset: its blocks, and the tables and calculations that these need.

    `order`: a seed for the order in which blocks, calculations and norms stand; `fact_order`: one for the facts.
    """

    blocks: tuple[str, ...]
    order: int | None = None
    fact_order: int | None = None

    @property
    def text(self) -> str:
        """The Markdown."""
        calculations = _reached(self.blocks)
        used = _words([*self.blocks, *calculations])
        facts = [f"| {name} | {kind} | Wat is {name}? | verzonnen | inwoner | gewoon |"
                 for name, kind in FACTS.items() if name.rpartition(".")[2] in {*used, "dag"}]  # fmt: skip
        norms = [f"| {name} | {kind} | {row} | artikel 3 |"
                 for name, (kind, rows) in NORMS.items() if name in used for row in rows]  # fmt: skip
        blocks = _mixed([*self.blocks, *calculations], self.order)
        tables = [_table("| gegeven | soort | vraag | herkomst | wie | privacy |", _mixed(facts, self.fact_order)),
                  _table("| norm | soort | vanaf | waarde | bron |", _mixed(norms, self.order))]  # fmt: skip
        return "\n\n".join([FRONT, *_mixed(tables, self.order), *blocks]) + "\n"

    def shuffled(self, seed: int) -> Document:
        """The same document with its blocks, its tables and the rows of norms in another order."""
        return replace(self, order=seed)

    def facts_shuffled(self, seed: int) -> Document:
        """The same document with the rows of its facts in another order."""
        return replace(self, fact_order=seed)

    def with_blocks(self, *blocks: str) -> Document:
        """The same document with more blocks."""
        return replace(self, blocks=(*self.blocks, *blocks))

    def strict_rules_only(self) -> Document:
        """Only what the outcome is made of: no signals, consequences, exceptions, purposes behind criteria …"""
        kept = [each for each in self.blocks if each.startswith(STRICT)]
        return replace(self, blocks=tuple(LOOKING_KEYS.sub("", each) for each in kept))


def _table(header: str, rows: list[str]) -> str:
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *rows]) if rows else ""


def _mixed(rows: list[str], order: int | None) -> list[str]:
    return rows if order is None else Random(order).sample(rows, len(rows))


def _words(texts: Iterable[str]) -> set[str]:
    return set(re.findall(r"[a-z_]+", " ".join(texts)))


def _reached(blocks: Sequence[str]) -> list[str]:
    """The calculations and judgements that the blocks need, and those that they need in turn."""
    used = _words(blocks)
    written_down: dict[str, str] = {}
    while new := [name for name in DEFINED if name in used and name not in written_down]:
        written_down |= {name: DEFINED[name] for name in new}
        used = _words([*blocks, *written_down.values()])
    return list(written_down.values())
