"""The bytes that are hashed: canonical JSON (RFC 8785) and SHA-256, each kind of bytes with a name of its own."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from typing import Any

import rfc8785

from maatwerk.basics.errors import RegisterRefused
from maatwerk.basics.text import say

ENTRY = b"maatwerk/entry/v1\0"
PAYLOAD = b"maatwerk/payload/v1\0"
LEAF = b"\0"  # as in RFC 9162: a leaf can never be taken for a node of the tree above it
NOTHING = "0" * 64  # before the first entry, and the commitment of an entry that never had a payload
SALT_BYTES = 32

Json = dict[str, Any]


def canonical(value: Json) -> str:
    """The one way to write this value. Raises RegisterRefused for floats, huge numbers and broken characters."""
    try:
        _refuse_floats(value)
        return rfc8785.dumps(value).decode("utf-8")
    except (ValueError, RecursionError):  # of rfc8785, and of Python for a lone surrogate in a name
        raise RegisterRefused(say("register.not_storable")) from None


def is_canonical(text: str) -> bool:
    """Whether a stored text is written in that one way, so that no two texts mean the same."""
    try:
        return canonical(json.loads(text)) == text
    except (ValueError, RecursionError, RegisterRefused):
        return False


def new_salt() -> str:
    """A fresh salt: without it a hash of few possible values can be guessed."""
    return secrets.token_hex(SALT_BYTES)


def commitment_to(payload: str, salt: str) -> str:
    """What the log keeps of a payload: nothing can be read from it, and nothing can be guessed without the salt."""
    return _sha256(PAYLOAD + bytes.fromhex(salt) + payload.encode())


def entry_hash(seq: int, prev: str, commitment: str, body: str) -> str:
    """The seal of an entry: over its place, the seal before it, its payload's commitment and its body."""
    entry = ENTRY + seq.to_bytes(8, "big") + bytes.fromhex(prev) + bytes.fromhex(commitment) + body.encode()
    return _sha256(LEAF + entry)


def is_hash(text: object) -> bool:
    """Whether this is a hash as we write it. Upper case would be a second way to write the same."""
    return isinstance(text, str) and re.fullmatch(r"[0-9a-f]{64}", text) is not None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):  # amounts are texts: "449.00"
        raise RegisterRefused(say("register.not_storable"))
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            _refuse_floats(each)
