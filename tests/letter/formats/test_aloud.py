"""A letter to read aloud: written as one says it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from maatwerk.language.passage import sentences_of
from maatwerk.letter.formats.aloud import aloud, said
from maatwerk.letter.model import Bullets, Section
from tests.letter.made import granted_exception, letter_for

SAID = {
    "U betaalt € 78,80.": "U betaalt 78 euro en 80 cent.",
    "U krijgt € 1.200,00 per jaar.": "U krijgt 1.200 euro per jaar.",
    "U krijgt € 449 voor een laptop.": "U krijgt 449 euro voor een laptop.",
    "U hebt -€ 5,05 op uw rekening.": "U hebt min 5 euro en 5 cent op uw rekening.",
    "Bel ons: 0572 - 00 00 00.": "Bel ons: 0 5 7 2 0 0 0 0 0 0.",
    "Dat kan van 9.00 tot 17.00 uur.": "Dat kan van 9 tot 17 uur.",
    "Kom om 9.30 uur.": "Kom om 9.30 uur.",
    "Dat staat in artikel 4:84 van de wet.": "Dat staat in artikel 4, 84 van de wet.",
    "Dat staat in artikel 4:7 en 4:8.": "Dat staat in artikel 4, 7 en 4, 8.",
    "De artikelen 7:2, 7:3 en 7:4 gaan daarover.": "De artikelen 7, 2, 7, 3 en 7, 4 gaan daarover.",
    "Stuur uw bezwaar uiterlijk 7 april 2026.": "Stuur uw bezwaar uiterlijk 7 april 2026.",
    "De prijs is € 1,005 per stuk.": "De prijs is € 1,005 per stuk.",
}


@pytest.mark.parametrize(("written", "spoken"), SAID.items(), ids=SAID.keys())
def test_figures_are_written_as_they_are_said(written: str, spoken: str) -> None:
    assert said(written, "nl") == spoken


def test_an_english_amount_is_said_in_english() -> None:
    assert said("You pay €1,278.80.", "en") == "You pay 1,278 euros and 80 cents."


def test_what_has_a_number_already_gets_no_other() -> None:
    letter = letter_for(granted_exception())
    facts = Section(
        "feiten", "Wat weten wij?", (Bullets(("Nummer 1. Hoeveel? € 5,00.", "Nummer 2. Hoeveel? € 6,00.")),)
    )
    lines = aloud(replace(letter, sections=(facts,))).splitlines()

    assert "Nummer 1." in lines
    assert not any("Punt" in line for line in lines)


def test_each_sentence_has_a_line_and_items_are_counted() -> None:
    lines = aloud(letter_for(granted_exception())).splitlines()
    without = [re.sub(r"^Punt \d+\. ", "", line) for line in lines]
    assert [line for line in without if len(sentences_of(line)) > 2] == []
    assert "Punt 1. " in "\n".join(lines)
    assert [line for line in lines if "€" in line] == []
