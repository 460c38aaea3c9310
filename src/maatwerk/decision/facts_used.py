"""The facts of a case as a decision keeps them, and back: the same rules can be read again with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.clock import dutch_day
from maatwerk.basics.text import language
from maatwerk.case.facts import fact_as_json
from maatwerk.case.typed import iso_date, strict_value
from maatwerk.criteria.askable import fact_asked, question_about
from maatwerk.criteria.members import RecordValues, field_name, record_place
from maatwerk.criteria.situation import Situation
from maatwerk.decision.model import FactUsed, ListUsed
from maatwerk.expressions.values import EMPTY
from maatwerk.expressions.words import show
from maatwerk.loading.block_days import on_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.case.model import Case, GivenFact
    from maatwerk.decision.model import Decision
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Fact, Ruleset

NOTHING = "leeg"


def facts_used(situation: Situation, case: Case) -> tuple[FactUsed, ...]:
    """Every known fact in the order of the rules, then the fields of records: `giften[2].bedrag`."""
    known = _known(situation.ruleset, case)
    return tuple(_used(question_about(situation, name, "nl"), name, fact, given) for name, fact, given in known)


def lists_used(case: Case) -> tuple[ListUsed, ...]:
    """The lists of which something is known, with how many records they have."""
    return tuple(
        ListUsed(name=name, records=len(found.records), complete=found.complete) for name, found in case.lists.items()
    )


def situation_of(ruleset: Ruleset, decision: Decision) -> Situation:
    """The case by the letter of the rules, with the facts of the decision, as on the day of its check."""
    values: dict[str, Value] = {}
    records: dict[str, list[dict[str, Value]]] = {}
    for each in decision.lists:
        records[each.name] = [{} for _ in range(each.records)]
    for used in decision.facts:
        value = _value(ruleset, used)
        place = record_place(used.name)
        if value is not None and place is not None:
            records[place.list][place.number][place.field] = value
        elif value is not None:
            values[used.name] = value
    lists = {each.name: RecordValues(tuple(records[each.name]), each.complete) for each in decision.lists}
    day = decision.assessment.checked_on or dutch_day(decision.at)
    return Situation(ruleset, values, today=day, received=decision.received, lists=lists)


def on_its_days(ruleset: Ruleset, decision: Decision) -> Ruleset:
    """The rules with the building blocks of the decision: of its reference date, and the grounds of its own day."""
    name = ruleset.header.reference_date
    written = (each.value for each in decision.facts if _without_number(each.name) == name)
    day = next((day for text in written if (day := iso_date(text))), None)
    return on_days(ruleset, day, dutch_day(decision.at))


def _without_number(name: str) -> str:
    place = record_place(name)
    return f"{place.list}.{place.field}" if place else name


def _value(ruleset: Ruleset, used: FactUsed) -> Value | None:
    fact = fact_asked(ruleset, used.name)
    if fact is None:
        return None
    kind = fact.type
    return EMPTY if kind.or_empty and used.value == NOTHING else strict_value(kind, used.value)


def _known(ruleset: Ruleset, case: Case) -> Iterator[tuple[str, Fact, GivenFact]]:
    for name, fact in ruleset.facts.items():
        if name in case.facts:
            yield name, fact, case.facts[name]
    for each in ruleset.lists.values():
        found = case.lists[each.name].records if each.name in case.lists else ()
        for number, record in enumerate(found):
            for name, field in each.fields.items():
                if name in record:
                    yield field_name(each.name, number, name), field, record[name]


def _used(question: str, name: str, fact: Fact, given: GivenFact) -> FactUsed:
    return FactUsed(
        name=name,
        question=question,
        value=NOTHING if given.value == EMPTY else fact_as_json(fact.type, given.value),
        words=show(given.value, fact.type, language()),
        by=given.by,
        source=given.source or fact.source,
        on=given.on,
        verified=given.verified,
        contested=given.contested,
        privacy=fact.privacy,
        role=given.role,
        reason=given.reason,
    )
