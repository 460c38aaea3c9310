"""Which rules are used where several versions stand in the folder: what was adopted, never a draft by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maatwerk.cli.desk import for_case, for_ruleset
from tests.cli.conftest import Run, adopt

ADOPTED = "2026-01-01.md"
DRAFT = "2026-02-01.md"
DAY = ("--on", "2026-02-17")
TODAY = date(2026, 2, 17)
CASE = "cases/laptop-negen-euro.json"
LINE = (
    "Er is een nieuwer concept: rulesets/laptop-minimaregeling/2026-02-01.md. "
    "Toets het met: maatwerk check rulesets/laptop-minimaregeling/2026-02-01.md"
)


@pytest.fixture
def drafted(office: Path) -> Path:
    """The office with a newer draft of the laptop rules beside the adopted ones."""
    folder = office / "rulesets" / "laptop-minimaregeling"
    text = (folder / ADOPTED).read_text(encoding="utf-8")
    (folder / DRAFT).write_text(text.replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-02-01"), encoding="utf-8")
    return folder


def used(name: str = "laptop-minimaregeling", on: date = TODAY) -> tuple[str, bool]:
    desk = for_ruleset(name, on)
    return Path(desk.ruleset.file).name, desk.adopted


@pytest.mark.usefixtures("drafted")
def test_a_newer_draft_never_takes_over_from_adopted_rules() -> None:
    assert used() == (ADOPTED, True)
    desk, _ = for_case(Path(CASE), TODAY)
    assert (Path(desk.ruleset.file).name, desk.adopted) == (ADOPTED, True)


@pytest.mark.usefixtures("drafted")
@pytest.mark.parametrize("command", [("check", CASE), ("propose", CASE), ("check", CASE, "--format", "plain")])
def test_the_screen_says_that_a_newer_draft_waits(run: Run, command: tuple[str, ...]) -> None:
    assert LINE in " ".join(run(*command, *DAY).out.split())


@pytest.mark.usefixtures("drafted")
def test_a_check_as_data_stays_data(run: Run) -> None:
    assert "nieuwer concept" not in run("check", CASE, "--format", "json", *DAY).out


@pytest.mark.usefixtures("drafted")
def test_the_draft_can_be_tried_by_its_file_and_says_nothing_of_itself(run: Run) -> None:
    ran = run("check", f"rulesets/laptop-minimaregeling/{DRAFT}", *DAY)
    assert "concept, regels geldig vanaf 1 februari 2026" in " ".join(ran.out.replace("\u00a0", " ").split())
    assert "nieuwer concept" not in ran.out


@pytest.mark.usefixtures("office")
def test_without_a_newer_draft_nothing_is_said(run: Run) -> None:
    assert "nieuwer concept" not in run("check", CASE, *DAY).out


def test_half_a_draft_does_not_stop_the_adopted_rules(drafted: Path) -> None:
    (drafted / DRAFT).write_text("nog niet af\n", encoding="utf-8")
    assert used() == (ADOPTED, True)


def test_a_draft_that_has_ended_does_not_stop_the_adopted_rules(drafted: Path) -> None:
    draft = drafted / DRAFT
    text = draft.read_text(encoding="utf-8")
    ended = text.replace("geldig_vanaf: 2026-02-01", "geldig_vanaf: 2026-02-01\ngeldig_tot: 2026-02-10")
    draft.write_text(ended, encoding="utf-8")
    assert used() == (ADOPTED, True)
    assert for_ruleset("laptop-minimaregeling", TODAY).newer_draft is None


@pytest.mark.usefixtures("drafted")
def test_once_adopted_the_newer_rules_hold_from_their_first_day() -> None:
    adopt("laptop-minimaregeling")
    assert used() == (DRAFT, True)
    assert used(on=date(2026, 1, 31)) == (ADOPTED, True)


def test_where_nothing_is_adopted_the_newest_in_force_is_used_as_a_draft(office: Path, drafted: Path) -> None:
    (office / "adoptions" / "laptop-minimaregeling" / "2026-01-01.json").unlink()
    assert drafted.is_dir()
    assert used() == (DRAFT, False)


def test_rules_that_were_changed_after_they_were_adopted_are_a_draft(drafted: Path) -> None:
    adopt("laptop-minimaregeling")
    draft = drafted / DRAFT
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("hoogstens: € 500", "hoogstens: € 501"), encoding="utf-8"
    )
    assert used() == (ADOPTED, True)
    assert for_ruleset("laptop-minimaregeling", TODAY).newer_draft is not None
