"""What each finding says, to the letter, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.basics.text import use_language
from maatwerk.findings.all import DETECTORS
from tests.findings import (
    test_alles_of_niets,
    test_doel_gemist,
    test_harde_grens,
    test_kind_geraakt,
    test_klein_verzuim,
    test_milder_kan,
    test_onhaalbare_eis,
    test_regel_botst,
    test_signalen,
    test_spoed,
    test_stapeling,
    test_te_laat,
    test_zwaar_gevolg,
)
from tests.findings.small import check, fact

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment

WITH_FIGURE = "tekst: U heeft {inkomen}."
DOEL = test_doel_gemist.RULES.replace("tekst: Het geld is voor wie te weinig heeft.", WITH_FIGURE)
TWO_PURPOSES = DOEL.replace("- dient: wie_het_nodig_heeft", "- dient: wie_het_nodig_heeft, eenvoud\n").replace(
    "### Voorwaarde", "### Bedoeling: eenvoud\n- tekst: Het moet eenvoudig.\n\n### Voorwaarde", 1
)
CHILD = test_kind_geraakt.RULES.replace("- wie: kind", f"- wie: kind\n- {WITH_FIGURE}")
LATE = "tekst: U bent {dagen_te_laat} dagen te laat."
LAPSE = test_klein_verzuim.RULES + test_klein_verzuim.CONSEQUENCE.rstrip() + f"\n- {LATE}\n"
LAPSE_BY_LOSS = test_klein_verzuim.RULES + "\n### Instellingen\n- klein_verzuim_bedrag: € 400\n"
HOUSE = test_zwaar_gevolg.rules(1, 4).replace("- ernst: 4", "- ernst: 4\n- tekst: Huis kwijt is {verliest_huis}.")
MILDER = test_milder_kan.RULES.replace("alsnog sturen.", "alsnog sturen ({kan_nasturen}).")
SIGNAL = test_signalen.RULES.replace("Er is een huurschuld.", "Er is een huurschuld bij {inkomen}.")
URGENT = (
    test_spoed.RULES
    + """
