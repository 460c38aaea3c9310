"""At the desk the building blocks of the days of the case count, and what was adopted stays what was adopted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maatwerk.cli import main
from maatwerk.cli.desk import for_ruleset
from maatwerk.organisation.folder import Organisation
from tests.cli.conftest import Run
from tests.test_block_days import AFTER, BEFORE, library

__all__ = ["library"]


@pytest.fixture
def office(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organisation whose rulesets are those with two versions of a building block."""
    folder = Organisation.create(tmp_path / "office", demo=True).folder
    for name in ("bouwstenen", "steun"):
        (library / name).rename(folder / "rulesets" / name)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("office")
def test_a_fact_that_is_typed_chooses_the_version(run: Run) -> None:
    def outcome(day: str) -> str:
        facts = ("--fact", f"dag={day}", "--fact", "inkomen=1050")
        ran = run("check", "steun", *facts, "--on", str(AFTER), "--format", "json")
        return str(json.loads(ran.out)["outcome"]["id"])

    assert [outcome("2026-06-30"), outcome("2026-07-01")] == ["geen_steun", "steun"]


@pytest.mark.usefixtures("office")
def test_a_new_version_of_a_block_makes_adopted_rules_a_draft_again_for_its_own_days() -> None:
    given = ("--decision", "nr. 1 (verzonnen)", "--published", "gmb-verzonnen", "--drafted-by", "rsmit")
    assert main(["rules", "adopt", "steun", *given, "--on", str(BEFORE)]) == 0

    assert for_ruleset("steun", BEFORE).adopted
    assert not for_ruleset("steun", AFTER).adopted
