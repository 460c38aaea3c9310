"""Lists, judgements, tables of norms and other effects: what a ruleset that has them means."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from maatwerk.expressions.types import Type
from maatwerk.expressions.values import EMPTY
from maatwerk.ruleset.model import ExampleRecords, Margin, Ruleset
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.ruleset import problem_pages as page
from tests.ruleset.test_language_page import example, example_text

CRITERION = """
### Voorwaarde: reis_lang

- per: reizen
- bron: artikel 5
- rang: verordening
- eis: afstand > 10
- niet_voldaan: Deze reis was kort.
"""


def everything(old: str = "", new: str = "", more: str = "") -> list[str]:
    """The codes of the problems of the document with everything, after a change."""
    assert old in example_text()
    found = read_text(example_text().replace(old, new, 1) + more, "alles.md", page.LIBRARY).problems
    return sorted({each.code for each in found if not each.warning})


def changed(old: str, new: str, more: str = "") -> Ruleset:
    """The document with everything, after a change that is no problem."""
    assert old in example_text()
    reading = read_text(example_text().replace(old, new, 1) + more, "alles.md", page.LIBRARY)
    assert reading.ruleset is not None, [each.text() for each in reading.problems]
    return reading.ruleset


def rules_hash(old: str, new: str, more: str = "") -> str:
    """The hash of its rules."""
    return changed(old, new, more).identity.rules_hash


def test_fields_are_named_by_their_last_part_and_stand_in_their_list() -> None:
    reizen = example().lists["reizen"]

    assert list(reizen.fields) == ["dag", "afstand", "middel", "nodig"]
    assert reizen.fields["afstand"].type == Type("getal", "kilometer")
    assert "dag" not in example().facts


def test_a_judgement_is_a_fact_with_roles_after_all_other_facts() -> None:
    ruleset = example()

    assert list(ruleset.facts)[-1] == "houding"
    assert ruleset.facts["houding"].judgement
    assert ruleset.facts["houding"].type == Type("keuze", options=("goed", "slecht"))
    assert ruleset.lists["reizen"].fields["nodig"].who == ("klantmanager", "jurist")
    assert not ruleset.facts["saldo"].judgement


def test_a_field_may_not_hide_a_fact() -> None:
    assert everything("| reizen.dag    |", "| reizen.saldo    |") != []
    assert "M023" in everything("| reizen.dag    |", "| reizen.saldo    |")


def test_a_keyword_as_a_field_gets_a_free_name_as_a_hint() -> None:
    text = page.base().replace("| inkomen       |", "| inkomen.per   |")

    found = [each for each in read_text(text, "a.md", page.LIBRARY).problems if each.code == "M022"]

    assert [each.hint for each in found] == ["per_waarde"]


def test_in_a_series_of_records_no_margin_holds_unless_it_is_given() -> None:
    ruleset = changed("- kleine_marge: 4%\n", "- kleine_marge: 4%\n", CRITERION)
    given = changed("- kleine_marge: 4%\n", "- kleine_marge: 4%\n", CRITERION + "- kleine_marge: 31 dagen\n")

    assert ruleset.criteria["reis_lang"].small_margin == Margin(Fraction(0), 0)
    assert given.criteria["reis_lang"].small_margin == Margin(Fraction(0), 31)
    assert ruleset.criteria["op_papier"].small_margin == Margin(Fraction(1, 25), 14)


def test_the_outcome_does_not_name_what_there_is_for_each_record() -> None:
    assert everything("- als: weinig_geld en op_papier", "- als: weinig_geld en reis_telt") == ["M273"]


def test_criteria_may_wait_for_each_other() -> None:
    ruleset = changed("- klein_als: formulier", "- wacht_op: weinig_geld, reis_telt\n- klein_als: formulier")

    assert ruleset.criteria["op_papier"].waits_for == ("weinig_geld", "reis_telt")
    assert ruleset.criteria["reis_telt"].waits_for == ("op_papier",)


def test_a_criterion_may_wait_for_one_of_another_ruleset_that_is_there(tmp_path: Path) -> None:
    other = tmp_path / "parkeren" / "2026-01-01.md"
    other.parent.mkdir()
    other.write_text("# Parkeren\n\n### Voorwaarde: woont_hier\n", encoding="utf-8")
    text = example_text().replace("- wacht_op: op_papier", "- wacht_op: parkeren.woont_hier, parkeren.woont_heir")

    remarks = read_text(text, "alles.md", tmp_path).problems

    assert [(each.code, each.hint) for each in remarks if each.code == "M319"] == [("M319", "woont_hier")]


def test_a_list_may_hold_the_reference_dates() -> None:
    ruleset = changed("peildatum: aanvraagdatum", "peildatum: reizen.dag")

    assert ruleset.header.reference_date == "reizen.dag"
    assert everything("peildatum: aanvraagdatum", "peildatum: reizen.afstand") == ["M310"]


@pytest.mark.parametrize(
    ("day", "codes"), [("2025-07-01", []), ("2026-01-02", ["M264"]), ("2029-12-31", ["M264"]), ("2030-01-01", [])]
)
def test_where_each_record_has_its_own_reference_date_a_norm_that_changes_in_this_version_is_read_on_a_day(
    day: str, codes: list[str]
) -> None:
    text = (
        example_text()
        .replace("peildatum: aanvraagdatum", "peildatum: reizen.dag")
        .replace("| 2026-01-01 | 50% ", f"| 2025-01-01 | 40% | artikel 1 |\n| deel |  | {day} | 50% ")
    )

    found = read_text(text, "alles.md", page.LIBRARY).problems

    assert [each.code for each in found if each.code == "M264"] == codes


def test_examples_of_lists_are_complete_open_or_empty() -> None:
    examples = {each.name: each for each in example().examples}

    assert examples["te veel"].lists["reizen"] == ExampleRecords(())
    assert not examples["ver weg"].lists["reizen"].complete
    assert examples["stil"].lists == {}
    assert [record["middel"] for record in examples["gewoon"].lists["reizen"].records] == ["trein", "auto"]
    assert [row["reis_telt"] for row in examples["gewoon"].lists["reizen"].expected] == ["ja", "nee"]


def test_the_number_of_a_record_only_orders() -> None:
    turned = changed("| gewoon    | 1      |", "| gewoon    | 3      |")

    records = next(each for each in turned.examples if each.name == "gewoon").lists["reizen"].records
    assert [record["middel"] for record in records] == ["auto", "trein"]


def test_empty_is_a_value_and_not_unknown() -> None:
    facts = next(each for each in example().examples if each.name == "gewoon").facts

    assert facts["verhuisd_op"] is EMPTY
    assert everything("| datum of leeg             |", "| datum                     |") == ["M220", "M271"]


@pytest.mark.parametrize("wrong", ["ja_nee of leeg", "tekst of leeg", "percentage of leeg", "lijst of leeg", "tarief"])
def test_only_some_types_can_be_empty(wrong: str) -> None:
    assert "M215" in everything("| datum of leeg             |", f"| {wrong} |")


def test_a_table_of_norms_keeps_its_keys_in_order() -> None:
    norm = example().norms["per_reis"]

    assert norm.type == Type("tarief", "kilometer")
    assert [(row.keys, row.value) for row in norm.rows] == [
        (("auto", Fraction(0)), Fraction("0.10")),
        (("trein", Fraction(0)), Fraction("0.1925")),
        (("trein", Fraction(50)), Fraction("0.20")),
    ]


def test_an_exception_about_records_sees_their_fields() -> None:
    assert everything("- mag_als: middel = trein en afstand < 100", "- mag_als: saldo < € 5 en afstand < 5") == []
    assert everything("- mag_als: reizen_samen > € 20 en houding = goed", "- mag_als: afstand < 100") == ["M273"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- wacht_op: op_papier\n", ""),
        ("| trein; 50       |", "| trein; 60       |"),
        ("getal (kilometer)        |", "getal (mijl) |"),
        ("afstand * (per_reis", "afstand * 2 * (per_reis"),
        ("deel = 75%", "deel = 76%"),
        ("- wordt: bijdrage_krijgen", "- wordt: niets"),
        ("- wie: klantmanager\n", "- wie: jurist\n"),
        ("som(reisgeld uit reizen waar reis_telt)", "som(reisgeld uit reizen)"),
    ],
)
def test_the_hash_of_the_rules_follows_what_lists_and_effects_mean(old: str, new: str) -> None:
    unit = ("tarief (kilometer)  |", "tarief (mijl) |") if "mijl" in new else ("", "")
    text = example_text().replace(*unit)
    before = example().identity.rules_hash

    found = read_text(text.replace(old, new, 1), "alles.md", page.LIBRARY)

    assert found.ruleset is not None, [each.text() for each in found.problems]
    assert found.ruleset.identity.rules_hash != before


def test_words_of_lists_and_judgements_do_not_change_the_hash() -> None:
    before = example().identity.rules_hash

    assert rules_hash("Welke reizen maakte u?", "Waar ging u heen?") == before
    assert rules_hash("Kijk waar de reis voor was.", "Vraag waarom.") == before


def test_the_hash_of_the_examples_follows_their_records() -> None:
    before = example().identity.examples_hash

    assert changed("| 60      |", "| 61      |").identity.examples_hash != before
    assert changed("| ver weg   | +      |", "| te veel   | –      |").identity.examples_hash != before


def test_questions_and_titles_have_an_english_twin() -> None:
    text = (
        page.base()
        .replace("titel: Een voorbeeld", "titel: Een voorbeeld\ntitel_en: An example")
        .replace("| privacy    |", "| privacy    | vraag_en |")
    )
    text = "\n".join(
        f"{line} Your {line.split()[1]}? |" if "gewoon     |" in line or "financieel |" in line else line
        for line in text.replace("|------------|\n", "|------------|---|\n", 1).split("\n")
    )
    ruleset = read_text(text, "a.md", page.LIBRARY).ruleset

    assert ruleset is not None
    assert ruleset.header.title_en == "An example"
    assert ruleset.facts["inkomen"].question.in_language("en") == "Your inkomen?"
    again = read_text(print_ruleset(ruleset), "a.md", page.LIBRARY).ruleset
    assert again is not None
    assert again.facts["inkomen"].question == ruleset.facts["inkomen"].question


ROWS = """
| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| hoogste_steun | {type} | 2026-01-01 | € 300 | Verordening (verzonnen) |
"""


def test_a_ruleset_gives_the_norms_that_its_building_block_leaves_to_it() -> None:
    text = page.base().replace("gebruikt: gronden", "gebruikt: gemeentenorm").replace("steun: steun", "")
    text = text.replace("- bedrag: € 100", "- bedrag: halve_steun")

    reading = read_text(text + ROWS.format(type="bedrag"), "a.md", page.LIBRARY)

    assert reading.ruleset is not None, [each.text() for each in reading.problems]
    assert [row.value for row in reading.ruleset.norms["hoogste_steun"].rows] == [Fraction(300)]
    assert reading.ruleset.origin["hoogste_steun"] == "voorbeeld"
    wrong = read_text(text + ROWS.format(type="bedrag per maand"), "a.md", page.LIBRARY).problems
    assert "M035" in [each.code for each in wrong]


def test_a_building_block_that_leaves_a_norm_open_is_printed_with_it() -> None:
    path = page.LIBRARY / "bouwstenen" / "gemeentenorm" / "2026-01-01.md"
    ruleset = read_text(path.read_text(encoding="utf-8"), "a.md", page.LIBRARY).ruleset

    assert ruleset is not None
    assert ruleset.norms["hoogste_steun"].rows == ()
    again = read_text(print_ruleset(ruleset), "a.md", page.LIBRARY).ruleset
    assert again is not None
    assert again.identity.rules_hash == ruleset.identity.rules_hash


def test_every_record_is_looked_at_for_a_reference_date_outside_the_version() -> None:
    text = example_text().replace("peildatum: aanvraagdatum", "peildatum: reizen.dag")
    remarks = read_text(
        text.replace("| gewoon    | 2      | 2026", "| gewoon    | 2      | 2031"), "a.md", page.LIBRARY
    )

    assert "M331" in [each.code for each in remarks.problems]
    assert "M331" not in [each.code for each in read_text(text, "a.md", page.LIBRARY).problems]
