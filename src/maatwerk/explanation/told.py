"""Outcomes, facts and changes in the words of an explanation."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount as euros
from maatwerk.basics.formatting import day, number, percentage
from maatwerk.basics.text import language, say
from maatwerk.case.facts import fact_as_json
from maatwerk.criteria.askable import fact_asked, names_to_ask, question_about
from maatwerk.criteria.members import record_place
from maatwerk.criteria.support import fact_support
from maatwerk.criteria.wording import filled, readable, sentence_case
from maatwerk.explanation.comparisons import facts_behind, parts_behind
from maatwerk.explanation.model import FactChange, FactUsed, OutcomeTold
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import exactly
from maatwerk.expressions.words import show
from maatwerk.outcome.outcome import UNKNOWN, amount, pattern_names

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import GivenFact
    from maatwerk.criteria.members import RecordValues
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import Value
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Outcome


def outcome_told(situation: Situation, name: str) -> OutcomeTold:
    """An outcome as it is in a situation."""
    if name == UNKNOWN:
        return OutcomeTold(name, say("explain.not_known_yet"), say("assessment.unknown"), "")
    outcome = situation.ruleset.outcomes[name]
    kind = outcome.amount_type
    paid = show(amount(situation, outcome), kind, language()) if outcome.amount and kind else ""
    return OutcomeTold(name, sentence_case(name), filled(outcome.text, situation), paid)


def outcome_assessed(assessment: Assessment, situation: Situation) -> OutcomeTold:
    """The outcome of an assessment, in the words that this has for it."""
    told = outcome_told(situation, assessment.outcome.id)
    return OutcomeTold(told.id, told.name, assessment.outcome.text, told.amount)


def fact_name(name: str) -> str:
    """A fact in words, of a record with its number: "bedrag (giften, nummer 2)"."""
    place = record_place(name)
    if place is None:
        return readable(name)
    return say("assessment.member", criterion=readable(place.field), list=readable(place.list), number=place.number + 1)


def fact_change(before: Situation, name: str, value: Value) -> FactChange:
    """A fact with another value than it has in a situation."""
    fact, now = fact_asked(before.ruleset, name), before.value_at(name)
    if fact is None:  # a whole list has no value to change
        raise KeyError(name)
    return FactChange(
        fact=name,
        name=fact_name(name),
        before=show(now, fact.type, language()),
        after=show(value, fact.type, language()),
        value=fact_as_json(fact.type, value),
        difference=_difference(fact.type, now, value),
    )


def _difference(kind: Type, before: Value, after: Value) -> str:
    """How much more or less, earlier or later; empty for what has no distance."""
    old, new = exactly(before), exactly(after)
    if isinstance(old, date) and isinstance(new, date) and old != new:
        days = abs((new - old).days)
        return say(f"explain.days_{'later' if new > old else 'earlier'}{'_one' if days == 1 else ''}", number=days)
    if not isinstance(old, Fraction) or not isinstance(new, Fraction) or old == new:
        return ""
    distance = abs(new - old)
    shown = percentage(distance) if kind.sort == "percentage" else euros(distance)
    words = number(distance) if kind.sort == "getal" else shown
    return say(f"explain.{'more' if new > old else 'less'}", distance=words)


def facts_used(view: View, asked: frozenset[str]) -> tuple[FactUsed, ...]:
    """The facts and lists behind the outcome in the order of the text, unknown ones too, with who said them.

    `asked`: the facts that still matter.
    """
    situation = view.situation
    names = (*pattern_names(situation.ruleset), *_paid(view.outcome))
    exactly_behind = set(facts_behind(parts_behind(names, situation)))  # of a record only the fields that are read
    behind = {name for name in names_to_ask(situation) if name in exactly_behind or not record_place(name)}
    behind &= exactly_behind | set(fact_support(situation.ruleset, names))
    used = (name for name in names_to_ask(situation) if name in behind)
    return tuple(
        _list(situation, name, asked) if name in situation.ruleset.lists else _fact(view, name, asked) for name in used
    )


def _paid(outcome: Outcome | None) -> tuple[str, ...]:
    """What an amount is made of."""
    amount_of = names_in(outcome.amount.root) if outcome and outcome.amount else ()
    return (*amount_of, *(outcome.also if outcome else ()))


def _list(situation: Situation, name: str, asked: frozenset[str]) -> FactUsed:
    found = situation.lists.get(name)
    ask = to_ask(situation, name, asked=name in asked)
    return FactUsed(name, readable(name), rows_told(found), "", "" if found and found.complete else ask)


def rows_told(found: RecordValues | None) -> str:
    """How many records a list has, and whether there may be more."""
    if found is None:
        return say("explain.rows_unknown")
    number = len(found.records)
    if not found.complete:
        return say("explain.rows_open", number=number)
    return say("explain.rows_all" if number else "explain.rows_none", number=number)


def _fact(view: View, name: str, asked: frozenset[str]) -> FactUsed:
    fact, value = fact_asked(view.situation.ruleset, name), view.situation.value_at(name)
    if fact is None:
        raise KeyError(name)
    ask = to_ask(view.situation, name, asked=name in asked)
    said = who_said(view.given[name]) if name in view.given else ""
    return FactUsed(name, fact_name(name), show(value, fact.type, language()), said, "" if value.known else ask)


def to_ask(situation: Situation, name: str, *, asked: bool) -> str:
    """What to do about a fact that nobody gave: ask it, or nothing where it makes no difference."""
    return say("explain.ask", question=question_about(situation, name)) if asked else say("explain.no_matter")


def who_said(given: GivenFact) -> str:
    """Where a fact comes from: source, who, when, and whether somebody checked it; of a judgement also why."""
    parts = [given.source, given.by if given.by != given.source else ""]
    parts.append(say("explain.in_role", role=given.role) if given.role else "")
    parts.append(day(given.on) if given.on else "")
    parts.append(say("explain.checked" if given.verified else "explain.not_checked") if not given.role else "")
    parts.append(say("explain.contested") if given.contested else "")
    parts.append(say("explain.reason", reason=given.reason) if given.reason else "")
    return ", ".join(part for part in parts if part)
