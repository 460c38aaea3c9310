"""Every pattern of verdicts that can occur must have exactly one outcome; loading a ruleset proves it, or says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.api import examine_ruleset
from maatwerk.loading.analysis import pattern_problems, report
from maatwerk.ruleset.library import shipped
from tests.findings.small import check, ruleset

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset

WHOLE = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.100

### Voorwaarde: net_laag
- eis: inkomen <= € 1.200

### Voorwaarde: inwoner
- eis: woont_hier

### Uitkomst: alles
- als: laag en inwoner
- soort: toekenning
- gaat_voor: half

### Uitkomst: half
- als: net_laag en inwoner
- soort: gedeeltelijk

### Uitkomst: niets
- als: niet net_laag of niet inwoner
"""


def problems(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(each.code, {key: str(value) for key, value in each.values}) for each in pattern_problems(ruleset(text))]


def many(number: int) -> str:
    rows = "".join(f"| feit_{each} | ja_nee |\n" for each in range(number))
    criteria = "".join(f"\n### Voorwaarde: eis_{each}\n- eis: feit_{each}\n" for each in range(number))
    everything = " en ".join(f"eis_{each}" for each in range(number))
    something = " of ".join(f"niet eis_{each}" for each in range(number))
    granted = f"\n### Uitkomst: ja_dus\n- als: {everything}\n- soort: toekenning\n"
    refused = f"\n### Uitkomst: nee_dus\n- als: {something}\n"
    return "\n| gegeven | soort |\n|---|---|\n" + rows + criteria + granted + refused


def possible(rules: Ruleset, **verdicts: bool) -> bool:
    return not any(part <= set(verdicts.items()) for part in rules.impossible)


def test_a_ruleset_without_gaps_and_conflicts_has_no_problems() -> None:
    assert [] == problems(WHOLE)


def test_below_the_lower_limit_and_not_below_the_higher_is_impossible() -> None:
    rules = ruleset(WHOLE)

    assert not possible(rules, laag=True, net_laag=False)
    assert all(possible(rules, laag=low, net_laag=True) for low in (True, False))
    assert possible(rules, laag=False, net_laag=False)


def test_what_a_case_may_have_is_never_called_impossible() -> None:
    rules = ruleset(WHOLE)
    for income in ("1099.99", "1100.00", "1100.01", "1199.99", "1200.00", "1200.01"):
        for lives_here in ("ja", "nee"):
            found = check(WHOLE, inkomen=income, woont_hier=lives_here)

            assert possible(rules, **{each.id: each.verdict == "ja" for each in found.criteria})


def test_an_impossible_pattern_is_neither_gap_nor_conflict() -> None:
    assert [] == problems(
        WHOLE.replace("niet net_laag of niet inwoner", "(niet laag en niet net_laag) of niet inwoner")
    )


def test_only_possible_patterns_are_tried() -> None:
    found = report(ruleset(WHOLE))

    assert (6, (), (), True, 0) == (found.patterns, found.conflicts, found.gaps, found.exhaustive, found.differences)


def test_a_gap_is_a_problem_with_a_witness_in_words() -> None:
    gap = WHOLE.replace("niet net_laag of niet inwoner", "niet net_laag")

    assert [
        ("M402", {"pattern": "wel laag, wel net laag, niet inwoner", "case": "inkomen € 1.099,99, niet woont hier"}),
        ("M402", {"pattern": "niet laag, wel net laag, niet inwoner", "case": "inkomen € 1.100,01, niet woont hier"}),
    ] == problems(gap)


def test_a_conflict_is_a_problem_with_both_outcomes_and_a_witness_in_words() -> None:
    conflict = WHOLE.replace("- gaat_voor: half\n", "")

    told = {"outcomes": "alles, half", "pattern": "wel laag, wel net laag, wel inwoner"}
    assert [("M401", told | {"case": "inkomen € 1.099,99, wel woont hier"})] == problems(conflict)


def test_precedence_passes_on() -> None:
    third = WHOLE.replace("- soort: gedeeltelijk", "- soort: gedeeltelijk\n- gaat_voor: troost")
    third += "\n### Uitkomst: troost\n- als: laag en inwoner\n- soort: vaststelling\n"

    assert [] == problems(third)


def test_what_depends_on_a_choice_is_tried_for_every_option() -> None:
    paired = WHOLE.replace("| woont_hier | ja_nee |", "| woont_hier | ja_nee |\n| huishouden | keuze: alleen, paar |")
    paired = paired.replace(
        "- eis: inkomen <= € 1.100", "- eis: inkomen <= (als huishouden = paar dan € 1.500 anders € 1.100)"
    )

    assert possible(ruleset(paired), laag=True, net_laag=False)


def test_up_to_fourteen_criteria_everything_is_tried() -> None:
    found = report(ruleset(many(14)))

    assert (2**14, True, (), ()) == (found.patterns, found.exhaustive, found.gaps, found.conflicts)


def test_reasoning_one_pattern_of_each_group_finds_what_reasoning_all_finds() -> None:
    conflict = WHOLE.replace("- gaat_voor: half\n", "").replace("niet net_laag of niet inwoner", "niet net_laag")

    for text in (WHOLE, conflict, many(5)):
        assert report(ruleset(text), every=True) == report(ruleset(text))


def test_above_fourteen_criteria_it_says_that_not_everything_was_tried() -> None:
    found = pattern_problems(ruleset(many(15)))

    assert [("M403", True)] == [(each.code, each.warning) for each in found]


def test_a_building_block_has_no_outcomes_and_so_no_gaps() -> None:
    reading = examine_ruleset(shipped() / "bouwstenen" / "awb" / "1998-01-01.md")

    assert [] == [each.code for each in reading.problems if not each.warning]


def test_that_there_is_none_is_tried_too() -> None:
    text = """
| gegeven | soort |
|---|---|
| saldo | bedrag of leeg |

### Voorwaarde: zonder
- eis: saldo is leeg

### Voorwaarde: laag
- eis: saldo is niet leeg en saldo < € 100

### Uitkomst: wel
- als: zonder of laag
- soort: toekenning

### Uitkomst: niet_dus
- als: niet zonder en niet laag
"""
    rules = ruleset(text)

    assert problems(text) == []
    assert possible(rules, zonder=True)
    assert possible(rules, laag=True, zonder=False)
