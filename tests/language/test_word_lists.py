"""The word lists are in order: each form once, and no advice that needs advice itself."""

from __future__ import annotations

from collections import Counter

import pytest

from maatwerk.basics.text import LANGUAGES
from maatwerk.language import check
from maatwerk.language.word_list import FOLDER, MOST_WORDS, abbreviation_list, rows
from maatwerk.language.word_sets import word_set


def lines(lang: str) -> list[list[str]]:
    text = (FOLDER / f"{lang}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_stands_there_once(lang: str) -> None:
    counted = Counter(each.form.lower() for each in rows(lang))

    assert {} == {form: times for form, times in counted.items() if times > 1}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rows_are_in_order_and_whole(lang: str) -> None:
    heads = [head for head, *_ in lines(lang)]

    assert sorted(heads) == heads
    assert [] == [row for row in lines(lang) if len(row) not in {3, 4} or not all(cell.strip() for cell in row)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_plain_word_is_itself_a_word_of_the_office(lang: str) -> None:
    advised = {each.plain for each in rows(lang)} | set(abbreviation_list(lang).values())
    found = {plain: [each.text for each in check(plain, lang).errors] for plain in advised}

    assert {} == {plain: words for plain, words in found.items() if words}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_is_longer_than_the_search_looks(lang: str) -> None:
    assert [] == [each.form for each in rows(lang) if len(each.form.split()) > MOST_WORDS]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_that_must_be_replaced_is_found_by_itself(lang: str) -> None:
    forms = [each.form for each in rows(lang) if each.kind == "replace"]
    missed = [form for form in forms if form not in [each.text for each in check(form, lang).issues]]

    assert [] == missed


def test_a_set_of_words_has_no_capitals() -> None:
    assert {"ok", "tv"} <= word_set("nl", "known_abbreviation")
    assert [] == [word for word in word_set("nl", "no_participle") if word != word.lower()]
