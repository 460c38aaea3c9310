"""An expression as a plain sentence about the rule itself: without the figures of any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import language
from maatwerk.criteria.wording import readable
from maatwerk.expressions.words import rule_in_words
from maatwerk.ruleset.checks.static_scope import NothingKnown

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


class _AsRule(NothingKnown):
    def label(self, name: str, lang: str) -> str:
        """The words for a name: `noemt` of a calculation where it has one, else the name with spaces."""
        calculation = self.ruleset.calculations.get(name)
        return calculation.words.in_language(lang) if calculation and calculation.words else readable(name)


def in_words(expression: Expression, ruleset: Ruleset) -> str:
    """What an expression of a ruleset says, in the language in use."""
    return rule_in_words(expression.root, _AsRule(ruleset), language())
