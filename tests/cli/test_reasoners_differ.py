"""When the engine loses a conclusion: the union, no proposal, one plain line, code 6, and an entry in the register."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from maatwerk.reasoning import durable
from maatwerk.reasoning.agree import reasoner_for
from maatwerk.reasoning.table import Fact
from tests.cli.conftest import Run

CASE = ("check", "cases/raalte-rood-staan.json", "--on", "2026-02-17")
LINE = (
    "Let op: de twee redeneerders van het programma verschillen. Daarom staat hier geen voorstel. "
    "Vraag de jurist en meld dit."
)

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def sound(run: Run, office: Path) -> dict[str, object]:
    """What the case gives while both reasoners are well."""
    assert Path.cwd() == office
    found: dict[str, object] = json.loads(run(*CASE, "--format", "json").out)
    reasoner_for.cache_clear()
    return found


@pytest.fixture
def broken(sound: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """durable-rules forgets one of its conclusions each time."""
    whole = durable.Net.run

    def forgetful(net: durable.Net, facts: Iterable[Fact]) -> frozenset[Fact]:
        return frozenset(sorted(whole(net, facts), key=repr)[1:])

    reasoner_for.cache_clear()
    monkeypatch.setattr(durable.Net, "run", forgetful)
    yield sound
    reasoner_for.cache_clear()


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("shape", ["text", "plain"])
def test_the_screen_says_so_in_one_line_and_offers_nothing(run: Run, shape: str) -> None:
    ran = run(*CASE, "--format", shape)
    assert ran.code == 6
    assert " ".join(ran.out.split()).count(LINE) == 1
    assert "DIT MAG U ZELF DOEN" not in ran.out
    assert "UITZONDERING MOGELIJK" not in ran.out


def test_a_program_hears_it_too_and_gets_the_union(run: Run, broken: dict[str, object]) -> None:
    ran = run(*CASE, "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 6
    assert found["reasoner"]["agreed"] is False
    assert (found["outcome"], found["findings"]) == (broken["outcome"], broken["findings"])
    assert broken["findings"]
    assert (len(found["proposals"]), bool(broken["proposals"])) == (0, True)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("shape", ["text", "plain", "json"])
def test_the_register_knows_it_without_the_case(run: Run, shape: str) -> None:
    before = len(json.loads(run("register", "list", "--format", "json").out))
    run(*CASE, "--format", shape)
    after = json.loads(run("register", "list", "--format", "json").out)
    assert [entry["kind"] for entry in after[before:]] == ["reasoners_differed"]
    assert after[-1]["event"]["ruleset"]["id"] == "raalte-id-kaart"
    assert "raalte-rood-staan" not in json.dumps(after)


@pytest.mark.usefixtures("broken")
def test_it_is_said_each_time_and_not_only_the_first(run: Run) -> None:
    assert [run(*CASE).code for _ in range(3)] == [6, 6, 6]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("arguments", [("doctor",), ("rules", "test", "raalte-id-kaart")], ids=" ".join)
def test_whoever_looks_for_it_finds_it(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 6


@pytest.mark.usefixtures("broken")
def test_propose_ends_with_6_too(run: Run) -> None:
    ran = run("propose", *CASE[1:])
    assert ran.code == 6
    assert "VOORSTEL" not in ran.out


def test_two_reasoners_that_agree_leave_no_entry(run: Run) -> None:
    before = run("register", "list", "--format", "json").out
    assert run(*CASE).code == 4
    assert run("register", "list", "--format", "json").out == before
