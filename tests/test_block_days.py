"""Which version of a building block counts: that of the reference date, and for grounds that of the decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maatwerk import Assessment, check, examine_ruleset, load_case, load_parts, load_ruleset
from maatwerk.basics.errors import ProblemsFound
from maatwerk.bench.examples import run_examples
from maatwerk.loading.block_days import with_blocks_of

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)
RULES = """---
taal: maatwerk-1
regelset: steun
titel: Steun
bestuursorgaan: het college
geldig_vanaf: 2026-01-01
peildatum: dag
rechtsmiddel: bezwaar
gebruikt: landelijk
---
| gegeven | soort            | vraag              | herkomst | wie     | privacy    |
|---------|------------------|--------------------|----------|---------|------------|
| dag     | datum            | Wanneer?           | inwoner  | inwoner | gewoon     |
| inkomen | bedrag per maand | Wat is uw inkomen? | inwoner  | inwoner | financieel |

### Uitkomst: steun

- als: laag_inkomen
- soort: toekenning
- tekst: U krijgt steun.

### Uitkomst: geen_steun

- als: niet laag_inkomen
- soort: afwijzing
- tekst: U krijgt geen steun.

### Uitzondering: toch_steun

- op: laag_inkomen
- grond: hardheid
- mag_als: ja
- bevoegd: teamleider
- zeg: Dit kan toch.

| geval | dag        | inkomen | => uitkomst |
|-------|------------|---------|-------------|
| eerst | 2026-06-30 | 1.050   | geen_steun  |
| later | 2026-07-01 | 1.050   | steun       |
"""
BLOCK = """---
taal: maatwerk-1
bouwsteen: landelijk
titel: Landelijke regels
geldig_vanaf: {day}
---
| norm  | soort            | vanaf      | waarde  | bron      |
|-------|------------------|------------|---------|-----------|
| grens | bedrag per maand | 2026-01-01 | 1.000   | artikel 2 |
| grens |                  | 2026-03-01 | {limit} | artikel 2 |

### Voorwaarde: laag_inkomen

- eis: inkomen <= grens
- bron: {article}
- rang: beleidsregel
- niet_voldaan: Uw inkomen is te hoog.

### Grond: hardheid

- artikel: {ground}
- trede: B
- op: laag_inkomen
- toets: Past dit?
- bevoegd: teamleider
"""
FACTS = {"dag": "2026-06-30", "inkomen": "1050.00"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A ruleset and a building block with two versions: the limit, an article and the ground change on 1 July."""
    blocks = tmp_path / "bouwstenen" / "landelijk"
    blocks.mkdir(parents=True)
    old = BLOCK.format(day="2026-01-01", limit="1.020", article="artikel 2", ground="artikel 9")
    new = BLOCK.format(day=AFTER, limit="1.100", article="artikel 3", ground="artikel 10")
    (blocks / "2026-01-01.md").write_text(old, encoding="utf-8")
    (blocks / f"{AFTER}.md").write_text(new, encoding="utf-8")
    (tmp_path / "steun").mkdir()
    (tmp_path / "steun" / "2026-01-01.md").write_text(RULES, encoding="utf-8")
    return tmp_path


def checked(library: Path, reference: date, today: date) -> Assessment:
    """What a check of a case with this reference date says on a day."""
    case: dict[str, object] = {"case": "z1", "ruleset": "steun", "facts": {**FACTS, "dag": str(reference)}}
    part = load_parts(case, library, today=today)[0]
    return check(part.ruleset, part.case, today=today)


def articles(assessment: Assessment) -> set[str]:
    """The articles of the grounds on offer."""
    return {ground.article for way in assessment.proposals for ground in way.grounds}


def test_criteria_come_from_the_version_in_force_on_the_reference_date(library: Path) -> None:
    before, after = checked(library, BEFORE, AFTER), checked(library, AFTER, AFTER)

    assert [before.outcome.id, before.criteria[0].source] == ["geen_steun", "artikel 2"]
    assert [after.outcome.id, after.criteria[0].source] == ["steun", "artikel 3"]


def test_norms_come_from_that_version_by_the_dates_of_their_rows(library: Path) -> None:
    ruleset = load_ruleset(library / "steun" / "2026-01-01.md")

    def outcome(day: str, income: str) -> str:
        facts = {"dag": day, "inkomen": income}
        case = load_case({"case": "z1", "ruleset": "steun", "facts": facts}, ruleset)
        return check(ruleset, case, today=AFTER).outcome.id

    assert [outcome("2026-02-01", "1010.00"), outcome("2026-03-01", "1010.00")] == ["geen_steun", "steun"]
    assert [outcome("2026-06-30", "1021.00"), outcome("2026-07-01", "1021.00")] == ["geen_steun", "steun"]


def test_grounds_come_from_the_version_in_force_on_the_day_of_the_decision(library: Path) -> None:
    assert articles(checked(library, BEFORE, BEFORE)) == {"artikel 9"}
    assert articles(checked(library, BEFORE, AFTER)) == {"artikel 10"}


