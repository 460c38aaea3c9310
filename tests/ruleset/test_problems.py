"""docs/naslag/meldingen.md holds for every code: the example causes it, at the marked place, and nothing else."""

from __future__ import annotations

import pytest

from maatwerk.ruleset.formatting import formatted
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_text
from scripts.reference.problems import at_the_mark
from tests.ruleset import problem_pages as page
from tests.ruleset.problem_pages import Example

EXAMPLES = page.examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_example_causes_the_problem_at_the_marked_place_and_no_other(example: Example) -> None:
    found = page.problems_of(example)

    assert at_the_mark(example, found) is not None
    assert {each.code for each in found if not each.warning} - {example.code} == example.also


def test_each_code_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} == page.codes()


def test_every_code_is_on_the_page() -> None:
    assert page.sections().keys() == page.codes()


def test_the_small_ruleset_itself_has_no_problem() -> None:
    reading = read_text(page.base(), "voorbeeld.md", page.LIBRARY)

    assert reading.problems == ()


def test_all_problems_are_reported_at_once_in_order_of_place() -> None:
    text = (
        page.base().replace("inkomen <= (", "inkomn <= (").replace("trede: D", "trede: Z").replace("€ 100\n", "€ 1.5\n")
    )

    problems = read_text(text, "voorbeeld.md", page.LIBRARY).problems

    assert [each.code for each in problems] == ["M204", "M102", "M223"]


def test_a_block_that_cannot_be_read_is_not_reported_as_missing_elsewhere() -> None:
    text = page.base().replace("rang: beleidsregel", "rang: onzin")

    assert [each.code for each in read_text(text, "voorbeeld.md", page.LIBRARY).problems] == ["M223"]


def test_all_problems_of_one_block_come_at_once() -> None:
    text = page.base().replace("rang: beleidsregel", "rang: onzin").replace("eis: inkomen", "eis: (zz > 3 of inkomen")
    text = text.replace("anders grens)", "anders grens))").replace("dient: steun", "dient: qq")

    assert [each.code for each in read_text(text, "voorbeeld.md", page.LIBRARY).problems] == ["M223", "M204", "M212"]


def test_a_missing_building_block_is_reported_once_and_not_for_each_of_its_names() -> None:
    text = page.base().replace("gebruikt: gronden", "gebruikt: weg").replace("dient: steun", "dient: algemeen")

    assert [each.code for each in read_text(text, "voorbeeld.md", page.LIBRARY).problems] == ["M040"]


def test_building_blocks_that_use_each_other_in_a_circle_are_a_problem() -> None:
    text = page.base().replace("gebruikt: gronden", "gebruikt: kring")

    problems = read_text(text, "voorbeeld.md", page.LIBRARY).problems

    assert [(each.code, each.place.line, each.place.column) for each in problems] == [("M042", 6, 11)]


@pytest.mark.parametrize(
    ("day", "told"), [("1899-12-31", ["M051"]), ("1900-01-01", []), ("2199-12-31", []), ("2200-01-01", ["M051"])]
)
def test_a_version_begins_in_a_year_for_which_there_can_be_rules(day: str, told: list[str]) -> None:
    text = page.base().replace("geldig_vanaf: 2026-01-01", f"geldig_vanaf: {day}").replace("gebruikt: gronden", "")

    found = read_text(text, "voorbeeld.md", page.LIBRARY).problems

    assert [each.code for each in found if each.code == "M051"] == told


def test_a_value_over_more_lines_keeps_the_place_of_each_line() -> None:
    text = page.base().replace("- mag_als: inkomen <= € 1.100", "- mag_als: inkomen <= € 1.100\n  en inkomn > € 5")

    problems = read_text(text, "voorbeeld.md", page.LIBRARY).problems

    line = text.split("\n").index("  en inkomn > € 5") + 1
    assert [(each.code, each.place.line, each.place.column, each.place.length) for each in problems] == [
        ("M204", line, 6, 6)
    ]


