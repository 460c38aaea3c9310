"""Nothing is proposed where the two reasoners differ on anything that was reasoned for a case; all findings stand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maatwerk import check, explain, load_case, load_ruleset
from maatwerk.reasoning.table import Fact
from tests.reasoning.forgetful import MARK, failing, forgetting, inventing, of_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.assessment.model import Assessment

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
CASE = json.loads((ROOT / "examples" / "cases" / "laptop-negen-euro.json").read_text(encoding="utf-8"))
CASE["notes"] = ["Het vakantiegeld gaat naar een huurschuld."]  # it stays a point once the proposal was taken
TODAY = date(2026, 2, 17)


def assessed(times: int = 1) -> Assessment:
    """The nine euros too much, under rules that were read just now: nothing of them is remembered."""
    rules = load_ruleset(RULES)
    found = [check(rules, load_case(CASE, rules), today=TODAY) for _ in range(times)]
    return found[-1]


def behind_a_flip(facts: frozenset[Fact]) -> bool:
    """Only patterns in which the income is low: in the case itself it is not."""
    return any((fact.kind, fact.values) == ("verdict", ("inkomen_laag", True)) for fact in facts)


def once_it_was_taken(facts: frozenset[Fact]) -> bool:
    """Only what is left to notice once the proposal was taken: no criterion decides any more."""
    return not {fact.kind for fact in facts} & set(MARK.values())


WHERE: dict[str, Callable[[frozenset[Fact]], bool]] = {
    **{f"table {name}": of_table(name) for name in MARK},
    "behind a flip": behind_a_flip,
    "once the proposal was taken": once_it_was_taken,
}


@pytest.fixture(params=WHERE)
def differing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with forgetting(monkeypatch, WHERE[request.param]):
        yield


@pytest.fixture(scope="module")
def sound() -> Assessment:
    return assessed()


def test_the_case_has_a_proposal_while_both_reasoners_are_well(sound: Assessment) -> None:
    assert sound.reasoner.agreed
    assert ["besteedbaar_inkomen"] == [each.id for each in sound.proposals]


@pytest.mark.usefixtures("differing")
@pytest.mark.parametrize("times", [1, 2])
def test_a_difference_anywhere_withholds_the_proposal_also_when_it_was_heard_before(
    sound: Assessment, times: int
) -> None:
    found = assessed(times)
    assert (False, ()) == (found.reasoner.agreed, found.proposals)
    assert (sound.outcome, sound.findings, sound.decisive) == (found.outcome, found.findings, found.decisive)


@pytest.mark.usefixtures("differing")
def test_the_sentence_to_say_promises_nothing_that_is_not_proposed(sound: Assessment) -> None:
    found = assessed()
    assert found.say_first != sound.say_first
    assert found.assessment_hash != sound.assessment_hash


@pytest.mark.parametrize("name", MARK)
def test_an_engine_that_fails_withholds_the_proposal_too(
    sound: Assessment, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with failing(monkeypatch, of_table(name)):
        found = assessed()
    assert (False, ()) == (found.reasoner.agreed, found.proposals)
    assert sound.findings == found.findings


@pytest.mark.parametrize("where", ["table outcome", "behind a flip"])
def test_an_outcome_that_only_durable_rules_gives_neither_hides_a_finding_nor_makes_the_rules_overlap(
    sound: Assessment, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    every = frozenset(Fact("outcome", (name,)) for name in load_ruleset(RULES).outcomes)
    with inventing(monkeypatch, WHERE[where], every):
        found = assessed()
    assert (False, ()) == (found.reasoner.agreed, found.proposals)
    assert (sound.outcome, sound.findings, sound.decisive) == (found.outcome, found.findings, found.decisive)


def test_a_finding_that_only_durable_rules_gives_is_shown_too(
    sound: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = frozenset({Fact("finding", ("te_laat", "-", "-"))})
    with inventing(monkeypatch, of_table("findings"), late):
        found = assessed()
    assert "te_laat" not in [each.code for each in sound.findings]
    assert {"te_laat", *(each.code for each in sound.findings)} == {each.code for each in found.findings}


def test_a_difference_that_passed_is_not_held_against_the_next_case(
    sound: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = load_ruleset(RULES)
    case = load_case(CASE, rules)
    with forgetting(monkeypatch, of_table("outcome")):
        assert not check(rules, case, today=TODAY).reasoner.agreed
    assert sound == check(rules, case, today=TODAY)


@pytest.mark.usefixtures("differing")
def test_an_explanation_says_it_too() -> None:
    rules = load_ruleset(RULES)
    assert not explain(rules, load_case(CASE, rules), today=TODAY).agreed


def test_a_difference_on_what_if_alone_is_said_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def far_above(facts: frozenset[Fact]) -> bool:
        """The case itself is just above the limit."""
        near = any(fact.kind == "indication" and fact.values[-1] == "harde_grens" for fact in facts)
        return of_table("findings")(facts) and not near

    with forgetting(monkeypatch, far_above):
        rules = load_ruleset(RULES)
        case = load_case(CASE, rules)
        agreed = [explain(rules, case, today=TODAY, what=what).agreed for what in (None, {"inkomen": "5.000"})]
    assert [True, False] == agreed
