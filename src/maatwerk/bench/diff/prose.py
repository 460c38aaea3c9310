"""What changed in the free text of a document: its paragraphs, headings and quotes. They change no outcome."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import read_file
from maatwerk.basics.problems import Place
from maatwerk.bench.diff.model import Change, KeyChange, Value
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.markdown import Heading, Paragraph, read_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.bench.diff.model import Sort
    from maatwerk.ruleset.model import Ruleset

TEXT, QUOTE = "toelichting", "citaat"


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    place: Place


def prose_changes(old: Ruleset, new: Ruleset) -> Iterator[Change]:
    """Paragraphs, headings and quotes that are new, gone, or stand in the place of others."""
    yield from _compared(TEXT, _prose(old), _prose(new))
    yield from _compared(QUOTE, _quotes(old), _quotes(new))


def _quotes(ruleset: Ruleset) -> list[_Piece]:
    return [_Piece(" ".join(each.text.split()), each.place) for each in ruleset.quotes]


def _prose(ruleset: Ruleset) -> list[_Piece]:
    """The paragraphs and headings without meaning, each as one line."""
    lines = _source(Path(ruleset.file))
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"][:2]
    start = fences[-1] + 1 if fences else 0
    found: list[_Piece] = []
    for element in read_markdown(lines[start:], start + 1):
        if isinstance(element, Paragraph):
            text = " ".join(word for line in element.lines for word in line.text.split())
            found.append(_Piece(text, Place(ruleset.file, element.lines[0].number)))
        elif isinstance(element, Heading) and not _is_block(element.line.text):
            found.append(_Piece(element.line.text, Place(ruleset.file, element.line.number)))
    return found


def _source(file: Path) -> list[str]:
    """The lines of a document; none where it was read from a text without a file."""
    with suppress(OSError):
        return (read_file(file) or b"").decode("utf-8-sig").splitlines()
    return []


def _is_block(heading: str) -> bool:
    kind = heading.partition(":")[0].strip().lower().replace(" ", "_")
    return kind in KINDS or kind == "instellingen"


def _compared(kind: str, old: Sequence[_Piece], new: Sequence[_Piece]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [each.text for each in old], [each.text for each in new], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            yield from (_change(kind, *pair) for pair in zip_longest(old[first:last], new[start:end]))


def _change(kind: str, old: _Piece | None, new: _Piece | None) -> Change:
    sort: Sort = "added" if old is None else "dropped" if new is None else "changed"
    key = KeyChange("tekst", _value(old), _value(new))
    old_place, new_place = old.place if old else None, new.place if new else None
    return Change("examples", sort, kind, "", old_place=old_place, new_place=new_place, keys=(key,))


def _value(piece: _Piece | None) -> Value | None:
    return Value("examples", piece.text, piece.text) if piece else None
