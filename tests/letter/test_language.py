"""The letters' own words follow our writing rules, whatever a ruleset or a caseworker adds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from maatwerk.basics.text import LANGUAGES, part
from maatwerk.language import check
from maatwerk.letter.control import control_of
from maatwerk.letter.formats.text import render
from maatwerk.letter.language import checked, rules_section
from tests.letter.golden import LETTERS
from tests.letter.made import SENDER, full_grant, letter_for, refusal

FOR_COLLEAGUES = ("gap.", "control.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_the_catalogue_of_letters_has_an_error(lang: str) -> None:
    texts = {key: text for key, text in part("letter", lang).items() if not key.startswith(FOR_COLLEAGUES)}
    found = {key: check(re.sub(r"\{\w+\}", "0", text), lang).errors for key, text in texts.items()}

    assert {} == {key: errors for key, errors in found.items() if errors}


@pytest.mark.parametrize("name", LETTERS)
def test_the_section_with_the_rules_is_found_in_a_whole_letter(name: str) -> None:
    text = render(LETTERS[name]())
    section = rules_section(text, "nl")

    assert section is not None
    assert text[section[0] :].startswith("Welke regels hebben wij gebruikt?")
    assert () == checked(text, "nl").errors


@pytest.mark.parametrize("form", ["txt", "md"])
def test_text_and_markdown_have_the_same_issues(form: str) -> None:
    letter = LETTERS["laptop_uitzondering"]()
    plain, other = (checked(render(letter, each), "nl") for each in ("txt", form))  # type: ignore[arg-type]

    assert [each.code for each in plain.issues] == [each.code for each in other.issues]


def test_a_text_without_such_a_section_has_none() -> None:
    assert None is rules_section("Welke regels hebben wij gebruikt? Die van de wet.", "nl")


def test_a_name_an_address_and_a_number_are_nobody_s_to_change() -> None:
    address = ["Onuitsprekelijkestraatnaam 0", "0000 AA Voorbeeld"]
    resident = {"name": "W. Meerderjarigheidsverklaring", "salutation": "mevrouw Meerderjarigheidsverklaring"}
    sender = replace(SENDER, visiting_address=("Burgemeestersplantsoen 0", "Voorbeeld"))
    letter = letter_for(full_grant(resident={**resident, "address": address}), sender=sender)

    seen = [each.text for _, each in control_of(letter).issues]

    assert [] == [word for word in ("Onuitsprekelijkestraatnaam", "Burgemeestersplantsoen") if word in seen]
    assert checked(render(letter), "nl", letter.kept).issues == checked(render(letter_for(full_grant())), "nl").issues
    assert "Onuitsprekelijkestraatnaam" in [each.text for each in checked(render(letter), "nl").issues]


def test_words_of_a_person_are_looked_at_as_before() -> None:
    letter = letter_for(refusal("gewogen_nee", reasons="Wij bekeken voornoemde stukken."))

    assert "voornoemde" in [each.text for _, each in control_of(letter).issues]
