"""A case in which something is so is found, or it is proved that there is none, or it is said what was not tried."""

from __future__ import annotations

import pytest

from maatwerk.criteria.situation import Situation
from maatwerk.exploration.search import BUDGET, Answer, Budget, search
from maatwerk.exploration.space import Space
from maatwerk.exploration.witness import in_words
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import judge
from maatwerk.outcome.standing import more_outcomes, no_outcome, standing
from tests.findings.small import ruleset

HEAD = "\n| gegeven | soort |\n|---|---|\n"
OUTCOMES = """
### Uitkomst: geld
- als: goed
- soort: toekenning

### Uitkomst: geen_geld
- als: niet goed
"""


def found(facts: str, requirement: str, wanted: Truth = Truth.YES, extra: str = "", **more: object) -> Answer:
    """A case in which a criterion with this requirement is met (or not)."""
    rows = "".join(f"| {row} |\n" for row in facts.split("; "))
    rules = ruleset(f"{HEAD}{rows}{extra}\n### Voorwaarde: goed\n- eis: {requirement}\n{OUTCOMES}")

    def goal(at: tuple[Situation, ...]) -> Truth:
        verdict = at[0].verdict("goed")
        return verdict if verdict is Truth.UNKNOWN else Truth.of(verdict is wanted)

    return search(Space.of(rules), goal, **more)  # type: ignore[arg-type]


def told(answer: Answer) -> str:
    return in_words(answer.situations[0]) if answer.situations else "–"


@pytest.mark.parametrize(
    ("facts", "requirement", "case"),
    [
        ("inkomen | bedrag", "inkomen > € 1.000", "inkomen € 1.000,01"),
        ("inkomen | bedrag", "inkomen < € 1.000", "inkomen € 999,99"),
        ("inkomen | bedrag", "inkomen = € 1.000", "inkomen € 1.000"),
        ("kinderen | getal", "kinderen > 2", "kinderen 3"),
        ("geboren | datum", "geboren <= 2008-03-02", "geboren 2008-03-01"),
        ("geboren | datum", "leeftijd_op(geboren; dag) >= 18", "geboren 2008-01-01"),
        (
            "soort_huis | keuze: boot, flat; woont | ja_nee",
            "soort_huis = flat en niet woont",
            "soort huis flat, niet woont",
        ),
        ("loon | bedrag; bonus | bedrag", "loon + bonus > € 1.000", "loon € 999,01, bonus € 1"),
        ("inkomen | bedrag; lasten | bedrag", "inkomen - lasten > € 1.000", "inkomen € 1.000.000, lasten € 998.999,99"),
        ("saldo | bedrag of leeg", "saldo is leeg", "saldo leeg"),
        ("deel | percentage", "deel > 5%", "deel 5,01%"),
    ],
)
def test_a_case_just_beside_the_limit_is_found(facts: str, requirement: str, case: str) -> None:
    assert case == told(found(facts, requirement))


@pytest.mark.parametrize(
    ("facts", "requirement"),
    [
        ("inkomen | bedrag", "inkomen < € 0"),
        ("inkomen | bedrag", "inkomen > € 2.000 en inkomen < € 1.000"),
        ("woont | ja_nee", "woont en niet woont"),
        ("geboren | datum", "geboren > 2020-01-01 en geboren < 2019-01-01"),
    ],
)
def test_that_no_case_is_so_is_proved(facts: str, requirement: str) -> None:
    assert found(facts, requirement).proved_none


def test_what_is_computed_is_cut_where_its_parts_cannot_be() -> None:
    extra = "\n### Berekening: samen\n- soort: bedrag\n- is: loon + bonus\n"

    assert found("loon | bedrag; bonus | bedrag", "samen > € 2.000 en samen < € 1.000", extra=extra).proved_none


def test_a_sum_that_is_written_out_twice_is_not_proved_and_that_is_said() -> None:
    answer = found("loon | bedrag; bonus | bedrag", "loon + bonus > € 2.000 en loon + bonus < € 1.000")

    assert (False, ("bonus",)) == (answer.found, answer.left)


def test_a_search_that_stops_says_so() -> None:
    answer = found("a | ja_nee; b | ja_nee", "niet a en niet b", budget=Budget(2))

    assert (False, (BUDGET,)) == (answer.found, answer.left)


def test_of_a_list_no_row_one_row_and_two_rows_are_tried_and_that_is_said() -> None:
    facts = "giften | lijst; giften.bedrag | bedrag"

    assert "giften: 0" == told(found(facts, "aantal(giften waar bedrag > € 0) = 0"))
    assert "giften: 2" == told(found(facts, "aantal(giften waar bedrag > € 0) = 2")).partition(" (")[0]
    assert ("giften",) == found(facts, "aantal(giften waar bedrag > € 0) = 3").left
    assert "giften: 1 (1: bedrag € 500,01)" == told(found(facts, "som(bedrag uit giften) > € 500"))


def test_every_stretch_of_a_dated_norm_is_tried() -> None:
    norm = "\n| norm | soort | vanaf | waarde | bron |\n|---|---|---|---|---|\n"
    norm += "| grens | bedrag | 2026-01-01 | € 100 | wet |\n| grens | bedrag | 2026-07-01 | € 50 | wet |\n"
    answer = found("inkomen | bedrag", "inkomen > grens en inkomen <= € 60", extra=norm)
    assert answer.situations

    assert "2026-07-01" == str(answer.situations[0].reference_date.low)


def test_gaps_conflicts_and_each_outcome_are_told_as_the_reasoner_tells_them() -> None:
    text = HEAD + "| a | ja_nee |\n| b | ja_nee |\n\n### Voorwaarde: ca\n- eis: a\n\n### Voorwaarde: cb\n- eis: b\n"
    rules = ruleset(text + "\n### Uitkomst: een\n- als: ca\n- soort: toekenning\n\n### Uitkomst: twee\n- als: cb\n")
    space = Space.of(rules)
    gap, conflict = search(space, lambda at: no_outcome(at[0])), search(space, lambda at: more_outcomes(at[0]))
    assert gap.situations
    assert conflict.situations

    assert judge(gap.situations[0]).outcomes.gap
    assert judge(conflict.situations[0]).outcomes.conflict
    assert ("niet a, niet b", "wel a, wel b") == (told(gap), told(conflict))
    assert "wel a" == told(search(space, lambda at: standing(at[0])["een"]))


def test_the_same_question_gets_the_same_case() -> None:
    assert len({told(found("a | bedrag; b | bedrag; c | ja_nee", "a > b of c en a < € 5")) for _ in range(3)}) == 1


def test_searching_a_closed_goal_once_for_all_that_is_alike_finds_the_same() -> None:
    facts, rule = "a | bedrag; b | bedrag; c | ja_nee; d | ja_nee", "(a > € 5 of c) en (b < € 3 of d) en niet (c en d)"

    for wanted in (Truth.YES, Truth.NO):
        assert told(found(facts, rule, wanted)) == told(found(facts, rule, wanted, closed=True))
