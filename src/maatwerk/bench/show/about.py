"""Sections about the ruleset as a document: what it is, whether it was adopted, and which text this is."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount, day, number, percentage
from maatwerk.basics.text import say
from maatwerk.pages.model import Bullets, Item, Pairs, Paragraph, Quote, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.bench.show.reader import Reader
    from maatwerk.organisation.adoption import Adoption
    from maatwerk.pages.model import Words

_AMOUNTS, _SHARES = {"all_or_nothing_floor", "small_lapse_loss"}, {"margin_share"}
_TEXTS = {"why", "to_check"}
_SOURCE = "— "  # the line of a block quote that says where it stands
_HEADING = re.compile(r"(?:Artikel|Art\.|Hoofdstuk|§)\s+\S+")
_PART = re.compile(r"(?:[0-9]+|[a-z])[.)°]\s|[-•*–]\s|(?:Artikel|Art\.|Hoofdstuk|§)\s")  # begins a line of its own


def status(reader: Reader, adoption: Adoption | None) -> str:
    """Draft or adopted, in a sentence."""
    if adoption is None:
        return reader.say("draft")
    return reader.say(
        "adopted", day=day(adoption.on, reader.lang), decision=adoption.decision, published=adoption.published
    )


def _body(reader: Reader) -> Words:
    header = reader.ruleset.header
    return (header.body_en,) if reader.lang == "en" and header.body_en else (reader.dutch(header.body),)


def head(reader: Reader) -> Pairs:
    """The front matter."""
    header = reader.ruleset.header
    rows: list[tuple[str, Words]] = [
        (reader.say("body"), _body(reader)),
        (reader.say("valid"), (_valid(reader),)),
        (reader.say("reference_date"), _reference_date(reader)),
        (reader.say("term"), _term(reader)),
        (reader.say("remedy"), (reader.say(f"remedy_{header.remedy}") if header.remedy else "",)),
        (reader.say("stacking"), (reader.say("stacking_yes") if header.stacking else "",)),
        (reader.say("uses"), (", ".join(header.uses),)),
    ]
    return Pairs(tuple((name, words) for name, words in rows if any(words)))


def _valid(reader: Reader) -> str:
    header = reader.ruleset.header
    start = day(header.valid_from, reader.lang)
    if header.valid_until is None:
        return reader.say("valid_from", start=start)
    return reader.say("valid_until", start=start, last=day(header.valid_until - timedelta(days=1), reader.lang))


def _reference_date(reader: Reader) -> Words:
    owner, dot, name = reader.ruleset.header.reference_date.rpartition(".")
    return (reader.link(name), *((" (", reader.link(owner), ")") if dot else ()))


def _term(reader: Reader) -> Words:
    header = reader.ruleset.header
    if header.term_calculation:
        return (reader.link(header.term_calculation),)
    return (reader.say("weeks", number=header.term_weeks),) if header.term_weeks else ()


def quotes(reader: Reader) -> Section | None:
    """The law as the ruleset quotes it."""
    found = tuple(made for each in reader.ruleset.quotes for made in _quotes(each.text, reader.other))
    return Section("section-quotes", reader.say("quotes"), found) if found else None


def _quotes(text: str, lang: str) -> Iterator[Quote]:
    """One block quote: a line that says where it stands ends what was quoted, and more may follow."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.startswith(_SOURCE):
            yield Quote(_paragraphs(lines), line, lang)
            lines = []
        else:
            lines.append(line)
    if any(lines):
        yield Quote(_paragraphs(lines), lang=lang)


def _paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as they belong together: apart after a blank line, and where a part or article begins."""
    found: list[str] = []
    begins = True
    for line in (each.strip() for each in lines):
        if line and (begins or _PART.match(line)):
            found.append(line)
        elif line:
            found[-1] += f" {line}"
        begins = not line or bool(_HEADING.fullmatch(line))
    return tuple(found)


def settings(reader: Reader) -> Section:
    """From where the detectors notice something."""
    chosen = reader.ruleset.settings
    names = [field.name for field in fields(chosen) if field.name not in _TEXTS]
    told = [say(f"screen.setting_{name}", lang=reader.lang, value=_setting(reader, name)) for name in names]
    told += [say("screen.setting_why", lang=reader.lang, value=chosen.why)] if chosen.why else []
    rest = Bullets(tuple(Item((line,)) for line in told))
    return Section("section-settings", reader.say("settings"), (Paragraph((reader.say("settings_what"),)), rest))


def _setting(reader: Reader, name: str) -> str:
    value = getattr(reader.ruleset.settings, name)
    if not isinstance(value, int | Fraction):
        return say(f"screen.leap_{value.replace(' ', '_')}", lang=reader.lang)
    shown = amount if name in _AMOUNTS else percentage if name in _SHARES else number
    return shown(value, reader.lang)


def identity(reader: Reader) -> Section:
    """The hashes that every record names."""
    known = reader.ruleset.identity
    rows = (
        (reader.say("rules_hash"), known.rules_hash),
        (reader.say("text_hash"), known.text_hash),
        (reader.say("examples_hash"), known.examples_hash),
    )
    pairs = Pairs(tuple((name, (value,)) for name, value in rows if value))
    return Section("section-identity", reader.say("identity"), (Paragraph((reader.say("identity_what"),)), pairs))
