"""The letters' own words follow our writing rules, whatever a ruleset or a caseworker adds."""

from __future__ import annotations

import re

import pytest

from maatwerk.basics.text import LANGUAGES, part
from maatwerk.language import check
from maatwerk.letter.formats.text import render
from maatwerk.letter.language import checked, rules_section
from tests.letter.golden import LETTERS

FOR_COLLEAGUES = ("gap.", "control.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_the_catalogue_of_letters_has_an_error(lang: str) -> None:
    texts = {key: text for key, text in part("letter", lang).items() if not key.startswith(FOR_COLLEAGUES)}
    found = {key: check(re.sub(r"\{\w+\}", "0", text), lang).errors for key, text in texts.items()}

    assert {} == {key: errors for key, errors in found.items() if errors}


@pytest.mark.parametrize("name", LETTERS)
def test_the_section_with_the_rules_is_found_in_a_whole_letter(name: str) -> None:
    text = render(LETTERS[name]())
    section = rules_section(text, "nl")

    assert section is not None
    assert text[section[0] :].startswith("Welke regels hebben wij gebruikt?")
    assert () == checked(text, "nl").errors


@pytest.mark.parametrize("form", ["txt", "md"])
def test_text_and_markdown_have_the_same_issues(form: str) -> None:
    letter = LETTERS["laptop_uitzondering"]()
    plain, other = (checked(render(letter, each), "nl") for each in ("txt", form))  # type: ignore[arg-type]

    assert [each.code for each in plain.issues] == [each.code for each in other.issues]


def test_a_text_without_such_a_section_has_none() -> None:
    assert None is rules_section("Welke regels hebben wij gebruikt? Die van de wet.", "nl")
