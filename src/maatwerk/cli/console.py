"""A real terminal: headings in bold, tables that fold, a sign of life. The one door to rich.

Only `terminal` imports this, and only for a terminal. All text goes in as `Text`: rich reads no markup in what people
wrote. Nothing is told by colour or weight alone.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table as Grid
from rich.text import Text

from maatwerk.basics.text import say
from maatwerk.cli.screens import layout
from maatwerk.cli.screens.model import Section, Table, Title
from maatwerk.cli.width import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from maatwerk.cli.screens.model import Screen

PATIENCE = 1
"""Seconds before a bar is shown."""


def show(screen: Screen) -> None:
    """Print a screen on standard output: the same words as without decoration."""
    console = Console(file=sys.stdout, width=columns(sys.stdout), markup=False, highlight=False, emoji=False)
    above = False
    for part in screen:
        made = tuple(_decorated(part))
        if above and made:
            console.print()
        for each in made:
            console.print(each, soft_wrap=isinstance(each, Text))
        above = above or bool(made)


def busy(text: str) -> AbstractContextManager[object]:
    """Show on standard error, for as long as the block runs, what the program is doing."""
    return Console(stderr=True, markup=False, highlight=False).status(Text(text))


@contextmanager
def bar(text: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error from the second second on, until the block ends. Call what it gives at each step."""
    parts = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    progress = Progress(*parts, console=Console(stderr=True, markup=False, highlight=False), transient=True)
    task = progress.add_task(text, total=total)
    begin = Timer(PATIENCE, progress.start)
    begin.daemon = True
    begin.start()
    try:
        yield lambda: progress.advance(task)
    finally:
        begin.cancel()
        begin.join()
        progress.stop()


def _decorated(part: Title | Section) -> Iterator[Text | Grid]:
    match part:
        case Section(label="", body=(Table() as table,)):
            yield _grid(table)
        case _:
            yield from _lines(part)


def _lines(part: Title | Section) -> Iterator[Text]:
    """The lines as they always are, with the heading in bold where it is whole on the first."""
    heading = layout.safe(part.left if isinstance(part, Title) else part.label)
    for number, line in enumerate(layout.lines((part,), width=columns(sys.stdout))):
        bold = number == 0 and bool(heading) and line.startswith(heading)
        yield Text.assemble((heading, "bold"), line[len(heading) :]) if bold else Text(line)


def _grid(table: Table) -> Grid:
    """A table whose columns share the width of the screen."""
    shown = any(table.header)
    grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=shown, header_style="bold")
    for name in table.header:
        grid.add_column(Text(layout.safe(name)), overflow="fold")
    styles = {say("screen.yes"): "green", say("screen.no"): "bold red"}  # beside the word, never instead of it
    for row in table.rows:
        grid.add_row(*(Text(layout.safe(cell), style=styles.get(cell, "")) for cell in row))
    return grid
