"""How the value of a key is read and written, one `Form` a way of writing. Expressions: see expression_forms.py."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import NAME
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.ruleset import placeholders
from maatwerk.ruleset.cells import UnreadableError, read_amount, read_value, write_amount, write_value
from maatwerk.ruleset.model import Margin, Settings, Text
from maatwerk.ruleset.typename import read_type, write_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.ruleset.entries import Desk, Entry

_FIELD = re.compile(rf"{NAME.pattern}(?:\.{NAME.pattern})?")
_ELSEWHERE = re.compile(rf"(?:[a-z0-9][a-z0-9-]*\.)?{NAME.pattern}")
_DAYS = ("dag", "dagen")
_TERM = re.compile(r"(?P<number>\d{1,4}) (?P<unit>[a-z]+)$")


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing a value. `read` gives None after a problem; `write` is its inverse.

    `options`: the words that may be written, where these are fixed; of a number its lowest and highest.
    """

    read: Callable[[Entry, Desk], Any]
    write: Callable[[Any], str]
    options: tuple[str, ...] = ()


def _read_raw(entry: Entry, _desk: Desk) -> str:
    return entry.value


def _read_text(entry: Entry, desk: Desk) -> Text:
    for start, length in placeholders.wrong(entry.value):
        desk.report("M230", entry.at(start, length))
    return Text(entry.value, names=placeholders.names(entry.value), place=entry.place)


def with_english(text: Text, entry: Entry, desk: Desk) -> Text:
    """The same text with its English twin."""
    english = _read_text(entry, desk)
    names = tuple(dict.fromkeys((*text.names, *english.names)))
    return replace(text, en=english.nl, names=names)


def _read_names(entry: Entry, desk: Desk) -> tuple[str, ...] | None:
    names = tuple(name.strip() for name in entry.value.split(","))
    wrong = [name for name in names if not NAME.fullmatch(name)]
    for name in wrong:
        desk.report("M021", entry.word(name) if name else entry.place, name=name)
    return None if wrong else names


def _read_name(entry: Entry, desk: Desk) -> str | None:
    found = _read_names(entry, desk)
    if found and len(found) > 1:
        desk.report("M021", entry.place, name=entry.value)
        return None
    return found[0] if found else None


def _read_criteria(entry: Entry, desk: Desk) -> tuple[str, ...] | None:
    """Criteria of this ruleset, or of another one: `regelset.voorwaarde`."""
    names = tuple(name.strip() for name in entry.value.split(","))
    wrong = [name for name in names if not _ELSEWHERE.fullmatch(name)]
    for name in wrong:
        desk.report("M021", entry.word(name) if name else entry.place, name=name)
    return None if wrong else names


def _read_reference(entry: Entry, desk: Desk) -> str | None:
    """A fact, or a field of a list: `lijst.veld`."""
    if _FIELD.fullmatch(entry.value):
        return entry.value
    desk.report("M021", entry.place, name=entry.value)
    return None


def _read_verdict(entry: Entry, desk: Desk) -> Type | None:
    """What a person can judge: yes or no, or one of some options."""
    found = read_type(entry, desk)
    if found is None or (found.sort in {"ja_nee", "keuze"} and not found.or_empty):
        return found
    desk.report("M223", entry.place, found=entry.value, options="ja_nee, keuze: a, b")
    return None


def _of_type(type_: Type) -> Callable[[Entry, Desk], Any]:
    def read(entry: Entry, desk: Desk) -> Any:  # noqa: ANN401 - a value of that type
        try:
            return read_value(entry.value, type_)
        except UnreadableError as fault:
            desk.report(fault.code, entry.place, hint=fault.hint, found=entry.value, **fault.values)
            return None

    return read


def value_form(type_: Type) -> Form:
    """A value as in a table: an amount, a date, yes or no."""
    return Form(_of_type(type_), lambda value: write_value(value, type_))


def one_of(*options: str) -> Form:
    """One of these words."""

    def read(entry: Entry, desk: Desk) -> str | None:
        if entry.value in options:
            return entry.value
        desk.report(
            "M223", entry.place, hint=nearest(entry.value, options), found=entry.value, options=", ".join(options)
        )
        return None

    return Form(read, str, options)


