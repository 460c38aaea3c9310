"""Names as the front matter and the tables write them."""

from __future__ import annotations


def list_and_field(name: str) -> tuple[str, str]:
    """`giften.datum` as its list and its field; the list is empty for a fact of the case."""
    of_list, _, field = name.rpartition(".")
    return of_list, field
