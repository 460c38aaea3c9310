from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAY = ("--on", "2026-02-17")
OVERDRAWN = ("identiteit_vast=ja", "wil_betalen=ja", "kan_pinnen=nee", "heeft_contant=ja", "reden=rood_staan")


@pytest.fixture
def decided(run: Run, office: Path) -> Path:
    assert run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY).code == 0
    return office


def altered(office: Path) -> None:
    with sqlite3.connect(office / "register.db") as connection:
        connection.execute("DROP TRIGGER IF EXISTS log_is_append_only")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE log SET body = replace(body, 'uitreiken', 'weigeren') WHERE seq = 3")


@pytest.mark.usefixtures("decided")
def test_a_whole_register_says_so_and_what_it_cannot_see(run: Run) -> None:
    ran = run("register", "verify")
    assert ran.code == 0
    assert "Keten heel                                ja  3 van 3" in ran.out
    assert "Een weggelaten einde is zo niet te zien." in ran.out


@pytest.mark.usefixtures("decided")
def test_the_week_of_a_check_that_stopped_is_no_last_day(run: Run) -> None:
    before = run("register", "verify").out.splitlines()[0]
    run("check", "raalte-id-kaart", *[part for fact in OVERDRAWN for part in ("--fact", fact)], "--no-ask", *DAY)
    lines = run("register", "list").out.splitlines()
    assert "toets gestopt" in lines[-1] or "toets gestopt" in "".join(lines[-4:])
    assert run("register", "verify").out.splitlines()[0] == before.replace("3 regels", "4 regels")


def test_a_last_line_that_cannot_be_read_is_named(run: Run, decided: Path) -> None:
    altered(decided)
    with sqlite3.connect(decided / "register.db") as connection:
        connection.execute("UPDATE log SET body = '{' WHERE seq = 3")
    assert (run("register", "verify").code, run("doctor").code) == (7, 7)


def test_an_altered_line_is_named_and_ends_with_7(run: Run, decided: Path) -> None:
    altered(decided)
    ran = run("register", "verify")
    assert ran.code == 7
    assert "NIET HEEL  regel 3" in ran.out
    assert "Alles t/m regel 2 is wel heel." in ran.out


def test_the_doctor_sees_an_altered_register(run: Run, decided: Path) -> None:
    altered(decided)
    ran = run("doctor")
    assert ran.code == 7
    assert "NIET HEEL" in ran.out


@pytest.mark.usefixtures("decided")
def test_the_list_tells_what_happened_and_to_nobody(run: Run) -> None:
    out = run("register", "list").out
    assert "niet_uitreiken → uitreiken" in out
    assert "raalte-rood-staan" not in out


def test_there_is_no_register_before_the_first_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", str(tmp_path / "nieuw"))
    monkeypatch.chdir(tmp_path / "nieuw")
    assert run("register", "verify").code == 1
    assert not (tmp_path / "nieuw" / "register.db").exists()


@pytest.mark.usefixtures("decided")
def test_the_doctor_finds_all_well(run: Run) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert "200 proefpatronen: beide redeneerders gelijk" in ran.out
    assert "T. de Wit (verzonnen), teamleider Inkomen" in ran.out
    told = " ".join(ran.out.split())
    assert "2 vastgesteld," in told
    assert told.endswith("; niet meer van kracht: kinderopvang-eigen-bijdrage")


def test_the_doctor_names_a_ruleset_that_cannot_be_used(run: Run, decided: Path) -> None:
    (decided / "rulesets" / "raalte-id-kaart" / "2015-01-01.md").write_text("kapot", encoding="utf-8")
    ran = run("doctor")
    assert ran.code == 1
    assert "niet bruikbaar: raalte-id-kaart" in " ".join(ran.out.split())


def test_the_doctor_works_outside_an_organisation(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("doctor")
    assert ran.code == 0
    assert "maatwerk init" in ran.out


def test_init_leaves_what_is_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "gemeente"
    run("init", str(folder))
    (folder / "people.toml").write_text("# van mij\n", encoding="utf-8")
    ruleset = folder / "rulesets" / "raalte-id-kaart" / "2015-01-01.md"
    ruleset.write_text("van mij\n", encoding="utf-8")
    assert run("init", str(folder)).code == 0
    assert (folder / "people.toml").read_text(encoding="utf-8") == "# van mij\n"
    assert ruleset.read_text(encoding="utf-8") == "van mij\n"
