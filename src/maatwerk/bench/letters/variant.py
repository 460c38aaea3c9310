"""One variant: an answer in a case, with the letters that follow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.bench.letters.made import Written, written
from maatwerk.exploration.witness import in_words
from maatwerk.expressions.values import Truth, known
from maatwerk.ruleset.model import inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.letters.factors import Factor, Wanted
    from maatwerk.decision.model import Decision
    from maatwerk.letter.draft import Draft
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Variant:
    """An answer in one case. `example` is the row of the table of examples it comes from; empty: it was sought.

    `languages`: in which its letter can be written.
    """

    ruleset: Ruleset
    decision: Decision
    factors: tuple[Factor, ...]
    languages: tuple[str, ...]
    example: str = ""

    @cached_property
    def letters(self) -> dict[str, Written]:
        """Its letter by language, each as far as it can be made."""
        return {lang: written(self.ruleset, self.decision, lang) for lang in self.languages}

    @property
    def draft(self) -> Draft:
        """The Dutch letter in the making."""
        return self.letters["nl"].draft

    @property
    def waits(self) -> bool:
        """Whether its letter waits for facts that are not known yet."""
        written = self.letters["nl"]
        names = {name for _, text in written.draft.used for name in text.names}
        return written.letter is None and any(not self._known(name) for name in names)

    def _known(self, name: str) -> bool:
        case = self.draft.after
        in_records = any(name in inside(self.ruleset, each) for each in self.ruleset.lists)
        return in_records or known(case.value(name))

    @property
    def by_rule(self) -> str:
        """The outcome by the letter of the rules."""
        return self.decision.assessment.outcome.id

    @property
    def exceptions(self) -> tuple[str, ...]:
        """The exceptions of the ruleset that were made; of a general ground its name."""
        proposal = self.draft.proposal
        if proposal is None:
            return ()
        return proposal.exceptions or tuple(each.id for each in proposal.grounds)

    @property
    def no(self) -> str:
        """Which of the four kinds of no it says; empty for none."""
        found = self.decision.assessment.no_room
        return found.kind if found and not self.exceptions else ""

    @cached_property
    def lines(self) -> tuple[tuple[str, int], ...]:
        """Of each text with a condition how many lines it prints: none, one, or two and more."""
        return tuple((each.name, self._option(each)) for each in self.factors if not each.ways)

    def _option(self, factor: Factor) -> int:
        found = (each for each in factor.options if self._reached(factor, each))
        return next(found, factor.options[0])

    def _reached(self, factor: Factor, option: int) -> bool:
        case = self.draft.after if factor.side == "after" else self.draft.situation
        return factor.reached(option, case) is Truth.YES

    def has(self, wanted: Wanted) -> bool:
        """Whether it has all these options."""
        return all(self._reached(factor, option) for factor, option in wanted)

    @property
    def told(self) -> tuple[str, ...]:
        """The criteria that the letter is about, each once, those that are not met with an exclamation mark."""
        found = (
            f"{'' if self.draft.situation.verdict(each) is Truth.YES else '!'}{each.split('#')[0]}"
            for each in self.draft.shown_members
        )
        return tuple(dict.fromkeys(found))

    @property
    def key(self) -> tuple[object, ...]:
        """What two letters that read alike have in common."""
        return (self.by_rule, self.decision.outcome, self.exceptions, self.no, self.told, self.lines)

    @property
    def case(self) -> str:
        """The case in words."""
        return in_words(self.draft.situation, day=True)


@dataclass(frozen=True)
class Variants:
    """All that were found. `impossible`: so many combinations that no case can have, proved.

    `pairs`: of every two texts the combinations were sought, not of all. `open`: answers of which not every combination
    was found, nor proved to be impossible; `unseen`: of these answers and texts there is no letter, or not all were
    sought. `counter`: answers at the counter, that get no letter; `never`: texts that are proved to be in no letter.
    """

    found: tuple[Variant, ...]
    impossible: int
    pairs: bool
    open: tuple[str, ...]
    unseen: tuple[str, ...]
    counter: tuple[str, ...]
    never: tuple[str, ...]

    def of(self, by_rule: str, exceptions: Sequence[str] = ()) -> tuple[Variant, ...]:
        """Those of one answer."""
        return tuple(each for each in self.found if (each.by_rule, each.exceptions) == (by_rule, tuple(exceptions)))
