"""How long an editor waits for help, from nothing remembered: `python scripts/measure_editor.py`."""

from __future__ import annotations

from functools import partial
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from maatwerk.editor.completion import complete
from maatwerk.editor.definition import definition
from maatwerk.editor.diagnosis import diagnosed
from maatwerk.editor.hover import hover
from maatwerk.editor.opened import Opened
from maatwerk.editor.outline import outline
from maatwerk.editor.positions import Position
from maatwerk.ruleset.library import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

EVERY = 7  # one line in so many, at its begin, middle and end
TIMES = 5


def seconds(asked: Iterable[Callable[[], object]]) -> str:
    """The median and the longest time of this process."""
    took = []
    for ask in asked:
        start = process_time()
        ask()
        took.append(process_time() - start)
    return f"median {median(took):.3f} s, longest {max(took):.3f} s ({len(took)} times)"


def main() -> None:
    """Print a line for each thing that an editor can ask."""
    file: Path = max(shipped().rglob("*.md"), key=lambda path: path.stat().st_size)
    text = file.read_text(encoding="utf-8")
    lines = Opened(text, file).lines
    spots = [
        Position(number, column)
        for number in range(1, len(lines) + 1, EVERY)
        for column in sorted({1, len(lines[number - 1]) // 2 + 1, len(lines[number - 1]) + 1})
    ]
    print(f"{file.parent.name}/{file.name}: {len(lines)} lines, {len(text):,} characters, {len(spots)} positions")
    for answer in (complete, hover, definition):
        asked: list[Callable[[], object]] = [partial(_ask, answer, text, file, at) for at in spots]
        print(f"{answer.__name__}: {seconds(asked)}", flush=True)
    print(f"outline: {seconds([lambda: outline(Opened(text, file))] * TIMES)}")
    for each in sorted(shipped().glob("*/*.md")):
        right = each.read_text(encoding="utf-8")
        print(f"problems of {each.parent.name}/{each.name}: {seconds([partial(_examine, right, each)] * TIMES)}")
    wrong = text.replace("- eis: ", "- eis: (", 1)
    print(f"problems of the largest, with a mistake: {seconds([partial(_examine, wrong, file)] * TIMES)}")


def _ask(answer: Callable[[Opened, Position], object], text: str, file: Path, at: Position) -> object:
    return answer(Opened(text, file), at)


def _examine(text: str, file: Path) -> object:
    return diagnosed(Opened(text, file))


if __name__ == "__main__":
    main()
