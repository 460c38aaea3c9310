"""References in shipped rulesets are juriconnect links or ECLI numbers in their standard form."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.articles.rows import RULESETS

FILES = sorted(RULESETS.rglob("*.md"))
LAW = re.compile(
    r"jci1\.3:c:BWBR\d{7}&artikel=\d+[a-z]?(?:[:.]\d+[a-z]?)?(?:&lid=\d+[a-z]?)?&z=(\d{4}-\d\d-\d\d)&g=(\d{4}-\d\d-\d\d)"
)
CASE_LAW = re.compile(r"ECLI:(?:NL:(?:RVS|CRVB|CBB|HR|RB[A-Z]{2,5})|EU:C):\d{4}:[1-9]\d*")


def named(text: str, start: str) -> list[str]:
    return [word.strip("`.,;:()?'") for word in re.findall(rf"{start}\S*", text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_reference_is_in_its_standard_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    laws = {each: LAW.fullmatch(each) for each in named(text, "jci")}
    assert [] == [each for each, match in laws.items() if not match]
    assert [] == [each for each in named(text, "ECLI:") if not CASE_LAW.fullmatch(each)]
    days = [date.fromisoformat(day) for match in laws.values() if match for day in match.groups()]
    assert [] == [day for day in days if not date(1990, 1, 1) <= day <= date(2026, 11, 30)]


@pytest.mark.parametrize("wrong", ["jci1.3:c:BWBR005537&artikel=4:4&z=2026-01-01&g=2026-01-01", "jci1.3:c:BWBR0005537"])
def test_a_wrong_reference_is_seen(wrong: str) -> None:
    assert not LAW.fullmatch(wrong)
    assert not CASE_LAW.fullmatch("ECLI:NL:RVS:2019:03535")
