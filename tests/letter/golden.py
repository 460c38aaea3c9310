"""The letters that are kept word for word in `golden/`. Run as a program, this writes them anew, for you to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.letter.formats.text import render
from maatwerk.ruleset.reading import load
from tests.letter.made import (
    forwarded,
    full_grant,
    granted_exception,
    laptop_exception,
    letter_for,
    partial_grant,
    refusal,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.letter.model import Letter

GOLDEN = Path(__file__).parent / "golden"
LAPTOP = Path(__file__).parents[2] / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
STAYS = "Uw inkomen blijft ook de komende maanden boven de grens."

LETTERS: dict[str, Callable[[], Letter]] = {
    "laptop_uitzondering": lambda: letter_for(laptop_exception(), rules=load(LAPTOP)),
    "uitzondering_met_voorwaarde": lambda: letter_for(granted_exception()),
    "nee_wet_verbiedt": lambda: letter_for(refusal("wet_verbiedt")),
    "nee_gewogen": lambda: letter_for(refusal("gewogen_nee", reasons=STAYS)),
    "nee_feiten_ontbreken": lambda: letter_for(refusal("feiten_ontbreken")),
    "nee_niet_aan_ons": lambda: letter_for(forwarded()),
    "deels": lambda: letter_for(partial_grant()),
    "toekenning": lambda: letter_for(full_grant()),
}

if __name__ == "__main__":
    for name, letter in LETTERS.items():
        (GOLDEN / f"{name}.txt").write_text(render(letter()), encoding="utf-8")
