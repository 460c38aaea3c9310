"""What holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.language import check
from tests.language.texts import Golden, golden, whole

LANGUAGES = st.sampled_from(["nl", "en"])
PIECES = st.sampled_from(
    [
        "indien", "u", "worden", "is", "niet", "geen", "i.v.m.", "de", "door", "ingediende", "dwangsom", "WOZ", "(",
        ")", "{naam}", ".", "\n\n", "\n- ", "# ", "dient te", "by means of", "not", "tenzij", "het nemen van",
        "Artikel 4:84", "’", "€ 1.200,50", "8100 AA", "\u202e", "İ", "ß", "1.", "…",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map(" ".join))
SENTENCES = [each for each in golden() if each.lang == "nl"]


@given(text=TEXTS, lang=LANGUAGES)
def test_places_always_give_the_text(text: str, lang: str) -> None:
    issues = check(text, lang).issues

    assert [text[each.start : each.end] for each in issues] == [each.text for each in issues]
    assert all(each.text.strip() for each in issues)


@given(text=TEXTS, lang=LANGUAGES)
def test_issues_stand_in_the_order_of_the_text_and_none_twice(text: str, lang: str) -> None:
    places = [(each.start, each.end, each.code) for each in check(text, lang).issues]

    assert sorted(set(places)) == places


@given(text=TEXTS, lang=LANGUAGES)
def test_the_same_text_gives_the_same_issues(text: str, lang: str) -> None:
    assert check(text, lang) == check(text, lang)


@given(text=TEXTS, lang=LANGUAGES)
def test_the_score_lies_between_0_and_100(text: str, lang: str) -> None:
    found = check(text, lang)

    assert 0 <= found.score <= 100
    assert (found.score == 100) == (not found.issues) or found.score > 90


@given(text=TEXTS, at=st.integers(0, 300), lang=LANGUAGES)
def test_any_section_may_hold_the_rules(text: str, at: int, lang: str) -> None:
    inside = check(text, lang, rules=(at, len(text))).issues

    assert [] == [each for each in inside if each.code == "wetsartikel" and each.start >= at]


@given(chosen=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), place=st.integers(0, 5))
def test_a_plain_sentence_takes_no_issue_away_elsewhere(chosen: list[Golden], place: int) -> None:
    parts = [each.text for each in chosen]
    more = [*parts[:place], "De zon schijnt vandaag.", *parts[place:]]

    def issues(paragraphs: list[str]) -> list[tuple[str, str]]:
        found = check("\n\n".join(paragraphs), "nl").issues
        return [(each.code, each.text) for each in found if each.code != "geen-vervolg"]  # that is about all of it

    assert issues(parts) == issues(more)


@pytest.mark.parametrize("path", whole("held_out", "*.txt"), ids=lambda path: path.stem)
def test_other_line_ends_give_the_same_issues(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    def issues(read: str) -> list[tuple[str, str]]:
        return [(each.code, " ".join(each.text.split())) for each in check(read, "nl").issues]

    assert issues(text) == issues(text.replace("\n", "\r\n"))
