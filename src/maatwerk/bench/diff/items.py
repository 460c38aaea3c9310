"""A ruleset as items that can be laid beside those of another version: every block and row, key by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maatwerk.basics.text import language
from maatwerk.bench.diff.example_items import example_items
from maatwerk.bench.diff.model import Aspect, Item, Value
from maatwerk.bench.diff.rule_words import in_words
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import Type
from maatwerk.expressions.values import Span
from maatwerk.expressions.values_in_words import show
from maatwerk.ruleset.cells import write_key, write_value
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.expression_forms import REPLACES, WITH_EXPRESSION
from maatwerk.ruleset.front_matter import KEYS
from maatwerk.ruleset.identity import HEADER_WORDS, NOT_RULES, counts, reached
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS
from maatwerk.ruleset.model import Fact, Settings, Text, asked
from maatwerk.ruleset.printing import header_value
from maatwerk.ruleset.typename import LIST, OPTIONS_IN_ENGLISH, write_option_words, write_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.kinds import Key, Kind
    from maatwerk.ruleset.model import Norm, RecordList, Ruleset

HEADER, FACT, NORM, LETTER = "kop", "gegeven", "norm", "brief"
Items = dict[tuple[str, str], Item]
"""By kind and name, in the order of the language."""


def items_of(ruleset: Ruleset) -> Items:
    """Everything in a ruleset, and what it uses of its building blocks."""
    found = _Items(ruleset, reached(ruleset), reached(ruleset, _printed(ruleset)))
    return {(item.kind, item.name): item for item in found.all()}


def _printed(ruleset: Ruleset) -> Iterator[str]:
    """The names that texts and letters print or ask about, which no rule need do."""
    for kind in KINDS.values():
        for item in kind.items(ruleset).values():
            for key in kind.keys:
                value = getattr(item, key.field)
                yield from value.names if isinstance(value, Text) else ()
            if kind.name == LETTER:
                yield from (name for _, expression in kind.expressions(item) for name in names_in(expression.root))


@dataclass(frozen=True)
class _Items:
    ruleset: Ruleset
    rules: frozenset[str]
    used: frozenset[str]

    def all(self) -> Iterator[Item]:
        rules = self.ruleset
        yield self.header()
        yield from (self.fact(each) for each in asked(rules) if self.is_here(each.name) and not _is_judgement(each))
        yield from (self.norm(each) for each in rules.norms.values() if self.is_here(each.name))
        for kind in KINDS.values():
            yield from (
                self.of_kind(kind, name, item) for name, item in kind.items(rules).items() if self.is_here(name)
            )
        if rules.settings != Settings():
            yield self.of_kind(SETTINGS, "", rules.settings)
        yield from example_items(rules)

    def is_here(self, name: str) -> bool:
        """Whether it stands in the document itself, or is used of a building block."""
        return not self.block_of(name) or name in self.used

    def block_of(self, name: str) -> str:
        origin = self.ruleset.origin.get(name, self.ruleset.id)
        return "" if origin == self.ruleset.id else origin

    def aspect(self, name: str, *, rule: bool = True) -> Aspect:
        return "rules" if rule and (name in self.rules or not name) else "texts"

    def header(self) -> Item:
        header = self.ruleset.header
        values: dict[str, Value] = {}
        other = "regelset" if header.is_building_block else "bouwsteen"
        for key in (key for key in KEYS.values() if key.name != other):
            written = header_value(self.ruleset, key)
            aspect: Aspect = "texts" if key.field in HEADER_WORDS else "rules"
            if written:
                values[key.name] = Value(aspect, written, written, names="code" if key.name == "peildatum" else "")
        return Item(HEADER, "", "rules", values, header.place)

    def fact(self, each: Fact | RecordList) -> Item:
        name, of_list = each.name, each.list if isinstance(each, Fact) else ""
        aspect = self.aspect(name)
        kind = write_type(each.type) if isinstance(each, Fact) else LIST
        rules = {"soort": kind, "lijst": of_list, "wie": ", ".join(each.who), "privacy": each.privacy}
        values = {
            key: Value(aspect, text, text, names="code" if key == "lijst" else "", main=key == "soort")
            for key, text in rules.items()
            if text
        }
        values |= _text_values("vraag", "vraag_en", each.question, main=True)
        values |= _raw_value("herkomst", each.source)
        values |= _raw_value(OPTIONS_IN_ENGLISH, write_option_words(each.type) if isinstance(each, Fact) else "")
        return Item(FACT, name, aspect, values, each.place, block=self.block_of(name))

    def norm(self, norm: Norm) -> Item:
        aspect, kind = self.aspect(norm.name), write_type(norm.type)
        values = {"soort": Value(aspect, kind, kind)}
        for row in norm.rows:  # in order of their days
            keys = "; ".join(map(write_key, row.keys))
            name = f"vanaf {row.valid_from.isoformat()}{f' bij {keys}' if keys else ''}"
            written = write_value(row.value, norm.type)
            words = show(Span.point(row.value), norm.type, language())  # type: ignore[arg-type, type-var]
            values[name] = Value(aspect, written, written, words, main=True)
        sources = "; ".join(dict.fromkeys(row.source for row in norm.rows if row.source))
        values |= _raw_value("bron", sources)
        return Item(NORM, norm.name, aspect, values, norm.place, sources, self.block_of(norm.name))

    def of_kind(self, kind: Kind, name: str, item: Any) -> Item:  # noqa: ANN401 - an item of that kind
        rule = kind.mapping not in NOT_RULES or kind.name == "oordeel"
        aspect: Aspect = "letters" if kind.name == LETTER else self.aspect(name, rule=rule)
        values: dict[str, Value] = {}
        for key in (*kind.keys, *((CHECK,) if kind is not SETTINGS else ())):
            values |= self.value(key, item, aspect)
        place = getattr(item, "place", self.ruleset.header.place)
        return Item(kind.name, name, aspect, values, place, self.source(item), self.block_of(name))

    def source(self, item: Any) -> str:  # noqa: ANN401 - an item of any kind
        ground = self.ruleset.grounds.get(getattr(item, "ground", ""))
        return str(getattr(item, "source", "") or getattr(ground or item, "article", ""))

    def value(self, key: Key, item: Any, aspect: Aspect) -> dict[str, Value]:  # noqa: ANN401 - as above
        found = getattr(item, key.field)
        if found is None or (not key.must and found == self.default(key)):
            return {}
        if isinstance(found, Text):
            return _text_values(key.name, key.english, found, main=key.must, letter=aspect == "letters")
        if not counts(key) or key is CHECK:
            return _raw_value(key.name, str(found), "letters" if aspect == "letters" else "texts")
        written = self.as_written(key, found)
        words = self.in_words(found) if key.form in WITH_EXPRESSION else ""
        english = write_option_words(found) if isinstance(found, Type) else ""
        value = Value(aspect, key.form.write(found), written, words, "code", key.must or bool(words))
        return {key.name: value, **_raw_value(key.english, english)}

    def default(self, key: Key) -> Any:  # noqa: ANN401 - a value of any form
        return key.default_for(Desk("", header=self.ruleset.header, settings=self.ruleset.settings))

    def as_written(self, key: Key, found: Any) -> str:  # noqa: ANN401 - a value of any form
        if isinstance(found, Expression):
            return " ".join(found.text.split())
        if key.form is REPLACES:
            return "; ".join(f"{name} = {' '.join(each.text.split())}" for name, each in found)
        return key.form.write(found)

    def in_words(self, found: Any) -> str:  # noqa: ANN401 - a value of any form
        if isinstance(found, Expression):
            return in_words(found, self.ruleset)
        each = found if isinstance(found, tuple) and found and isinstance(found[0], tuple) else ()
        return "; ".join(f"{name.replace('_', ' ')}: {in_words(expression, self.ruleset)}" for name, expression in each)


def _is_judgement(each: Fact | RecordList) -> bool:
    return isinstance(each, Fact) and each.judgement


def _text_values(key: str, english: str, text: Text, *, main: bool, letter: bool = False) -> dict[str, Value]:
    aspect: Aspect = "letters" if letter else "texts"
    found = {key: Value(aspect, text.nl, text.nl, names="text", main=main)}
    return found | ({english: Value(aspect, text.en, text.en, names="text")} if text.en else {})


def _raw_value(key: str, text: str, aspect: Aspect = "texts") -> dict[str, Value]:
    return {key: Value(aspect, text, text)} if text else {}
