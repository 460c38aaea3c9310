"""One decisive set at a time gives what all of them together give, by the same engine."""

from __future__ import annotations

from maatwerk.findings.detect import FINDINGS_TABLE, facts_of, look
from maatwerk.findings.one_by_one import conclude
from maatwerk.reasoning.agree import Conclusions, reasoner_for
from maatwerk.reasoning.table import Fact
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, ruleset
from tests.findings.test_weight_and_points import TWO_SETS


def found(conclusions: Conclusions) -> set[Fact]:
    return {fact for fact in conclusions.facts if fact.kind == "finding"}


def test_set_by_set_the_same_follows_by_the_same_engine() -> None:
    rules = ruleset(TWO_SETS)
    view = view_of(rules, case(rules, kaart="nee", contant="nee", huurschuld="ja"), today=TODAY)
    facts, sets = facts_of(view), {name: each.criteria for name, each in view.sets.items()}
    together, apart = reasoner_for(FINDINGS_TABLE)(facts), conclude(FINDINGS_TABLE, facts, sets)

    assert len(sets) > 1
    assert found(together) == found(apart)
    assert (together.engine, together.agreed) == (apart.engine, apart.agreed)
    assert "durable" == apart.engine


def test_a_look_says_by_which_engine_and_a_finding_about_nothing_in_particular_names_nothing() -> None:
    rules = ruleset(TWO_SETS)
    seen = look(view_of(rules, case(rules, process={}, kaart="nee", contant="nee", huurschuld="ja"), today=TODAY))
    about = {each.code: each.found.about for each in seen.noticed}

    assert "durable" == seen.engine
    assert ("", "schulden") == (about["niet_gehoord"], about["schulden"])