def test_the_hash_of_the_rules_covers_the_parts_that_are_used(library: Path) -> None:
    days = ((BEFORE, BEFORE), (BEFORE, AFTER), (AFTER, AFTER))
    hashes = [checked(library, *each).ruleset.rules_hash for each in days]

    assert len(set(hashes)) == len(days)
    assert checked(library, date(2026, 2, 1), BEFORE).ruleset.rules_hash == hashes[0]


def test_no_version_in_force_on_one_of_the_days_is_a_problem(library: Path) -> None:
    def codes(reference: date | None, decided: date | None) -> list[str]:
        with pytest.raises(ProblemsFound) as found:
            load_ruleset(library / "steun" / "2026-01-01.md", on=reference, decided=decided)
        return [each.code for each in found.value.problems]

    assert codes(date(2025, 12, 31), AFTER) == ["M041"]
    assert codes(BEFORE, date(2025, 12, 31)) == ["M041"]


def test_a_pin_takes_one_version_for_both_days(library: Path) -> None:
    file = library / "steun" / "2026-01-01.md"
    file.write_text(RULES.replace("landelijk", "landelijk@2026-01-01"), encoding="utf-8")
    found = checked(library, AFTER, AFTER)

    assert [found.outcome.id, found.criteria[0].source] == ["geen_steun", "artikel 2"]
    assert articles(found) == {"artikel 9"}


def test_without_days_the_first_day_of_the_ruleset_and_the_newest_grounds_count(library: Path) -> None:
    ruleset = load_ruleset(library / "steun" / "2026-01-01.md")

    assert [ruleset.criteria["laag_inkomen"].source, ruleset.grounds["hardheid"].article] == ["artikel 2", "artikel 10"]


def test_rules_are_read_again_only_where_a_day_asks_for_it(library: Path) -> None:
    ruleset = load_ruleset(library / "steun" / "2026-01-01.md", on=BEFORE, decided=BEFORE)
    case = load_case({"case": "z1", "ruleset": "steun", "facts": FACTS}, ruleset)

    assert with_blocks_of(ruleset, case, date(2026, 2, 1)) == (ruleset, case)
    assert with_blocks_of(ruleset, case, AFTER)[0].grounds["hardheid"].article == "artikel 10"


def test_examples_are_computed_with_the_version_of_their_own_date(library: Path) -> None:
    ruleset = load_ruleset(library / "steun" / "2026-01-01.md")

    assert [(each.name, each.equal) for each in run_examples(ruleset)] == [("eerst", True), ("later", True)]


def test_rows_that_need_two_versions_are_more_than_one_case(library: Path) -> None:
    file = library / "steun" / "2026-01-01.md"
    row = "| {} | {} | Vraag? | inwoner | inwoner | gewoon |\n"
    rows = row.format("maanden", "lijst") + row.format("maanden.begin", "datum")
    text = RULES[: RULES.index("| geval")].replace("peildatum: dag", "peildatum: maanden.begin")
    before, _, after = text.partition("| dag ")
    file.write_text(before + rows + after.partition("\n")[2], encoding="utf-8")
    facts = {"inkomen": "1050.00", "maanden": [{"begin": "2026-06-01"}, {"begin": "2026-07-01"}]}
    part = load_parts({"case": "z1", "ruleset": "steun", "facts": facts}, library, today=AFTER)[0]

    with pytest.raises(ProblemsFound) as found:
        check(part.ruleset, part.case, today=AFTER)
    assert [each.code for each in found.value.problems] == ["C059"]


def test_a_check_of_the_rules_looks_at_every_version_of_their_blocks(library: Path) -> None:
    file, block = library / "steun" / "2026-01-01.md", library / "bouwstenen" / "landelijk" / f"{AFTER}.md"

    def codes() -> set[str]:
        return {each.code for each in examine_ruleset(file, library=library).problems if not each.warning}

    assert codes() == set()
    block.write_text(
        block.read_text(encoding="utf-8").replace("inkomen <= grens", "inkomen <= grenz"), encoding="utf-8"
    )
    assert codes() == {"M204"}
    file.write_text(file.read_text(encoding="utf-8").replace("landelijk", "landelijk@2026-01-01"), encoding="utf-8")
    assert codes() == set()


def test_a_block_that_ends_while_the_ruleset_goes_on_is_a_problem(library: Path) -> None:
    block = library / "bouwstenen" / "landelijk" / f"{AFTER}.md"
    ended = block.read_text(encoding="utf-8").replace(f"{AFTER}\n---", f"{AFTER}\ngeldig_tot: 2027-01-01\n---")
    block.write_text(ended, encoding="utf-8")

    found = examine_ruleset(library / "steun" / "2026-01-01.md").problems

    assert {each.code for each in found if not each.warning} == {"M041"}