### Gevolg: kosten
- bij: geld, geen_geld
- als: huurt
- voor: ontruiming
- tekst: Dat kost veel.
"""
)
NO_AMOUNT = test_harde_grens.INCOME.replace("- bedrag: € 30\n", "")
DAY_OR_MONEY = test_harde_grens.DAYS.replace("datum |", "datum |\n| inkomen | bedrag |").replace(
    "2026-03-01", "2026-03-01 of inkomen <= € 1"
)
REFUSED: dict[str, Any] = {"inkomen": "1400.00", "beslag": "400.00"}
EVICTED: dict[str, Any] = {"received": "2026-02-02", "inkomen": "900.00", "huurt": "ja", "ontruiming": "2026-03-10"}
TWO_OTHERS = test_stapeling.decisions("2026-01-01", "2026-01-02")
TWO_THIN: dict[str, Any] = {"vermogen": fact("9000.00", verified=False), "inkomen": fact("9000.00", verified=False)}
THREE_IN_A_CIRCLE = test_onhaalbare_eis.CIRCLE.replace("- wacht_op: rekening", "- wacht_op: rekening, kaart").replace(
    "### Uitkomst", "### Voorwaarde: kaart\n- eis: heeft_rekening\n- wacht_op: adres\n\n### Uitkomst", 1
)

SAID = [
    (
        "doel_gemist",
        DOEL,
        REFUSED,
        (
            "Waar de regel voor is: U heeft € 1.400,00 per maand. Deze uitkomst past daar niet bij. Dat "
            "blijkt uit ‘inkomen (€ 1.400,00 per maand) − beslag (€ 400,00 per maand) = € 1.000,00 per maand"
            " is niet hoger dan € 1.000,00’."
        ),
        (
            "What the rule is for: U heeft €1,400.00 a month. Here the outcome does not fit that. This shows"
            " in ‘inkomen (€1,400.00 a month) − beslag (€400.00 a month) = €1,000.00 a month is not higher "
            "than €1,000.00’."
        ),
    ),
    (
        "doel_gemist",
        TWO_PURPOSES,
        REFUSED,
        (
            "Waar de regel voor is: U heeft € 1.400,00 per maand. Het moet eenvoudig. Deze uitkomst past "
            "daar niet bij. Dat blijkt uit ‘inkomen (€ 1.400,00 per maand) − beslag (€ 400,00 per maand) = €"
            " 1.000,00 per maand is niet hoger dan € 1.000,00’."
        ),
        (
            "What the rule is for: U heeft €1,400.00 a month. Het moet eenvoudig. Here the outcome does not "
            "fit that. This shows in ‘inkomen (€1,400.00 a month) − beslag (€400.00 a month) = €1,000.00 a "
            "month is not higher than €1,000.00’."
        ),
    ),
    (
        "onhaalbare_eis",
        test_onhaalbare_eis.RULES,
        {"heeft_bewijs": "nee", "kan_bewijs_krijgen": "nee"},
        "De inwoner kan niet aan de eis 'bewijs' voldoen. Dat blijkt uit ‘kan bewijs krijgen: nee’.",
        "The resident cannot meet the requirement 'bewijs'. This shows in ‘kan bewijs krijgen: no’.",
    ),
    (
        "onhaalbare_eis",
        THREE_IN_A_CIRCLE,
        {"heeft_adres": "nee", "heeft_rekening": "nee"},
        (
            "Voor 'adres' is eerst dit nodig: 'rekening', 'kaart'. Maar daarvoor is 'adres' weer nodig. Zo "
            "komt de inwoner niet verder."
        ),
        (
            "For 'adres' this is needed first: 'rekening', 'kaart'. But for that 'adres' is needed again. So"
            " the resident gets nowhere."
        ),
    ),
    (
        "harde_grens",
        test_harde_grens.INCOME,
        {"inkomen": "1003.00"},
        (
            "Net over de grens, groot verlies. Het verschil is € 3,00. Het verlies is € 30,00, 10 keer zo "
            "veel (melden vanaf 3 keer)."
        ),
        (
            "Just over the limit, great loss. The difference is €3.00. The loss is €30.00, 10 times as much "
            "(reported from 3 times)."
        ),
    ),
    (
        "harde_grens",
        NO_AMOUNT,
        {"inkomen": "1003.00"},
        "Net over de grens. Het verschil is € 3,00.",
        "Just over the limit. The difference is €3.00.",
    ),
    (
        "harde_grens",
        test_harde_grens.DAYS,
        {"gevraagd_op": "2026-03-13"},
        "Net over de grens. Het verschil is 12 dagen.",
        "Just over the limit. The difference is 12 days.",
    ),
    (
        "harde_grens",
        DAY_OR_MONEY,
        {"gevraagd_op": "2026-03-13", "inkomen": "3.00"},
        "Net over de grens. Het verschil is 12 dagen.",
        "Just over the limit. The difference is 12 days.",
    ),
    (
        "alles_of_niets",
        test_alles_of_niets.RULES,
        {"inkomen": "1004.00"},
        "Alles of niets. Voor een verschil van € 4,00 verliest de inwoner € 100,00.",
        "All or nothing. For a difference of €4.00 the resident loses €100.00.",
    ),
    (
        "zwaar_gevolg",
        HOUSE,
        test_zwaar_gevolg.HIT,
        "Zwaar gevolg, ernst 4 van 4. Huis kwijt is ja. Bij de bedoeling van de regel past hoogstens ernst 1.",
        "Heavy consequence, seriousness 4 of 4. Huis kwijt is yes. The purpose of the rule bears 1 at most.",
    ),
    (
        "kind_geraakt",
        CHILD,
        test_kind_geraakt.REFUSED,
        "Gevolg voor een kind, ernst 2 van 4. U heeft € 5.000,00 per maand.",
        "Consequence for a child, seriousness 2 of 4. U heeft €5,000.00 a month.",
    ),
    (
        "klein_verzuim",
        LAPSE_BY_LOSS,
        {"dagen_te_laat": "1"},
        "Klein verzuim bij 'op tijd'. Het verlies is groot: € 500,00 (melden vanaf € 400,00).",
        "A small lapse at 'op tijd'. The loss is great: €500.00 (reported from €400.00).",
    ),
    (
        "klein_verzuim",
        LAPSE,
        {"dagen_te_laat": "4"},
        "Klein verzuim bij 'op tijd'. Het gevolg is groot, ernst 2 van 4. U bent 4 dagen te laat.",
        "A small lapse at 'op tijd'. The consequence is great, seriousness 2 of 4. U bent 4 dagen te laat.",
    ),
    (
        "milder_kan",
        MILDER,
        {"papieren_compleet": "nee", "heeft_recht": "ja", "kan_nasturen": "ja"},
        "Het kan misschien milder. U kunt de papieren alsnog sturen (ja).",
        "A milder way may do. U kunt de papieren alsnog sturen (yes).",
    ),
    (
        "regel_botst",
        test_regel_botst.RULES,
        {"kan_pinnen": "nee", "kan_anders": "nee"},
        "De regel 'pin' kan botsen met een hogere regel: Hogere regel, artikel 1.",
        "The rule 'pin' may conflict with a higher rule: Hogere regel, artikel 1.",
    ),
    (
        "bewijs_dun",
        test_alles_of_niets.TWO,
        TWO_THIN,
        "De uitkomst steunt op iets dat niet is gecontroleerd, of dat de inwoner betwist: inkomen, vermogen.",
        "The outcome rests on something that was not verified, or that the resident contests: inkomen, vermogen.",
    ),
    (
        "stapeling",
        test_stapeling.RULES,
        {"process": TWO_OTHERS, "inkomen": "5000.00"},
        (
            "Dit komt boven op andere besluiten. Dit huishouden kreeg in de laatste 12 maanden al 2 "
            "besluiten die slecht uitkwamen."
        ),
        (
            "This comes on top of other decisions. In the last 12 months this household had 2 decisions that"
            " turned out badly for it."
        ),
    ),
    (
        "te_laat",
        test_te_laat.RULES,
        {"received": "2026-01-02", "inkomen": "900.00"},
        "De termijn is voorbij. De laatste dag om te besluiten was 27 februari 2026.",
        "The term is over. The last day to decide was 27 February 2026.",
    ),
    (
        "spoed",
        URGENT,
        EVICTED,
        (
            "Er is haast: dit gebeurt voordat de termijn om te besluiten om is. Op 10 maart 2026 moet u uw "
            "huis uit. Dat kost veel."
        ),
        (
            "This is urgent: it happens before the term to decide ends. Op 10 March 2026 moet u uw huis uit."
            " Dat kost veel."
        ),
    ),
    (
        "schulden",
        SIGNAL,
        {"inkomen": "5000.00", "huurschuld": "ja"},
        "Er is een huurschuld bij € 5.000,00 per maand.",
        "Er is een huurschuld bij €5,000.00 a month.",
    ),
]


def said(assessment: Assessment, code: str) -> str:
    """What the first finding with a code says, with ordinary spaces so that a test can be read."""
    return next(each.text for each in assessment.findings if each.code == code).replace("\u00a0", " ")


@pytest.mark.parametrize(("code", "rules", "facts", "dutch", "english"), SAID)
def test_a_finding_says_exactly_what_was_found(
    code: str, rules: str, facts: dict[str, Any], dutch: str, english: str
) -> None:
    assert dutch == said(check(rules, **facts), code)
    use_language("en")
    assert english == said(check(rules, **facts), code)


def test_every_detector_is_here_or_says_what_a_person_or_the_ruleset_said() -> None:
    elsewhere = {"niet_gehoord", "door_mens_gezien", "signaal"}

    assert {each.code for each in DETECTORS} - elsewhere == {code for code, *_ in SAID} - {"schulden"}