def test_a_key_of_the_front_matter_goes_on_where_the_next_line_is_indented() -> None:
    def read(title: str) -> tuple[Ruleset | None, list[tuple[str, int, int]]]:
        text = page.base().replace("titel: Een voorbeeld", title)
        reading = read_text(text, "voorbeeld.md", page.LIBRARY)
        return reading.ruleset, [(each.code, each.place.line, each.place.column) for each in reading.problems]

    rules, problems = read("titel: Een heel\n  lang voorbeeld")
    assert rules is not None
    assert (rules.header.title, problems) == ("Een heel lang voorbeeld", [])
    assert read("titel:\n  Een voorbeeld")[1] == []
    assert read("titel: Een voorbeeld\nvan twee regels")[1] == [("M008", 5, 1)]
    assert read("titel: Een voorbeeld\ngeldig_tot:\n   morgen")[1] == [("M220", 6, 4)]


def test_the_lines_on_which_a_key_goes_on_move_along_with_it() -> None:
    begin, end = "---\ntaal: maatwerk-1\n\n", "---\n# Tekst\n"
    title = "titel: Een heel\n  lang voorbeeld\n"
    head = f"{begin}rechtsmiddel: bezwaar\n{title}regelset: voorbeeld\n{end}"
    ordered = f"{begin}regelset: voorbeeld\n{title}rechtsmiddel: bezwaar\n{end}"

    assert ordered == formatted(head)
    assert ordered == formatted(ordered)


def test_signs_of_markdown_mean_nothing_in_a_value() -> None:
    odd = "Kom naar *balie* #3: _let op_ {{ `a` | 'b' & <b>"
    text = page.base().replace("Uw inkomen is te hoog.", odd)

    ruleset = read_text(text, "voorbeeld.md", page.LIBRARY).ruleset

    assert ruleset is not None
    sentence = ruleset.criteria["inkomen_laag"].not_met
    assert sentence is not None
    assert sentence.nl == odd


def test_a_line_of_a_letter_must_be_there_in_both_languages() -> None:
    text = page.base() + "\n### Brief: eigen_regel\n\n- bij: geen_steun\n- deel: waarom\n- nl: Vraag het ons.\n"

    def found(text: str) -> list[tuple[str, dict[str, str]]]:
        return [(each.code, dict(each.values)) for each in read_text(text, "proef.md", page.LIBRARY).problems]

    assert found(text) == [("M012", {"name": "en"})]
    assert [code for code, _ in found(text + "- en: Ask us.\n")] == ["M233"]


ENGLISH = "- tekst: U krijgt steun.\n- tekst_en: You will get support."


def remarks_about_english(*pieces: tuple[str, str]) -> list[dict[str, str]]:
    text = page.base()
    for old, new in pieces:
        assert old in text
        text = text.replace(old, new)
    problems = read_text(text, "proef.md", page.LIBRARY).problems
    return [dict(each.values) for each in problems if each.code == "M233"]


def test_english_that_is_begun_and_not_finished_is_told_once_with_how_much_is_missing() -> None:
    found = remarks_about_english(("- tekst: U krijgt steun.", ENGLISH))

    assert found == [{"number": "7", "counts": "bedoeling: 1, voorwaarde: 1, uitkomst: 1, vraag: 3, opties: 1"}]


def test_a_text_in_dutch_only_means_no_letters_in_english() -> None:
    assert remarks_about_english() == []


def test_at_the_counter_there_is_no_letter_to_translate() -> None:
    light = ("- soort: afwijzing", "- soort: afwijzing\n- spoor: licht")
    grant = ("- soort: toekenning", "- soort: toekenning\n- spoor: licht")

    assert remarks_about_english(("- tekst: U krijgt steun.", ENGLISH), light, grant) == []
    assert len(remarks_about_english(("- tekst: U krijgt steun.", ENGLISH), light)) == 1
