"""What can be asked: the facts of the case, a whole list, and the fields of its records; in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import field_name, record_place
from maatwerk.criteria.wording import filled

if TYPE_CHECKING:
    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Fact, RecordList, Ruleset


def names_to_ask(situation: Situation) -> tuple[str, ...]:
    """Every name a question can have: `inkomen`, `giften` (are there more?), `giften[2].bedrag`; judgements last."""
    rules = situation.ruleset
    names = list(rules.facts)
    for each in rules.lists.values():
        names.append(each.name)
        records = situation.lists[each.name].records if each.name in situation.lists else ()
        names += [field_name(each.name, number, field) for number in range(len(records)) for field in each.fields]
    return tuple(sorted(names, key=lambda name: (True, name) if _is_judgement(rules, name) else (False, "")))


def asked(ruleset: Ruleset, name: str) -> Fact | RecordList:
    """The fact, field or list behind the name of a question."""
    place = record_place(name)
    if place is not None:
        return ruleset.lists[place.list].fields[place.field]
    return ruleset.facts.get(name) or ruleset.lists[name]


def question_about(situation: Situation, name: str, lang: str | None = None) -> str:
    """The question about a name with the values of the case filled in; about a field those of its own record."""
    place = record_place(name)
    scope = situation.in_record(place.list, place.number) if place else situation
    return filled(asked(situation.ruleset, name).question, scope, lang)


def fact_asked(ruleset: Ruleset, name: str) -> Fact | None:
    """The fact or field behind the name of a question; None when it is a whole list."""
    return None if name in ruleset.lists else asked(ruleset, name)  # type: ignore[return-value]


def _is_judgement(ruleset: Ruleset, name: str) -> bool:
    fact = fact_asked(ruleset, name)
    return fact is not None and fact.judgement
