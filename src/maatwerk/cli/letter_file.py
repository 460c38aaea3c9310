"""How a letter comes out: in which format, to a file or the screen, and never over somebody's work."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from functools import wraps
from pathlib import Path  # noqa: TC003
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import option

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from maatwerk.letter.model import Letter
    from maatwerk.organisation.folder import Organisation


class Layout(NamedTuple):
    """What a letter looks like and where it goes: the format, in large print or not, to a file or the screen.

    `overwrite`: in the place of any file.
    """

    shape: str
    large: bool
    out: Path | None
    overwrite: bool


def layout(function: Callable[..., int]) -> Callable[..., int]:
    """The options that make a `Layout`: `--format`, `--large`, `--out` and `--overwrite`."""

    @wraps(function)
    def packed(*, shape: str, large: bool, out: Path | None, overwrite: bool, **others: Any) -> int:  # noqa: ANN401 - of any command
        return function(layout=Layout(shape, large, out, overwrite), **others)

    to_file = option("--large", is_flag=True)(options.out(option("--overwrite", is_flag=True)(packed)))
    return options.shape(*SUFFIXES)(to_file)


SUFFIXES = {
    "txt": (".txt",),
    "md": (".md",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "aloud": (".txt", ".aloud"),
    "json": (".json",),
}
"""The formats, each with how the name of its file may end."""


def content_of(letter: Letter, layout: Layout, organisation: Organisation) -> bytes:
    """The letter as it goes out, or as data for another program (`json`)."""
    if layout.shape == "json":
        return (json.dumps(asdict(letter), ensure_ascii=False, indent=2, default=str) + "\n").encode()
    from maatwerk.letter.formats import FORMATS as LAYOUTS
    from maatwerk.letter.formats import document
    from maatwerk.letter.formats.style import style_of

    style = style_of(organisation)
    form = next(form for form in LAYOUTS if form == layout.shape)
    return document(letter, form, style.in_large_print() if layout.large else style)


def pages_in(content: bytes, layout: Layout) -> int | None:
    """On how many pages the letter is printed, where its format has pages; large print takes more of them."""
    if layout.shape != "pdf" or layout.large:
        return None
    from maatwerk.letter.formats.pdf import pages_of

    return pages_of(content)


def refuse_place(layout: Layout) -> None:
    """A format that is no text goes to a file or another program; the name of a file ends as its format asks."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.letter.formats import BINARY

    if layout.out is None and layout.shape in BINARY and sys.stdout.isatty():
        raise MaatwerkError(say("letter.format.to_a_file", form=layout.shape))
    fits = SUFFIXES[layout.shape]
    if layout.out is not None and layout.out.suffix.lower() not in {"", *fits}:
        raise MaatwerkError(say("cli.letter.other_suffix", file=layout.out, form=layout.shape, suffix=fits[0]))


def _refuse_to_lose(file: Path, content: bytes, ours: Collection[str]) -> None:
    """A file that is not as the program wrote it holds somebody's work. Raises MaatwerkError."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.letter.offered import seal_of, seal_of_file

    if file.is_file() and seal_of_file(file) not in {seal_of(content), *ours}:
        raise MaatwerkError(say("cli.letter.in_the_way", file=file))


@contextmanager
def written(content: bytes, layout: Layout, ours: Collection[str]) -> Iterator[None]:
    """Let the letter out after what is done within, or not at all: what is not registered is no letter.

    `ours`: hashes of files that the program wrote before, and that may make room.
    """
    from maatwerk.cli.whole_file import saving
    from maatwerk.letter.formats import BINARY

    out = layout.out
    if out is not None and not layout.overwrite:
        _refuse_to_lose(out, content, ours)
    if out is None:
        yield
        click.echo(content if layout.shape in BINARY else content.decode(), nl=False)
        return
    with saving(out, content):
        yield
    click.echo(say("cli.letter.written", file=out))
