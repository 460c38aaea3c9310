"""Registers to test with, and ways to do what nobody may: change what was written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from maatwerk.register import Register

AT = datetime(2026, 2, 18, 13, 7, tzinfo=UTC)
RULES, TEXT = "a" * 64, "b" * 64


def ruleset(**changes: object) -> dict[str, Any]:
    return {"id": "een-regelset", "valid_from": "2026-01-01", "rules_hash": RULES, "text_hash": TEXT} | changes


def decision(**changes: object) -> dict[str, Any]:
    return {
        "ruleset": ruleset(),
        "engine": "0.1.0",
        "reference_date": "2026-02-17",
        "outcome_before": "afwijzen",
        "outcome_after": "toekennen",
        "findings": ["harde_grens", "kind_geraakt"],
        "exceptions": ["afwijken_inkomen"],
        "grounds": ["awb_4_84"],
        "choice": "except",
        "track": "zwaar",
        "person": {"id": "tdewit", "role": "teamleider"},
    } | changes


def payload(number: int = 0) -> dict[str, Any]:
    return {"facts": {"inkomen": "1690.80"}, "reasons": f"Reden {number}", "assessment": {"assessment_hash": "c" * 64}}


def filled(path: Path, decisions: int) -> Register:
    """A register with decisions, each followed by its letter and the trace of a check that stopped."""
    register = Register.open(path)
    for number in range(decisions):
        receipt = register.append_decision(decision(), payload(number), at=AT, key=f"zaak-{number}")
        letter = {"number": receipt.number, "format": "html", "language": "nl", "sha256": "d" * 64}
        register.append("letter_written", letter, at=AT)
        register.trace_of_stopped_check("een-regelset", RULES, ["harde_grens"], "2026-W08")
    return register


def tamper(path: Path, *statements: str) -> None:
    """Run statements as somebody with the file would: without triggers, keys or checks in the way."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()
