"""Days in a case that cannot be are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from maatwerk.case.days import still_to_come
from tests.case.test_reading import codes, read, read_text


def test_a_suspension_may_end_on_its_first_day_or_still_run() -> None:
    pauses = [{"from": "2026-02-02", "to": "2026-02-02"}, {"from": "2026-02-02"}]
    assert codes(read({"process": {"suspended": pauses}})) == []


def test_a_suspension_that_ends_before_it_begins_is_told_at_its_line(tmp_path: Path) -> None:
    pause = '"process": {"suspended": [\n{"from": "2026-02-02",\n"to": "2026-02-01"}]}'
    text = f'{{"case": "z1", "ruleset": "met-de-hand",\n{pause}}}'
    assert read_text(tmp_path, text) == [("zaak.json:4:7", "C034")]


@pytest.mark.parametrize(
    ("process", "where"),
    [
        ({"contacts": [{"on": "2026-02-17", "by": "x"}, {"on": "2026-02-18", "by": "x"}]}, "process.contacts.2.on"),
        ({"heard": {"on": "2026-02-18", "how": "telefoon"}}, "process.heard.on"),
    ],
)
def test_what_was_done_cannot_lie_after_today(process: dict[str, Any], where: str) -> None:
    case = read({"process": process}).case
    assert case is not None
    assert [(each.code, dict(each.values)) for each in still_to_come(case, date(2026, 2, 17))] == [
        ("C035", {"where": where})
    ]
    assert still_to_come(case, date(2026, 2, 18)) == ()
