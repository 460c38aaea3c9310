"""What a jurist marked `nagaan`: sources and readings that a person must still look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.ruleset.kinds import KINDS, SETTINGS

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset


def marked(ruleset: Ruleset) -> dict[str, str]:
    """Every doubt by the name of its block, kind by kind; that of the settings under `instellingen`."""
    blocks = {name: block for kind in KINDS.values() for name, block in kind.items(ruleset).items()}
    found = {name: block.to_check for name, block in blocks.items()}
    return {name: doubt for name, doubt in {**found, SETTINGS.name: ruleset.settings.to_check}.items() if doubt}
