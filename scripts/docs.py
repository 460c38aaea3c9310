"""Write the pages of docs/ that follow from the code: `make docs`. A test checks that they are up to date."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk.assessment.model import Assessment
from maatwerk.basics.text import use_language
from maatwerk.case.schema import schema_text
from maatwerk.cli import click_texts
from maatwerk.cli.program import PROGRAM
from maatwerk.cli.screens.machine import RulesChecked
from scripts import worked
from scripts.reference.pages import REFERENCE
from scripts.result_schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parents[1] / "docs"


def assessment_schema() -> str:
    """The JSON Schema of what `maatwerk check --format json` prints."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Assessment.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def commands() -> str:
    """Every command with its help, as users see it."""
    use_language("nl")
    click_texts.install()
    pages = [f"## {path}\n\n```text\n{text.rstrip()}\n```\n" for path, text in helps(PROGRAM, "maatwerk", None)]
    head = (
        "# De opdrachten",
        "Gemaakt uit `--help`, met `make docs`. Wat de afsluitcodes betekenen: [exit-codes.md](exit-codes.md).",
    )
    return "\n\n".join((*head, *pages))


def helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """A command and all below it: what one types, and the help."""
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            if found is not None:
                yield from helps(found, each, context)


PAGES: dict[str, Callable[[], str]] = {
    "schema/case.json": schema_text,
    "schema/assessment.json": assessment_schema,
    "schema/rules-checked.json": partial(schema_of, RulesChecked),
    "commands.md": commands,
    worked.PAGE.name: worked.page,
    **{f"naslag/{name}": made for name, made in REFERENCE.items()},
}

if __name__ == "__main__":
    use_language("nl")
    for page, made in PAGES.items():
        (DOCS / page).write_text(made(), encoding="utf-8")
