"""Random expressions: every operator and function of the language, over the names that can be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from random import Random  # noqa: TID251 - seeded by each caller

from tests.oracle.points import BIG, FIRST, LAST, MONTHS
from tests.oracle.rules import BEGIN, REFERENCE, Fact, Norm, Rules
from tests.oracle.tree import Node, constant, name

CENT = Fraction(1, 100)
LIMITS = (Fraction(100), Fraction("250.50"))
SUMS = (Fraction(0), Fraction(100), Fraction("100.01"), Fraction("250.50"), BIG)
DAYS = (FIRST, date(2008, 2, 29), date(2026, 3, 31), date(2026, 7, 1), LAST)
OPTIONS = ("alleen", "paar", "groep")
DOUBLE = (("alleen", 0), ("alleen", 100), ("paar", 0), ("paar", 250), ("groep", 0), ("groep", 100), ("groep", 101))

FACTS = (
    Fact(REFERENCE, "datum", (BEGIN, date(2026, 6, 30), date(2026, 7, 1), LAST)),
    Fact("woont", "ja", (True, False)),
    Fact("ziek", "ja", (True, False)),
    Fact("oordeel_goed", "ja", (True, False), roles="klantmanager"),
    Fact("vorm", "keuze", OPTIONS, options=OPTIONS),
    Fact("kans", "keuze", (*OPTIONS[:2], None), options=OPTIONS[:2], empty=True),
    Fact("kosten", "bedrag", SUMS),
    Fact("schade", "bedrag", (Fraction(0), *LIMITS, BIG)),
    Fact("saldo", "bedrag", (-BIG, Fraction(-50), Fraction(0), *LIMITS, BIG), below=True),
    Fact("bonus", "bedrag", (Fraction(0), Fraction(100), BIG, None), empty=True),
    Fact("loon", "maand", SUMS),
    Fact("stuks", "getal", (Fraction(0), Fraction(1), Fraction(2), Fraction(3), BIG)),
    Fact("begin", "datum", DAYS),
    Fact("einde", "datum", (*DAYS[1:], None), empty=True),
)
FIELDS = (
    Fact("waarde", "bedrag", (Fraction(0), Fraction(100), BIG)),
    Fact("verschil", "bedrag", (-BIG, Fraction(0), BIG), below=True),
    Fact("nodig", "ja", (True, False)),
    Fact("gift", "keuze", ("geld", "spullen"), options=("geld", "spullen")),
    Fact("gekregen", "datum", (FIRST, date(2026, 6, 30), LAST)),
    Fact("soms", "bedrag", (Fraction(0), BIG, None), empty=True),
)
GROUP = Fact("gever", "tekst", ("Jan", "Piet"))
LIST = "giften"
NORMS = (
    Norm("grens", "bedrag", ((date(2026, 1, 1), None, Fraction(100)), (date(2026, 7, 1), None, Fraction("250.50")))),
    Norm("laat", "bedrag", ((date(2026, 7, 1), None, Fraction(60)),)),
    Norm("maandgrens", "maand", ((date(2025, 1, 1), None, Fraction(100)),)),
    Norm("tabel", "bedrag", tuple((BEGIN, each, Fraction(50 * (at + 1))) for at, each in enumerate(OPTIONS))),
    Norm("schijf", "bedrag", ((BEGIN, Fraction(0), Fraction(10)), (BEGIN, Fraction(100), Fraction(40)),
                              (BEGIN, Fraction("250.50"), Fraction(20)))),
    Norm("dubbel", "bedrag", tuple((BEGIN, (option, Fraction(limit)), Fraction(100 + 7 * at))
                                   for at, (option, limit) in enumerate(DOUBLE))),
    Norm("trap", "bedrag", ((BEGIN, Fraction(100), Fraction(40)), (BEGIN, Fraction("250.50"), Fraction(20)))),
)  # fmt: skip


class Phrases:
    """Throws dice for every choice. `here`: the list in whose records we write, else empty."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.facts = [FACTS[0], *dice.sample(FACTS[1:], dice.randint(3, 6))]
        self.fields = dice.sample(FIELDS, dice.randint(1, 3)) if dice.random() < 0.6 else []
        self.here = ""
        self.grown = Rules()

    def chance(self, part: float) -> bool:
        return self.dice.random() < part

    def seen(self, sort: str) -> list[Node]:
        """The names of this sort that can be seen here."""
        facts = [*self.facts, *(self.fields if self.here else [])]
        found = [name(sort, each.name) for each in facts if each.sort == sort and each.sort != "keuze"]
        rules = (*self.grown.calculations.values(), *self.grown.criteria.values())
        return found + [
            name(sort, each.name) for each in rules if each.node.sort == sort and each.per in ("", self.here)
        ]

    def limit(self, sort: str) -> Node:
        """Something to compare with."""
        if sort == "datum":
            return constant("datum", self.dice.choice(DAYS[1:-1]))
        if sort == "getal":
            return constant("getal", Fraction(self.dice.randint(0, 3)))
        norms = [name(sort, each.name) for each in NORMS if each.sort == sort and each.rows[0][1] is None]
        return self.dice.choice([constant(sort, self.dice.choice(LIMITS)), *norms])

    def side(self, sort: str, depth: int) -> Node:
        return rounded(self.amount(sort, depth), self.grown)

    def amount(self, sort: str, depth: int) -> Node:
        leaves = self.seen(sort) or [self.limit(sort)]
        if not depth or self.chance(0.25):
            return self.dice.choice([*leaves, self.limit(sort)] if self.chance(0.7) else [self.read(sort)])
        ways: list[Callable[[], Node]] = [
            lambda: Node(self.dice.choice("+-"), sort, (self.amount(sort, depth - 1), self.amount(sort, depth - 1))),
            lambda: Node("max", sort, (constant(sort, Fraction(0)), self.minus(sort, depth - 1))),
            lambda: Node(self.dice.choice(["min", "max"]), sort,
                         (self.amount(sort, depth - 1), self.amount(sort, depth - 1))),
            lambda: self.part(sort, depth - 1),
            lambda: Node("als", sort, (self.truth(1), self.amount(sort, depth - 1), self.otherwise(sort, depth - 1))),
            lambda: Node("*", sort, (self.count(0), self.amount(sort, depth - 1))),
            lambda: Node("neg", sort, (self.dice.choice(leaves),)),
        ]  # fmt: skip
        if self.fields and not self.here:
            ways += [lambda: self.of_list(sort, depth - 1)] * 4
        return self.dice.choice(ways)()

    def otherwise(self, sort: str, depth: int) -> Node:
        return Node("leeg", sort) if self.chance(0.1) else self.amount(sort, depth)

    def minus(self, sort: str, depth: int) -> Node:
        return Node("-", sort, (self.amount(sort, depth), self.amount(sort, depth)))

    def read(self, sort: str) -> Node:
        """A norm on another day, or out of a table."""
        options = [each for each in self.facts if each.name == "vorm"]
        if sort != "bedrag":
            return self.limit(sort)
        key = self.dice.choice(self.seen(sort) or [self.limit(sort)])
        if options and self.chance(0.5):
            keys = (name("keuze", "vorm"),)
            return Node("bij", sort, (*keys, key), "dubbel") if self.chance(0.6) else Node("bij", sort, keys, "tabel")
        if self.chance(0.5):
            return Node("bij", sort, (key,), self.dice.choice(["schijf", "trap"]))
        return Node("op", sort, (self.day(0),), self.dice.choice(["grens", "laat"]))

    def part(self, sort: str, depth: int) -> Node:
        """A share or a quotient, rounded or not."""
        if self.chance(0.5):
            share = constant("deel", Fraction(self.dice.choice([35, 120]), 100))
            node = Node("*", sort, (share, self.amount(sort, depth)), self.dice.choice(["van", "*"]))
        else:
            divisor = self.count(0) if self.chance(0.4) else constant("getal", Fraction(3))
            node = Node("/", sort, (self.amount(sort, depth), divisor))
        if self.chance(0.3):
            return node
        step = constant("getal", self.dice.choice([CENT, Fraction(1), Fraction(5)]))
        return Node(self.dice.choice(["afronden", "afronden_omlaag", "afronden_omhoog"]), sort, (node, step))

    def of_list(self, sort: str, depth: int) -> Node:
        """A question about the records with an amount or a day as its answer."""
        kind = self.dice.choice(["som", "som", "som", "laagste", "hoogste", "hoogste_som"])
        where = self.where()
        self.here = LIST
        each = self.amount(sort, min(depth, 1))
        self.here = ""
        return Node(kind, sort, list=LIST, each=each, where=where, group=GROUP.name if kind == "hoogste_som" else "")

    def where(self) -> Node | None:
        if self.chance(0.4):
            return None
        self.here = LIST
        found = self.truth(1)
        self.here = ""
        return found

    def count(self, depth: int) -> Node:
        """A number without a unit."""
        plain = [*self.seen("getal"), constant("getal", Fraction(2))]
        ways = [self.dice.choice(plain)]
        if self.fields and not self.here and depth:
            ways += [Node("aantal", "getal", list=LIST, where=self.where())] * 2
        if depth:
            ways += [Node("jaar", "getal", (self.day(0),))]
        return self.dice.choice(ways)

    def day(self, depth: int) -> Node:
        leaves = [*self.seen("datum"), self.limit("datum")]
        leaf = self.dice.choice(leaves)
        if not depth or self.chance(0.3):
            return leaf
        number = constant("getal", Fraction(self.dice.randint(0, 40)))
        ways = [
            Node("plus_dagen", "datum", (leaf, self.dice.choice([number, *self.seen("getal")]))),
            Node("plus_maanden", "datum", (leaf, self.dice.choice([number, *self.seen("getal")])),
                 self.dice.choice(["omlaag", "omhoog"])),
            Node(self.dice.choice(["eerste_dag_van_maand", "eerste_dag_van_jaar"]), "datum", (leaf,)),
            Node("dag_van_jaar", "datum", (leaf, constant("getal", Fraction(self.dice.randint(1, 28)))),
                 self.dice.choice(MONTHS)),
            Node(self.dice.choice(["min", "max"]), "datum", (leaf, self.dice.choice(leaves))),
            Node("als", "datum", (self.truth(0), leaf, self.dice.choice(leaves))),
        ]  # fmt: skip
        if self.fields and not self.here:
            inside = [name("datum", each.name) for each in self.fields if each.sort == "datum"]
            ways += [Node(self.dice.choice(["laagste", "hoogste"]), "datum", list=LIST, each=each, where=self.where())
                     for each in inside]  # fmt: skip
        return self.dice.choice(ways)

    def truth(self, depth: int) -> Node:
        """A yes/no expression."""
        if depth and self.chance(0.45):
            if self.chance(0.25):
                return Node("niet", "ja", (self.truth(depth - 1),))
            parts = tuple(self.truth(depth - 1) for _ in range(self.dice.choice([2, 2, 3])))
            return Node(self.dice.choice(["en", "of"]), "ja", parts)
        ways = [self.compared, self.compared, self.dated, self.empty, self.option]
        ways += [self.yes_no] * 2 if self.seen("ja") else []
        ways += [self.of_records] * 4 if self.fields and not self.here else []
        return self.dice.choice(ways)()

    def yes_no(self) -> Node:
        return self.dice.choice(self.seen("ja"))

    def compared(self) -> Node:
        sort = self.dice.choice(["bedrag", "bedrag", "maand", "getal"])
        word = self.dice.choice(["<=", "<=", "<", ">", ">=", "=", "!="])
        if sort == "getal":
            return Node("verg", "ja", (self.count(1), self.limit("getal")), word)
        if word in ("=", "!="):
            left = rounded(self.dice.choice(self.seen(sort) or [self.limit(sort)]), self.grown)
            return Node("verg", "ja", (left, constant(sort, self.dice.choice(LIMITS))), word)
        return Node("verg", "ja", (self.side(sort, 1), self.side(sort, 0)), word)

    def dated(self) -> Node:
        word = self.dice.choice(["<=", "<", ">", ">="])
        if self.chance(0.5):
            return Node("verg", "ja", (self.day(1), self.day(0)), word)
        measure, limit = self.dice.choice([("leeftijd_op", 18), ("maanden_tussen", 3), ("dagen_tussen", 30)])
        node = Node(measure, "getal", (self.day(0), self.day(0)))
        return Node("verg", "ja", (node, constant("getal", Fraction(limit))), word)

    def empty(self) -> Node:
        facts = [each for each in (*self.facts, *(self.fields if self.here else [])) if each.empty]
        if not facts:
            return self.compared()
        each = self.dice.choice(facts)
        return Node("is leeg", "ja", (name(each.sort, each.name),), self.dice.choice(["", "niet "]))

    def option(self) -> Node:
        facts = [each for each in (*self.facts, *(self.fields if self.here else [])) if each.sort == "keuze"]
        if not facts:
            return self.compared()
        each = self.dice.choice(facts)
        item = name("keuze", each.name)
        if self.chance(0.5):
            return Node("in", "ja", (item,), "; ".join(self.dice.sample(each.options, 2)))
        return Node(
            "verg", "ja", (item, constant("keuze", self.dice.choice(each.options))), self.dice.choice(["=", "!="])
        )

    def of_records(self) -> Node:
        where = self.where()
        kind = self.dice.choice(["er_is", "voor_alle"])
        if kind == "er_is":
            return Node("er_is", "ja", list=LIST, where=where)
        self.here = LIST
        each = self.truth(1)
        self.here = ""
        return Node("voor_alle", "ja", list=LIST, each=each, where=where)


