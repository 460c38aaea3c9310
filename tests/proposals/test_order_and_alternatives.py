"""In which order ways out are shown, and what can be done besides."""

from __future__ import annotations

from typing import Any

import pytest

from maatwerk.api import check as assess
from tests.findings.small import TODAY, case, check, ruleset, ways

RULES = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| op_tijd | ja_nee |

### Voorwaarde: inwoner
- eis: woont_hier
- naar_bedoeling: ja

### Voorwaarde: tijdig
- eis: op_tijd
- naar_bedoeling: ja

### Uitkomst: geld
- als: inwoner en tijdig
- soort: toekenning
- bedrag: € 400

### Uitkomst: geen_geld
- als: niet inwoner of niet tijdig

### Grond: clausule
- op: tijdig
"""
LATE: dict[str, Any] = {"woont_hier": "ja", "op_tijd": "nee"}


def exception(name: str, about: str, ground: str, authority: str) -> str:
    return f"\n### Uitzondering: {name}\n- op: {about}\n- grond: {ground}\n- bevoegd: {authority}\n"


def test_the_most_specific_ground_comes_first() -> None:
    rules = RULES + exception("rang", "tijdig", "awb_4_84", "baliemedewerker")
    rules += exception("clausule_eerst", "tijdig", "clausule", "jurist")

    assert ["clausule_eerst", "rang"] == ways(check(rules, **LATE))


def test_an_exception_of_the_ruleset_comes_before_a_general_ground() -> None:
    either = RULES.replace("inwoner en tijdig", "inwoner of tijdig").replace("inwoner of niet", "inwoner en niet")
    rules = either.replace("- op: tijdig\n", "- op: inwoner\n") + exception("rang", "tijdig", "awb_4_84", "jurist")

    assert ["rang", "clausule+awb_4_84"] == ways(check(rules, woont_hier="nee", op_tijd="nee"))


def test_of_equal_grounds_the_lowest_authority_comes_first() -> None:
    rules = RULES + exception("hoog", "tijdig", "awb_4_84", "teamleider")
    rules += exception("laag", "tijdig", "awb_4_84", "behandelaar")

    assert ["laag", "hoog"] == ways(check(rules, **LATE))


def test_a_role_that_nobody_ordered_counts_as_the_highest() -> None:
    rules = RULES + exception("vreemd", "tijdig", "awb_4_84", "wethouder")
    rules += exception("hoog", "tijdig", "awb_4_84", "jurist")

    assert ["hoog", "vreemd"] == ways(check(rules, **LATE))


def test_what_resolves_most_comes_first() -> None:
    parts = RULES.replace("- bedrag: € 400", "- bedrag: € 400\n- gaat_voor: deel").replace(
        "### Uitkomst: geen_geld\n- als: niet inwoner of niet tijdig",
        "### Uitkomst: deel\n- als: inwoner\n- soort: gedeeltelijk\n- bedrag: € 100\n\n"
        "### Uitkomst: geen_geld\n- als: niet inwoner",
    )
    parts += exception("beide", "inwoner, tijdig", "awb_4_84", "jurist")
    parts += exception("een", "inwoner", "awb_4_84", "behandelaar")
    found = check(parts, woont_hier="nee", op_tijd="nee").proposals

    assert ["beide", "een"] == [each.id for each in found]
    assert len(found[0].resolves) > len(found[1].resolves)
    assert ("doel_gemist",) == found[1].remains


def test_each_way_is_computed_again() -> None:
    found = check(RULES + exception("te_laat", "tijdig", "clausule", "behandelaar"), **LATE).proposals[0]

    assert ("geld", "400.00", ("doel_gemist",), ()) == (
        found.outcome_after, found.amount_after, found.resolves, found.remains,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("authority", "said"),
    [
        ("baliemedewerker", "Ik kan u helpen."),
        ("behandelaar", "Dit is het besluit."),
        ("jurist", "Dit is het besluit."),
    ],
)
def test_an_assessment_promises_only_what_whoever_looks_may_do(authority: str, said: str) -> None:
    rules = RULES + exception("uitweg", "tijdig", "clausule", authority) + "- zeg: Ik kan u helpen.\n"

    assert said == check(rules, **LATE).say_first


@pytest.mark.parametrize(("authority", "said"), [("balie", "Ik kan u helpen."), ("teamleider", "Dit is het besluit.")])
def test_the_lowest_role_is_that_of_the_organisation(authority: str, said: str) -> None:
    rules = ruleset(RULES + exception("uitweg", "tijdig", "clausule", authority) + "- zeg: Ik kan u helpen.\n")
    roles = ("balie", "consulent", "teamleider")

    assert said == assess(rules, case(rules, **LATE), today=TODAY, roles=roles, questions=False).say_first


ALTERNATIVES = (
    RULES
    + """
### Alternatief: later
- bij: geen_geld
- soort: later_opnieuw

### Alternatief: bijstand
- bij: geen_geld
- als: niet woont_hier

### Alternatief: feest
- bij: geld
"""
)


def test_an_alternative_is_offered_when_its_condition_holds() -> None:
    assert ["bijstand", "later"] == [
        each.id for each in check(ALTERNATIVES, woont_hier="nee", op_tijd="ja").alternatives
    ]
    assert ["later"] == [each.id for each in check(ALTERNATIVES, **LATE).alternatives]


def test_an_alternative_is_not_offered_when_its_condition_is_not_known() -> None:
    assert ["later"] == [each.id for each in check(ALTERNATIVES, op_tijd="nee").alternatives]


def test_an_alternative_of_another_outcome_is_not_offered() -> None:
    assert ["feest"] == [each.id for each in check(ALTERNATIVES, woont_hier="ja", op_tijd="ja").alternatives]
