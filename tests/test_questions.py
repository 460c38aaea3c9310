"""Which questions are asked: all that still change the outcome, its amount or what the letter tells."""

from __future__ import annotations

from typing import Any

from maatwerk import explain
from maatwerk.api import check as assess
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_text
from maatwerk.story import view_of
from tests.findings.small import TODAY, TRIPS, case, check, records, ruleset, whole

TOLD = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| vorm | keuze: alleen, samen |

### Berekening: uw_deel
- soort: bedrag
- is: als vorm = alleen dan € 100 anders € 50

### Voorwaarde: inwoner
- eis: woont_hier

### Uitkomst: wij_sturen_door
- als: niet inwoner
- soort: doorzenden
- toon: uw_deel

### Uitkomst: geld
- als: inwoner
- soort: toekenning
"""
LISTED = """
| gegeven | soort |
|---|---|
| kans | ja_nee |
| giften | lijst |
| giften.groot | ja_nee |

### Voorwaarde: alles_mag
- eis: voor_alle(kans of niet groot uit giften)

### Uitkomst: geld
- als: alles_mag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet alles_mag
"""
EMPTY = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| vorm | keuze: alleen, samen of leeg |
| uren | getal |

### Voorwaarde: inwoner
- eis: woont_hier

### Voorwaarde: lang_genoeg
- eis: uren > 10

### Voorwaarde: huishouden
- eis: vorm in (alleen; samen)

### Uitkomst: geld
- als: inwoner en huishouden en lang_genoeg
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner of niet huishouden of niet lang_genoeg
"""


def asked(text: str, **facts: Any) -> set[str]:  # noqa: ANN401 - facts as text
    return {each.fact for each in check(text, questions=True, **facts).questions}


def test_what_the_letter_tells_is_asked_though_it_changes_no_amount() -> None:
    assert {"vorm"} == asked(TOLD, woont_hier="nee")
    assert set() == asked(TOLD, woont_hier="ja")


def test_a_fact_that_rows_still_to_come_will_ask_is_asked_beside_the_list() -> None:
    assert {"kans", "giften"} == asked(LISTED)
    assert set() == asked(LISTED, kans="ja")


def test_an_answer_with_which_an_outcome_is_never_known_is_asked_before_what_cannot_be_tried() -> None:
    assert {"vorm", "uren"} == asked(EMPTY, woont_hier="ja")


def test_it_is_not_asked_where_the_outcome_is_known_without_it() -> None:
    assert "vorm" not in asked(EMPTY, woont_hier="nee")


def test_what_can_still_settle_the_outcome_is_asked_though_one_verdict_is_never_known() -> None:
    assert {"woont_hier", "uren"} == asked(EMPTY, vorm=None)


DATED = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| mensen | lijst |
| mensen.sinds | datum |

### Voorwaarde: inwoner
- eis: woont_hier en dag > 2026-01-01 en er_is(mensen waar sinds < 2026-06-01)

### Uitkomst: geld
- als: inwoner
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner
"""


def test_an_outcome_waits_while_a_record_has_no_day() -> None:
    text = whole(DATED).replace("peildatum: dag", "peildatum: mensen.sinds")
    rules = read_text(text, "klein/2026-01-01.md", shipped()).ruleset
    assert rules is not None

    def outcome(*people: dict[str, str]) -> str:
        found = case(rules, woont_hier="nee", mensen=records(*people))
        return view_of(rules, found, today=TODAY).result.id

    assert "onbekend" == outcome({"sinds": "2026-03-01"}, {})
    assert "geen_geld" == outcome({"sinds": "2026-03-01"}, {"sinds": "2026-03-05"})


def test_a_judgement_about_a_record_is_asked_with_the_fields_of_that_record() -> None:
    rules = ruleset(TRIPS)
    trips = case(rules, reizen=records({"sinds": "2026-01-05"}, {"sinds": "2026-02-06"}))
    asked = ["Was de reis van 5 januari 2026 nodig?", "Was de reis van 6 februari 2026 nodig?"]

    found = assess(rules, trips, today=TODAY)
    assert asked == [each.question.partition(" (")[0] for each in found.questions]
    assert asked == list(explain(rules, trips, today=TODAY).why_not[0].questions)
