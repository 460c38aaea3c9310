"""What is wrong with rules is found in the cases that there can be, and told with such a case."""

from __future__ import annotations

import pytest

from maatwerk.basics.bounds import Bounds, using
from maatwerk.bench.analysis import analyse
from maatwerk.loading.analysis import pattern_problems
from tests.findings.small import ruleset
from tests.test_analysis import WHOLE


def told(text: str) -> dict[str, dict[str, str]]:
    rules = ruleset(text)
    found = analyse(rules, pattern_problems(rules))
    return {each.code: {key: str(value) for key, value in each.values} for each in found}


def many(number: int) -> str:
    """So many criteria, each with a limit that depends on a choice: all of them are asked."""
    rows = "".join(f"| bedrag_{at} | bedrag |\n| vlag_{at} | ja_nee |\n" for at in range(number))
    criteria = "".join(
        f"\n### Voorwaarde: eis_{at}\n- eis: bedrag_{at} <= (als vlag_{at} dan € {1000 + at} anders € {2000 + at})\n"
        for at in range(number)
    )
    everything = " en ".join(f"eis_{at}" for at in range(number))
    something = " of ".join(f"niet eis_{at}" for at in range(number))
    granted = f"\n### Uitkomst: ja_dus\n- als: {everything}\n- soort: toekenning\n"
    return f"\n| gegeven | soort |\n|---|---|\n{rows}{criteria}{granted}\n### Uitkomst: nee_dus\n- als: {something}\n"


def test_rules_without_a_fault_are_told_nothing() -> None:
    assert {} == told(WHOLE)


def test_below_120_percent_says_nothing_beside_below_110_percent() -> None:
    both = WHOLE.replace("- als: laag en inwoner", "- als: laag en net_laag en inwoner").split("### Uitkomst: half")[0]
    text = both.replace("- gaat_voor: half\n", "")
    text += "### Uitkomst: niets\n- als: niet laag of niet net_laag of niet inwoner\n"

    assert {"M404": {"name": "net_laag"}} == told(text)


def test_two_limits_that_contradict_each_other_are_named_together() -> None:
    text = WHOLE.replace("- eis: inkomen <= € 1.200", "- eis: inkomen >= € 1.200").replace(
        "- als: laag en inwoner", "- als: laag en net_laag en inwoner"
    )
    text = text.replace("- als: net_laag en inwoner", "- als: (laag of net_laag) en inwoner").replace(
        "- als: niet net_laag of niet inwoner", "- als: (niet laag en niet net_laag) of niet inwoner"
    )

    assert {"name": "alles"} == told(text)["M411"]
    assert {"names": "wel laag, wel net_laag", "outcome": "alles"} == told(text)["M412"]


def test_forty_criteria_with_eighty_limits_are_searched_to_the_end() -> None:
    assert {} == told(many(40))


def test_what_was_not_searched_is_said() -> None:
    with using(Bounds(analysis_places=40)):
        found = told(many(20))

    assert "M403" in found
    assert "40" == found["M426"]["places"]


def test_a_gap_among_forty_criteria_is_found_with_a_case() -> None:
    gap = many(40).replace(" of niet eis_39", "")

    assert told(gap)["M402"]["case"].endswith("bedrag 38 € 1.037,99, bedrag 39 € 1.039,01, wel vlag 39")


DATED = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| laatste_dag | datum | 2026-01-01 | 2026-06-30 | artikel 1 |
| grens | bedrag per maand | 2026-01-01 | € 1.000 | artikel 2 |

### Voorwaarde: op_tijd
- eis: EIS

### Voorwaarde: laag
- eis: inkomen <= grens

