"""Worlds: a random ruleset with a random case, from two seeds. And what is read of an assessment."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from maatwerk.api import load_case, load_ruleset
from maatwerk.criteria import Situation
from maatwerk.story import assess, view_of
from tests.strategies.cases import TODAY, Given, case_of, facts
from tests.strategies.rulesets import LIBRARY, ruleset_of, seeds

if TYPE_CHECKING:
    from maatwerk.assessment import Assessment
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Ruleset

OPEN = "onbekend"
BLANKS = (0.0, 0.1, 0.3, 0.6)
SHIPPED = {
    "raalte-id-kaart": "2015-01-01",
    "laptop-minimaregeling": "2026-01-01",
}


@dataclass(frozen=True)
class World:
    """A ruleset and what is told of a case."""

    ruleset: Ruleset
    given: Given
    seed: int = -1

    def __repr__(self) -> str:
        told = {name: fact["value"] for name, fact in self.given.items()}
        return f"World(seed={self.seed}, {told})"

    def assessed(self, **more: Any) -> Assessment:  # noqa: ANN401 - what `assess` takes
        """The whole story, without the questions unless `ask=True`."""
        return assess(self.ruleset, case_of(self.ruleset, self.given), today=TODAY, **{"ask": False, **more})

    def view(self) -> View:
        """What the detectors look at."""
        return view_of(self.ruleset, case_of(self.ruleset, self.given), today=TODAY)

    def situation(self) -> Situation:
        """The values of all names."""
        return self.view().situation

    def told(self, name: str, value: str) -> World:
        """The same world with one fact more."""
        return replace(self, given={**self.given, name: {"value": value, "by": "inwoner", "verified": True}})

    def untold(self, name: str) -> World:
        """The same world with one fact less."""
        return replace(self, given={key: value for key, value in self.given.items() if key != name})

    def in_rules(self, ruleset: Ruleset) -> World:
        """The same case under another ruleset, as far as that has the facts."""
        given = {name: value for name, value in self.given.items() if name in ruleset.facts}
        return World(ruleset, given, self.seed)


def world_of(seed: int, case_seed: int, *, blank: float | None = None) -> World:
    """The world of two seeds; `blank` is the part of the facts that is left out (None: it differs)."""
    dice, ruleset = Random(case_seed), ruleset_of(seed)
    part = dice.choice(BLANKS) if blank is None else blank
    return World(ruleset, facts(ruleset, dice, blank=part), seed)


def worlds(*, blank: float | None = None) -> st.SearchStrategy[World]:
    """Worlds for Hypothesis."""
    return st.builds(lambda seed, case: world_of(seed, case, blank=blank), seeds(), st.integers(0, 2**32))


def shipped_worlds(*, blank: float | None = None) -> st.SearchStrategy[World]:
    """Random cases under the rulesets that come with maatwerk."""

    def made(name: str, seed: int) -> World:
        dice, ruleset = Random(seed), shipped_ruleset(name)
        return World(ruleset, facts(ruleset, dice, blank=dice.choice(BLANKS) if blank is None else blank))

    return st.builds(made, st.sampled_from(sorted(SHIPPED)), st.integers(0, 2**32))


def all_worlds(*, blank: float | None = None) -> st.SearchStrategy[World]:
    """Generated and shipped rulesets."""
    return st.one_of(worlds(blank=blank), worlds(blank=blank), shipped_worlds(blank=blank))


@cache
def shipped_ruleset(name: str) -> Ruleset:
    """A ruleset that comes with maatwerk."""
    return load_ruleset(LIBRARY / name / f"{SHIPPED[name]}.md", library=LIBRARY)


def some_worlds(number: int, *, blank: float | None = None) -> list[World]:
    """The same worlds each time, for tests that count."""
    return [world_of(seed % 600, seed, blank=blank) for seed in range(number)]


def shipped_world(name: str, facts: dict[str, str]) -> World:
    """A case under a ruleset that comes with maatwerk; the last day of the facts is the reference date."""
    ruleset = shipped_ruleset(name)
    given = {key: {"value": value, "by": "inwoner", "verified": True} for key, value in facts.items()}
    load_case({"case": "Z-1", "ruleset": name, "facts": given}, ruleset)
    return World(ruleset, given)


AT_THE_COUNTER = {
    "datum_afhalen": "2015-07-01", "leges": "52.95", "identiteit_vast": "ja", "wil_betalen": "ja", "kan_pinnen": "nee",
    "heeft_contant": "ja", "kan_overmaken": "nee", "kan_machtigen": "nee", "reden": "rood_staan",
}  # fmt: skip
A_LAPTOP = {
    "aanvraagdatum": "2026-09-01", "huishouden": "alleenstaand", "inkomen": "1690.80", "eenmalig_inkomen": "200.00",
    "beslag": "0.00", "geboortedatum_kind": "2012-05-01", "volgt_onderwijs": "ja", "eerder_gekregen": "nee",
    "laptop_bruikbaar": "nee", "laptop_gestolen": "nee",
}  # fmt: skip


def counter() -> World:
    """Overdrawn, with cash in hand, at a counter where one pays by card."""
    return shipped_world("raalte-id-kaart", AT_THE_COUNTER)


def laptop() -> World:
    """€ 9 too much, because of holiday pay."""
    return shipped_world("laptop-minimaregeling", A_LAPTOP)


def as_json(assessment: Assessment) -> dict[str, Any]:
    """An assessment as it is printed, without the hashes of the text and of the whole."""
    printed: dict[str, Any] = json.loads(assessment.model_dump_json(by_alias=True))
    del printed["ruleset"]["text_hash"], printed["assessment_hash"]
    return printed


def strict(assessment: Assessment) -> tuple[object, ...]:
    """What the letter of the rules gives: the outcome and every verdict."""
    verdicts = tuple(sorted((each.id, each.verdict) for each in assessment.criteria))
    return (assessment.outcome.id, assessment.outcome.amount, assessment.outcome.shown, verdicts)
