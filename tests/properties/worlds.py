"""Worlds: a random ruleset with a random case, from two seeds. And what is read of an assessment."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from maatwerk.api import load_ruleset
from maatwerk.criteria.members import field_name
from maatwerk.criteria.situation import Situation
from maatwerk.ruleset.library import ids, versions
from maatwerk.story import assess, view_of
from tests.strategies.cases import TODAY, Answer, Given, case_of, facts, known_to, tell, untell
from tests.strategies.rulesets import LIBRARY, ruleset_of, seeds, some_seed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.assessment.model import Assessment, RecordMember
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Ruleset

OPEN = "onbekend"
BLANKS = (0.0, 0.1, 0.3, 0.6)
SHIPPED = {f"{name}/{version.path.stem}": version.path for name in ids(LIBRARY) for version in versions(LIBRARY, name)}
"""Every version of every ruleset that comes with maatwerk: `id/valid_from` and its file."""


@dataclass(frozen=True)
class World:
    """A ruleset and what is told of a case."""

    ruleset: Ruleset
    given: Given
    seed: int = -1

    def __repr__(self) -> str:
        return f"World(seed={self.seed}, {self.ruleset.id}, {_plainly(self.given)})"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: ANN401, FBT001 - Hypothesis calls it
        printer.text(repr(self))

    def assessed(self, **more: Any) -> Assessment:  # noqa: ANN401 - what `assess` takes
        """The whole story, without the questions unless `ask=True`."""
        return assess(self.ruleset, case_of(self.ruleset, self.given), today=TODAY, **{"ask": False, **more})

    def view(self) -> View:
        """What the detectors look at."""
        return view_of(self.ruleset, case_of(self.ruleset, self.given), today=TODAY)

    def situation(self) -> Situation:
        """The values of all names."""
        return self.view().situation

    def told(self, name: str, value: Answer) -> World:
        """The same world with one answer more: of a fact, a field (`posten[2].waarde`) or a list."""
        return replace(self, given=tell(self.ruleset, self.given, name, value))

    def untold(self, name: str) -> World:
        """The same world with one fact, field or list less."""
        return replace(self, given=untell(self.given, name))

    def in_rules(self, ruleset: Ruleset) -> World:
        """The same case under another ruleset, as far as that has the facts."""
        return World(ruleset, known_to(ruleset, self.given), self.seed)


def _plainly(given: Given) -> Given:
    """Values without who said them."""
    return {name: each["value"] if "value" in each
            else ([_plainly(record) for record in each["records"]], each["complete"])
            for name, each in given.items()}  # fmt: skip


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
    """A ruleset that comes with maatwerk, by id and version."""
    return load_ruleset(SHIPPED[name], library=LIBRARY)


def some_worlds(number: int, *, blank: float | None = None) -> list[World]:
    """The same worlds each time, for tests that count."""
    return [world_of(some_seed(place), place, blank=blank) for place in range(number)]


def shipped_world(name: str, facts: Given) -> World:
    """A case under a ruleset that comes with maatwerk; a list is told as its records."""
    ruleset = shipped_ruleset(name)
    given: Given = {}
    for key, value in facts.items():
        given = tell(ruleset, given, key, str(len(value)) if isinstance(value, list) else value)
        for number, record in enumerate(value if isinstance(value, list) else []):
            for field, each in record.items():
                given = tell(ruleset, given, field_name(key, number, field), each)
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
A_HOME = {
    "ingangsdatum": "2026-03-01", "tijdelijk_elders_voor_zorg": "nee",
    "medebewoners": [{"geboortedatum": "1997-07-01", "hoofdverblijf": "ja", "relatie": "familie", "huurcontract": "nee",
                      "student": "nee", "ingetrokken_op": "2026-01-01", "noodopvang": "ja", "deelt_kosten": "nee"}],
}  # fmt: skip


def home() -> World:
    """A son of 28 without a home of his own, who cannot share the costs."""
    return shipped_world("kostendelersnorm/2026-01-01", A_HOME)


def counter() -> World:
    """Overdrawn, with cash in hand, at a counter where one pays by card."""
    return shipped_world("raalte-id-kaart/2015-01-01", AT_THE_COUNTER)


def laptop() -> World:
    """€ 9 too much, because of holiday pay."""
    return shipped_world("laptop-minimaregeling/2026-01-01", A_LAPTOP)


def short(members: Iterable[str | RecordMember]) -> list[str]:
    """Criteria, and criteria in a record as `telt_mee#2`."""
    return [each if isinstance(each, str) else each.member for each in members]


def as_json(assessment: Assessment) -> dict[str, Any]:
    """An assessment as it is printed, without the hashes of the text and of the whole."""
    printed: dict[str, Any] = json.loads(assessment.model_dump_json(by_alias=True))
    del printed["ruleset"]["text_hash"], printed["assessment_hash"]
    return printed


def strict(assessment: Assessment) -> tuple[object, ...]:
    """What the letter of the rules gives: the outcome and every verdict."""
    verdicts = tuple(sorted((each.id, each.record or 0, each.verdict) for each in assessment.criteria))
    return (assessment.outcome.id, assessment.outcome.amount, assessment.outcome.shown, verdicts)
