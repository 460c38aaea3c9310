"""A file that is there wholly or not at all, and only when all that belongs to it went well."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def make(file: Path, text: str) -> None:
    """Write a new file, whole or not at all. Raises FileExistsError where there is one, OSError when it cannot."""
    beside = file.with_name(f".{secrets.token_hex(8)}.new")
    try:
        _write(beside, text)
        os.link(beside, file)  # not a rename: that would replace what is there
    finally:
        beside.unlink(missing_ok=True)


def _write(beside: Path, content: str | bytes) -> None:
    with beside.open("xb") as made:
        made.write(_bytes(content))
        made.flush()
        os.fsync(made.fileno())


@contextmanager
def replacing(file: Path, content: str | bytes) -> Iterator[None]:
    """Write beside `file` and, when the block ends well, put that in its place. Raises OSError when it cannot."""
    if file.exists() and not file.is_file():  # a device or a pipe: nothing can be put in its place
        yield from _after(file, content)
        return
    target = file.resolve()  # what a link points at is replaced, not the link
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError
    beside = target.with_name(f".{secrets.token_hex(8)}.new")
    try:
        _write(beside, content)
        if target.exists():
            shutil.copymode(target, beside)  # who may read it stays the same
        yield
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def saving(file: Path, content: str | bytes) -> Iterator[None]:
    """As `replacing`. Raises MaatwerkError, in words, where the file cannot be written."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.basics.text import say

    try:
        with replacing(file, content):
            yield
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=file)) from None


def save(file: Path, content: str | bytes) -> None:
    """Write a file whole, in the place of what was there. Raises MaatwerkError where it cannot be written."""
    with saving(file, content):
        pass


def _after(device: Path, content: str | bytes) -> Iterator[None]:
    with device.open("wb") as opened:
        yield
        opened.write(_bytes(content))


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
