"""The questions of `rules new`: what a jurist knows of a regulation, one by one, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from maatwerk.basics.text import say
from maatwerk.bench.outline import PERIODS, RANKS, REMEDIES, SORTS, Criterion, Outline, Sort, WayOut
from maatwerk.bench.outline_parts import AWB_GROUNDS
from maatwerk.cli.interview import Question
from maatwerk.expressions.lexer import NAME
from maatwerk.ruleset.cells import UnreadableError, read_amount

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Check = Callable[[str], str]

MOST = 14  # criteria: of so many every pattern is searched
OLDEST = 120
MOST_WEEKS = 99
LONGEST = 400
YES_NO = ("ja", "nee")


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known before the first question: from the call and from the settings of the organisation."""

    id: str
    title: str
    body: str
    valid_from: date
    purpose: str = ""
    remedy: str = "bezwaar"
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Outlining:
    """One interview. `ask` asks a question and gives its answer."""

    begun: Begun
    ask: Callable[[Question], str]

    def outline(self) -> Outline:
        """Everything, in the order in which a jurist tells it."""
        begun = self.begun
        title = self._text("title", usual=begun.title or None, must=True)
        body = self._text("body", usual=begun.body or None, must=True)
        purpose = self._text("purpose", usual=begun.purpose or None)
        source = self._text("purpose_source")
        criteria = self._criteria()
        gets = self._text("gets")
        pays = self._choice("pays", YES_NO, "nee") == "ja"
        return Outline(
            id=begun.id,
            title=title,
            body=body,
            valid_from=begun.valid_from,
            purpose=purpose,
            purpose_source=source,
            criteria=criteria,
            gets=gets,
            pays=pays,
            amount=self._amount("amount") if pays else None,
            refusal=self._text("refusal", usual="", must=True),
            exception=self._way_out(criteria),
            remedy=self._choice("remedy", REMEDIES, begun.remedy),
            weeks=self._weeks(),
        )

    def _weeks(self) -> int | None:
        weeks = self._text("weeks", usual=str(self.begun.weeks or 8), fault=_few)
        return int(weeks) if weeks else None

    def _criteria(self) -> tuple[Criterion, ...]:
        found: list[Criterion] = []
        while len(found) < MOST:
            number, usual = str(len(found) + 1), "" if found else None
            words = self._text("next" if found else "first", number, usual=usual, must=True)
            if not words:
                break
            found.append(self._criterion(words))
        return tuple(found)

    def _criterion(self, words: str) -> Criterion:
        sort = cast("Sort", self._choice("sort", SORTS, "ja_nee", words))
        period, limit = "", None
        if sort in {"hoogstens", "minstens"}:
            period = self._choice("period", PERIODS, "maand", words)
            limit = self._amount("limit", words)
        elif sort == "leeftijd":
            years = self._text("age", words, fault=_years)
            limit = Fraction(int(years)) if years else None
        question = self._text("question", words)
        rank = self._choice("rank", RANKS, "beleidsregel", words, must=False)
        article = self._text("article", words)
        aim = self._text("aim", words, usual="", must=True)
        return Criterion(words, question, sort, period, limit, rank, article, aim)

    def _way_out(self, criteria: tuple[Criterion, ...]) -> WayOut | None:
        if self._choice("exception", YES_NO, "nee") == "nee":
            return None
        number = 0
        if len(criteria) > 1:
            options = tuple((str(place), each.words) for place, each in enumerate(criteria))
            number = int(self.ask(Question(say("outline.ask.which"), "0", options)))
        rank = criteria[number].rank or "beleidsregel"
        article = "" if rank in AWB_GROUNDS else self._text("ground")
        special = self._text("special")
        return WayOut(number, special, article, self._text("authority", usual="behandelaar", must=True, fault=_role))

    def _text(self, key: str, about: str = "", *, usual: str | None = None, must: bool = False, **more: Check) -> str:
        """One line. `must`: `?` is no answer, for without it there is no text at all."""
        return self.ask(
            Question(say(f"outline.ask.{key}", about=about), usual, (), not must, more.get("fault", _length))
        )

    def _choice(self, key: str, options: tuple[str, ...], usual: str, about: str = "", *, must: bool = True) -> str:
        shown = tuple((each, say(f"outline.{key}.{each or 'once'}")) for each in options)
        return self.ask(Question(say(f"outline.ask.{key}", about=about), usual, shown, not must))

    def _amount(self, key: str, about: str = "") -> Fraction | None:
        typed = self._text(key, about, fault=_euros)
        return read_amount(typed) if typed else None


def _length(text: str) -> str:
    return say("outline.too_long", most=LONGEST) if len(text) > LONGEST else ""


def _euros(text: str) -> str:
    try:
        return "" if read_amount(text) > 0 else say("outline.no_amount")
    except UnreadableError:
        return say("outline.no_amount")


def _number(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= most


def _years(text: str) -> str:
    return "" if _number(text, OLDEST) else say("outline.no_number", most=OLDEST)


def _few(text: str) -> str:
    return "" if _number(text, MOST_WEEKS) else say("outline.no_number", most=MOST_WEEKS)


def _role(text: str) -> str:

    return "" if NAME.fullmatch(text) else say("outline.no_role")
