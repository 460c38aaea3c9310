"""`klein_verzuim`: a small lapse decides, and what follows is no small matter."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes, records

RULES = """
| gegeven | soort |
|---|---|
| dagen_te_laat | getal |

### Voorwaarde: op_tijd
- eis: dagen_te_laat = 0
- soort: verzuim
- klein_als: dagen_te_laat <= 14

### Uitkomst: geld
- als: op_tijd
- soort: toekenning
- bedrag: € 500

### Uitkomst: geen_geld
- als: niet op_tijd
"""
CONSEQUENCE = """
### Gevolg: zonder_geld
- bij: geen_geld
- ernst: 2
- als: dagen_te_laat > 3
"""
POOR = CONSEQUENCE.replace("dagen_te_laat > 3", "weinig_geld")
ASKED = RULES.replace("| dagen_te_laat | getal |", "| dagen_te_laat | getal |\n| weinig_geld | ja_nee |")
CHEAP = "- bedrag: € 499,99"


@pytest.mark.parametrize(("late", "found"), [("0", False), ("1", True), ("14", True), ("15", False)])
def test_a_lapse_is_small_when_the_criterion_says_so(late: str, *, found: bool) -> None:
    assert found is ("klein_verzuim" in codes(check(RULES, dagen_te_laat=late)))


def test_every_lapse_is_small_where_the_criterion_does_not_say() -> None:
    rules = RULES.replace("- klein_als: dagen_te_laat <= 14\n", "")

    assert "klein_verzuim" in codes(check(rules, dagen_te_laat="1000"))


def test_what_is_no_lapse_is_never_a_small_one() -> None:
    assert set() == codes(check(RULES.replace("- soort: verzuim\n", "- botst_als: nee\n"), dagen_te_laat="1"))


@pytest.mark.parametrize(("amount", "found"), [("499,99", False), ("500", True), ("500,01", True)])
def test_the_loss_is_500_euros_or_more(amount: str, *, found: bool) -> None:
    rules = RULES.replace("€ 500", f"€ {amount}")

    assert found is ("klein_verzuim" in codes(check(rules, dagen_te_laat="1")))


@pytest.mark.parametrize(("amount", "found"), [("99,99", False), ("100", True)])
def test_from_which_loss_is_a_setting_that_is_handed_over(amount: str, *, found: bool) -> None:
    rules = RULES.replace("€ 500", f"€ {amount}") + "\n### Instellingen\n- klein_verzuim_bedrag: € 100\n"
    assessment = check(rules, dagen_te_laat="1")

    assert found is ("klein_verzuim" in codes(assessment))
    assert "100" == assessment.settings["small_lapse_loss"]


@pytest.mark.parametrize(("severity", "found"), [("1", False), ("2", True), ("3", True)])
def test_or_a_consequence_of_seriousness_2_holds(severity: str, *, found: bool) -> None:
    rules = RULES.replace("- bedrag: € 500", CHEAP) + CONSEQUENCE.replace("ernst: 2", f"ernst: {severity}")

    assert found is ("klein_verzuim" in codes(check(rules, dagen_te_laat="4")))
    assert set() == codes(check(rules, dagen_te_laat="3"))


def test_it_says_what_lapsed_and_what_follows() -> None:
    by_loss = check(RULES, dagen_te_laat="1").findings[0]
    by_consequence = check(RULES + CONSEQUENCE, dagen_te_laat="4").findings[0]

    assert ("klein_verzuim", "onredelijk", ("op_tijd",)) == (by_loss.code, by_loss.kind, by_loss.criteria)
    assert all(part in by_loss.text for part in ("op tijd", "500,00", "melden vanaf"))
    assert all(part in by_consequence.text for part in ("op tijd", "ernst 2", "Dit is het gevolg."))


def test_whether_the_consequence_holds_is_asked() -> None:
    rules = ASKED.replace("- bedrag: € 500", CHEAP) + POOR
    assessment = check(rules, dagen_te_laat="1")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is weinig_geld?",) == assessment.not_judged
    assert "klein_verzuim" in codes(check(rules, dagen_te_laat="1", weinig_geld="ja"))


def test_nothing_is_asked_when_the_loss_or_the_lapse_settles_it() -> None:
    dear, large = ASKED, ASKED.replace("- bedrag: € 500", CHEAP)

    assert "klein_verzuim" in codes(check(dear + POOR.replace("ernst: 2", "ernst: 1"), dagen_te_laat="1"))
    assert () == check(large + POOR.replace("ernst: 2", "ernst: 1"), dagen_te_laat="1").not_judged


def test_whether_the_lapse_is_small_is_asked() -> None:
    rules = RULES.replace("| dagen_te_laat | getal |", "| dagen_te_laat | getal |\n| belde | ja_nee |")
    rules = rules.replace("klein_als: dagen_te_laat <= 14", "klein_als: belde")

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is belde?",) == check(rules, dagen_te_laat="1").not_judged


def test_it_opens_a_set_together_with_other_indications() -> None:
    rules = RULES.replace("| dagen_te_laat | getal |", "| dagen_te_laat | getal |\n| lid | ja_nee |")
    rules = rules.replace("### Uitkomst: geld", "### Voorwaarde: leden\n- eis: lid\n\n### Uitkomst: geld")
    rules = rules.replace("- als: op_tijd", "- als: op_tijd en leden").replace(
        "niet op_tijd", "niet op_tijd of niet leden"
    )

    assert set() == codes(check(rules, dagen_te_laat="1", lid="nee"))
    assert {"klein_verzuim", "doel_gemist"} == codes(
        check(rules.replace("- eis: lid", "- eis: lid\n- naar_bedoeling: ja"), dagen_te_laat="1", lid="nee")
    )


@pytest.mark.parametrize("consequence", ["", CONSEQUENCE])
def test_whether_it_is_small_is_not_asked_when_nothing_that_weighs_can_follow(consequence: str) -> None:
    rules = RULES.replace("| dagen_te_laat | getal |", "| dagen_te_laat | getal |\n| belde | ja_nee |")
    rules = rules.replace("klein_als: dagen_te_laat <= 14", "klein_als: belde").replace("- bedrag: € 500", CHEAP)

    assert () == check(rules + consequence, dagen_te_laat="1").not_judged


TRIPS = """
| gegeven | soort |
|---|---|
| reizen | lijst |
| reizen.op_papier | ja_nee |

### Voorwaarde: ingediend
- per: reizen
- eis: op_papier
- soort: verzuim
- botst_met: Hogere regel

### Voorwaarde: alles_goed
- soort: kenmerk
- eis: voor_alle(ingediend uit reizen)

### Uitkomst: geld
- als: alles_goed
- soort: toekenning
- bedrag: € 500

### Uitkomst: geen_geld
- als: niet alles_goed
"""


def test_in_a_list_it_says_which_record_it_is_and_so_does_a_collision() -> None:
    found = check(TRIPS, reizen=records({"op_papier": "nee"}, {"op_papier": "ja"})).findings

    assert {"klein_verzuim", "regel_botst"} == {each.code for each in found}
    assert all("(reizen, nummer 1)" in each.text for each in found)


def test_what_may_follow_is_not_asked_where_the_loss_is_enough() -> None:
    rules = ASKED.replace("| weinig_geld | ja_nee |", "| weinig_geld | ja_nee |\n| belde | ja_nee |")
    rules = rules.replace("klein_als: dagen_te_laat <= 14", "klein_als: belde") + POOR

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is belde?",) == check(rules, dagen_te_laat="1").not_judged
