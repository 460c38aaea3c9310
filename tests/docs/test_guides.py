"""The guides use only commands and options that exist, and lead only to pages that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from maatwerk.cli.program import PROGRAM

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs").glob("gids-*.md"))
COMMANDS = [
    (guide.stem, line)
    for guide in GUIDES
    for block in re.findall(r"^```sh\n(.*?)^```$", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


def found(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that a line names, and what comes after it."""
    command: click.Command = PROGRAM
    while isinstance(command, click.Group) and words:
        below = command.get_command(click.Context(command), words[0])
        assert below is not None, words
        command, words = below, words[1:]
    return command, words


def test_there_is_a_guide_for_each_of_the_three() -> None:
    assert ["gids-auditor", "gids-behandelaar", "gids-jurist"] == [guide.stem for guide in GUIDES]


@pytest.mark.parametrize(("guide", "line"), COMMANDS, ids=lambda value: value[:60])
def test_every_command_of_a_guide_exists_with_its_options(guide: str, line: str) -> None:
    program, *words = shlex.split(line)
    command, rest = found(words)
    options = {option for parameter in command.params for option in parameter.opts}

    assert "maatwerk" == program, guide
    assert not isinstance(command, click.Group)
    assert set() == {word for word in rest if word.startswith("--")} - options


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_link_of_a_guide_leads_to_a_page(guide: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", guide.read_text("utf-8"))

    assert links
    assert [] == [link for link in links if not (guide.parent / link).is_file()]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_is_short(guide: Path) -> None:
    assert len(guide.read_text("utf-8").split()) < 700
