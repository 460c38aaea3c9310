"""A case that was found, in plain words and as a row for the table of examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.wording import readable
from maatwerk.expressions.values import Empty, Value, exactly
from maatwerk.ruleset.cells import write_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Fact


def in_words(situation: Situation, *, day: bool = False) -> str:
    """What is known of a case: "inkomen € 1.690,80, wel kind op school". `day`: with the reference date.

    Records of a list stand behind their list: "giften: 2 (1: bedrag € 300,00; 2: bedrag € 0,00)".
    """
    row = as_row(situation)
    hidden = "" if day else situation.ruleset.header.reference_date
    found = [_told(name, text) for name, text in row.items() if name != hidden]
    found += [_list_told(situation, name) for name in situation.lists]
    return ", ".join(found)


def as_row(situation: Situation) -> dict[str, str]:
    """The known facts of the case as cells of the table of examples, in the order of the facts."""
    return _record(situation.values, situation.ruleset.facts)


def rows_of(situation: Situation, name: str) -> list[dict[str, str]]:
    """The records of a list as rows for its table of examples."""
    fields = situation.ruleset.lists[name].fields
    return [_record(record, fields) for record in situation.lists[name].records]


def _record(record: Mapping[str, Value], fields: Mapping[str, Fact]) -> dict[str, str]:
    return {name: text for name, fact in fields.items() if (text := _cell(record.get(name), fact)) is not None}


def _cell(value: Value | None, fact: Fact) -> str | None:
    if value is None or not value.known:
        return None
    found = value if isinstance(value, Empty) else exactly(value)
    return None if found is None else write_value(found, fact.type)


def _told(name: str, text: str) -> str:
    if text in ("ja", "nee"):
        return f"{'wel' if text == 'ja' else 'niet'} {readable(name)}"
    return f"{readable(name)} {readable(text)}"


def _list_told(situation: Situation, name: str) -> str:
    rows = rows_of(situation, name)
    told = "; ".join(
        f"{number}: {', '.join(_told(field, text) for field, text in row.items()) or '–'}"
        for number, row in enumerate(rows, 1)
    )
    return f"{readable(name)}: {len(rows)}{f' ({told})' if rows else ''}"
