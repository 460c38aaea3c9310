"""The ruleset's own exceptions: alone, together, within their limits, and never worse."""

from __future__ import annotations

import pytest

from tests.findings.small import check, no, records, ways
from tests.proposals.two_exceptions import BOTH, LATE, RULES, with_key


def test_an_exception_that_may_and_helps_is_a_proposal() -> None:
    found = check(RULES, **LATE).proposals[0]

    assert ("ziekte", ("tijdig",), "geld", "400.00") == (
        found.id, found.sets_aside, found.outcome_after, found.amount_after,
    )  # fmt: skip
    assert ("U was ziek.", "teamleider", ("U laat een brief zien.",)) == (found.say, found.authority, found.conditions)


def test_the_strict_outcome_stays_as_it_is() -> None:
    assert "geen_geld" == check(RULES, **LATE).outcome.id


def test_an_exception_that_may_not_is_no_proposal() -> None:
    assert [] == ways(check(RULES, woont_hier="ja", op_tijd="nee", ziek="nee"))


def test_an_exception_of_which_it_is_not_known_is_asked_and_not_offered() -> None:
    assessment = check(RULES, questions=True, woont_hier="ja", op_tijd="nee")

    assert ((), "feiten_ontbreken") == (assessment.proposals, no(assessment))
    assert [("ziek", "Nodig om te zien of een uitzondering mag.")] == [
        (each.fact, each.settles) for each in assessment.questions
    ]


def test_two_together_are_offered_when_neither_helps_alone() -> None:
    found = check(RULES, **BOTH).proposals

    assert ["verhuizing+ziekte"] == [each.id for each in found]
    assert ("inwoner", "tijdig") == found[0].sets_aside


def test_together_the_strictest_authority_the_first_end_and_all_conditions_count() -> None:
    found = check(RULES, **BOTH).proposals[0]

    assert ("teamleider", "2026-04-13") == (found.authority, found.until)
    assert ("U schrijft zich in.", "U laat een brief zien.") == found.conditions
    assert "U mag even wachten. U was ziek." == found.say


def test_together_is_not_offered_when_one_alone_helps() -> None:
    assert ["ziekte"] == ways(check(RULES, **LATE))


def test_exceptions_that_may_not_go_together_do_not() -> None:
    barred = with_key("niet_samen_met: verhuizing")

    assert ([], "gewogen_nee") == (ways(check(barred, **BOTH)), no(check(barred, **BOTH)))


@pytest.mark.parametrize(
    ("four_eyes", "needed"), [("ja", True), ("boven € 399,99", True), ("boven € 400", False), ("boven € 401", False)]
)
def test_two_people_are_needed_always_or_above_an_amount(four_eyes: str, *, needed: bool) -> None:
    found = check(with_key(f"vier_ogen: {four_eyes}"), **LATE).proposals[0]

    assert needed is found.four_eyes


def test_without_a_word_about_it_one_person_decides() -> None:
    assert not check(RULES, **LATE).proposals[0].four_eyes


def test_the_end_may_be_a_date() -> None:
    found = check(RULES.replace("- tot: 6 weken", "- tot: plus_dagen(dag; 10)"), **LATE).proposals[0]

    assert "2026-03-12" == found.until


def test_never_worse() -> None:
    worse = RULES.replace("- soort: toekenning\n- bedrag: € 400", "- soort: terugvordering\n- bedrag: € 400")

    assert () == check(worse, **LATE).proposals


def test_only_what_is_needed_of_an_exception_is_set_aside() -> None:
    wide = RULES.replace("- op: tijdig", "- op: inwoner, tijdig")

    assert [("tijdig",)] == [each.sets_aside for each in check(wide, **LATE).proposals]


def test_an_own_exception_that_does_not_fit_still_shows_the_general_ground_to_the_jurist() -> None:
    open_set = RULES.replace("- eis: op_tijd", "- eis: op_tijd\n- naar_bedoeling: ja")
    assessment = check(open_set, woont_hier="ja", op_tijd="nee", ziek="nee")

    assert [("awb_4_84", True)] == [(each.id, each.ask_jurist) for each in assessment.proposals]
    assert "gewogen_nee" == no(assessment)


def test_while_an_own_exception_is_not_known_the_general_ground_waits() -> None:
    open_set = RULES.replace("- eis: op_tijd", "- eis: op_tijd\n- naar_bedoeling: ja")
    assessment = check(open_set, woont_hier="ja", op_tijd="nee")

    assert ((), "feiten_ontbreken") == (assessment.proposals, no(assessment))


HARMED = """
### Grond: zonder_schade
- op: tijdig
- derden: uitgesloten
"""


