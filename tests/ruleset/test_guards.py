"""What may be `leeg` must be guarded in a requirement: else the verdict is never known for whom there is none."""

from __future__ import annotations

import pytest

from tests.findings.small import read

RULES = """
| gegeven | soort |
|---|---|
| lid | ja_nee |
| einde | datum of leeg |
| vermogen | bedrag of leeg |

### Berekening: laatste_dag
- soort: datum
- is: plus_dagen(einde; 14)

### Berekening: einde_of_dag
- soort: datum of leeg
- is: als einde is leeg dan dag anders einde

### Voorwaarde: klopt
- eis: REQUIREMENT

### Uitkomst: geld
- als: klopt
- soort: toekenning

### Uitkomst: geen_geld
- als: niet klopt

### Signaal: overig
- als: lid en einde is leeg en vermogen is leeg en laatste_dag > dag en einde_of_dag > dag
"""


def warned(requirement: str) -> list[tuple[object, object]]:
    problems = [each for each in read(RULES.replace("REQUIREMENT", requirement)).problems if each.code == "M321"]
    return [(dict(each.values)["found"], dict(each.values)["absent"]) for each in problems]


@pytest.mark.parametrize(
    ("requirement", "part", "absent"),
    [
        ("einde > dag", "einde > dag", "einde"),
        ("lid of einde > dag", "einde > dag", "einde"),
        ("niet (lid en einde > dag)", "einde > dag", "einde"),
        ("einde is niet leeg of einde > dag", "einde > dag", "einde"),
        ("lid en laatste_dag > dag", "laatste_dag", "einde"),
        ("als lid dan vermogen < € 9 anders einde is leeg", "vermogen < € 9", "vermogen"),
        ("max(vermogen; € 3) < € 9", "max(vermogen; € 3)", "vermogen"),
        ("einde is leeg of vermogen < € 9", "vermogen < € 9", "vermogen"),
    ],
)
def test_a_requirement_that_nothing_settles_once_there_is_none_is_told(
    requirement: str, part: str, absent: str
) -> None:
    assert [(part, absent)] == warned(requirement)


@pytest.mark.parametrize(
    "requirement",
    [
        "lid",
        "einde is leeg",
        "einde is leeg of einde > dag",
        "einde is niet leeg en einde > dag",
        "lid of (einde is niet leeg en einde > dag)",
        "(einde is leeg en lid) of (einde is niet leeg en einde > dag)",
        "als einde is leeg dan lid anders einde > dag",
        "einde is leeg of laatste_dag > dag",
        "lid en einde_of_dag > dag",
    ],
)
def test_a_guarded_one_is_not(requirement: str) -> None:
    assert [] == warned(requirement)


PAID = """
| gegeven | soort |
|---|---|
| lid | ja_nee |
| vermogen | bedrag of leeg |

### Berekening: misschien
- soort: bedrag of leeg
- is: als lid dan vermogen anders leeg

### Voorwaarde: klopt
- eis: lid of misschien is leeg

### Uitkomst: geld
- als: klopt
- soort: toekenning
- PAYS

### Uitkomst: geen_geld
- als: niet klopt
"""


def told(pays: str) -> list[tuple[str, str]]:
    problems = read(PAID.replace("PAYS", pays)).problems
    return [(each.code, each.hint) for each in problems if each.code in {"M242", "M314", "M315"}]


def test_an_amount_that_may_be_absent_is_not_paid() -> None:
    assert told("bedrag: vermogen") == [("M242", "als vermogen is leeg dan € 0 anders vermogen")]
    assert told("bedrag: als lid dan leeg anders vermogen") == [("M242", "")]
    assert told("ook: misschien") == [("M314", "")]


def test_with_what_then_holds_it_is_paid_and_lies_never_below_zero() -> None:
    assert told("bedrag: als vermogen is leeg dan € 0 anders vermogen") == []
    assert told("bedrag: als vermogen is niet leeg dan vermogen anders € 0") == []