def some_of(*options: str) -> Form:
    """One or more of these words, or any name when there are no options."""

    def read(entry: Entry, desk: Desk) -> tuple[str, ...] | None:
        names = _read_names(entry, desk)
        wrong = [name for name in names or () if name not in options]
        for name in wrong:
            desk.report("M223", entry.word(name), hint=nearest(name, options), found=name, options=", ".join(options))
        return None if wrong else names

    return Form(read, ", ".join, options)


def whole_number(lowest: int, highest: int) -> Form:
    """A whole number between two others."""

    def read(entry: Entry, desk: Desk) -> int | None:
        if entry.value.isascii() and entry.value.isdigit() and lowest <= int(entry.value[:4]) <= highest:
            return int(entry.value)
        desk.report("M225", entry.place, found=entry.value, lowest=lowest, highest=highest)
        return None

    return Form(read, str, (str(lowest), str(highest)))


def _read_margin(entry: Entry, desk: Desk) -> Margin | None:
    """`5%` or `14 dagen`, or both with `;`: what is not written keeps what the settings say; `0 dagen` is no margin."""
    margin = Margin(Fraction(0), 0) if read_term(entry.value, _DAYS) == (0, "dagen") else margin_of_settings(desk)
    try:
        for part in entry.value.split(";"):
            days = read_term(part.strip(), _DAYS)
            share = margin.share if days else read_value(part, PERCENTAGE)
            margin = Margin(cast("Fraction", share), days[0] if days else margin.days)
    except UnreadableError:
        desk.report("M228", entry.place, found=entry.value)
        return None
    return margin


def margin_of_settings(desk: Desk) -> Margin:
    """What counts as nearly met where a criterion does not say so itself."""
    return Margin(desk.settings.margin_share, desk.settings.margin_days)


def without_margins(settings: Settings) -> Settings:
    """Settings in which nothing counts as nearly met."""
    return replace(settings, margin_share=Fraction(0), margin_days=0)


def _write_margin(margin: Margin) -> str:
    return f"{write_value(margin.share, PERCENTAGE)}; {margin.days} dagen"


def read_term(text: str, units: tuple[str, ...]) -> tuple[int, str] | None:
    """A number with one of these units; None for anything else."""
    match = _TERM.match(text)
    return (int(match["number"]), match["unit"]) if match and match["unit"] in units else None


def term(*units: str) -> Form:
    """A number of days, weeks or months: `10 werkdagen`."""

    def read(entry: Entry, desk: Desk) -> tuple[int, str] | None:
        found = read_term(entry.value, units)
        if found is None:
            desk.report("M226", entry.place, found=entry.value, units=", ".join(units))
        return found

    return Form(read, lambda value: f"{value[0]} {value[1]}", units)


def _read_four_eyes(entry: Entry, desk: Desk) -> Fraction | None:
    """`ja` = always (above 0), `boven € 500` = above that amount."""
    if entry.value == "ja":
        return Fraction(0)
    try:
        if entry.value.startswith("boven "):
            return read_amount(entry.value.removeprefix("boven "))
    except UnreadableError as fault:
        desk.report(fault.code, entry.place, found=entry.value)
        return None
    desk.report("M227", entry.place, found=entry.value)
    return None


def _write_four_eyes(above: Fraction) -> str:
    return f"boven {write_amount(above)}" if above else "ja"


DAY_UNITS = ("dag", "dagen", "werkdag", "werkdagen", "week", "weken", "maand", "maanden")
PERIOD_UNITS = ("dag", "dagen", "week", "weken", "maand", "maanden", "jaar")

RAW = Form(_read_raw, str)
TEXT = Form(_read_text, lambda text: text.nl)
NAME_FORM = Form(_read_name, str)
NAMES = Form(_read_names, ", ".join)
TYPE = Form(read_type, write_type)
MARGIN = Form(_read_margin, _write_margin)
FOUR_EYES = Form(_read_four_eyes, _write_four_eyes)
AMOUNT_FORM = value_form(AMOUNT)
NUMBER_FORM = value_form(NUMBER)
PERCENTAGE_FORM = value_form(PERCENTAGE)
DATE_FORM = value_form(DATE)
YES_NO_FORM = value_form(YES_NO)
CRITERIA = Form(_read_criteria, ", ".join)
REFERENCE = Form(_read_reference, str)
VERDICT = Form(_read_verdict, write_type)
