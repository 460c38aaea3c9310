"""The answer itself and why: the decision first, the rule, the exception or the honest no, and what can be done."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount as amount_in_words
from maatwerk.basics.formatting import day as day_in_words
from maatwerk.case.typed import strict_value
from maatwerk.criteria.askable import asked
from maatwerk.criteria.members import criterion_of, record_place
from maatwerk.expressions.words import show
from maatwerk.language.passage import sentences_of
from maatwerk.letter.model import Bullets, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maatwerk.case.model import Heard
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Section


def decided(draft: Draft) -> Section:
    """What was decided, in the first lines: the outcome, the amount, and what sort of answer it is."""
    text = draft.text(draft.outcome.text, "besluit", draft.after)
    translation = "" if draft.lang == "nl" else draft.say("translation")
    told = f"{text} {_amount(draft, text)}"
    return draft.section("besluit", "", *_on_objection(draft), told, _shown(draft), *_opening(draft), translation)


def _opening(draft: Draft) -> tuple[Bullets | str, ...]:
    """The jurist's own opening, else ours. That of an outcome stands behind ours where an exception was made."""
    own = tuple(each for each in draft.own_words("opening") if each)
    if draft.group == "exception":
        return (draft.say("opening.exception"), *own)
    return own or (draft.say(f"opening.{draft.outcome.kind}"),)


def _on_objection(draft: Draft) -> tuple[str, ...]:
    """Whether the decision that was objected to stays (Awb 7:11), before what is decided now."""
    objection = draft.decision.objection
    if objection is None:
        return ()
    answer = draft.say("on_objection.changed" if objection.changed else "on_objection.stays")
    made = draft.say("on_objection.made", day=day_in_words(objection.on, draft.lang), number=objection.number)
    return (answer, f"{made} {_hearing(draft, objection.heard)}".rstrip())


def _hearing(draft: Draft, heard: Heard | None) -> str:
    """When we spoke with the resident about the objection, or why not (Awb 7:12 lid 1)."""
    if heard is None:
        return ""
    if heard.waived or heard.on is None:
        return draft.say("on_objection.not_heard", why=draft.dutch(one_line(heard.why)))
    return draft.say("on_objection.heard", day=day_in_words(heard.on, draft.lang))


def _amount(draft: Draft, text: str) -> str:
    """The amount as a sentence, unless the text of the outcome already says it."""
    kind = draft.outcome.amount_type
    if draft.decision.amount is None or kind is None:
        return ""
    euros = Fraction(draft.decision.amount)
    printed = {amount_in_words(euros, draft.lang), amount_in_words(euros, draft.lang, whole=True)}
    if any(each in text for each in printed):
        return ""
    period = draft.say(f"period.{kind.unit or 'once'}")
    return draft.say("amount", amount=amount_in_words(euros, draft.lang), period=period)


def _shown(draft: Draft) -> Bullets:
    """The other figures of the outcome (`ook` and `toon`), each with its name."""
    result = draft.proposal.shown_after if draft.proposal else draft.decision.assessment.outcome.shown
    names = {*draft.outcome.also, *draft.outcome.show}
    items = []
    for each in result:
        kind = draft.situation.type_of(each.name) if each.name in names else None
        value = strict_value(kind, each.value) if kind and each.value else None
        if kind and value:
            items.append(f"{draft.situation.label(each.name, draft.lang)}: {show(value, kind, draft.lang)}")
    return Bullets(tuple(items))


def why(draft: Draft) -> Section:
    """Why: the rules as they work out for this person. For an exception the rule first, then why it is set aside."""
    said = each_once(draft.verdict_text(member, "waarom") for member in draft.shown_members)
    if draft.group == "exception":
        return _why_exception(draft, said)
    if not said and draft.group == "grant":
        said = [draft.say("all_met")]
    elif not said:
        draft.gap("waarom", "no_sentence", file=f"{draft.ruleset.id}/{draft.ruleset.header.valid_from}.md")
    unlike = draft.reasons("waarom") if draft.decision.sort == "other" else ""
    heading = "why_grant" if draft.group == "grant" and draft.outcome.amount else "why"
    return draft.section("waarom", heading, " ".join(said), aims(draft), unlike)


def each_once(texts: Iterable[str]) -> list[str]:
    """The sentences of these texts, each once; what stands before a colon goes with what it is about."""
    said: dict[str, None] = {}
    for text in texts:
        lead = ""
        for each in sentences_of(text):
            lead = f"{lead} {each}".strip()
            if not each.endswith(":"):
                said[lead] = None
                lead = ""
    return list(said)


def _why_exception(draft: Draft, said: list[str]) -> Section:
    assessment = draft.decision.assessment
    strict = draft.ruleset.outcomes.get(assessment.outcome.id)
    by_rule = draft.text(strict.text, "uitzondering") if strict else ""
    return draft.section(
        "uitzondering",
        "exception",
        draft.say("looked_at_rules") + " " + " ".join(said),
        draft.say("by_rule", outcome=by_rule) if by_rule else "",
        aims(draft),
        draft.say("weighs", reasons=draft.reasons("uitzondering")),
        draft.say("set_aside"),
        _still(draft),
        _conditions(draft),
        _until(draft),
    )


