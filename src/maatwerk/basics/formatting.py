"""Amounts, numbers, days and moments as people read them. Exact: no floats. The only door to babel."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.clock import DUTCH_TIME
from maatwerk.basics.text import language, say

if TYPE_CHECKING:
    from datetime import date, datetime

LOCALES = {"nl": "nl_NL", "en": "en_GB"}  # en_NL would print Dutch numbers
DIGITS = 400  # more than any amount has: babel rounds by the context's precision
NO_BREAK_SPACE = "\u00a0"

Number = int | Fraction | Decimal


def amount(euros: Number, lang: str | None = None, *, whole: bool = False) -> str:
    """Euros as `€ 1.200,50` (the space does not break). `whole` leaves `,00` out of whole euros: `€ 449`.

    Parts of a cent are rounded half away from zero: meant for printing, never for calculating.
    """
    from babel.numbers import format_currency  # noqa: PLC0415 - heavy, and few commands print

    value = rounded(euros, 2)
    pattern = "¤#,##0;¤-#,##0" if (lang or language()) == "en" else "¤\u00a0#,##0;¤\u00a0-#,##0"
    without_cents = whole and value == value.to_integral_value()
    with localcontext(prec=DIGITS):
        return format_currency(
            value,
            "EUR",
            format=pattern if without_cents else None,
            locale=_locale(lang),
            currency_digits=not without_cents,
        )


def number(value: Number, lang: str | None = None, *, decimals: int = 2) -> str:
    """A number as `1.234,5`: at most `decimals` digits behind the comma, rounded half away from zero."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    with localcontext(prec=DIGITS):
        return format_decimal(rounded(value, decimals), format=f"#,##0.{'#' * decimals}", locale=_locale(lang))


def percentage(share: Number, lang: str | None = None, *, decimals: int = 2) -> str:
    """A share as a percentage: 1/200 is `0,5 %` (the space does not break)."""
    return f"{number(_fraction(share) * 100, lang, decimals=decimals)}{NO_BREAK_SPACE}%"


def day(value: date, lang: str | None = None) -> str:
    """A day as `17 februari 2026`."""
    return _date(value, "d MMMM y", lang)


def day_and_month(value: date, lang: str | None = None) -> str:
    """A day without its year: `17 februari`."""
    return _date(value, "d MMMM", lang)


def direction(lang: str) -> str:
    """How a language is written: `ltr`, or `rtl` (from right to left)."""
    from babel import Locale  # noqa: PLC0415 - heavy, and few commands print

    return Locale.parse(LOCALES.get(lang, lang)).text_direction


def moment(value: datetime, lang: str | None = None) -> str:
    """A moment on the Dutch clock: `18 februari 2026, 14.07 uur`."""
    here = dutch_time(value)
    return say("formatting.moment", lang=lang, day=day(here, lang), hour=f"{here:%H}", minute=f"{here:%M}")


def dutch_time(value: datetime) -> datetime:
    """The moment on the Dutch clock; a moment without a zone is taken to be on that clock already."""
    return value.replace(tzinfo=DUTCH_TIME) if value.tzinfo is None else value.astimezone(DUTCH_TIME)


def rounded(value: Number, decimals: int) -> Decimal:
    """The value with exactly `decimals` digits behind the comma, half away from zero, as an exact Decimal."""
    exact = _fraction(value)
    units = (abs(exact) * 10**decimals * 2 + 1) // 2
    return Decimal(f"{-units if exact < 0 else units}E-{decimals}")


def _fraction(value: Number) -> Fraction:
    if not isinstance(value, (int, Fraction, Decimal)):  # a float would print a value that nobody entered
        raise TypeError(type(value).__name__)
    return Fraction(value)


def _date(value: date, pattern: str, lang: str | None) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(value, pattern, locale=_locale(lang))


def _locale(lang: str | None) -> str:
    wanted = lang or language()
    return LOCALES.get(wanted, wanted)
