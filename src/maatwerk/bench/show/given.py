"""Sections about what a ruleset takes as given: facts and dated norms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day, number
from maatwerk.bench.examples import value_of
from maatwerk.expressions.values_in_words import show
from maatwerk.pages.model import Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Block, Foreign, Words
    from maatwerk.ruleset.model import Calculation, Fact, Norm, NormRow, RecordList

_FACT = ("fact", "question", "type", "who", "source", "privacy")
_NORM = ("norm", "from", "value", "source")


def facts(reader: Reader) -> Section | None:
    """What is asked, of whom, and how private it is; each list with its fields."""
    rules = reader.ruleset
    given = [each for each in rules.facts.values() if not each.judgement]
    judged = [each for each in rules.facts.values() if each.judgement]
    tables = [_table(reader, reader.say("facts_table"), [*given, *rules.lists.values()])]
    tables += [
        _table(reader, reader.told("fields_table", list=(reader.dutch(reader.name(each.name)),)), each.fields.values())
        for each in rules.lists.values()
    ]
    tables += [_table(reader, reader.say("judgements_table"), judged)]
    judgements = [*judged, *(each for one in rules.lists.values() for each in one.fields.values() if each.judgement)]
    frames = tuple(
        Paragraph((*reader.told("frame", name=(reader.dutch(reader.name(each.name)),)), *reader.text(each.frame)))
        for each in judgements
        if each.frame
    )
    blocks: tuple[Block, ...] = (*(each for each in tables if each.rows), *frames)
    return Section("section-facts", reader.say("facts"), blocks) if blocks else None


def _table(reader: Reader, caption: str | Words, items: Iterable[Fact | RecordList]) -> Table:
    found = tuple(items)
    heads = tuple(reader.say(f"head_{head}") for head in _FACT)
    return Table(caption, heads, tuple(_row(reader, each) for each in found), tuple(each.name for each in found))


def _row(reader: Reader, each: Fact | RecordList) -> tuple[Words, ...]:
    return (
        (reader.dutch(each.name.replace("_", " ")),),
        reader.text(each.question),
        (type_in(reader, each),),
        (reader.dutch(", ".join(reader.name(one) for one in each.who)),),
        (reader.dutch(each.source),),
        (reader.say(f"privacy_{each.privacy}"),),
    )


def type_in(reader: Reader, each: Fact | RecordList | Calculation) -> str | Foreign:
    """The type as people read it; but for a list and yes or no it has words of the language of rulesets."""
    kind, told = getattr(each, "type", None), type_of(reader, each)
    return told if kind is None or kind.sort == "ja_nee" else reader.dutch(told)


def type_of(reader: Reader, each: Fact | RecordList | Calculation) -> str:
    """The type as people read it."""
    kind = getattr(each, "type", None)
    return reader.say("list") if kind is None else str(kind).replace("ja_nee", reader.say("yes_no")).replace("_", " ")


def norms(reader: Reader) -> Section | None:
    """Every dated amount with all its rows."""
    found = [(name, norm, row) for name, norm in reader.ruleset.norms.items() for row in norm.rows]
    first = {name: norm.rows[0] for name, norm, _ in found}
    rows = tuple(
        (
            (reader.dutch(_keyed(reader, name, row)),),
            (day(row.valid_from, reader.lang),),
            (_value(reader, norm, row),),
            (reader.dutch(row.source or norm.rows[0].source),),
        )
        for name, norm, row in found
    )
    ids = tuple(name if first[name] is row else "" for name, _, row in found)
    table = Table(reader.say("norms_table"), tuple(reader.say(f"head_{head}") for head in _NORM), rows, ids)
    return Section("section-norms", reader.say("norms"), (table,)) if rows else None


def _value(reader: Reader, norm: Norm, row: NormRow) -> str:
    value = show(value_of(row.value), norm.type, reader.lang)
    return f"{value} ({norm.type.unit})" if norm.type.sort == "getal" and norm.type.unit else value


def _keyed(reader: Reader, name: str, row: NormRow) -> str:
    keys = "; ".join(_key(reader, key) for key in row.keys)
    return reader.say("norm_by", name=reader.name(name), keys=keys) if keys else reader.name(name)


def _key(reader: Reader, key: object) -> str:
    match key:
        case bool():
            return reader.say("yes" if key else "no")
        case Fraction():
            return number(key, reader.lang)
        case str():
            return reader.name(key)
        case _:
            return day(key, reader.lang)  # type: ignore[arg-type]
