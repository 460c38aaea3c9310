"""The writing rules, each a plain function from a passage to what it marks. A new rule is one name in `RULES`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.language.rules import (
    abbreviations,
    blame,
    law,
    length,
    negation,
    next_step,
    noun_style,
    passive,
    tang,
    terms,
    words,
)

if TYPE_CHECKING:
    from maatwerk.language.model import Rule

RULES: tuple[Rule, ...] = (
    length.long_sentences,
    length.long_paragraphs,
    passive.passives,
    tang.tangs,
    terms.officialese,
    terms.jargon,
    abbreviations.abbreviations,
    negation.double_negations,
    noun_style.noun_style,
    words.rare_words,
    words.long_words,
    law.law_in_the_body,
    blame.blame,
    next_step.no_next_step,
)
