"""Rules as a jurist reads them: no case, so a figure only where it is the same in every case."""

from __future__ import annotations

import pytest

from maatwerk.bench.show.reader import Reader
from maatwerk.expressions.parser import parse
from maatwerk.expressions.tree import Expression
from maatwerk.pages.model import Bullets, Item, Link, Words, plain
from maatwerk.ruleset.model import Criterion
from tests.findings.small import ruleset

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| vaste_woonplaats | ja_nee |
| werkt | ja_nee |
| geboren | datum |

| norm | soort | vanaf | waarde | bron |
|------|-------|-------|--------|------|
| grens | bedrag per maand | 2026-01-01 | € 1.000 | Beleidsregel |
| oude_grens | bedrag per maand | 2026-01-01 | € 900 | Beleidsregel |
| oude_grens | | 2026-07-01 | € 950 | Beleidsregel |

### Berekening: over
- soort: bedrag per maand
- is: max(€ 0; inkomen - € 100)
- noemt: wat er overblijft

### Signaal: alles_doet_mee
- als: inkomen > € 0 en vaste_woonplaats en werkt en geboren < dag

### Voorwaarde: proef
- eis: {eis}

### Uitkomst: goed
- als: proef
- soort: toekenning

### Uitkomst: slecht
- als: niet proef
"""


def told(eis: str) -> str:
    """The requirement on one line; lists in brackets."""
    rules = ruleset(RULES.replace("{eis}", eis))
    return line(Reader(rules, "nl").parts(criterion(rules.criteria["proef"])))


def criterion(each: Criterion) -> Expression:
    return each.requirement


def line(words: Words | Bullets | Item) -> str:
    match words:
        case Bullets(items=items):
            return " ".join(map(line, items))
        case Item(words=own, items=()):
            return line(own)
        case Item(words=own, items=items):
            return f"{line(own)} [{'; '.join(map(line, items))}]"
        case _:
            return plain(words).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("eis", "words"),
    [
        ("vaste_woonplaats", "vaste woonplaats"),
        ("niet vaste_woonplaats", "niet vaste woonplaats"),
        ("inkomen <= grens", "inkomen is niet hoger dan grens (€ 1.000,00 per maand)"),
        ("inkomen <= oude_grens", "inkomen is niet hoger dan oude grens"),
        ("over <= grens", "wat er overblijft is niet hoger dan grens (€ 1.000,00 per maand)"),
        (
            "inkomen < afronden(grens / 2; 0,01)",
            "inkomen is lager dan grens (€ 1.000,00 per maand) / 2, afgerond op 0,01 = € 500,00 per maand",
        ),
        ("werkt en vaste_woonplaats", "alle van deze: [werkt; vaste woonplaats]"),
        ("niet (werkt en vaste_woonplaats)", "niet alle van deze: [werkt; vaste woonplaats]"),
        ("niet (werkt of vaste_woonplaats)", "geen van deze: [werkt; vaste woonplaats]"),
        (
            "werkt of (vaste_woonplaats en niet inkomen < € 5)",
            "ten minste een van deze: [werkt; alle van deze: [vaste woonplaats; niet: inkomen is lager dan € 5,00]]",
        ),
        (
            "€ 5 <= inkomen <= € 9 en werkt",
            "alle van deze: [inkomen is niet lager dan € 5,00; inkomen is niet hoger dan € 9,00; werkt]",
        ),
        ("leeftijd_op(geboren; dag) >= 18", "de leeftijd op dag (volgens geboren) is niet lager dan 18"),
    ],
)
def test_a_requirement_in_words(eis: str, words: str) -> None:
    assert words == told(eis)


def test_every_name_in_a_rule_leads_to_its_place() -> None:
    rules = ruleset(RULES.replace("{eis}", "inkomen <= grens"))
    words = Reader(rules, "nl").rule(rules.criteria["proef"].requirement)

    assert ["inkomen", "grens"] == [each.to for each in words if isinstance(each, Link)]


def test_the_date_of_the_case_has_no_place_and_is_told_in_words() -> None:
    rules = ruleset(RULES.replace("{eis}", "werkt"))
    expression, problems = parse("zaak_vandaag", rules.header.place)
    assert expression is not None, problems

    assert ("de dag van vandaag",) == Reader(rules, "nl").rule(expression)
