"""The functions of the ruleset language: a table. A new function is one row.

Each is written for known arguments only. A row tells how the result moves with each argument: `+` along with it,
`-` against it, `=` the argument must be known. So the ends of a span follow from its ends: see `apply`.
"""

from __future__ import annotations

import math
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, get_args

from maatwerk.expressions.intervals import highest, lowest
from maatwerk.expressions.types import DATE, NUMBER, Type
from maatwerk.expressions.values import DateSpan, NumberSpan, Span
from maatwerk.expressions.working_days import working_day_from, working_days_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AnySpan = Span[Any]
Direction = Literal["omlaag", "omhoog"]
DIRECTIONS: tuple[str, ...] = get_args(Direction)
MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
MONTHS = 12
_LEAP_DAY, _DAY_BEFORE, _NO_LEAP_YEAR = (2, 29), (2, 28), 2026


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an argument must be. `moves` as above; a type of None is checked by the row's `result`.

    `whole`: no half day, month or year.
    """

    moves: Literal["+", "-", "="]
    type: Type | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """One function. `result` is its type, or how it follows from the arguments (see typing.py).

    `at_points` gives the span of results for known arguments: nearly always one point. `last_words`: one of these must
    stand last; `by_setting`: the settings of the ruleset put it there.
    """

    parameters: tuple[Parameter, ...]
    result: Type | Literal["alike", "as_first", "per_year", "per_month"]
    at_points: Callable[..., AnySpan]
    last_words: tuple[str, ...] = ()
    by_setting: bool = False
    open_ended: bool = False

    @property
    def arity(self) -> int:
        """How many arguments a jurist writes (`open_ended`: at least so many)."""
        return 2 if self.open_ended else len(self.parameters) - (self.result == "per_year")


def apply(name: str, arguments: Sequence[AnySpan], last_word: str = "") -> AnySpan:
    """The results of a function over spans of arguments; unknown ends stay unknown, nothing is ever raised."""
    function = FUNCTIONS[name]
    if function.open_ended:
        return function.at_points(arguments)
    low = _at_ends(function, arguments, "+", last_word)
    high = _at_ends(function, arguments, "-", last_word)
    return Span(low.low, high.high)


def _at_ends(function: Function, arguments: Sequence[AnySpan], rising: str, last_word: str) -> AnySpan:
    ends = [
        _end(argument, parameter.moves, rising)
        for argument, parameter in zip(arguments, function.parameters, strict=True)
    ]
    if any(end is None for end in ends):
        return Span(None, None)
    is_told = function.last_words or function.by_setting
    return function.at_points(*ends, last_word) if is_told else function.at_points(*ends)


def _end(argument: AnySpan, moves: str, rising: str) -> Any:  # noqa: ANN401 - a number or a date
    if moves == "=":
        return argument.low if argument.known else None
    return argument.low if moves == rising else argument.high


def _rounded(to_whole: Callable[[Fraction], int], value: Fraction, step: Fraction) -> NumberSpan:
    return Span.point(to_whole(value / step) * step) if step > 0 else Span(None, None)


def _half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    away = math.floor(abs(value) + Fraction(1, 2))
    return away if value >= 0 else -away


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another; below 0 when the end lies before the start.

    A month is full on the day with the same number, or on the first day after it where the month has no such day:
    a month after 31 January is 1 March. So a birthday on 29 February is reached on 1 March in other years (but see
    `age_on`).
    """
    return (end.year - start.year) * MONTHS + end.month - start.month - (end.day < start.day)


def age_on(born: date, day: date, direction: str) -> int:
    """Age in whole years; `omlaag`: a birthday on 29 February is reached on 28 February in other years."""
    early = direction == "omlaag" and (born.month, born.day) == _LEAP_DAY and not isleap(day.year)
    reached = early and (day.month, day.day) == _DAY_BEFORE
    return (months_between(born, day) + reached) // MONTHS


def _age(born: date, day: date, direction: str) -> NumberSpan:
    return Span.point(Fraction(age_on(born, day, direction)))


def _months(start: date, end: date) -> NumberSpan:
    return Span.point(Fraction(months_between(start, end)))


def _days(start: date, end: date) -> NumberSpan:
    return Span.point(Fraction((end - start).days))


def _plus_days(day: date, count: Fraction) -> DateSpan:
    return _whole_counts(lambda whole: _day_numbered(day.toordinal() + whole), count)


def _plus_working_days(day: date, count: Fraction) -> DateSpan:
    return _whole_counts(lambda whole: working_days_later(day, whole), count)


def _plus_months(day: date, count: Fraction, direction: str) -> DateSpan:
    return _whole_counts(lambda whole: months_later(day, whole, direction), count)


