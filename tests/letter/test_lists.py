"""Letters about cases with lists and judgements: a line for each record, and nothing about other people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from maatwerk import check, load_case, load_ruleset
from maatwerk.basics.deadlines import appeal_to_college_last_day
from maatwerk.decision.facts_used import facts_used, lists_used, situation_of
from maatwerk.decision.model import Decider, Decision
from maatwerk.letter.answer import each_once
from maatwerk.letter.formats.text import render
from maatwerk.letter.sections import compose
from maatwerk.story import view_of
from tests.letter.made import SENDER, SENT

HERE = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
RULES = {
    "giften": "bijstand-giften/2026-01-01",
    "boodschappen": "bijstand-giften/2015-01-01",
    "kostendelers": "kostendelersnorm/2026-01-01",
    "toeslag": "individuele-inkomenstoeslag/2026-01-01",
    "koelkast": "bijzondere-bijstand-koelkast/2026-01-01",
    "kwijtschelding": "kwijtschelding-vermogen/2026-01-01",
    "terugvordering": "terugvordering-eigen-fout/2026-01-01",
}


def decided(name: str, choice: str = "follow") -> Decision:
    """The decision of a person on a shipped case."""
    ruleset = load_ruleset(HERE / "rulesets" / f"{RULES[name.split('-', maxsplit=1)[0]]}.md")
    case = load_case(HERE / "examples" / "cases" / f"{name}.json", ruleset)
    found = check(ruleset, case, today=TODAY, adopted=True, questions=False)
    chosen = next((each for each in found.proposals if each.id == choice), None)
    return Decision(
        case=case.id,
        choice=choice,
        sort="except" if chosen else "follow",
        outcome=chosen.outcome_after if chosen else found.outcome.id,
        amount=chosen.amount_after if chosen else found.outcome.amount,
        track="zwaar",
        reasons="Wij keken naar wat u ons vertelde.",
        answers=(),
        contact_moment=case.process.contacts[0],
        no_contact_reason="",
        decider=Decider(id="sy", name="S. Yilmaz (verzonnen)", role="klantmanager"),
        facts=facts_used(view_of(ruleset, case, today=TODAY).situation, case),
        lists=lists_used(case),
        resident=case.resident,
        contact=case.contact,
        received=case.received,
        notes=(),
        assessment=found,
        at=datetime(2026, 11, 20, 12, tzinfo=UTC),
        engine_version="0",
    )


def letter(name: str, choice: str = "follow", lang: str = "nl") -> str:
    ruleset = load_ruleset(HERE / "rulesets" / f"{RULES[name.split('-', maxsplit=1)[0]]}.md")
    return " ".join(render(compose("2026-0012", decided(name, choice), ruleset, SENDER, SENT, lang)).split())


def test_a_letter_has_a_line_for_each_record_for_which_it_holds() -> None:
    text = letter("boodschappen-een-van-drie-jaar")
    assert text.count("Daarvoor is geen bewijs.") == 2
    assert text.count("Periode vanaf") == 1
    assert "Periode vanaf 1 januari 2018: € 7,50 per dag, aantal dagen 365. Samen € 2.737,50." in text


def test_the_facts_of_a_record_stand_on_one_line_with_their_source() -> None:
    text = letter("giften-van-moeder")
    assert "Nummer 1. Wanneer kreeg u dit voor het eerst in dit jaar? 5 januari 2026." in text
    assert text.count("Dat staat op uw bankafschrift.") == 1


def test_a_judgement_is_ours_and_its_reasons_stay_in_the_file() -> None:
    text = letter("boodschappen-een-van-drie-jaar")
    assert "Dat is ons oordeel." in text
    assert "vast deel van het leven" not in text
    assert "Bakker" not in text


@pytest.mark.parametrize("choice", ["follow", "tijdelijke_noodopvang"])
def test_nothing_about_the_people_in_a_home_is_in_a_letter(choice: str) -> None:
    text = letter("kostendelers-noodopvang", choice)
    assert "1998" not in text
    assert "geboren" not in text
    assert "medebewoners" not in text.lower()


def test_after_an_exception_the_letter_is_about_the_record_that_was_set_aside() -> None:
    text = letter("giften-kapotte-koelkast", "noodzakelijke_gift")
    assert "De hulp van 1 juli 2026 telt mee: € 350,00." in text
    assert "De hulp van 1 maart 2026 telt mee" not in text
    assert "Uw giften hebben geen gevolgen voor uw uitkering." in text


def test_a_grant_tells_only_what_led_to_it() -> None:
    assert "te veel" not in letter("boodschappen-gemeld")


@pytest.mark.parametrize("name", ["giften-vaste-steun", "kostendelers-samen-verdienen", "toeslag-te-vroeg"])
def test_an_english_letter_can_be_made(name: str) -> None:
    assert "Kind regards" in letter(name, lang="en")


@pytest.mark.parametrize(
    "name", ["boodschappen-een-van-drie-jaar", "giften-nog-vragen", "kostendelers-leeftijd-onbekend"]
)
def test_the_facts_of_a_decision_give_the_same_verdicts_again(name: str) -> None:
    ruleset = load_ruleset(HERE / "rulesets" / f"{RULES[name.split('-', maxsplit=1)[0]]}.md")
    case = load_case(HERE / "examples" / "cases" / f"{name}.json", ruleset)
    before = view_of(ruleset, case, today=TODAY).situation
    after = situation_of(ruleset, decided(name))
    members = [member for criterion in ruleset.criteria for member in before.members(criterion)]
    assert [after.verdict(each) for each in members] == [before.verdict(each) for each in members]
    assert after.lists.keys() == before.lists.keys()
    assert [each.complete for each in after.lists.values()] == [each.complete for each in before.lists.values()]


def test_a_letter_that_asks_money_back_names_the_article_for_it_and_that_of_the_duty() -> None:
    text = letter("boodschappen-een-van-drie-jaar")
    assert "Participatiewet, artikel 58, eerste lid" in text
    assert "Participatiewet, artikel 17, eerste lid" in text


def test_after_an_exception_the_letter_gives_every_figure_behind_what_it_says() -> None:
    text = letter("giften-kapotte-koelkast", "noodzakelijke_gift")
    assert "Hoeveel was het per keer waard? € 75,00." in text
    assert "De hulp van 1 juli 2026 telt nu niet mee: € 350,00." in text
    assert "De hulp die wel meetelt, is samen € 900,00." in text


def test_what_somebody_said_stands_in_quotes() -> None:
    assert "Toen is dit besproken: ‘Ik dacht dat er al een jaar voorbij was.’" in letter("toeslag-te-vroeg")


def test_a_letter_says_which_of_its_rules_were_set_aside() -> None:
    text = letter("boodschappen-gemeente-wist-het", "dringende_redenen")
    assert "Wij weken af van: Participatiewet, artikel 58, eerste lid. Dat mag volgens:" in text


def test_an_english_letter_says_that_the_dutch_one_decides() -> None:
    assert "The Dutch letter is the official decision." in letter("toeslag-te-vroeg", lang="en")
    assert "translation" not in letter("toeslag-te-vroeg")


def test_a_loan_opens_with_the_jurists_own_line_and_not_as_less_than_was_asked() -> None:
    told = letter("koelkast-na-scheiding")

    assert "Het is een lening zonder rente. Hieronder leest u hoe u de lening terugbetaalt. Waarom besluiten" in told
    assert "U krijgt niet alles." not in told


def test_an_own_opening_stands_behind_the_exception_that_was_made() -> None:
    told = letter("koelkast-bedorven-melk", "spoedaankoop")

    assert "Wij maken voor u een uitzondering. In deze brief leest u waarom. Hieronder leest u hoe u de" in told


def test_after_an_exception_a_letter_tells_why_what_is_given_is_not_all() -> None:
    told = letter("koelkast-bedorven-melk", "spoedaankoop")
    english = letter("koelkast-bedorven-melk", "spoedaankoop", "en")

    assert "af van de regel. Dit geldt wel: Geld voor een apparaat is een lening zonder rente." in told
    assert "This still applies: Money for an appliance is a loan without interest." in english
    assert "artikel 2 - Beleidsregel bijzondere bijstand (verzonnen), artikel 4 Wij weken af van: " in told


def test_after_an_exception_that_gives_all_no_rule_still_applies() -> None:
    assert "Dit geldt wel" not in letter("kwijtschelding-kapotte-ketel", "geld_is_al_nodig")


def test_insurance_that_does_not_pay_is_not_said_to_pay() -> None:
    told = letter("koelkast-abces")

    assert "De andere regeling betaalt dit niet. Toch telt die voor de wet als regeling voor deze kosten" in told
    assert "betalen wij niet nog eens" not in told


def test_a_day_that_is_not_there_did_not_happen_and_stands_in_no_paper() -> None:
    told = letter("koelkast-derde-rekening")
    asked = "Wanneer hebt u het gekocht, of is de rekening gekomen?"

    assert f"{asked} Voor zover wij weten, is dat niet gebeurd. - " in told


def test_a_tax_that_is_never_waived_has_a_purpose_of_its_own() -> None:
    told = letter("kwijtschelding-hondenbelasting")

    assert "Wij helpen met belastingen die bijna elk huishouden krijgt" in told
    assert "De grenzen zijn in heel Nederland" not in told


@pytest.mark.parametrize("name", ["kwijtschelding-hondenbelasting", "kwijtschelding-loon-net-betaald"])
def test_we_call_to_explain_before_the_ten_days_to_appeal_are_over(name: str) -> None:
    (called,) = (each.last_day for each in decided(name).assessment.promises)

    assert called is not None
    assert date.fromisoformat(called) < appeal_to_college_last_day(TODAY).day


def test_who_pays_back_in_parts_reads_that_first_and_each_day_is_a_day() -> None:
    told = letter("terugvordering-lange-schuld", "minder_terug")

    assert "Wat gebeurt er nu? U mag in delen betalen. Met € 25,00 per maand bent u na 36 keer klaar." in told
    assert "Liever in één keer? Betaal € 900,00 dan ook uiterlijk op die dag." in told
    assert "6 weken" not in told


@pytest.mark.parametrize("name", ["terugvordering-kon-niet-weten", "terugvordering-dubbele-maand"])
def test_an_amount_of_nothing_is_not_told(name: str) -> None:
    assert "terugvragen: € 0,00" not in letter(name)
    assert "Wij kunnen € 0,00 terugvragen" not in letter(name)


def test_two_sentences_with_a_colon_stay_whole_though_they_begin_alike() -> None:
    assert ["Dit geld telt mee: € 1.000,00.", "Bel ons.", "Dit geld telt mee: € 900,00."] == each_once(
        ["Dit geld telt mee: € 1.000,00. Bel ons.", "Dit geld telt mee: € 900,00. Bel ons."]
    )


def test_a_bill_of_a_repair_is_only_asked_where_the_money_is_for_one() -> None:
    asked = "Laat ons de rekening zien als de reparatie klaar is."

    assert asked in letter("kwijtschelding-kapotte-ketel", "geld_is_al_nodig")
    assert asked not in letter("kwijtschelding-loon-net-betaald", "geld_is_al_nodig")
