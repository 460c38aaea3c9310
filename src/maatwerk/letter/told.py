"""The facts that count, each with where it came from, so that a resident can say: that is not right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day as day_in_words
from maatwerk.basics.text import part
from maatwerk.case.typed import iso_date
from maatwerk.criteria.askable import asked
from maatwerk.criteria.members import criterion_of, record_place
from maatwerk.expressions.names import values_in
from maatwerk.expressions.values import Truth, is_empty
from maatwerk.expressions.words import show
from maatwerk.letter.model import Bullets, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.decision.model import FactUsed
    from maatwerk.expressions.tree import Expression
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Block, Section
    from maatwerk.ruleset.model import Fact, RecordList

RESIDENT = "inwoner"
# Where a fact stands without the resident telling it.
REGISTERS = frozenset(
    [
        "register",
        "brp",
        "zaaksysteem",
        "dossier",
        "onderzoek",
        "duo",
        "uwv",
        "svb",
        "suwinet",
        "rdw",
        "kvk",
        "handelsregister",
        "kadaster",
        "belastingdienst",
        "woz",
        "legestabel",
    ]
)
NOT_THE_RESIDENT = REGISTERS | {"document"}
OUR_OWN = "zaaksysteem"
ABOUT_OTHERS = "derde"  # the privacy class of facts about someone else: never printed as a value


def facts(draft: Draft, names: frozenset[str] | None = None) -> Section | None:
    """The facts behind this decision with their source, and what the resident told us. Never those about others.

    `names`: those that count; by default what is behind the criteria in this letter.
    """
    names = names_that_count(draft) if names is None else names
    given = (each for each in draft.decision.facts if each.privacy != ABOUT_OTHERS)
    open_facts = [each for each in given if not _is_of_us(draft, each)]
    used = [each for each in open_facts if each.name in names]
    lines = Bullets(tuple(_line(draft, each) for each in used))
    recorded = [each for each in open_facts if (place := record_place(each.name)) and place.field in names]
    talk = _talk(draft)
    of_lists = _lists(draft, recorded, names)
    if not used and not talk and not of_lists:
        return None
    shown = [each.name for each in (*used, *recorded)]
    return draft.section("feiten", "facts", talk, lines, *of_lists, draft.say("not_right"), facts=shown)


def _lists(draft: Draft, recorded: list[FactUsed], names: frozenset[str]) -> list[Block | str]:
    """The question of each list that counts, and under it a line for each record; or that there are none."""
    told: list[Block | str] = []
    for each in draft.decision.lists:
        rule = draft.ruleset.lists[each.name]
        if rule.privacy == ABOUT_OTHERS or not names & rule.fields.keys():
            continue
        question = draft.text(rule.question, "feiten")
        if not each.records and each.complete:
            told.append(draft.say("no_records", question=question))
        rows = [_record(draft, each.name, number, recorded) for number in range(each.records)]
        told += [question, Bullets(tuple(rows))] if any(rows) else []
    return told


def _record(draft: Draft, name: str, number: int, recorded: list[FactUsed]) -> str:
    """One record: its number, and what is known of it; where that came from follows after what came from there."""
    mine = [each for each in recorded if (record_place(each.name) or ("", 0))[:2] == (name, number)]
    if not mine:
        return ""
    told = groupby(mine, key=lambda used: _source(draft, used))
    parts = [text for source, facts in told for text in (*(_answered(draft, each) for each in facts), source) if text]
    contested = [draft.say("contested")] if any(each.contested for each in mine) else []
    return " ".join([draft.say("record", number=str(number + 1)), *parts, *contested])


def _line(draft: Draft, used: FactUsed) -> str:
    line = f"{_answered(draft, used)} {_source(draft, used)}".rstrip()
    return f"{line} {draft.say('contested')}" if used.contested else line


def _is_of_us(draft: Draft, used: FactUsed) -> bool:
    """Whether a fact is the day on which we decide: no resident can say that it is wrong, and it may still move.

    That is a reference date from our own case system that is not yet past, and not the day on which the request came.
    """
    rule = asked(draft.ruleset, used.name)
    if used.name != draft.ruleset.header.reference_date or _plain(rule.source) != OUR_OWN:
        return False
    on = iso_date(used.value)
    return on is not None and on >= draft.decision.day and on != draft.decision.received


def _answered(draft: Draft, used: FactUsed) -> str:
    """A question with its answer."""
    scope, name = _scope(draft, used)
    draft.need_option_words("feiten", name, scope)
    shown = one_line(show(scope.value(name), scope.type_of(name), draft.lang))
    value = draft.say("no_day") if _did_not_happen(draft, used) else shown[:1].upper() + shown[1:]
    question = draft.text(asked(draft.ruleset, used.name).question, "feiten", scope)
    return draft.say("fact", question=question, value=value)


def _scope(draft: Draft, used: FactUsed) -> tuple[Situation | RecordSituation, str]:
    """Where its value is, and under which name: the case, or a record of a list."""
    place = record_place(used.name)
    if place is None:
        return draft.situation, used.name
    return draft.situation.in_record(place.list, place.number), place.field


def _did_not_happen(draft: Draft, used: FactUsed) -> bool:
    """Whether it asks for a day that is not there: no paper tells that, and the resident may know better."""
    scope, name = _scope(draft, used)
    return scope.type_of(name).sort == "datum" and is_empty(scope.value(name)) is Truth.YES


def _source(draft: Draft, used: FactUsed) -> str:
    """`Dat hebt u ons verteld`, or where it is written.

    A source that somebody verified, or that the case names itself, goes first.
    """
    if _did_not_happen(draft, used):
        return ""
    if used.role:
        return draft.say("source_judged")
    rule = asked(draft.ruleset, used.name)
    own = used.source if used.verified or used.source != rule.source else ""
    source = one_line(own) or (RESIDENT if _told(used, rule) else _written(used, rule))
    key = f"source.{_plain(source)}"
    return (
        draft.say(key) if key in part("letter", draft.lang) else draft.say("source_other", source=draft.dutch(source))
    )


def _told(used: FactUsed, rule: Fact | RecordList) -> bool:
    """Whether the resident said it: the case says so, or nobody verified what the resident may say.

    A letter must not claim a paper that nobody saw; nor that the resident told what stands in a register.
    """
    by = _plain(used.by)
    if by == RESIDENT:
        return True
    in_a_register = by in NOT_THE_RESIDENT or "register" in rule.who or _plain(rule.source) in REGISTERS
    return RESIDENT in rule.who and not used.verified and not in_a_register


def _written(used: FactUsed, rule: Fact | RecordList) -> str:
    """Where it is written by the rules; what a register or paper says is not what the resident says."""
    by = _plain(used.by)
    return used.by if by in NOT_THE_RESIDENT and rule.source == RESIDENT else rule.source


def _plain(source: str) -> str:
    return one_line(source).lower().replace(" ", "_")


def _talk(draft: Draft) -> str:
    """When we spoke, and what was said; before an objection it is no answer to that objection."""
    moment, objection = draft.decision.contact_moment, draft.decision.objection
    if moment is None or (objection is not None and moment.on < objection.on):
        return ""
    said = one_line(moment.said)
    day = day_in_words(moment.on, draft.lang)
    return draft.say("talk_said", day=day, said=draft.dutch(said)) if said else draft.say("talk", day=day)


def names_that_count(draft: Draft) -> frozenset[str]:
    """All names behind the criteria in this letter, the texts it prints and the exception that was made."""
    return frozenset(_counting(draft))


def _counting(draft: Draft) -> Iterator[str]:
    exceptions = draft.proposal.exceptions if draft.proposal else ()
    rules = draft.ruleset
    still = [rules.criteria[criterion_of(each)] for each in draft.still_unmet]
    yield from (criterion.name for criterion in still)
    roots = [criterion.requirement for criterion in (*draft.shown_criteria, *still)]
    roots += [rules.exceptions[name].allowed_if for name in exceptions if name in rules.exceptions]
    for expression in roots:
        yield from _behind(draft, expression)
    verdicts = (draft.sentence_of(member) for member in draft.shown_members)
    unmet = (criterion.not_met for criterion in still)
    for text in (draft.outcome.text, *verdicts, *unmet, *(each.text for each in draft.own_texts)):
        for name in text.names if text else ():
            yield from _behind_name(draft, name)


def _behind(draft: Draft, expression: Expression) -> Iterator[str]:
    for name in values_in(expression.root):
        yield from _behind_name(draft, name)


def _behind_name(draft: Draft, name: str) -> Iterator[str]:
    yield name
    definition = draft.situation.definition(name)
    if definition is not None:
        yield from _behind(draft, definition)
