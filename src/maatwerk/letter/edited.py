"""An edited letter against the decision: whether it is still to this resident, and says what was decided.

Words may change: those are the caseworker's. Whom it is to, the sentences that say what was decided, a part that must
be there, the day, the last day and the number may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.formatting import day
from maatwerk.basics.suggest import nearest
from maatwerk.basics.text import say
from maatwerk.language.passage import sentences_of
from maatwerk.letter.complete import REQUIRED
from maatwerk.letter.figures import found_figures
from maatwerk.letter.formats.words import words_of
from maatwerk.letter.model import GREETING, Bullets
from maatwerk.letter.posted import other_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.letter.figures import Figure
    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.model import Letter, Section


DEPARTS = ("set_aside",)
"""How a letter of an exception says that the rule is set aside, as keys of the catalogue."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it was decided. `start` and `end` are places in the text; the same place for what is missing."""

    code: str
    text: str
    advice: str
    start: int = 0
    end: int = 0

    @property
    def level(self) -> Literal["error", "warning"]:
        """What is gone or different must come back; a figure that is new may be right."""
        return "warning" if self.code == "figuur-vreemd" else "error"


def differences(read: Read, letter: Letter) -> tuple[Difference, ...]:
    """What an edited letter lost or changed, and figures that the decision does not have. `letter`: as it was made.

    Raises MaatwerkError for a Word document that says that it is the letter of another decision.
    """
    if read.number not in {"", letter.number}:
        raise other_decision(read.number, letter.number)
    sentences = tuple(_changed_sentences(read, letter))
    return (
        *_other_addressee(read, letter),
        *sentences,
        *_lost_parts(read, letter),
        *_lost_days(read, letter),
        *_strange_figures(read, letter, sentences),
    )


def _other_addressee(read: Read, letter: Letter) -> Iterator[Difference]:
    """A letter to somebody else. What is said of it holds no name."""
    if _plain(" ".join(letter.addressee)) not in _plain(read.text):
        yield Difference("adres-anders", "", say("sending.edited.address"))
    name = _plain(GREETING.sub("", letter.salutation))
    if not any(_plain(each.text).endswith(name) for each in read.pieces):
        yield Difference("aanhef-anders", "", say("sending.edited.salutation"))


def _changed_sentences(read: Read, letter: Letter) -> Iterator[Difference]:
    """The title and the sentences of the decision that do not stand there any more, each beside what does."""
    title, label = words_of(letter).title, say("letter.label.subject", lang=letter.lang)
    starts = tuple(f"{_plain(prefix + title)} " for prefix in ("", f"{label}: "))
    if not any(f"{_plain(each.text)} ".startswith(starts) for each in read.pieces):
        yield _changed(title, nearest(title, read.headings), read.text, "title")
    wanted = dict.fromkeys(each for text in _decided(letter) for each in _sentences(text))
    there = {each for piece in read.pieces if not (piece.heading and read.marked) for each in _sentences(piece.text)}
    others = there - {each for section in letter.sections for each in _sentences(_text(section))}
    for each in wanted:
        if each not in there:
            yield _changed(each, nearest(each, others), read.text, "sentence")


def _changed(was: str, now: str | None, text: str, what: Literal["title", "sentence"]) -> Difference:
    """A title or sentence of the decision that is gone, or that says something else `now`."""
    if now is None:
        return Difference("zin-weg", was, say(f"sending.edited.{what}_gone", was=was))
    start = max(0, text.find(now))
    return Difference("zin-anders", was, say(f"sending.edited.{what}", was=was, now=now), start, start + len(now))


def _decided(letter: Letter) -> Iterator[str]:
    """The texts that say what was decided: the first part, and that we depart from the rule."""
    yield from _texts(letter.sections[0])
    departs = {say(f"letter.{key}", lang=letter.lang) for key in DEPARTS}
    exception = letter.section("uitzondering")
    yield from (each for each in _texts(exception) if each in departs) if exception else ()


def _lost_parts(read: Read, letter: Letter) -> Iterator[Difference]:
    """Parts that a letter must have, of which neither the heading nor one like it is there."""
    for kind in REQUIRED[letter.group]:
        section = letter.section(kind)
        if section is None or not section.heading:
            continue
        there = [_plain(each) for each in read.headings]
        if _plain(section.heading) not in there and nearest(_plain(section.heading), there) is None:
            yield Difference("deel-weg", section.heading, say("sending.edited.part", heading=section.heading))


def _lost_days(read: Read, letter: Letter) -> Iterator[Difference]:
    """The day of the letter, its last day and its number, where they are not there as they belong to this sending."""
    days = {day(each, letter.lang) for each in (letter.date, read.made) if each}
    lines = [each.text for each in read.pieces if not each.text.endswith(".")]
    if not any(each in line for each in days for line in lines):
        dated = day(letter.date, letter.lang)
        yield Difference("dag-anders", dated, say("sending.edited.date", day=dated))
    if letter.last_day is not None:
        last = day(letter.last_day.day, letter.lang)
        if not _values(last, letter.lang) <= _values(read.text, letter.lang):
            yield Difference("dag-anders", last, say("sending.edited.last_day", day=last))
    if letter.number not in read.text:
        yield Difference("figuur-weg", letter.number, say("sending.edited.lost", figure=letter.number))


def _strange_figures(read: Read, letter: Letter, told: Sequence[Difference]) -> Iterator[Difference]:
    """Amounts and days that the letter as it was made does not have, but for those in a sentence told already."""
    labels = (value for _, value in words_of(letter).labels)
    known = _values(" ".join([*labels, *(_text(each) for each in letter.sections)]), letter.lang)
    known |= _values(day(read.made, letter.lang), letter.lang) if read.made else frozenset()
    for each in _figures(read.text, letter.lang):
        if each.value not in known and not any(one.start <= each.start < one.end for one in told):
            figure = _shown(read.text, each)
            advice = say("sending.edited.strange", figure=figure)
            yield Difference("figuur-vreemd", figure, advice, each.start, each.end)


def _text(section: Section) -> str:
    return " ".join(_texts(section))


def _texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from block.items if isinstance(block, Bullets) else (block.text,)


def _sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, with one blank between words."""
    return tuple(sentences_of(" ".join(text.split())))


def _values(text: str, lang: str) -> frozenset[str]:
    return frozenset(each.value for each in _figures(text, lang))


def _figures(text: str, lang: str) -> Iterator[Figure]:
    """The amounts and days in a text; other numbers are the caseworker's."""
    return (each for each in found_figures(text, lang) if each.kind in {"amount", "day"})


def _shown(text: str, figure: Figure) -> str:
    """A figure as it is written, on one line."""
    return _plain(text[figure.start : figure.end]).replace("€ ", "€")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
