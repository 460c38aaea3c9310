"""What README shows is true: its Python prints what it says, its commands exist, its files are there."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from maatwerk.basics.text import use_language
from maatwerk.cli.base import Group
from maatwerk.cli.program import PROGRAM
from tests.docs.pages import ROOT, blocks, printed, told

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
SHELL = [line.partition("#")[0].strip() for block in blocks(README, "sh") for line in block.splitlines()]
INLINE = re.findall(r"`(maatwerk [^`]+)`", TEXT)
COMMANDS = sorted({line for line in (*SHELL, *INLINE) if line.startswith("maatwerk ")})
TARGETS = [word.removeprefix("make ") for word in (*SHELL, *re.findall(r"`([^`]+)`", TEXT)) if word.startswith("make ")]


def test_its_python_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    use_language("nl")
    expected = told(README)

    assert expected
    assert expected == printed(README)


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_exist_with_their_options(line: str) -> None:
    command: click.Command | None = PROGRAM
    words = shlex.split(line)[1:]
    while isinstance(command, Group) and words and not words[0].startswith("-"):
        command = command.get_command(click.Context(command), words.pop(0))
    assert command is not None, line
    flags = {flag for param in command.params for flag in (*param.opts, *param.secondary_opts)} | {"--help"}

    assert [] == [word for word in words if word.startswith("-") and word not in flags]


def test_its_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert {"demo", "test"} <= set(TARGETS)
    assert [] == [target for target in TARGETS if not re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)]


def test_its_links_lead_somewhere() -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]

    assert links
    assert [] == [link for link in links if not (ROOT / link).exists()]
