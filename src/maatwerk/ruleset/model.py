"""What a ruleset means once it has been read: frozen values, each with its place in the text.

One class a kind of block of the language. Names of classes follow the glossary (docs/glossary.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import Type
from maatwerk.problems import Place

Rank = Literal["wet", "amvb_of_regeling", "verordening", "beleidsregel", "werkinstructie"]
Room = Literal["gebonden", "kan", "oordeel"]
OutcomeKind = Literal[
    "toekenning", "gedeeltelijk", "vaststelling", "afwijzing", "buiten_behandeling",
    "intrekking", "terugvordering", "verrekening", "doorzenden", "tussenstap",
]  # fmt: skip
Track = Literal["zwaar", "licht"]
Remedy = Literal["bezwaar", "beroep", "klacht", "geen"]
Nature = Literal["onbedoeld", "onredelijk", "procedure"]

ADVERSE_KINDS = frozenset({"afwijzing", "buiten_behandeling", "intrekking", "terugvordering", "verrekening"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text with `{naam}` places, in Dutch and, where the ruleset has it (`<key>_en`), in English.

    `names` are the names printed, in order of first use.
    """

    nl: str
    en: str = ""
    names: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)

    def in_language(self, lang: str) -> str:
        """The English twin for `en` where it exists, else the Dutch."""
        return self.en if lang == "en" and self.en else self.nl


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a table of facts. `who` may answer; `privacy` is its class."""

    name: str
    type: Type
    question: Text
    source: str
    who: tuple[str, ...]
    privacy: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class NormRow:
    """The value of a norm from a day on: euros, a number or a fraction for percentages."""

    valid_from: date
    value: Fraction | date
    source: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Norm:
    """A dated amount, number, percentage or date. Rows are in order of `valid_from`."""

    name: str
    type: Type
    rows: tuple[NormRow, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Purpose:
    """`bedoeling`: what the law is for; `bears` (0-4) is the heaviest consequence it can carry."""

    name: str
    text: Text
    source: str
    bears: int
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Calculation:
    """`berekening`: a named expression; `words` names it in letters."""

    name: str
    expression: Expression
    type: Type
    words: Text | None
    source: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """`kleine_marge`: a share of the limit, or a number of days. Both are set: defaults 5 % and 14 days."""

    share: Fraction
    days: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """`voorwaarde`: one requirement of the strict rules."""

    name: str
    requirement: Expression
    source: str
    rank: Rank
    room: Room
    regimes: tuple[str, ...]
    kind: Literal["inhoud", "verzuim", "kenmerk"]
    serves: tuple[str, ...]
    by_purpose: Expression | None
    feasible_if: Expression | None
    small_if: Expression | None
    small_margin: Margin
    conflicts_with: str
    conflicts_if: Expression | None
    met: Text | None
    not_met: Text | None
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`uitkomst`: a decision that the letter of the rules can give.

    `amount` is always rounded. `also` and `show` name calculations, norms or facts. `precedes` = `gaat_voor`.
    """

    name: str
    when: Expression
    kind: OutcomeKind
    text: Text
    say: Text
    amount: Expression | None
    amount_type: Type | None
    also: tuple[str, ...]
    show: tuple[str, ...]
    precedes: tuple[str, ...]
    remedy: Remedy
    track: Track
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """`gevolg`: what an outcome does to people. `severity` 1-4; `who` = inwoner, huishouden, kind or derde."""

    name: str
    outcomes: tuple[str, ...]
    affects: str
    severity: int
    text: Text
    when: Expression | None
    before: Expression | None
    who: str
    child_if: Expression | None
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """`signaal`: something a jurist wants noticed. `outcomes` empty = all. `finding` = code of a built-in detector."""

    name: str
    when: Expression
    nature: Nature
    text: Text
    do_now: Text
    norm: str
    outcomes: tuple[str, ...]
    finding: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """`grond`: a lawful way out. `rung` A-I of the ladder; fits by criterion (`criteria`) or by `applies_to`."""

    name: str
    article: str
    rung: str
    test: Text
    authority: str
    applies_to: tuple[str, ...]
    criteria: tuple[str, ...]
    questions: tuple[str, ...]
    four_eyes: bool
    ask_jurist: bool
    third_parties: Literal["", "weging", "uitgesloten"]
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionRule:
    """`uitzondering`: the ruleset's own exception: which criteria it may set aside, when, and who may.

    `four_eyes_above`: amount in euros above which two people are needed (0 = always, None = never).
    `until`: an expression of type date, or (number, unit) as `3 maanden`. The effect of an exception without
    `replaces` or `becomes` is that its criteria are set aside.
    """

    name: str
    criteria: tuple[str, ...]
    ground: str
    allowed_if: Expression
    authority: str
    say: Text
    track: Track
    at_most: Fraction | None
    four_eyes_above: Fraction | None
    conditions: Text | None
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    third_parties: Text | None
    third_parties_if: Expression | None
    not_with: tuple[str, ...]
    place: Place = field(compare=False)
    until: Expression | tuple[int, str] | None = None
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """`alternatief`: what can be done, on its conditions. `repairs` = criteria that it repairs."""

    name: str
    outcomes: tuple[str, ...]
    kind: str
    text: Text
    when: Expression | None
    repairs: tuple[str, ...]
    source: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class OpenNorm:
    """`open_norm`: words of the law that the program does not judge, and why not."""

    name: str
    text: Text
    why: str
    source: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """`belofte`: a service promise with a person and a term. `term` = (number, unit): `10 werkdagen`."""

    name: str
    what: Text
    who: str
    term: tuple[int, str]
    start: Expression
    when: Expression | None
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class LetterText:
    """`brief`: a jurist's own lines for one section of a letter. `about` = outcomes or exceptions."""

    name: str
    about: tuple[str, ...]
    section: str
    text: Text
    when: Expression | None
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds of the detectors (starting values, all can be set in `Instellingen` with `waarom`).

    Ratios are plain numbers, amounts euros, margins the defaults for `kleine_marge`.
    """

    hard_limit_ratio: Fraction = Fraction(3)
    all_or_nothing_ratio: Fraction = Fraction(10)
    all_or_nothing_floor: Fraction = Fraction(50)
    small_lapse_loss: Fraction = Fraction(500)
    margin_share: Fraction = Fraction(1, 20)
    margin_days: int = 14
    why: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One row of an example table: facts as written, and what is expected (column without `=> `, text as written).

    `facts` holds the value as parsed (Fraction, date, bool, option name) or None for unknown; a missing key = unknown.
    `expected` leaves out cells that are empty (not checked); `()` = none (`–`).
    """

    name: str
    facts: dict[str, Fraction | date | bool | str | None]
    expected: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote: the law as quoted. Checked for amounts that no norm uses."""

    text: str
    place: Place
    columns: tuple[int, ...] = field(default=(), compare=False)  # where each line of the text begins in its source line


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
    is_building_block: bool = False
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """The two identities that go into every record, as lower-case hex SHA-256, with the parts beside them."""

    rules_hash: str
    text_hash: str
    examples_hash: str = ""


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
    origin: dict[str, str] = field(default_factory=dict)
    open_norms: dict[str, OpenNorm] = field(default_factory=dict)
    impossible: frozenset[frozenset[tuple[str, bool]]] = frozenset()  # partial patterns proved impossible at loading

    @property
    def id(self) -> str:
        """The id of the ruleset: the name of its folder."""
        return self.header.id
