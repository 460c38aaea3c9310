"""The strict rules of a ruleset: criteria, outcomes and what these do to people, with the thresholds of detectors."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from maatwerk.basics.problems import Place
    from maatwerk.expressions.birthdays import LeapBirthday
    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.given_model import Text

Rank = Literal["wet", "amvb_of_regeling", "verordening", "beleidsregel", "werkinstructie"]
Room = Literal["gebonden", "kan", "oordeel"]
OutcomeKind = Literal[
    "toekenning", "gedeeltelijk", "vaststelling", "afwijzing", "buiten_behandeling",
    "intrekking", "terugvordering", "verrekening", "doorzenden", "tussenstap",
]  # fmt: skip
Track = Literal["zwaar", "licht"]
Remedy = Literal["bezwaar", "beroep", "beroep_college", "klacht", "geen"]
Nature = Literal["onbedoeld", "onredelijk", "procedure"]

NO_JUDGES = frozenset({"inwoner", "register", "document", "import"})
"""Who cannot give a judgement (`oordeel`): the resident, a source, a program."""

ADVERSE_KINDS = frozenset({"afwijzing", "buiten_behandeling", "intrekking", "terugvordering", "verrekening"})


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
    per: str = ""
    waits_for: tuple[str, ...] = ()

    @property
    def leaves_room(self) -> bool:
        """Whether the rule says that the body *may* (`ruimte: kan`): who weighs does not depart from it."""
        return self.room == "kan"


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
class Settings:
    """Thresholds of the detectors (starting values, all can be set in `Instellingen` with `waarom`).

    Ratios are plain numbers, amounts euros, margins the defaults for `kleine_marge`. `leap_birthday`: when somebody
    who was born on 29 February is a year older in other years. No statute says so in words; 1 March is the usual
    reading (a year of life is full when its last day, 28 February, has ended).
    """

    hard_limit_ratio: Fraction = Fraction(3)
    all_or_nothing_ratio: Fraction = Fraction(10)
    all_or_nothing_floor: Fraction = Fraction(50)
    small_lapse_loss: Fraction = Fraction(500)
    margin_share: Fraction = Fraction(1, 20)
    margin_days: int = 14
    leap_birthday: LeapBirthday = "1 maart"
    why: str = ""
    to_check: str = ""
