"""Sections about how sure the rules are: the examples, computed, and what a person must still look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.examples import NONE, run_examples, value_of
from maatwerk.criteria.wording import readable
from maatwerk.expressions.types import NUMBER
from maatwerk.expressions.values_in_words import show
from maatwerk.pages.model import Paragraph, Section, Table
from maatwerk.ruleset.marked import marked
from maatwerk.ruleset.model import all_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.bench.examples import ExampleResult
    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Block, Words
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Example

_HEADS = ("example", "given", "expected", "holds")


@dataclass(frozen=True, slots=True)
class Told:
    """One value of an example in words; `list` and `number` tell in which record, a number of 0 in none."""

    list: str
    number: int
    name: str
    value: str


Usual = dict[tuple[str, str], str]
"""The value that most examples have, by list and name."""


def examples(reader: Reader) -> Section | None:
    """Every example: what is given, what was expected, and whether the rules give that."""
    found = reader.ruleset.examples
    results = run_examples(reader.ruleset)
    told = [tuple(_given(reader, each)) for each in found]
    usual = _usual(told)
    good = sum(each.equal for each in results)
    counted = Paragraph((reader.say("examples_hold", number=len(found), good=good),))
    rows = tuple(
        ((each.name,), (_different(reader, values, usual),), (_expected(reader, each),), _verdict(reader, result))
        for each, values, result in zip(found, told, results, strict=True)
    )
    table = Table(reader.say("examples_table"), tuple(reader.say(f"head_{head}") for head in _HEADS), rows)
    blocks: tuple[Block, ...] = (counted, *_common(reader, usual), table)
    return Section("section-examples", reader.say("examples"), blocks) if rows else None


def _given(reader: Reader, example: Example) -> Iterator[Told]:
    types = {fact.name: fact.type for fact in all_facts(reader.ruleset)}

    def shown(name: str, raw: PlainValue | None) -> str:
        return reader.say("unknown") if raw is None else show(value_of(raw), types.get(name, NUMBER), reader.lang)

    for name, raw in example.facts.items():
        yield Told("", 0, reader.name(name), shown(name, raw))
    for name, found in example.lists.items():
        for number, record in enumerate(found.records, 1):
            yield from (Told(name, number, reader.name(field), shown(field, raw)) for field, raw in record.items())
        if not found.complete or not found.records:
            yield Told(name, 0, "", reader.say("no_records" if found.complete else "perhaps_more"))


def _usual(told: Sequence[tuple[Told, ...]]) -> Usual:
    """Of each fact the most usual value, if a third of the examples (or records) have it."""
    counts = Counter((each.list, each.name, each.value) for values in told for each in values)
    places = Counter((each.list, each.name) for values in told for each in values)
    usual: Usual = {}
    for (of, name, value), number in counts.most_common():
        if name and 3 * number >= (places[of, name] if of else len(told)):
            usual.setdefault((of, name), value)
    return usual


def _common(reader: Reader, usual: Usual) -> Iterator[Paragraph]:
    for of in sorted({of for of, _ in usual}):  # what holds for the case first
        same = [(name, value) for (each, name), value in usual.items() if each == of]
        facts = tuple(part for name, value in same for part in ("; ", reader.dutch(name), f": {value}"))[1:]
        rows = (reader.dutch(reader.name(of)),)
        yield Paragraph(
            reader.told("usual_record", list=rows, facts=facts) if of else reader.told("usual", facts=facts)
        )


def _different(reader: Reader, values: Sequence[Told], usual: Usual) -> str:
    """What an example has of its own; also where it says nothing and most others do."""
    parts: dict[tuple[str, int], list[str]] = {(each.list, each.number): [] for each in values}
    for each in (*values, *_silent(reader, values, usual)):
        if usual.get((each.list, each.name)) != each.value:
            parts[each.list, each.number] += [f"{each.name}: {each.value}" if each.name else each.value]
    told = [
        f"{reader.name(of)} {number or ''}".strip() + f": {', '.join(own) or reader.say('as_usual')}"
        for (of, number), own in parts.items()
        if of
    ]
    return "; ".join([*parts.get(("", 0), []), *told]) or reader.say("as_usual")


def _silent(reader: Reader, values: Sequence[Told], usual: Usual) -> Iterator[Told]:
    """What most examples tell and this one does not."""
    told = {(each.list, each.number, each.name) for each in values}
    for of, number in dict.fromkeys((each.list, each.number) for each in values if each.name):
        for where, name in usual:
            if where == of and (of, number, name) not in told:
                yield Told(of, number, name, reader.say("unknown"))


def _expected(reader: Reader, example: Example) -> str:
    none = {NONE: reader.say("no_records")}
    told = [f"{readable(column)}: {none.get(text, readable(text))}" for column, text in example.expected.items()]
    for name, found in example.lists.items():
        for number, wanted in enumerate(found.expected, 1):
            told += [f"{reader.name(name)} {number}, {readable(column)}: {text}" for column, text in wanted.items()]
    return "; ".join(told) or reader.say("nothing_expected")


def _verdict(reader: Reader, result: ExampleResult) -> Words:
    wrong = [cell for cell in result.cells if not cell.equal]
    if not wrong:
        return (reader.say("holds"),)
    told = [reader.say("differs", column=cell.column, expected=cell.expected, found=cell.found) for cell in wrong]
    return ("; ".join([reader.say("holds_not"), *told]).replace("_", " "),)


def doubts(reader: Reader) -> Section:
    """Every `nagaan` and every open norm: what the text itself is not sure of."""
    found = marked(reader.ruleset)
    norms = [
        (name, reader.say("open_norm_why"), reader.text(each.why)) for name, each in reader.ruleset.open_norms.items()
    ]
    told = [(name, reader.say("to_check"), (text,)) for name, text in found.items()]
    rows = tuple(((reader.link(name),), (what,), why) for name, what, why in [*told, *norms])
    if not rows:
        return Section("section-doubts", reader.say("doubts"), (Paragraph((reader.say("doubts_none"),)),))
    heads = tuple(reader.say(f"head_{head}") for head in ("about", "sort", "doubt"))
    table = Table(reader.say("doubts_table"), heads, rows)
    return Section("section-doubts", reader.say("doubts"), (table,))
