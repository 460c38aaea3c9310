"""What if: the same case with other facts, checked in the same way, and what then differs from the case as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maatwerk.assessment.points_part import BY_A_PERSON
from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.case.model import GivenList
from maatwerk.criteria.answering import with_answers
from maatwerk.criteria.askable import fact_asked
from maatwerk.criteria.members import record_place
from maatwerk.criteria.wording import member_in_words, readable, sentence_case
from maatwerk.explanation.changes import dated_here
from maatwerk.explanation.model import FactChange, Turned, WhatIf
from maatwerk.explanation.told import fact_change, fact_name, outcome_assessed, rows_told
from maatwerk.expressions.unknown import unknown_of
from maatwerk.loading.block_days import reference_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.assessment.model import Assessment, CriterionResult, Proposal
    from maatwerk.case.model import Case, GivenFact
    from maatwerk.criteria.situation import Situation
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Checked:
    """A case with all that was found of it."""

    case: Case
    view: View
    assessment: Assessment


def supposed(case: Case, ruleset: Ruleset, what: Iterable[tuple[str, str]]) -> Case:
    """The case with other facts, said by whoever said them; what nobody said yet counts as verified.

    Raises ProblemsFound with every wrong name or value, never showing a value.
    """
    after = with_answers(case, ruleset, what, "--what", supposed=True)
    facts = {name: _as_before(case.facts.get(name), given) for name, given in after.facts.items()}
    return replace(after, facts=facts, lists={name: _list_as_before(case, name, after) for name in after.lists})


def _list_as_before(case: Case, name: str, after: Case) -> GivenList:
    old, new = case.lists.get(name, GivenList(())), after.lists[name]
    before = (*old.records, *({},) * len(new.records))
    pairs = zip(before, new.records, strict=False)
    rows = tuple({key: _as_before(row.get(key), given) for key, given in now.items()} for row, now in pairs)
    return GivenList(rows, new.complete)


def _as_before(before: GivenFact | None, after: GivenFact) -> GivenFact:
    return replace(before, value=after.value) if before else replace(after, verified=True)


def compared(before: Checked, after: Checked, what: Iterable[tuple[str, str]]) -> WhatIf:
    """What differs between the case as it is and the same case with other facts."""
    one, other = before.assessment, after.assessment
    found = WhatIf(
        changes=tuple(_changed(before.view.situation, after.view.situation, name) for name, _ in what),
        before=outcome_assessed(one, before.view.situation),
        after=outcome_assessed(other, after.view.situation),
        verdicts=tuple(_verdicts(before, after)),
        amounts=tuple(_amounts(one, other)),
        findings_gone=_only(_findings(one), _findings(other)),
        findings_new=_only(_findings(other), _findings(one)),
        ways_gone=_only(_ways(one), _ways(other)),
        ways_new=_only(_ways(other), _ways(one)),
        questions_gone=_only(_questions(one), _questions(other)),
        questions_new=_only(_questions(other), _questions(one)),
        caution=_caution(after),
        same=True,
    )
    return replace(found, same=not _differs(found))


def _differs(found: WhatIf) -> bool:
    lists = (*found.verdicts, *found.amounts, *found.findings_gone, *found.findings_new, *found.ways_gone)
    return found.before != found.after or bool((*lists, *found.ways_new, *found.questions_gone, *found.questions_new))


def _changed(before: Situation, after: Situation, name: str) -> FactChange:
    """What was asked: a fact, a field of a record that may be new, or how many records there are."""
    if name in before.ruleset.lists:
        told = (rows_told(before.lists.get(name)), rows_told(after.lists.get(name)))
        return FactChange(name, readable(name), *told, value="", difference="")
    fact, place = fact_asked(before.ruleset, name), record_place(name)
    if fact is None:
        raise KeyError(name)
    if place and place.number >= len(before.lists[place.list].records if place.list in before.lists else ()):
        there = fact_change(after, name, unknown_of(fact.type))
        return replace(there, name=fact_name(name), before=there.after, after=there.before, value="", difference="")
    return fact_change(before, name, after.value_at(name))


def _verdicts(before: Checked, after: Checked) -> Iterator[Turned]:
    """Every criterion that has another verdict, in the order of the text; of a record that is there in both."""
    old = {(each.id, each.record): each for each in before.assessment.criteria}
    rules = before.view.situation.ruleset
    for each in sorted(after.assessment.criteria, key=lambda each: [*rules.criteria].index(each.id)):
        was = old.get((each.id, each.record))
        if was is None or was.verdict != each.verdict:
            name = sentence_case(member_in_words(rules, _member(each)))
            told = "–" if was is None else say(f"explain.verdict_{was.verdict}")
            yield Turned(name, told, say(f"explain.verdict_{each.verdict}"), each.words)


def _member(each: CriterionResult) -> str:
    return each.id if each.record is None else f"{each.id}#{each.record}"


def _amounts(before: Assessment, after: Assessment) -> Iterator[Turned]:
    """The amounts that differ or are there in only one of the two; each as "name: value" in its assessment."""
    old, new = ({each.name: each.words for each in found.outcome.shown} for found in (before, after))
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            label = (new.get(name) or old[name]).partition(": ")[0]
            told = [found.get(name, f"{label}: –").partition(": ")[2] for found in (old, new)]
            yield Turned(sentence_case(label), told[0], told[1], "")


def _only(one: dict[str, str], other: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for key, text in one.items() if key not in other))


def _findings(found: Assessment) -> dict[str, str]:
    """What was noticed, each kind once: the figures in it may differ, what there is to notice does not."""
    told: dict[str, str] = {}
    for each in found.findings:
        told.setdefault(each.text if each.code == BY_A_PERSON else each.code, each.text)
    return told


def _ways(found: Assessment) -> dict[str, str]:
    return {f"{each.id} {each.outcome_after} {each.ask_jurist}": _way(each) for each in found.proposals}


def _way(each: Proposal) -> str:
    name = " + ".join(readable(part) for part in each.exceptions) or "; ".join(
        ground.article for ground in each.grounds
    )
    key = "explain.way_jurist" if each.ask_jurist else "explain.way"
    return say(key, name=sentence_case(name), outcome=readable(each.outcome_after))


def _questions(found: Assessment) -> dict[str, str]:
    return {each.fact: each.question for each in found.questions}


def _caution(after: Checked) -> str:
    """That other rules are in force on the reference date that was supposed."""
    rules = after.view.situation.ruleset
    elsewhere = [each for each in reference_days(rules, after.case) if not dated_here(rules, each)]
    if not elsewhere:
        return ""
    start = day(rules.header.valid_from, language())
    return say("explain.other_rules", day=day(elsewhere[0], language()), start=start)
