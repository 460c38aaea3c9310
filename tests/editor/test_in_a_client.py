"""The whole way: a real client in one process, the server in another, as an editor uses it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from maatwerk.ruleset.library import shipped
from tests.editor.client import Editor, in_editor

NAME = "laptop-minimaregeling"
NEW_ROW = "| fiets | ja_nee | 🚲 Kost de fiets € 5? | Is it € 5? | inwoner | inwoner | gewoon | |"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shutil.copytree(shipped(), tmp_path / "rulesets")
    return tmp_path / "rulesets" / NAME / "2026-01-01.md"


def text(file: Path) -> str:
    return file.read_text("utf-8")


def test_problems_come_while_typing_and_go_when_mended(file: Path) -> None:
    async def told(editor: Editor) -> None:
        right = text(file)
        editor.open(right)
        assert all(each.severity == lsp.DiagnosticSeverity.Warning for each in await editor.problems())

        editor.type(right.replace("- eis: inkomen <=", "- eis: inkomn <=", 1))
        wrong = [each for each in await editor.problems() if each.severity == lsp.DiagnosticSeverity.Error]
        assert ["M204"] == [each.code for each in wrong]
        assert "Bedoelde u `inkomen`?" in wrong[0].message
        line = editor.lines[wrong[0].range.start.line]
        assert "inkomn" == line[wrong[0].range.start.character : wrong[0].range.end.character]

        (fix,) = await editor.fixes(wrong[0].range)
        assert fix.edit
        assert fix.edit.changes
        assert ["inkomen"] == [edit.new_text for edit in fix.edit.changes[editor.uri]]

        editor.type(right)
        assert all(each.severity == lsp.DiagnosticSeverity.Warning for each in await editor.problems())
        editor.close()
        assert [] == await editor.problems()

    in_editor(file, told)


def test_many_changes_in_a_row_are_examined_once(file: Path) -> None:
    async def told(editor: Editor) -> None:
        right = text(file)
        editor.open(right)
        await editor.problems()
        for number in range(10):
            editor.type(right.replace("- eis: inkomen <=", f"- eis: inkomen{number} <=", 1))
        await editor.hover(editor.at("titel:", "titel"))
        assert editor.shown.empty()
        assert any("inkomen9" in each.message for each in await editor.problems())

    in_editor(file, told)


def test_a_building_block_that_is_saved_is_seen_where_it_is_used(file: Path) -> None:
    block = file.parents[1] / "bouwstenen" / "participatiewet" / "2015-01-01.md"

    async def told(editor: Editor) -> None:
        editor.open(text(file))
        assert [] == [each for each in await editor.problems() if each.severity == lsp.DiagnosticSeverity.Error]
        block.write_text(text(block).replace("norm_gehuwden", "norm_gehuwdn"), "utf-8")
        editor.save()
        wrong = {each.code for each in await editor.problems() if each.severity == lsp.DiagnosticSeverity.Error}
        assert "M204" in wrong

    in_editor(file, told)


def test_a_problem_in_a_building_block_stands_where_it_is_used(file: Path) -> None:
    block = file.parents[1] / "bouwstenen" / "awb" / "1998-01-01.md"
    block.write_text(text(block).replace("- trede: D", "- trede: Z", 1), "utf-8")

    async def told(editor: Editor) -> None:
        editor.open(text(file))
        (found,) = [each for each in await editor.problems() if each.code == "M223"]
        assert editor.lines[found.range.start.line].startswith("gebruikt:")
        assert found.related_information is not None
        assert block.as_uri() == found.related_information[0].location.uri

    in_editor(file, told)


def test_words_are_explained_and_names_are_found(file: Path) -> None:
    async def told(editor: Editor) -> None:
        editor.open(text(file))
        at = editor.at("als huishouden = paar dan norm_gehuwden", "norm_gehuwden")
        assert "€\N{NO-BREAK SPACE}2.002,13 per maand" in await editor.hover(at)
        found = await editor.definition(at)
        assert found is not None
        assert found.uri.endswith("bouwstenen/participatiewet/2015-01-01.md")
        assert "Eén eis van de regels" in await editor.hover(editor.at("### Voorwaarde: inkomen_laag", "Voorwaarde"))

        here = await editor.definition(editor.at("- eis: inkomen <=", "inkomen"))
        assert here is not None
        assert editor.uri == here.uri
        assert editor.lines[here.range.start.line].startswith("| inkomen ")

    in_editor(file, told)


@pytest.mark.parametrize("units", ["utf-8", "utf-16", "utf-32"])
def test_an_emoji_shifts_nothing(file: Path, units: str) -> None:
    encoding = units if units == "utf-8" else f"{units}-le"
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[units]

    def count(text: str) -> int:
        return len(text.encode(encoding)) // size

    async def told(editor: Editor) -> None:
        right = text(file)
        row = next(line for line in right.split("\n") if line.startswith("| laptop_gestolen "))
        editor.open(right.replace(row, f"{row}\n{NEW_ROW.replace('gewoon', 'gewon')}"))
        (found,) = [each for each in await editor.problems() if each.code == "M223"]
        line = editor.lines[found.range.start.line]
        assert line.startswith("| fiets")
        assert count(line[: line.index("gewon")]) == found.range.start.character
        assert count("gewon") == found.range.end.character - found.range.start.character

        at = lsp.Position(found.range.start.line, found.range.start.character)
        items = await editor.completions(at)
        assert ["gewoon", "financieel", "bijzonder", "strafrechtelijk", "derde"] == [each.label for each in items]

    in_editor(file, told, units)


def test_completions_are_written_over_what_was_typed(file: Path) -> None:
    async def told(editor: Editor) -> None:
        editor.open(text(file).replace("- rang: beleidsregel", "- rang: bel", 1))
        items = await editor.completions(editor.at("- rang: bel", "el"))
        (item,) = [each for each in items if each.label == "beleidsregel"]
        assert isinstance(item.text_edit, lsp.TextEdit)
        assert "beleidsregel" == item.text_edit.new_text
        assert (8, 11) == (item.text_edit.range.start.character, item.text_edit.range.end.character)

    in_editor(file, told)


def test_the_outline_has_the_blocks_below_their_headings(file: Path) -> None:
    async def told(editor: Editor) -> None:
        editor.open(text(file))
        (title,) = await editor.outline()
        assert "Een laptop voor school" == title.name
        names = {each.name for each in title.children or []}
        assert {"Wat u moet weten", "De regels", "Voorbeelden"} <= names

    in_editor(file, told)


def test_a_text_that_was_never_saved_is_helped_too(file: Path) -> None:
    async def told(editor: Editor) -> None:
        editor.uri = "untitled:Untitled-1"
        editor.open("---\ntaal: \n")
        assert {"M007"} == {each.code for each in await editor.problems()}
        assert ["maatwerk-1"] == [each.label for each in await editor.completions(lsp.Position(1, 6))]

    in_editor(file, told)
