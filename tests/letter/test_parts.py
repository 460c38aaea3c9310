"""What stands in a letter, and what must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from maatwerk.letter.model import Sender
from maatwerk.organisation.folder import Organisation
from tests.letter.made import (
    SENDER,
    forwarded,
    full_grant,
    granted_exception,
    letter_for,
    no_room,
    partial_grant,
    promise,
    refusal,
    sportpas,
    words,
)

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset, Text


def test_the_decision_comes_first_with_its_amount() -> None:
    assert words(letter_for(full_grant()), "besluit").startswith("U krijgt een sportpas van € 120,00.")
    assert "Het gaat om € 60,00." in words(letter_for(partial_grant()), "besluit")
    assert letter_for(granted_exception()).sections[0].kind == "besluit"


def test_an_exception_tells_the_rule_the_reasons_the_condition_and_the_end() -> None:
    text = words(letter_for(granted_exception()), "uitzondering")
    assert "De hoogste grens is € 1.700,00 per maand." in text
    assert "Volgens de regels is dit de uitkomst: U krijgt geen sportpas." in text
    assert "U gebruikte dat geld voor een huurschuld." in text
    assert "Daarom wijken wij af van de regel." in text
    assert "Laat ons voor 1 juli 2026 een nieuwe loonstrook zien." in text
    assert "tot en met 18 februari 2027" in text


def test_the_ground_stands_with_the_rules_used() -> None:
    assert "Dat mag volgens: Beleidsregel sportpas, artikel 9." in words(letter_for(granted_exception()), "regels")
    assert "Dat mag volgens" not in words(letter_for(full_grant()), "regels")


def test_only_facts_that_count_are_printed_and_none_of_someone_else() -> None:
    section = letter_for(granted_exception()).section("feiten")
    assert section is not None
    assert section.facts == ("inkomen", "eenmalig")


def test_internal_words_stay_inside() -> None:
    letter = letter_for(
        granted_exception(answers=[{"about": "question:geschikt", "question": "Geschikt?", "answer": "intern"}])
    )
    assert "intern" not in str(letter)


def test_a_refusal_offers_only_what_the_assessment_found() -> None:
    text = words(letter_for(refusal("gewogen_nee", reasons="Dat is zo.")), "wat_kan_wel")
    assert text == (
        "Veel clubs geven korting. Vraag uw club daarnaar. Wordt uw inkomen lager? Vraag de sportpas dan opnieuw aan. "
        "Wij helpen u daar graag bij. Bel ons."
    )
    bare = refusal("gewogen_nee", reasons="Dat is zo.")
    nothing = bare.model_copy(update={"assessment": bare.assessment.model_copy(update={"alternatives": ()})})
    assert words(letter_for(nothing), "wat_kan_wel") == "Bel ons. Wij denken graag met u mee over wat wel kan."


def test_a_no_without_anything_special_says_so() -> None:
    assert "Wij zagen geen reden" in words(letter_for(refusal("gewogen_nee")), "wat_kan_niet")


def test_missing_facts_are_asked_for() -> None:
    assert "Welk deel daarvan is eenmalig?" in words(letter_for(refusal("feiten_ontbreken")), "wat_kan_niet")


def test_a_grant_has_no_words_about_refusing() -> None:
    letter = letter_for(full_grant())
    assert (letter.section("wat_kan_niet"), letter.section("wat_kan_wel")) == (None, None)


def test_a_promise_has_a_day_and_a_person() -> None:
    text = words(letter_for(full_grant()), "belofte")
    assert text == (
        "U krijgt de sportpas thuis. Dat doen wij uiterlijk 2 maart 2026. "
        "Lukt dat niet, of hoort u niets? Bel S. Yilmaz (verzonnen): 0572 - 00 00 00."
    )


@pytest.mark.parametrize("last_day", [None, "2026-02-19"])
def test_a_promise_without_a_day_to_come_is_not_made(last_day: str | None) -> None:
    made = full_grant()
    promised = made.assessment.model_copy(
        update={"promises": (made.assessment.promises[0].model_validate(promise(last_day)),)}
    )
    assert letter_for(made.model_copy(update={"assessment": promised})).section("belofte") is None


@pytest.mark.parametrize(
    ("sent", "last_day"),
    [
        (date(2026, 2, 20), "7 april 2026"),
        (date(2026, 3, 16), "28 april 2026"),
        (date(2026, 3, 24), "6 mei 2026"),
        (date(2026, 4, 2), "15 mei 2026"),
        (date(2026, 4, 13), "26 mei 2026"),
        (date(2026, 11, 13), "28 december 2026"),
        (date(2026, 11, 23), "4 januari 2027"),
    ],
)
def test_the_last_day_to_object_is_computed(sent: date, last_day: str) -> None:
    assert f"uiterlijk {last_day}." in words(letter_for(full_grant(), sent_on=sent), "rechtsmiddel")


def test_each_remedy_has_its_own_words() -> None:
    rules = sportpas()
    outcomes = {
        remedy: replace(
            rules, outcomes={**rules.outcomes, "hele_pas": replace(rules.outcomes["hele_pas"], remedy=remedy)}
        )
        for remedy in ("bezwaar", "beroep", "beroep_college", "klacht", "geen")
    }
    letters = {remedy: letter_for(full_grant(), rules=changed) for remedy, changed in outcomes.items()}
    texts = {remedy: words(letter, "rechtsmiddel") for remedy, letter in letters.items()}
    assert "bezwaar maken" in texts["bezwaar"]
    assert "in beroep gaan" in texts["beroep"]
    assert "Stuur uw beroep naar: Rechtbank Voorbeeld (verzonnen)." in texts["beroep"]
    assert "in beroep gaan bij het college" in texts["beroep_college"]
    assert "Stuur uw beroep naar: Gemeente Voorbeeld" in texts["beroep_college"]
    assert "een klacht indienen" in texts["klacht"]
    assert "Postbus 1" in texts["klacht"]
    assert "geen bezwaar maken" in texts["geen"]
    assert [letter.last_day is None for letter in letters.values()] == [False, False, False, True, True]


def test_the_letter_says_on_whose_behalf_and_that_a_person_decided() -> None:
    letter = letter_for(full_grant())
    assert letter.signature == (
        "T. de Wit (verzonnen), teamleider Inkomen",
        "namens het college van burgemeester en wethouders van Voorbeeld",
    )
    assert "Een medewerker heeft het besluit genomen." in words(letter, "contact")


def in_english(rules: Ruleset) -> Ruleset:
    """The same rules with an English twin of every text that letters print."""

    def twin(text: Text) -> Text:
        return replace(text, en=f"EN {text.nl}")

    return replace(
        rules,
        facts={name: replace(each, question=twin(each.question)) for name, each in rules.facts.items()},
        outcomes={name: replace(each, text=twin(each.text)) for name, each in rules.outcomes.items()},
        purposes={name: replace(each, text=twin(each.text)) for name, each in rules.purposes.items()},
        exceptions={
            name: replace(each, conditions=each.conditions and twin(each.conditions))
            for name, each in rules.exceptions.items()
        },
        promises={name: replace(each, what=twin(each.what)) for name, each in rules.promises.items()},
        criteria={
            name: replace(each, met=each.met and twin(each.met), not_met=each.not_met and twin(each.not_met))
            for name, each in rules.criteria.items()
        },
    )


def test_a_letter_in_english_says_the_same() -> None:
    letter = letter_for(granted_exception(), lang="en", rules=in_english(sportpas()))
    assert letter.salutation == "Dear Mrs De Boer,"
    assert words(letter, "besluit").startswith("EN U krijgt een sportpas van €120.00.")
    assert "no later than 7 April 2026" in words(letter, "rechtsmiddel")
    assert [each.kind for each in letter.sections] == [each.kind for each in letter_for(granted_exception()).sections]


@pytest.mark.parametrize(
    ("written", "lang", "addressed"),
    [
        ("mevrouw De Boer", "nl", "Beste mevrouw De Boer,"),
        ("Beste mevrouw De Boer", "nl", "Beste mevrouw De Boer,"),
        ("Mevrouw De Boer", "en", "Dear Mrs De Boer,"),
        ("de heer Vos", "en", "Dear Mr Vos,"),
        ("Geachte heer Vos", "nl", "Beste meneer Vos,"),
        ("Meneertje Vos", "en", "Dear Meneertje Vos,"),
        ("", "en", "Dear N. de Boer (verzonnen),"),
    ],
)
def test_the_resident_is_addressed_once_and_in_the_language_of_the_letter(
    written: str, lang: str, addressed: str
) -> None:
    made = full_grant(resident={"name": "N. de Boer (verzonnen)", "salutation": written, "address": ["Dorpsstraat 0"]})
    assert letter_for(made, lang=lang, rules=in_english(sportpas())).salutation == addressed


def test_an_english_letter_has_the_hours_and_the_body_in_english_where_the_organisation_has_them() -> None:
    english = replace(
        SENDER,
        body_en="the mayor and aldermen",
        phone_hours_en="Monday to Friday from 9:00 to 17:00",
        visiting_hours_en="Monday to Friday from 9:00 to 16:00",
    )
    letter = letter_for(full_grant(), lang="en", rules=in_english(sportpas()), sender=english)
    assert letter.signature[1] == "on behalf of the mayor and aldermen of Voorbeeld"
    assert "You can call Monday to Friday from 9:00 to 17:00." in words(letter, "contact")
    assert "We are open Monday to Friday from 9:00 to 16:00." in words(letter, "contact")
    assert letter_for(full_grant(), sender=english) == letter_for(full_grant())


def test_a_forwarded_case_says_who_decides() -> None:
    assert "Wij gaan hier zelf niet over." in words(letter_for(forwarded()), "wat_kan_niet")


def test_a_line_of_the_jurist_stands_in_its_part() -> None:
    assert words(letter_for(granted_exception()), "wat_nu") == "Neem de pas mee als u gaat sporten."


def test_a_decision_of_its_own_gives_the_reasons() -> None:
    own = refusal("wet_verbiedt", sort="other", choice="other", reasons="Wij vinden dit in uw geval het beste.")
    assert "Wij vinden dit in uw geval het beste." in words(letter_for(own), "waarom")


def test_a_partial_grant_tells_that_an_exception_was_weighed() -> None:
    assert no_room("gewogen_nee")["kind"] == "gewogen_nee"
    assert "boven de grens" in words(letter_for(partial_grant()), "wat_kan_niet")


def test_the_sender_comes_from_the_settings_of_the_organisation(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("organisatie")
    settings = Organisation.create(folder, demo=True).settings
    sender = Sender.of(settings)
    assert (sender.municipality, sender.objection_address) == (settings.municipality, settings.objection_address)
    assert letter_for(full_grant(), sender=sender).sender == settings.name
    assert sender != SENDER
