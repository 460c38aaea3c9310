"""How wide a screen is: 78 columns, or those of a terminal that has fewer. What is piped is the same everywhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

WIDTH = 78
NARROWEST = 40  # below this labels leave no room for words: the terminal itself breaks the lines


def columns(stream: TextIO) -> int:
    """The columns for what goes to a stream."""
    try:
        there = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except OSError:
        there = 0  # a stream of another kind, or a terminal that does not tell
    return max(NARROWEST, min(WIDTH, there)) if there else WIDTH
