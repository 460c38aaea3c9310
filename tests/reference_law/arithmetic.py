"""What any law calculates with: cents, and the same day in another month or year. Plain Python."""

from __future__ import annotations

import calendar
import math
from datetime import date
from fractions import Fraction


def euros(text: str) -> Fraction:
    """An amount as the law writes it: `euros("1401,50")`."""
    return Fraction(text.replace(".", "").replace(",", "."))


def cents(amount: Fraction) -> Fraction:
    """Rounded to whole cents; half a cent goes up."""
    return Fraction(math.floor(amount * 100 + Fraction(1, 2)), 100)


def same_day(day: date, *, months: int) -> date:
    """So many months later; a day that is not there becomes the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def age(born: date, on: date) -> int:
    """The age in whole years; who was born on 29 February, has a birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