@pytest.mark.parametrize(("third_parties", "offered"), [("ja", []), ("nee", ["ziekte"])])
def test_a_ground_that_shuts_out_harm_to_others_is_not_offered_when_others_are_hit(
    third_parties: str, offered: list[str]
) -> None:
    rules = with_key(f"derden_als: {third_parties}") + HARMED
    before, after = rules.rsplit("- grond: awb_4_84", 1)

    assert offered == ways(check(before + "- grond: zonder_schade" + after, **LATE))


def test_harm_to_others_must_be_weighed() -> None:
    rules = with_key("derden_als: ziek\n- derden: Wie wacht hierdoor langer?")

    assert "Wie wacht hierdoor langer?" == check(rules, **LATE).proposals[0].third_parties
    assert check(RULES, **LATE).proposals[0].third_parties is None


def test_a_ground_for_the_jurist_makes_the_exception_one_for_the_jurist() -> None:
    rules = RULES + "\n### Grond: naar_de_jurist\n- op: tijdig\n- voorleggen: ja\n"
    before, after = rules.split("- op: tijdig\n- grond: awb_4_84", 1)
    assessment = check(before + "- op: tijdig\n- grond: naar_de_jurist" + after, **LATE)

    assert [True] == [each.ask_jurist for each in assessment.proposals]


def test_one_ground_for_the_jurist_makes_a_combination_one_for_the_jurist() -> None:
    rules = RULES + "\n### Grond: naar_de_jurist\n- op: tijdig\n- voorleggen: ja\n"
    before, after = rules.split("- op: tijdig\n- grond: awb_4_84", 1)
    assessment = check(before + "- op: tijdig\n- grond: naar_de_jurist" + after, **BOTH)

    assert [("verhuizing+ziekte", True)] == [(each.id, each.ask_jurist) for each in assessment.proposals]


def test_of_parts_that_help_as_much_the_smallest_is_set_aside() -> None:
    either = RULES.replace("inwoner en tijdig", "inwoner of tijdig").replace("niet inwoner of", "niet inwoner en")
    either = either.replace("- op: tijdig", "- op: tijdig, inwoner").replace(
        "- mag_als: ziek\n- bevoegd: behandelaar", "- mag_als: nee"
    )

    assert [1] == [len(each.sets_aside) for each in check(either, **BOTH).proposals if each.exceptions]


IN_RECORDS = """
| gegeven | soort |
|---|---|
| posten | lijst |
| posten.waarde | bedrag |
| posten.nodig | ja_nee |

### Voorwaarde: telt
- per: posten
- eis: waarde > € 50

### Voorwaarde: weinig
- eis: som(waarde uit posten waar telt) <= € 100
- soort: kenmerk

### Uitkomst: geld
- als: weinig
- soort: toekenning

### Uitkomst: geen_geld
- als: niet weinig

### Uitzondering: noodzakelijk
- op: telt
- grond: awb_4_84
- mag_als: nodig
- vervang: waarde = € 0
"""


def test_a_field_is_replaced_only_in_the_records_where_the_exception_may_be_used() -> None:
    needed, not_needed = {"waarde": "90.00", "nodig": "ja"}, {"waarde": "200.00", "nodig": "nee"}

    assert [] == ways(check(IN_RECORDS, posten=records(needed, not_needed)))
    (proposal,) = check(IN_RECORDS, posten=records(needed, {**not_needed, "waarde": "60.00"})).proposals
    assert ["telt#1"] == [each if isinstance(each, str) else each.member for each in proposal.sets_aside]


CAPPED = """
| gegeven | soort |
|---|---|
| teveel | bedrag |
| kan_missen | bedrag |

### Berekening: terug
- soort: bedrag
- is: teveel

### Voorwaarde: hoog_genoeg
- eis: terug >= € 90
- ruimte: kan

### Uitkomst: terugbetalen
- als: hoog_genoeg
- soort: terugvordering
- bedrag: terug

### Uitkomst: niets
- als: niet hoog_genoeg
- soort: vaststelling

### Uitzondering: minder
- op: hoog_genoeg
- grond: awb_4_84
- mag_als: ja
- vervang: terug = min(terug; kan_missen)
"""


def test_a_calculation_that_is_capped_keeps_its_own_meaning_within_the_cap() -> None:
    def capped(can_spare: str) -> list[tuple[str, str | None]]:
        found = check(CAPPED, teveel="1000.00", kan_missen=can_spare).proposals
        return [(each.outcome_after, each.amount_after) for each in found if each.exceptions]

    assert [("terugbetalen", "400.00")] == capped("400.00")
    assert [] == capped("1000.00")
    assert [("niets", None)] == capped("89.99")
