"""Where a name comes from, what the outline of a text is, and where its building blocks are found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maatwerk.api import examine_ruleset
from maatwerk.editor.definition import definition
from maatwerk.editor.diagnosis import diagnosed
from maatwerk.editor.opened import Opened, library_for
from maatwerk.editor.outline import Item, outline
from maatwerk.organisation.folder import Organisation
from maatwerk.ruleset.library import shipped
from tests.editor.marked import FILE, looked_at, small


def found(old: str, new: str) -> str:
    """The file and the line where what stands at the mark is defined; nothing where that is not known."""
    opened, at = looked_at(small(old, new))
    place = definition(opened, at)
    if place is None:
        return ""
    lines = opened.lines if place.file == str(FILE) else Path(place.file).read_text("utf-8").split("\n")
    return f"{Path(place.file).parent.name}: {lines[place.line - 1][:25].rstrip()}"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("- eis: inkomen <=", "- eis: inko▮men <=", "voorbeeld: | inkomen       | bedrag"),
        ("- als: inkomen_laag", "- als: inkomen▮_laag", "voorbeeld: ### Voorwaarde: inkomen_l"),
        ("- dient: steun", "- dient: ▮steun", "voorbeeld: ### Bedoeling: steun"),
        ("- grond: beleid", "- grond: awb_3_4▮", "awb: ### Grond: awb_3_4"),
        ("- zeg: Wij", "- zeg: {gre▮ns} Wij", "voorbeeld: | grens | bedrag per maan"),
        ("peildatum: aanvraagdatum", "peildatum: aan▮vraagdatum", "voorbeeld: | aanvraagdatum | datum"),
        ("gebruikt: awb", "gebruikt: a▮wb", "awb: ---"),
        ("| alleen     | ja_steun    |", "| alleen | ja▮_steun |", "voorbeeld: ### Uitkomst: ja_steun"),
        ("- als: inkomen_laag", "- als: half▮\n\n### Voorwaarde: half\n\n- eis: (", "voorbeeld: ### Voorwaarde: half"),
        ("- rang: beleidsregel", "- rang: beleids▮regel", ""),
        ("- als: inkomen_laag", "- als: weet_▮niet", ""),
        ("gebruikt: awb", "gebruikt: bestaat▮_niet", ""),
        ("# Een voorbeeld\n", "# Een voorbeeld\n\nZomaar inko▮men.\n", ""),
    ],
)
def test_a_name_leads_to_where_it_is_defined(old: str, new: str, line: str) -> None:
    assert line == found(old, new)


def shown(items: tuple[Item, ...] | list[Item], indent: str = "") -> list[str]:
    return [line for each in items for line in (f"{indent}{each.name}", *shown(each.below, f"{indent}  "))]


def test_the_outline_follows_the_headings_with_what_the_tables_hold() -> None:
    text = """\
---
titel: Iets
---
# Iets

| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| grens | bedrag | 2026-01-01 | € 1 | a |
| grens | | 2027-01-01 | € 2 | a |

## Regels

### Voorwaarde: laag

- eis: x

### Instellingen

# Nog iets
"""
    items = outline(Opened(text, FILE))

    assert ["Iets", "  grens", "  Regels", "    Voorwaarde: laag", "    Instellingen", "Nog iets"] == shown(items)
    assert (4, 18) == (items[0].range.start.line, items[0].range.end.line)


def test_building_blocks_come_from_the_library_of_the_file(tmp_path: Path) -> None:
    shutil.copytree(shipped(), tmp_path / "regels")

    assert tmp_path / "regels" == library_for(tmp_path / "regels" / "iets" / "2026-01-01.md")
    assert tmp_path / "regels" == library_for(tmp_path / "regels" / "bouwstenen" / "awb" / "1998-01-01.md")


def test_building_blocks_come_from_the_organisation_around_a_loose_file(tmp_path: Path) -> None:
    organisation = Organisation.create(tmp_path / "gemeente")

    assert organisation.rulesets == library_for(organisation.folder / "concepten" / "probeersel.md")


def test_without_either_they_are_those_of_the_program(tmp_path: Path) -> None:
    assert shipped() == library_for(tmp_path / "los" / "nieuw.md")


def test_the_unsaved_text_counts_and_not_the_file(tmp_path: Path) -> None:
    shutil.copytree(shipped(), tmp_path / "regels")
    file = tmp_path / "regels" / "iets" / "2026-01-01.md"
    file.parent.mkdir()
    file.write_text(small("- eis: inkomen <=", "- eis: inkomn <="), "utf-8")

    assert "M204" in {each.code for each in examine_ruleset(file).problems}
    assert "M204" not in {each.problem.code for each in diagnosed(Opened(small(), file))}


def test_the_editor_says_what_rules_check_says_but_for_letters() -> None:
    for path in sorted(shipped().glob("*/*.md")):
        said = [each.problem for each in diagnosed(Opened(path.read_text("utf-8"), path))]
        assert list(examine_ruleset(path, letters=False).problems) == said


def test_a_building_block_that_uses_another_is_checked_by_itself(tmp_path: Path) -> None:
    """The folder of building blocks was taken for the library: the other one was not found (M040)."""
    library = tmp_path / "rulesets"
    shutil.copytree(shipped(), library)
    block = library / "bouwstenen" / "participatiewet" / "2015-01-01.md"
    block.write_text(block.read_text("utf-8").replace("geldig_vanaf", "gebruikt: awb\ngeldig_vanaf", 1), "utf-8")

    assert () == examine_ruleset(block).problems
