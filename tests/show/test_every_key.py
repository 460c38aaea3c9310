"""Every key of every block comes on the page: shown with the example of the language, which has them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.bench.show.page import html
from maatwerk.criteria.situation import PROCESS_FACTS
from maatwerk.expressions.names import names_in
from maatwerk.loading.analysis import analysed
from maatwerk.ruleset.expression_forms import OTHERWISE
from maatwerk.ruleset.forms import RAW
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import Text
from maatwerk.ruleset.placeholders import pieces
from tests.ruleset.test_language_page import example
from tests.show.reading import Element, every_ruleset, read, rules_of, shown

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.model import Ruleset


def missing(page: Element, kind: Kind, item: Any) -> list[str]:  # noqa: ANN401 - an item of this kind
    """The texts and names of a block that its place on the page (or, for doubts, their table) does not tell."""
    place = page.with_id(item.name)
    told = place if place.tag == "tr" else page.section(item.name)
    words = told.text + page.section("section-doubts").text + page.section("section-facts").text
    links = {link.attributes["href"].removeprefix("#") for link in told.all("a")}
    texts: list[str] = []
    for key in kind.keys:
        value = getattr(item, key.field)
        texts += [value] if key.form is RAW and value else []
        texts += [each.text for each in pieces(value.nl) if not each.is_name] if isinstance(value, Text) else []
    rules = [expression for _, expression in kind.expressions(item) if expression.text != OTHERWISE]
    named = {name for expression in rules for name in names_in(expression.root)} - PROCESS_FACTS.keys()
    if place.tag != "tr":  # a judgement about records stands in the table of its list
        named |= {name for name in kind.references(item) if "." not in name}
    return [text for text in texts if " ".join(text.split()) not in words] + sorted(named - links)


def gaps(rules: Ruleset, page: Element) -> dict[str, list[str]]:
    found = {name: missing(page, kind, item) for kind in KINDS.values() for name, item in kind.items(rules).items()}
    return {name: left for name, left in found.items() if left}


@every_ruleset
def test_every_text_and_name_of_every_block_of_a_shipped_ruleset_is_told(path: Path) -> None:
    assert {} == gaps(rules_of(path), shown(path))


def test_every_text_and_name_of_the_example_with_every_key_is_told() -> None:
    rules = analysed(example())

    assert {} == gaps(rules, read(html(rules, None, "nl")))
