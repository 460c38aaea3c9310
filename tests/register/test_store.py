"""The file behind the register: made whole, refused when it is something else, never harmed."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import stat
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from maatwerk.basics.errors import MaatwerkError, OrganisationError, RegisterNotWhole
from maatwerk.register import Register
from maatwerk.register.schema import REVISIONS, metadata
from tests.register.registers import AT, decision, filled, in_child, payload, rows, tamper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "register.db"
    filled(path, 2).close()
    return path


def refusal(work: Callable[[], object]) -> str:
    try:
        work()
    except MaatwerkError as error:
        return f"{type(error).__name__}: {error}"
    return "not refused"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another account can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_the_file_is_for_its_owner_only(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_making_a_register_leaves_nothing_beside_it(file: Path) -> None:
    assert list(file.parent.iterdir()) == [file]


def test_the_register_runs_without_wal_and_wipes_what_is_deleted(file: Path) -> None:
    with Register.open(file)._store.writing() as connection:  # noqa: SLF001 - what users cannot see
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")
        }

    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_a_register_that_somebody_put_in_wal_mode_is_taken_out_of_it(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")

    Register.open(file).append_decision(decision(), payload(), at=AT)

    assert rows(file, "PRAGMA journal_mode") == [("delete",)]


def test_a_file_address_opens_the_same_register(file: Path) -> None:
    assert Register.open(f"sqlite:///{file}").decision("2026-0001").seq == 1


def test_a_database_server_is_refused_plainly() -> None:
    with pytest.raises(OrganisationError, match="databaseserver"):
        Register.open("postgresql+psycopg://register")


def test_strange_names_of_files_are_just_names(tmp_path: Path) -> None:
    path = tmp_path / "regis ter?mode=ro#%41é.db"
    with Register.open(path) as register:
        register.append_decision(decision(), payload(), at=AT)

    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_verifying_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="nog geen register"):
        Register.open(tmp_path / "register.db", create=False)

    assert list(tmp_path.iterdir()) == []


def text_file(path: Path) -> None:
    path.write_text("geen register\n" * 20, encoding="utf-8")


def only_the_magic_words(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE log (seq, body)")
        connection.commit()


def newer_program(path: Path) -> None:
    filled(path, 1).close()
    tamper(path, "UPDATE alembic_version SET version_num = '9999'")


def without_version(path: Path) -> None:
    filled(path, 1).close()
    tamper(path, "DROP TABLE alembic_version")


def version_garbled(path: Path) -> None:
    filled(path, 1).close()
    tamper(path, "UPDATE alembic_version SET version_num = 'kapot'")


def version_emptied(path: Path) -> None:
    filled(path, 1).close()
    tamper(path, "DELETE FROM alembic_version")


def schema_garbled(path: Path) -> None:
    filled(path, 1).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET sql = 'kapot' WHERE name = 'payload'")
        connection.commit()


def cut(path: Path) -> None:
    filled(path, 40).close()
    path.write_bytes(path.read_bytes()[:-5000])


def cut_at_a_page(path: Path) -> None:
    filled(path, 40).close()
    path.write_bytes(path.read_bytes()[:-4096])


@pytest.mark.parametrize(
    ("make", "error", "text"),
    [
        (Path.touch, RegisterNotWhole, "is leeg"),
        (text_file, OrganisationError, "geen register van maatwerk"),
        (only_the_magic_words, OrganisationError, "geen register van maatwerk"),
        (Path.mkdir, OrganisationError, "geen register van maatwerk"),
        (other_program, OrganisationError, "geen register van maatwerk"),
        (newer_program, OrganisationError, "nieuwere versie"),
        (without_version, RegisterNotWhole, "niet volledig"),
        (version_garbled, RegisterNotWhole, "niet volledig"),
        (version_emptied, RegisterNotWhole, "niet volledig"),
        (schema_garbled, RegisterNotWhole, "niet volledig"),
        (cut, RegisterNotWhole, "niet volledig"),
        (cut_at_a_page, RegisterNotWhole, "niet volledig"),
    ],
)
def test_what_is_no_whole_register_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], error: type[MaatwerkError], text: str
) -> None:
    path = tmp_path / "register.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""

    with pytest.raises(error, match=text):
        Register.open(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_unwritable_folder_is_told_when_making_a_register(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    answer = in_child(lambda: refusal(lambda: Register.open(open_folder / "register.db")))

    assert answer.startswith("OrganisationError: Er kan niet geschreven worden")


def test_a_read_only_register_can_be_verified_but_not_written(open_folder: Path) -> None:
    path = open_folder / "register.db"
    filled(path, 2).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)

    assert in_child(lambda: str(Register.open(path).verify().whole)) == "True"
    answer = in_child(lambda: refusal(lambda: Register.open(path).append_decision(decision(), payload(), at=AT)))
    assert answer.startswith("OrganisationError: Er kan niet geschreven worden")


def test_a_register_of_somebody_else_is_refused_plainly(open_folder: Path) -> None:
    path = open_folder / "register.db"
    filled(path, 1).close()
    path.chmod(0o000)

    assert in_child(lambda: refusal(lambda: Register.open(path))).startswith("OrganisationError: ")


def test_a_full_disk_writes_nothing_and_says_so(file: Path) -> None:
    def write_too_much() -> str:
        room = file.stat().st_size + 8192
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        large = {"reasons": "x" * 100_000}
        return refusal(lambda: Register.open(file).append_decision(decision(), large, at=AT))

    file.chmod(0o666)
    folder = file.parent
    for parent in (folder, *folder.parents):
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o777)

    assert in_child(write_too_much).startswith("OrganisationError: Er kan niet geschreven worden")
    found = Register.open(file).verify()
    assert (found.whole, found.entries) == (True, 6)


def test_an_error_of_the_database_never_holds_what_was_written(file: Path) -> None:
    canary = ["Kan", "arie"]  # in two pieces: a traceback quotes this very line
    tamper(file, "DROP TABLE payload", "CREATE TABLE payload (seq INTEGER PRIMARY KEY)")

    with pytest.raises(MaatwerkError) as found:
        Register.open(file).append_decision(decision(), {"naam": "".join(canary)}, at=AT)

    assert "".join(canary) not in "".join(traceback.format_exception(found.value))


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_a_register_without_one_of_its_tables_is_not_whole(file: Path, table: str) -> None:
    tamper(file, f"DROP TABLE {table}")

    with pytest.raises(RegisterNotWhole, match="niet volledig"):
        Register.open(file)


def test_a_table_without_one_of_its_columns_is_not_whole(file: Path) -> None:
    tamper(file, "ALTER TABLE payload RENAME COLUMN body TO inhoud")

    with pytest.raises(RegisterNotWhole, match="niet volledig"):
        Register.open(file).verify()


def test_the_migrations_make_exactly_the_schema(file: Path) -> None:
    with Register.open(file)._store.reading() as connection:  # noqa: SLF001 - what users cannot see
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_every_migration_is_known_to_the_schema() -> None:
    scripts = ScriptDirectory(str(Path(__file__).parents[2] / "src/maatwerk/register/migrations"))

    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


def test_a_migration_that_fails_leaves_no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maatwerk.register.store.HEAD", "0002")

    with pytest.raises(Exception, match="0002"):
        Register.open(tmp_path / "register.db")
    assert list(tmp_path.iterdir()) == []
