"""The file behind the register: opening, making, migrating, transactions, and plain errors for what goes wrong.

SQLite without WAL: a copy of the one file is a whole register, SQLite versions with the WAL-reset fault are safe,
and reading needs no write access. Writers wait for each other.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from maatwerk.basics.errors import MaatwerkError, OrganisationError, RegisterNotWhole, RegisterRefused
from maatwerk.basics.text import say
from maatwerk.register.schema import APPLICATION_ID, HEAD, REVISIONS, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUSY_SECONDS = 30
HEADER_BYTES = 100
VERSION = "alembic_version"
MAGIC = b"SQLite format 3\0"
CANNOT_WRITE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_AUTH")
BROKEN = (
    "SQLITE_CORRUPT",
    "SQLITE_NOTADB",
    "SQLITE_FORMAT",
    "SQLITE_MISMATCH",
    "SQLITE_CONSTRAINT",
    "SQLITE_SCHEMA",
    "SQLITE_ERROR",
)
# SQLITE_ERROR: our statements are fixed, so a table or a column is not there


class Store:
    """A register file that was checked. Every transaction opens the file anew: nothing is kept between processes."""

    def __init__(self, path: Path) -> None:
        """Take a file that `open_store` found good."""
        self.path = path
        self._engine = _engine(path)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that holds the pen: nobody else writes until it ends, whole or not at all."""
        return _transaction(self._engine, self.path, "BEGIN IMMEDIATE")

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one moment of the register and cannot change it."""
        return _transaction(self._engine, self.path, "BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def open_store(path: Path, *, create: bool) -> Store:
    """The register in `path`, made first when it is not there and `create` says so.

    Raises OrganisationError for what is no register or a newer one, RegisterNotWhole for a damaged file. A file that
    is refused is left as it was.
    """
    if not path.exists():
        if not create:
            raise OrganisationError(say("register.missing", file=path))
        _make(path)
    _look_at_header(path)
    store = Store(path)
    with store.reading() as connection:
        revision, tables = _revision(connection), set(inspect(connection).get_table_names())
    if revision > HEAD:
        raise OrganisationError(say("register.newer", file=path))
    if revision not in REVISIONS or (revision == HEAD and not tables.issuperset(metadata.tables)):
        raise RegisterNotWhole(say("register.damaged", file=path))
    if revision != HEAD:
        with store.writing() as connection:
            migrate(connection)
    return store


def migrate(connection: Connection) -> None:
    """Bring the schema up to date, within the transaction of `connection`: wholly or not at all."""
    from alembic import command  # noqa: PLC0415 - only a new or an older register needs it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "maatwerk.register:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _make(path: Path) -> None:
    """Make the register beside its place and put it there in one step: a half-made register never exists."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-register-")  # mode 0600
        os.close(handle)
    except OSError:
        raise OrganisationError(say("register.cannot_write", file=path)) from None
    try:
        fresh = Store(Path(name))
        with fresh.writing() as connection:
            migrate(connection)
        fresh.close()
        os.link(name, path)
    except FileExistsError:
        return  # somebody else was first: use theirs
    except OSError:
        raise OrganisationError(say("register.cannot_write", file=path)) from None
    finally:
        Path(name).unlink()


def _look_at_header(path: Path) -> None:
    """Refuse what is no register before SQLite gets to touch it."""
    header = _header(path)
    if not header:
        raise RegisterNotWhole(say("register.empty_file", file=path))
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise OrganisationError(say("register.not_a_register", file=path))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise OrganisationError(say("register.not_a_register", file=path))


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except OSError:
        raise OrganisationError(say("register.not_a_register", file=path)) from None


def _revision(connection: Connection) -> str:
    """The version of the schema; nothing where it is not there."""
    if not inspect(connection).has_table(VERSION):
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar_one_or_none()  # noqa: S608 - ours
    return found if isinstance(found, str) and re.fullmatch("[0-9]{4}", found) else ""


def _engine(path: Path) -> Engine:
    engine = create_engine("sqlite+pysqlite://", creator=_opener(path), poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _opener(path: Path) -> Callable[[], sqlite3.Connection]:
    address = f"file:{quote(str(path.absolute()))}?mode=rw"

    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        for setting in (
            "foreign_keys=ON",
            "trusted_schema=OFF",
            "secure_delete=ON",
            "synchronous=EXTRA",
            "journal_mode=DELETE",
        ):
            connection.execute(f"PRAGMA {setting}")
        return connection

    return opened


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options()["begin"]
    if begin == "BEGIN":
        connection.exec_driver_sql("PRAGMA query_only=ON")
    connection.exec_driver_sql(begin)


@contextmanager
def _transaction(engine: Engine, path: Path, begin: str) -> Iterator[Connection]:
    try:
        with engine.execution_options(begin=begin).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise _plain(error, path) from None  # SQLite's own text could hold what was being written
    except (SQLAlchemyError, UnicodeDecodeError):  # a row that must be there is not, or text that is no text
        raise RegisterNotWhole(say("register.damaged", file=path)) from None


def _plain(error: DBAPIError, path: Path) -> MaatwerkError:
    code = str(getattr(error.orig, "sqlite_errorname", type(error.orig).__name__))
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RegisterRefused(say("register.busy", seconds=BUSY_SECONDS))
    if code.startswith(CANNOT_WRITE):
        return OrganisationError(say("register.cannot_write", file=path))
    if code.startswith(BROKEN):
        return RegisterNotWhole(say("register.damaged", file=path))
    return RegisterRefused(say("register.failed", code=code))
