"""What the register keeps of a difference between the two reasoners: names and yes or no, and never a thousand."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from maatwerk.reasoning.heard import Difference
from maatwerk.reasoning.table import Fact
from maatwerk.register import Register
from maatwerk.register.differences import MOST_PATTERNS, body_of, payload_of
from tests.findings.small import INCOME_LIMIT, ruleset
from tests.register.registers import rows

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 2, 17, 9, 14, tzinfo=UTC)
VERDICT = Fact("verdict", ("laag", False))
DIFFERENT = Difference(
    frozenset({VERDICT, Fact("precedes", ("geld", "geen_geld"))}),
    only_durable=frozenset({Fact("outcome", ("geld",))}),
    only_naive=frozenset({Fact("outcome", ("geen_geld",)), Fact("finding", ("doel_gemist", "#set", "laag#2"))}),
)
FAILED = Difference(frozenset({VERDICT}), failed="MemoryError")


def test_the_log_tells_what_each_found_alone_and_the_payload_on_what() -> None:
    body, payload = body_of(ruleset(INCOME_LIMIT), {DIFFERENT, FAILED}), payload_of({DIFFERENT, FAILED})

    assert (2, ["outcome:geld"], ["MemoryError"]) == (body["patterns"], body["only_durable"], body["failed"])
    assert ["finding:doel_gemist:#set:laag#2", "outcome:geen_geld"] == body["only_naive"]
    assert [
        {"pattern": ["verdict:laag:False"], "only_durable": [], "only_naive": [], "failed": "MemoryError"},
        {
            "pattern": ["precedes:geld:geen_geld", "verdict:laag:False"],
            "only_durable": ["outcome:geld"],
            "only_naive": ["finding:doel_gemist:#set:laag#2", "outcome:geen_geld"],
            "failed": "",
        },
    ] == payload["patterns"]


def test_an_engine_that_differs_on_everything_fills_no_register() -> None:
    many = {Difference(frozenset({Fact("needs", ("geld", number, "laag", True))})) for number in range(1_000)}

    assert 1_000 == body_of(ruleset(INCOME_LIMIT), many)["patterns"]
    assert MOST_PATTERNS == len(payload_of(many)["patterns"])


def test_it_is_an_entry_like_any_other_with_its_pattern_apart(tmp_path: Path) -> None:
    file, rules = tmp_path / "register.db", ruleset(INCOME_LIMIT)
    register = Register.open(file)
    register.trace_of_difference(rules, {DIFFERENT}, at=AT)
    (entry,) = register.entries()

    assert ("reasoners_differed", rules.identity.rules_hash) == (entry.kind, entry.body["ruleset"]["rules_hash"])
    assert "verdict" not in json.dumps(entry.body)
    assert "verdict:laag:False" in str(rows(file, "SELECT body FROM payload"))
    assert register.verify().whole
