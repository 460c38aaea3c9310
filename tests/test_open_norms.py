"""What the program does not judge: open norms and judgements are shown, with who must weigh them."""

from __future__ import annotations

from maatwerk.assessment.model import Assessment
from maatwerk.basics.text import use_language
from maatwerk.cli.screens import check as check_screen
from maatwerk.cli.screens import propose as propose_screen
from maatwerk.cli.screens.layout import lines
from tests.findings.small import check

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: inkomen_laag

- eis: inkomen <= € 1.000
- bron: Wet, artikel 3

### Uitkomst: steun

- als: inkomen_laag
- soort: toekenning

### Uitkomst: geen_steun

- als: niet inkomen_laag

### Open_norm: dringende_redenen

- tekst: Zijn er dringende redenen?
- tekst_en: Are there compelling reasons?
- waarom: Dat hangt af van alles in dit leven.
- waarom_en: That depends on everything in this life.
- bron: Wet, artikel 3

### Open_norm: redelijke_termijn

- tekst: Wat is een redelijke termijn?
- waarom: Dat verschilt per geval.
- bron: Wet, artikel 8
"""
JUDGED = """
### Oordeel: nodig

- vraag: Is de hulp nodig?
- wie: klantmanager, jurist
- kader: Kijk naar het gezin.

### Voorwaarde: hulp_nodig

- eis: nodig

### Uitkomst: hulp

- als: hulp_nodig
- soort: toekenning

### Uitkomst: geen_hulp

- als: niet hulp_nodig
"""


def shown(assessment: Assessment, *, everything: bool = False) -> str:
    """The screen of `check` as one line."""
    return " ".join(" ".join(lines(check_screen.screen(assessment, "Klein", everything=everything))).split())


def test_an_assessment_has_every_open_norm_and_says_which_bear_on_the_outcome() -> None:
    refused, granted = (check(RULES, inkomen=income) for income in ("1200.00", "900.00"))

    assert [(each.id, each.bears) for each in refused.open_norms] == [
        ("dringende_redenen", True),
        ("redelijke_termijn", False),
    ]
    assert [each.bears for each in granted.open_norms] == [False, False]
    assert (refused.open_norms[0].text, refused.open_norms[0].why, refused.open_norms[0].source) == (
        "Zijn er dringende redenen?",
        "Dat hangt af van alles in dit leven.",
        "Wet, artikel 3",
    )


INCOME = "| inkomen | bedrag per maand |\n"
HARDSHIP = (
    RULES.replace(INCOME, f"{INCOME}| in_nood | ja_nee |\n")
    + """
### Grond: hardheid

- artikel: Verordening, artikel 9
- op: inkomen_laag
- trede: C

### Uitzondering: nood

- op: inkomen_laag
- grond: hardheid
- mag_als: in_nood

### Open_norm: onbillijk

- tekst: Wat is een onbillijkheid van overwegende aard?
- waarom: Dat weegt een mens.
- bron: Verordening, artikel 9, tweede lid

### Open_norm: elders

- tekst: Wat is elders?
- waarom: Dat weegt een mens.
- bron: Verordening, artikel 90
"""
)


def bearing(assessment: Assessment) -> list[str]:
    return [each.id for each in assessment.open_norms if each.bears]


def test_an_open_norm_of_a_hardship_clause_is_shown_with_the_exception_that_rests_on_it() -> None:
    refused = check(HARDSHIP, inkomen="1200.00", in_nood="ja")

    assert [each.id for each in refused.proposals] == ["nood"]
    assert bearing(refused) == ["dringende_redenen", "onbillijk"]
    proposed = lines(propose_screen.screen(refused, "Klein", case="z1", file="z1.json"))
    assert "Wat is een onbillijkheid van overwegende aard?" in " ".join(" ".join(proposed).split())


def test_it_is_shown_while_the_exception_is_not_known_yet_and_not_where_it_has_no_part() -> None:
    assert "onbillijk" in bearing(check(HARDSHIP, inkomen="1200.00"))
    assert "onbillijk" not in bearing(check(HARDSHIP, inkomen="1200.00", in_nood="nee"))
    assert bearing(check(HARDSHIP, inkomen="900.00")) == []


def test_an_unknown_outcome_shows_what_a_person_weighs_too() -> None:
    assert [each.bears for each in check(RULES).open_norms] == [True, False]


def test_the_screen_shows_an_open_norm_where_it_bears_on_the_outcome_and_with_all_every_one() -> None:
    refused, granted = (check(RULES, inkomen=income) for income in ("1200.00", "900.00"))

    assert "Zijn er dringende redenen? (Wet, artikel 3) Dat hangt af van alles" in shown(refused)
    assert "redelijke termijn" not in shown(refused)
    assert "dringende redenen" not in shown(granted)
    assert "Wat is een redelijke termijn? (Wet, artikel 8)" in shown(granted, everything=True)
    proposed = lines(propose_screen.screen(refused, "Klein", case="z1", file="z1.json"))
    assert "Zijn er dringende redenen?" in " ".join(proposed)


def test_an_open_norm_is_shown_in_english_where_it_has_a_twin() -> None:
    use_language("en")

    found = check(RULES, inkomen="1200.00").open_norms

    assert (found[0].text, found[0].why) == (
        "Are there compelling reasons?",
        "That depends on everything in this life.",
    )
    assert found[1].why == "Dat verschilt per geval."


def test_an_outcome_that_waits_for_a_judgement_says_for_whom() -> None:
    assessment = check(JUDGED, questions=True)

    assert (assessment.outcome.id, [each.fact for each in assessment.questions]) == ("onbekend", ["nodig"])
    assert assessment.questions[0].who == ("klantmanager", "jurist")
    proposed = " ".join(lines(propose_screen.screen(assessment, "Klein", case="z1", file="z1.json")))
    for screen in (shown(assessment), proposed):
        assert "Is de hulp nodig?" in screen
        assert "klantmanager, jurist" in screen
