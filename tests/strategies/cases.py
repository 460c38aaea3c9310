"""Random cases for any ruleset, written as a case file has them: facts, records and fields of records left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from maatwerk.basics.errors import ProblemsFound
from maatwerk.case.reading import read_case
from maatwerk.criteria.askable import fact_asked
from maatwerk.criteria.members import field_name, record_place

if TYPE_CHECKING:
    from random import Random  # noqa: TID251 - seeded by each caller

    from maatwerk.case.model import Case
    from maatwerk.ruleset.model import Fact, Ruleset

TODAY = date(2026, 8, 1)
AMOUNTS = (
    "0", "99.99", "100.00", "100.01", "104.00", "250.49", "250.50", "250.51", "260.00", "262.00", "375.75", "390.00",
    "449.00", "900.00", "1000.00", "1000.01", "1500.00",
)  # fmt: skip
TEXTS = ("XX-000-X (verzonnen)", "Verzonnenstraat 0")
RATES = ("0%", "1.5%", "50%", "96%", "100%")
NUMBERS = ("0", "1", "2", "12", "30", "31", "365")
DATES = ("2008-07-31", "2026-02-28", "2026-04-15", "2026-06-30", "2026-07-01", "2026-07-20", "2026-12-31")
DATES_IN_RECORDS = (*DATES, "1980-01-01", "1999-07-01", "2005-01-31")
REFERENCE_DATES = ("2017-12-31", "2018-01-01", "2025-12-31", "2026-06-30", "2026-07-01", "2026-07-15")
MOST_RECORDS = 4
Given = dict[str, Any]
Answer = str | None
"""A value as a case file has it; None: there is none (`of leeg`). Of a list: so many records more, and no others."""


def answers(ruleset: Ruleset, name: str) -> tuple[Answer, ...]:
    """Known values of what can be asked; amounts and dates lie on, beside and far from the limits."""
    fact = fact_asked(ruleset, name)
    if fact is None:
        return ("0", "1", "2")
    return (*_values(ruleset, name, fact), None) if fact.type.or_empty else _values(ruleset, name, fact)


def _values(ruleset: Ruleset, name: str, fact: Fact) -> tuple[str, ...]:
    place = record_place(name)
    match fact.type.sort:
        case "ja_nee":
            return ("ja", "nee")
        case "keuze":
            return fact.type.options
        case "datum":
            asked = f"{place.list}.{place.field}" if place else name
            if asked == ruleset.header.reference_date:
                first = ruleset.header.valid_from.isoformat()
                return tuple(each for each in REFERENCE_DATES if _in_force(ruleset, each)) or (first,)
            return DATES_IN_RECORDS if place else DATES
        case "bedrag":
            return AMOUNTS
        case "getal":
            return NUMBERS
        case "percentage":
            return RATES
        case "tekst":
            return TEXTS
        case _:
            raise NotImplementedError(fact.type.sort)


def _in_force(ruleset: Ruleset, day: str) -> bool:
    until = ruleset.header.valid_until
    return ruleset.header.valid_from.isoformat() <= day and (until is None or day < until.isoformat())


def facts(ruleset: Ruleset, dice: Random, *, blank: float = 0.3) -> Given:
    """Facts for a ruleset; each fact, list and field is left out with this chance, and a list may be open."""
    known = {name: told(ruleset, name, dice) for name in ruleset.facts if dice.random() >= blank}
    return known | {name: records(ruleset, name, dice, blank) for name in ruleset.lists if dice.random() >= blank}


def records(ruleset: Ruleset, name: str, dice: Random, blank: float) -> Given:
    """A list as a case file has it."""
    found = [
        {field: told(ruleset, field_name(name, number, field), dice)
         for field in ruleset.lists[name].fields if dice.random() >= blank}
        for number in range(dice.randint(0, MOST_RECORDS))
    ]  # fmt: skip
    return {"records": found, "complete": dice.random() >= blank}


def told(ruleset: Ruleset, name: str, dice: Random) -> Given:
    """One fact or field as a case file has it."""
    by, verified = dice.choice(("inwoner", "behandelaar")), dice.random() < 0.5
    return entry(ruleset, name, dice.choice(answers(ruleset, name)), by=by, verified=verified)


def entry(ruleset: Ruleset, name: str, value: Answer, *, by: str = "inwoner", verified: bool = True) -> Given:
    """This answer as a case file has it; a judgement is given by someone who may, with reasons."""
    fact = fact_asked(ruleset, name)
    if fact is not None and fact.judgement:
        return {"value": value, "by": "J. de Boer (verzonnen)", "role": fact.who[0], "reason": "Alles gewogen."}
    return {"value": value, "by": by, "verified": verified}


def tell(ruleset: Ruleset, given: Given, name: str, value: Answer) -> Given:
    """The same facts and one answer more. Of a list "2" is: two records more and no others; "2+": perhaps others."""
    place = record_place(name)
    if place is not None:
        found = [dict(record) for record in given[place.list]["records"]]
        found[place.number][place.field] = entry(ruleset, name, value)
        return {**given, place.list: {**given[place.list], "records": found}}
    if name in ruleset.lists and value is not None:
        more: list[Given] = [{} for _ in range(int(value.rstrip("+")))]
        known = given[name]["records"] if name in given else []
        return {**given, name: {"records": [*known, *more], "complete": not value.endswith("+")}}
    return {**given, name: entry(ruleset, name, value)}


def untell(given: Given, name: str) -> Given:
    """The same facts without this fact, list or field."""
    place = record_place(name)
    if place is None:
        return {key: value for key, value in given.items() if key != name}
    found = [dict(record) for record in given[place.list]["records"]]
    found[place.number].pop(place.field, None)
    return {**given, place.list: {**given[place.list], "records": found}}


def known_to(ruleset: Ruleset, given: Given) -> Given:
    """These facts, as far as the ruleset has them."""
    kept = {name: each for name, each in given.items() if name in ruleset.facts}
    for name in (name for name in ruleset.lists if name in given):
        fields = ruleset.lists[name].fields
        found = [
            {field: each for field, each in record.items() if field in fields} for record in given[name]["records"]
        ]
        kept[name] = {**given[name], "records": found}
    return kept


def missing(ruleset: Ruleset, given: Given) -> list[str]:
    """What is not told yet: facts, lists that are not whole, and fields of records."""
    names = [name for name in ruleset.facts if name not in given]
    for name, each in ruleset.lists.items():
        found = given.get(name, {"records": [], "complete": False})
        names += [] if found["complete"] else [name]
        names += [field_name(name, number, field) for number, record in enumerate(found["records"])
                  for field in each.fields if field not in record]  # fmt: skip
    return names


def case_of(ruleset: Ruleset, given: Given, **more: Any) -> Case:  # noqa: ANN401 - parts of a case file
    """The case that these facts make. ProblemsFound shows a fault of this generator."""
    reading = read_case({"case": "Z-1", "ruleset": ruleset.id, "facts": given, **more}, ruleset)
    if reading.case is None:
        raise ProblemsFound(reading.problems)
    return reading.case