### Uitkomst: geld
- als: op_tijd en laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet op_tijd of niet laag
"""


@pytest.mark.parametrize(
    "rule",
    [
        "dag <= laatste_dag",
        "dag < 2026-11-01",
        "plus_maanden(dag; 3; omlaag) <= laatste_dag",
        "jaar(dag) = 2026",
        "dag <= dag_van_jaar(dag; 1; oktober)",
    ],
)
def test_what_is_so_on_the_first_day_is_not_said_of_every_reference_date(rule: str) -> None:
    assert {} == told(DATED.replace("EIS", rule))


def test_what_is_so_on_no_first_day_is_not_said_to_be_never_so() -> None:
    assert {} == told(DATED.replace("EIS", "dag > laatste_dag"))


def test_what_is_so_on_every_reference_date_is_said() -> None:
    assert {"M413": {"name": "op_tijd"}} == told(DATED.replace("EIS", "dag >= 2025-12-31"))


def test_what_cannot_be_settled_for_every_reference_date_is_not_claimed_but_said() -> None:
    assert {"M425": {"names": "op_tijd", "left": "dag"}} == told(DATED.replace("EIS", "plus_dagen(dag; 1) > dag"))


def replacing(new: str, *more: str) -> str:
    """A limit of € 1.000, and an exception that computes something otherwise."""
    return "\n".join((
        "| gegeven | soort |", "|---|---|", "| inkomen | bedrag |", "| kosten | bedrag |", "| nood | ja_nee |",
        "\n### Berekening: grens\n- soort: bedrag\n- is: € 1.000",
        "\n### Berekening: rest\n- soort: bedrag\n- is: inkomen - kosten",
        "\n### Voorwaarde: past\n- rang: beleidsregel\n- eis: rest <= grens",
        "\n### Uitkomst: wel\n- als: past\n- soort: toekenning",
        "\n### Uitkomst: niet_wel\n- als: niet past\n- soort: afwijzing",
        "\n### Grond: gr\n- trede: D\n- geldt_voor: beleidsregel",
        f"\n### Uitzondering: ruimer\n- op: past\n- grond: gr\n- mag_als: nood\n- vervang: {new}",
        *more,
    ))  # fmt: skip


@pytest.mark.parametrize(
    "new",
    ["grens = grens + € 200", "grens = max(grens; kosten)", "rest = rest - € 5", "inkomen = max(€ 0; inkomen - € 5)"],
)
def test_an_exception_that_helps_beside_another_limit_is_not_told_never_to_help(new: str) -> None:
    assert "M416" not in told(replacing(new))


def test_an_exception_with_a_stricter_limit_never_helps() -> None:
    simple = replacing("grens = grens - € 200").replace("- eis: rest <= grens", "- eis: inkomen <= grens")

    assert told(simple)["M416"] == {"name": "ruimer"}


def test_an_exception_that_helps_in_one_record_only_is_not_told_never_to_help() -> None:
    text = """
| gegeven | soort |
|---|---|
| l | lijst |
| l.a | bedrag |
| l.nood | ja_nee |

### Voorwaarde: past
- per: l
- rang: beleidsregel
- eis: a <= grens

### Berekening: grens
- per: l
- soort: bedrag
- is: € 1.000

### Voorwaarde: alle
- eis: voor_alle(past uit l)

### Uitkomst: wel
- als: alle
- soort: toekenning

### Uitkomst: niet_wel
- als: niet alle
- soort: afwijzing

### Grond: gr
- trede: D
- geldt_voor: beleidsregel

### Uitzondering: ruimer
- op: past
- grond: gr
- mag_als: nood
- vervang: grens = grens + € 200
"""
    assert "M416" not in told(text)


def test_powers_of_powers_are_unknown_at_once() -> None:
    levels = "".join(
        f"\n### Berekening: g{at}\n- soort: getal\n- is: {' * '.join([f'g{at - 1}'] * 10)}\n" for at in range(1, 12)
    )
    text = f"""
| gegeven | soort |
|---|---|
| g0 | getal |
{levels}
### Voorwaarde: groot
- eis: g11 > 1

### Uitkomst: wel
- als: groot
- soort: toekenning

### Uitkomst: niet_wel
- als: niet groot
"""
    assert "M425" in told(text)


LOOSE = "\n### Voorwaarde: los\n- eis: inkomen > € 3\n"


@pytest.mark.parametrize(
    "more",
    ["", "\n### Berekening: van_los\n- soort: ja_nee\n- is: niet los\n"],
    ids=["by itself", "in a calculation that nothing uses"],
)
def test_a_criterion_that_stands_in_no_outcome_is_told(more: str) -> None:
    assert told(WHOLE + LOOSE + more) == {"M404": {"name": "los"}}


def test_a_criterion_that_only_a_signal_asks_is_of_use() -> None:
    assert told(WHOLE + LOOSE + "\n### Signaal: let_op\n- als: los\n- aard: procedure\n") == {}
