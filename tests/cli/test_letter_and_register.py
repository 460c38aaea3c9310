"""What is not registered is no letter: nothing comes out before the register has it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from maatwerk.cli import main
from maatwerk.cli.whole_file import replacing
from maatwerk.letter.language import checked
from tests.cli.conftest import ROOT, Ran, Run
from tests.register.registers import in_child, rows, tamper

ANSWERS = str(ROOT / "examples" / "answers" / "laptop-negen-euro.json")
DECIDE = ("decide", "cases/laptop-negen-euro.json", "--choice", "besteedbaar_inkomen", "--answers", ANSWERS)
OUT = "brief.txt"


@pytest.fixture
def number(run: Run, office: Path) -> str:
    """The number of a decision in the register of the office."""
    assert run(*DECIDE, "--on", "2026-02-17").code == 0
    ((year, serial),) = rows(office / "register.db", "SELECT year, serial FROM decision")
    return f"{year}-{serial:04}"


@pytest.fixture
def reachable(office: Path, number: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The office where another account can reach it; its register and folder take no writing."""
    assert number
    checked("Een kwikzilverachtige zin.", "nl")  # its word lists may lie where another account cannot read
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(office, folder / "office")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (folder / "out").mkdir()
    (folder / "out").chmod(0o777)
    (folder / "office").chmod(0o555)
    (folder / "office" / "register.db").chmod(0o444)
    monkeypatch.chdir(folder / "office")
    yield folder
    (folder / "office").chmod(0o755)
    shutil.rmtree(folder)


def one_text(ran: Ran) -> bool:
    """Sentences for a person: no traceback, and no names of the database."""
    return bool(ran.told) and not any(word in ran.err for word in ("Traceback", "SQLITE", "nieuwere versie"))


def said(*arguments: str) -> str:
    """Code, output and errors of a command as one text."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return f"{code}|{out.getvalue()}|{' '.join(err.getvalue().split())}"


@pytest.mark.parametrize("to_file", [False, True])
def test_no_letter_comes_out_of_a_register_that_takes_no_writing(
    reachable: Path, number: str, *, to_file: bool
) -> None:
    out = ("--out", str(reachable / "out" / OUT)) if to_file else ()
    code, printed, told = in_child(lambda: said("letter", "write", number, *out)).split("|")
    assert (code, printed, list((reachable / "out").iterdir())) == ("1", "", [])
    assert told.startswith("Er kan niet geschreven worden in")
    assert told.endswith("Er is niets vastgelegd.")


@pytest.mark.parametrize("out", [(), ("--out", OUT)])
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM log_head", "DROP TABLE request", "UPDATE log SET body = '{' WHERE seq = 3", "DELETE FROM payload"],
)
def test_no_letter_comes_out_of_a_damaged_register(
    run: Run, office: Path, number: str, statement: str, out: tuple[str, ...]
) -> None:
    tamper(office / "register.db", statement)
    ran = run("letter", "write", number, *out)
    assert (ran.out, ran.code, one_text(ran)) == ("", 7, True)
    assert [each.name for each in office.iterdir() if each.name.startswith((OUT, "."))] == []


def test_a_letter_that_is_not_registered_leaves_the_older_one_as_it_was(run: Run, office: Path, number: str) -> None:
    (office / OUT).write_text("de oude brief\n", encoding="utf-8")
    tamper(office / "register.db", "DELETE FROM log_head")
    assert run("letter", "write", number, "--out", OUT).code == 7
    assert (office / OUT).read_text(encoding="utf-8") == "de oude brief\n"


def test_a_letter_in_a_file_is_whole_and_alone(run: Run, office: Path, number: str) -> None:
    before = {each.name for each in office.iterdir()}
    assert run("letter", "write", number, "--out", OUT, "--on", "2026-02-20").code == 0
    printed = run("letter", "write", number, "--on", "2026-02-20").out
    assert (office / OUT).read_text(encoding="utf-8") == printed
    assert {each.name for each in office.iterdir()} == before | {OUT}
    assert len(rows(office / "register.db", "SELECT 1 FROM log WHERE body LIKE '%letter_written%'")) == 1


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "echt").write_text("oud", encoding="utf-8")
    (tmp_path / "link").symlink_to("echt")
    for place in (tmp_path / "link", Path("/dev/null")):
        with replacing(place, "nieuw"):
            pass
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "echt").read_text(encoding="utf-8")) == (True, "nieuw")
    assert Path("/dev/null").is_char_device()


@pytest.mark.usefixtures("number")
@pytest.mark.parametrize("command", [("register", "verify"), ("register", "list"), ("letter", "write", "2026-0001")])
@pytest.mark.parametrize("table", ["payload", "alembic_version", "log", "decision"])
def test_a_register_without_a_table_is_told_plainly(
    run: Run, office: Path, command: tuple[str, ...], table: str
) -> None:
    tamper(office / "register.db", f"DROP TABLE {table}")
    ran = run(*command)
    assert (ran.out, ran.code, one_text(ran)) == ("", 7, True)
    assert "is beschadigd of niet volledig." in ran.told


@pytest.mark.usefixtures("number")
def test_the_list_of_a_register_without_a_line_says_so(run: Run, office: Path) -> None:
    tamper(office / "register.db", "DELETE FROM log WHERE seq = 2")
    ran = run("register", "list")
    assert (ran.out, ran.code) == ("", 7)
    assert ran.told == "Regel 2 van het register is niet heel: er ontbreekt een regel."


@pytest.mark.usefixtures("number")
def test_data_that_are_gone_without_an_erasure_are_told_with_their_line(run: Run, office: Path) -> None:
    tamper(office / "register.db", "DELETE FROM payload")
    ran = run("register", "verify")
    assert ran.code == 7
    assert "NIET HEEL regel 3" in " ".join(ran.out.split())
    assert "de gegevens zijn weg, en nergens staat dat ze gewist zijn." in " ".join(ran.out.split())