def _still(draft: Draft) -> str:
    """Why what is given after the exception is not all: the rules that nobody set aside."""
    rules = draft.ruleset.criteria
    texts = ((rules[criterion_of(each)].not_met, draft.after.scope_of(each)) for each in draft.still_unmet)
    said = each_once(draft.text(text, "uitzondering", scope) for text, scope in texts)
    return draft.say("still", rules=" ".join(said)) if said else ""


def aims(draft: Draft) -> str:
    """What the rules in the way want to reach; a grant needs no such words."""
    if draft.group == "grant":
        return ""
    served = dict.fromkeys(name for criterion in draft.shown_criteria for name in criterion.serves)
    texts = [draft.text(draft.ruleset.purposes[name].text, "waarom") for name in served]
    return draft.say("aims", aims=" ".join(texts)) if texts else ""


def _conditions(draft: Draft) -> str:
    texts = [draft.text(each.conditions, "uitzondering", draft.after) for each in draft.exceptions if each.conditions]
    return draft.say("condition", conditions=" ".join(texts)) if texts else ""


def _until(draft: Draft) -> str:
    until = draft.proposal.until if draft.proposal else None
    if not until:
        return ""
    return draft.say("until", day=day_in_words(date.fromisoformat(until), draft.lang))


def no_exception(draft: Draft) -> Section | None:
    """Whether there was room for an exception, in one of four honest ways. None where nothing was refused."""
    assessment = draft.decision.assessment
    left_out = draft.decision.sort == "follow" and bool(assessment.proposals)
    if draft.group not in {"refusal", "forward"} and not (assessment.no_room or left_out):
        return None
    if draft.group in {"exception", "step"}:
        return None
    kind = assessment.no_room.kind if assessment.no_room else "gewogen_nee"
    return draft.section("wat_kan_niet", f"no.{kind}", *NO[kind](draft))


def _not_ours(draft: Draft) -> tuple[str, ...]:
    return (draft.say("no.niet_aan_ons"), _explained(draft))


def _forbidden(draft: Draft) -> tuple[str, ...]:
    """The only no that says that we may not depart; it never says that no exception is possible."""
    rank = next((each.rank for each in draft.shown_criteria if each.rank != "beleidsregel"), "")
    where = draft.say(f"rank.{rank}") if rank else ""
    return (draft.say("no.wet_verbiedt", where=where), _explained(draft), draft.say("no.tell_us"))


def _weighed(draft: Draft) -> tuple[str, ...]:
    """Why no exception was made. Where the program and the person saw nothing special, reasons are not asked for."""
    nothing_seen = not draft.decision.reasons and not draft.decision.assessment.points
    weighed = draft.say("no.nothing_seen") if nothing_seen else _no_for_reasons(draft)
    return (weighed, draft.say("no.tell_us"))


def _no_for_reasons(draft: Draft) -> str:
    return draft.say("no.gewogen_nee", reasons=draft.reasons("wat_kan_niet"))


def open_questions(draft: Draft) -> Bullets:
    """What is still asked, each question once."""
    names = [each.fact for each in draft.decision.assessment.questions]
    return Bullets(tuple(dict.fromkeys(_asked(draft, name) for name in names)))


def _facts_missing(draft: Draft) -> tuple[str | Bullets, ...]:
    questions = open_questions(draft)
    intro = "no.feiten_ontbreken" if questions.items else "no.feiten_ontbreken_open"
    return (draft.say(intro), questions, draft.say("no.then_again"), _explained(draft))


def _asked(draft: Draft, name: str) -> str:
    """A question that is still open; that of a record is asked with the other fields of the record filled in."""
    place = record_place(name)
    scope = draft.situation.in_record(place.list, place.number) if place else draft.situation
    return draft.text(asked(draft.ruleset, name).question, "wat_kan_niet", scope)


NO: dict[str, Callable[[Draft], tuple[str | Bullets, ...]]] = {
    "wet_verbiedt": _forbidden,
    "gewogen_nee": _weighed,
    "feiten_ontbreken": _facts_missing,
    "niet_aan_ons": _not_ours,
}


def _explained(draft: Draft) -> str:
    """The words of the person who decided, where there are any."""
    reasons = one_line(draft.decision.reasons)
    return draft.say("explained", reasons=draft.dutch(reasons)) if reasons and draft.decision.sort != "other" else ""


def what_can(draft: Draft) -> Section | None:
    """What can be done instead: only what the assessment found for this person, on its conditions."""
    if draft.group == "exception":
        return None
    names = [each.id for each in draft.decision.assessment.alternatives]
    texts = [draft.text(draft.ruleset.alternatives[name].text, "wat_kan_wel") for name in names]
    if not texts and draft.group != "refusal":
        return None
    ending = draft.say("help_with_that" if texts else "think_along")
    return draft.section("wat_kan_wel", "what_can", Bullets(tuple(texts)), ending)
