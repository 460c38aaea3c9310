"""The entry of a ruleset in the Dutch Algoritmeregister, as far as the ruleset and the organisation know it.

The fields are those of the publicatiestandaard 1.0 of that register, with its names. What only a municipality can know
is None: nothing is guessed. The register takes Dutch only, so the texts are Dutch in every language of the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.bench.examples import run_examples
from maatwerk.bench.show.reader import Reader
from maatwerk.pages.model import plain
from maatwerk.ruleset.marked import marked
from maatwerk.ruleset.model import asked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from maatwerk.organisation.adoption import Adoption
    from maatwerk.organisation.folder import Settings
    from maatwerk.ruleset.model import Ruleset, Text

LANGUAGE = "nl"
FIELDS: dict[str, int] = {
    "name": 100, "description_short": 350, "organization": 100, "category": 0, "status": 0, "begin_date": 0,
    "end_date": 0, "contact_email": 500, "website": 500, "publication_category": 0, "url": 500, "goal": 2500,
    "proportionality": 2500, "human_intervention": 2500, "risks": 2500, "lawful_basis": 2500,
    "lawful_basis_grouping": 0, "process_index_url": 500, "impacttoetsen_grouping": 0, "impacttoetsen": 2500,
    "source_data": 2500, "source_data_grouping": 0, "methods_and_models": 5000, "provider": 200, "publiccode": 500,
    "lang": 0, "standard_version": 0, "source_id": 100, "tags": 2500,
}  # fmt: skip
"""The fields of the standard in its order, each with the most characters it may have (0: no text)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Every field with its value; None: only the municipality knows."""

    values: dict[str, str | None]

    @property
    def to_fill_in(self) -> tuple[str, ...]:
        """The fields without a value."""
        return tuple(name for name, value in self.values.items() if value is None)

    @property
    def too_long(self) -> tuple[str, ...]:
        """The fields with more text than the register takes."""
        return tuple(name for name, value in self.values.items() if 0 < FIELDS[name] < len(value or ""))


def entry_of(ruleset: Ruleset, adoption: Adoption | None, settings: Settings | None, today: date) -> Entry:
    """The entry of these rules on a day."""
    reader = Reader(ruleset, LANGUAGE)
    known = {
        "name": ruleset.header.title,
        "description_short": _say("description", title=ruleset.header.title),
        "organization": settings.name if settings else "",
        "status": _status(ruleset, adoption, today),
        "goal": _goal(reader),
        "human_intervention": _human(reader),
        "risks": _risks(ruleset),
        "lawful_basis": _basis(ruleset),
        "source_data": _data(reader),
        "methods_and_models": _method(reader),
        "lang": "nld",
        "standard_version": "1.0",
        "source_id": f"{ruleset.id}/{ruleset.header.valid_from.isoformat()}",
    }
    return Entry({name: known.get(name) or None for name in FIELDS})


def _say(key: str, **values: object) -> str:
    return say(f"entry.{key}", lang=LANGUAGE, **values)


def _status(ruleset: Ruleset, adoption: Adoption | None, today: date) -> str:
    """One of the three words of the register."""
    header = ruleset.header
    if adoption is None or today < header.valid_from:
        return "In ontwikkeling"
    ended = header.valid_until is not None and header.valid_until <= today
    return "Buiten gebruik" if ended else "In gebruik"


def _texts(reader: Reader, texts: Iterable[Text]) -> str:
    return " ".join(dict.fromkeys(plain(reader.text(text)) for text in texts))


def _goal(reader: Reader) -> str:
    rules = reader.ruleset
    purposes = _texts(reader, (each.text for each in rules.purposes.values()))
    outcomes = _texts(reader, (each.text for each in rules.outcomes.values()))
    consequences = _texts(reader, (each.text for each in rules.consequences.values()))
    told = [_say("goal", purposes=purposes, outcomes=outcomes)]
    return "\n".join([*told, *([_say("consequences", texts=consequences)] if consequences else [])])


def _human(reader: Reader) -> str:
    rules = reader.ruleset
    watched = [
        reader.name(each.name)
        for each in rules.exceptions.values()
        if each.four_eyes_above is not None or rules.grounds[each.ground].four_eyes
    ]
    return "\n".join([_say("human"), *([_say("four_eyes", exceptions=", ".join(watched))] if watched else [])])


def _risks(ruleset: Ruleset) -> str:
    results = run_examples(ruleset)
    good = sum(each.equal for each in results)
    return _say("risks", number=len(results), good=good, doubts=len(marked(ruleset)))


def _basis(ruleset: Ruleset) -> str:
    sources = dict.fromkeys(
        f"{each.source} ({_say(f'rank_{each.rank}')})" for each in ruleset.criteria.values() if each.source
    )
    articles = dict.fromkeys(ruleset.grounds[each.ground].article for each in ruleset.exceptions.values())
    told = [_say("basis", sources="; ".join(sources))]
    return "\n".join([*told, *([_say("basis_exceptions", articles="; ".join(articles))] if articles else [])])


def _data(reader: Reader) -> str:
    told = [
        _say(
            "datum",
            name=reader.name(each.name),
            source=each.source or _say("no_source"),
            privacy=reader.say(f"privacy_{each.privacy}"),
        )
        for each in asked(reader.ruleset)
    ]
    return "; ".join(told)


def _method(reader: Reader) -> str:
    rules = reader.ruleset
    return _say(
        "method",
        id=rules.id,
        day=day(rules.header.valid_from, LANGUAGE),
        hash=rules.identity.rules_hash,
        facts=len(asked(rules)),
        criteria=len(rules.criteria),
        outcomes=", ".join(reader.name(name) for name in rules.outcomes),
    )
