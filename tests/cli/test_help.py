from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from maatwerk.cli.base import Command, Group
from maatwerk.cli.program import PROGRAM
from tests.cli.conftest import Run

HEAVY = (
    "pydantic",
    "durable",
    "sqlalchemy",
    "alembic",
    "jinja2",
    "babel",
    "rich",
    "markdown_it",
    "holidays",
    "rapidfuzz",
)
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show|Error|default|Missing|exit)\b")


def paths(group: Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield before
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, Group):
            yield from paths(command, (*before, name))
        else:
            yield (*before, name)


PATHS = tuple(paths(PROGRAM))
COMMANDS = tuple(path for path in PATHS if path not in {(), ("letter",), ("rules",), ("register",)})


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_dutch_and_fits(run: Run, path: tuple[str, ...]) -> None:
    ran = run(*path, "--help")
    assert ran.code == 0
    assert ran.out.startswith("Gebruik: maatwerk")
    assert ENGLISH.findall(ran.out) == []
    assert [line for line in ran.out.splitlines() if len(line) > 79 and not line.startswith("  maatwerk ")] == []


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_an_example_of_itself(run: Run, path: tuple[str, ...]) -> None:
    example = run(*path, "--help").out.partition("Voorbeeld:\n")[2]
    assert example.strip().startswith(f"maatwerk {' '.join(path)}")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_exists_in_english(run: Run, path: tuple[str, ...]) -> None:
    assert run(*path, "--help", "--lang", "en").out.startswith("Usage: maatwerk")


def test_every_command_takes_a_language() -> None:
    context = click.Context(PROGRAM)
    for path in PATHS:
        found: click.Command | None = PROGRAM
        for name in path:
            assert isinstance(found, Group)
            found = found.get_command(context, name)
        assert isinstance(found, (Command, Group))
        assert "--lang" in {flag for param in found.params for flag in param.opts}


@pytest.mark.parametrize("arguments", [["--help"], ["rules", "--help"], ["check", "--help"], ["decide", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from maatwerk.cli import main; main(sys.argv[1:]); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "Deze opdracht bestaat niet. Bedoelde u 'check'?"),
        (["check", "--fakt", "a=b"], "Deze optie bestaat niet."),
        (["check"], "Dit ontbreekt: 'REGELSET|ZAAK.json'."),
        (["check", "x", "--on", "morgen"], "Bij '--on': Dit is geen dag. Schrijf 2026-02-17 of 17-2-2026."),
        (["check", "x", "--format", "pdf"], "Kies een van deze: 'text', 'plain', 'json'."),
        (["check", "x", "--fact", "los"], "Schrijf naam=waarde"),
        (["doctor", "a", "b"], "Er staan woorden te veel achter de opdracht."),
    ],
)
def test_a_wrong_call_is_told_in_dutch_and_ends_with_2(run: Run, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert (ran.out, ran.code) == ("", 2)
    assert told in ran.told
