"""What may be written in an expression: options after a choice, else names, functions and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.editor import explained
from maatwerk.editor.offers import Offer, named, options
from maatwerk.expressions.functions import FUNCTIONS, MONTH_NAMES
from maatwerk.expressions.lexer import AGGREGATES, KEYWORDS
from maatwerk.expressions.types import DATE
from maatwerk.ruleset.build import PROCESS_DATES
from maatwerk.ruleset.expression_forms import OTHERWISE
from maatwerk.ruleset.meanings import meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.editor.names import Known
    from maatwerk.editor.opened import Opened
    from maatwerk.editor.where import Spot

_CHOICE = re.compile(r"(?P<name>\w+)\s*(?:!?=|\s(?:niet\s+)?in\s*\((?:\s*\w+\s*;)*)\s*\w*$")
_MONTH = re.compile(r"(?<!\w)dag_van_jaar\([^;]*;[^;]*;\s*\w*$")
_NEW_PART = re.compile(r"(?:^|;)\s*\w*$")
_FIRST_WORD = re.compile(r"\s*\w*")
_ONLY_IN_CONDITIONS = ("en", "of", "niet")
_RARE = frozenset({"omlaag", "omhoog", "uit", "waar", "per", "bekend", "leeg", "in", "is", "op", "bij"})


def of_expression(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """What may be written in an expression."""
    choice = _choice(opened, spot)
    if choice and choice.type:
        yield from (Offer(option, "option", detail=choice.name) for option in choice.type.options)
        return
    if _MONTH.search(spot.here.before):
        yield from options(MONTH_NAMES)
        return
    yield from named(each for each in opened.names.by_name.values() if _can_see(opened, spot, each))
    yield from (Offer(name, "name", detail=str(DATE), told=meanings("zaak").get(name, "")) for name in PROCESS_DATES)
    for name in (*FUNCTIONS, *sorted(AGGREGATES)):
        yield Offer(name, "function", text=f"{name}(", detail=explained.form_of(name), told=explained.of_word(name))
    words = sorted(KEYWORDS - AGGREGATES, key=lambda word: (word in _RARE, word))
    yield from (Offer(word, "word", told=explained.of_word(word)) for word in words)


def _choice(opened: Opened, spot: Spot) -> Known | None:
    """The choice of which an option must follow here."""
    match = _CHOICE.search(spot.here.before)
    known = opened.names.get(match["name"]) if match else None
    return known if known and known.type and known.type.options else None


def _can_see(opened: Opened, spot: Spot, known: Known) -> bool:
    """Whether an expression here can name it: what belongs to the records of a list only where that is asked about."""
    if not known.has_value:
        return known.sort == "lijst"
    if not known.list:
        return True
    block = opened.names.get(spot.name)
    return (block is not None and block.list == known.list) or bool(
        re.search(rf"(?<!\w){re.escape(known.list)}(?!\w)", spot.here.text)
    )


def of_condition(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """`als` of an outcome: criteria and yes/no calculations of the case, and three words; or that one word alone."""
    found = opened.names.of("voorwaarde", "berekening")
    yield from named(each for each in found if not each.list and each.type and each.type.sort == "ja_nee")
    yield from (Offer(word, "word", told=explained.of_word(word)) for word in _ONLY_IN_CONDITIONS)
    if _FIRST_WORD.fullmatch(spot.here.before):
        yield Offer(OTHERWISE, "word", told=explained.plain(meanings("blok", "uitkomst", "sleutel")["als"]))


def of_replacement(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """`naam = expressie`: first the name of what has a value, then an expression."""
    if _NEW_PART.search(spot.here.before) and "(" not in spot.here.before:
        yield from named(each for each in opened.names.by_name.values() if each.has_value and not _is_rule(each))
        return
    yield from of_expression(opened, spot)


def _is_rule(known: Known) -> bool:
    return known.sort == "voorwaarde"
