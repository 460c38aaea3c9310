"""Every doubt (`nagaan`) is asked, in whatever block it stands."""

from __future__ import annotations

from maatwerk.ruleset.kinds import CHECK, KINDS
from maatwerk.ruleset.marked import marked
from maatwerk.ruleset.reading import read_text
from tests.ruleset.problem_pages import LIBRARY
from tests.ruleset.test_language_page import example_text


def test_a_doubt_in_any_kind_of_block_is_among_those_to_answer() -> None:
    lines = [
        f"{line}\n\n- {CHECK.name}: Klopt dit?" if line.startswith("### ") else line
        for line in example_text().replace("- nagaan: Staat dit in artikel 9?\n", "").split("\n")
    ]
    ruleset = read_text("\n".join(lines), "alles.md", LIBRARY).ruleset
    assert ruleset is not None
    own = {
        name
        for kind in KINDS.values()
        for name in kind.items(ruleset)
        if ruleset.origin.get(name, ruleset.id) == ruleset.id
    }

    assert {*own, "instellingen"} == marked(ruleset).keys()
