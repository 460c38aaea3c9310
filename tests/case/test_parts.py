"""A case whose rows fall in several versions of the rules becomes one part for each, and nothing gets lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk import CasePart, check, load_parts
from maatwerk.basics.errors import ProblemsFound
from maatwerk.expressions.values import exactly

TODAY = date(2026, 11, 20)
HELP = """---
taal: maatwerk-1
regelset: hulp
titel: Hulp
bestuursorgaan: het college
geldig_vanaf: {start}
{until}peildatum: dagen.dag
rechtsmiddel: bezwaar
---

### Bedoeling: steun

- tekst: Wie te veel kreeg, betaalt terug.

| gegeven       | soort  | vraag                  | herkomst | wie     | privacy |
|---------------|--------|------------------------|----------|---------|---------|
| {own}         | ja_nee | Is dit bekend?         | gesprek  | inwoner | gewoon  |
| dagen         | lijst  | Om welke dagen gaat het? | gesprek | inwoner | gewoon |
| dagen.dag     | datum  | Welke dag was het?     | gesprek  | inwoner | gewoon  |
| dagen.bedrag  | bedrag | Hoeveel was het?       | gesprek  | inwoner | gewoon  |
| dagen.{field} | ja_nee | Telt dit mee?          | gesprek  | inwoner | gewoon  |

### Berekening: samen

- soort: bedrag
- is: som(bedrag uit dagen waar {field})

### Voorwaarde: te_veel

- eis: {own} en samen > € {limit}
- bron: Verzonnen regel
- rang: wet
- dient: steun
- voldaan: Het was te veel.
- niet_voldaan: Het was niet te veel.

### Uitkomst: terug

- als: te_veel
- soort: terugvordering
- bedrag: samen
- tekst: U betaalt terug.

### Uitkomst: niets_terug

- als: niet te_veel
- soort: toekenning
- tekst: U betaalt niets.
"""
OLD, NEW = "2020-01-01", "2024-01-01"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions that share a list, each with a fact and a field of its own."""
    folder = tmp_path_factory.mktemp("rulesets")
    (folder / "hulp").mkdir()
    old = HELP.format(start=OLD, until="", own="was_gemeld", field="bewezen", limit=100)
    new = HELP.format(start=NEW, until="geldig_tot: 2027-01-01\n", own="is_gemeld", field="zeker", limit=200)
    (folder / "hulp" / f"{OLD}.md").write_text(old, encoding="utf-8")
    (folder / "hulp" / f"{NEW}.md").write_text(new, encoding="utf-8")
    return folder


def row(day: str | None, bedrag: str = "150.00") -> dict[str, object]:
    found: dict[str, object] = {"bedrag": bedrag, "bewezen": "ja", "zeker": "ja"}
    return found if day is None else {**found, "dag": day}


def case(rows: object, **facts: object) -> dict[str, object]:
    return {
        "case": "z1",
        "ruleset": "hulp",
        "facts": {"was_gemeld": "ja", "is_gemeld": "ja", "dagen": rows, **facts},
    }


def parts(shelf: Path, rows: object, **facts: object) -> tuple[CasePart, ...]:
    return load_parts(case(rows, **facts), shelf, today=TODAY)


def outcomes(found: tuple[CasePart, ...]) -> dict[str, tuple[str, str | None]]:
    checked = {each.valid_from: check(each.ruleset, each.case, today=TODAY).outcome for each in found}
    return {name: (outcome.id, outcome.amount) for name, outcome in checked.items()}


def wrong(shelf: Path, rows: object, **facts: object) -> list[tuple[str, str]]:
    with pytest.raises(ProblemsFound) as found:
        parts(shelf, rows, **facts)
    return [(str(each.place), each.code) for each in found.value.problems]


def test_rows_of_two_versions_become_two_parts_each_under_its_own_rules(shelf: Path) -> None:
    found = parts(shelf, [row("2024-05-01"), row("2023-12-31"), row("2025-01-01", "25.00")])

    assert outcomes(found) == {OLD: ("terug", "150.00"), NEW: ("niets_terug", None)}
    assert [dict(each.rows) for each in found] == [{"dagen": (2,)}, {"dagen": (1, 3)}]


