"""`maatwerk letter check`: what a person gets to see of the language of a text, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LETTER = """Geachte heer,

Derhalve wordt uw aanvraag afgewezen. U dient i.v.m. het
vorenstaande € 30 te betalen.
"""


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return str(path)


def test_every_issue_is_shown_with_its_place_its_words_and_what_to_do(run: Run, letter: str) -> None:
    ran = run("letter", "check", letter)

    assert 4 == ran.code
    assert ran.out.splitlines()[:14] == [
        "TAALCHECK VAN brief.txt",
        "",
        "BETER ANDERS          4 plekken",
        "  3:1  ‘Derhalve’ (ambtelijk woord)",
        "    Schrijf liever: daarom, dus.",
        "  3:41  ‘dient’ (ambtelijk woord)",
        "    Schrijf liever: moet.",
        "  3:47  ‘i.v.m.’ (afkorting)",
        "    Schrijf dit uit: door, omdat.",
        "  4:1  ‘vorenstaande’ (ambtelijk woord)",
        "    Schrijf liever: dit.",
        "",
        "KAN DUIDELIJKER       2 plekken",
        "  1:1  ‘Geachte’ (ambtelijk woord)",
    ]


def test_the_screen_says_which_rules_and_that_this_proves_nothing(run: Run, letter: str) -> None:
    shown = " ".join(run("letter", "check", letter).out.split())

    assert "Deze tekst voldoet nog niet aan onze schrijfregels." in shown
    assert "een zin heeft hoogstens 20 woorden" in shown
    assert "Dit is geen bewijs dat iedereen de tekst begrijpt." in shown
    assert "B1" not in shown


def test_a_program_gets_the_issues_the_score_and_the_number_of_words(run: Run, letter: str) -> None:
    ran = run("letter", "check", letter, "--format", "json")
    found = json.loads(ran.out)

    assert 4 == ran.code
    assert ["issues", "score", "words"] == list(found)
    assert ["code", "start", "end", "text", "advice", "level"] == list(found["issues"][0])
    assert [each["text"] for each in found["issues"]] == [
        LETTER[each["start"] : each["end"]] for each in found["issues"]
    ]


def test_a_plain_text_follows_the_rules(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text("# Ons besluit\n\nU krijgt **geld**. Bel ons gerust.\n", encoding="utf-8")
    ran = run("letter", "check", str(tmp_path / "brief.md"))

    assert 0 == ran.code
    assert "Deze tekst voldoet aan onze schrijfregels." in ran.out
    assert "SCORE                 100 van 100." in ran.out


def test_remarks_alone_give_code_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("De brief wordt morgen verstuurd.", encoding="utf-8")

    assert 0 == run("letter", "check", str(tmp_path / "brief.txt")).code


def test_an_english_text_is_checked_and_told_in_english(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("You must pay prior to May.", encoding="utf-8")
    ran = run("letter", "check", str(tmp_path / "letter.txt"), "--lang", "en")

    assert 4 == ran.code
    assert "1:14  “prior to” (word of the office)" in ran.out
    assert "Better write: before." in ran.out


def test_an_article_of_law_outside_the_section_with_the_rules_is_told(run: Run, tmp_path: Path) -> None:
    text = "Dit mag volgens artikel 4:84 van de wet.\n\nWelke regels hebben wij gebruikt?\n\nArtikel 4:84 van de Awb.\n"
    (tmp_path / "brief.txt").write_text(text, encoding="utf-8")
    found = json.loads(run("letter", "check", str(tmp_path / "brief.txt"), "--format", "json").out)["issues"]

    assert [("wetsartikel", "artikel 4:84")] == [(each["code"], each["text"]) for each in found]


def test_a_screen_reader_gets_whole_lines(run: Run, letter: str) -> None:
    out = run("letter", "check", letter, "--plain").out

    assert "Beter anders: 4 plekken\n" in out
    assert "Schrijf dit uit: door, omdat.\n" in out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("brief.odt", b"PK", "kan niet worden nagekeken. Het kan met: .docx, .html, .md, .txt."),
        ("brief.docx", b"PK", "Dit bestand is geen Word-document (.docx)."),
        ("brief.txt", b"\xff\xfe\x00", "is geen tekst (UTF-8)."),
        ("brief.txt", None, "is er niet, of kan niet worden gelezen."),
        ("brief.txt", b"a" * (1024 * 1024 + 1), "is te groot: meer dan 1024 KiB."),
    ],
)
def test_what_cannot_be_checked_is_told_plainly(
    run: Run, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = run("letter", "check", str(tmp_path / name))

    assert (1, "") == (ran.code, ran.out)
    assert told in ran.told


def test_a_folder_is_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()

    assert 1 == run("letter", "check", str(tmp_path / "map.txt")).code


def test_control_characters_of_a_text_do_not_steer_the_screen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Wij zeggen \x1b[31m" + "ja " * 30, encoding="utf-8")

    assert "\x1b" not in run("letter", "check", str(tmp_path / "brief.txt")).out
