"""The command line: thin. It reads, asks the library, and shows; it decides nothing.

`program` holds the commands, `commands/` one file for each, `screens/` what is shown (pure), `layout/` how.
"""

from __future__ import annotations

import os
import sys
from contextvars import copy_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (docs/exit-codes.md). Never raises and never shows a traceback."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # slow to look for; and they would see every value
    from maatwerk.cli.failures import guarded
    from maatwerk.cli.program import run

    # in a context of its own: the bounds of an organisation end with the command
    return copy_context().run(guarded, run, list(sys.argv[1:] if arguments is None else arguments))
