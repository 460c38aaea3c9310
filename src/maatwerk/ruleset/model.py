"""What a ruleset means once it has been read: frozen values, each with its place in the text.

One class a kind of block of the language; `given_model`, `rules_model` and `room_model` beside this file hold them.
Names of classes follow the glossary (docs/glossary.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place
from maatwerk.ruleset.given_model import (
    Calculation,
    Example,
    ExampleRecords,
    Fact,
    Norm,
    NormRow,
    Prose,
    ProsePart,
    Purpose,
    Quote,
    RecordList,
    Text,
)
from maatwerk.ruleset.room_model import (
    Alternative,
    ExceptionRule,
    Ground,
    LetterSection,
    LetterText,
    OpenNorm,
    Promise,
)
from maatwerk.ruleset.rules_model import (
    ADVERSE_KINDS,
    NO_JUDGES,
    Consequence,
    Criterion,
    Margin,
    Nature,
    Outcome,
    OutcomeKind,
    Rank,
    Remedy,
    Room,
    Settings,
    Signal,
    Track,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.ruleset.library import Days

__all__ = [
    "ADVERSE_KINDS",
    "NO_JUDGES",
    "Alternative",
    "BlockDays",
    "Calculation",
    "Consequence",
    "Criterion",
    "Example",
    "ExampleRecords",
    "ExceptionRule",
    "Fact",
    "Ground",
    "Header",
    "Identity",
    "LetterSection",
    "LetterText",
    "Margin",
    "Nature",
    "Norm",
    "NormRow",
    "OpenNorm",
    "Outcome",
    "OutcomeKind",
    "Promise",
    "Prose",
    "ProsePart",
    "Purpose",
    "Quote",
    "Rank",
    "RecordList",
    "Remedy",
    "Room",
    "Ruleset",
    "Settings",
    "Signal",
    "Text",
    "Track",
]


@dataclass(frozen=True, slots=True)
class Header:
    """The front matter."""

    language: str
    id: str
    title: str
    valid_from: date
    valid_until: date | None = None
    body: str = ""
    remedy: Remedy | None = None
    reference_date: str = ""
    uses: tuple[str, ...] = ()
    term_weeks: int | None = None
    term_calculation: str = ""
    stacking: bool = False
    title_en: str = ""
    body_en: str = ""
    is_building_block: bool = False
    place: Place = field(default=Place(""), compare=False)

    def title_in(self, lang: str) -> str:
        """The title in a language; in Dutch where there is no other."""
        return self.title_en or self.title if lang == "en" else self.title


@dataclass(frozen=True, slots=True)
class Identity:
    """The two identities that go into every record, as lower-case hex SHA-256, with the parts beside them."""

    rules_hash: str
    text_hash: str
    examples_hash: str = ""


@dataclass(frozen=True, slots=True)
class BlockDays:
    """For which days the building blocks of a ruleset were read, and on which days these are the right versions.

    `on`: the reference date, `decided`: the day of the decision (None: the newest), as they were asked for.
    """

    library: Path
    on: date | None
    decided: date | None
    reference: Days
    decision: Days

    def hold(self, on: date | None, decided: date | None) -> bool:
        """Whether these are the building blocks for these days; a day that is not known changes nothing."""
        return self.reference.hold(on) and self.decision.hold(decided)


@dataclass(frozen=True, eq=False)
class Ruleset:
    """A ruleset with the building blocks it uses, in one name space. Order of each mapping = order of the text.

    Two rulesets mean the same when their rules hashes are equal; as Python objects they are equal only to themselves.
    `origin` tells for each name from which document (id) it comes; `file` is where the ruleset itself was read.
    """

    header: Header
    identity: Identity
    file: str
    facts: dict[str, Fact]
    norms: dict[str, Norm]
    purposes: dict[str, Purpose]
    calculations: dict[str, Calculation]
    criteria: dict[str, Criterion]
    outcomes: dict[str, Outcome]
    consequences: dict[str, Consequence]
    signals: dict[str, Signal]
    grounds: dict[str, Ground]
    exceptions: dict[str, ExceptionRule]
    alternatives: dict[str, Alternative]
    promises: dict[str, Promise]
    letter_texts: dict[str, LetterText]
    settings: Settings
    examples: tuple[Example, ...]
    quotes: tuple[Quote, ...] = ()
    prose: tuple[Prose, ...] = ()
    origin: dict[str, str] = field(default_factory=dict)
    open_norms: dict[str, OpenNorm] = field(default_factory=dict)
    impossible: frozenset[frozenset[tuple[str, bool]]] = frozenset()  # partial patterns proved impossible at loading
    lists: dict[str, RecordList] = field(default_factory=dict)
    blocks: BlockDays | None = None

    @property
    def id(self) -> str:
        """The id of the ruleset: the name of its folder."""
        return self.header.id


def all_facts(ruleset: Ruleset) -> tuple[Fact, ...]:
    """The facts of the case and the fields of its lists, judgements too."""
    fields = (fact for each in ruleset.lists.values() for fact in each.fields.values())
    return (*ruleset.facts.values(), *fields)


def asked(ruleset: Ruleset) -> tuple[Fact | RecordList, ...]:
    """Everything that has a question: facts, fields and lists."""
    return (*all_facts(ruleset), *ruleset.lists.values())


def inside(ruleset: Ruleset, name: str) -> dict[str, Fact | Calculation | Criterion]:
    """What there is for each record of a list: its fields, and the calculations and criteria with `per`."""
    fields = ruleset.lists[name].fields if name in ruleset.lists else {}
    calculations = {item.name: item for item in ruleset.calculations.values() if name and item.per == name}
    return {
        **fields,
        **calculations,
        **{item.name: item for item in ruleset.criteria.values() if name and item.per == name},
    }
