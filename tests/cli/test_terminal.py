"""Bold headings and tables in a real terminal; the same words everywhere; nothing of it where it is not wanted."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.keys import DECORATION, Keys

DAY = ("--on", "2026-02-17")
OVERDRAWN = ("check", "cases/raalte-rood-staan.json", *DAY)
BOLD = re.compile(r"\x1b\[1m(.*?)\x1b\[0m")
COUNTED = """
import sys, time
from maatwerk.cli import terminal
done = [time.sleep(float(sys.argv[1])) for _ in terminal.counted(range(4), "Tellen")]
print("Klaar:", len(done))
"""
LINES = ("\r\n", "\n")
WHAT_IS_IMPORTED = "import sys; from maatwerk.cli import main; main(sys.argv[1:]); print('rich' in sys.modules)"
SCREENS = [
    OVERDRAWN,
    ("check", "cases/laptop-negen-euro.json", "--all", *DAY),
    ("propose", "cases/laptop-negen-euro.json", *DAY),
    ("rules", "check", "raalte-id-kaart"),
    ("rules", "test", "raalte-id-kaart"),
]
SLOW = [*SCREENS[-2:], ("register", "verify"), ("doctor",)]
Shown = Callable[..., str]


@pytest.fixture
def shown(office: Path) -> Shown:
    """What a command shows in a terminal, with its codes."""

    def ran(*arguments: str, **environment: str) -> str:
        keys = Keys.of_maatwerk(office, *arguments, **environment)
        assert keys.ended() in {0, 3, 4}
        return keys.raw.replace(*LINES)

    return ran


def without_signs_of_life(raw: str) -> str:
    """What is left on the screen: the line with the sign of life was erased at its end."""
    return DECORATION.sub("", re.sub(r"[^\n]*\n\x1b\[\?25h\r\x1b\[1A\x1b\[2K", "", raw))


def test_headings_are_bold_in_a_terminal(shown: Shown) -> None:
    bold = BOLD.findall(shown(*OVERDRAWN))
    assert bold[:5] == [
        "Een identiteitskaart afhalen en betalen aan de balie",
        "ZEG DIT EERST",
        "VOLGENS DE REGEL",
        "AANDACHTSPUNT",
        "DIT MAG U ZELF DOEN",
    ]


@pytest.mark.parametrize("arguments", SCREENS, ids=lambda arguments: " ".join(arguments[:2]))
def test_a_terminal_shows_the_same_words_as_a_pipe(run: Run, shown: Shown, arguments: tuple[str, ...]) -> None:
    assert without_signs_of_life(shown(*arguments)) == run(*arguments).out


@pytest.mark.parametrize("arguments", [*SCREENS, ("register", "list")], ids=lambda arguments: " ".join(arguments[:2]))
@pytest.mark.parametrize("refused", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_who_refuses_decoration_gets_the_bytes_of_a_pipe(
    run: Run, shown: Shown, arguments: tuple[str, ...], refused: dict[str, str]
) -> None:
    assert shown(*arguments, **refused) == run(*arguments).out


@pytest.mark.parametrize("shape", [("--plain",), ("--format", "json")], ids=" ".join)
def test_plain_and_json_are_never_decorated(run: Run, shown: Shown, shape: tuple[str, ...]) -> None:
    for arguments in (OVERDRAWN, ("register", "list")):
        assert shown(*arguments, *shape) == run(*arguments, *shape).out


def test_tables_have_bold_headers_and_every_word(run: Run, shown: Shown) -> None:
    raw = shown("register", "list")
    assert BOLD.search(raw)
    assert sorted(DECORATION.sub("", raw).split()) == sorted(run("register", "list").out.split())


def test_yes_and_no_are_words_and_not_only_a_colour(shown: Shown) -> None:
    lines = DECORATION.sub("", shown("register", "verify")).splitlines()
    assert re.search(r"Keten heel +ja +2 van 2", "\n".join(lines))


@pytest.mark.parametrize("typed", ["[red]x[/red]", "[/]", "[bold]", ":smile:", "[link=http://x.example]y[/link]"])
def test_what_a_person_wrote_is_shown_as_it_is(office: Path, shown: Shown, typed: str) -> None:
    case = office / "cases" / "laptop-negen-euro.json"
    assert typed in DECORATION.sub("", shown("propose", str(case), "--note", typed, *DAY))


def test_a_title_with_brackets_is_shown_as_it_is(shown: Shown) -> None:
    shown("rules", "new", "haken", "--title", "[red]Haken[/red] [/]", "--start", "2026-01-01", "--no-ask")
    assert "[red]Haken[/red] [/]" in BOLD.findall(shown("check", "haken", "--no-ask", *DAY))


@pytest.mark.parametrize("arguments", SLOW, ids=" ".join)
def test_what_takes_long_gives_a_sign_of_life_in_a_terminal_only(
    run: Run, shown: Shown, arguments: tuple[str, ...]
) -> None:
    raw = shown(*arguments)
    assert "…" in raw
    assert "…" not in without_signs_of_life(raw)
    assert run(*arguments).err == ""


def counts(folder: Path, seconds: str, **environment: str) -> str:
    """What a count of four steps shows in a terminal, each step taking so long."""
    keys = Keys(folder, [sys.executable, "-c", COUNTED, seconds], environment)
    assert keys.ended() == 0
    return keys.raw


def test_a_bar_shows_how_far_a_long_count_is(tmp_path: Path) -> None:
    raw = counts(tmp_path, "0.6")
    assert "Tellen" in raw
    assert "/4" in raw
    assert raw.rstrip().endswith("Klaar: 4")


def test_a_short_count_shows_no_bar_and_no_one_who_refuses_sees_one(tmp_path: Path) -> None:
    assert counts(tmp_path, "0") == "Klaar: 4\r\n"
    assert counts(tmp_path, "0.6", NO_COLOR="1") == "Klaar: 4\r\n"


def test_output_in_a_file_and_errors_in_a_terminal_keep_apart(office: Path) -> None:
    command = f"{sys.executable} -m maatwerk rules test raalte-id-kaart > uit.txt"
    keys = Keys(office, ["/bin/sh", "-c", command])
    assert keys.ended() == 0
    assert "…" in keys.raw
    assert "\x1b" not in (office / "uit.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [OVERDRAWN, ("register", "list"), ("rules", "test", "raalte-id-kaart")])
def test_without_a_terminal_rich_is_never_imported(office: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", WHAT_IS_IMPORTED, *arguments]
    ran = subprocess.run(command, cwd=office, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"


def test_help_in_a_terminal_imports_no_rich(office: Path) -> None:
    keys = Keys(office, [sys.executable, "-c", WHAT_IS_IMPORTED, "--help"])
    assert keys.ended() == 0
    assert keys.seen.splitlines()[-1] == "False"
