"""What a letter is before it has a layout: sections with plain blocks. Every format shows the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.ruleset.model import LetterSection

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.basics.deadlines import LastDay
    from maatwerk.organisation.folder import Settings
    from maatwerk.ruleset.model import Remedy

SectionKind = LetterSection
Group = Literal[
    "grant", "partial", "refusal", "exception", "forward", "step", "incomplete", "hearing", "extension", "forwarding"
]

GREETING = re.compile(r"^(beste|geachte|dear)\s+", re.IGNORECASE)
# The kinds of white space that could start a new line, a list or a heading; a non-breaking space stays.
_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """A text on one line: a value with a line break must not become a heading or a list."""
    return _BREAKS.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one line an item."""

    items: tuple[str, ...]


Block = Paragraph | Bullets


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a letter. `heading` is empty for the first; `facts` names the facts that it prints."""

    kind: SectionKind
    heading: str
    blocks: tuple[Block, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter. `signature` is who decided, with role, and on whose behalf (Awb 10:10).

    `group` is what sort of answer it is; `last_day` the last day of the remedy, where there is one. `dutch` are the
    words in a letter in another language that stay Dutch: the reasons, the names of laws.
    """

    lang: str
    subject: str
    addressee: tuple[str, ...]
    salutation: str
    number: str
    case_id: str
    date: date
    outcome: str
    group: Group
    remedy: Remedy
    last_day: LastDay | None
    sender: str
    sections: tuple[Section, ...]
    signature: tuple[str, ...]
    dutch: tuple[str, ...] = ()

    def section(self, kind: SectionKind) -> Section | None:
        """The section of a kind, where the letter has one."""
        return next((found for found in self.sections if found.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends the letter: what the organisation filled in about itself.

    `body` is on whose behalf people decide; the body named in a ruleset goes first.
    """

    name: str
    municipality: str
    body: str
    objection_address: tuple[str, ...] = ()
    objection_url: str = ""
    complaint_address: tuple[str, ...] = ()
    court: str = ""
    phone: str = ""
    phone_hours: str = ""
    visiting_address: tuple[str, ...] = ()
    visiting_hours: str = ""
    body_en: str = ""
    phone_hours_en: str = ""
    visiting_hours_en: str = ""

    def own(self, name: Literal["body", "phone_hours", "visiting_hours"], lang: str) -> str:
        """What the organisation filled in, in the language of the letter where it did so."""
        english: str = getattr(self, f"{name}_en") if lang == "en" else ""
        return english or getattr(self, name)

    @classmethod
    def of(cls, settings: Settings) -> Sender:
        """The sender as the organisation's settings (`maatwerk.toml`) have it."""
        return cls(
            name=settings.name,
            municipality=settings.municipality,
            body=settings.body,
            objection_address=settings.objection_address,
            objection_url=settings.objection_url,
            complaint_address=settings.complaint_address,
            court=settings.court,
            phone=settings.phone,
            phone_hours=settings.phone_hours,
            visiting_address=settings.visiting_address,
            visiting_hours=settings.visiting_hours,
            body_en=settings.body_en,
            phone_hours_en=settings.phone_hours_en,
            visiting_hours_en=settings.visiting_hours_en,
        )
