from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("office")
ADOPT = ("--decision", "nr. 2 (verzonnen)", "--published", "gmb-verzonnen-2")


def ruleset(office: Path) -> Path:
    return office / "rulesets" / "raalte-id-kaart" / "2015-01-01.md"


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_shipped_ruleset_has_no_problems(run: Run) -> None:
    assert run("rules", "check", "raalte-id-kaart").code == 0


def test_a_problem_shows_the_line_the_place_and_what_was_meant(run: Run, office: Path) -> None:
    changed(ruleset(office), "- eis: kan_pinnen", "- eis: kan_pinen")
    ran = run("rules", "check", "raalte-id-kaart")
    lines = ran.out.splitlines()
    at = next(number for number, line in enumerate(lines) if "- eis: kan_pinen" in line)
    assert ran.code == 1
    assert lines[at + 1].index("^") == lines[at].index("kan_pinen")
    assert lines[at + 1].strip().removeprefix("│").strip() == "^" * len("kan_pinen")
    assert "kan_pinnen" in " ".join(lines[at + 2 : at + 5])
    assert lines[0].endswith("Deze regelset kan niet gebruikt worden.")


def test_the_examples_of_a_shipped_ruleset_hold(run: Run) -> None:
    ran = run("rules", "test", "laptop-minimaregeling")
    assert ran.code == 0
    assert "niet goed: 0" in ran.out
    assert "patronen gelijk." in ran.out


def test_an_example_that_does_not_hold_stands_beside_what_was_computed(run: Run, office: Path) -> None:
    row = next(line for line in ruleset(office).read_text(encoding="utf-8").splitlines() if "| staat rood" in line)
    changed(ruleset(office), row, row.replace("| contant_betalen ", "| vooraf_overmaken "))
    ran = run("rules", "test", "raalte-id-kaart")
    assert ran.code == 4
    assert "NIET GOED             staat rood\n  rulesets/raalte-id-kaart/2015-01-01.md:" in ran.out
    assert "kolom: voorstellen; verwacht: vooraf_overmaken; berekend: contant_betalen; ← anders" in " ".join(
        ran.out.split()
    )
    assert "    mag_als van contant_betalen (regel 142): heeft_contant en wil_betalen\n" in ran.out
    assert "Wat klopt er: het voorbeeld of de regel? Dat kiest u." in ran.out


def test_a_new_ruleset_is_right_from_the_start(run: Run) -> None:
    assert run("rules", "new", "fiets-voor-werk", "--start", "2026-01-01").code == 0
    assert run("rules", "check", "fiets-voor-werk").code == 0
    assert run("rules", "test", "fiets-voor-werk").code == 0


def test_a_new_ruleset_never_overwrites_one(run: Run, office: Path) -> None:
    run("rules", "new", "fiets-voor-werk", "--start", "2026-01-01")
    changed(office / "rulesets/fiets-voor-werk/2026-01-01.md", "Dit is een begin.", "Dit is van mij.")
    ran = run("rules", "new", "fiets-voor-werk", "--start", "2026-01-01")
    assert ran.code == 1
    assert "Dit is van mij." in (office / "rulesets/fiets-voor-werk/2026-01-01.md").read_text(encoding="utf-8")


def test_a_name_cannot_leave_the_folder(run: Run) -> None:
    assert run("rules", "new", "../elders").code == 2


def test_a_new_ruleset_never_takes_the_place_of_one_in_force(run: Run, office: Path) -> None:
    there = sorted(office.rglob("*.md"))
    ran = run("rules", "new", "raalte-id-kaart", "--start", "2026-01-01")
    assert ran.code == 1
    assert "2015-01-01.md bestaat al." in " ".join(ran.err.split())
    assert sorted(office.rglob("*.md")) == there


def test_adopting_asks_an_answer_for_every_unchecked_source(run: Run, office: Path) -> None:
    (office / "adoptions" / "raalte-id-kaart" / "2015-01-01.json").unlink()
    ran = run("rules", "adopt", "raalte-id-kaart", "--drafted-by", "rsmit", *ADOPT)
    assert ran.code == 4
    assert "  betaald_met_pin: " in ran.err
    assert not (office / "adoptions" / "raalte-id-kaart" / "2015-01-01.json").exists()


def test_nobody_adopts_what_they_drafted(run: Run) -> None:
    run("rules", "new", "fiets-voor-werk", "--start", "2026-01-01")
    ran = run("rules", "adopt", "fiets-voor-werk", "--drafted-by", "tdewit", *ADOPT)
    assert ran.code == 5
    assert "Vraag een tweede persoon." in ran.told
    ran = run("rules", "adopt", "fiets-voor-werk", "--drafted-by", "rsmit", *ADOPT)
    assert (ran.err, ran.code) == ("", 0)


def test_an_answer_to_a_source_that_nobody_asked_is_a_wrong_call(run: Run) -> None:
    ran = run("rules", "adopt", "raalte-id-kaart", "--drafted-by", "rsmit", *ADOPT, "--answer", "onzin=ja")
    assert ran.code == 2
