"""Sentences of many kinds of text, each with every issue that must be seen, and no other."""

from __future__ import annotations

import pytest

from maatwerk.language import check
from maatwerk.language.model import CODES
from tests.language.texts import Golden, golden

SENTENCES = tuple(golden())


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: f"{each.source}: {each.text[:40]}")
def test_a_sentence_has_exactly_its_issues(sentence: Golden) -> None:
    seen = tuple(f"{each.code}: {each.text}" for each in check(sentence.text, sentence.lang).issues)

    assert sentence.issues == seen


def test_there_are_120_sentences_from_at_least_40_texts() -> None:
    assert len(SENTENCES) >= 120
    assert len({(each.lang, each.source) for each in SENTENCES}) >= 40


def test_every_code_but_those_of_whole_texts_is_among_them() -> None:
    seen = {issue.partition(":")[0] for each in SENTENCES for issue in each.issues}

    assert {"alinea-lang", "geen-vervolg", "wetsartikel"} == set(CODES) - seen
