"""An expression of a half-typed text in words, with the values of norms: what the rule asks of anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.basics.formatting import day
from maatwerk.basics.problems import Place
from maatwerk.basics.text import language, say
from maatwerk.criteria.wording import readable
from maatwerk.expressions.parser import parse
from maatwerk.expressions.types import YES_NO, Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Span
from maatwerk.expressions.words import rule_in_words, show

if TYPE_CHECKING:
    from maatwerk.editor.names import Names
    from maatwerk.expressions.scope import Records
    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.values import DateSpan, Value
    from maatwerk.ruleset.model import Norm, NormRow


def in_words(text: str, names: Names, per: str = "") -> str:
    """An expression as a sentence; empty for one that is not right yet."""
    expression, _ = parse(text, Place("", 1, 1))
    if expression is None:
        return ""
    norms = {each.name for each in names.of("norm")}
    typed, _, wrong = check(expression, names.types(per), allow_is_known=True, norms=norms, lists=names.visible.lists)
    return "" if wrong else rule_in_words(typed.root, RuleScope(names), language())


def newest(norm: Norm) -> str:
    """The value of a norm in the format of its type, with its day where it had others before; empty for a table."""
    if not norm.rows or norm.rows[-1].keys:
        return ""
    row = norm.rows[-1]
    value = value_of(norm, row)
    return value if len(norm.rows) == 1 else say("editor.since", value=value, day=day(row.valid_from))


def value_of(norm: Norm, row: NormRow) -> str:
    """The value in a row of a norm, in the format of its type."""
    point: Span[Any] = Span(row.value, row.value)
    return show(point, norm.type, language())


class RuleScope:
    """A scope in which nothing has a value: an expression is only put in words."""

    def __init__(self, names: Names) -> None:
        """Take the names of a text."""
        self.names = names

    def label(self, name: str, lang: str) -> str:
        """The words for a name; of a norm with its value."""
        known = self.names.get(name)
        item = known.item if known else None
        if known is None or item is None:
            return readable(name)
        if known.sort == "norm" and newest(item):
            return say("expression.with_value", lang=lang, name=readable(name), value=newest(item))
        if known.sort == "berekening" and item.words:
            return str(item.words.in_language(lang))
        return readable(name)

    def type_of(self, name: str) -> Type:
        """The type of a name."""
        known = self.names.get(name)
        return (known.type if known else None) or self.names.visible.case.get(name, YES_NO)

    def is_norm(self, name: str) -> bool:
        """Whether a name is a norm."""
        known = self.names.get(name)
        return known is not None and known.sort == "norm"

    def value(self, name: str) -> Value:
        """Nothing is known."""
        return unknown_of(self.type_of(name))

    def norm_on(self, name: str, on: DateSpan) -> Value:  # noqa: ARG002 - any day
        """Nothing is known."""
        return self.value(name)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:  # noqa: ARG002 - any key
        """Nothing is known."""
        return self.value(name)

    def records(self, name: str) -> Records | None:  # noqa: ARG002 - of no list is anything known
        """Nothing is known."""
        return None

    def definition(self, name: str) -> Expression | None:  # noqa: ARG002 - a name stays a name
        """A name is not opened."""
        return None
