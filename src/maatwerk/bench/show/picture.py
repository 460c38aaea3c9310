"""A tree as a picture: a box for each branch, its own branches indented below it. Whole pixels, no foreign program.

Fonts differ, so the width of a text is taken as in a wide one (Verdana): in others the boxes are a little too wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.show.tree import as_item
from maatwerk.pages.model import Box, Bullets, Picture, plain

if TYPE_CHECKING:
    from maatwerk.bench.show.tree import Branch

WIDTH, NARROWEST = 400, 190
INDENT, GAP = 20, 8
FONT, LINE, PAD = 15, 20, 8
WIDE, CAPITAL, NORMAL, SLIM, STRANGE = 1000, 800, 660, 460, 1150  # thousandths of the size of the font
_WIDE, _SLIM = frozenset("mwMW%@—…€"), frozenset("ijlt.,:;'|!()[] ‘’·")


def picture_of(tree: Branch, name: str, title: str) -> Picture:
    """The picture of a tree, with the same tree as a list."""
    width = max(WIDTH, NARROWEST + INDENT * (_depth(tree) - 1))
    layout = _Layout(width)
    height = layout.place(tree, 0, 1) + 1
    told = Bullets((as_item(tree),), f"tree-{name}")
    return Picture(f"picture-{name}", title, told, width, height, tuple(layout.boxes), tuple(layout.lines))


class _Layout:
    def __init__(self, width: int) -> None:
        self.width = width
        self.boxes: list[Box] = []
        self.lines: list[tuple[tuple[int, int], ...]] = []

    def place(self, branch: Branch, depth: int, top: int) -> int:
        """Put a branch and all below it; gives where the last box ends."""
        left = 1 + INDENT * depth
        inside = self.width - left - 1 - 2 * PAD
        lines = lines_of(plain(branch.words), inside)
        box = Box(branch.kind, left, top, self.width - left - 1, len(lines) * LINE + PAD, lines)
        self.boxes.append(box)
        end = top + box.height
        for below in branch.branches:
            trunk, middle = left + INDENT // 2, end + GAP + (LINE + PAD) // 2
            self.lines.append(((trunk, top + box.height), (trunk, middle), (left + INDENT, middle)))
            end = self.place(below, depth + 1, end + GAP)
        return end


def lines_of(text: str, width: int) -> tuple[str, ...]:
    """A text in lines that fit; a word that is too long for one line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _broken(word, width)
        lines += full
    return (*lines, line)


def _broken(word: str, width: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def width_of(text: str) -> int:
    """How many pixels a text takes at most."""
    return -(-sum(map(_sign, text)) * FONT // 1000)


def _sign(sign: str) -> int:
    if sign in _SLIM:
        return SLIM
    if sign in _WIDE:
        return WIDE
    if ord(sign) > ord("ɏ"):  # beyond the Latin letters
        return STRANGE
    return CAPITAL if sign.isupper() else NORMAL


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.branches), default=0)
