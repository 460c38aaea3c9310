"""`maatwerk letter check` on the letter of a decision: a name, an address and a number are nobody's to change."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

CASE = "cases/laptop-ver-boven-de-grens.json"
DAY = ("--on", "2026-02-17")
STREET = "onuitsprekelijkestraatnaam"
ANSWERS = {
    "contact_moment": {"on": "2026-02-16", "by": "S. Yilmaz (verzonnen)", "channel": "telefoon", "said": "Het klopt."},
    "reasons": "Uw inkomen ligt ruim boven de grens.",
}


def flagged(run: Run, *more: str) -> set[str]:
    ran = run("letter", "check", "brief.txt", "--format", "json", *more)
    return {each["text"] for each in json.loads(ran.out)["issues"]}


def test_of_a_decision_its_names_and_addresses_are_left_alone(run: Run, office: Path) -> None:
    case = json.loads((office / CASE).read_text(encoding="utf-8"))
    case["resident"]["address"][0] = f"Aan de {STREET} 0"
    (office / CASE).write_text(json.dumps(case), encoding="utf-8")
    (office / "a.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert run("decide", CASE, "--choice", "follow", "--answers", "a.json", *DAY).code == 0
    assert run("letter", "write", "2026-0001", "--out", "brief.txt", *DAY).code == 0

    assert STREET in flagged(run)
    assert STREET not in flagged(run, "--number", "2026-0001", *DAY)
