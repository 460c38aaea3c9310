"""Canaries in every field of a case, in every command, failures too: none may come up in an error."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from maatwerk.basics import clock
from maatwerk.cli.failures import guarded
from tests.cli.conftest import ROOT, Run

CANARY = "Kanarie 123456782"
CASE: dict[str, Any] = json.loads((ROOT / "examples/cases/laptop-negen-euro.json").read_text(encoding="utf-8"))
ADOPTION = ("--decision", "x", "--published", "x", "--drafted-by", "x")
DAY = ("--on", "2026-02-17")
Steps = tuple[str | int, ...]

pytestmark = pytest.mark.usefixtures("office")


def leaves(value: object, path: Steps = ()) -> Iterator[Steps]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path


def put(path: Steps, value: object) -> dict[str, Any]:
    """The case with another value at one place."""
    case: dict[str, Any] = json.loads(json.dumps(CASE))
    inner: Any = case
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return case


def written(case: object) -> str:
    Path("zaak.json").write_text(json.dumps(case), encoding="utf-8")
    return "zaak.json"


LEAVES = tuple(leaves(CASE))


def test_every_field_of_a_case_is_tried() -> None:
    assert len(LEAVES) > 40
    assert ("facts", "inkomen", "value") in LEAVES
    assert ("resident", "address", 0) in LEAVES


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(map(str, path)))
def test_no_field_comes_up_in_an_error_of_check(run: Run, path: Steps) -> None:
    for wrong in (CANARY, [CANARY], {CANARY: CANARY}):
        ran = run("check", written(put(path, wrong)), *DAY)
        assert CANARY not in ran.err
        assert ran.code in {0, 1, 3, 4}
        assert "P999" not in ran.err
        if ran.code == 1:
            assert ran.out == ""


@pytest.mark.parametrize("command", [("propose",), ("decide", "--choice", "follow")], ids=" ".join)
@pytest.mark.parametrize("path", [("facts", "inkomen", "value"), ("received",), ("resident", "language")], ids=str)
def test_no_field_comes_up_in_an_error_of_a_heavier_command(run: Run, command: tuple[str, ...], path: Steps) -> None:
    ran = run(command[0], written(put(path, CANARY)), *command[1:], *DAY)
    assert (ran.out, ran.code) == ("", 1)
    assert CANARY not in ran.err


def test_a_strange_key_is_not_repeated_when_it_could_be_a_name(run: Run) -> None:
    ran = run("check", written({**CASE, CANARY: "x"}), *DAY)
    assert ran.code == 1
    assert CANARY not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "laptop-minimaregeling", "--no-ask", "--fact", f"inkomen={CANARY}"),
        ("check", "laptop-minimaregeling", "--no-ask", "--fact", f"{CANARY}=1"),
        ("check", "laptop-minimaregeling", "--no-ask", "--fact", CANARY),
        ("check", "laptop-minimaregeling", "--on", CANARY),
        ("check", "laptop-minimaregeling", CANARY),
        ("check", CANARY),
        ("check", "laptop-minimaregeling", "--format", CANARY),
        ("propose", "cases/laptop-negen-euro.json", CANARY),
        ("explain", "cases/laptop-negen-euro.json", "--what", f"inkomen={CANARY}"),
        ("explain", "cases/laptop-negen-euro.json", "--what", f"{CANARY}=1"),
        ("explain", "cases/laptop-negen-euro.json", "--what", CANARY),
        ("decide", "cases/laptop-negen-euro.json", "--choice", CANARY),
        ("letter", "write", CANARY),
        ("rules", "new", CANARY),
        ("rules", "check", CANARY),
        ("rules", "test", CANARY),
        ("rules", "adopt", "raalte-id-kaart", *ADOPTION, "--answer", CANARY),
        ("register", CANARY),
        (CANARY,),
        ("doctor", CANARY),
    ],
)  # fmt: skip
def test_a_value_typed_at_the_wrong_place_is_not_repeated(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code in {1, 2, 5}
    assert CANARY not in ran.err
    assert CANARY not in ran.out


@pytest.mark.parametrize("answers", [{"reasons": [CANARY]}, {CANARY: ""}, {"contact_moment": {"on": CANARY}}])
def test_a_wrong_answers_file_is_not_repeated(run: Run, answers: object) -> None:
    Path("antwoorden.json").write_text(json.dumps(answers), encoding="utf-8")
    given = ("--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json")
    ran = run("decide", "cases/laptop-negen-euro.json", *given, *DAY)
    assert (ran.out, ran.code) == ("", 1)
    assert CANARY not in ran.err


def canaries_everywhere() -> dict[str, Any]:
    """A case that can be decided, with a canary in every free text."""
    case = put(("resident", "name"), CANARY)
    case["resident"]["address"] = [CANARY]
    case["resident"]["salutation"] = CANARY
    case["contact"] |= {"name": CANARY, "role": CANARY, "hours": CANARY}
    case["process"]["contacts"][0] |= {"by": CANARY, "said": CANARY, "channel": CANARY}
    case["notes"] = [CANARY]
    for fact in case["facts"].values():
        fact |= {"by": CANARY}
    return case


def answered() -> str:
    given = json.loads((ROOT / "examples/answers/laptop-negen-euro.json").read_text(encoding="utf-8"))
    given["reasons"] = CANARY
    note = f"point:door_mens_gezien:{CANARY.casefold().replace(' ', '_')}"
    given["answers"] = dict.fromkeys((*given["answers"], note), CANARY)
    Path("antwoorden.json").write_text(json.dumps(given), encoding="utf-8")
    return "antwoorden.json"


def test_the_log_of_the_register_holds_nothing_of_the_person(run: Run) -> None:
    choice = ("--choice", "besteedbaar_inkomen", "--answers", answered())
    assert run("decide", written(canaries_everywhere()), *choice, *DAY).code == 0
    for shape in ("text", "json", "plain"):
        assert CANARY not in run("register", "list", "--format", shape).out
    with sqlite3.connect("register.db") as connection:
        logged = [body for (body,) in connection.execute("SELECT body FROM log")]
        payloads = [body for (body,) in connection.execute("SELECT body FROM payload")]
    bodies = [re.sub(r"[0-9a-f]{64}", "", body) for body in logged]  # a hash may hold any figure by chance
    assert not [body for body in bodies if CANARY in body or "1690" in body]
    assert [body for body in payloads if CANARY in body]


def test_an_altered_register_does_not_show_what_was_in_it(run: Run) -> None:
    choice = ("--choice", "besteedbaar_inkomen", "--answers", answered())
    run("decide", written(canaries_everywhere()), *choice, *DAY)
    with sqlite3.connect("register.db") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE payload SET body = replace(body, '1690.80', '1690.81')")
    letter = ("letter", "write", f"{clock.today().year}-0001")
    for arguments in (("register", "verify"), ("register", "list"), letter, ("doctor",)):
        ran = run(*arguments)
        assert ran.code == 7
        assert CANARY not in ran.err + ran.out
        assert "1690" not in ran.err + ran.out


def test_a_letter_that_misses_a_part_does_not_show_the_case(run: Run) -> None:
    case = canaries_everywhere()
    del case["resident"]
    run("decide", written(case), "--choice", "besteedbaar_inkomen", "--answers", answered(), *DAY)
    numbers = [entry["number"] for entry in json.loads(run("register", "list", "--format", "json").out)]
    ran = run("letter", "write", numbers[-1])
    assert (ran.out, ran.code) == ("", 1)
    assert CANARY not in ran.err


def test_a_fault_of_our_own_shows_its_kind_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    def failing(_: object) -> int:
        raise ValueError(CANARY)

    assert guarded(failing, []) == 1
    told = capsys.readouterr().err
    assert "code P999, ValueError" in told
    assert CANARY not in told
    assert "Traceback" not in told


def test_a_choice_that_is_not_there_does_not_show_the_case(run: Run) -> None:
    ran = run("decide", written(canaries_everywhere()), "--choice", "nergens", *DAY)
    assert ran.code == 2
    assert CANARY not in ran.err