def _plus_years(day: date, count: Fraction, direction: str) -> DateSpan:
    return _whole_counts(lambda whole: months_later(day, whole * MONTHS, direction), count)


def _whole_counts(later: Callable[[int], DateSpan], count: Fraction) -> DateSpan:
    """A count that is not whole lies between the two whole counts beside it."""
    return Span(later(math.floor(count)).low, later(math.ceil(count)).high)


def months_later(day: date, months: int, direction: str) -> DateSpan:
    """The same day some months later. `direction`: where 29-31 goes in a shorter month, its last day or the next first.

    Outside the years 1-9999: everything beyond that end.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not date.min.year <= year <= date.max.year:
        return _beyond(after=year > date.max.year)
    last = monthrange(year, month + 1)[1]
    if day.day <= last:
        return Span.point(date(year, month + 1, day.day))
    end_of_month = date(year, month + 1, last)
    return _day_numbered(end_of_month.toordinal() + (direction == "omhoog"))


def day_of_year(number: Fraction, month: str) -> tuple[int, int] | None:
    """The month and the day of what a jurist writes as `1; oktober`; None for a day that not every year has."""
    if month not in MONTH_NAMES or number.denominator != 1:
        return None
    place = MONTH_NAMES.index(month) + 1
    return (place, int(number)) if 1 <= number <= monthrange(_NO_LEAP_YEAR, place)[1] else None


def _day_of_year(day: date, number: Fraction, month: str) -> DateSpan:
    found = day_of_year(number, month)
    return Span.point(day.replace(month=found[0], day=found[1])) if found else Span(None, None)


def _day_numbered(ordinal: int) -> DateSpan:
    if not 1 <= ordinal <= date.max.toordinal():
        return _beyond(after=ordinal > 1)
    return Span.point(date.fromordinal(ordinal))


def _beyond(*, after: bool) -> DateSpan:
    return Span(date.max, None) if after else Span(None, date.min)


_NUMBER_OF_DAYS = Type("getal", "dag")
_NUMBER_OF_MONTHS = Type("getal", "maand")
_NUMBER_OF_YEARS = Type("getal", "jaar")
_ROUNDING = (Parameter("+"), Parameter("="))
_FROM_TO = (Parameter("-", DATE), Parameter("+", DATE))

FUNCTIONS: dict[str, Function] = {
    "min": Function((Parameter("+"),), "alike", lowest, open_ended=True),
    "max": Function((Parameter("+"),), "alike", highest, open_ended=True),
    "afronden": Function(_ROUNDING, "as_first", partial(_rounded, _half_up)),
    "afronden_omlaag": Function(_ROUNDING, "as_first", partial(_rounded, math.floor)),
    "afronden_omhoog": Function(_ROUNDING, "as_first", partial(_rounded, math.ceil)),
    "leeftijd_op": Function(_FROM_TO, _NUMBER_OF_YEARS, _age, by_setting=True),
    "maanden_tussen": Function(_FROM_TO, _NUMBER_OF_MONTHS, _months),
    "dagen_tussen": Function(_FROM_TO, _NUMBER_OF_DAYS, _days),
    "jaar": Function((Parameter("+", DATE),), NUMBER, lambda day: Span.point(Fraction(day.year))),
    "eerste_dag_van_maand": Function((Parameter("+", DATE),), DATE, lambda day: Span.point(day.replace(day=1))),
    "eerste_dag_van_jaar": Function((Parameter("+", DATE),), DATE, lambda day: Span.point(day.replace(month=1, day=1))),
    "dag_van_jaar": Function(
        (Parameter("+", DATE), Parameter("=", NUMBER)), DATE, _day_of_year, last_words=MONTH_NAMES
    ),
    "plus_dagen": Function((Parameter("+", DATE), Parameter("+", _NUMBER_OF_DAYS, whole=True)), DATE, _plus_days),
    "plus_maanden": Function(
        (Parameter("+", DATE), Parameter("+", _NUMBER_OF_MONTHS, whole=True)), DATE, _plus_months, last_words=DIRECTIONS
    ),
    "plus_jaren": Function(
        (Parameter("+", DATE), Parameter("+", _NUMBER_OF_YEARS, whole=True)), DATE, _plus_years, last_words=DIRECTIONS
    ),
    "plus_werkdagen": Function(
        (Parameter("+", DATE), Parameter("+", _NUMBER_OF_DAYS, whole=True)), DATE, _plus_working_days
    ),
    "werkdag_op_of_na": Function((Parameter("+", DATE),), DATE, working_day_from),
    # the second argument of per_jaar, how many periods a year has, follows from the type of the first
    "per_jaar": Function((Parameter("+"), Parameter("=")), "per_year", lambda x, times: Span.point(x * times)),
    "per_maand": Function((Parameter("+"),), "per_month", lambda x: Span.point(x / MONTHS)),
}
