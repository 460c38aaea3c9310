"""Whatever is typed or lies in a file: one plain Dutch text, the right code, no traceback, no value of a person."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

CANARY = "Kanarie"
DAY = ("--on", "2026-02-17")
LAPTOP = "cases/laptop-negen-euro.json"
DECIDE = ("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY)
ENGLISH = ("Error", "No such", "Traceback", "Errno", "Invalid", "Exception", "P999")


def refused(ran: Ran, code: int, told: str) -> None:
    """Nothing on standard output, and one plain text in Dutch."""
    assert (ran.out, ran.code) == ("", code)
    assert told in ran.told
    assert [word for word in (*ENGLISH, CANARY) if word in ran.err] == []


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["check", "--bogus"], 2, "Deze optie bestaat niet."),
        (["check", "raalte-id-kart"], 1, "Bedoelde u `raalte-id-kaart`?"),
        (["check", "raalte-id-kaart", "--on", "1800-01-01"], 1, "is geen versie van kracht op 1 januari 1800."),
        (["check", "kinderopvang-eigen-bijdrage"], 1, "zoals rulesets/kinderopvang-eigen-bijdrage/2019-10-23.md."),
        (["check", "raalte-id-kaart", "--on", "2026-13-45"], 2, "Dit is geen dag."),
        (["check", "raalte-id-kaart", "--on", "nu"], 2, "Dit is geen dag."),
        (["check", "cases"], 1, "Die regelset is er niet."),
        (["check", "weg.json"], 1, "C001 Dit bestand kan niet gelezen worden."),
        (["check", "weg.md"], 1, "M001 Dit bestand kan niet gelezen worden."),
        (["check", "raalte-id-kaart", "--fact", "kan_pinen=ja"], 1, "Bedoelde u `kan_pinnen`?"),
        (["check", "raalte-id-kaart", "--fact", f"leges={CANARY}"], 1, "`leges` moet een bedrag zijn"),
        (["check", "raalte-id-kaart", "--fact", f"reden={CANARY}"], 1, "reden"),
        (["check", "raalte-id-kaart", "--fact", "leges=1", "--fact", f"leges={CANARY}"], 2, "Geef elke naam één keer."),
        (["check", "raalte-id-kaart", "--save", "weg/zaak.json", "--format", "plain"], 1, "niet geschreven worden"),
        (["propose", "raalte-id-kaart"], 1, "C001 Dit bestand kan niet gelezen worden."),
        (["propose", LAPTOP, "--note"], 2, "Achter --note hoort een waarde."),
        (["decide", "weg.json", "--choice", "follow"], 1, "C001"),
        (["decide", LAPTOP, "--choice", "weg"], 2, "U kunt kiezen uit: besteedbaar_inkomen, follow, other."),
        (["decide", LAPTOP, "--choice", "follow", "--reasons", "weg.txt"], 1, "weg.txt kan niet gelezen worden."),
        (["decide", LAPTOP, "--choice", "follow", "--reasons", "cases"], 1, "cases kan niet gelezen worden."),
        (["decide", LAPTOP, "--choice", "follow", "--answers", "weg.json"], 1, "weg.json kan niet gelezen worden."),
        (["letter", "write", "2026-9999"], 1, "Besluit 2026-9999 staat niet in het register."),
        (["rules", "test", "weg"], 1, "Die regelset is er niet."),
        (["rules", "new", "Fiets!"], 2, "Een naam heeft alleen kleine letters"),
        (["rules", "test", "r" * 300], 1, "Die regelset is er niet."),
        (["rules", "check", "a\udc80.md"], 2, "Wat u typte, is geen gewone tekst (UTF-8)."),
        (["propose", LAPTOP, "--note", "caf\udce9"], 2, "Wat u typte, is geen gewone tekst (UTF-8)."),
        (["init", "maatwerk.toml"], 1, "Er kan niet geschreven worden in maatwerk.toml."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_wrong_call_gets_one_plain_text(run: Run, arguments: list[str], code: int, told: str) -> None:
    ran = run(*arguments)
    refused(Ran("", ran.err, ran.code) if "--save" in arguments else ran, code, told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leeg.json:1:1 C005"),
        (f'{{"case": "{CANARY}", "rules'.encode(), "C005"),
        (b'{"case": "x",}', "leeg.json:1:"),
        (b"[]", "De sleutel `ruleset` ontbreekt."),
        (b"\xff\xfe\x00", "C003 Dit bestand is geen UTF-8."),
        (f'{{"case": "{CANARY}", "ruleset": "weg", "facts": {{}}}}'.encode(), "Die regelset is er niet."),
        (b'{"case": "x", "ruleset": "raalte-id-kaart", "facts": {"inkomen": "1"}}', "C030 Het gegeven `inkomen`"),
        (f'{{"case": "x", "ruleset": "raalte-id-kaart", "facts": {{"leges": "{CANARY}"}}}}'.encode(), "C043"),
    ],
    ids=["empty", "cut off", "comma", "a list", "not text", "no such rules", "other rules", "wrong value"],
)
@pytest.mark.parametrize("command", [("check",), ("propose",), ("decide", "--choice", "follow")], ids=" ".join)
def test_a_wrong_case_file_is_told_by_place(
    run: Run, office: Path, command: tuple[str, ...], content: bytes, told: str
) -> None:
    (office / "leeg.json").write_bytes(content)
    refused(run(command[0], "leeg.json", *command[1:], *DAY), 1, told)


def test_a_folder_is_no_case(run: Run, office: Path) -> None:
    (office / "map.json").mkdir()
    refused(run("check", "map.json"), 1, "C001 Dit bestand kan niet gelezen worden.")


def test_reasons_that_are_no_text_are_told_plainly(run: Run, office: Path) -> None:
    (office / "redenen.txt").write_bytes(b"\xff\xfe\x00")
    ran = run("decide", LAPTOP, "--choice", "follow", "--reasons", "redenen.txt", *DAY)
    refused(ran, 1, "redenen.txt kan niet gelezen worden. Bestaat het, en is het tekst (UTF-8)?")


@pytest.mark.parametrize(
    "arguments", [DECIDE, ("register", "list"), ("register", "verify"), ("rules", "new", "fiets")], ids=" ".join
)
def test_outside_an_organisation_one_hears_how_to_make_it(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    shutil.copytree(office / "cases", tmp_path / "elders" / "cases")
    monkeypatch.chdir(tmp_path / "elders")
    ran = run(*arguments)
    assert ran.code in {1, 5}  # rules that nobody adopted here cannot decide either
    refused(ran, ran.code, "maatwerk")


def test_a_login_that_nobody_knows_may_not_decide_and_hears_what_to_add(run: Run, office: Path) -> None:
    people = office / "people.toml"
    lines = people.read_text(encoding="utf-8").splitlines()
    mine = next(number for number, line in enumerate(lines) if line.startswith("login = "))
    lines[mine] = 'login = "verzonnen-iemand"'
    people.write_text("\n".join(lines), encoding="utf-8")
    refused(run(*DECIDE), 5, "Wij kennen u niet.")
    doctor = run("doctor").out
    assert [line[:13] for line in doctor.splitlines() if line.startswith("aangemeld")] == ["aangemeld als"]
    assert "[[person]]" in doctor


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"", 7, "is leeg. Een register is nooit leeg"),
        (b"tekst\n", 1, "is geen register van maatwerk."),
        (None, 7, "is beschadigd of niet volledig."),
    ],
    ids=["empty", "foreign", "cut"],
)
@pytest.mark.parametrize("arguments", [DECIDE, ("register", "list"), ("register", "verify")], ids=lambda each: each[-1])
def test_a_damaged_register_is_refused_and_left_as_it_is(
    run: Run, office: Path, arguments: tuple[str, ...], content: bytes | None, code: int, told: str
) -> None:
    register = office / "register.db"
    register.write_bytes(register.read_bytes()[:5000] if content is None else content)
    before = register.read_bytes()
    refused(run(*arguments), code, told)
    assert register.read_bytes() == before


@pytest.mark.parametrize("name", ["people.toml", "maatwerk.toml"])
def test_a_settings_file_that_is_broken_is_told_by_line(run: Run, office: Path, name: str) -> None:
    (office / name).write_text("kapot\n", encoding="utf-8")
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", *DAY) if name == "people.toml" else run("doctor")
    assert ran.code == 1
    assert f"{name}:1: dit is geen geldige TOML." in " ".join((ran.out + ran.err).split())


@pytest.mark.parametrize("command", ["check", "propose"])
@pytest.mark.usefixtures("office")
def test_a_talk_and_a_hearing_in_the_future_are_told(run: Run, command: str) -> None:
    ran = run(command, LAPTOP, "--on", "2026-02-15")
    assert (ran.out, ran.code) == ("", 1)
    assert "`process.contacts.1.on` ligt in de toekomst." in ran.told
    assert "`process.heard.on` ligt in de toekomst." in ran.told
    assert "C035" in ran.told


@pytest.mark.usefixtures("office")
def test_a_letter_that_cannot_be_written_is_told_and_not_registered(run: Run) -> None:
    answers = ("--answers", str(Path(__file__).parents[2] / "examples/answers/laptop-negen-euro.json"))
    assert run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", *answers, *DAY).code == 0
    listed = run("register", "list").out
    number = listed.split()[-1 - listed.split()[::-1].index("besluit") :][1]
    refused(run("letter", "write", number, "--out", "weg/brief.txt"), 1, "Er kan niet geschreven worden")
    assert run("register", "list").out == listed
