"""`rules format` at the command line: it shows, checks or writes, and leaves alone what must stay as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, adopt

GIFTS, NORM = "bijstand-giften", "kostendelersnorm"


def untidy(file: Path) -> Path:
    """The text with one key of its head in another place: the rules are the same."""
    head, rest = file.read_text(encoding="utf-8").split("\n---\n", 1)
    lines = head.splitlines()
    last = [line for line in lines if line.startswith("rechtsmiddel:")]
    head = "\n".join([*(line for line in lines if line not in last), *last])
    file.write_text(f"{head}\n---\n{rest}", encoding="utf-8")
    return file


@pytest.fixture
def gifts(office: Path) -> Path:
    """A text that is no draft of anything adopted, in another form than the one."""
    return untidy(office / "rulesets" / GIFTS / "2026-01-01.md")


def test_without_more_it_shows_what_would_change_and_writes_nothing(run: Run, gifts: Path) -> None:
    before = gifts.read_bytes()
    ran = run("rules", "format", GIFTS)
    assert (ran.err, ran.code, gifts.read_bytes()) == ("", 0, before)
    assert "--- rulesets/bijstand-giften/2026-01-01.md" in ran.out
    assert "\n+rechtsmiddel: bezwaar\n" in ran.out
    assert "Schrijf het weg met --write." in " ".join(ran.out.split())


def test_check_says_so_by_its_exit_code_and_after_writing_it_is_content(run: Run, gifts: Path) -> None:
    assert run("rules", "format", GIFTS, "--check").code == 4
    before = run("rules", "test", GIFTS, "--format", "json").out
    mode = gifts.stat().st_mode
    assert run("rules", "format", GIFTS, "--write").code == 0
    assert [run("rules", "format", GIFTS, each).code for each in ("--check", "--write")] == [0, 0]
    assert results(run("rules", "test", GIFTS, "--format", "json").out) == results(before)
    assert (gifts.stat().st_mode, list(gifts.parent.glob(".*"))) == (mode, [])


def results(told: str) -> list[object]:
    """Every example with what was computed; the line where it stands may be another."""
    return [{**each, "line": 0} for each in json.loads(told)["examples"]]


def adopted(office: Path) -> Path:
    """A text that was adopted as it stands, in another form than the one."""
    file = untidy(office / "rulesets" / NORM / "2026-01-01.md")
    adopt(NORM)
    return file


def test_an_adopted_text_stays_as_it_is(run: Run, office: Path) -> None:
    file = adopted(office)
    before = file.read_bytes()
    run("doctor")  # what adopting printed is read away
    ran = run("rules", "format", NORM, "--write")
    assert (ran.code, file.read_bytes()) == (0, before)
    assert "is vastgesteld. Die tekst blijft zoals hij is." in " ".join(ran.out.split())
    assert run("rules", "format", NORM, "--check").code == 0


def test_with_a_problem_in_one_text_none_is_written(run: Run, office: Path, gifts: Path) -> None:
    wrong = office / "rulesets" / "kostendelersnorm" / "2026-01-01.md"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("- eis:", "- eiss:", 1), encoding="utf-8")
    before = gifts.read_bytes()
    ran = run("rules", "format", GIFTS, "kostendelersnorm", "--write")
    assert (ran.out, ran.code, gifts.read_bytes()) == ("", 1, before)
    assert "M010" in ran.err


def test_as_json_each_file_says_whether_it_changes_and_was_written(run: Run, office: Path, gifts: Path) -> None:
    adopted(office)
    run("doctor")  # what adopting printed is read away
    found = json.loads(run("rules", "format", GIFTS, NORM, "--write", "--format", "json").out)["files"]
    assert [(each["changes"], each["adopted"], each["written"]) for each in found] == [
        (True, False, True),
        (True, True, False),
    ]
    assert found[0]["file"] == f"rulesets/{GIFTS}/2026-01-01.md"
    assert gifts.read_text(encoding="utf-8").startswith("---\ntaal: maatwerk-1\n")


@pytest.mark.usefixtures("office")
def test_transposed_examples_are_only_read(run: Run) -> None:
    ran = run("rules", "format", "laptop-minimaregeling", "--transpose")
    assert ran.code == 0
    assert "\nnegen euro te veel\n  inkomen            1.690,80\n  eenmalig_inkomen   200\n" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 78


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "options", [("--check", "--write"), ("--transpose", "--write"), ("--transpose", "--format", "json")]
)
def test_two_things_at_once_is_a_wrong_call(run: Run, options: tuple[str, ...]) -> None:
    assert run("rules", "format", GIFTS, *options).code == 2


@pytest.mark.usefixtures("office")
def test_without_a_text_it_is_a_wrong_call(run: Run) -> None:
    assert run("rules", "format").code == 2


def test_a_building_block_is_formatted_too(run: Run, office: Path) -> None:
    file = office / "rulesets" / "bouwstenen" / "participatiewet" / "2015-01-01.md"
    assert run("rules", "format", str(file), "--write").code == 0
    assert run("rules", "format", str(file), "--check").code == 0
    assert run("rules", "check", GIFTS).code == 0


def test_the_rulesets_that_come_with_maatwerk_are_in_form(run: Run) -> None:
    shipped = Path(__file__).parents[2] / "rulesets"

    assert 0 == run("rules", "format", "--check", *map(str, sorted(shipped.rglob("*.md")))).code
