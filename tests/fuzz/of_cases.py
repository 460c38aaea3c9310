"""Bytes as a case file, against rules with a list and rules without: read, and where it can be used assessed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maatwerk.api import load_ruleset
from maatwerk.case.reading import read_case
from maatwerk.ruleset.library import ids, in_force, shipped
from maatwerk.story import assess
from tests.fuzz.judge import ROOT, documented, require, within

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

NAME = re.compile(rb'"ruleset"\s*:\s*"([a-z-]+)"')
OTHER = b"bijstand-giften"
RECORDS = 12
"""Cases with longer lists are read, not assessed: how that time grows is measured apart (docs/measurements.md)."""


def judge(data: bytes, file: Path) -> None:
    """Raise Surprise, or whatever was not caught, when these bytes are not dealt with as they should be."""
    ruleset = _ruleset(data)
    file.write_bytes(data)
    with within():
        reading = read_case(file, ruleset)
    require((reading.case is None) == bool(reading.problems), "a case and problems, or neither")
    documented(reading.problems, data.decode("utf-8-sig", errors="replace"), file.name)
    if reading.case is not None and all(len(each.records) <= RECORDS for each in reading.case.lists.values()):
        with within():
            assess(ruleset, reading.case, today=ruleset.header.valid_from.replace(month=12))


def _ruleset(data: bytes) -> Ruleset:
    """The rules that the case names; it is read against rules with a list where it names none of ours."""
    named = NAME.search(data)
    found = rulesets()
    return found.get(named[1] if named else OTHER, found[OTHER])


@cache
def rulesets() -> dict[bytes, Ruleset]:
    """The newest version of each ruleset that we ship."""
    files = {id_: in_force(shipped(), id_) for id_ in ids(shipped())}
    return {id_.encode(): load_ruleset(file) for id_, file in files.items() if file}


@cache
def seeds() -> tuple[bytes, ...]:
    """The case files that we ship."""
    return tuple(path.read_bytes() for path in sorted((ROOT / "examples" / "cases").glob("*.json")))
