"""Step 3: what to notice. The detectors look, the reasoner concludes, and nothing of the outcome changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.wording import filled, readable
from maatwerk.expressions.shortfall import euros
from maatwerk.findings.all import DETECTORS
from maatwerk.findings.alles_of_niets import lacking
from maatwerk.findings.detector import Found
from maatwerk.findings.harde_grens import near
from maatwerk.findings.one_by_one import conclude
from maatwerk.findings.openness import facts_for_indications, indication_facts
from maatwerk.findings.vocabulary import KINDS, NOBODY, SHARED_RULES
from maatwerk.reasoning.table import Fact, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.findings.detector import Kind
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet
    from maatwerk.reasoning.agree import Conclusions

RULES = tuple({rule.name: rule for rule in (*SHARED_RULES, *(r for each in DETECTORS for r in each.rules))}.values())
BY_CODE = {each.code: each for each in DETECTORS}
HEAVY = 3  # seriousness from which every finding weighs heavily
FELT = 2  # seriousness from which a limit without euros is no light matter


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding before it is worded: the detector's code (or a signal's own), its set and what it is about."""

    code: str
    kind: Kind
    weight: str
    found: Found
    text: str
    do_now: str
    norm: str

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria it is about: one for an indication, all members for a finding about a set."""
        return (self.found.about,) if self.found.about in self.found.members else self.found.members


@dataclass(frozen=True, slots=True)
class Look:
    """What all detectors together saw. `open_sets` are the decisive sets in which every member has an indication."""

    noticed: tuple[Noticed, ...]
    open_sets: tuple[tuple[str, ...], ...]
    seen_only: tuple[tuple[str, str], ...]
    unjudged: frozenset[str]
    engine: str


def facts_of(view: View) -> tuple[Fact, ...]:
    """Everything that the detectors tell the reasoner about this view."""
    facts: set[Fact] = set()
    for name, decisive in view.sets.items():
        facts.add(Fact("decisive", (name,)))
        facts |= {Fact("member", (name, criterion)) for criterion in decisive.criteria}
    facts |= set(indication_facts(view))
    for detector in DETECTORS:
        facts |= set(detector.facts(view))
    return tuple(sorted(facts, key=repr))


def look(view: View) -> Look:
    """All findings of a view, in the order of the detectors."""
    facts = facts_of(view)
    conclusions = _conclude(view, facts)
    found = _found(view, conclusions)
    open_names = {str(fact.values[0]) for fact in conclusions.facts if fact.kind == "open"}
    return Look(
        noticed=tuple(_noticed(view, each, open_names) for each in found),
        open_sets=tuple(view.sets[name].criteria for name in sorted(open_names)),
        seen_only=_seen_only(facts, found),
        unjudged=facts_for_indications(view).union(*(each.unjudged(view) for each in DETECTORS)),
        engine=conclusions.engine,
    )


def codes_found(view: View) -> frozenset[str]:
    """The codes of all findings of a view, without their texts: for ways out, of which there may be many."""
    found = _found(view, _conclude(view, facts_of(view)))
    return frozenset(_code(view, each) for each in found)


def _conclude(view: View, facts: Iterable[Fact]) -> Conclusions:
    return conclude(FINDINGS_TABLE, facts, {name: each.criteria for name, each in view.sets.items()})


def _code(view: View, found: Found) -> str:
    """The code of a finding; a signal goes by its own name, or by that of the detector that it stands for."""
    if found.code != "signaal":
        return found.code
    signal = view.situation.ruleset.signals[found.about]
    return signal.finding or signal.name


def _found(view: View, conclusions: Conclusions) -> list[Found]:
    order = list(BY_CODE)
    rows = {fact.values for fact in conclusions.facts if fact.kind == "finding"}
    found = {
        Found(str(code), () if name == NOBODY else view.sets[str(name)].criteria, "" if about == NOBODY else str(about))
        for code, name, about in rows
    }
    return sorted(found, key=lambda each: (order.index(each.code), each.members, each.about))


def _seen_only(facts: Iterable[Fact], found: list[Found]) -> tuple[tuple[str, str], ...]:
    """Indications in no open set: shown as "seen, not decisive"."""
    reported = {(each.code, each.about) for each in found}
    seen = {(str(fact.values[2]), str(fact.values[1])) for fact in facts if fact.kind == "indication"}
    return tuple(sorted(seen - reported))


def _noticed(view: View, found: Found, open_names: set[str]) -> Noticed:
    detector = BY_CODE[found.code]
    text = detector.text(view, found)
    if found.code == "signaal":
        signal = view.situation.ruleset.signals[found.about]
        do_now = filled(signal.do_now, view.situation)
        code, weight = _code(view, found), _weight(view, found, open_names)
        return Noticed(code, signal.nature, weight, found, text, do_now, signal.norm)
    do_now, norm = say(f"finding.do.{found.code}"), say(f"finding.norm.{found.code}")
    return Noticed(found.code, detector.kind, _weight(view, found, open_names), found, text, do_now, norm)


def _weight(view: View, found: Found, open_names: set[str]) -> str:
    decisive = next((each for each in view.sets.values() if found.members and each.criteria == found.members), None)
    if found.code == "door_mens_gezien":
        return "gewoon"
    if view.severity >= HEAVY or _steep(view, decisive):
        return "zwaar"
    light = (
        found.code == "regel_botst"
        or (found.code == "kind_geraakt" and not open_names)
        or (found.code == "harde_grens" and view.severity < FELT and not _in_euros(view, found, decisive))
    )
    return "licht" if light else "gewoon"


def _in_euros(view: View, found: Found, decisive: DecisiveSet | None) -> bool:
    return decisive is not None and any(euros(each) is not None for each in near(view, decisive, found.about))


def _steep(view: View, decisive: DecisiveSet | None) -> bool:
    short = lacking(view, decisive) if decisive else None
    if decisive is None or not short:
        return False
    return decisive.loss >= view.situation.ruleset.settings.all_or_nothing_ratio * short


def seen_in_words(look: Look) -> tuple[str, ...]:
    """The indications that decide nothing, in words."""
    return tuple(
        say("finding.seen", code=readable(code), criterion=readable(name.replace("#", " ")))
        for code, name in look.seen_only
    )


FINDINGS_TABLE = Table((*KINDS, *(kind for each in DETECTORS for kind in each.kinds)), RULES)
