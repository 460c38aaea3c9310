"""The tables. One schema for SQLite now and PostgreSQL later; hashes and salts are lower-case hex."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, PrimaryKeyConstraint, Table, Text

REVISIONS = ("0001",)  # every revision of the schema, oldest first; see `migrations/versions`
HEAD = REVISIONS[-1]
APPLICATION_ID = 0x4D617477  # "Matw" in the header of the file: tells our register from another program's database

metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("prev", Text, nullable=False, unique=True),  # two entries after the same one: the database refuses it
    Column("h", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

# Personal data. Deleting a row erases them and leaves the chain whole.
payload = Table(
    "payload",
    metadata,
    Column("seq", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False),
    Column("salt", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)

decision = Table(
    "decision",
    metadata,
    Column("year", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("seq", Integer, ForeignKey("log.seq"), nullable=False, unique=True),
    PrimaryKeyConstraint("year", "serial"),
    sqlite_strict=True,
)

# Keys of requests: asking the same twice gives the same entry.
request = Table(
    "request",
    metadata,
    Column("key", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("log.seq"), nullable=False, unique=True),
    sqlite_strict=True,
)

# One row: what the last entry is. Writers take turns on it.
log_head = Table(
    "log_head",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("h", Text, nullable=False),
    CheckConstraint("one = 1", name="one_row"),
    sqlite_strict=True,
)
