"""Libraries that only some installations have: `pip install 'maatwerk[pdf]'`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MissingExtra
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def needs(extra: str, *packages: str) -> Iterator[None]:
    """Around the import of what an extra brings. Raises MissingExtra with the command that installs it.

    Another module that is not found is a fault of an installation, and stays what it is.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in packages:
            raise
        raise MissingExtra(say("basics.missing_extra", extra=extra)) from None
