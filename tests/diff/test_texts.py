"""What changed in the text: in rules, texts, letters and examples, each apart, by name, old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk.ruleset.library import shipped
from tests.diff.versions import WIDER, compared, laptop

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.bench.diff.model import Change, TextDiff, Value
    from tests.diff.versions import Replacements


def diff(folder: Path, *changes: tuple[str, str], old: Replacements = ()) -> TextDiff:
    return compared(*laptop(folder, changes, old=old)).text


def only(found: TextDiff) -> Change:
    (change,) = found.changes
    return change


def written(change: Change) -> list[tuple[str, str | None, str | None]]:
    return [(key.key, _text(key.old), _text(key.new)) for key in change.keys]


def _text(value: Value | None) -> str | None:
    return value.written if value else None


def words(change: Change) -> list[tuple[str, str]]:
    return [(key.old.words if key.old else "", key.new.words if key.new else "") for key in change.keys]


def about(found: TextDiff) -> list[tuple[str, str, str, str]]:
    return [(each.aspect, each.sort, each.kind, each.name) for each in found.changes]


def test_a_text_beside_itself_has_no_changes(tmp_path: Path) -> None:
    found = diff(tmp_path)

    assert ((), True, True) == (found.changes, found.rules_equal, found.alike)


def test_a_requirement_that_changed_stands_there_as_written_and_in_words(tmp_path: Path) -> None:
    change = only(
        diff(tmp_path, ("- eis: inkomen <= grens_halve_vergoeding", "- eis: inkomen < grens_halve_vergoeding"))
    )

    assert ("rules", "changed", "voorwaarde") == (change.aspect, change.sort, change.kind)
    assert [("eis", "inkomen <= grens_halve_vergoeding", "inkomen < grens_halve_vergoeding")] == written(change)
    old, new = words(change)[0]
    assert "inkomen is niet hoger dan de grens voor de halve vergoeding" == old
    assert "inkomen is lager dan de grens voor de halve vergoeding" == new
    assert "artikel 2" in change.source
    assert change.old_place is not None
    assert change.new_place is not None
    assert change.old_place.line == change.new_place.line


def test_spaces_and_brackets_are_no_change(tmp_path: Path) -> None:
    found = diff(tmp_path, ("eis: inkomen <= grens_halve_vergoeding", "eis: (inkomen   <=  grens_halve_vergoeding)"))

    assert ((), True) == (found.changes, found.rules_equal)


def test_a_norm_is_compared_by_date(tmp_path: Path) -> None:
    row = "| grens_half      | percentage   | 2026-01-01 | 120%   | Beleidsregel laptop, artikel 2       |\n"
    later = "| grens_half      |              | 2026-07-01 | 130%   | Beleidsregel laptop, artikel 2       |\n"
    change = only(diff(tmp_path, (row, row + later)))

    assert ("rules", "norm", "grens_half") == (change.aspect, change.kind, change.name)
    assert [("vanaf 2026-07-01", None, "130%")] == written(change)
    assert [("", "130\N{NO-BREAK SPACE}%")] == words(change)


def test_a_changed_value_of_a_norm_comes_with_the_quote_that_says_so(tmp_path: Path) -> None:
    found = diff(tmp_path, *WIDER)

    assert [("rules", "changed", "norm", "grens_half"), ("examples", "changed", "citaat", "")] == about(found)
    assert [("vanaf 2026-01-01", "120%", "130%")] == written(found.changes[0])
    assert not found.rules_equal


def test_sentences_to_residents_are_texts_and_change_no_rule(tmp_path: Path) -> None:
    found = diff(tmp_path, ("Wat is uw inkomen", "Hoeveel inkomen hebt u"))

    assert [("texts", "changed", "gegeven", "inkomen")] == about(found)
    assert ["vraag"] == [key.key for key in only(found).keys]
    assert found.rules_equal


def test_a_letter_is_named_apart(tmp_path: Path) -> None:
    letter = "\n### Brief: warm\n\n- bij: geen_vergoeding\n- deel: wat_nu\n- nl: Bel gerust.\n- en: Do call.\n"
    added = diff(tmp_path, ("\n## Voorbeelden", f"{letter}\n## Voorbeelden"))

    assert [("letters", "added", "brief", "warm")] == about(added)
    assert added.rules_equal


def test_an_example_that_expects_something_else_changes_no_rule(tmp_path: Path) -> None:
    found = diff(tmp_path, ("\n| gewoon ", "\n| heel gewoon "))

    assert [("added", "heel gewoon"), ("dropped", "gewoon")] == [(each.sort, each.name) for each in found.changes]
    assert {("examples", "voorbeeld")} == {(each.aspect, each.kind) for each in found.changes}
    assert found.rules_equal


def test_a_paragraph_that_changed_is_named_with_its_line(tmp_path: Path) -> None:
    found = diff(tmp_path, ("\n## Voorbeelden", "\nDit is nieuw.\n\n## Voorbeelden"))
    change = only(found)

    assert ("examples", "added", "toelichting") == (change.aspect, change.sort, change.kind)
    assert [("tekst", None, "Dit is nieuw.")] == written(change)
    assert change.new_place is not None
    assert found.rules_equal


def test_another_name_is_no_other_rule(tmp_path: Path) -> None:
    found = diff(tmp_path, ("grens_halve_vergoeding", "hoogste_inkomen_half"))

    assert [("rules", "renamed", "berekening", "hoogste_inkomen_half")] == about(found)
    assert "grens_halve_vergoeding" == only(found).old_name
    assert {"grens_halve_vergoeding": "hoogste_inkomen_half"} == found.renamed


def test_another_name_of_a_fact_is_followed_into_rules_texts_and_examples(tmp_path: Path) -> None:
    found = diff(tmp_path, ("laptop_gestolen", "laptop_weggenomen"))

    assert [("rules", "renamed", "gegeven", "laptop_weggenomen")] == about(found)


def test_another_name_with_another_requirement_is_another_rule(tmp_path: Path) -> None:
    changes = (
        ("- eis: inkomen <= grens_halve_vergoeding", "- eis: inkomen < grens_halve_vergoeding"),
        ("inkomen_net_laag", "inkomen_half"),
    )
    found = diff(tmp_path, *changes)

    assert ("rules", "added", "voorwaarde", "inkomen_half") in about(found)
    assert ("rules", "dropped", "voorwaarde", "inkomen_net_laag") in about(found)
    assert {} == found.renamed


def test_a_rule_and_its_text_that_both_change_are_told_apart(tmp_path: Path) -> None:
    found = diff(
        tmp_path, ("- ernst: 2\n", "- ernst: 3\n"), ("- tekst: Uw kind heeft geen", "- tekst: Nu: Uw kind heeft geen")
    )

    assert ["rules", "texts"] == [each.aspect for each in found.changes]
    assert ["ernst"] == [key.key for key in found.changes[0].keys]
    assert ["tekst"] == [key.key for key in found.changes[1].keys]


def test_a_building_block_that_differs_is_named(tmp_path: Path) -> None:
    old, new = laptop(tmp_path, ())
    block = next((new.parent.parent / "bouwstenen" / "participatiewet").glob("*.md"))
    text = block.read_text("utf-8")
    assert "€ 1.401,50" in text
    block.write_text(text.replace("€ 1.401,50", "€ 1.405"), "utf-8")
    change = only(compared(old, new).text)

    assert ("rules", "norm", "norm_alleenstaande", "participatiewet") == (
        change.aspect,
        change.kind,
        change.name,
        change.block,
    )
    assert change.new_place is not None
    assert change.new_place.file == str(block)


def test_what_no_rule_uses_of_a_building_block_is_left_out(tmp_path: Path) -> None:
    old, new = laptop(tmp_path, ())
    block = next((new.parent.parent / "bouwstenen" / "participatiewet").glob("*.md"))
    text = block.read_text("utf-8")
    assert "€ 1.200" in text
    block.write_text(text.replace("€ 1.200", "€ 1.300"), "utf-8")

    assert () == compared(old, new).text.changes


def test_only_another_first_day_is_said_to_be_the_same_rules(tmp_path: Path) -> None:
    found = diff(tmp_path, ("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-02-01"))

    assert [("rules", "changed", "kop", "")] == about(found)
    assert (False, True) == (found.rules_equal, found.alike)


@pytest.mark.parametrize("name", ["kostendelersnorm", "raalte-id-kaart", "individuele-inkomenstoeslag"])
def test_every_shipped_ruleset_is_equal_to_itself(name: str) -> None:
    (file,) = (shipped() / name).glob("*.md")
    found = compared(file, file)

    assert (True, (), None) == (found.equal, found.text.changes, found.outcomes)


def test_two_versions_that_have_nothing_in_common_are_told_block_by_block() -> None:
    folder = shipped() / "bijstand-giften"
    found = compared(folder / "2015-01-01.md", folder / "2026-01-01.md").text
    sorts = {(each.sort, each.kind, each.name) for each in found.changes}

    assert ("dropped", "uitkomst", "terugvordering") in sorts
    assert ("added", "uitkomst", "deel_telt_mee") in sorts
    assert ("changed", "alternatief", "in_delen") in sorts
    assert {"changed"} == {each.sort for each in found.changes if each.kind == "citaat"}
