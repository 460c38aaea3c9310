"""What a ruleset says to residents follows our writing rules: `rules check` tells where it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maatwerk.api import examine_ruleset, load_ruleset
from maatwerk.basics.problems import Problem
from maatwerk.bench.language import language_problems
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_ruleset
from tests.ruleset.problem_pages import LIBRARY, put

SHIPPED = sorted(shipped().glob("*/*.md"))
FILE = str(LIBRARY / "klein" / "2026-01-01.md")


def with_refusal(*lines: str) -> str:
    refusal = ["### Uitkomst: geen_steun", "", "- als: niet inkomen_laag", "- soort: afwijzing", *lines]
    return put("block", refusal)


def about_language(text: str) -> list[Problem]:
    found = examine_ruleset(FILE, library=LIBRARY, text=text).problems
    return [each for each in found if each.code in {"M350", "M351"}]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_no_shipped_ruleset_says_anything_unclear(path: Path) -> None:
    found = language_problems(read_ruleset(path).spoken)

    assert [] == [each.text() for each in found if not each.warning]


def test_the_place_is_that_of_the_words_and_the_text_has_the_code_the_offsets_and_what_to_write() -> None:
    text = with_refusal("- tekst: U krijgt derhalve geen steun.")
    (found,) = about_language(text)
    line = text.splitlines()[found.place.line - 1]

    assert not found.warning
    assert "derhalve" == line[found.place.column - 1 :][: found.place.length]
    assert (
        "‘derhalve’ in `tekst` van `geen_steun` is voor inwoners niet duidelijk (ambtelijk, teken 9 tot 17). "
        "Schrijf liever: daarom, dus."
    ) == found.text()


def test_a_text_over_two_lines_is_pointed_at_where_the_words_stand() -> None:
    text = with_refusal("- tekst: U krijgt geen steun.", "  Derhalve belt u ons.")
    (found,) = about_language(text)

    assert text.splitlines()[found.place.line - 1].index("Derhalve") + 1 == found.place.column


def test_what_could_be_clearer_is_one_remark_for_a_text() -> None:
    text = with_refusal("- tekst: De steun wordt niet betaald. Uw brief wordt niet gelezen.")
    (found,) = about_language(text)

    assert found.warning
    assert 2 == found.text().count("Schrijf wie het doet")


def test_english_texts_are_read_as_english() -> None:
    text = with_refusal("- tekst: U krijgt geen steun.", "- tekst_en: You get no support prior to May.")
    (found,) = about_language(text)

    assert "‘prior to’ in `tekst_en`" in found.text()


def test_the_place_of_a_value_is_read_as_a_figure() -> None:
    texts = ["- tekst: U verdient {inkomen}. Dat is te veel.", "- zeg: Het gaat om {aanvraagdatum} en {inkomen}."]

    assert [] == about_language(with_refusal(*texts))


def test_texts_for_colleagues_are_not_checked() -> None:
    question = "| nodig | ja_nee | Is het verschuldigde bedrag derhalve voldaan? | dossier | behandelaar | gewoon |"

    assert [] == about_language(put("facts", [question]))


def test_language_stops_no_decision(tmp_path: Path) -> None:
    library = tmp_path / "rulesets"
    shutil.copytree(LIBRARY, library)
    path = library / "voorbeeld.md"
    path.write_text(with_refusal("- tekst: U krijgt derhalve geen steun."), encoding="utf-8")

    assert "U krijgt derhalve geen steun." == load_ruleset(path, library=library).outcomes["geen_steun"].text.nl


def test_a_problem_is_told_in_the_language_that_is_asked_for() -> None:
    (unclear,) = about_language(with_refusal("- tekst: U krijgt derhalve geen steun."))
    (clearer,) = about_language(with_refusal("- tekst: De steun wordt niet betaald."))

    assert unclear.text("en").endswith("Better write: daarom, dus.")
    assert "Schrijf wie het doet: ‘wij …’ of ‘u …’." in clearer.text("nl")
    assert "Say who does it: “we …” or “you …”." in clearer.text("en")
