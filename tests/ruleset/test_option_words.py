"""The options of a choice have English words, for letters and screens in English."""

from __future__ import annotations

import pytest

from maatwerk.expressions.types import Type
from maatwerk.expressions.values import Choice
from maatwerk.expressions.values_in_words import show
from maatwerk.ruleset.model import Fact, Ruleset
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.ruleset import problem_pages as page

TABLE = """
| gegeven | soort                             | vraag                | herkomst | wie     | privacy | opties_en        |
|---------|-----------------------------------|----------------------|----------|---------|---------|------------------|
| vervoer | keuze: fiets, eigen_auto          | Hoe gaat u naar werk? | inwoner  | inwoner | gewoon  | WORDS |
| telt    | ja_nee                            | Telt het?            | inwoner  | inwoner | gewoon  |                  |

### Oordeel: houding

- vraag: Hoe werkte de inwoner mee?
- soort: keuze: goed, slecht
- opties_en: well, badly
- wie: jurist
- kader: Let op wat is gezegd.

### Berekening: gaat_met

- soort: keuze: eigen_auto, fiets
- opties_en: own car, bicycle
- is: vervoer

### Signaal: let_op

- als: gaat_met = fiets en telt en houding = goed
- aard: onbedoeld
- tekst: Hij fietst.
- doe: Vraag het.
"""


def read(words: str) -> tuple[Ruleset | None, list[str]]:
    text = page.base() + TABLE.replace("WORDS", words)
    reading = read_text(text, "proef.md", page.LIBRARY)
    return reading.ruleset, [each.code for each in reading.problems if not each.warning]


def rules(words: str = "bicycle, own car") -> Ruleset:
    ruleset, problems = read(words)
    assert problems == []
    assert ruleset is not None
    return ruleset


def told(kind: Type, option: str, lang: str) -> str:
    return show(Choice(frozenset({option})), kind, lang)


def test_an_option_is_told_in_english_by_its_own_word() -> None:
    kind = rules().facts["vervoer"].type

    assert (told(kind, "eigen_auto", "en"), told(kind, "eigen_auto", "nl")) == ("own car", "eigen auto")


def test_without_english_words_an_option_is_told_by_its_dutch_name() -> None:
    assert told(rules("").facts["vervoer"].type, "eigen_auto", "en") == "eigen auto"


def test_a_judgement_and_a_calculation_have_them_as_a_key() -> None:
    found = rules()

    assert told(found.facts["houding"].type, "slecht", "en") == "badly"
    assert told(found.calculations["gaat_met"].type, "fiets", "en") == "bicycle"


@pytest.mark.parametrize("words", ["bicycle", "bicycle, own car, train", "bicycle,", ",", "bicycle, , own car"])
def test_there_is_one_word_for_each_option(words: str) -> None:
    assert read(words)[1] == ["M234"]


def test_a_fact_that_is_no_choice_has_no_options_to_translate() -> None:
    text = page.base() + TABLE.replace("WORDS", "a, b").replace("gewoon  |                  |", "gewoon  | yes, no |")
    found = read_text(text, "proef.md", page.LIBRARY).problems

    assert "M234" in [each.code for each in found]


def test_the_words_change_nothing_in_what_the_rules_mean() -> None:
    one, other = rules(), rules("bike, my car")

    assert one.facts["vervoer"].type == other.facts["vervoer"].type
    assert one.identity.rules_hash == other.identity.rules_hash
    assert one.identity.text_hash != other.identity.text_hash


def test_a_ruleset_that_is_printed_and_read_again_has_the_same_words() -> None:
    again = read_text(print_ruleset(rules()), "proef.md", page.LIBRARY).ruleset

    assert again is not None
    assert isinstance(again.facts["vervoer"], Fact)
    assert again.facts["vervoer"].type.english == (("fiets", "bicycle"), ("eigen_auto", "own car"))
    assert again.facts["houding"].type.english == (("goed", "well"), ("slecht", "badly"))
    assert again.calculations["gaat_met"].type.english == (("eigen_auto", "own car"), ("fiets", "bicycle"))
