"""Another version of a random ruleset: one requirement of one criterion planted otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random  # noqa: TID251 - seeded by each caller
from typing import TYPE_CHECKING

from maatwerk.basics.errors import ProblemsFound
from tests.strategies.rulesets import read

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset
    from tests.strategies.documents import Document

REQUIREMENT = re.compile(r"(?<=\n- eis: ).*")
SWAPS = (
    (" <= ", " < "), (" >= ", " > "), (" en ", " of "), (" of ", " en "), ("niet ", ""), ("ziek", "zorgt"),
    ("€ 100", "€ 120"), ("€ 250,50", "€ 200"), ("€ 1.000", "€ 900"), ("dubbele_grens", "grens"),
)  # fmt: skip


def planted(document: Document, seed: int) -> Ruleset | None:
    """The ruleset with one change in a requirement; None where nothing could be changed, or it is no ruleset then."""
    dice = Random(seed)
    numbers = [number for number, each in enumerate(document.blocks) if REQUIREMENT.search(each)]
    number = dice.choice(numbers)
    before = REQUIREMENT.search(document.blocks[number])
    ways = [(old, new) for old, new in SWAPS if before and old in before[0]]
    if before is None:
        return None
    after = before[0].replace(*dice.choice(ways), 1) if ways and dice.random() < 0.8 else f"niet ({before[0]})"
    block = REQUIREMENT.sub(lambda _: after, document.blocks[number])
    try:
        return read(replace(document, blocks=(*document.blocks[:number], block, *document.blocks[number + 1 :])))
    except ProblemsFound:
        return None
