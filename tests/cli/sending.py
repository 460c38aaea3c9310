"""What the tests about letters share: a decision, its letter in a file, that file edited, and what was registered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx as python_docx

from tests.cli.conftest import ROOT, Run
from tests.register.registers import rows

ANSWERS = str(ROOT / "examples" / "answers" / "laptop-negen-euro.json")
CASE = "cases/laptop-negen-euro.json"
DAY = ("--on", "2026-02-17")


def decided(run: Run, office: Path, **resident: str | list[str]) -> str:
    """The number of a decision on the case, with this about the resident."""
    path = office / CASE
    case = json.loads(path.read_text(encoding="utf-8"))
    case["resident"] |= resident
    path.write_text(json.dumps(case), encoding="utf-8")
    assert run("decide", CASE, "--choice", "besteedbaar_inkomen", "--answers", ANSWERS, *DAY).code == 0
    ((year, serial),) = rows(office / "register.db", "SELECT year, serial FROM decision")
    return f"{year}-{serial:04}"


def written(run: Run, number: str, form: str, *more: str) -> str:
    name = f"brief.{form}"
    assert run("letter", "write", number, "--format", form, "--out", name, *(more or DAY)).code == 0
    return name


def registered(office: Path) -> list[dict[str, Any]]:
    found = rows(office / "register.db", "SELECT body FROM log WHERE body LIKE '%letter_sent%'")
    return [json.loads(body)["event"] for (body,) in found]


def edited(name: str, old: str, new: str) -> str:
    opened = python_docx.Document(name)
    changed = [each for each in opened.paragraphs if old in each.text]
    assert changed
    for paragraph in changed:
        paragraph.text = paragraph.text.replace(old, new)
    opened.save(name)
    return name


OTHER_CASE = "cases/laptop-ver-boven-de-grens.json"


def another(run: Run) -> str:
    """The number of a decision about somebody else."""
    reasons = Path("redenen.txt")
    reasons.write_text("Uw inkomen ligt ruim boven de grens.", encoding="utf-8")
    ran = run("decide", OTHER_CASE, "--choice", "follow", "--reasons", str(reasons), "--format", "json", *DAY)
    assert ran.code == 0
    return str(json.loads(ran.out)["number"])
