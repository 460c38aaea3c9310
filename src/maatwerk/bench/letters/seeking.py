"""The variants of a ruleset: those of its examples, and for what no example has a case that was sought."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from math import comb
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.errors import ProblemsFound
from maatwerk.bench.analysis.excepted import Excepted
from maatwerk.bench.examples import case_of, rules_of, today_of
from maatwerk.bench.letters.factors import ALL_OF, factors_of, number_of, texts_of, wanted
from maatwerk.bench.letters.filling import filled_up
from maatwerk.bench.letters.made import case_from, decided, dressed
from maatwerk.bench.letters.variant import Variant, Variants
from maatwerk.criteria.carrying import hangs_on
from maatwerk.decision.deciding import FOLLOW
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth, all_of
from maatwerk.loading.block_days import on_days
from maatwerk.outcome.outcome import UNKNOWN, deciding_names
from maatwerk.outcome.standing import standing
from maatwerk.story import ROLES, assess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from maatwerk.assessment.model import Assessment
    from maatwerk.bench.letters.factors import Factor, Wanted
    from maatwerk.case.model import Case
    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.search import Answer
    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.model import ExceptionRule, Outcome, Ruleset

BEST = "toekenning"
SHARE = 4
"""All searches together may look at a quarter of the places of an analysis."""
SETS = (1, 2, 3)
"""To assess a case, so many criteria at once are set aside, in every way: what one case costs."""
ANY, ONE = 20, 100
"""The search for any letter of an answer at a twentieth, that for one combination of its texts at a hundredth."""


def variants(ruleset: Ruleset) -> Variants:
    """Every letter that these rules can give, as far as an example has it or a search finds it."""
    return _Seeking(ruleset).run()


def languages_of(ruleset: Ruleset) -> tuple[str, ...]:
    """The languages of its letters: English where it has a text for a letter in English at all."""
    own = (
        *(each.text for each in ruleset.outcomes.values()),
        *(text for each in ruleset.criteria.values() for text in (each.met, each.not_met) if text),
        *(each.text for each in ruleset.letter_texts.values()),
        *(each.text for each in ruleset.alternatives.values()),
    )
    return ("nl", "en") if any(each.en for each in own) else ("nl",)


def may_improve(ruleset: Ruleset, outcome: Outcome, exception: ExceptionRule) -> bool:
    """Whether an exception may give something better; not than the one best outcome, with an amount that stays."""
    best = [each for each in ruleset.outcomes.values() if each.kind == BEST]
    if best != [outcome]:
        return True
    touched = hangs_on(ruleset, frozenset((*exception.criteria, *(name for name, _ in exception.replaces))))
    return bool(outcome.amount and touched & names_in(outcome.amount.root))


@dataclass(frozen=True)
class _Asked:
    """One answer to seek letters of: an outcome, or an exception to it."""

    outcome: str
    exception: str = ""

    @property
    def name(self) -> str:
        return f"{self.exception} ({self.outcome})" if self.exception else self.outcome


@dataclass
class _Seeking:
    ruleset: Ruleset
    found: dict[tuple[object, ...], Variant] = field(default_factory=dict)
    counter: dict[str, None] = field(default_factory=dict)
    open: dict[str, None] = field(default_factory=dict)
    unseen: dict[str, None] = field(default_factory=dict)
    never: dict[str, None] = field(default_factory=dict)
    impossible: int = 0

    def __post_init__(self) -> None:
        self.space = Space.of(self.ruleset)
        self.budget = Budget(bounds().analysis_places // SHARE)
        sets = sum(comb(len(self.ruleset.criteria), size) for size in SETS)
        self.assessed = Budget(2 * bounds().analysis_verdicts // (1 + sets))
        self.languages = languages_of(self.ruleset)

    def run(self) -> Variants:
        for example in self.ruleset.examples:
            with suppress(ProblemsFound):  # no building block on its day: other checks tell that
                rules = rules_of(self.ruleset, example)
                self._take(rules, case_of(rules, example), today_of(rules, example), example.name)
        asked = [each for each in self._asked() if self._reach(each, ())]
        several = [(each, self._factors(each)) for each in asked]
        pairs = sum(number_of(factors) for _, factors in several) > ALL_OF
        for each, factors in several:
            for options in wanted(factors, pairs=pairs):
                self._reach(each, options)
        self._silent(several)
        told = (self.open, self.unseen, self.counter, self.never)
        opened, unseen, counter, never = (tuple(each) for each in told)
        return Variants(tuple(self.found.values()), self.impossible, pairs, opened, unseen, counter, never)

    def _silent(self, several: list[tuple[_Asked, tuple[Factor, ...]]]) -> None:
        """The texts that no letter prints: whether it is proved that no case has them."""
        printed = {name for each in self.found.values() for name, lines in each.lines if lines}
        names = {each.name for _, factors in several for each in factors if not each.ways} - printed
        for name in sorted(names):
            mine = [(asked, each) for asked, factors in several for each in factors if each.name == name]
            if all(self._search(asked, ((each, each.options[1]),)).proved_none for asked, each in mine):
                self.never[name] = None
            else:
                self.unseen[name] = None

    def _asked(self) -> Iterator[_Asked]:
        """Every outcome, and every exception that may give something better than it; at the counter goes no letter."""
        rules = self.ruleset
        for name, outcome in rules.outcomes.items():
            if outcome.track == "licht":
                self.counter[name] = None
            else:
                yield _Asked(name)
            for each in rules.exceptions.values():
                if may_improve(rules, outcome, each) and not (outcome.track == each.track == "licht"):
                    yield _Asked(name, each.name)

    def _factors(self, asked: _Asked) -> tuple[Factor, ...]:
        """What varies: after an exception also the texts of the outcomes that it was seen to give."""
        if not asked.exception:
            return factors_of(self.ruleset, asked.outcome)
        given = {each.decision.outcome for each in self._of(asked)}
        return texts_of(self.ruleset, {asked.exception, *given}, "after")

    def _reach(self, asked: _Asked, options: Wanted) -> bool:
        """Whether there may be such a letter; where no variant has it yet, a case is sought."""
        if self._there(asked, options):
            return True
        if not self.assessed.places:
            self.open[asked.name] = self.unseen[asked.name] = None
            return False
        answer = self._search(asked, options)
        if answer.situations is not None:
            self._take_found(answer.situations)
            if self._there(asked, options):
                return True
        if answer.proved_none:
            self.impossible += 1
            return False
        self.open[asked.name] = None
        if not options:
            self.unseen[asked.name] = None
        return answer.situations is not None

    def _there(self, asked: _Asked, options: Wanted) -> bool:
        return any(each.has(options) for each in self._of(asked))

    def _of(self, asked: _Asked) -> Iterator[Variant]:
        exceptions = (asked.exception,) if asked.exception else ()
        every = self.found.values()
        yield from (each for each in every if (each.by_rule, each.exceptions) == (asked.outcome, exceptions))

    def _search(self, asked: _Asked, options: Wanted) -> Answer:
        rules = self.ruleset
        exception = rules.exceptions.get(asked.exception)
        with_it = Excepted(rules, (exception,)) if exception else None
        names = with_it.names if with_it else deciding_names(rules)
        names = tuple(dict.fromkeys((*names, *(name for factor, _ in options for name in factor.names))))

        def goal(at: Situations) -> Truth:
            case = at[0]
            stands = standing(case)[asked.outcome]
            if stands is Truth.NO or with_it is None or exception is None:
                return all_of([stands, *_options(options, case)])
            then = with_it.then(exception, case)
            if then.departure is None:
                return Truth.UNKNOWN if then.open else Truth.NO
            return all_of([stands, *_options(options, then.departure.after)])

        def behind(case: Situation) -> frozenset[str]:
            asked_now = with_it.needed(case) if with_it else frozenset()
            return asked_now.union(*(factor.needed(case) for factor, _ in options))

        share = Budget(bounds().analysis_places // (ONE if options else ANY), self.budget)
        return search(self.space, goal, names=names, behind=behind, budget=share)

    def _take_found(self, found: Situations) -> None:
        case = filled_up(self.space, found[0])
        rules = on_days(self.ruleset, case.today, None)
        self._take(rules, case_from(case), case.today, "")

    def _take(self, rules: Ruleset, case: Case, today: date, example: str) -> None:
        """Every answer in this case: what the rules give, and each lawful way out. Nothing when there is no budget."""
        if not self.assessed.spend():
            return
        given = dressed(case, rules)
        found = _assessed(rules, given, today)
        if found.outcome.id == UNKNOWN:
            return
        choices = [FOLLOW, *(each.id for each in found.proposals if not each.ask_jurist)]
        for choice in choices:
            self._keep(rules, given, found, choice, today, example)

    def _keep(self, rules: Ruleset, case: Case, found: Assessment, choice: str, today: date, example: str) -> None:
        decision = decided(rules, case, found, choice, today)
        made = next((each.exceptions for each in found.proposals if each.id == choice), ())
        if decision.track == "licht":
            self.counter[", ".join(made) or found.outcome.id] = None
            return
        after = texts_of(rules, {decision.outcome, *made}, "after")
        factors = factors_of(rules, found.outcome.id) if choice == FOLLOW else after
        variant = Variant(rules, decision, factors, self.languages, example)
        if not (example and variant.waits):
            self.found.setdefault(variant.key, variant)


def _options(options: Wanted, case: Situation) -> Iterator[Truth]:
    yield from (factor.reached(option, case) for factor, option in options)


def _assessed(rules: Ruleset, case: Case, today: date) -> Assessment:
    """The assessment as `check` gives it; the questions only where the letter prints them."""
    found = assess(rules, case, today=today, adopted=True, roles=ROLES, ask=False)
    if found.no_room and found.no_room.kind == "feiten_ontbreken":
        return assess(rules, case, today=today, adopted=True, roles=ROLES)
    return found
