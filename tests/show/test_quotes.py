"""The law as a ruleset quotes it, on its page: parts, articles and sources apart."""

from __future__ import annotations

import pytest

from maatwerk.bench.show.about import quotes
from maatwerk.bench.show.reader import Reader
from maatwerk.pages.model import Quote
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_text
from tests.findings.small import whole


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("> Een lid\n> loopt door.\n> — Wet, artikel 1", [(("Een lid loopt door.",), "— Wet, artikel 1")]),
        (
            "> Artikel 1\n> De aanhef:\n> a. het een\n> en meer;\n> b. het ander.\n> — Wet",
            [(("Artikel 1", "De aanhef:", "a. het een en meer;", "b. het ander."), "— Wet")],
        ),
        ("> Een.\n>\n> Twee.", [(("Een.", "Twee."), "")]),
        (
            "> Een.\n> — Wet, artikel 1\n>\n> Twee.\n> — Wet, artikel 2",
            [(("Een.",), "— Wet, artikel 1"), (("Twee.",), "— Wet, artikel 2")],
        ),
    ],
)
def test_quoted_law_keeps_its_parts_apart(quoted: str, told: list[tuple[tuple[str, ...], str]]) -> None:
    text = whole("### Voorwaarde: a\n- eis: ja\n\n### Uitkomst: b\n- als: a\n- soort: toekenning\n")
    rules = read_text(text + f"\n## Wet\n\n{quoted}\n", "klein/2026-01-01.md", shipped()).ruleset
    assert rules is not None
    found = quotes(Reader(rules, "nl"))
    assert found is not None

    assert [(each.lines, each.source) for each in found.blocks if isinstance(each, Quote)] == told