def test_each_part_has_the_facts_of_its_own_rules_only(shelf: Path) -> None:
    old, new = parts(shelf, [row("2023-12-31"), row("2024-01-01")])

    assert [set(each.case.facts) for each in (old, new)] == [{"was_gemeld"}, {"is_gemeld"}]
    assert [set(each.case.lists["dagen"].records[0]) for each in (old, new)] == [
        {"dag", "bedrag", "bewezen"},
        {"dag", "bedrag", "zeker"},
    ]
    assert {each.case.id for each in (old, new)} == {"z1"}


def test_a_case_of_one_version_is_not_split(shelf: Path) -> None:
    (only,) = load_parts(
        {"case": "z1", "ruleset": "hulp", "facts": {"was_gemeld": "ja", "dagen": [{"dag": "2021-01-01"}]}},
        shelf,
        today=TODAY,
    )
    assert (only.valid_from, only.rows) == (OLD, {})


def test_a_fact_that_no_version_has_is_a_problem_once(shelf: Path) -> None:
    assert wrong(shelf, [row("2023-12-31"), row("2024-01-01")], gemelt="ja") == [("facts.gemelt", "C030")]


def test_a_case_of_one_version_may_not_have_facts_of_another(shelf: Path) -> None:
    assert ("facts.is_gemeld", "C030") in wrong(shelf, [row("2023-12-31")])


def test_a_problem_in_a_row_stands_at_its_own_place_in_the_file(shelf: Path) -> None:
    rows = [row("2024-05-01"), row("2023-12-31"), {**row("2025-01-01"), "zeker": "misschien", "los": "1"}]
    assert wrong(shelf, rows) == [("facts.dagen.3.los", "C031"), ("facts.dagen.3.zeker", "C040")]


def test_a_row_for_which_there_is_no_version_stays_a_problem(shelf: Path) -> None:
    assert wrong(shelf, [row("2023-12-31"), row("2024-01-01"), row("2019-12-31"), row("2027-01-01")]) == [
        ("facts.dagen.3.dag", "C050"),
        ("facts.dagen.4.dag", "C050"),
    ]


def test_an_open_list_is_open_in_every_part(shelf: Path) -> None:
    found = parts(shelf, {"records": [row("2023-12-31"), row("2024-01-01")], "complete": False})

    assert [each.case.lists["dagen"].complete for each in found] == [False, False]
    assert [check(each.ruleset, each.case, today=TODAY).outcome.id for each in found] == ["terug", "onbekend"]


def test_while_the_day_of_a_row_is_not_known_no_part_is_final_and_that_day_is_asked_first(shelf: Path) -> None:
    found = parts(shelf, [row("2023-12-31"), row("2024-01-01"), row(None, "500.00")])
    checked = [check(each.ruleset, each.case, today=TODAY) for each in found]

    assert [each.outcome.id for each in checked] == ["onbekend", "onbekend"]
    assert [each.questions[0].fact for each in checked] == ["dagen[2].dag", "dagen[2].dag"]
    assert [each.proposals for each in checked] == [(), ()]


def test_a_row_without_a_day_is_never_counted_as_if_it_were_of_this_version(shelf: Path) -> None:
    (only,) = load_parts(
        {"case": "z1", "ruleset": "hulp", "facts": {"is_gemeld": "ja", "dagen": [{"bedrag": "900.00", "zeker": "ja"}]}},
        shelf,
        today=TODAY,
    )
    assessment = check(only.ruleset, only.case, today=TODAY)
    assert assessment.outcome.id == "onbekend"
    assert [each.verdict for each in assessment.criteria] == ["onbekend"]


def test_once_its_day_is_known_the_row_stands_in_one_part(shelf: Path) -> None:
    assert outcomes(parts(shelf, [row("2023-12-31"), row("2024-01-01"), row("2025-05-05", "500.00")])) == {
        OLD: ("terug", "150.00"),
        NEW: ("terug", "650.00"),
    }


