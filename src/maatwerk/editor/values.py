"""What may be written as the value of a key, by the way in which that is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.editor import explained
from maatwerk.editor.expression_offers import of_condition, of_expression, of_replacement
from maatwerk.editor.offers import Offer, named, options
from maatwerk.editor.spots import in_place, key_at
from maatwerk.expressions.types import DATE
from maatwerk.ruleset import forms, library
from maatwerk.ruleset.expression_forms import CONDITION, EXPRESSION, REPLACES, UNTIL
from maatwerk.ruleset.kinds import PRINTED, RANKS
from maatwerk.ruleset.link import WORDS
from maatwerk.ruleset.meanings import meanings
from maatwerk.story import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.editor.opened import Opened
    from maatwerk.editor.where import Spot
    from maatwerk.ruleset.kinds import Key

_CAN = "kan_bepaling"
_AFTER_NUMBER = re.compile(r"\d\s*\w*$")
_ANSWERS = ("inwoner", "register", "document", "behandelaar")


def of_value(opened: Opened, spot: Spot) -> Iterable[Offer]:
    """What may be the value of a key of a block."""
    key = key_at(spot)
    if key is None:
        return ()
    if key.form is CONDITION:
        return of_condition(opened, spot)
    if key.form is REPLACES:
        return of_replacement(opened, spot)
    if key.form in (EXPRESSION, UNTIL):
        return of_expression(opened, spot)
    if key.refers:
        return _names(opened, key, spot)
    if key.form is forms.TEXT:
        return named(opened.names.of(*_printed())) if in_place(spot) else ()
    return _fixed(opened, spot, key)


def _fixed(opened: Opened, spot: Spot, key: Key) -> Iterable[Offer]:
    form = key.form
    if form in (forms.TYPE, forms.VERDICT):
        return types(only_verdicts=form is forms.VERDICT)
    if form.options:
        return _options(spot, key)
    if form is forms.YES_NO_FORM:
        return options(("ja", "nee"))
    if form is forms.FOUR_EYES:
        return options(("ja", "boven € 500"))
    if form is forms.MARGIN:
        return options(("5%", "14 dagen", "0 dagen"))
    return _tags(opened, spot) if form in (forms.NAMES, forms.NAME_FORM) else ()


def _options(spot: Spot, key: Key) -> Iterator[Offer]:
    words = key.form.options
    if all(word.isdigit() for word in words):
        first, last = int(words[0]), int(words[-1])
        yield from options(map(str, range(first, last + 1) if last - first < len("0123456789") else ()))
        return
    is_unit = set(words) <= {*forms.DAY_UNITS, *forms.PERIOD_UNITS}
    if is_unit and not _AFTER_NUMBER.search(spot.here.before):
        return
    for word in words:
        yield Offer(word, "option", told=meanings("keuze", spot.kind, spot.key).get(word, ""))


def types(*, only_verdicts: bool = False) -> Iterator[Offer]:
    """The types that a value may have."""
    for name, meaning in meanings("soort").items():
        if name != "lijst" and (not only_verdicts or name.startswith(("ja_nee", "keuze"))):
            yield Offer(name, "value", told=explained.plain(meaning))


def _names(opened: Opened, key: Key, spot: Spot) -> Iterator[Offer]:
    """The names of the blocks that a key refers to, without those that it has already."""
    word, start = spot.here.word()
    rest = spot.here.text[:start] + spot.here.text[start + len(word) :]
    written = set(re.findall(r"\w+", rest))
    found = opened.names.of(*(WORDS[mapping] for mapping in key.refers))
    return named(each for each in found if each.name not in written and each.name != spot.name)


def _printed() -> tuple[str, ...]:
    return tuple(WORDS[mapping] for mapping in PRINTED)


def _tags(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """Roles, or the tags by which grounds and criteria find each other."""
    if spot.key in {"wie", "bevoegd"}:
        yield from options(roles(opened, spot.key))
    elif spot.key == "geldt_voor":
        told = meanings("keuze", "voorwaarde", "rang")
        yield from (Offer(rank, "option", told=told.get(rank, "")) for rank in RANKS)
        yield from options((_CAN, *_used(opened, "voorwaarde", "regimes")))
    elif spot.key == "valt_onder":
        yield from options(tag for tag in _used(opened, "grond", "applies_to") if tag not in {*RANKS, _CAN})


def roles(opened: Opened, key: str) -> dict[str, None]:
    """Who may answer or decide: the roles that the text uses, and those that come with the program."""
    used = [*_used(opened, "grond", "authority"), *_used(opened, "uitzondering", "authority")]
    return dict.fromkeys([*(_ANSWERS if key == "wie" else ()), *used, *ROLES])


def _used(opened: Opened, sort: str, field: str) -> list[str]:
    values = (getattr(each.item, field) for each in opened.names.of(sort) if each.item is not None)
    return sorted({name for value in values for name in ((value,) if isinstance(value, str) else value)})


def of_front(opened: Opened, spot: Spot) -> Iterator[Offer]:
    """What may be the value of a key of the front matter."""
    key = key_at(spot)
    dates = (each for each in opened.names.by_name.values() if each.type == DATE)
    match spot.key:
        case "peildatum":
            for each in (each for each in dates if each.sort in {"gegeven", "veld"}):
                label = f"{each.list}.{each.name}" if each.list else each.name
                yield Offer(label, "name", detail=str(DATE))
        case "beslistermijn":
            yield from options(("8 weken",))
            yield from named(each for each in dates if each.sort == "berekening" and not each.list)
        case "gebruikt":
            yield from options(library.building_blocks(opened.library))
        case "stapeling":
            yield from options(("ja", "nee"))
        case _:
            yield from _front_options(spot, key)


def _front_options(spot: Spot, key: Key | None) -> Iterator[Offer]:
    for word in key.form.options if key else ():
        yield Offer(word, "option", told=meanings("keuze", "voorkant", spot.key).get(word, ""))
