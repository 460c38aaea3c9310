from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from maatwerk import check, explain
from tests.explanation.shipped import NAMES, TODAY, explained, parts, plain
from tests.findings import small

if TYPE_CHECKING:
    from maatwerk.explanation.model import Step


def every(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.steps)


def lines(step: Step, depth: int = 0) -> Iterator[str]:
    yield "  " * depth + plain(f"{step.words}: {step.value}")
    for below in step.steps:
        yield from lines(below, depth + 1)


def test_a_limit_is_followed_down_to_the_norm_with_its_date_and_source() -> None:
    (step,) = (each for each in explained("laptop-negen-euro").steps if each.id == "inkomen_net_laag")

    assert [
        "inkomen net laag: niet voldaan",
        "  inkomen: € 1.690,80 per maand",
        "  de grens voor de halve vergoeding: € 1.681,80 per maand",
        "    grens half (120 %) × de norm voor uw huishouden (€ 1.401,50 per maand): € 1.681,80 per maand",
        "      grens half: 120 %",
        "      de norm voor uw huishouden: € 1.401,50 per maand",
        "        huishouden (alleenstaand) is paar: nee",
        "          huishouden: alleenstaand",
        "        norm gehuwden: € 2.002,13 per maand",
        "        norm alleenstaande: € 1.401,50 per maand",
    ] == list(lines(step))
    norms = {each.id: each.source for each in every((step,)) if each.kind == "norm"}
    assert "vanaf 1 januari 2026, Pw, artikel 21" == norms["norm_alleenstaande"]
    assert "inkomen <= grens_halve_vergoeding" == step.rule


def test_each_record_is_a_step_and_says_whether_it_counts() -> None:
    found = explained("giften-kapotte-koelkast")
    (together,) = (each for each in found.steps if each.id == "samen")

    assert [("giften, nummer 1", "telt mee"), ("giften, nummer 2", "telt mee")] == [
        (each.words, each.value) for each in together.steps
    ]


def test_a_judgement_tells_who_gave_it_in_which_role_and_why() -> None:
    (part, _) = parts("giften-over-twee-jaren")
    found = explain(part.ruleset, part.case, today=TODAY)
    judged = {each.source for each in every(found.steps) if each.kind == "oordeel"}

    said = "M. Bakker (verzonnen), oordeel van een jurist"
    assert {f"{said}, uitleg: De hulp kwam elke week en was een vast deel van het leven."} == judged


def test_an_unknown_fact_asks_its_question() -> None:
    found = explained("kostendelers-leeftijd-onbekend")

    assert {"Vraag: Wanneer is deze persoon geboren?"} == {
        each.source for each in every(found.steps) if each.id == "medebewoners[1].geboortedatum"
    }


def test_every_criterion_and_calculation_has_a_tree() -> None:
    for name in NAMES:
        for part in parts(name):
            found = explain(part.ruleset, part.case, today=TODAY)
            assert [*part.ruleset.criteria, *part.ruleset.calculations] == [each.id for each in found.steps]


DOUBLING = """
| gegeven | soort |
|---|---|
| a | getal |

{calculations}

### Voorwaarde: veel
- eis: x40 > 1

### Uitkomst: ja_hoor
- als: veel
- soort: toekenning

### Uitkomst: nee_hoor
- als: niet veel
"""


def test_what_others_use_twice_forty_times_over_is_opened_once_in_a_tree() -> None:
    made = ["### Berekening: x0\n- soort: getal\n- is: a"]
    made += [f"### Berekening: x{n}\n- soort: getal\n- is: max(x{n - 1}; x{n - 1})" for n in range(1, 41)]
    rules = small.ruleset(DOUBLING.format(calculations="\n\n".join(made)))
    case = small.case(rules, a="1")
    found = explain(rules, case, today=small.TODAY)
    (tree,) = (each for each in found.steps if each.id == "veel")

    assert 200 > len(list(every((tree,))))
    assert any(each.again for each in every((tree,)))
    assert check(rules, case, today=small.TODAY).outcome.id == found.outcome.id
