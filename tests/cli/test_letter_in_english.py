"""A resident who reads English gets an English letter beside the Dutch one: the program says how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASE = "cases/laptop-ver-boven-de-grens.json"
DAY = ("--on", "2026-02-17")
ANSWERS = {
    "contact_moment": {"on": "2026-02-16", "by": "S. Yilmaz (verzonnen)", "channel": "telefoon", "said": "Het klopt."},
    "reasons": "Uw inkomen ligt ruim boven de grens.",
}
HINT = "Deze inwoner wil ook een Engelse brief. Die maakt u zo: maatwerk letter write 2026-0001 --lang en"


@pytest.mark.parametrize(("reads", "written", "told"), [("en", "nl", True), ("en", "en", False), ("nl", "nl", False)])
def test_who_reads_english_gets_an_english_letter_too(
    run: Run, office: Path, *, reads: str, written: str, told: bool
) -> None:
    case = json.loads((office / CASE).read_text(encoding="utf-8"))
    case["resident"]["language"] = reads
    (office / CASE).write_text(json.dumps(case), encoding="utf-8")
    (office / "a.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert run("decide", CASE, "--choice", "follow", "--answers", "a.json", *DAY).code == 0

    ran = run("letter", "write", "2026-0001", "--lang", written, *DAY)

    assert (ran.code, told) == (0, HINT in " ".join(ran.err.split()))
