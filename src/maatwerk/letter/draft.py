"""What the writers of sections share: the decision, its rules, the case computed again, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.problems import Words
from maatwerk.basics.text import say
from maatwerk.criteria.members import criterion_of
from maatwerk.criteria.wording import filled, readable
from maatwerk.decision.facts_used import situation_of
from maatwerk.expressions.alternatives import clauses
from maatwerk.expressions.values import Truth, known
from maatwerk.letter.model import Bullets, Paragraph, Section, one_line
from maatwerk.proposals.departure import as_excepted
from maatwerk.ruleset.model import ADVERSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from maatwerk.assessment.model import Proposal, RecordMember
    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Block, Group, SectionKind, Sender
    from maatwerk.ruleset.model import Criterion, ExceptionRule, LetterText, Outcome, Remedy, Ruleset, Text

GROUPS: dict[str, Group] = {
    "toekenning": "grant",
    "gedeeltelijk": "partial",
    "vaststelling": "partial",
    "doorzenden": "forward",
    "tussenstap": "step",
}  # the other kinds of outcome are refusals
NOTICES: dict[str, Group] = {
    "aanvullen": "incomplete",
    "horen": "hearing",
    "verlengen": "extension",
    "doorsturen": "forwarding",
}
LESS = ADVERSE_KINDS | {"gedeeltelijk"}
"""Outcomes that give less than was asked."""
TAKES = frozenset({"terugvordering", "verrekening", "intrekking"})


@dataclass
class Draft:
    """A letter in the making. `gaps` are pairs (part, what is missing and what to do about it).

    `used`: the texts of the ruleset that it prints, each with its part; `why`: each gap in words for any language.
    `notice`: which letter on the way to a decision this is (`notice.NoticeKind`); empty for that of a decision.
    """

    number: str
    decision: Decision
    ruleset: Ruleset
    sender: Sender
    sent_on: date
    lang: str
    notice: str = ""
    gaps: list[tuple[str, str]] = field(default_factory=list)
    used: list[tuple[SectionKind, Text]] = field(default_factory=list)
    why: dict[str, Words] = field(default_factory=dict)
    stays_dutch: dict[str, None] = field(default_factory=dict)

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
        if self.notice:
            return NOTICES[self.notice]
        return "exception" if self.decision.sort == "except" else GROUPS.get(self.outcome.kind, "refusal")

    @cached_property
    def remedy(self) -> Remedy:
        """What the resident can do next: after a decision on an objection that is the court (Awb 8:1)."""
        if self.notice:
            return "geen"
        on_objection = self.decision.objection is not None and self.outcome.remedy == "bezwaar"
        return "beroep" if on_objection else self.outcome.remedy

    @cached_property
    def situation(self) -> Situation:
        """The case by the letter of the rules, with the facts of the day of the decision."""
        return situation_of(self.ruleset, self.decision)

    @cached_property
    def after(self) -> Situation:
        """The case as it was decided: with the criteria of the exception set aside, or computed as it says."""
        if self.proposal is None:
            return self.situation
        used = self.exceptions
        after = as_excepted(self.situation, used, frozenset({Truth.YES}))
        other = {name for rule in used if rule.replaces or rule.becomes for name in rule.criteria}
        aside = (_member(each) for each in self.proposal.sets_aside)
        return after.flipped(member for member in aside if criterion_of(member) not in other)

    @cached_property
    def shown_members(self) -> tuple[str, ...]:
        """The criteria, each with its record where it has one, that this letter is about.

        After an exception those set aside. Of a grant, and where something is taken back: all that led to it. Else
        those not met that the outcome names or that would turn it.
        """
        if self.proposal:
            aside = tuple(_member(each) for each in self.proposal.sets_aside)
            return aside or tuple(self._computed_otherwise())
        literals = {literal for clause in clauses(self.outcome.when.root) for literal in clause}
        if self.outcome.kind in TAKES or self.group == "grant":
            held = {name for name, wanted in literals if (self.situation.verdict(name) is Truth.YES) is wanted}
            return tuple(name for name in self.ruleset.criteria if name in held)
        named = {name for name, _ in literals}
        named |= {_member(each) for members in self.decision.assessment.decisive for each in members}
        every = (member for name in self.ruleset.criteria for member in self.situation.members(name))
        mine = tuple(member for member in every if member in named)
        unmet = tuple(member for member in mine if self.situation.verdict(member) is Truth.NO)
        return unmet or mine

    @cached_property
    def still_unmet(self) -> tuple[str, ...]:
        """The criteria in the way of more after an exception: not met, and named by its outcome or a grant."""
        if self.proposal is None or self.outcome.kind not in LESS:
            return ()
        grants = (each for each in self.ruleset.outcomes.values() if GROUPS.get(each.kind) == "grant")
        asked = {name for each in grants for clause in clauses(each.when.root) for name, wanted in clause if wanted}
        named = asked | {name for clause in clauses(self.outcome.when.root) for name, _ in clause}
        every = (member for name in self.ruleset.criteria if name in named for member in self.after.members(name))
        return tuple(each for each in every if self.after.verdict(each) is Truth.NO)

    def _computed_otherwise(self) -> Iterator[str]:
        """What an exception is about that sets nothing aside: the rule stands, and its figure becomes another."""
        for exception in self.exceptions:
            for name in exception.criteria:
                yield from self.situation.members(name)

    @cached_property
    def exceptions(self) -> tuple[ExceptionRule, ...]:
        """The exceptions of the ruleset that were chosen; a departure on a general ground alone has none."""
        chosen = self.proposal.exceptions if self.proposal else ()
        return tuple(self.ruleset.exceptions[name] for name in chosen if name in self.ruleset.exceptions)

    @cached_property
    def shown_criteria(self) -> tuple[Criterion, ...]:
        """The same without records, each once."""
        names = dict.fromkeys(criterion_of(member) for member in self.shown_members)
        return tuple(self.ruleset.criteria[name] for name in names)

    @cached_property
    def own_texts(self) -> tuple[LetterText, ...]:
        """What a jurist wrote for a letter with this outcome or exception; nothing as long as nothing is decided."""
        if self.notice:
            return ()
        about = {self.decision.outcome, *(self.proposal.exceptions if self.proposal else ())}
        return tuple(each for each in self.ruleset.letter_texts.values() if about & set(each.about))

    def say(self, key: str, **values: str) -> str:
        """A text of the letter's own catalogue."""
        return say(f"letter.{key}", lang=self.lang, **values)

    def own(self, name: Literal["body", "phone_hours", "visiting_hours"]) -> str:
        """What the organisation filled in; in Dutch where it did not do so in the language of the letter."""
        found = self.sender.own(name, self.lang)
        return self.dutch(found) if found == getattr(self.sender, name) else found

    def gap(self, part: str, key: str, **values: str) -> None:
        """Note what is missing; the caseworker reads it in the language of the program."""
        text = say(f"letter.gap.{key}", **values)
        self.gaps.append((part, text))
        self.why[text] = Words(f"letter.gap.{key}", tuple(values.items()))

    def text(self, text: Text | None, part: SectionKind, situation: Situation | RecordSituation | None = None) -> str:
        """A text of the ruleset, filled in. A value that is not known, or a missing translation, is a gap."""
        if text is None:
            return ""
        situation = situation or self.situation
        self.used.append((part, text))
        for name in text.names:
            if not known(situation.value(name)):
                self.gap(part, "unknown", name=readable(name))
            self.need_option_words(part, name, situation)
        if self.lang == "en" and not text.en:
            self.gap(part, "no_english", place=str(text.place))
        return one_line(filled(text, situation, self.lang))

    def need_option_words(self, part: SectionKind, name: str, situation: Situation | RecordSituation) -> None:
        """An option that an English letter prints has English words."""
        options = situation.type_of(name).options
        if self.lang == "en" and options and not situation.type_of(name).english:
            self.gap(part, "no_english_options", name=readable(name))

    def verdict_text(self, member: str, part: SectionKind) -> str:
        """The sentence of a criterion that fits its verdict, in its record; empty where the ruleset has none."""
        return self.text(self.sentence_of(member), part, self.situation.scope_of(member))

    def sentence_of(self, member: str) -> Text | None:
        """The sentence that a ruleset has for the verdict of a criterion."""
        criterion = self.ruleset.criteria[criterion_of(member)]
        return criterion.met if self.situation.verdict(member) is Truth.YES else criterion.not_met

    def dutch(self, text: str) -> str:
        """Words that are printed as they are in a letter in any language, so that the layout can mark them."""
        if text and self.lang != "nl":
            self.stays_dutch[text] = None
        return text

    def reasons(self, part: SectionKind) -> str:
        """The words of the person who decided, written for the resident; their absence is a gap."""
        reasons = one_line(self.decision.reasons)
        if not reasons:
            self.gap(part, "reasons")
        return self.dutch(reasons)

    def own_words(self, part: SectionKind) -> list[Bullets | str]:
        """The lines that a jurist wrote for this part of this letter."""
        return [self._own_line(each, part) for each in self.own_texts if each.section == part]

    def _own_line(self, line: LetterText, part: SectionKind) -> Bullets | str:
        """A line, or with `per` one for each record for which it holds."""
        if not line.per:
            return self.text(line.text, part, self.after) if self.after.test(line.when) is Truth.YES else ""
        found = self.after.records(line.per)
        scopes = [self.after.in_record(line.per, number) for number in range(len(found.scopes) if found else 0)]
        return Bullets(tuple(self.text(line.text, part, each) for each in scopes if each.test(line.when) is Truth.YES))

    def section(self, kind: SectionKind, heading: str, *blocks: Block | str, facts: Iterable[str] = ()) -> Section:
        """A section of what there is to say: empty texts and lists fall away, the jurist's own lines come last."""
        texts = [each for each in (*blocks, *self.own_words(kind)) if each]
        made = (Paragraph(one_line(each)) if isinstance(each, str) else each for each in texts)
        kept = tuple(each for each in made if not isinstance(each, Bullets) or each.items)
        return Section(kind, self.say(f"heading.{heading}") if heading else "", kept, tuple(facts))


def _member(named: str | RecordMember) -> str:
    """A decisive criterion by its name here: `telt_mee#2` for the second record."""
    return named if isinstance(named, str) else named.member
