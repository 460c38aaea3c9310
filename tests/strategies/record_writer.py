"""Writes one random ruleset with a list: criteria per record, judgements, "there is none", `vervang` and `wordt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.strategies.documents import Document, block
from tests.strategies.writer import LIMITS, Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random  # noqa: TID251 - seeded by each caller

LIST = "posten"
COMPARED = ("<=", "<=", "<", ">", ">=", "=")
SUMS = ("totaal", "over_de_dagen", "grootste", "per_aard", "meetellend", "reserve")
REPLACED = (
    "vrij = € 0",
    "totaal = € 0; over_de_dagen = € 0",
    "schade = afronden(schade / 2; 0,01)",
    "grootste = min(grootste; € 60)",
)
REPLACED_INSIDE = ("vrij_deel = € 0", "waarde = € 60", "bewezen = nee", "totaal = afronden(totaal / 2; 0,01)")


class RecordWriter(Writer):
    """Writes one document in which a list decides as well."""

    def __init__(self, dice: Random) -> None:
        super().__init__(dice)
        self.per_record = ["telt_a", "telt_b"][: dice.randint(1, 2)]
        self.counted: list[str] = []
        self.inside = False

    def document(self) -> Document:
        return super().document().with_blocks(*self.letters())

    def rules(self) -> list[str]:
        """The criteria per record first: the others may ask about them."""
        in_records = []
        for number, name in enumerate(self.per_record):
            self.inside = True
            in_records.append(self.criterion(number, name, self.per_record[:number]) + f"\n- per: {LIST}")
            self.inside = False
            self.counted.append(name)
        return [*in_records, *super().rules()]

    def criterion(self, number: int, name: str, before: list[str]) -> str:
        text = super().criterion(number, name, before)
        if "\n- soort: " not in text and self.chance(0.2):
            text += "\n- soort: verzuim" + (f"\n- klein_als: {self.test()}" if self.chance(0.5) else "")
        if not self.inside and self.chance(0.15):
            text += f"\n- wacht_op: {self.dice.choice([each for each in self.criteria if each != name])}"
        return text

    def tests(self) -> list[Callable[[list[str]], str]]:
        if self.inside:
            return [self.plain, self.option, *[self.field] * 6]
        return [*super().tests(), *[self.of_list] * 5, self.of_judgement, self.of_empty]

    def field(self, names: list[str]) -> str:
        """A test inside one record."""
        amount = f"{self.dice.choice(['waarde', 'vrij_deel', 'dagwaarde'])} {self.sign()} {self.dice.choice(LIMITS)}"
        return self.dice.choice(["bewezen", "niet bewezen", "verantwoord", "niet verantwoord", "herkomst_geld = gift",
                                 "herkomst_geld in (lening; loon)", "wanneer <= dag", "lengte > 30", amount, amount,
                                 *names, *names])  # fmt: skip

    def sign(self) -> str:
        return self.dice.choice(COMPARED)

    def of_list(self, _: list[str]) -> str:
        """A test over all records."""
        record, other = self.field(self.counted), self.field(self.counted)
        limit = self.dice.choice(LIMITS)
        return self.dice.choice(
            [f"er_is({LIST} waar {record})", f"er_is({LIST} waar {record})", f"voor_alle({record} uit {LIST})",
             f"voor_alle({record} uit {LIST} waar {other})",
             f"aantal({LIST} waar {record}) {self.sign()} {self.dice.randint(1, 3)}",
             f"som(waarde uit {LIST} waar {record}) {self.sign()} {limit}",
             f"{self.dice.choice(self.sums())} {self.sign()} {limit}"])  # fmt: skip

    def of_judgement(self, _: list[str]) -> str:
        return self.dice.choice(["schrijnend", "niet schrijnend", "gewicht = klein", "gewicht != klein"])

    def of_empty(self, _: list[str]) -> str:
        return self.dice.choice(["laatst is leeg of laatst <= dag", "laatst is niet leeg", "reserve <= € 250,50"])

    def sums(self) -> list[str]:
        return [each for each in SUMS if each != "meetellend" or self.counted]

    def amounts(self) -> list[str]:
        return [*super().amounts(), "totaal", "over_de_dagen", "grootste", "per_aard", "meetellend", "meetellend"]

    def shown(self) -> list[str]:
        return [*super().shown(), "totaal", "laatst", "grootste"]

    def repairable(self) -> list[str]:
        return [*self.criteria, *self.per_record]

    def effect(self, criteria: str) -> dict[str, str]:
        self.inside = any(name in criteria for name in self.per_record)
        keys, replaced = {"mag_als": self.test()}, REPLACED_INSIDE if self.inside else REPLACED
        self.inside = False
        if self.chance(0.25):
            keys["vervang"] = self.dice.choice(replaced)
        elif self.chance(0.15):
            keys["wordt"] = "uitkomst_0"
        return keys

    def consequence(self, number: int) -> str:
        return super().consequence(number) + ("\n- voor: later" if self.chance(0.2) else "")

    def signal(self, number: int) -> str:
        return super().signal(number) + ("\n- bevinding: eigen_stilzitten" if self.chance(0.2) else "")

    def grounds(self) -> list[str]:
        return [each + ("\n- derden: weging" if self.chance(0.2) else "") for each in super().grounds()]

    def letters(self) -> list[str]:
        """A line for each record."""
        lines = block("Brief: per_post", bij="uitkomst_1", deel="waarom", per=LIST, als=self.per_record[0],
                      nl="Deze post telt mee.", en="This item counts.")  # fmt: skip
        return [lines] if self.chance(0.3) else []
