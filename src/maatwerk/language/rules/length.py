"""Sentences and paragraphs that are too long to keep in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

LONGEST_SENTENCE = 20  # words
LONGEST_PARAGRAPH = 80  # words


def long_sentences(passage: Passage) -> Iterator[Mark]:
    """`zin-lang`: a sentence of more than 20 words."""
    for each in passage.sentences:
        if each.length > LONGEST_SENTENCE:
            values = (("count", each.length), ("most", LONGEST_SENTENCE))
            yield Mark("zin-lang", each.start, each.end, values, "error")


def long_paragraphs(passage: Passage) -> Iterator[Mark]:
    """`alinea-lang`: a paragraph of more than 80 words."""
    for each in passage.paragraphs:
        if each.length > LONGEST_PARAGRAPH:
            yield Mark("alinea-lang", each.start, each.end, (("count", each.length), ("most", LONGEST_PARAGRAPH)))
