"""The smaller parts: questions, alternatives, promises, settings, and what a jurist must still check."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from maatwerk.assessment.model import AlternativeOffered, OpenNormShown, PromiseMade, Question
from maatwerk.basics.terms import term_end
from maatwerk.basics.text import language, say
from maatwerk.criteria.askable import asked, fact_asked, names_to_ask, question_about
from maatwerk.criteria.members import record_place, split
from maatwerk.criteria.wording import filled, readable
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.values import Choice, Span, Truth
from maatwerk.expressions.words import show
from maatwerk.proposals.own import undecided_exceptions
from maatwerk.questions import facts_that_matter, settled_by
from maatwerk.ruleset.grounds import open_norms_at
from maatwerk.ruleset.marked import marked

if TYPE_CHECKING:
    from maatwerk.expressions.values import Value
    from maatwerk.findings.detect import Look
    from maatwerk.findings.view import View
    from maatwerk.proposals.propose import Room
    from maatwerk.questions import Mattering
    from maatwerk.ruleset.model import Promise, Ruleset


def questions(view: View) -> tuple[Question, ...]:
    """What to ask, most useful first, with what an answer settles."""
    return tuple(_question(view, each) for each in facts_that_matter(view))


def _question(view: View, matter: Mattering) -> Question:
    fact = asked(view.situation.ruleset, matter.fact)
    return Question(
        fact=matter.fact,
        question=_asked_so(view, matter.fact),
        who=fact.who,
        settles=_settles(view, matter),
    )


def _asked_so(view: View, name: str) -> str:
    """The question as it is asked; of a field with the number of its record."""
    place = record_place(name)
    text = question_about(view.situation, name)
    if name in view.situation.lists:
        return say("assessment.more_records", question=text, list=readable(name))
    return (
        say("assessment.of_record", question=text, list=readable(place.list), number=place.number + 1)
        if place
        else text
    )


def _settles(view: View, matter: Mattering) -> str:
    fact = fact_asked(view.situation.ruleset, matter.fact)
    if fact is not None and fact.judgement:
        return say("assessment.judged_by", roles=", ".join(fact.who), settles=_by_answer(view, matter))
    return _by_answer(view, matter)


def _by_answer(view: View, matter: Mattering) -> str:
    if matter.level > 1:
        return say(f"assessment.settles.level_{matter.level}")
    settled = settled_by(view.situation, matter.fact)
    sentences = [_if_answer(view, matter.fact, value, outcome) for value, outcome in settled]
    return " ".join(sentences) or say("assessment.settles.level_1")


def _if_answer(view: View, fact: str, value: Value, outcome: str) -> str:
    found = fact_asked(view.situation.ruleset, fact)
    answer = show(value, found.type, language()) if found else ""
    key = "assessment.settles.yes_no" if not isinstance(value, Choice) else "assessment.settles.choice"
    return say(key, answer=answer, outcome=readable(outcome))


def alternatives(view: View, found: Room) -> tuple[AlternativeOffered, ...]:
    """What the resident can do, on conditions that hold."""
    return tuple(
        AlternativeOffered(id=each.name, kind=each.kind, text=filled(each.text, view.situation), source=each.source)
        for each in found.alternatives
    )


def promises(view: View) -> tuple[PromiseMade, ...]:
    """The promises of the ruleset that can still be kept, with their last day (null while its first is not known)."""
    made = (
        PromiseMade(
            id=each.name,
            what=filled(each.what, view.situation),
            who=filled(each.who, view.situation),
            last_day=_last_day(view, each),
        )
        for _, each in sorted(view.situation.ruleset.promises.items())
        if view.situation.test(each.when) is Truth.YES
    )
    return tuple(each for each in made if each.open_on(view.situation.today))


def _last_day(view: View, promise: Promise) -> str | None:
    start = evaluate(promise.start.root, view.situation)
    if not isinstance(start, Span) or not start.known:
        return None
    return term_end(start.low, promise.term).isoformat()  # type: ignore[arg-type]


def open_norms(view: View, found: Room) -> tuple[OpenNormShown, ...]:
    """What of the law the program does not judge, that which bears on this outcome or on a way out first."""
    rules = view.situation.ruleset
    sources = {rules.criteria[name].source for name in _deciding(view)}
    sources |= {rules.grounds[name].article for name in _grounds(view, found)}
    bearing = {each.name for source in sources for each in open_norms_at(rules, source)}
    shown = (
        OpenNormShown(
            id=each.name,
            text=filled(each.text, view.situation),
            why=filled(each.why, view.situation),
            source=each.source,
            bears=each.name in bearing,
        )
        for each in rules.open_norms.values()
    )
    return tuple(sorted(shown, key=lambda each: not each.bears))


def _grounds(view: View, found: Room) -> set[str]:
    """The grounds of the ways out, of those that may still open, and of those that are only named beside a no."""
    still = {each.ground for each in undecided_exceptions(view)} if view.adverse else set()
    return {name for way in found.ways for name in way.grounds} | still | set(found.withheld)


def _deciding(view: View) -> set[str]:
    """The criteria of which the outcome hangs: in a set that turns it, or without one all that are not met."""
    decisive = {split(member)[0] for each in view.sets.values() for member in each.criteria}
    situation = view.situation
    members = (member for name in situation.ruleset.criteria for member in situation.members(name))
    return decisive or {split(each)[0] for each in members if situation.verdict(each) is not Truth.YES}


def not_judged(seen: Look, view: View) -> tuple[str, ...]:
    """Which questions keep a detector from looking, and what to fill in in the case first."""
    names = [name for name in names_to_ask(view.situation) if name in seen.unjudged]
    asked = (say("assessment.not_judged", question=_asked_so(view, name)) for name in names)
    return (*asked, *(say(f"assessment.lacking.{name}") for name in sorted(seen.lacking)))


def settings(ruleset: Ruleset) -> dict[str, str]:
    """The thresholds of the detectors as they were used."""
    names = [each.name for each in fields(ruleset.settings) if each.name != "to_check"]
    return {name: str(getattr(ruleset.settings, name)) for name in names}


def to_check(ruleset: Ruleset) -> tuple[str, ...]:
    """What a jurist has not checked yet (`nagaan`), with the name of the block."""
    return tuple(sorted(f"{name}: {doubt}" for name, doubt in marked(ruleset).items()))
