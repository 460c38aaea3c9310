"""Registers to test with, and ways to do what nobody may: change what was written."""

from __future__ import annotations

import os
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from maatwerk.assessment.model import Assessment
from maatwerk.decision.model import Decision
from maatwerk.register import Register

AT = datetime(2026, 2, 18, 13, 7, tzinfo=UTC)
RULES, TEXT = "a" * 64, "b" * 64
NOBODY = 65534


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


def stopped(**changes: object) -> dict[str, Any]:
    return {"ruleset": "een-regelset", "rules_hash": RULES, "codes": ["harde_grens"], "week": "2026-W08"} | changes


def assessment(**changes: object) -> Assessment:
    """An assessment that found two points and proposes one exception."""
    outcome = {"id": "afwijzen", "kind": "afwijzing", "amount": None, "amount_from": None, "amount_to": None}
    finding = {
        "kind": "onredelijk",
        "weight": "gewoon",
        "criteria": [],
        "text": "Net over de grens.",
        "do_now": "",
        "norm": "",
    }
    proposal = {
        "id": "voorstel_1", "exceptions": ["afwijken_inkomen"], "sets_aside": ["inkomen_laag"],
        "grounds": [{"id": "awb_4_84", "article": "artikel 4:84 Awb", "rung": "C"}], "outcome_after": "toekennen",
        "amount_after": "449.00", "shown_after": [{"name": "bedrag", "value": None, "from": "1.00", "to": None}],
        "resolves": ["harde_grens"], "remains": [], "authority": "klantmanager", "four_eyes": False, "conditions": [],
        "until": None, "questions": ["geschikt"], "third_parties": None, "say": "Het kan.", "ask_jurist": False,
    }  # fmt: skip
    values: dict[str, object] = {
        "ruleset": ruleset(status="vastgesteld"), "reference_date": "2026-02-17",
        "outcome": outcome | {"shown": [], "text": "Geen laptop.", "say": "Het kan niet."},
        "criteria": [], "questions": [], "decisive": [["inkomen_laag"]],
        "findings": [finding | {"code": code} for code in ("kind_geraakt", "harde_grens", "harde_grens")],
        "proposals": [proposal], "no_room": None, "alternatives": [], "promises": [], "equal_cases": [],
        "reasoner": {"engine": "durable", "agreed": True}, "points": [], "not_judged": [], "settings": {},
        "to_check": [], "track": "zwaar", "remedy": "bezwaar", "say_first": "Het kan.", "facts_hash": "e" * 64,
        "assessment_hash": "c" * 64,
    }  # fmt: skip
    return Assessment.model_validate(values | changes)


def made(**changes: object) -> Decision:
    """A decision as `decide` makes it; the resident is Kanarie."""
    values: dict[str, object] = {
        "case": "Kanarie-z7k3", "choice": "voorstel_1", "sort": "except", "outcome": "toekennen", "amount": "449.00",
        "track": "zwaar", "reasons": "Kanarie heeft de laptop nu nodig.", "answers": [], "contact_moment": None,
        "no_contact_reason": "Kanarie was aan de balie", "facts": [], "resident": {"name": "Kanarie (verzonnen)"},
        "decider": {"id": "tdewit", "name": "T. de Wit (verzonnen)", "role": "teamleider Inkomen"}, "contact": None,
        "received": date(2026, 2, 16), "notes": ["Kanarie belde"], "assessment": assessment(), "at": AT,
        "engine_version": "0.1.0",
    }  # fmt: skip
    return Decision.model_validate(values | changes)


def filled(path: Path, decisions: int) -> Register:
    """A register with decisions, each followed by its letter and the trace of a check that stopped."""
    register = Register.open(path)
    for number in range(decisions):
        receipt = register.append_decision(decision(), payload(number), at=AT, key=f"zaak-{number}")
        letter = {"number": receipt.number, "format": "html", "language": "nl", "sha256": "d" * 64}
        register.append("letter_written", letter, at=AT)
        register.append("check_stopped", stopped(), at=AT)
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


def in_child(work: Callable[[], str]) -> str:
    """What `work` returns in a process of its own, without the powers of the administrator."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        try:
            os.write(writing, work().encode())
        except BaseException:  # noqa: BLE001 - the parent must hear of it
            os.write(writing, traceback.format_exc().encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer
