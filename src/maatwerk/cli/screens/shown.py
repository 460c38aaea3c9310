"""What `rules show` says of a ruleset beside its page: its personal data, and its entry in the Algoritmeregister."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.bench.show import privacy as data
from maatwerk.bench.show.entry import FIELDS
from maatwerk.bench.show.reader import Reader
from maatwerk.cli.screens.model import Paragraph, Section, Title
from maatwerk.ruleset.model import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.show.entry import Entry
    from maatwerk.cli.screens.model import Screen
    from maatwerk.ruleset.model import Ruleset


class UseShown(TypedDict):
    """A block that uses a fact."""

    kind: str
    name: str


class FactShown(TypedDict):
    """One fact, field or list."""

    name: str
    list: str | None
    type: str
    question: str
    source: str
    who: list[str]
    privacy: str
    judgement: bool
    used_by: list[UseShown]
    purposes: list[str]


class PrivacyShown(TypedDict):
    """What `rules show --privacy` found."""

    ruleset: str
    valid_from: str
    rules_hash: str
    retention_years: int | None
    retention_source: str | None
    facts: list[FactShown]


class EntryShown(TypedDict):
    """What `rules show --register-entry` made."""

    entry: dict[str, str | None]
    to_fill_in: list[str]
    too_long: list[str]


RESULTS: tuple[type, ...] = (PrivacyShown, FactShown, UseShown, EntryShown)


def privacy(ruleset: Ruleset, kept: data.Retention) -> Screen:
    """Each fact with what it is used for, and what must be said beside that."""
    reader = Reader(ruleset, language())
    found = data.asked_for(ruleset)
    heads = [reader.say(f"head_{head}") for head in data.HEADS]
    facts = [Section(body=(_told(heads, data.row(reader, each, kept)),)) for each in found]
    title = reader.say("privacy_title", title=ruleset.header.title_in(reader.lang))
    version = say("screen.valid_from", day=day(ruleset.header.valid_from))
    notes = tuple(Paragraph(note) for note in data.notes(reader, found, kept))
    return (Title(title, version), *facts, Section(body=notes))


def _told(heads: Sequence[str], row: Sequence[str]) -> Paragraph:
    """A row of the table with its cells below each other: seven columns fit on no terminal."""
    return Paragraph(row[0], tuple(f"{head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True)))


def privacy_data(ruleset: Ruleset, kept: data.Retention) -> PrivacyShown:
    """The same for machines."""
    return {
        "ruleset": ruleset.id,
        "valid_from": ruleset.header.valid_from.isoformat(),
        "rules_hash": ruleset.identity.rules_hash,
        "retention_years": kept.years,
        "retention_source": kept.source or None,
        "facts": [_fact(each) for each in data.asked_for(ruleset)],
    }


def _fact(each: data.Asked) -> FactShown:
    fact = each.fact
    one = fact if isinstance(fact, Fact) else None
    return {
        "name": fact.name,
        "list": (one.list or None) if one else None,
        "type": str(one.type) if one else "lijst",
        "question": fact.question.in_language(language()),
        "source": fact.source,
        "who": list(fact.who),
        "privacy": fact.privacy,
        "judgement": one.judgement if one else False,
        "used_by": [{"kind": use.kind, "name": use.name} for use in each.uses],
        "purposes": list(each.purposes),
    }


def entry(made: Entry) -> Screen:
    """Every field of the register with what is known, and what must still be filled in."""
    head = Title(say("entry.head", version=made.values["standard_version"]))
    fields = [Section(body=(_field(made, name, value),)) for name, value in made.values.items()]
    open_fields = len(made.to_fill_in)
    count = say("entry.count", filled=len(made.values) - open_fields, open=open_fields)
    return (head, *fields, Section(body=(Paragraph(count), Paragraph(say("entry.responsible")))))


def _field(made: Entry, name: str, value: str | None) -> Paragraph:
    told = value.split("\n") if value else [say("entry.to_fill_in")]
    if name in made.too_long:
        told.append(say("entry.too_long", length=len(value or ""), most=FIELDS[name]))
    return Paragraph(f"{say(f'entry.title.{name}')} ({name})", tuple(told))


def entry_data(made: Entry) -> EntryShown:
    """The same for machines."""
    return {"entry": made.values, "to_fill_in": list(made.to_fill_in), "too_long": list(made.too_long)}
