"""Signals of the ruleset itself."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| huurschuld | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag

### Signaal: schulden
- als: huurschuld
- aard: onredelijk
- tekst: Er is een huurschuld.
- doe: Bel het team schulden.
- norm: Beleidsplan schulden
"""


def test_a_signal_that_holds_is_a_finding_with_what_to_do_now() -> None:
    found = check(RULES, inkomen="5000.00", huurschuld="ja").findings[0]

    assert ("schulden", "onredelijk", "Er is een huurschuld.") == (found.code, found.kind, found.text)
    assert ("Bel het team schulden.", "Beleidsplan schulden") == (found.do_now, found.norm)


def test_a_signal_that_does_not_hold_is_none() -> None:
    assert set() == codes(check(RULES, inkomen="5000.00", huurschuld="nee"))


def test_a_signal_holds_for_every_outcome_unless_it_names_some() -> None:
    named = RULES + "- bij: geen_geld\n"

    assert {"schulden"} == codes(check(RULES, inkomen="900.00", huurschuld="ja"))
    assert set() == codes(check(named, inkomen="900.00", huurschuld="ja"))
    assert {"schulden"} == codes(check(named, inkomen="5000.00", huurschuld="ja"))


@pytest.mark.parametrize("kind", ["onbedoeld", "onredelijk", "procedure"])
def test_the_jurist_says_of_which_kind_it_is(kind: str) -> None:
    rules = RULES.replace("- aard: onredelijk", f"- aard: {kind}")

    assert kind == check(rules, inkomen="5000.00", huurschuld="ja").findings[0].kind


def test_a_signal_may_carry_the_code_of_a_detector_whose_facts_only_the_ruleset_knows() -> None:
    rules = RULES + "- bevinding: eigen_stilzitten\n"

    assert {"eigen_stilzitten"} == codes(check(rules, inkomen="5000.00", huurschuld="ja"))


def test_a_signal_may_ask_whether_something_is_known() -> None:
    rules = RULES.replace("- als: huurschuld", "- als: huurschuld is niet bekend")

    assert {"schulden"} == codes(check(rules, inkomen="5000.00"))
    assert set() == codes(check(rules, inkomen="5000.00", huurschuld="ja"))


def test_a_signal_that_is_not_known_is_asked() -> None:
    questions = check(RULES, inkomen="5000.00").not_judged

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is huurschuld?",) == questions


def test_a_signal_waits_for_an_outcome() -> None:
    assert set() == codes(check(RULES, huurschuld="ja"))


def test_what_to_do_now_may_tell_a_figure_of_the_case() -> None:
    rules = RULES.replace("- doe: Bel het team schulden.", "- doe: Bel over {inkomen}.")
    found = check(rules, inkomen="5000.00", huurschuld="ja").findings[0]

    assert "5.000,00" in found.do_now
