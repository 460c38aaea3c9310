"""The ladder: where the rule lives decides which general ground fits."""

from __future__ import annotations

import pytest

from maatwerk.assessment.model import Proposal
from tests.findings.small import check, no, ways

RULES = """
| gegeven | soort |
|---|---|
| klaar | ja_nee |

### Voorwaarde: eis
- eis: klaar
- naar_bedoeling: ja
LADDER
### Uitkomst: geld
- als: eis
- soort: toekenning

### Uitkomst: geen_geld
- als: niet eis
"""
CLAUSE = """
### Grond: hardheid
- op: eis
- bevoegd: klantmanager
"""
REGIME = """
### Grond: eigen_regime
- geldt_voor: kwijtschelding
- bevoegd: teamleider
"""
TWO = """
| gegeven | soort |
|---|---|
| klaar | ja_nee |
| compleet | ja_nee |

### Voorwaarde: eis
- eis: klaar
- naar_bedoeling: ja
- rang: beleidsregel

### Voorwaarde: tweede
- eis: compleet
- naar_bedoeling: ja
- rang: RANK

### Uitkomst: geld
- als: eis en tweede
- soort: toekenning

### Uitkomst: geen_geld
- als: niet eis of niet tweede
"""


def rules(*keys: str) -> str:
    return RULES.replace("LADDER", "".join(f"- {key}\n" for key in keys))


def only(text: str, **facts: str) -> Proposal:
    proposals = check(text, **(facts or {"klaar": "nee"})).proposals  # type: ignore[arg-type]
    assert 1 == len(proposals)
    return proposals[0]


@pytest.mark.parametrize(
    ("keys", "ground", "authority"),
    [
        (("rang: beleidsregel",), "awb_4_84", "jurist"),
        (("rang: werkinstructie",), "awb_3_4_werkinstructie", "behandelaar"),
        (("rang: verordening", "ruimte: kan"), "awb_3_4", "behandelaar"),
        (("rang: wet", "ruimte: kan"), "awb_3_4", "behandelaar"),
        (("rang: wet", "valt_onder: participatiewet"), "pw_18_1", "klantmanager"),
        (("rang: wet", "valt_onder: participatiewet_terugvordering"), "pw_58_8", "klantmanager"),
    ],
)
def test_rank_room_and_regime_bring_their_ground(keys: tuple[str, ...], ground: str, authority: str) -> None:
    found = only(rules(*keys))

    assert (ground, authority, False) == (found.id, found.authority, found.ask_jurist)


@pytest.mark.parametrize("rank", ["wet", "verordening"])
def test_a_bound_rule_of_law_has_no_general_ground(rank: str) -> None:
    assessment = check(rules(f"rang: {rank}"), klaar="nee")

    assert ((), "wet_verbiedt") == (assessment.proposals, no(assessment))


def test_a_rule_below_the_law_is_laid_before_the_jurist() -> None:
    assessment = check(rules("rang: amvb_of_regeling"), klaar="nee")

    assert [("voorleggen_regeling", True)] == [(each.id, each.ask_jurist) for each in assessment.proposals]
    assert ([], "gewogen_nee") == (ways(assessment), no(assessment))


def test_a_hardship_clause_names_the_criterion_that_it_covers() -> None:
    found = only(rules("rang: verordening") + CLAUSE)

    assert ("hardheid", "klantmanager", ("eis",)) == (found.id, found.authority, found.sets_aside)
    assert "Verordening, artikel 9" == found.grounds[0].article


def test_two_grounds_for_one_departure_are_one_proposal_the_most_specific_first() -> None:
    found = only(rules("rang: beleidsregel", "valt_onder: kwijtschelding") + REGIME + CLAUSE)

    assert ["hardheid", "eigen_regime", "awb_4_84"] == [each.id for each in found.grounds]
    assert "klantmanager" == found.authority


def test_a_general_ground_brings_its_questions() -> None:
    assert ("geschikt", "noodzakelijk", "evenwichtig") == only(rules("rang: beleidsregel")).questions


def test_a_ground_that_asks_for_two_people_does_so_for_every_way_that_uses_it() -> None:
    assert only(rules("rang: wet", "valt_onder: participatiewet")).four_eyes


def test_every_member_of_a_set_needs_a_ground() -> None:
    assert ["awb_4_84"] == ways(check(TWO.replace("RANK", "beleidsregel"), klaar="nee", compleet="nee"))
    assert [] == ways(check(TWO.replace("RANK", "verordening"), klaar="nee", compleet="nee"))


def test_criteria_that_need_two_grounds_bring_the_strictest_authority() -> None:
    found = only(TWO.replace("RANK", "werkinstructie"), klaar="nee", compleet="nee")

    assert {"awb_4_84", "awb_3_4_werkinstructie"} == {each.id for each in found.grounds}
    assert "jurist" == found.authority


def test_one_member_for_the_jurist_makes_the_whole_set_one_for_the_jurist() -> None:
    assessment = check(TWO.replace("RANK", "amvb_of_regeling"), klaar="nee", compleet="nee")

    assert [True] == [each.ask_jurist for each in assessment.proposals]


def test_nothing_is_sought_where_nothing_was_found() -> None:
    quiet = rules("rang: beleidsregel").replace("- naar_bedoeling: ja\n", "")

    assert ((), "gewogen_nee") == (check(quiet, klaar="nee").proposals, no(check(quiet, klaar="nee")))


def test_a_ground_is_sought_for_a_heavy_consequence_though_the_set_is_not_open() -> None:
    heavy = rules("rang: beleidsregel").replace("- naar_bedoeling: ja\n", "")
    heavy += "\n### Gevolg: dakloos\n- bij: geen_geld\n- ernst: 4\n"

    assert ["awb_4_84"] == ways(check(heavy, klaar="nee"))


def test_a_criterion_that_describes_a_person_is_never_set_aside() -> None:
    assert () == check(rules("rang: beleidsregel", "soort: kenmerk"), klaar="nee").decisive
