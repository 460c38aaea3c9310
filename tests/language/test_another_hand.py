"""Sentences whose issues were marked by somebody who had seen neither the rules nor what they say.

Where the check says less or more than that person, the sentence and the difference stand here.
"""

from __future__ import annotations

import pytest

from tests.language.comparing import compared
from tests.language.texts import Golden, golden

SENTENCES = tuple(golden("another_hand"))
MISSED = {
    "Neem alle brieven van bedrijven die nog geld van u krijgen": "tang",  # of an imperative; it is told as too long
    "De gemeente heeft na gesprekken met de bewoners": "tang",  # `en` is taken for the start of a clause
    "Putrescible waste goes in the green bin.": "woord-zeldzaam",  # the first word could be a name
    "We are working on a multidisciplinary plan": "woord-lang",  # as common as one in a million words
}
MORE = {
    "Bij het niet tijdig aanleveren van bewijsstukken": "ambtelijk: bewijsstukken",
    "Een ieder kan een zienswijze indienen.": "ambtelijk: indienen",
}


def name(sentence: Golden) -> str:
    return f"{sentence.source}: {sentence.text[:40]}"


def expected(sentence: Golden, differences: dict[str, str]) -> list[str]:
    return [each for begin, each in differences.items() if sentence.text.startswith(begin)]


@pytest.mark.parametrize("sentence", SENTENCES, ids=name)
def test_nothing_that_a_person_marked_goes_unseen_but_what_is_named_here(sentence: Golden) -> None:
    assert expected(sentence, MISSED) == [each.partition(":")[0] for each in compared(sentence).missed]


@pytest.mark.parametrize("sentence", SENTENCES, ids=name)
def test_nothing_is_marked_that_a_person_left_but_what_is_named_here(sentence: Golden) -> None:
    assert expected(sentence, MORE) == list(compared(sentence).more)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_eight_of_ten_have_the_code_that_the_person_gave(lang: str) -> None:
    every = [compared(each) for each in SENTENCES if each.lang == lang]
    marked = sum(len(each.found) + len(each.otherwise) + len(each.missed) for each in every)

    assert sum(len(each.found) for each in every) >= 0.8 * marked
    assert sum(len(each.missed) for each in every) <= 0.05 * marked


def test_there_are_120_sentences_from_at_least_40_texts() -> None:
    assert len(SENTENCES) >= 120
    assert len({(each.lang, each.source) for each in SENTENCES}) >= 40
