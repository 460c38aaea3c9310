"""Letters before there is a decision: what they ask, what they promise, and what the resident can do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from maatwerk.basics.errors import LetterIncomplete, MaatwerkError
from maatwerk.decision.model import Decision
from maatwerk.letter.draft import Draft
from maatwerk.letter.model import Letter, Sender
from maatwerk.letter.notice import Notice, NoticeKind, notice_letter
from maatwerk.ruleset.model import Ruleset
from tests.letter.made import SENDER, SENT, fact, full_grant, on_the_way, refusal, sportpas, words

POST = ("Gemeente Voorbeeld", "Postbus 2", "0000 AA Voorbeeld")
UNTIL = date(2026, 6, 1)


def letter(
    kind: NoticeKind, made: Decision, *, sender: Sender = SENDER, rules: Ruleset | None = None, until: date = UNTIL
) -> Letter:
    notice = Notice(kind, until, "Wij wachten op uw club.", "het UWV")
    return notice_letter(Draft("z7k3", made, rules or sportpas(), sender, SENT, "nl", kind), notice)


def with_a_term(weeks: int) -> Ruleset:
    return replace(sportpas(), header=replace(sportpas().header, term_weeks=weeks))


def test_the_time_stands_still_until_the_answer_and_never_longer_than_the_day_to_answer_by() -> None:
    text = words(on_the_way("aanvullen"), "wat_nu")

    assert "staat stil tot wij uw antwoord hebben. Dat duurt niet langer dan tot en met 1 juni 2026." in text


@pytest.mark.parametrize("kind", ["aanvullen", "horen"])
def test_who_may_write_reads_where_to(kind: NoticeKind) -> None:
    made = refusal("feiten_ontbreken" if kind == "aanvullen" else "gewogen_nee")
    with_post = words(letter(kind, made, sender=replace(SENDER, postal_address=POST)), "wat_nu")
    without = words(letter(kind, made), "wat_nu")
    only_calls = words(letter(kind, made, sender=replace(SENDER, visiting_address=())), "wat_nu")

    assert "U mag bellen of langskomen. Schrijven kan ook, naar: Gemeente Voorbeeld, Postbus 2, 0000 AA" in with_post
    assert ("U mag bellen of langskomen." in without, "chrijven" in without) == (True, False)
    assert ("U mag bellen." in only_calls, "langskomen" in only_calls) == (True, False)


def test_who_waits_longer_than_the_term_reads_what_to_do_when_we_are_late() -> None:
    made = letter("verlengen", refusal("gewogen_nee"), rules=with_a_term(8))
    text = words(made, "wat_nu")

    assert "Eigenlijk moesten wij uiterlijk 30 maart 2026 beslissen." in words(made, "besluit")
    assert "Hebt u na 30 maart 2026 nog geen besluit? Dan zijn wij misschien te laat. Na 1 juni 2026 zijn" in text
    assert "Dat heet een ingebrekestelling. Stuur uw brief naar: Gemeente Voorbeeld, Postbus 0" in text
    assert "Daarna hebben wij nog twee weken om te beslissen." in text
    assert "U mag dan ook naar de rechter gaan." in text
    assert "in de artikelen 4:17 en 6:12 van die wet" in words(made, "regels")


def test_who_gets_the_letter_after_the_term_reads_that_we_are_late() -> None:
    text = words(letter("verlengen", refusal("gewogen_nee"), rules=with_a_term(1)), "wat_nu")

    assert (
        "Wij zijn nu al te laat. U mag ons een brief sturen waarin dat staat. Dat heet een ingebrekestelling." in text
    )
    assert "misschien te laat" not in text


def test_without_a_term_in_the_rules_no_day_is_named_on_which_we_are_late() -> None:
    made = letter("verlengen", refusal("gewogen_nee"))

    assert "te laat" not in words(made, "wat_nu")
    assert "4:17" not in words(made, "regels")


def test_a_hearing_tells_only_the_facts_behind_what_is_planned() -> None:
    text = words(letter("horen", refusal("gewogen_nee")), "feiten")

    assert "Wat is uw inkomen per maand? € 1.800,00 per maand." in text
    assert "Woont u in onze gemeente?" not in text
    assert "Kreeg u dit jaar al een sportpas?" not in text


@pytest.mark.parametrize(
    ("reference", "received", "told"),
    [("2026-02-18", None, 0), ("2026-03-01", None, 0), ("2026-02-18", "2026-02-18", 1),
     ("2026-02-02", "2026-02-02", 1)],
)  # fmt: skip
def test_the_day_of_the_decision_itself_is_no_fact_about_the_resident(
    reference: str, received: str | None, told: int
) -> None:
    known = [fact("aanvraagdatum", value=reference), fact("woont_hier"), fact("inkomen"), fact("al_een_pas")]
    made = refusal("feiten_ontbreken", facts=known, received=received, at=datetime(2026, 2, 18, 13, tzinfo=UTC))

    assert told == words(letter("aanvullen", made), "feiten").count("Wanneer kwam de aanvraag binnen?")


def test_just_after_midnight_the_day_before_is_past() -> None:
    known = [fact("aanvraagdatum", value="2026-02-17"), fact("woont_hier"), fact("inkomen"), fact("al_een_pas")]
    made = refusal("feiten_ontbreken", facts=known, received=None, at=datetime(2026, 2, 17, 23, 30, tzinfo=UTC))

    assert "Wanneer kwam de aanvraag binnen?" in words(letter("aanvullen", made), "feiten")


def test_hearing_first_needs_an_outcome_and_an_adverse_one() -> None:
    with pytest.raises(MaatwerkError, match="niet nadelig voor de inwoner"):
        letter("horen", full_grant())
    with pytest.raises(MaatwerkError, match="nog geen uitkomst"):
        letter("horen", refusal("gewogen_nee", outcome="onbekend"))


def test_a_letter_that_cannot_be_made_knows_that_nothing_was_decided() -> None:
    with pytest.raises(LetterIncomplete) as before:
        letter("aanvullen", refusal("feiten_ontbreken", resident=None))

    assert not before.value.decided


def test_where_we_only_forward_nothing_was_computed() -> None:
    assert "rekenhulp" not in words(on_the_way("doorsturen"), "contact")
    assert "Een medewerker heeft uw vraag doorgestuurd." in words(on_the_way("doorsturen"), "contact")