def test_a_row_on_a_day_whose_rules_do_not_have_its_list_is_a_problem() -> None:
    rulesets = Path(__file__).parents[2] / "rulesets"
    facts = {
        "begin_kalenderjaar": "2026-01-01",
        "tijdvakken": [{"eerste_dag": "2025-12-31"}, {"eerste_dag": "2026-01-01"}],
    }
    with pytest.raises(ProblemsFound) as found:
        load_parts({"case": "z1", "ruleset": "bijstand-giften", "facts": facts}, rulesets, today=TODAY)
    assert [(str(each.place), each.code) for each in found.value.problems] == [("facts.tijdvakken.2", "C055")]


def test_a_date_fact_for_which_there_is_no_version_is_a_problem() -> None:
    rulesets = Path(__file__).parents[2] / "rulesets"
    facts = {"begin_kalenderjaar": "2014-01-01"}
    with pytest.raises(ProblemsFound) as found:
        load_parts({"case": "z1", "ruleset": "bijstand-giften", "facts": facts}, rulesets, today=TODAY)
    assert [(str(each.place), each.code) for each in found.value.problems] == [("facts.begin_kalenderjaar", "C056")]


DAYS = st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), min_size=1, max_size=8)


@given(days=DAYS, opened=st.booleans())
def test_the_parts_together_hold_every_row_exactly_once(shelf: Path, days: list[date], *, opened: bool) -> None:
    rows = [row(day.isoformat(), f"{number}.00") for number, day in enumerate(days)]
    known = {"was_gemeld"} if max(days) < date(2024, 1, 1) else {"is_gemeld"} if min(days) >= date(2024, 1, 1) else None
    found = load_parts(_of_its_own(rows, known, opened=opened), shelf, today=TODAY)
    held = sorted(
        (str(exactly(record["dag"].value)), exactly(record["bedrag"].value))
        for part in found
        for record in part.case.lists["dagen"].records
    )
    assert held == sorted((day.isoformat(), number) for number, day in enumerate(days))
    assert all(not part.case.lists["dagen"].complete for part in found) is opened


BOTH = DAYS.map(lambda days: [*days, date(2023, 12, 31), date(2024, 1, 1)])
IN_TWO_ORDERS = BOTH.flatmap(lambda days: st.tuples(st.just(days), st.permutations(days)))


@given(orders=IN_TWO_ORDERS)
def test_the_order_of_the_rows_has_no_meaning(shelf: Path, orders: tuple[list[date], list[date]]) -> None:
    first, second = ([row(day.isoformat()) for day in days] for days in orders)
    assert outcomes(parts(shelf, first)) == outcomes(parts(shelf, second))


AMOUNTS = st.lists(st.integers(0, 400), max_size=3)


@given(old=AMOUNTS, new=AMOUNTS, undated=st.integers(0, 400), day=st.sampled_from(["2023-12-31", "2024-01-01"]))
def test_learning_the_day_of_a_row_never_turns_what_was_known(
    shelf: Path, old: list[int], new: list[int], undated: int, day: str
) -> None:
    rows = [row("2020-01-01", "0.00"), row("2024-01-01", "0.00")]
    rows += [row("2023-01-01", f"{each}.00") for each in old] + [row("2025-01-01", f"{each}.00") for each in new]
    before = verdicts(parts(shelf, [*rows, row(None, f"{undated}.00")]))
    after = verdicts(parts(shelf, [*rows, row(day, f"{undated}.00")]))
    assert {key: verdict for key, verdict in before.items() if verdict != "onbekend"}.items() <= after.items()


def verdicts(found: tuple[CasePart, ...]) -> dict[tuple[str, str], str]:
    checked = {each.valid_from: check(each.ruleset, each.case, today=TODAY, questions=False) for each in found}
    told = {(name, each.id): str(each.verdict) for name, made in checked.items() for each in made.criteria}
    return told | {(name, "uitkomst"): made.outcome.id for name, made in checked.items()}


def _of_its_own(rows: list[dict[str, object]], known: set[str] | None, *, opened: bool) -> dict[str, object]:
    """The case with the facts of its only version, or those of both."""
    written = case({"records": rows, "complete": False} if opened else rows)
    if known is None:
        return written
    field = "bewezen" if "was_gemeld" in known else "zeker"
    rows = [{key: each[key] for key in ("dag", "bedrag", field)} for each in rows]
    return {**written, "facts": {**dict.fromkeys(known, "ja"), "dagen": {"records": rows, "complete": not opened}}}
