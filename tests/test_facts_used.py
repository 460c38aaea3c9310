"""What a decision keeps of the facts: also the question, as it was asked."""

from __future__ import annotations

from maatwerk.decision.facts_used import facts_used
from maatwerk.story import view_of
from tests.findings.small import TODAY, TRIPS, case, fact, ruleset


def test_a_question_about_a_record_is_kept_as_it_was_asked() -> None:
    judged = {"value": "ja", "by": "M. Bakker (verzonnen)", "role": "jurist", "reason": "Zij moest naar de dokter."}
    rules = ruleset(TRIPS)
    given = case(rules, reizen={"records": [{"sinds": fact("2026-01-05"), "nodig": judged}], "complete": True})
    used = facts_used(view_of(rules, given, today=TODAY).situation, given)

    assert "Was de reis van 5 januari 2026 nodig?" == {each.name: each.question for each in used}["reizen[1].nodig"]
