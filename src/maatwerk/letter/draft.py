"""What the writers of sections share: the decision, its rules, the case computed again, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.case.typed import strict_value
from maatwerk.criteria import Situation
from maatwerk.expressions.values import Truth, known
from maatwerk.letter.model import Bullets, Paragraph, Section, one_line
from maatwerk.outcome import clauses
from maatwerk.text import say
from maatwerk.wording import filled, readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from maatwerk.assessment import Proposal
    from maatwerk.decision import Decision
    from maatwerk.letter.model import Block, Group, SectionKind, Sender
    from maatwerk.ruleset.model import Criterion, Outcome, Ruleset, Text

GROUPS: dict[str, Group] = {
    "toekenning": "grant",
    "gedeeltelijk": "partial",
    "vaststelling": "partial",
    "doorzenden": "forward",
    "tussenstap": "step",
}  # the other kinds of outcome are refusals


@dataclass
class Draft:
    """A letter in the making. `gaps` are pairs (part, what is missing and what to do about it)."""

    number: str
    decision: Decision
    ruleset: Ruleset
    sender: Sender
    sent_on: date
    lang: str
    gaps: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def outcome(self) -> Outcome:
        """What was decided."""
        return self.ruleset.outcomes[self.decision.outcome]

    @cached_property
    def proposal(self) -> Proposal | None:
        """The proposal that was chosen; None for a decision that follows the rules or goes its own way."""
        return next((each for each in self.decision.assessment.proposals if each.id == self.decision.choice), None)

    @cached_property
    def group(self) -> Group:
        """What sort of answer this is to the resident."""
        return "exception" if self.decision.sort == "except" else GROUPS.get(self.outcome.kind, "refusal")

    @cached_property
    def situation(self) -> Situation:
        """The case by the letter of the rules, with the facts of the day of the decision."""
        values = {}
        for used in self.decision.facts:
            value = strict_value(self.ruleset.facts[used.name].type, used.value)
            if value is not None:
                values[used.name] = value
        day = self.decision.at.date()
        return Situation(self.ruleset, values, today=day, received=self.decision.received)

    @cached_property
    def after(self) -> Situation:
        """The case as it was decided: with the criteria of the exception set aside."""
        return self.situation.flipped(self.proposal.sets_aside) if self.proposal else self.situation

    @cached_property
    def shown_criteria(self) -> tuple[Criterion, ...]:
        """The criteria that this letter is about.

        After an exception those set aside; else those not met that the outcome names or that would turn it; where
        nothing is in the way, those that the outcome names.
        """
        criteria = self.ruleset.criteria
        if self.proposal:
            return tuple(criteria[name] for name in self.proposal.sets_aside)
        named = {name for clause in clauses(self.outcome.when.root) for name, _ in clause}
        named |= {name for members in self.decision.assessment.decisive for name in members}
        mine = [criterion for name, criterion in criteria.items() if name in named]
        unmet = tuple(each for each in mine if self.situation.verdict(each.name) is Truth.NO)
        return tuple(mine) if self.group == "grant" else unmet or tuple(mine)

    def say(self, key: str, **values: str) -> str:
        """A text of the letter's own catalogue."""
        return say(f"letter.{key}", lang=self.lang, **values)

    def gap(self, part: str, key: str, **values: str) -> None:
        """Note what is missing; the caseworker reads it in the language of the program."""
        self.gaps.append((part, say(f"letter.gap.{key}", **values)))

    def text(self, text: Text | None, part: SectionKind, situation: Situation | None = None) -> str:
        """A text of the ruleset, filled in. A value that is not known, or a missing translation, is a gap."""
        if text is None:
            return ""
        situation = situation or self.situation
        for name in text.names:
            if not known(situation.value(name)):
                self.gap(part, "unknown", name=readable(name))
        if self.lang == "en" and not text.en:
            self.gap(part, "no_english", place=str(text.place))
        return one_line(filled(text, situation, self.lang))

    def verdict_text(self, criterion: Criterion, part: SectionKind) -> str:
        """The sentence of a criterion that fits its verdict; empty where the ruleset has none."""
        met = self.situation.verdict(criterion.name) is Truth.YES
        return self.text(criterion.met if met else criterion.not_met, part)

    def reasons(self, part: SectionKind) -> str:
        """The words of the person who decided, written for the resident; their absence is a gap."""
        reasons = one_line(self.decision.reasons)
        if not reasons:
            self.gap(part, "reasons")
        return reasons

    def own_words(self, part: SectionKind) -> list[str]:
        """The lines that a jurist wrote for this part of this letter."""
        about = {self.decision.outcome, *(self.proposal.exceptions if self.proposal else ())}
        texts = [
            each.text
            for each in self.ruleset.letter_texts.values()
            if _part_of(each.section) == part and about & set(each.about) and self.after.test(each.when) is Truth.YES
        ]
        return [self.text(text, part, self.after) for text in texts]

    def section(self, kind: SectionKind, heading: str, *blocks: Block | str, facts: Iterable[str] = ()) -> Section:
        """A section of what there is to say: empty texts and lists fall away, the jurist's own lines come last."""
        texts = [each for each in (*blocks, *self.own_words(kind)) if each]
        made = (Paragraph(one_line(each)) if isinstance(each, str) else each for each in texts)
        kept = tuple(each for each in made if not isinstance(each, Bullets) or each.items)
        return Section(kind, self.say(f"heading.{heading}") if heading else "", kept, tuple(facts))


def _part_of(section: str) -> str:
    """`opening` and `besluit` are one part here: the decision comes first."""
    return "besluit" if section == "opening" else section
