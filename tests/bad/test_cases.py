"""Whatever stands in the file of a case: the code and the place, within a second, and nothing is lost or shown."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from maatwerk.cli import main
from tests.bad.cases import CASES, BadCase, made
from tests.bad.test_rulesets import SECONDS, everything
from tests.cli.conftest import Run

DAY = ("--on", "2026-02-17")
OPEN = {0, 3, 4}  # judged, with questions or points left


@pytest.fixture(scope="module", autouse=True)
def all_is_imported(adopted_office: Path) -> None:
    """What a command imports the first time does not count here: the start of the program is measured elsewhere."""
    assert main(["check", str(adopted_office / "cases/raalte-rood-staan.json"), *DAY]) in OPEN


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.what)
def test_a_bad_case_is_told_by_code_and_place_and_nothing_is_lost(run: Run, office: Path, bad: BadCase) -> None:
    content, place = made(bad)
    (office / "zaak.json").write_text(content, encoding="utf-8")
    before = everything(office)
    begin = time.process_time()

    ran = run("check", "zaak.json", *DAY)

    assert time.process_time() - begin < SECONDS
    assert "Traceback" not in ran.err
    assert "P999" not in ran.err
    assert before == everything(office)
    if not bad.code:
        assert ("", True) == (ran.err, ran.code in OPEN)
        return
    assert (1, "") == (ran.code, ran.out)
    assert f"zaak.json{place} {bad.code}" in ran.told


@pytest.mark.parametrize("what", ["81 a BSN that cannot be one", "82 a BSN that lost its nought"])
def test_what_is_refused_is_never_shown(run: Run, office: Path, what: str) -> None:
    content, _ = made(next(each for each in CASES if each.what == what))
    (office / "zaak.json").write_text(content, encoding="utf-8")

    ran = run("check", "zaak.json", *DAY)

    assert "12345678" not in ran.out + ran.err


def test_a_largest_amount_is_exact_to_the_cent(run: Run, office: Path) -> None:
    content, _ = made(next(each for each in CASES if each.what == "71 the largest amount"))
    (office / "zaak.json").write_text(content, encoding="utf-8")
    run("check", "zaak.json", *DAY, "--save", "terug.json")

    assert "999999999999.99" == json.loads((office / "terug.json").read_text(encoding="utf-8"))["facts"]["leges"]
