"""The log, its payloads, decision numbers and request keys. Never edit this: a change is a new revision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# (table, what is forbidden): a payload may be deleted, because erasing personal data is a right
FORBIDDEN = [
    ("log", "UPDATE"),
    ("log", "DELETE"),
    ("payload", "UPDATE"),
    ("decision", "UPDATE"),
    ("decision", "DELETE"),
    ("request", "UPDATE"),
    ("request", "DELETE"),
    ("log_head", "DELETE"),
]


def upgrade() -> None:
    """Make the tables, and triggers that refuse to change what was written."""
    _tables()
    op.execute(f"INSERT INTO log_head (one, seq, h) VALUES (1, 0, '{'0' * 64}')")  # noqa: S608 - a constant
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {0x4D617477}")
        for table, act in FORBIDDEN:
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )


def _tables() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("commitment", sa.Text, nullable=False),
        sa.Column("prev", sa.Text, nullable=False, unique=True),
        sa.Column("h", sa.Text, nullable=False, unique=True),
        sqlite_strict=True,
    )
    op.create_table(
        "payload",
        sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), primary_key=True, autoincrement=False),
        sa.Column("salt", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "decision",
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("serial", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), nullable=False, unique=True),
        sa.PrimaryKeyConstraint("year", "serial"),
        sqlite_strict=True,
    )
    op.create_table(
        "request",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), nullable=False, unique=True),
        sqlite_strict=True,
    )
    op.create_table(
        "log_head",
        sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("h", sa.Text, nullable=False),
        sa.CheckConstraint("one = 1", name="one_row"),
        sqlite_strict=True,
    )
