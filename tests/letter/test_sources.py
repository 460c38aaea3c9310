"""Where each fact in a letter came from, and that nothing is claimed that nobody saw or said."""

from __future__ import annotations

from pathlib import Path

from maatwerk.ruleset.reading import load
from tests.letter.made import fact, granted_exception, laptop_exception, letter_for, words


def test_facts_are_printed_with_their_source() -> None:
    letter = letter_for(
        granted_exception(
            facts=[
                fact("aanvraagdatum"),
                fact("inkomen", contested=True),
                fact("eenmalig", by="inwoner"),
                fact("kind_sport"),
            ]
        )
    )
    text = words(letter, "feiten")
    assert "Wat is uw inkomen per maand? € 1.800,00 per maand. Dat staat op uw loonstrook." in text
    assert "Dat staat op uw loonstrook. U vertelde ons dat dit niet klopt." in text
    assert "€ 400,00 per maand. Dat hebt u ons verteld." in text
    assert "Klopt hier iets niet? Bel ons." in text


def test_a_paper_that_nobody_saw_is_not_claimed() -> None:
    unseen = [fact("aanvraagdatum"), fact("inkomen", verified=False), fact("eenmalig"), fact("kind_sport")]
    assert "loonstrook." not in words(letter_for(granted_exception(facts=unseen)), "feiten")
    same_as_rule = [
        fact("inkomen", verified=False, source="loonstrook") if each["name"] == "inkomen" else each for each in unseen
    ]
    assert "loonstrook." not in words(letter_for(granted_exception(facts=same_as_rule)), "feiten")
    elsewhere = [fact("inkomen", source="jaaropgave") if each["name"] == "inkomen" else each for each in unseen]
    assert "Dat staat in: jaaropgave." in words(letter_for(granted_exception(facts=elsewhere)), "feiten")


LAPTOP = Path(__file__).parents[2] / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"


def of_the_household(**changes: object) -> str:
    """What the letter about a laptop says of a fact that the rules take from the BRP, and the resident may tell."""
    made = laptop_exception()
    facts = [each.model_copy(update=changes) if each.name == "huishouden" else each for each in made.facts]
    text = words(letter_for(made.model_copy(update={"facts": tuple(facts)}), rules=load(LAPTOP)), "feiten")
    return text.split("partner? Alleenstaand. ")[1].split(" Wat is uw inkomen")[0]


def test_what_comes_from_a_register_is_not_said_to_be_told_by_the_resident() -> None:
    assert of_the_household() == "Dat staat in de Basisregistratie Personen."
    assert of_the_household(by="register") == "Dat staat in de Basisregistratie Personen."
    assert of_the_household(source="BRP", verified=True) == "Dat staat in de Basisregistratie Personen."


def test_what_the_case_says_the_resident_told_is_told_by_the_resident() -> None:
    assert of_the_household(by="inwoner") == "Dat hebt u ons verteld."
    assert of_the_household(by="Inwoner ") == "Dat hebt u ons verteld."
    assert of_the_household(by="inwoner", source="loonstrook") == "Dat staat op uw loonstrook."


def test_what_a_register_or_paper_says_is_not_said_by_the_resident_either() -> None:
    facts = [fact("inkomen"), fact("eenmalig", by="document"), fact("kind_sport")]
    text = words(letter_for(granted_exception(facts=facts)), "feiten")
    assert "€ 400,00 per maand. Dat staat in de papieren die u ons gaf." in text
