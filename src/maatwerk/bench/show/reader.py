"""A ruleset read aloud: its expressions and texts as words in which every name leads to its place on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.bench.examples import CONTACT, CONTESTED, DECISIONS, HEARD, RECEIVED, TODAY, UNVERIFIED
from maatwerk.criteria.situation import Situation
from maatwerk.criteria.wording import readable
from maatwerk.expressions.tree import Both, Either, Expression, Not
from maatwerk.expressions.words import rule_in_words
from maatwerk.pages.model import Bullets, Foreign, Item, Link, Words
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.expression_forms import OTHERWISE
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.placeholders import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import DateSpan, Value
    from maatwerk.ruleset.model import Ruleset, Text

# Around a name, its words between them. No text of a ruleset holds these: they are no characters.
_BEGIN, _BETWEEN, _END = "\ufdd1", "\ufdd2", "\ufdd3"
_NAMED = re.compile(f"{_BEGIN}([^{_BETWEEN}]*){_BETWEEN}([^{_END}]*){_END}")
DUTCH = "nl"
OF_THE_CASE = (TODAY, RECEIVED, HEARD, CONTACT, DECISIONS, UNVERIFIED, CONTESTED)


class Reader:
    """The words for everything in one ruleset, in one language."""

    def __init__(self, ruleset: Ruleset, lang: str) -> None:
        """Take the ruleset and the language."""
        self.ruleset = ruleset
        self.lang = lang
        self.other = "" if lang == DUTCH else DUTCH  # the language of rulesets, where it is not that of the page
        self.scope = _Rules(ruleset)
        self.places = _places(ruleset)

    def say(self, key: str, **values: object) -> str:
        """A text of this page."""
        return say(f"show.{key}", lang=self.lang, **values)

    def told(self, key: str, **names: Words) -> Words:
        """A text of this page around other words, so that those that are Dutch are marked."""
        spots = {name: f"{_BEGIN}{name}{_END}" for name in names}
        parts = re.split(f"{_BEGIN}([^{_END}]*){_END}", self.say(key, **spots))
        found = (names[part] if place % 2 else (part,) for place, part in enumerate(parts) if part)
        return tuple(word for words in found for word in words)

    def name(self, name: str) -> str:
        """The words for a name: of a ground its article, of a calculation `noemt`, else the name with spaces."""
        rules = self.ruleset
        if name in OF_THE_CASE:
            return self.say(name)
        if name in rules.grounds:
            return rules.grounds[name].article
        calculation = rules.calculations.get(name)
        return calculation.words.in_language(self.lang) if calculation and calculation.words else readable(name)

    def heading(self, name: str) -> str | Foreign:
        """The name of a block as a heading; of a calculation its words only where those are a translation."""
        untranslated = self.is_dutch(name) or not self.other
        text = readable(name) if name in self.ruleset.calculations and untranslated else self.name(name)
        text = text[:1].upper() + text[1:]
        return self.dutch(text) if self.is_dutch(name) else text

    def is_dutch(self, name: str) -> bool:
        """Whether the words for a name are Dutch on a page that is not: only calculations have a translation."""
        words = self.ruleset.calculations[name].words if name in self.ruleset.calculations else None
        translated = name in OF_THE_CASE or bool(words and words.en)
        return bool(self.other) and not translated

    def dutch(self, text: str) -> str | Foreign:
        """Words that are Dutch on every page."""
        return Foreign(text, self.other) if self.other and text else text

    def link(self, name: str, words: str = "") -> str | Link | Foreign:
        """A name that leads to its place; only words where it has none, such as the date of the case."""
        text = words or self.name(name)
        if name in self.places:
            return Link(text, name, self.other if self.is_dutch(name) else "")
        return self.dutch(text) if self.is_dutch(name) else text

    def links(self, names: Iterable[str]) -> Words:
        """Names behind each other; a dash where there are none."""
        found = [self.link(name) for name in names]
        return tuple(part for word in found for part in (", ", word))[1:] or ("–",)

    def text(self, text: Text | None) -> Words:
        """A text of the ruleset, each place for a value in square brackets."""
        if text is None:
            return ()
        read = str if text.en else self.dutch
        found = pieces(text.in_language(self.lang))
        linked = (self.link(each.text, f"[{self.name(each.text)}]") if each.is_name else None for each in found)
        return tuple(link or read(each.text) for link, each in zip(linked, found, strict=True))

    def rule(self, expression: Expression | Node) -> Words:
        """An expression as a sentence without a full stop."""
        if isinstance(expression, Expression):
            return self.rule(expression.root) if expression.text != OTHERWISE else (self.say("otherwise"),)
        parts = _NAMED.split(rule_in_words(expression, self.scope, self.lang))
        names, words = parts[1::3], parts[2::3]
        linked = [part for pair in zip(names, words, strict=True) for part in (self.link(*pair),)]
        told = [part for pair in zip(parts[::3], [*linked, ""], strict=True) for part in pair]
        return tuple(part for part in told if part)

    def parts(self, expression: Expression | None) -> Words | Bullets:
        """An expression as a list where it has parts, each `en` and `of` with its own parts below it."""
        if expression is None:
            return ()
        if expression.text == OTHERWISE or not isinstance(_open(expression.root)[0], Both | Either):
            return self.rule(expression)
        return Bullets((self._item(expression.root),))

    def _item(self, node: Node) -> Item:
        inner, negated = _open(node)
        if not isinstance(inner, Both | Either):
            return Item(self.rule(node))
        key = {(Both, False): "all", (Either, False): "any", (Both, True): "not_all", (Either, True): "none"}
        return Item((self.say(key[type(inner), negated]),), tuple(self._item(part) for part in flat(inner)))


def flat(node: Both | Either) -> Iterator[Node]:
    """The parts of `en` or `of`; those of one inside another of its own kind too, such as `12 <= leeftijd <= 17`."""
    for part in node.parts:
        if isinstance(part, Both | Either) and type(part) is type(node):
            yield from flat(part)
        else:
            yield part


def _open(node: Node) -> tuple[Node, bool]:
    """What stands behind `niet`, and whether it does."""
    return (node.part, True) if isinstance(node, Not) else (node, False)


def _places(ruleset: Ruleset) -> frozenset[str]:
    """Every name that has a place on the page."""
    blocks = {name for kind in KINDS.values() for name in kind.items(ruleset)}
    fields = {name for each in ruleset.lists.values() for name in each.fields}
    return frozenset(blocks | fields | {*ruleset.facts, *ruleset.norms, *ruleset.lists})


class _Rules(NothingKnown):
    """The rules without a case: a norm has a figure when it is the same all through this version."""

    def __init__(self, ruleset: Ruleset) -> None:
        super().__init__(ruleset)
        self.empty = Situation(ruleset, {}, today=ruleset.header.valid_from)

    def value(self, name: str) -> Value:
        return self.empty.value(name) if name in self.ruleset.norms else super().value(name)

    def norm_on(self, name: str, on: DateSpan) -> Value:
        return self.empty.norm_on(name, on)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        return self.empty.norm_by(name, keys, on)

    def label(self, name: str, lang: str) -> str:
        words = say(f"show.{name}", lang=lang) if name in OF_THE_CASE else self.empty.label(name, lang)
        return f"{_BEGIN}{name}{_BETWEEN}{words}{_END}"
