"""Writes one random ruleset, throwing dice for every choice. Rulesets with records: `record_writer.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.strategies.documents import Document, block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random  # noqa: TID251 - seeded by each caller

LIMITS = ("€ 100", "€ 250,50", "€ 1.000")
YES_NO = ("eens", "woont", "ziek", "zorgt")
RANKS = ("wet", "amvb_of_regeling", "verordening", "beleidsregel", "werkinstructie")
REST_KINDS = ("afwijzing", "afwijzing", "afwijzing", "buiten_behandeling", "terugvordering", "doorzenden", "tussenstap")
SERVED, WHO = ("kern", "kern", "rand"), ("inwoner", "kind", "kind", "huishouden")


class Writer:
    """Writes one document, throwing dice for every choice."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.criteria = [f"eis_{letter}" for letter in "abcde"[: dice.randint(2, 5)]]
        self.fitting: list[str] = []

    def document(self) -> Document:
        outcomes = self.outcomes()
        blocks = [block("Bedoeling: kern", tekst="Waarvoor het is.", bron="artikel 1", draagt="1"),
                  block("Bedoeling: rand", tekst="Wat het netjes houdt.", bron="artikel 2", draagt="3"),
                  *self.rules(), *outcomes,
                  *self.some(3, self.consequence), *self.some(2, self.signal), *self.grounds(),
                  *self.some(4, self.exception), *self.some(2, self.alternative), *self.promises()]  # fmt: skip
        return Document(tuple(blocks))

    def chance(self, part: float) -> bool:
        return self.dice.random() < part

    def some(self, most: int, write: Callable[[int], str]) -> list[str]:
        return [write(number) for number in range(self.dice.randint(0, most))]

    def test(self, names: Iterable[str] = (), depth: int = 1) -> str:
        """A yes/no expression over facts, and over these criteria."""
        if depth and self.chance(0.4):
            joined = self.dice.choice((" en ", " of ")).join(self.test(names, depth - 1) for _ in range(2))
            return f"({joined})" if self.chance(0.5) else f"niet ({joined})"
        return self.dice.choice(self.tests())(list(names))

    def tests(self) -> list[Callable[[list[str]], str]]:
        """The sorts of test; what stands here twice comes twice as often."""
        return [self.plain, self.plain, self.limit, self.limit, self.date, self.option]

    def plain(self, names: list[str]) -> str:
        return self.dice.choice(["", "niet "]) + self.dice.choice([*YES_NO, "klem", *names])

    def limit(self, _: list[str]) -> str:
        monthly = [*LIMITS, "grens", "dubbele_grens"]
        left, right = self.dice.choice([("inkomen", monthly), ("vrij", monthly), ("schade", [*LIMITS, "uitkering"])])
        return f"{left} {self.dice.choice(['<=', '<=', '<', '>', '>=', '='])} {self.dice.choice(right)}"

    def date(self, _: list[str]) -> str:
        return self.dice.choice(
            ["begin <= dag", "plus_maanden(begin; wachten; omlaag) <= dag", "leeftijd_op(begin; dag) >= 18",
             "dagen_tussen(begin; dag) <= 30"])  # fmt: skip

    def option(self, _: list[str]) -> str:
        return self.dice.choice(
            ["vorm = paar", "vorm in (alleen; paar)", "vorm != alleen", "vorm niet in (anders_dan)"]
        )

    def rules(self) -> list[str]:
        """All criteria."""
        return [self.criterion(number, name, self.criteria[:number]) for number, name in enumerate(self.criteria)]

    def criterion(self, number: int, name: str, before: list[str]) -> str:
        keys = {"bron": f"artikel {number}", "rang": self.dice.choice(RANKS)}
        keys["eis"] = self.test(before)
        if self.chance(0.3):
            keys["ruimte"] = self.dice.choice(["kan", "oordeel"])
        if self.chance(0.1):
            keys["soort"] = "kenmerk"
        else:
            self.fitting.append(name)
        if self.chance(0.6):
            keys["naar_bedoeling"] = self.test([name] if self.chance(0.2) else [])
        if self.chance(0.3):
            keys["haalbaar_als"] = self.test()
        if self.chance(0.3):
            keys["kleine_marge"] = self.dice.choice(["5%", "20%", "0%", "31 dagen", "0 dagen"])
        if self.chance(0.2):
            keys["botst_met"] = "een hogere norm"
            keys |= {"botst_als": self.test()} if self.chance(0.5) else {}
        return block(f"Voorwaarde: {name}", **keys, dient=self.dice.choice(SERVED), niet_voldaan=f"Niet: {name}.")

    def outcomes(self) -> list[str]:
        """The last outcome takes what is left, by precedence or by refusing in so many words."""
        number = self.dice.randint(2, 4)
        before = [self.when() for _ in range(number - 1)]
        precedence = self.chance(0.5)
        blocks = []
        for place in range(number):
            keys = {"als": _chained(before, place, precedence=precedence)}
            if place == number - 1:
                keys |= {"soort": self.dice.choice(REST_KINDS)}
            else:
                keys |= {"soort": self.dice.choice(["toekenning", "gedeeltelijk", "vaststelling", *REST_KINDS[:1]])}
                keys |= {"gaat_voor": f"uitkomst_{place + 1}"} if precedence else {}
            if keys["soort"] in ("toekenning", "gedeeltelijk", "terugvordering") and self.chance(0.85):
                keys["bedrag"] = self.dice.choice(self.amounts())
            if self.chance(0.2):
                keys["toon"] = self.dice.choice(self.shown())
            if self.chance(0.15):
                keys["ook"] = "deel"
            keys |= {"spoor": "licht"} if self.chance(0.2) else {}
            blocks.append(block(f"Uitkomst: uitkomst_{place}", **keys, tekst=f"Dit is uitkomst {place}."))
        return blocks

    def amounts(self) -> list[str]:
        """What an outcome may pay."""
        return ["uitkering", "deel", "over", "€ 60"]

    def shown(self) -> list[str]:
        """What a letter may show."""
        return ["vrij", "schade", "grens"]

    def when(self) -> list[tuple[str, bool]]:
        """All of these verdicts together give an outcome."""
        names = [*self.criteria, *(["klem"] if self.chance(0.1) else [])]
        names = self.dice.sample(names, min(len(names), self.dice.choice((1, 2, 2, 3))))
        return [(name, self.chance(0.8)) for name in names]

    def somewhere(self) -> dict[str, str]:
        last = 1 if self.chance(0.7) else 0
        return {"bij": ", ".join(f"uitkomst_{place}" for place in range(last + 1))}

    def consequence(self, number: int) -> str:
        keys = {**self.somewhere(), "raakt": "wonen", "ernst": str(self.dice.randint(1, 4))}
        keys |= {"als": self.test()} if self.chance(0.7) else {}
        keys |= {"kind_als": self.test()} if self.chance(0.2) else {}
        return block(f"Gevolg: gevolg_{number}", **keys, wie=self.dice.choice(WHO), tekst=f"Gevolg {number}.")

    def signal(self, number: int) -> str:
        nature = self.dice.choice(["onbedoeld", "onredelijk", "procedure"])
        keys = self.somewhere() if self.chance(0.4) else {}
        return block(f"Signaal: signaal_{number}", als=self.test(), aard=nature, **keys, tekst="Let op.", doe="Vraag.")

    def grounds(self) -> list[str]:
        """One that names every criterion, and one or two by rank: more than the ladder of any one law."""
        own = [block("Grond: eigen_grond", artikel="artikel 9", trede="A", op=", ".join(self.fitting),
                     toets="Mag het?", bevoegd="behandelaar")] if self.fitting else []  # fmt: skip
        ranks = self.dice.sample([*RANKS, "kan_bepaling"], self.dice.randint(0, 2))
        submit = {"voorleggen": "ja"} if self.chance(0.2) else {}
        return own + [block(f"Grond: grond_{rank}", artikel="artikel 8", trede="D", geldt_voor=rank, toets="Past het?",
                            bevoegd="jurist", vragen="geschikt, noodzakelijk", **submit) for rank in ranks]  # fmt: skip

    def exception(self, number: int) -> str:
        if not self.fitting:
            return block(f"Open norm: open_norm_{number}", tekst="Naar redelijkheid.", waarom="Dat weegt een mens.")
        keys = {"op": ", ".join(self.dice.sample(self.fitting, min(len(self.fitting), self.dice.randint(1, 2))))}
        keys |= {"hoogstens": "€ 300"} if self.chance(0.2) else {}
        keys |= {"tot": "3 maanden"} if self.chance(0.2) else {}
        keys |= {"vier_ogen": "boven € 100"} if self.chance(0.2) else {}
        keys |= {"niet_samen_met": "uitzondering_0"} if number and self.chance(0.3) else {}
        keys |= self.effect(keys["op"])
        return block(f"Uitzondering: uitzondering_{number}", grond="eigen_grond", **keys,
                     bevoegd=self.dice.choice(["behandelaar", "jurist"]), zeg=f"Het mag ({number}).")  # fmt: skip

    def effect(self, criteria: str) -> dict[str, str]:  # noqa: ARG002 - with records it depends on them
        """When an exception on these criteria may be used, and what it does."""
        return {"mag_als": self.test()}

    def repairable(self) -> list[str]:
        """The criteria that an alternative may repair."""
        return self.criteria

    def alternative(self, number: int) -> str:
        keys = {**self.somewhere(), "soort": "herstel"}
        keys |= {"als": self.test()} if self.chance(0.6) else {}
        keys |= {"herstelt": self.dice.choice(self.repairable())} if self.chance(0.6) else {}
        return block(f"Alternatief: alternatief_{number}", **keys, tekst=f"Dit kan ook ({number}).")

    def promises(self) -> list[str]:
        promise = block("Belofte: snel", wat="Wij zijn snel.", wie="het team", termijn="10 werkdagen", vanaf="later")
        return [promise] if self.chance(0.3) else []


def _chained(before: list[list[tuple[str, bool]]], place: int, *, precedence: bool) -> str:
    """The `als` of an outcome: its own verdicts, and none of those before it."""
    own = [_all_of(each) for each in before[place : place + 1]]
    refused = [f"niet ({_all_of(each)})" for each in before[:place]]
    if precedence:
        return own[0] if own else "eis_a of niet eis_a"
    return " en ".join([*own, *refused])


def _all_of(verdicts: list[tuple[str, bool]]) -> str:
    return " en ".join(f"{'' if met else 'niet '}{name}" for name, met in verdicts)
