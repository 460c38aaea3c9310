"""Which rules were used and what was done with them, and who decided on behalf of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maatwerk.letter.laws import written_out
from tests.letter.made import full_grant, granted_exception, letter_for, sportpas, words
from tests.letter.rules_with_room import leaving_room


def test_who_uses_the_room_of_a_rule_does_not_depart_from_it() -> None:
    letter = letter_for(granted_exception(), rules=leaving_room("inkomen_laag", "inkomen_net_laag"))
    text = words(letter, "uitzondering") + words(letter, "regels")

    assert "De regel laat ons ruimte om zelf te kiezen. Die ruimte gebruiken wij voor u." in text
    assert "laten ons ruimte om zelf te kiezen. Die ruimte gebruikten wij. Dat mag volgens:" in text
    assert "wijken wij af" not in text
    assert "weken af" not in text


def test_of_two_rules_one_may_be_departed_from_and_the_other_leave_room() -> None:
    text = words(letter_for(granted_exception(), rules=leaving_room("inkomen_laag")), "regels")

    assert "Wij weken af van: Beleidsregel sportpas, artikel 3." in text
    assert "Hier laten de regels ons ruimte om zelf te kiezen: Beleidsregel sportpas, artikel 2." in text
    assert text.count("Dat mag volgens: Beleidsregel sportpas, artikel 9.") == 1


@pytest.mark.parametrize(
    ("body", "signed"),
    [
        ("het college van burgemeester en wethouders", "het college van burgemeester en wethouders van Voorbeeld"),
        ("de burgemeester", "de burgemeester van Voorbeeld"),
        ("het college van B en W", "het college van B en W van Voorbeeld"),
        ("de gemeenteraad", "de gemeenteraad van Voorbeeld"),
        ("de heffingsambtenaar", "de heffingsambtenaar van Voorbeeld"),
        ("de invorderingsambtenaar", "de invorderingsambtenaar van Voorbeeld"),
        ("de Belastingdienst/Toeslagen", "de Belastingdienst/Toeslagen"),
        ("het Uitvoeringsinstituut werknemersverzekeringen", "het Uitvoeringsinstituut werknemersverzekeringen"),
        ("de raad van Voorbeeld", "de raad van Voorbeeld"),
    ],
)  # fmt: skip
def test_only_a_body_of_the_municipality_is_of_the_municipality(body: str, signed: str) -> None:
    rules = replace(sportpas(), header=replace(sportpas().header, body=body))

    assert f"namens {signed}" == letter_for(full_grant(), rules=rules).signature[1]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Awb, artikel 4:84", "Algemene wet bestuursrecht, artikel 4:84"),
        ("Wet kinderopvang, artikel 1.7, en Awir, artikel 14",
         "Wet kinderopvang, artikel 1.7, en Algemene wet inkomensafhankelijke regelingen, artikel 14"),
        ("Participatiewet, artikel 58", "Participatiewet, artikel 58"),
        ("Awbverordening, artikel 1", "Awbverordening, artikel 1"),
    ],
)  # fmt: skip
def test_the_name_of_a_law_is_written_out(short: str, full: str) -> None:
    assert full == written_out(short)
