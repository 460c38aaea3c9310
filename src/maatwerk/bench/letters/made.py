"""A decision that nobody took, about people who do not exist: to read the letter that would follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from maatwerk.basics.errors import LetterIncomplete
from maatwerk.basics.text import say
from maatwerk.case.model import Case, Contact, ContactMoment, GivenFact, GivenList, Resident
from maatwerk.decision.answering import Answers
from maatwerk.decision.deciding import Decided, intended
from maatwerk.expressions.values import exactly
from maatwerk.letter.draft import Draft
from maatwerk.letter.model import Sender
from maatwerk.letter.sections import composed
from maatwerk.organisation.people import People, Person
from maatwerk.ruleset.model import Fact, all_facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from maatwerk.assessment.model import Assessment
    from maatwerk.criteria.situation import Situation
    from maatwerk.decision.model import Decision
    from maatwerk.expressions.values import Value
    from maatwerk.letter.model import Letter
    from maatwerk.ruleset.model import Ruleset

RESIDENT = "inwoner"
ROLE = "behandelaar"
ADDRESS = ("Voorbeeldstraat 0", "0000 AA Voorbeeld")
PERSON = Person(id="voorbeeld", name="S. de Wit (verzonnen)", role=ROLE, login="voorbeeld", initials="SdW")
PEOPLE = People(roles={"voorbeeld": (ROLE,)}, person=(PERSON,))
PHONE = "000 - 000 00 00"
NUMBER = "0000-0000"  # no decision has it


@dataclass(frozen=True)
class Written:
    """One letter in one language, or what is missing to make it (`gaps`), and the draft with all that it used."""

    draft: Draft
    letter: Letter | None
    gaps: tuple[tuple[str, str], ...] = ()


def dressed(case: Case, ruleset: Ruleset) -> Case:
    """The same case with for each fact somebody who gave it, and with people to write to and to call."""
    rules = {fact.name: fact for fact in all_facts(ruleset)}

    def given(facts: Mapping[str, GivenFact]) -> dict[str, GivenFact]:
        return {name: _given_by(each, rules[name]) for name, each in facts.items()}

    lists = {
        name: GivenList(tuple(given(record) for record in found.records), found.complete)
        for name, found in case.lists.items()
    }
    resident = Resident(name="N. de Boer (verzonnen)", salutation="mevrouw De Boer", address=ADDRESS)
    contact = Contact(name=PERSON.name, role=ROLE, phone=PHONE)
    return replace(case, facts=given(case.facts), lists=lists, resident=resident, contact=contact)


def _given_by(given: GivenFact, fact: Fact) -> GivenFact:
    if fact.judgement:
        return replace(given, by=PERSON.name, role=fact.who[0], reason=say("variants.judged"))
    return replace(given, by=RESIDENT if RESIDENT in fact.who else "", verified=RESIDENT not in fact.who)


def case_from(situation: Situation) -> Case:
    """A case that was found, as somebody would have given it."""
    facts = _facts(situation.values)
    lists = {
        name: GivenList(tuple(_facts(record) for record in found.records), found.complete)
        for name, found in situation.lists.items()
    }
    return Case(id="voorbeeld", ruleset=situation.ruleset.id, facts=facts, lists=lists, received=situation.received)


def _facts(values: Mapping[str, Value]) -> dict[str, GivenFact]:
    return {name: GivenFact(name, value) for name, value in values.items() if exactly(value) is not None}


def decided(ruleset: Ruleset, case: Case, assessment: Assessment, choice: str, on: date) -> Decision:
    """What would be decided, by someone who does not exist."""
    at = datetime.combine(on, time(12), UTC)
    moment = ContactMoment(on=on - timedelta(days=1), by=PERSON.name)
    said = Answers(moment, reasons=say("variants.reasons", lang="nl"))
    return intended(ruleset, case, assessment, Decided(PERSON, PEOPLE, at, said), choice)


def written(ruleset: Ruleset, decision: Decision, lang: str) -> Written:
    """The letter of a decision, in words of that language throughout."""
    own = decision.model_copy(update={"reasons": say("variants.reasons", lang=lang)})
    draft = Draft(NUMBER, own, ruleset, _sender(), decision.at.date(), lang)
    try:
        return Written(draft, composed(draft))
    except LetterIncomplete as incomplete:
        return Written(draft, None, incomplete.missing)


def _sender() -> Sender:
    return Sender(
        name="Gemeente Voorbeeld (verzonnen)",
        municipality="Voorbeeld",
        body=say("variants.body", lang="nl"),
        objection_address=("Gemeente Voorbeeld", *ADDRESS),
        complaint_address=("Gemeente Voorbeeld", *ADDRESS),
        court="Rechtbank Voorbeeld (verzonnen)",
        phone_hours=say("variants.hours", lang="nl"),
        phone_hours_en=say("variants.hours", lang="en"),
        body_en=say("variants.body", lang="en"),
    )
