"""Files that do not go together: the code and the place, in the check of a text and before any case is judged."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.bad.rulesets import MARK
from tests.bad.shelves import LATER, MAIN, SHELVES, Shelf, version
from tests.bad.test_rulesets import SECONDS, everything, written
from tests.cli.conftest import Run

DAYS = ("--on", "2026-08-01")


def put_on_the_shelf(files: dict[str, str]) -> None:
    written(files[MAIN].replace(MARK, "").encode())
    for name, text in files.items():
        path = Path("rulesets") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(MARK, ""), encoding="utf-8")


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.what)
def test_what_is_wrong_between_files_is_told_by_code_and_place(run: Run, office: Path, shelf: Shelf) -> None:
    put_on_the_shelf(shelf.files)
    before = everything(office)
    begin = time.process_time()

    ran = run("rules", "check", f"rulesets/{shelf.checked}", "--plain")

    assert time.process_time() - begin < SECONDS
    assert "P999" not in ran.err
    assert before == everything(office)
    assert (1 if shelf.code and not shelf.remark else 0) == ran.code, ran.out
    head = "opmerking " if shelf.remark else ""
    told = [line for line in ran.out.splitlines() if "M049" in line or (shelf.code and shelf.code in line)]
    assert ([f"{head}rulesets/{shelf.place()}  {shelf.code}"] if shelf.code else []) == told


@pytest.mark.usefixtures("office")
def test_no_case_is_judged_by_two_versions_at_once(run: Run) -> None:
    put_on_the_shelf({MAIN: version("2026-01-01", "2027-01-01"), LATER: version("2026-07-01")})

    ran = run("check", "voorbeeld", *DAYS)

    assert (1, "") == (ran.code, ran.out)
    assert f"rulesets/{LATER}" in ran.told
    assert "M049" in ran.told
    assert run("check", "voorbeeld", "--on", "2026-06-30").code in {0, 3}


@pytest.mark.usefixtures("office")
def test_a_draft_that_overlaps_never_stops_the_rules_in_use(run: Run, office: Path) -> None:
    used = office / "rulesets/laptop-minimaregeling/2026-01-01.md"
    draft = used.with_name("2026-02-01.md")  # a copy in which somebody forgot to change the first day
    shutil.copy(used, draft)
    case = ("check", "cases/laptop-negen-euro.json", "--on", "2026-02-17")

    assert 4 == run(*case).code
    assert "M049" in run("rules", "check", str(draft), "--plain").out
