"""What has a wrong shape in a case file is told which keys are expected there."""

from __future__ import annotations

from typing import Any

import pytest

from maatwerk.case.reading import read_case
from tests.strategies.rulesets_by_hand import ruleset_of_facts

RULES = ruleset_of_facts()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            {"resident": "x"},
            (
                "`resident` moet sleutels met waarden zijn: "
                "{ name, salutation, address, language, channel, digital_since }."
            ),
        ),
        ({"contact": "0572"}, "`contact` moet sleutels met waarden zijn: { name, role, phone, hours }."),
        (
            {"process": {"contacts": ["gebeld"]}},
            "`process.contacts.1` moet sleutels met waarden zijn: { on, by, channel, said }.",
        ),
        (
            {"process": {"contacts": "gebeld"}},
            "`process.contacts` moet een lijst zijn: [ { on, by, channel, said }, … ].",
        ),
        (
            {"process": {"suspended": [{"since": "2026-02-02"}]}},
            "De sleutel `process.suspended.1.since` bestaat niet. Hier kan: from, to, why.",
        ),
        ({"facts": []}, "`facts` moet sleutels met waarden zijn: { … }."),
        ({"notes": "één"}, "`notes` moet een lijst zijn: [ … ]."),
    ],
)
def test_what_has_a_wrong_shape_names_the_keys_that_are_expected(data: dict[str, Any], told: str) -> None:
    assert told in [each.text() for each in read_case({"case": "z1", "ruleset": "met-de-hand", **data}, RULES).problems]
