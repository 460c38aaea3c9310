"""How one letter is named where something is wrong with it: its answer, its place in the rules, its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.letter.model import Bullets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.bench.letters.variant import Variant
    from maatwerk.letter.model import Section

OWN_PARTS = frozenset(
    {"besluit", "waarom", "feiten", "uitzondering", "wat_kan_niet", "wat_kan_wel", "wat_nu", "belofte"}
)
"""The parts in which a ruleset speaks; the others are the same for every ruleset."""


def place_of(variant: Variant) -> Place:
    """Where the answer stands: the exception that was made, else the outcome."""
    rules = variant.ruleset
    made = [rules.exceptions[name] for name in variant.exceptions if name in rules.exceptions]
    return made[0].place if made else rules.outcomes[variant.decision.outcome].place


def answer_of(variant: Variant) -> str:
    """The answer by name: `geen_pas`, or `eenmalig_telt_niet (geen_pas)`."""
    made = " + ".join(variant.exceptions)
    return f"{made} ({variant.by_rule})" if made else variant.by_rule


def case_of(variant: Variant) -> str:
    """The example that has it, by name, or the case in words."""
    return f"‘{variant.example}’" if variant.example else variant.case


def lines_of(section: Section) -> Iterator[str]:
    """The paragraphs of a part, and the items of its lists."""
    for block in section.blocks:
        yield from block.items if isinstance(block, Bullets) else (block.text,)