def can_be_empty(node: Node, rules: Rules) -> bool:
    """Whether the value may be `leeg`."""
    if node.op == "name":
        fact = next((each for each in (*FACTS, *FIELDS) if each.name == node.word), None)
        rule = rules.rule(node.word)
        return can_be_empty(rule.node, rules) if rule else fact is not None and fact.empty
    return node.op == "leeg" or (node.op == "als" and any(can_be_empty(part, rules) for part in node.parts[1:]))


def is_rounded(node: Node, rules: Rules) -> bool:
    """Whether an amount is in whole cents by the way it is written."""
    if node.op.startswith("afronden"):
        return True
    if node.op == "name" and node.word in rules.calculations:
        return is_rounded(rules.calculations[node.word].node, rules)
    if node.op == "/" or (node.op == "*" and node.sort in ("bedrag", "maand")):
        return False
    if node.op == "als":
        return all(is_rounded(part, rules) for part in node.parts[1:])
    inner = [node.each] if node.each else node.parts
    return all(is_rounded(part, rules) for part in inner if part.sort in ("bedrag", "maand"))


def rounded(node: Node, rules: Rules) -> Node:
    """The amount, rounded where it is not."""
    return node if is_rounded(node, rules) else Node("afronden", node.sort, (node, constant("getal", CENT)))
