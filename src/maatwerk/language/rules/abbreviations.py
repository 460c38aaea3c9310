"""Abbreviations: write them out, or explain them once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_list import abbreviation_list
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_DOTTED = re.compile(
    r"(?<![\w.])(?:[A-Za-z]{1,3}\.){2,}(?![\w@])"
    r"|(?<![\w.@/])[A-Za-z]{2,6}\.(?=\s+[a-z\d(€]|$)"  # `art. 4`; before a capital it may end a sentence
    r"|(?<![\w.@/])(?i:dhr|mw|mevr|bijv|evt|etc|enz|jl|dept|art|nr|tel|afd)\.(?=\s|$)"
)
_CAPITALS = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]+[a-z]?|[A-Z][a-z]{0,2}[wz]b|Wmo|Awb|Wvggz)(?![\w/-]|\.\w)"
)
_POSTCODE = re.compile(r"\d{4}\s?$")
_ROMAN = re.compile(r"[IVX]+")


def abbreviations(passage: Passage) -> Iterator[Mark]:
    """`afkorting`: with full stops (`i.v.m.`, `d.d.`), or in capitals and nowhere explained (`VTH`)."""
    for sentence in passage.sentences:
        yield from _dotted(sentence, passage.lang)
    yield from _capitals(passage)


def _dotted(sentence: Sentence, lang: str) -> Iterator[Mark]:
    known = abbreviation_list(lang)
    for found in _DOTTED.finditer(sentence.text):
        full = known.get(found.group().lower())
        place = sentence.start + found.start()
        if full:
            yield Mark("afkorting", place, place + len(found.group()), (("plain", full),), "error", "afkorting-bekend")
        elif found.group().count(".") > 1 and not found.group()[0].isupper():
            yield Mark("afkorting", place, place + len(found.group()), (), "error")


def _capitals(passage: Passage) -> Iterator[Mark]:
    seen: set[str] = set()
    for sentence in passage.sentences:
        if sentence.text.isupper() and len(sentence.words) > 1:
            continue  # a heading in capitals
        for found in _CAPITALS.finditer(sentence.text):
            word, place = found.group(), sentence.start + found.start()
            if word not in seen and not _needs_no_words(word, sentence.text[: found.start()]):
                seen.add(word)
                if not _is_explained(passage.text, word):
                    yield Mark("afkorting", place, place + len(word))


def _needs_no_words(word: str, before: str) -> bool:
    """Whether everybody knows it, or it is a number or part of an address."""
    known = word.lower() in word_set("nl", "known_abbreviation")
    return known or _ROMAN.fullmatch(word) is not None or _POSTCODE.search(before) is not None


def _is_explained(text: str, word: str) -> bool:
    """Whether it stands between brackets behind its words, or its words behind it."""
    behind = rf"\b{word} \(\w|\b{word},? (?:dat|dit|that|this) (?:is|betekent|means)\b"
    return re.search(rf"\w \({word}\)|{behind}", text) is not None
