"""`rules test` as a jurist sees it: why an example does not hold, what to doubt, and which row to add."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_rules import changed, ruleset

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("office")


def words(text: str) -> str:
    return " ".join(text.split())


def laptop(office: Path) -> Path:
    return office / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"


def row_of(file: Path, name: str) -> str:
    return next(line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {name} "))


def test_a_slip_in_a_rule_is_shown_with_the_change_that_mends_it(run: Run, office: Path) -> None:
    changed(laptop(office), "<= 17 en volgt_onderwijs", "<= 18 en volgt_onderwijs")
    ran = run("rules", "test", "laptop-minimaregeling")

    assert ran.code == 4
    assert "eis van kind_op_school (regel 116), hier ja: 12 <=" in ran.out
    assert "Zelfde oorzaak:" in ran.out
    assert "Voor de voorbeelden pleit:" in ran.out
    assert "kleine wijziging in regel 116 kloppen deze" in words(ran.out)
    assert "Wat klopt er: het voorbeeld of de regel? Dat kiest u." in ran.out


def test_a_row_that_expects_what_no_rule_can_give_is_doubted(run: Run, office: Path) -> None:
    row = row_of(ruleset(office), "gewone klant")
    changed(ruleset(office), row, row.replace("| uitreiken      | –  ", "| uitreiken      | milder_kan  ", 1))
    ran = run("rules", "test", "raalte-id-kaart")

    assert ran.code == 4
    told = "Tegen het voorbeeld pleit: 'gewone klant' verwacht milder_kan, maar geen enkele regel kan dat geven."
    assert told in words(ran.out)


def test_two_rows_with_the_same_facts_that_expect_something_else_are_told(run: Run, office: Path) -> None:
    row = row_of(ruleset(office), "storing")
    twin = row.replace("| storing   ", "| storing 2 ", 1).replace("contant_betalen", "–              ", 1)
    changed(ruleset(office), row, f"{row}\n{twin}")
    ran = run("rules", "test", "raalte-id-kaart")

    assert "Tegen het voorbeeld pleit: 'storing 2' geeft dezelfde gegevens als 'storing'" in words(ran.out)


def test_what_no_example_shows_is_told_with_its_line(run: Run, office: Path) -> None:
    for name in ("overmaken kan", "alleen overmaken"):
        changed(ruleset(office), row_of(ruleset(office), name) + "\n", "")
    ran = run("rules", "test", "raalte-id-kaart")

    assert ran.code == 0
    assert "GEEN VOORBEELD" in ran.out
    assert "uitzondering vooraf_overmaken komt in geen voorbeeld." in words(ran.out)
    assert "rulesets/raalte-id-kaart/2015-01-01.md:148" in ran.out


def test_a_change_that_no_example_notices_gives_the_row_to_add(run: Run, office: Path) -> None:
    changed(ruleset(office), row_of(ruleset(office), "kan pinnen, wil niet") + "\n", "")
    ran = run("rules", "test", "raalte-id-kaart", "--mutate")

    assert ran.code == 4
    assert "RIJ 1 ERBIJ" in ran.out
    assert "wil_betalen nee, kan_pinnen ja, uitkomst niet_uitreiken" in words(ran.out)
    assert "als van uitreiken (regel 100): `leges_betaald` valt weg" in ran.out


def test_a_ruleset_of_which_every_change_is_noticed_is_fine(run: Run) -> None:
    ran = run("rules", "test", "raalte-id-kaart", "--mutate")

    assert ran.code == 0
    assert "Score: 100,0 %" in ran.out
    assert "MAAKT NOOIT VERSCHIL" in ran.out


def test_the_changes_stand_in_the_data_too(run: Run, office: Path) -> None:
    changed(ruleset(office), row_of(ruleset(office), "kan pinnen, wil niet") + "\n", "")
    ran = run("rules", "test", "raalte-id-kaart", "--mutate", "--format", "json")
    found = json.loads(ran.out)["mutation"]

    assert ran.code == 4
    assert found["tried"] == found["counted"] + len(found["never"])
    assert {100, 108} == {change["line"] for each in found["proposed"] for change in each["changes"]}
    assert {"nee"} == {row["wil_betalen"] for each in found["proposed"] for row in each["rows"]}


def test_without_mutate_nothing_is_changed(run: Run) -> None:
    assert json.loads(run("rules", "test", "raalte-id-kaart", "--format", "json").out)["mutation"] is None


@pytest.mark.parametrize("shape", ["text", "plain", "json"])
def test_a_ruleset_that_cannot_be_read_gives_its_problems(run: Run, office: Path, shape: str) -> None:
    changed(ruleset(office), "- eis: kan_pinnen", "- eis: kan_pinen")
    ran = run("rules", "test", "raalte-id-kaart", "--mutate", "--format", shape)

    assert ran.code == 1
    assert "M204" in ran.out + ran.err


def test_a_column_that_the_table_lacks_is_named(run: Run) -> None:
    assert run("rules", "new", "fiets-voor-werk", "--start", "2026-01-01").code == 0
    ran = run("rules", "test", "fiets-voor-werk", "--mutate")

    assert ran.code == 4
    assert "Daarvoor is een kolom nodig: => bevindingen" in ran.out


def test_of_a_building_block_it_is_said_that_there_is_nothing_to_test(run: Run, office: Path) -> None:
    block = next((office / "rulesets" / "bouwstenen" / "participatiewet").glob("*.md"))
    ran = run("rules", "test", str(block), "--mutate")

    assert 0 == ran.code
    assert "Er is hier niets te testen: er zijn geen uitkomsten en geen voorbeelden." in words(ran.out)
    assert "Er is niets te wijzigen" in ran.out
    assert "0 van 0" not in ran.out
