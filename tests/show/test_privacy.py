"""Which facts a ruleset asks, what each is for, and how long it is kept: as known, and no guesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk.bench.show.privacy import Retention, Use, asked_for, html, notes
from maatwerk.bench.show.reader import Reader
from maatwerk.ruleset.model import asked
from tests.findings.small import ruleset
from tests.show.reading import every_ruleset, read, rules_of

if TYPE_CHECKING:
    from pathlib import Path

RULES = """
| gegeven | soort | vraag | herkomst | wie | privacy |
|---------|-------|-------|----------|-----|---------|
| inkomen | bedrag per maand | Wat verdient u? | loonstrook | inwoner | financieel |
| ziek | ja_nee | Bent u ziek? | inwoner | inwoner | bijzonder |
| naam_kind | tekst | Hoe heet uw kind? | inwoner | inwoner | derde |

### Bedoeling: vangnet

### Berekening: jaarinkomen
- soort: bedrag per jaar
- is: per_jaar(inkomen)

### Berekening: ruim
- soort: ja_nee
- is: jaarinkomen > € 9.000

### Voorwaarde: arm
- eis: niet ruim
- dient: vangnet

### Uitkomst: goed
- als: arm
- soort: toekenning

### Uitkomst: slecht
- als: niet arm

### Uitzondering: zieken
- op: arm
- grond: awb_4_84
- mag_als: ziek
- mits: Breng {naam_kind} mee.
"""


def uses(name: str) -> list[str]:
    (found,) = [each for each in asked_for(ruleset(RULES)) if each.fact.name == name]
    return [f"{use.kind} {use.name}".strip() for use in found.uses]


@pytest.mark.parametrize(
    ("fact", "used"),
    [
        ("inkomen", ["voorwaarde arm"]),
        ("ziek", ["uitzondering zieken"]),
        ("naam_kind", ["uitzondering zieken"]),
        ("dag", ["peildatum"]),
    ],
)
def test_a_fact_is_used_where_a_rule_or_text_needs_it_by_way_of_calculations_too(fact: str, used: list[str]) -> None:
    assert used == uses(fact)


def test_a_fact_serves_the_purposes_of_the_criteria_that_use_it() -> None:
    assert {"inkomen": ("vangnet",), "ziek": (), "naam_kind": (), "dag": ()} == {
        each.fact.name: each.purposes for each in asked_for(ruleset(RULES))
    }


def told(kept: Retention) -> str:
    reader = Reader(ruleset(RULES), "nl")
    return " ".join(notes(reader, asked_for(ruleset(RULES)), kept))


def test_a_term_that_nobody_set_is_not_made_up() -> None:
    page = read(html(ruleset(RULES), Retention(), "nl"))

    assert "Bewaren: nog nagaan." in told(Retention())
    assert {"nagaan"} == {list(row.all("td"))[-1].text for row in page.all("tr") if list(row.all("td"))}


def test_a_term_is_told_with_its_source_or_that_the_source_must_be_checked() -> None:
    assert "Bewaren: 7 jaar. Dat staat in maatwerk.toml van uw organisatie. Bron: lijst 3." in told(
        Retention(7, "lijst 3")
    )
    assert "Bron: nog nagaan in uw selectielijst." in told(Retention(7))


def test_special_data_and_data_about_others_are_pointed_out() -> None:
    assert "artikel 9 AVG" in told(Retention())
    assert "gegevens over anderen" in told(Retention())
    assert "artikel 10 AVG" not in told(Retention())


@every_ruleset
def test_of_every_fact_of_a_shipped_ruleset_it_is_told_what_it_is_for(path: Path) -> None:
    rules = rules_of(path)
    found = asked_for(rules)

    assert {each.name for each in asked(rules)} == {each.fact.name for each in found}
    assert [] == [each.fact.name for each in found if not each.uses]
    assert Use("peildatum", "") in {use for each in found for use in each.uses}
