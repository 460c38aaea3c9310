from __future__ import annotations

from maatwerk import explain
from maatwerk.explanation.what_if import supposed
from tests.explanation.shipped import TODAY, explained, parts, plain
from tests.findings import small


def test_the_laptop_is_refused_for_nine_euros() -> None:
    found = explained("laptop-negen-euro")
    (reason,) = found.why

    assert "geen_vergoeding" == found.outcome.id
    assert ("inkomen_net_laag", "nee") == (reason.id, reason.verdict)
    assert "Verschil met de grens: € 9,00 (0,5 %)" == plain(reason.margin)
    assert "Beleidsregel laptop, artikel 2" == reason.source
    assert ("Het geld is voor gezinnen die een laptop niet zelf kunnen betalen.",) == reason.purposes


def test_each_other_outcome_of_the_laptop_says_which_limit_it_misses() -> None:
    found = explained("laptop-negen-euro")

    assert [("hele_vergoeding", ["inkomen_laag"]), ("halve_vergoeding", ["inkomen_net_laag"])] == [
        (each.outcome, [reason.id for reason in each.reasons]) for each in found.why_not
    ]


def test_an_outcome_that_holds_but_comes_second_says_what_goes_first() -> None:
    (part,) = parts("laptop-negen-euro")
    found = explain(part.ruleset, supposed(part.case, part.ruleset, [("inkomen", "1.400")]), today=TODAY)
    told = {each.outcome: (each.because, each.text) for each in found.why_not}

    assert "hele_vergoeding" == found.outcome.id
    assert ("gaat_voor", "Hier is ook aan voldaan, maar ‘Hele vergoeding’ gaat voor.") == told["halve_vergoeding"]
    assert "niet_voldaan" == told["geen_vergoeding"][0]


FIRST = """
| gegeven | soort |
|---|---|
| eerste | ja_nee |
| tweede | ja_nee |

### Voorwaarde: a
- eis: eerste

### Voorwaarde: b
- eis: tweede

### Uitkomst: ruim
- als: a
- soort: toekenning
- gaat_voor: krap

### Uitkomst: krap
- als: b
- soort: gedeeltelijk

### Uitkomst: niets
- als: niet a en niet b
"""


def test_what_is_unknown_and_makes_no_difference_says_so() -> None:
    rules = small.ruleset(FIRST)
    found = explain(rules, small.case(rules, eerste="ja"), today=small.TODAY)

    assert "ruim" == found.outcome.id
    assert [("krap", "maakt_niet_uit"), ("niets", "niet_voldaan")] == [
        (each.outcome, each.because) for each in found.why_not
    ]


def test_who_pays_by_card_only_is_told_so_at_the_counter() -> None:
    found = explained("raalte-rood-staan")

    assert [("betaald_met_pin", "U kunt nu niet met een pinpas betalen.")] == [
        (each.id, each.words) for each in found.why
    ]


def test_two_broken_rules_are_two_reasons() -> None:
    found = explained("raalte-wil-niet-betalen")

    assert ["leges_betaald", "betaald_met_pin"] == [each.id for each in found.why]


def test_people_in_one_home_are_told_one_by_one() -> None:
    found = explained("kostendelers-samen-verdienen")
    behind = found.why[0].behind

    assert ["is kostendeler (medebewoners, nummer 1)", "is kostendeler (medebewoners, nummer 2)"] == [
        each.name for each in behind
    ]
    assert {"ja"} == {each.verdict for each in behind}


def test_each_gift_says_what_it_counted_for() -> None:
    found = explained("giften-kapotte-koelkast")

    assert ["De hulp van 1 maart 2026 telt mee: € 900,00.", "De hulp van 1 juli 2026 telt mee: € 350,00."] == [
        plain(each.words) for each in found.why[0].behind
    ]


def test_an_unknown_outcome_says_what_it_may_become_and_what_to_ask() -> None:
    found = explained("kostendelers-leeftijd-onbekend")

    assert () == found.why
    assert {"kan_nog"} == {each.because for each in found.why_not}
    assert {("Wanneer is deze persoon geboren?",)} == {each.questions for each in found.why_not}
    assert ["medebewoners[1].geboortedatum"] == [each.fact for each in found.questions]


def test_a_judgement_that_is_open_is_asked_of_whom_may_give_it() -> None:
    found = explained("boodschappen-oordeel-open")

    assert "onbekend" == found.outcome.id
    assert found.questions[0].settles.startswith("Dit oordeel geeft: jurist, kwaliteitsmedewerker.")


def test_a_fact_says_who_gave_it_and_one_that_does_not_matter_is_not_asked() -> None:
    facts = {each.fact: each for each in explained("laptop-negen-euro").facts}

    assert "loonstrook, inwoner, 31 januari 2026, gecontroleerd" == facts["inkomen"].said
    assert "Niet gevraagd: maakt nu niet uit." == facts["vorige_laptop_op"].ask
    assert "eenmalig_inkomen" not in facts


UNREACHABLE = """
| gegeven | soort |
|---|---|
| te_veel | bedrag |
| geweten | ja_nee |

### Voorwaarde: iets
- eis: te_veel > € 0

### Voorwaarde: terug
- eis: te_veel > € 0 en geweten

### Uitkomst: betalen
- als: terug
- soort: terugvordering
- bedrag: te_veel

### Uitkomst: houden
- als: iets en niet terug

### Uitkomst: goed
- als: anders
- soort: vaststelling
"""


def test_an_outcome_that_cannot_be_is_not_told_to_wait_for_what_is_unknown() -> None:
    rules = small.ruleset(UNREACHABLE)
    found = explain(rules, small.case(rules, te_veel="100.00"), today=TODAY)

    told = {each.outcome: each.because for each in found.why_not}
    assert {"betalen": "kan_nog", "houden": "kan_nog", "goed": "niet_voldaan"} == told
