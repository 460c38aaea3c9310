"""The screens around a decision: who decides, what can be chosen, and that it was registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.clock import dutch_day
from maatwerk.basics.formatting import day, moment
from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed
from maatwerk.cli.screens.failures import nearer
from maatwerk.cli.screens.model import Pair, Section, loose
from maatwerk.criteria.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from maatwerk.assessment.model import Assessment
    from maatwerk.cli.screens.model import Screen
    from maatwerk.decision.model import Decision
    from maatwerk.organisation.people import Person
    from maatwerk.register import Receipt


def head(assessment: Assessment, person: Person, body: str, choice: str) -> Screen:
    """In whose name the person decides, and what."""
    who = say("screen.you_decide_as", name=person.name, function=person.function, body=body)
    return (loose(who, _what(assessment, choice)),)


def _what(assessment: Assessment, choice: str) -> str:
    outcome = sentence_case(assessment.outcome.id)
    proposal = next((each for each in assessment.proposals if each.id == choice), None)
    if proposal is None:
        return say("screen.strict_outcome", outcome=outcome)
    set_aside = assessed.departs_from(proposal)
    return say(
        "screen.departs",
        criteria=set_aside,
        ground=assessed.grounds_of(proposal),
        after=assessed.after(proposal),
        before=outcome,
    )


def keys(assessment: Assessment) -> dict[str, str]:
    """One key for each choice; `s` stands for stopping and gives no choice. What the jurist sees first is no choice."""
    choices = [each.id for each in assessment.proposals if not each.ask_jurist][:9]
    numbered = {str(number): choice for number, choice in enumerate(choices, start=1)}
    return {**numbered, "v": "follow", "s": ""}


def what_to_choose(assessment: Assessment, made: dict[str, str]) -> Screen:
    """The choices with their keys."""
    names = {each.id: assessed.proposal_name(each) for each in assessment.proposals}
    fixed = {"follow": say("screen.choose_follow"), "": say("screen.choose_stop")}
    pairs = tuple(Pair(key, names.get(choice) or fixed[choice]) for key, choice in made.items())
    return (Section(body=pairs),)


def question(number: int, total: int, text: str) -> Screen:
    """One of the questions to the person who decides."""
    return (Section(body=(Pair(f"{number}/{total}", text),)),)


def letter_needs(needed: Sequence[tuple[str, str]], advice: str = "letter_first") -> Screen:
    """What a letter will still need; nothing where it needs nothing. `advice`: the key of what to do about it."""
    if not needed:
        return ()
    rows = tuple(Pair(part, nearer(what)) for part, what in needed)
    told = say("screen.letter_needs", number=len(needed))
    return (Section(say("screen.letter_later"), told, rows), loose(say(f"screen.{advice}")))


def two_days(checked: date | None, decided: date) -> str:
    """That the check was for another day than that of the decision; nothing where it was not."""
    if checked in (None, decided):
        return ""
    return say("decide.two_days", checked=day(checked), decided=day(decided))


def days_of(decision: Decision) -> str:
    """As `two_days`, of a decision."""
    return two_days(decision.assessment.checked_on, dutch_day(decision.at))


def registered(decision: Decision, receipt: Receipt, needed: Sequence[tuple[str, str]] = ()) -> Screen:
    """The number and the proof, and for a heavy decision that the letter comes next, or what it still needs."""
    days = days_of(decision)
    if decision.track == "licht":
        return (loose(say("screen.noted", number=receipt.number), days),)
    outcome = sentence_case(decision.outcome)
    told = say("screen.registered", number=receipt.number, moment=moment(receipt.at), outcome=outcome)
    if needed:
        proof = say("screen.proof_only", proof=receipt.short)
        return (loose(told, days, proof), *letter_needs(needed, "letter_again"))
    return (loose(told, days, say("screen.proof", proof=receipt.short, number=receipt.number)),)
