"""Reads and writes rows of the register, within a transaction that the caller holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, insert, select, update

from maatwerk.basics.clock import dutch_day
from maatwerk.register.entry import Request, Stored, content_of, number_of, payload_text
from maatwerk.register.schema import decision, log, log_head, payload, request
from maatwerk.register.seal import NOTHING, canonical, commitment_to, entry_hash, new_salt

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Connection, Row

ROWS = select(log, payload.c.salt, payload.c.body.label("payload")).outerjoin(payload).order_by(log.c.seq)


def stored(row: Row[Any]) -> Stored:
    """A row of `ROWS`."""
    return Stored(row.seq, row.prev, row.commitment, row.h, row.body, row.salt, row.payload)


def by_seq(connection: Connection, seq: int) -> Stored | None:
    """The row with this place."""
    return _one(connection, ROWS.where(log.c.seq == seq))


def by_key(connection: Connection, key: str) -> Stored | None:
    """The row that was written under this request key."""
    return _one(connection, ROWS.join(request, request.c.seq == log.c.seq).where(request.c.key == key))


def by_number(connection: Connection, number: str) -> Stored | None:
    """The row of the decision with this number."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{4,9}", number):
        return None
    year, _, serial = number.partition("-")
    found = ROWS.join(decision, decision.c.seq == log.c.seq)
    return _one(connection, found.where(decision.c.year == int(year), decision.c.serial == int(serial)))


def end(connection: Connection) -> tuple[int, str]:
    """Place and seal of the last entry, as the register itself says."""
    head = connection.execute(select(log_head)).one()
    return head.seq, head.h


def write(connection: Connection, asked: Request) -> int:
    """Add the entry at the end, with its payload, number and key; gives its place. Needs the pen."""
    head = connection.execute(select(log_head).with_for_update()).one()
    seq = head.seq + 1
    body = content_of(asked)
    number = _next_number(connection, asked.at) if asked.numbered else None
    if number is not None:
        body["number"] = number_of(*number)
    commitment, salt, written = _sealed_payload(asked)
    text = canonical(body)
    seal = entry_hash(seq, head.h, commitment, text)
    connection.execute(insert(log).values(seq=seq, body=text, commitment=commitment, prev=head.h, h=seal))
    if written is not None:
        connection.execute(insert(payload).values(seq=seq, salt=salt, body=written))
    if number is not None:
        connection.execute(insert(decision).values(year=number[0], serial=number[1], seq=seq))
    if asked.key is not None:
        connection.execute(insert(request).values(key=asked.key, seq=seq))
    connection.execute(update(log_head).values(seq=seq, h=seal))
    return int(seq)


def _one(connection: Connection, query: Select[Any]) -> Stored | None:
    row = connection.execute(query).one_or_none()
    return None if row is None else stored(row)


def _sealed_payload(asked: Request) -> tuple[str, str, str | None]:
    text = payload_text(asked.payload)
    if text is None:
        return NOTHING, "", None
    salt = new_salt()
    return commitment_to(text, salt), salt, text


def _next_number(connection: Connection, at: datetime) -> tuple[int, int]:
    year = dutch_day(at).year
    last = connection.execute(select(func.max(decision.c.serial)).where(decision.c.year == year)).scalar()
    return year, (last or 0) + 1
