"""docs/ruleset-language.md: its example has every kind and every key, and reads and prints without loss."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import Margin, Ruleset
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.ruleset.problem_pages import LIBRARY

PAGE = Path(__file__).parents[2] / "docs" / "ruleset-language.md"


def example_text() -> str:
    """The example of the page."""
    found = re.search(r"^```example\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def example() -> Ruleset:
    """The ruleset of the page."""
    reading = read_text(example_text(), "alles.md", LIBRARY)
    assert reading.ruleset is not None, [f"{found.place} {found.text()}" for found in reading.problems]
    return reading.ruleset


def test_the_example_has_only_the_remarks_it_means_to_have() -> None:
    remarks = read_text(example_text(), "alles.md", LIBRARY).problems

    assert sorted(found.code for found in remarks) == ["M233", "M306", "M313"]


def test_the_example_has_every_kind_of_block() -> None:
    ruleset = example()

    assert [kind.name for kind in KINDS.values() if not kind.items(ruleset)] == []


def test_the_example_is_printed_and_read_back_without_loss() -> None:
    ruleset = example()

    again = read_text(print_ruleset(ruleset), "alles.md", LIBRARY).ruleset

    assert again is not None
    assert again.identity.rules_hash == ruleset.identity.rules_hash
    assert again.identity.examples_hash == ruleset.identity.examples_hash
    assert print_ruleset(again) == print_ruleset(ruleset)


def test_settings_are_the_default_margins_of_criteria() -> None:
    ruleset = example()

    assert ruleset.settings.all_or_nothing_floor == Fraction(25)
    assert ruleset.criteria["op_papier"].small_margin == Margin(Fraction(1, 25), 14)
    assert ruleset.criteria["weinig_geld"].small_margin == Margin(Fraction(1, 10), 3)


def test_an_outcome_without_a_sentence_to_say_says_its_text() -> None:
    ruleset = example()

    assert ruleset.outcomes["niets"].say.nl == "U krijgt geen bijdrage."
    assert ruleset.outcomes["bijdrage_krijgen"].say.nl == "U krijgt een bijdrage."


def test_an_outcome_takes_the_remedy_of_the_front_matter_unless_it_says_otherwise() -> None:
    ruleset = example()

    assert ruleset.outcomes["niets"].remedy == "beroep"
    assert ruleset.outcomes["bijdrage_krijgen"].remedy == "bezwaar"
